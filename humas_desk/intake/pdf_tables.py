"""Tables of a PDF: lines below each other whose words stand in the same columns."""

from collections.abc import Sequence
from typing import Final

from humas_desk.intake.line import clean
from humas_desk.intake.manuscript import Item, ManuscriptParagraph
from humas_desk.intake.pdf_lines import PdfCell, PdfLine
from humas_desk.intake.pdf_measure import BULLET, NUMBER
from humas_desk.intake.tables import Cell, laid_out
from humas_desk.release.inline import Piece, to_markup

LEAST_ROWS: Final = 3
MOST_LINES: Final = 400
_GAP: Final = 3.2
"""Of the letters' size: lines of one table stand no further apart."""
_ONE_ROW: Final = 1.7
"""As `_GAP`: one cell alone goes on in the row above it."""
_SAME_LEADING: Final = 1.35
"""As `_GAP`: several cells go on there; rows of their own stand further apart."""


def table_in(run: Sequence[PdfLine]) -> list[Item]:
    """What lines say that may be a table (`run_end`); nothing when they are none."""
    columns = _columns([cell for line in run for cell in line.cells])
    if len(columns) < 2 or sum(len(line.cells) > 1 for line in run) < LEAST_ROWS:
        return []
    rows: list[list[str]] = []
    heads: list[bool] = []
    for before, line in zip([None, *run], run, strict=False):
        found = [""] * len(columns)
        for cell in line.cells:
            number = next(at for at, (left, right) in enumerate(columns) if left <= cell.left <= right)
            found[number] = f"{found[number]} {clean(cell.text)}".strip()
        most = (_ONE_ROW if len(line.cells) == 1 else _SAME_LEADING) * line.size
        is_close = before is not None and _gap(before, line) < most
        if rows and not found[0] and is_close:
            rows[-1] = [" ".join(filter(None, pair)) for pair in zip(rows[-1], found, strict=True)]
        else:
            rows.append(found)
            heads.append(line.is_bold)
    if len(columns) == 2 and all(row[0].isdecimal() for row in rows):
        return []
    cells = tuple(tuple(_cell(text, is_bold=is_bold) for text in row) for row, is_bold in zip(rows, heads, strict=True))
    return laid_out(cells, is_head=False, first_row=1)


def run_end(lines: Sequence[PdfLine], start: int) -> int:
    """Behind the last line that may belong to a table that begins there."""
    last = start
    for number in range(start, min(len(lines), start + MOST_LINES)):
        line, before = lines[number], lines[max(start, number - 1)]
        gap = _gap(before, line)
        if len(line.cells) == 2 and (BULLET.match(line.text) or NUMBER.match(line.text)):
            break  # an item of a list
        if not 0 <= gap <= _GAP * line.size or (len(line.cells) == 1 and not _goes_on(before, line, gap)):
            break
        last = number + 1
    return last


def _goes_on(before: PdfLine, line: PdfLine, gap: float) -> bool:
    """Does a line of one stretch go on in a cell of the row before, which is not the first?"""
    is_below = any(abs(cell.left - line.left) < line.size for cell in before.cells[1:])
    return gap <= _ONE_ROW * line.size and (is_below or (len(before.cells) == 1 and before.left == line.left))


def _cell(text: str, *, is_bold: bool) -> Cell:
    return (ManuscriptParagraph(text=to_markup([Piece(text=text, bold=is_bold)])),) if text else ()


def _columns(cells: Sequence[PdfCell]) -> list[tuple[float, float]]:
    """Left and right edges of what stands above each other."""
    columns: list[tuple[float, float]] = []
    for cell in sorted(cells, key=lambda cell: cell.left):
        if columns and cell.left <= columns[-1][1]:
            columns[-1] = columns[-1][0], max(columns[-1][1], cell.right)
        else:
            columns.append((cell.left, cell.right))
    return columns


def _gap(before: PdfLine, line: PdfLine) -> float:
    """From one baseline to the next; 0 over the end of a page."""
    return before.baseline - line.baseline if before.page == line.page else 0.0
