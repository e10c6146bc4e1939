"""Tables of drafts: some are tables, others only hold pictures or text in their places."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
import re
from typing import Final

from humas_desk.intake.label_rows import as_lines
from humas_desk.intake.manuscript import Item, ManuscriptImage, ManuscriptParagraph, ManuscriptTable, Style
from humas_desk.release.inline import parse, plain, to_markup

Cell = tuple[Item, ...]
MAX_CELLS: Final = 20_000
"""Of a table; a larger one is read as paragraphs."""

LONGEST_CELL: Final = 12
"""Paragraphs of a cell; one with more is no cell of a table but a column of a page."""
MAX_CELL_CHARACTERS: Final = 800
LONGEST_CAPTION: Final = 300
_CAPTION: Final = re.compile(r"tabel\b(?!.*:$)", re.IGNORECASE)
_OF_PICTURE: Final = re.compile(r"(?:foto|gambar|keterangan (?:foto|gambar))\b", re.IGNORECASE)


def laid_out(
    rows: tuple[tuple[Cell, ...], ...], *, is_head: bool, first_row: int, as_written: bool = False
) -> list[Item]:
    """The rows as a table; as what they hold when they only put pictures side by side or frame a text.

    `first_row`: number for the pictures of the first row (`ManuscriptImage.row`); those of the next row have the next one.
    `as_written`: every cell says what it says; rows of labels and captions of pictures are not looked for.
    """
    if any(isinstance(item, ManuscriptImage) for row in rows for cell in row for item in cell):
        found = _one_after_another(rows, first_row)
        return found if as_written else [*_captioned_pictures(rows)] or _last_as_caption(found)
    filled = [row for row in rows if any(_text(cell) for cell in row)]
    if not filled:
        return []
    is_column = max(sum(bool(_text(cell)) for cell in row) for row in filled) == 1
    is_large = max(map(len, filled)) * len(filled) > MAX_CELLS
    if is_large or is_column or _is_frame(filled) or (not as_written and _is_beside(filled)):
        return _one_after_another(rows, first_row)
    texts = _squared(filled)
    if not as_written and (lines := as_lines(texts)):
        return lines
    header = len(texts) > 1 and (is_head or all(_is_bold(cell) for cell in texts[0] if cell))
    if header:
        texts = (tuple(_unbolded(cell) for cell in texts[0]), *texts[1:])
    return [ManuscriptTable(rows=texts, header=header)]


def _squared(rows: list[tuple[Cell, ...]]) -> tuple[tuple[str, ...], ...]:
    """The cells' texts, all rows as long as the longest, without columns that say nothing."""
    width = max(map(len, rows))
    texts = [[*(_text(cell) for cell in row), *[""] * (width - len(row))] for row in rows]
    used = [column for column in range(width) if any(row[column] for row in texts)]
    return tuple(tuple(row[column] for column in used) for row in texts)


def captioned(items: Sequence[Item]) -> tuple[Item, ...]:
    """The items, every table with the caption that stood in a paragraph just before it."""
    found: list[Item] = []
    for item in items:
        if isinstance(item, ManuscriptTable) and item.caption is None:
            at = next((at for at in reversed(range(len(found))) if not _is_blank(found[at])), -1)
            before = found[at] if at >= 0 else None
            if isinstance(before, ManuscriptParagraph) and _is_table_caption(before):
                del found[at:]
                found.append(replace(item, caption=to_markup(replace(p, bold=False) for p in parse(before.text))))
                continue
        found.append(item)
    return tuple(found)


def _is_blank(item: Item) -> bool:
    return isinstance(item, ManuscriptParagraph) and not item.text


def _is_table_caption(paragraph: ManuscriptParagraph) -> bool:
    words = plain(paragraph.text)
    if len(words) > LONGEST_CAPTION or "\n" in words:
        return False
    named = paragraph.style is Style.CAPTION and not _OF_PICTURE.match(words)
    return named or _CAPTION.match(words) is not None


def _captioned_pictures(rows: tuple[tuple[Cell, ...], ...]) -> Iterator[Item]:
    """Pictures of a table each followed by its own caption, below it in its cell or in the next row; none: it has none."""
    cells = [(number, column, cell) for number, row in enumerate(rows) for column, cell in enumerate(row) if cell]
    pictures = {(number, column): cell for number, column, cell in cells if _pictures(cell)}
    said = {(number, column): cell for number, column, cell in cells if _text(cell)}
    below = {(number - 1, column): cell for (number, column), cell in said.items() if (number, column) not in pictures}
    captions = [_text(cell) for cell in said.values()]
    is_own = all(len(_pictures(cell)) == 1 for cell in pictures.values())
    if len(said) < 2 or not is_own or below.keys() - pictures.keys() or max(map(len, captions)) > LONGEST_CAPTION:
        return
    for place, cell in pictures.items():
        yield replace(_pictures(cell)[0], row=0)
        for words in (_text(cell), _text(below.get(place, ()))):
            if words:
                yield ManuscriptParagraph(text=words.replace("\n", " "), style=Style.CAPTION)


def _last_as_caption(found: list[Item]) -> list[Item]:
    """Pictures with a single line below them: their caption."""
    said = [item for item in found if not isinstance(item, ManuscriptImage)]
    last = found[-1]
    if said != [last] or not isinstance(last, ManuscriptParagraph) or len(last.text) > LONGEST_CAPTION:
        return found
    return found if "\n" in last.text else [*found[:-1], replace(last, style=Style.CAPTION)]


def _pictures(cell: Cell) -> list[ManuscriptImage]:
    return [item for item in cell if isinstance(item, ManuscriptImage)]


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


def _is_beside(rows: list[tuple[Cell, ...]]) -> bool:
    """Is it one row of texts beside each other: who signs at the left, who at the right?"""
    return len(rows) == 1 and any("\n" in _text(cell) for cell in rows[0])


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
