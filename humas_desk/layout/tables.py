"""Tables: ruled, as wide as the text, columns by what they hold."""

from collections.abc import Sequence
from dataclasses import replace
import re

from humas_desk.layout.document import PT_PER_MM, Cell, Role, TableGrid, Text
from humas_desk.layout.runs import finished, from_markup, is_blank, text_of
from humas_desk.layout.source import Source, paragraph
from humas_desk.layout.spacing import FIGURE
from humas_desk.release.blocks import Table

LONGEST_COUNTED = 40
"""Characters; a longer cell wraps anyway and shall not take all the width."""
SHORTEST_COUNTED = 4
LONGEST_WORD = 18
"""Characters; a longer one (an address) is cut where the column ends."""
CELL_PADDING_MM = 1.9
_CAPITAL_EM, _LETTER_EM = 0.76, 0.63
"""At least as wide as letters and figures are on the average, in bold type too."""
_WORD_END = re.compile(r"[ \n\-–]")
_FIGURE = re.compile(r"(?:Rp\s?)?[+\-–−]?\d+(?:[.,]\d+)*(?:\s?(?:%|persen))?")


def table_grid(source: Source, table: Table, place: str) -> tuple[Text | TableGrid, ...]:
    """The caption above its table; nothing for a table without a single word."""
    caption = paragraph(
        source,
        Role.CAPTION,
        from_markup(table.caption or "", f"{place}.caption"),
        block_id=table.id,
        keep_next=True,
    )
    columns = max((len(row) for row in table.rows), default=0)
    if columns == 0 or all(is_blank(from_markup(cell, "")) for row in table.rows for cell in row):
        return ()
    rows = tuple(
        tuple(_cell(source, table, place, row, column) for column in range(columns)) for row in range(len(table.rows))
    )
    rows = _figures_right(rows, header=table.header)
    grid = TableGrid(
        rows=rows,
        widths_mm=_widths(source, rows),
        header=table.header,
        padding_mm=CELL_PADDING_MM,
        block_id=table.id,
    )
    return (*caption, grid)


def _cell(source: Source, table: Table, place: str, row: int, column: int) -> Cell:
    """A cell; a missing one is empty."""
    role = Role.CELL_HEAD if table.header and row == 0 else Role.CELL
    cells = table.rows[row]
    typed = cells[column] if column < len(cells) else ""
    runs = finished(from_markup(typed, f"{place}.rows[{row}][{column}]"), newline="\n", caps=source.rules(role).caps)
    return Cell(text=Text(role=role, runs=runs, block_id=table.id))


def _figures_right(rows: tuple[tuple[Cell, ...], ...], *, header: bool) -> tuple[tuple[Cell, ...], ...]:
    """Columns that hold only figures, head included, stand at the right, so that their digits line up."""
    columns = list(zip(*rows, strict=True))
    is_figures = [_are_figures(column[1:] if header else column) for column in columns]
    return tuple(
        tuple(
            Cell(text=replace(cell.text, variant=FIGURE)) if is_figure else cell
            for cell, is_figure in zip(row, is_figures, strict=True)
        )
        for row in rows
    )


def _are_figures(column: tuple[Cell, ...]) -> bool:
    """Whether there are figures in the cells and nothing else ("1.240", "2,5%", "–" for none)."""
    texts = [text_of(cell.text.runs).strip() for cell in column]
    return any(_FIGURE.fullmatch(text) for text in texts) and all(
        not text or text in "-–—" or _FIGURE.fullmatch(text) for text in texts
    )


def _widths(source: Source, rows: tuple[tuple[Cell, ...], ...]) -> tuple[float, ...]:
    """Columns in mm, shared by their longest cells; together the measure, to a hundredth.

    A column is as wide as its longest word, so that no figure is cut in two, as long as there is room for all words.
    """
    columns = list(zip(*rows, strict=True))
    longest = [min(LONGEST_COUNTED, max(SHORTEST_COUNTED, *map(_length, column))) for column in columns]
    least = [max(_least_mm(source, cell) for cell in column) for column in columns]
    measure_mm = source.template.page.measure_mm
    widths = [measure_mm * length / sum(longest) for length in longest]
    if sum(least) <= measure_mm:
        widths = _shared(measure_mm, longest, least)
    rounded = [round(width, 2) for width in widths[:-1]]
    return (*rounded, round(measure_mm - sum(rounded), 2))


def _shared(measure_mm: float, longest: Sequence[int], least: Sequence[float]) -> list[float]:
    """What the columns get: those whose share is less than they need that much, the others theirs of what is left."""
    narrow: set[int] = set()
    while True:
        left_mm = measure_mm - sum(least[column] for column in narrow)
        wide = sum(length for column, length in enumerate(longest) if column not in narrow)
        widths = [
            least[column] if column in narrow else left_mm * length / wide for column, length in enumerate(longest)
        ]
        found = {column for column, width in enumerate(widths) if width < least[column]}
        if not found:
            return widths
        narrow |= found


def _least_mm(source: Source, cell: Cell) -> float:
    """About the width of the cell's longest word between the paddings."""
    words = _WORD_END.split(text_of(cell.text.runs))
    longest = max(
        sum(_CAPITAL_EM if letter.isupper() else _LETTER_EM for letter in word[:LONGEST_WORD]) for word in words
    )
    return longest * source.rules(cell.text.role).size_pt / PT_PER_MM + 2 * CELL_PADDING_MM


def _length(cell: Cell) -> int:
    return max((len(line) for line in text_of(cell.text.runs).split("\n")), default=0)
