"""Changes inside one block, and between neighbours, as functions: what a card's buttons and keys do."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from humas_desk.desk.editing import insert_block, new_id, put, remove_block
from humas_desk.desk.history import Focus
from humas_desk.desk.markup import Styled, cut, joined, markup_of, styled
from humas_desk.release.blocks import Paragraph, Photo, Table
from humas_desk.release.release import Release


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """A changed release, and where the cursor belongs after it."""

    release: Release
    focus: Focus


def break_paragraph(release: Release, index: int, start: int, end: int, lines: Sequence[str]) -> Edited:
    """The paragraph cut where `start` to `end` (visible characters) stood, with plain `lines` between its halves.

    ("", "") is Enter; more lines make more paragraphs. The cursor goes behind the last line. TypeError when the block
    is no paragraph.
    """
    block = release.blocks[index]
    if not isinstance(block, Paragraph):
        raise TypeError(f"block {index} is not a paragraph")
    before, after = cut(block.text, start, end)
    first, *middle, last = (markup_of((Styled(text=line),)) for line in lines)
    release = put(release, f"blocks[{index}].text", joined(before.rstrip(" "), first))
    for offset, text in enumerate((*middle, joined(last, after.lstrip(" "))), 1):
        release = insert_block(release, index + offset, Paragraph(id=new_id(), text=text))
    place = f"blocks[{index + len(lines) - 1}].text"
    return Edited(release=release, focus=Focus(place=place, start=len(last), end=len(last)))


def join_paragraph(release: Release, index: int) -> Edited | None:
    """The paragraph put behind the one before it; an empty one just goes. None: nothing before it that takes it."""
    block = release.blocks[index]
    if index == 0 or not isinstance(block, Paragraph):
        return None
    before = release.blocks[index - 1]
    if isinstance(before, Paragraph):
        at = len(before.text)
        release = put(release, f"blocks[{index - 1}].text", joined(before.text, block.text))
        return Edited(
            release=remove_block(release, index), focus=Focus(place=f"blocks[{index - 1}].text", start=at, end=at)
        )
    if styled(block.text):
        return None
    return Edited(release=remove_block(release, index), focus=Focus(place=f"blocks[{index - 1}]"))


def add_row(table: Table, at: int) -> Table:
    """The table with an empty row at `at`."""
    return replace(table, rows=(*table.rows[:at], ("",) * columns(table), *table.rows[at:]))


def remove_row(table: Table, at: int) -> Table:
    """The table without a row; the last one stays."""
    return table if len(table.rows) < 2 else replace(table, rows=(*table.rows[:at], *table.rows[at + 1 :]))


def add_column(table: Table, at: int) -> Table:
    """The table with an empty column at `at`."""
    return replace(table, rows=tuple((*row[:at], "", *row[at:]) for row in even_rows(table)))


def remove_column(table: Table, at: int) -> Table:
    """The table without a column; the last one stays."""
    if columns(table) < 2:
        return table
    return replace(table, rows=tuple((*row[:at], *row[at + 1 :]) for row in even_rows(table)))


def columns(table: Table) -> int:
    """How many columns the table has: its longest row's."""
    return max((len(row) for row in table.rows), default=1) or 1


def even_rows(table: Table) -> tuple[tuple[str, ...], ...]:
    """The rows, all as long as the longest; at least one cell."""
    width = columns(table)
    return tuple((*row, *("",) * (width - len(row))) for row in table.rows) or (("",) * width,)


def remove_picture(photo: Photo, at: int) -> Photo:
    """The photo block without one of its pictures."""
    return replace(photo, files=(*photo.files[:at], *photo.files[at + 1 :]))
