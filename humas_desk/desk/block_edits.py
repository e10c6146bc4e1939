"""Changes inside one table or photo block as functions: what their cards' buttons do."""

from dataclasses import replace

from humas_desk.release.blocks import Photo, Table


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
