"""Tables of drafts: some are tables, others only hold pictures or text in their places."""

from dataclasses import replace
from typing import Final

from humas_desk.intake.manuscript import Item, ManuscriptImage, ManuscriptParagraph, ManuscriptTable
from humas_desk.release.inline import parse, to_markup

Cell = tuple[Item, ...]
MAX_CELLS: Final = 20_000
"""Of a table; a larger one is read as paragraphs."""

LONGEST_CELL: Final = 12
"""Paragraphs of a cell; one with more is no cell of a table but a column of a page."""
MAX_CELL_CHARACTERS: Final = 1500


def laid_out(rows: tuple[tuple[Cell, ...], ...], *, is_head: bool, first_row: int) -> list[Item]:
    """The rows as a table; as what they hold when they only put pictures side by side or frame a text.

    `first_row`: number for the pictures of the first row (`ManuscriptImage.row`); those of the next row have the next one.
    """
    if any(isinstance(item, ManuscriptImage) for row in rows for cell in row for item in cell):
        return _one_after_another(rows, first_row)
    filled = [row for row in rows if any(_text(cell) for cell in row)]
    if not filled:
        return []
    if max(sum(bool(_text(cell)) for cell in row) for row in filled) == 1 or _is_frame(filled):
        return _one_after_another(rows, first_row)
    texts = tuple(tuple(_text(cell) for cell in row) for row in filled)
    width = max(map(len, texts))
    if width * len(texts) > MAX_CELLS:
        return _one_after_another(rows, first_row)
    texts = tuple((*row, *[""] * (width - len(row))) for row in texts)
    used = [column for column in range(width) if any(row[column] for row in texts)]
    texts = tuple(tuple(row[column] for column in used) for row in texts)
    header = len(texts) > 1 and (is_head or all(_is_bold(cell) for cell in texts[0] if cell))
    if header:
        texts = (tuple(_unbolded(cell) for cell in texts[0]), *texts[1:])
    return [ManuscriptTable(rows=texts, header=header)]


def _one_after_another(rows: tuple[tuple[Cell, ...], ...], first_row: int) -> list[Item]:
    found: list[Item] = []
    for number, row in enumerate(rows, first_row):
        items = [item for cell in row for item in cell]
        pictures = sum(isinstance(item, ManuscriptImage) for item in items)
        for item in items:
            if isinstance(item, ManuscriptImage):
                found.append(replace(item, row=number if pictures > 1 else 0))
            elif not isinstance(item, ManuscriptParagraph) or item.text:
                found.append(item)
    return found


def _is_frame(rows: list[tuple[Cell, ...]]) -> bool:
    """Does it only put texts beside each other: is one cell a page of its own?"""
    return any(
        len(cell) > LONGEST_CELL or sum(len(_text((item,))) for item in cell) > MAX_CELL_CHARACTERS
        for row in rows
        for cell in row
    )


def _text(cell: Cell) -> str:
    """A cell's text; the rows of a table inside of it are lines."""
    lines: list[str] = []
    for item in cell:
        match item:
            case ManuscriptParagraph(text=text) if text:
                lines.append(text)
            case ManuscriptTable(rows=rows):
                lines += ["; ".join(filter(None, row)) for row in rows]
            case _:
                pass
    return "\n".join(lines)


def _is_bold(cell: str) -> bool:
    return all(piece.bold for piece in parse(cell) if piece.text.strip())


def _unbolded(cell: str) -> str:
    return to_markup(replace(piece, bold=False) for piece in parse(cell))
