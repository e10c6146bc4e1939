"""What is usual in a PDF – size, leading, columns – and where with that a new paragraph begins."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise
import re
from typing import Final

from humas_desk.intake.line_kinds import kind_of
from humas_desk.intake.pdf_lines import PdfLine
from humas_desk.values import dataclass

BULLET: Final = re.compile(r"^[•▪◦‣●○■□◻❖➢✓☑*–-]\s+\S")
NUMBER: Final = re.compile(r"^(?:\(?\d{1,2}[.)]|\(?[a-z][.)])\s+\S")
HEADING_SIZE: Final = 1.15
_SENTENCE_END: Final = re.compile(r"[.!?:;…][\"”’')\]]*$")
_ROW: Final = re.compile(r"[A-Z][\w ,./()&-]{1,40}? :(?:\s|$)")
"""A label that stands before a column of colons: "Hari, Tanggal : Sabtu, 23 November 2024"."""
_COLUMN_LINES: Final = 4
"""A column has so many lines at least, on one page."""
_MOST_LINES: Final = 400
"""A page with more is no page of a release, and looking for its columns would take long."""
_IN_COLUMNS: Final = 0.6
"""Share of a page's lines that stand in its columns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What is usual in this file."""

    size: float
    leading: float
    edges: Mapping[int, tuple[float, float]]
    """Left and right edge of the column that a line stands in, by its id."""

    @classmethod
    def of(cls, lines: Sequence[PdfLine]) -> "Measure":
        """What is usual in these lines."""
        sizes: Counter[float] = Counter()
        for line in lines:
            sizes[round(line.size, 1)] += len(line.text)
        size = sizes.most_common(1)[0][0]
        body = [line for line in lines if abs(line.size - size) < 0.5]
        whole = min(line.left for line in body), max(line.right for line in body)
        edges = dict.fromkeys(map(id, lines), whole)
        for _page, of in groupby(lines, key=lambda line: line.page):
            for column in _columns(list(of)):
                here = min(line.left for line in column), max(line.right for line in column)
                edges |= dict.fromkeys(map(id, column), here)
        gaps = [
            round(before.baseline - line.baseline, 1)
            for before, line in pairwise(body)
            if before.page == line.page
            and 0.8 * size < before.baseline - line.baseline < 2.5 * size
            and before.right > edges[id(before)][1] - 0.12 * (edges[id(before)][1] - edges[id(before)][0])
        ]
        return cls(size=size, leading=Counter(gaps).most_common(1)[0][0] if gaps else 1.3 * size, edges=edges)

    def is_new(self, before: PdfLine, line: PdfLine, first: PdfLine) -> bool:
        """Does a new paragraph begin with this line? `first`: the one that the paragraph before it began with."""
        if BULLET.match(line.text) or NUMBER.match(line.text) or abs(before.size - line.size) > 0.6:
            return True
        if before.page != line.page or before.baseline < line.baseline:
            is_begin = self._room(before) > 0.12 or self._is_indented(before, line) or line.text[0].isupper()
            return self._has_ended(before) and is_begin
        if before.is_bold != line.is_bold:
            return True
        if self._is_heading(before, line) and before.baseline - line.baseline <= 2 * line.size:
            return kind_of(before.text) is not None or kind_of(line.text) is not None
        return self._is_apart(before, line) or self._is_next(before, line, first)

    def _is_apart(self, before: PdfLine, line: PdfLine) -> bool:
        """Does a line below another one stand for itself: by a gap, as a row of labels, or at the right, where people sign?"""
        left, right = self.edges[id(line)]
        is_far = before.baseline - line.baseline > 1.22 * max(self.leading, 1.1 * line.size)
        is_aside = min(before.left, line.left) > left + 0.4 * (right - left)
        return is_far or is_aside or _ROW.match(line.text) is not None

    def _is_next(self, before: PdfLine, line: PdfLine, first: PdfLine) -> bool:
        """Was the line before it the last of its paragraph?"""
        if self._room(before) > 0.35 or (self._has_room(before, line) and not line.text[0].islower()):
            return True  # the next word had had its place
        is_item = BULLET.match(first.text) or NUMBER.match(first.text)
        is_indented = self._is_indented(before, line) and not is_item
        return self._has_ended(before) and (self._room(before) > 0.12 or is_indented)

    def _has_ended(self, line: PdfLine) -> bool:
        return _SENTENCE_END.search(line.text) is not None

    def _is_indented(self, before: PdfLine, line: PdfLine) -> bool:
        left, _right = self.edges[id(line)]
        return line.left > left + 0.8 * self.size and before.left < line.left - 0.5 * self.size

    def _room(self, line: PdfLine) -> float:
        """Share of its column's width that a line leaves empty at its end."""
        left, right = self.edges[id(line)]
        return (right - line.right) / max(1.0, right - left)

    def _has_room(self, before: PdfLine, line: PdfLine) -> bool:
        """Would the first word of the line have fitted at the end of the one before?"""
        left, right = self.edges[id(before)]
        letter = (line.right - line.left) / max(1, len(line.text))
        needed = (len(line.text.split(" ", 1)[0]) + 2) * letter
        is_centred = abs((before.left - left) - (right - before.right)) < self.size
        room = right - before.right + (before.left - left if is_centred else 0)
        return room > 1.1 * needed

    def _is_heading(self, before: PdfLine, line: PdfLine) -> bool:
        """Are both lines of one heading: larger than the text, or bold in the middle of the page without a gap?"""
        if line.size >= HEADING_SIZE * self.size:
            return True
        is_close = before.baseline - line.baseline <= 1.22 * max(self.leading, 1.1 * line.size)
        return is_close and before.is_bold and self._is_centred(before) and self._is_centred(line)

    def _is_centred(self, line: PdfLine) -> bool:
        left, right = self.edges[id(line)]
        before, behind = line.left - left, right - line.right
        return min(before, behind) > 2 * self.size and abs(before - behind) < 2 * self.size


def _columns(lines: list[PdfLine]) -> Iterator[list[PdfLine]]:
    """The columns of a page's lines; none when they run over the whole page."""
    if len(lines) > _MOST_LINES:
        return
    for start in sorted({round(line.left) for line in lines})[1:]:
        before = [line for line in lines if line.right < start]
        behind = [line for line in lines if line.left >= start - 1]
        if min(len(before), len(behind)) < _COLUMN_LINES or len(before) + len(behind) < _IN_COLUMNS * len(lines):
            continue
        if min(line.baseline for line in before) < max(line.baseline for line in behind):
            yield from list(_columns(before)) or [before]
            yield from list(_columns(behind)) or [behind]
            return
