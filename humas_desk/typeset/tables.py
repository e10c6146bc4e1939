"""Tables: rows that stay whole, a header that is repeated, a rule around every cell."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from humas_desk.layout.document import Role, TableGrid
from humas_desk.typeset.flow import Piece
from humas_desk.typeset.pages import Item, SetCell, Stroke
from humas_desk.typeset.paragraph import Column, points
from humas_desk.typeset.pieces import text_items
from humas_desk.typeset.settled import SettledText
from humas_desk.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class _Band:
    """A row, or the part of a row that is taller than a page: the same lines of each of its cells."""

    row: int
    first: int
    last: int
    height_pt: float
    repeated: bool = False
    """The header again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Frame:
    """A table's measures in pt."""

    grid: TableGrid
    rows: Sequence[Sequence[SettledText]]
    columns: tuple[Column, ...]
    """Text columns of the cells."""
    edges: tuple[float, ...]
    """x of the vertical rules' middles."""
    paragraph: int
    """Number of the first cell's paragraph."""


def cell_columns(grid: TableGrid, column: Column) -> tuple[Column, ...]:
    """Where the text of each of a row's cells stands."""
    edges = _edges(grid, column)
    padding = points(grid.padding_mm)
    return tuple(Column(left_pt=left + padding, right_pt=right - padding) for left, right in pairwise(edges))


def _edges(grid: TableGrid, column: Column) -> tuple[float, ...]:
    return tuple(accumulate(map(points, grid.widths_mm), initial=column.left_pt))


def table_piece(
    grid: TableGrid, rows: Sequence[Sequence[SettledText]], column: Column, paragraph: int, page_pt: float
) -> Piece | None:
    """A table; None when it has no rows. `page_pt` is the height of a page's body."""
    if not rows:
        return None
    frame = _Frame(
        grid=grid, rows=rows, columns=cell_columns(grid, column), edges=_edges(grid, column), paragraph=paragraph
    )
    header = grid.header and len(rows) > 1
    header_band = _whole_band(frame, 0)
    bands = [header_band] if header else []
    room = page_pt - (header_band.height_pt if header else 0) - grid.rule_pt
    for number in range(len(bands), len(rows)):
        bands += _bands(frame, number, room)

    def items(first: int, last: int, top: float) -> list[Item]:
        shown = bands[first:last]
        if first and header:
            shown = [replace(header_band, repeated=True), *shown]
        return _band_items(frame, shown, top)

    return Piece(
        strips=tuple(band.height_pt for band in bands),
        items=items,
        after_pt=grid.after_pt,
        least_before=2 if header else 1,
        least_after=2 if len(bands) == len(rows) else 1,
        repeated_pt=header_band.height_pt if header else 0,
        closing_pt=grid.rule_pt,
    )


def _cell_pt(settled: SettledText, first: int, last: int) -> float:
    lines = max(min(last, len(settled.lines)) - first, 0)
    return lines * settled.style.leading_pt + (settled.style.after_pt if last >= len(settled.lines) else 0)


def _height_pt(frame: _Frame, row: int, first: int, last: int) -> float:
    content = max((_cell_pt(cell, first, last) for cell in frame.rows[row]), default=0)
    return content + 2 * frame.grid.padding_pt + frame.grid.rule_pt


def _whole_band(frame: _Frame, row: int) -> _Band:
    lines = max((len(cell.lines) for cell in frame.rows[row]), default=1)
    return _Band(row=row, first=0, last=lines, height_pt=_height_pt(frame, row, 0, lines))


def _bands(frame: _Frame, row: int, room_pt: float) -> list[_Band]:
    """The row whole; in parts only when it is taller than a page."""
    whole = _whole_band(frame, row)
    if whole.height_pt <= room_pt:
        return [whole]
    leading = max(cell.style.leading_pt for cell in frame.rows[row])
    step = max(int((room_pt - 2 * frame.grid.padding_pt - frame.grid.rule_pt) // leading), 1)
    starts = range(0, whole.last, step)
    ends = [min(start + step, whole.last) for start in starts]
    return [
        _Band(row=row, first=start, last=end, height_pt=_height_pt(frame, row, start, end))
        for start, end in zip(starts, ends, strict=True)
    ]


def _cell(frame: _Frame, band: _Band, column: int) -> SetCell:
    return SetCell(
        table=frame.paragraph,
        row=band.row,
        column=column,
        is_head=frame.rows[band.row][column].text.role is Role.CELL_HEAD,
        is_repeated=band.repeated,
    )


def _band_items(frame: _Frame, bands: Sequence[_Band], top_pt: float) -> list[Item]:
    """Rules and text of the bands from an upper edge down; the text row by row in reading order."""
    grid, edges = frame.grid, frame.edges
    rule, half = grid.rule_pt, grid.rule_pt / 2
    items: list[Item] = []
    top = top_pt
    width = edges[-1] - edges[0] + rule
    for band in bands:
        items.append(Stroke(x_pt=edges[0] - half, y_pt=top, width_pt=width, height_pt=rule))
        for number, (text, column) in enumerate(zip(frame.rows[band.row], frame.columns, strict=True)):
            last = min(band.last, len(text.lines))
            if band.first < last:
                paragraph = frame.paragraph + band.row * len(frame.columns) + number
                cell = _cell(frame, band, number)
                items += text_items(text, column, paragraph, band.first, last, top + rule + grid.padding_pt, cell)
        top += band.height_pt
    items.append(Stroke(x_pt=edges[0] - half, y_pt=top, width_pt=width, height_pt=rule))
    items += [Stroke(x_pt=edge - half, y_pt=top_pt, width_pt=rule, height_pt=top - top_pt + rule) for edge in edges]
    return items
