"""Which part of the structure every line and picture belongs to: paragraphs, headings, quotes, lists, tables, links.

Exactly one marked piece is open at a time, so what stands on two pages is one element with two pieces. Letterhead,
footer, rules and a table's repeated header are artifacts: they are not read aloud. Only the addresses of the first
letterhead are read, because they are links and a link has to be in the tree (ISO 14289-1, 7.18.5).
"""

from collections.abc import Iterable, Iterator
from enum import Enum
from itertools import groupby
from typing import Final, NamedTuple

from humas_desk.layout.document import Role
from humas_desk.typeset.pages import SetCell, SetLine, SetPicture, Span
from humas_desk.writers.pdf.file import literal, number
from humas_desk.writers.pdf.links import safe_address
from humas_desk.writers.pdf.outline import HEADINGS, TAB_GAP_PT
from humas_desk.writers.pdf.structure import Element, Piece

SPACES: Final = (" ", "\u00a0")

RULE: Final = "/Artifact << /Type /Layout >> BDC"
HEAD: Final = "/Artifact << /Type /Pagination /Subtype /Header >> BDC"
FOOT: Final = "/Artifact << /Type /Pagination /Subtype /Footer >> BDC"
REPEATED: Final = "/Artifact << /Type /Pagination >> BDC"


class Zone(Enum):
    """Where on the page something stands."""

    HEAD = HEAD
    BODY = ""
    FOOT = FOOT


class Marked(NamedTuple):
    """Spans of a line that belong together."""

    operator: str
    """What opens their marked piece."""
    spans: tuple[Span, ...]
    link: Element | None = None
    """The link that they are, or go on with."""


class _Group(NamedTuple):
    """What the last paragraph stood in, and the next one may stand in too."""

    kind: str
    key: object
    element: Element


