"""A number register as a spreadsheet, for the month's report."""

from io import BytesIO

import xlsxwriter

from humas_desk.archive.numbers import Gap, NumberRow, NumberState, Register
from humas_desk.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetWords:
    """What the reader sees; the screens bring the words."""

    sheet: str
    """Name of the page: at most 31 characters, none of []:*?/\\ ."""
    columns: tuple[str, str, str, str, str, str]
    """Running number, number, date, title, state, reason."""
    states: dict[NumberState, str]
    gap: str
    """Said of a running number that nobody has."""


_WIDTHS = (8, 32, 12, 70, 14, 40)


def register_sheet(register: Register, words: SheetWords) -> bytes:
    """The register's lines and gaps in order as an XLSX file; texts are never read as formulas or links."""
    out = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        page = book.add_worksheet(words.sheet)
        bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "dd/mm/yyyy", "align": "left"})
        for column, (head, width) in enumerate(zip(words.columns, _WIDTHS, strict=True)):
            page.set_column(column, column, width)
            page.write_string(0, column, head, bold)
        page.freeze_panes(1, 0)
        page.repeat_rows(0)
        lines: list[NumberRow | Gap] = [*register.rows, *register.gaps]
        for line, row in enumerate(sorted(lines, key=_first_seq), start=1):
            if isinstance(row, Gap):
                page.write_string(line, 0, str(row))
                page.write_string(line, 4, words.gap)
                continue
            page.write_string(line, 0, f"{row.seq}.{row.sub}" if row.sub else str(row.seq))
            page.write_string(line, 1, row.number)
            if row.date is not None:
                page.write_datetime(line, 2, row.date, day)
            for column, text in ((3, row.title), (4, words.states[row.state]), (5, row.reason)):
                page.write_string(line, column, text)
    return out.getvalue()


def _first_seq(line: NumberRow | Gap) -> int:
    return line.first if isinstance(line, Gap) else line.seq
