"""A paragraph as lines: greedy, exact, unkerned, every character kept."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache
from itertools import accumulate, chain
from typing import Final, NamedTuple

from humas_desk.layout.document import TWIPS_PER_PT, Align, Family, Origin, Run, Style, Text, twips
from humas_desk.typeset.breaking import NEWLINE, PLAIN_WORD, SPACE, STOPS, break_pieces, slash_cut, whole_characters
from humas_desk.typeset.metrics import FontMetrics
from humas_desk.typeset.pages import Face, Span
from humas_desk.values import dataclass

TOLERANCE_PT: Final = 0.001
"""Rounding of sums, nothing more: LibreOffice has no allowance either."""
DEFAULT_TAB_PT: Final = 36
"""Distance of the stops after the style's own (Word's default, 1.27 cm)."""
FIRM_SPACE: Final = "\u00a0"
STRETCHING: Final = frozenset({SPACE, FIRM_SPACE})
SHIFTS: Final = {Align.CENTER: 0.5, Align.RIGHT: 1.0}
"""Share of the free width that stands left of a line."""
LONG_WORD: Final = 24
"""So many characters before a line is full, its end is looked for."""


@lru_cache(maxsize=1024)
def points(mm: float) -> float:
    """A length in pt as Word will round it."""
    return twips(mm) / TWIPS_PER_PT


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """Where lines may stand: between two vertical edges, in pt from the paper's left edge."""

    left_pt: float
    right_pt: float

    @property
    def width_pt(self) -> float:
        return self.right_pt - self.left_pt


class _Cut(NamedTuple):
    """One line as a piece of the paragraph's text."""

    start: int
    end: int
    x_pt: float
    """Where its first character stands before alignment."""
    tabs: tuple[tuple[int, float], ...] = ()
    """(position of a tab, x after it)."""
    forced: bool = False
    """Ended by a newline or by the paragraph's end: never stretched."""


def face_of(run: Run, style: Style) -> Face:
    """The face a run is set in."""
    return _face(run.family or style.family, bold=style.bold or run.bold, italic=style.italic or run.italic)


@cache
def _face(family: Family, *, bold: bool, italic: bool) -> Face:
    """One value for each face, so that whoever meets it again need not compare."""
    return Face(family=family, bold=bold, italic=italic)


class _Measured:
    """A paragraph's characters with their sums of advances."""

    def __init__(self, text: Text, style: Style, metrics: FontMetrics) -> None:
        self.runs = [(run, face_of(run, style)) for run in text.runs if run.text]
        self.starts = [0, *accumulate(len(run.text) for run, _ in self.runs)]
        self.characters = "".join(run.text for run, _ in self.runs)
        self._has_firm = FIRM_SPACE in self.characters
        self.size = style.size_pt
        parts = [metrics.advances(run.text, face) for run, face in self.runs]
        advances = parts[0] if len(parts) == 1 else chain.from_iterable(parts)
        if style.tracking_pt:
            advances = [advance + style.tracking_pt / self.size for advance in advances]
        self.sums = list(accumulate(advances, initial=0.0))
        """In em: the advances before each character, and all of them."""

    def reach_pt(self, end: int) -> float:
        """How far the text reaches on one line up to a position."""
        return self.sums[end] * self.size

    def width_pt(self, start: int, end: int) -> float:
        return self.sums[end] * self.size - self.sums[start] * self.size

    def ink_end(self, start: int, end: int) -> int:
        """The end without the spaces that hang behind it."""
        while end > start and self.characters[end - 1] == SPACE:
            end -= 1
        return end

    def gaps(self, start: int, end: int) -> int:
        """How many spaces of a justified line can grow between two positions."""
        firm = self.characters.count(FIRM_SPACE, start, end) if self._has_firm else 0
        return self.characters.count(SPACE, start, end) + firm

    def stretched_pt(self, start: int, end: int, word_space: float) -> float:
        """By how much a line has grown between two positions."""
        return word_space * self.gaps(start, end) if word_space else 0.0


def text_column(style: Style, column: Column) -> Column:
    """The column between a style's indents; lines after the first start at its left edge."""
    return Column(left_pt=column.left_pt + points(style.left_mm), right_pt=column.right_pt - points(style.right_mm))