class Tagger:
    """Builds the tree while the pages are drawn, in reading order."""

    def __init__(self) -> None:
        self.document = Element("Document")
        self._page = -1
        self._pieces = 0
        self._open: tuple[Element, str] | None = None
        self._paragraphs: dict[int, Element] = {}
        self._group: _Group | None = None
        self._rows: dict[tuple[int, int], Element] = {}
        self._link: tuple[int, str, Element] | None = None
        self._label = Element("Lbl")
        self._level = 0

    @property
    def page(self) -> int:
        """The page being drawn, counted from 0."""
        return self._page

    def begin_page(self) -> None:
        self._page += 1
        self._pieces = 0
        self._open = None

    def rule(self, zone: Zone) -> str:
        """The operator for a ruled line."""
        return self._artifact(zone.value or RULE)

    def picture(self, picture: SetPicture, zone: Zone, height_pt: float) -> str:
        """The operator for a picture on a page of this height."""
        if zone is not Zone.BODY or not picture.alt.strip():
            return self._artifact(zone.value or RULE)
        lower = height_pt - picture.y_pt - picture.height_pt
        edges = (picture.x_pt, lower, picture.x_pt + picture.width_pt, lower + picture.height_pt)
        box = f"/A << /O /Layout /Placement /Block /BBox [{' '.join(map(number, edges))}] >>"
        parent = self._in_group("Div", ("photo", picture.block_id))
        figure = parent.add("Figure", f"/Alt {literal(' '.join(picture.alt.split()))} {box}")
        return self._mark(figure)

    def line(self, line: SetLine, zone: Zone) -> Iterable[Marked]:
        """The line in marked pieces, with the spaces that the eye does not need but the ear does."""
        if zone is Zone.FOOT or (zone is Zone.HEAD and self._page):
            return (Marked(self._artifact(zone.value), line.spans),)
        if zone is Zone.HEAD:
            return self._head_line(line)
        if line.cell is not None and line.cell.is_repeated:
            return (Marked(self._artifact(REPEATED), line.spans),)
        spans = line.spans
        if line.labelled or not spans or (spans[0].link if len(spans) == 1 else any(span.link for span in spans)):
            return self._body_line(line)
        element = self._paragraphs.get(line.paragraph) or self._begun(line)
        self._link = None
        return (Marked(self._mark(element), _readable(line) if line.breaks or len(spans) > 1 else spans),)

    def _artifact(self, operator: str) -> str:
        self._open = None
        return operator

    def _mark(self, element: Element) -> str:
        """The operator that opens the element's next piece, or the one that is open when it goes on."""
        if self._open is not None and self._open[0] is element:
            return self._open[1]
        element.kids.append(Piece(page=self._page, number=self._pieces))
        operator = f"/{element.kind} << /MCID {self._pieces} >> BDC"
        self._pieces += 1
        self._open = (element, operator)
        return operator

    def _head_line(self, line: SetLine) -> Iterator[Marked]:
        for address, group in groupby(line.spans, key=lambda span: safe_address(span.link)):
            spans = tuple(group)
            if address is None:
                self._link = None
                yield Marked(self._artifact(HEAD), spans)
            else:
                link = self._link_in(self._paragraph(line), line, address)
                yield Marked(self._mark(link), spans, link)

    def _body_line(self, line: SetLine) -> Iterator[Marked]:
        """A line with a label or links, or an empty one."""
        if not line.spans and line.cell is None:
            return
        element = self._paragraph(line)
        spans = _readable(line)
        if line.labelled:
            yield Marked(self._mark(self._label), spans[:1])
            spans = spans[1:]
        for address, group in groupby(spans, key=lambda span: safe_address(span.link)):
            if address is None:
                self._link = None
                yield Marked(self._mark(element), tuple(group))
            else:
                link = self._link_in(element, line, address)
                yield Marked(self._mark(link), tuple(group), link)

    def _link_in(self, element: Element, line: SetLine, address: str) -> Element:
        """A link of the paragraph; the same one when it goes on from the line before."""
        if self._link is None or self._link[:2] != (line.paragraph, address):
            self._link = (line.paragraph, address, element.add("Link"))
        return self._link[2]

    def _paragraph(self, line: SetLine) -> Element:
        """The element that holds the line's paragraph, made where it begins."""
        return self._paragraphs.get(line.paragraph) or self._begun(line)

    def _begun(self, line: SetLine) -> Element:
        self._link = None
        known = self._paragraphs[line.paragraph] = self._new_paragraph(line)
        return known

    def _new_paragraph(self, line: SetLine) -> Element:
        if line.cell is not None:
            return self._new_cell(line.cell, line.block_id)
        if line.labelled or line.role is Role.LIST:
            return self._new_item(line)
        if line.quoted:
            return self._in_group("BlockQuote", line.block_id).add("P")
        group = self._group
        if line.role is Role.CAPTION and group is not None and group.key == ("photo", line.block_id):
            return group.element.add("Caption")
        self._group = None
        if line.role in HEADINGS:
            self._level = min(HEADINGS[line.role], self._level + 1)
            return self.document.add(f"H{self._level}")
        paragraph = self.document.add("P")
        if line.role is Role.CAPTION:
            self._group = _Group("Caption", line.block_id, paragraph)
        return paragraph

    def _in_group(self, kind: str, key: object, entries: str = "") -> Element:
        """The group that the last paragraph stood in, if it is this one, else a new one."""
        group = self._group
        if group is None or (group.kind, group.key) != (kind, key):
            group = self._group = _Group(kind, key, self.document.add(kind, entries))
        return group.element

    def _new_item(self, line: SetLine) -> Element:
        marker = line.spans[0].text if line.labelled else ""
        numbering = "Decimal" if marker[:1].isdigit() else "Disc" if marker else "None"
        list_ = self._in_group("L", (line.role, line.block_id), f"/A << /O /List /ListNumbering /{numbering} >>")
        item = list_.add("LI")
        if line.labelled:
            self._label = item.add("Lbl")
        return item.add("LBody")

    def _new_cell(self, cell: SetCell, block_id: str) -> Element:
        row = self._rows.get((cell.table, cell.row))
        if row is None:
            row = self._rows[cell.table, cell.row] = self._table(cell, block_id).add("TR")
        return row.add("TH", "/A << /O /Table /Scope /Column >>") if cell.is_head else row.add("TD")

    def _table(self, cell: SetCell, block_id: str) -> Element:
        """The cell's table; the caption right above it becomes its own."""
        group = self._group
        if group is None or group.kind != "Caption" or group.key != block_id:
            return self._in_group("Table", cell.table)
        caption = group.element
        self.document.kids.remove(caption)
        caption.kind = "Caption"
        table = self._in_group("Table", cell.table)
        table.kids.append(caption)
        return table


def _readable(line: SetLine) -> tuple[Span, ...]:
    """The line's spans with a space where a tab or a newline parted the words."""
    if len(line.spans) == 1 and not line.breaks:
        return line.spans
    spans = list(line.spans)
    if line.breaks and spans and not spans[-1].text.endswith(SPACES):
        spans[-1] = spans[-1]._replace(text=f"{spans[-1].text} ")
    for index in range(len(spans) - 1):
        span = spans[index]
        if spans[index + 1].x_pt - span.x_pt - span.width_pt > TAB_GAP_PT and not span.text.endswith(SPACES):
            spans[index] = span._replace(text=f"{span.text} ")
    return tuple(spans)
