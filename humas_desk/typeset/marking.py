"""The mark of a draft at its place: the word across the page, the note in the corner."""

from dataclasses import replace
from math import atan2, cos, degrees, sin
from typing import Final

from humas_desk.layout.document import PT_PER_MM, Document, Family, Geometry, Mark
from humas_desk.typeset.metrics import FontMetrics
from humas_desk.typeset.pages import Face, PageMark, SetLine, Span
from humas_desk.typeset.paragraph import Column
from humas_desk.typeset.pieces import text_items
from humas_desk.typeset.settled import LineCache

WORD_SHARE: Final = 0.52
"""Length of the word, of the page's diagonal."""
CAPITAL_EM: Final = 0.72
"""Height of a capital letter."""
WORD_COLOR: Final = "#ECECEC"
"""Pale enough to read black type over it, also on paper."""
NOTE_FOOT_MM: Final = 5
"""From the paper's lower edge to the note's; printers reach this far."""


def set_mark(
    document: Document, column: Column, metrics: FontMetrics, cache: LineCache, paragraph: int
) -> tuple[Mark, PageMark] | None:
    """The settled mark and the same at its place; None when the document has none."""
    mark = document.mark
    if mark is None:
        return None
    settled = cache.settle(mark.note, document.style_of(mark.note), column, metrics, 1)
    top = document.geometry.height_pt - NOTE_FOOT_MM * PT_PER_MM - settled.style.leading_pt
    items = text_items(settled, column, paragraph, 0, 1, top)
    note = next(item for item in items if isinstance(item, SetLine))
    word, baseline, angle = _aslant(mark.word, document.geometry, metrics)
    return replace(mark, note=settled.text), PageMark(word=word, baseline_pt=baseline, angle_deg=angle, note=note)


def _aslant(word: str, geometry: Geometry, metrics: FontMetrics) -> tuple[Span, float, float]:
    """The word along the page's diagonal, its middle in the page's middle."""
    face = Face(family=Family.SANS, bold=True)
    width, height = geometry.width_pt, geometry.height_pt
    angle = atan2(height, width)
    length = WORD_SHARE * (width**2 + height**2) ** 0.5
    size = round(length / metrics.width_pt(word, face, 1.0), 1)
    rise = CAPITAL_EM * size / 2
    x = width / 2 - cos(angle) * length / 2 + sin(angle) * rise
    baseline = height / 2 + sin(angle) * length / 2 + cos(angle) * rise
    span = Span(text=word, x_pt=x, width_pt=length, face=face, size_pt=size, color=WORD_COLOR)
    return span, baseline, degrees(angle)