def reaches_pt(text: Text, style: Style, metrics: FontMetrics) -> list[float]:
    """How far the text reaches on one line: before its first character (0), and after each."""
    measured = _Measured(text, style, metrics)
    return [total * measured.size for total in measured.sums]


def natural_width_pt(text: Text, style: Style, metrics: FontMetrics) -> float:
    """Width of a text on one line."""
    return reaches_pt(text, style, metrics)[-1]


def break_paragraph(text: Text, style: Style, column: Column, metrics: FontMetrics) -> tuple[tuple[Span, ...], ...]:
    """The lines of a paragraph, each as spans at their final x. An empty paragraph is one empty line."""
    measured = _Measured(text, style, metrics)
    inner = text_column(style, column)
    first_x = inner.left_pt - points(style.hang_mm)
    marker: tuple[Span, ...] = ()
    if text.marker:
        marker = (_marker_span(text, style, first_x, metrics),)
        marker_end = first_x + marker[0].width_pt
        first_x = inner.left_pt if marker_end <= inner.left_pt else _next_stop(marker_end, style, column)
    cuts = _cut_lines(measured, style, column, inner, first_x)
    lines = [_spans(cut, measured, style, inner) for cut in cuts]
    if marker:
        lines[0] = marker + lines[0]
    return tuple(lines)


def _marker_span(text: Text, style: Style, x_pt: float, metrics: FontMetrics) -> Span:
    face = Face(family=style.family, bold=style.bold, italic=style.italic)
    if not all(metrics.covers(character, face) for character in text.marker):
        face = replace(face, family=Family.FALLBACK)
    width = metrics.width_pt(text.marker, face, style.size_pt)
    return Span(text=text.marker, x_pt=x_pt, width_pt=width, face=face, size_pt=style.size_pt, color=style.color)


