"""The bookmarks: the title and the headings."""

from itertools import groupby, pairwise
from typing import Final

from humas_desk.layout.document import Role
from humas_desk.typeset.pages import Page, SetLine
from humas_desk.writers.pdf.file import PdfFile, Place, literal, number

HEADINGS: Final = {Role.TITLE: 1, Role.ATTACHMENT_TITLE: 1, Role.HEADING: 2, Role.ABOUT_HEADING: 2}
"""Roles that are headings, in the bookmarks and in the structure, with their level."""
TAB_GAP_PT: Final = 1
"""A gap between two spans of a line that only a tab leaves."""


class _Entry:
    """One bookmark with those below it."""

    def __init__(self, words: str) -> None:
        self.words = words
        self.below: list[_Entry] = []

    def count(self) -> int:
        """How many bookmarks stand below it."""
        return sum(1 + entry.count() for entry in self.below)


class Outline:
    """Collects the bookmarks page by page."""

    def __init__(self) -> None:
        self._top = _Entry("")

    def add(self, page: Page, reference: str, height_pt: float) -> None:
        """Bookmarks for the headings that begin on a page."""
        lines = [item for item in page.items if isinstance(item, SetLine) and item.role in HEADINGS]
        for _, group in groupby(lines, key=lambda line: line.paragraph):
            heading = list(group)
            title = " ".join(map(_heading_text, heading))
            if not title:
                continue
            top = number(height_pt - heading[0].top_pt)
            above = self._top
            if HEADINGS[heading[0].role] > 1 and above.below:
                above = above.below[-1]
            above.below.append(_Entry(f"/Title {literal(title)} /Dest [{reference} /XYZ 0 {top} null]"))

    def write(self, file: PdfFile) -> str | None:
        """Put the outline into the file; gives the reference to it, None when there is no bookmark."""
        if not self._top.below:
            return None
        root = file.reserve()
        file.fill(root, f"<< /Type /Outlines {_written(self._top, root, file)} >>")
        return root.reference


def _written(entry: _Entry, place: Place, file: PdfFile) -> str:
    """Write the bookmarks below an entry; gives the entry's own words about them."""
    if not entry.below:
        return ""
    places = [file.reserve() for _ in entry.below]
    for index, (below, at) in enumerate(zip(entry.below, places, strict=True)):
        before = f" /Prev {places[index - 1].reference}" if index else ""
        after = f" /Next {places[index + 1].reference}" if index + 1 < len(places) else ""
        words = f"{below.words} /Parent {place.reference}{before}{after} {_written(below, at, file)}"
        file.fill(at, f"<< {words} >>")
    return f"/First {places[0].reference} /Last {places[-1].reference} /Count {entry.count()}"


def _heading_text(line: SetLine) -> str:
    """A heading line without the label that stands before a tab."""
    start = 0
    for index, (left, right) in enumerate(pairwise(line.spans), start=1):
        if right.x_pt - left.x_pt - left.width_pt > TAB_GAP_PT:
            start = index
    return "".join(span.text for span in line.spans[start:]).strip()
