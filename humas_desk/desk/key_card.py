"""The card of keys: one A5 page, made from the window's table of actions, to lie beside the keyboard."""

from collections.abc import Iterator
from dataclasses import field
from typing import Final

from humas_desk.desk.press import Press
from humas_desk.desk.requests import ExportResult, KeyCardRequest, KeySection
from humas_desk.desk.saving import write_atomically
from humas_desk.layout.document import Family, Geometry, Metadata, Role
from humas_desk.typeset.metrics import FontMetrics
from humas_desk.typeset.pages import Face, Item, Page, Pages, SetLine, Span, Stroke
from humas_desk.values import dataclass
from humas_desk.writers.pdf.pdf import write_pdf

A5: Final = Geometry(width_mm=148, height_mm=210, left_mm=10, right_mm=10, top_mm=10, bottom_mm=10)
_PT_PER_MM: Final = 72 / 25.4
_MARGIN: Final = 10 * _PT_PER_MM
_GUTTER: Final = 6 * _PT_PER_MM
_COLUMN: Final = (A5.width_pt - 2 * _MARGIN - _GUTTER) / 2
_TOP: Final = 20 * _PT_PER_MM
_TITLE_PT: Final = 14.0
_HEADING_PT: Final = 9.5
_TEXT_PT: Final = 8.25
_SMALLEST_PT: Final = 5.5
_LINE_PT: Final = 13.2
"""At most; a longer table stands closer."""
_ABOVE_HEADING_PT: Final = 7.0
_GAP_PT: Final = 5.0
_BESIDE_ROWS_PT: Final = _HEADING_PT + 6 + _ABOVE_HEADING_PT
"""What a section takes besides its rows."""
_ACCENT: Final = "#194c7e"
_INK: Final = "#1c2733"
_SOFT: Final = "#c3ccd6"


def write_key_card(request: KeyCardRequest, press: Press) -> ExportResult:
    """Write the card as PDF; one that is there is replaced. Raises what saving raises."""
    path = request.folder / f"{request.stem}.pdf"
    write_atomically(path, write_pdf(key_card(request, press.fonts), press.fonts))
    return ExportResult(paths=(path,))


def key_card(request: KeyCardRequest, metrics: FontMetrics) -> Pages:
    """The card, set: sections fill the left column, then the right one; no section is torn apart."""
    split = _split([len(section.rows) for section in request.sections])
    columns = (request.sections[:split], request.sections[split:])
    setter = _Setter(metrics=metrics, leading=min(map(_leading, columns)))
    setter.line(request.title, x=_MARGIN, baseline=_MARGIN + _TITLE_PT, size=_TITLE_PT, role=Role.TITLE, bold=True)
    for column, sections in enumerate(columns):
        top = _TOP
        for section in sections:
            top = setter.section(section, _MARGIN + column * (_COLUMN + _GUTTER), top)
    page = Page(items=tuple(setter.items), used_pt=max(_TOP, *(setter.bottoms or [_TOP])))
    return Pages(geometry=A5, metadata=Metadata(title=request.title), pages=(page,))


def _leading(sections: tuple[KeySection, ...]) -> float:
    """How far apart the rows of a column stand, so that it ends on the page."""
    rows = sum(len(section.rows) for section in sections)
    room = A5.height_pt - _TOP - _MARGIN - len(sections) * _BESIDE_ROWS_PT
    return min(_LINE_PT, room / rows) if rows else _LINE_PT


def _split(rows: list[int]) -> int:
    """How many sections go left, so that the higher column is as low as can be."""
    weights = [count + 2 for count in rows]
    return min(range(len(rows) + 1), key=lambda cut: max(sum(weights[:cut]), sum(weights[cut:])))


@dataclass(slots=True, kw_only=True)
class _Setter:
    """Puts lines on the page, from top to bottom."""

    metrics: FontMetrics
    leading: float
    items: list[Item] = field(default_factory=list)
    bottoms: list[float] = field(default_factory=list)
    paragraphs: int = 0

    def section(self, section: KeySection, x: float, top: float) -> float:
        """A heading and its rows; gives where the next one may begin."""
        baseline = top + _HEADING_PT
        self.line(section.heading, x=x, baseline=baseline, size=_HEADING_PT, role=Role.HEADING, bold=True)
        self.items.append(Stroke(x_pt=x, y_pt=baseline + 2.5, width_pt=_COLUMN, height_pt=0.6, color=_ACCENT))
        baseline += 3
        for label, keys in section.rows:
            baseline += self.leading
            self.row(label, keys, x, baseline)
            self.items.append(Stroke(x_pt=x, y_pt=baseline + 2.8, width_pt=_COLUMN, height_pt=0.25, color=_SOFT))
        self.bottoms.append(baseline)
        return baseline + _ABOVE_HEADING_PT + 3

    def row(self, label: str, keys: str, x: float, baseline: float) -> None:
        """What is done, and its key at the column's right edge; smaller where both do not fit."""
        size = min(_TEXT_PT, self.leading - 2)
        while size > _SMALLEST_PT and self._width(label, size) + self._width(keys, size, bold=True) + _GAP_PT > _COLUMN:
            size -= 0.25
        left = tuple(self._spans(label, x, size, bold=False, color=_INK))
        start = x + _COLUMN - self._width(keys, size, bold=True)
        right = tuple(self._spans(keys, start, size, bold=True, color=_ACCENT))
        self._add((*left, *right), baseline, size, Role.BODY)

    def line(self, text: str, *, x: float, baseline: float, size: float, role: Role, bold: bool) -> None:
        """One line of one text."""
        self._add(tuple(self._spans(text, x, size, bold=bold, color=_ACCENT)), baseline, size, role)

    def _add(self, spans: tuple[Span, ...], baseline: float, size: float, role: Role) -> None:
        self.items.append(
            SetLine(
                spans=spans,
                baseline_pt=baseline,
                top_pt=baseline - size,
                height_pt=self.leading,
                role=role,
                paragraph=self.paragraphs,
                last=True,
            )
        )
        self.paragraphs += 1

    def _spans(self, text: str, x: float, size: float, *, bold: bool, color: str) -> Iterator[Span]:
        """The text in runs of one font each: arrows stand in the fallback's."""
        for part, face in self._runs(text, bold=bold):
            width = self.metrics.width_pt(part, face, size)
            yield Span(text=part, x_pt=x, width_pt=width, face=face, size_pt=size, color=color)
            x += width

    def _runs(self, text: str, *, bold: bool) -> list[tuple[str, Face]]:
        plain, other = Face(family=Family.SANS, bold=bold), Face(family=Family.FALLBACK)
        runs: list[tuple[str, Face]] = []
        for letter in text:
            face = plain if self.metrics.covers(letter, plain) else other
            if runs and runs[-1][1] == face:
                runs[-1] = (runs[-1][0] + letter, face)
            else:
                runs.append((letter, face))
        return runs

    def _width(self, text: str, size: float, *, bold: bool = False) -> float:
        return sum(self.metrics.width_pt(part, face, size) for part, face in self._runs(text, bold=bold))