def _next_stop(x_pt: float, style: Style, column: Column) -> float:
    """The tab stop after x: the style's, its hanging indent, or the next default one."""
    stops = [points(style.tab_mm)] if style.tab_mm else []
    if style.hang_mm:
        stops.append(points(style.left_mm))
    reached = x_pt - column.left_pt + TOLERANCE_PT
    ahead = [stop for stop in stops if stop > reached]
    stop = min(ahead) if ahead else (reached // DEFAULT_TAB_PT + 1) * DEFAULT_TAB_PT
    return column.left_pt + stop


def _cut_lines(measured: _Measured, style: Style, column: Column, inner: Column, first_x: float) -> list[_Cut]:
    """Greedy: a piece that does not fit starts the next line; one wider than a line is cut by characters."""
    cuts: list[_Cut] = []
    tabs: list[tuple[int, float]] = []
    text, right = measured.characters, inner.right_pt + TOLERANCE_PT
    start, line_x = 0, first_x
    base = first_x  # x of a position is this and how far the text reaches

    def close(end: int, following: int, *, forced: bool = False) -> None:
        nonlocal start, line_x, base
        cuts.append(_Cut(start, end, line_x, tuple(tabs), forced))
        tabs.clear()
        start, line_x, base = following, inner.left_pt, inner.left_pt - measured.reach_pt(following)

    piece = 0
    for stop in [*(match.start() for match in STOPS.finditer(text)), len(text)]:
        reach = measured.reach_pt(measured.ink_end(piece, stop))
        while base + reach > right:
            piece = _first_beyond(measured, piece, stop, base, right)
            if piece == start and (piece := _cut_word(measured, piece, stop, right - base)) == stop:
                break
            close(piece, piece)
        if text[stop : stop + 1] == NEWLINE:
            close(stop, stop + 1, forced=True)
        elif stop < len(text):
            x = min(_next_stop(base + measured.reach_pt(stop), style, column), inner.right_pt)
            tabs.append((stop, x))
            base = x - measured.reach_pt(stop + 1)
        piece = stop + 1
    close(len(text), len(text), forced=True)
    return cuts


def _first_beyond(measured: _Measured, start: int, stop: int, base: float, right: float) -> int:
    """Where the first piece between two positions begins that does not fit.

    Mostly behind the last space that does; else looked for shortly before the line is full, and from the start only where
    a word is longer than that.
    """
    text, sums, size = measured.characters, measured.sums, measured.size
    full = bisect_right(sums, (right - base) / size, start, stop)
    space = text.rfind(SPACE, start, full)
    if (
        space >= start
        and PLAIN_WORD.fullmatch(text, space, max(full, space + 2))
        and base + sums[space] * size <= right
    ):
        return space + 1
    near = full - LONG_WORD
    while near > start and text[near] == SPACE:
        near -= 1
    for begin in (max(near, start), start):
        piece = begin
        for ink, end in break_pieces(text, begin, stop):
            if base + sums[ink] * size > right:
                if piece > begin or begin == start:
                    return piece
                break
            piece = end
    return piece


def _cut_word(measured: _Measured, start: int, stop: int, reach: float) -> int:
    """Where a word wider than the line is cut: after a slash, else after as many characters as the sum reaches."""
    _, end = next(break_pieces(measured.characters, start, stop))
    fitting = bisect_right(measured.sums, reach, start + 1, end, key=lambda total: total * measured.size) - 1
    if (slash := slash_cut(measured.characters, start, fitting)) > start:
        return slash
    return whole_characters(measured.characters, start, max(fitting, start + 1))


def _spans(cut: _Cut, measured: _Measured, style: Style, inner: Column) -> tuple[Span, ...]:
    """The line's spans, aligned: one for each run, parted at tabs."""
    last_start, last_x = (cut.tabs[-1][0] + 1, cut.tabs[-1][1]) if cut.tabs else (cut.start, cut.x_pt)
    shift = word_space = 0.0
    if style.align is not Align.LEFT:
        ink = measured.ink_end(last_start, cut.end)
        free = max(inner.right_pt - last_x - measured.width_pt(last_start, ink), 0)
        if style.align is not Align.JUSTIFY:
            shift = 0.0 if cut.tabs else free * SHIFTS[style.align]
        elif not cut.forced and (gaps := measured.gaps(last_start, ink)):
            word_space = free / gaps
    if len(measured.runs) == 1 and not cut.tabs and cut.start < cut.end:
        return (_span(measured, style, 0, (cut.start, cut.end), last_x + shift, word_space),)
    return tuple(
        span
        for start, end, x in _pieces(cut)
        for span in _piece_spans(measured, style, (start, end, x + shift), word_space if start == last_start else 0.0)
    )


def _piece_spans(measured: _Measured, style: Style, piece: tuple[int, int, float], word_space: float) -> Iterator[Span]:
    """One span for each run of a piece of a line, given as (start, end, x)."""
    start, end, x = piece
    starts = measured.starts
    number = max(bisect_right(starts, start) - 1, 0)
    while number < len(measured.runs) and starts[number] < end:
        a, b = max(start, starts[number]), min(end, starts[number + 1])
        if a < b:
            at = x + measured.width_pt(start, a) + measured.stretched_pt(start, a, word_space)
            yield _span(measured, style, number, (a, b), at, word_space)
        number += 1


def _pieces(cut: _Cut) -> list[tuple[int, int, float]]:
    """(start, end, x) of what stands between a line's tabs."""
    pieces = []
    start, x = cut.start, cut.x_pt
    for position, after in cut.tabs:
        pieces.append((start, position, x))
        start, x = position + 1, after
    return [*pieces, (start, cut.end, x)]


def _span(
    measured: _Measured, style: Style, number: int, piece: tuple[int, int], x_pt: float, word_space: float
) -> Span:
    """A piece of the run of this number. In the order of its fields: by name it would take twice the time."""
    start, end = piece
    run, face = measured.runs[number]
    inside = start - measured.starts[number]
    origin = run.origin
    if origin is not None and inside:
        origin = Origin(place=origin.place, offset=origin.offset + inside)
    return Span(
        measured.characters[start:end],
        x_pt,
        measured.width_pt(start, end) + measured.stretched_pt(start, end, word_space),
        face,
        style.size_pt,
        word_space,
        style.tracking_pt,
        run.link,
        style.color,
        run.field,
        origin,
    )
