"""A paragraph as lines: greedy, exact, unkerned, every character kept."""

from bisect import bisect_right
from dataclasses import replace
from itertools import accumulate
from typing import Final

from humas_desk.layout.document import TWIPS_PER_PT, Align, Family, Origin, Run, Style, Text, twips
from humas_desk.typeset.breaking import NEWLINE, SPACE, TAB, break_pieces, slash_cut, whole_characters
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cut:
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
    return Face(family=run.family or style.family, bold=style.bold or run.bold, italic=style.italic or run.italic)


class _Measured:
    """A paragraph's characters with their sums of advances."""

    def __init__(self, text: Text, style: Style, metrics: FontMetrics) -> None:
        self.runs = [(run, face_of(run, style)) for run in text.runs if run.text]
        self.starts = [0, *accumulate(len(run.text) for run, _ in self.runs)]
        self.characters = "".join(run.text for run, _ in self.runs)
        advances: list[float] = []
        for run, face in self.runs:
            advances += metrics.advances(run.text, face)
        size, tracking = style.size_pt, style.tracking_pt
        if tracking:
            advances = [advance + tracking / size for advance in advances]
        self.sums = [total * size for total in accumulate(advances, initial=0.0)]

    def width_pt(self, start: int, end: int) -> float:
        return self.sums[end] - self.sums[start]

    def ink_end(self, start: int, end: int) -> int:
        """The end without the spaces that hang behind it."""
        return start + len(self.characters[start:end].rstrip(SPACE))


def text_column(style: Style, column: Column) -> Column:
    """The column between a style's indents; lines after the first start at its left edge."""
    return Column(left_pt=column.left_pt + points(style.left_mm), right_pt=column.right_pt - points(style.right_mm))


def reaches_pt(text: Text, style: Style, metrics: FontMetrics) -> list[float]:
    """How far the text reaches on one line: before its first character (0), and after each."""
    return _Measured(text, style, metrics).sums


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
    text, sums, right = measured.characters, measured.sums, inner.right_pt + TOLERANCE_PT
    start, piece, line_x = 0, 0, first_x
    base = first_x  # x of a position is this and its sum of advances

    def close(end: int, following: int, *, forced: bool = False) -> None:
        nonlocal start, line_x, base
        cuts.append(_Cut(start=start, end=end, x_pt=line_x, tabs=tuple(tabs), forced=forced))
        tabs.clear()
        start, line_x, base = following, inner.left_pt, inner.left_pt - sums[following]

    for ink, end in break_pieces(text):
        if text[piece] == NEWLINE:
            close(piece, end, forced=True)
        elif text[piece] == TAB:
            x = min(_next_stop(base + sums[piece], style, column), inner.right_pt)
            tabs.append((piece, x))
            base = x - sums[end]
        elif base + sums[ink] > right:
            if piece > start:
                close(piece, piece)
            while base + sums[ink] > right and (cut := _cut_word(measured, piece, end, right - base)) < end:
                close(cut, cut)
                piece = cut
        piece = end
    close(len(text), len(text), forced=True)
    return cuts


def _cut_word(measured: _Measured, start: int, end: int, reach: float) -> int:
    """Where a word wider than the line is cut: after a slash, else after as many characters as the sum reaches."""
    fitting = bisect_right(measured.sums, reach, start + 1, end) - 1
    if (slash := slash_cut(measured.characters, start, fitting)) > start:
        return slash
    return whole_characters(measured.characters, start, max(fitting, start + 1))


def _spans(cut: _Cut, measured: _Measured, style: Style, inner: Column) -> tuple[Span, ...]:
    """The line's spans, aligned: one for each run, parted at tabs."""
    pieces = _pieces(cut)
    last_start, _, last_x = pieces[-1]
    ink = measured.ink_end(last_start, cut.end)
    free = max(inner.right_pt - last_x - measured.width_pt(last_start, ink), 0)
    shift = word_space = 0.0
    if style.align is Align.JUSTIFY and not cut.forced:
        gaps = _gaps(measured.characters, last_start, ink)
        word_space = free / gaps if gaps else 0.0
    elif not cut.tabs:
        shift = free * SHIFTS.get(style.align, 0.0)
    spans: list[Span] = []
    for start, end, x in pieces:
        stretch = word_space if start == last_start else 0.0
        number = max(bisect_right(measured.starts, start) - 1, 0)
        while number < len(measured.runs) and measured.starts[number] < end:
            a, b = max(start, measured.starts[number]), min(end, measured.starts[number + 1])
            if a < b:
                at = x + shift + measured.width_pt(start, a) + _stretched(measured.characters, start, a, stretch)
                spans.append(_span(measured, style, number, (a, b), at, stretch))
            number += 1
    return tuple(spans)


def _pieces(cut: _Cut) -> list[tuple[int, int, float]]:
    """(start, end, x) of what stands between a line's tabs."""
    pieces = []
    start, x = cut.start, cut.x_pt
    for position, after in cut.tabs:
        pieces.append((start, position, x))
        start, x = position + 1, after
    return [*pieces, (start, cut.end, x)]


def _gaps(characters: str, start: int, end: int) -> int:
    """How many spaces of a justified line can grow between two positions."""
    return characters.count(SPACE, start, end) + characters.count(FIRM_SPACE, start, end)


def _stretched(characters: str, start: int, end: int, word_space: float) -> float:
    """By how much a line has grown between two positions, in pt."""
    return word_space * _gaps(characters, start, end) if word_space else 0.0


def _span(
    measured: _Measured, style: Style, number: int, piece: tuple[int, int], x_pt: float, word_space: float
) -> Span:
    """A piece of the run of this number."""
    start, end = piece
    run, face = measured.runs[number]
    inside = start - measured.starts[number]
    origin = run.origin
    if origin is not None and inside:
        origin = Origin(place=origin.place, offset=origin.offset + inside)
    return Span(
        text=measured.characters[start:end],
        x_pt=x_pt,
        width_pt=measured.width_pt(start, end) + _stretched(measured.characters, start, end, word_space),
        face=face,
        size_pt=style.size_pt,
        word_space_pt=word_space,
        tracking_pt=style.tracking_pt,
        link=run.link,
        color=style.color,
        field=run.field,
        origin=origin,
    )
