"""The number register: every number of an office, class and year, what is missing and what stands twice."""

from collections.abc import Callable
import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.archive.numbers import Book, NumberRow, NumberState, Register
from humas_desk.desk.offices import OfficeEntry, office_label
from humas_desk.desk.register_sheet import SheetWords
from humas_desk.desk.saving import write_atomically
from humas_desk.desk.shown_dates import long_date
from humas_desk.errors import HumasError
from humas_desk.ui import theme
from humas_desk.ui.actions import Actions
from humas_desk.ui.answers import when_answered
from humas_desk.ui.records import sizes
from humas_desk.ui.records.full_view import FullView
from humas_desk.ui.records.reason_dialog import ask_reason
from humas_desk.ui.records.record_words import titled
from humas_desk.ui.records.row_list import Cell, Column, RowList
from humas_desk.ui.shell import Shell
from humas_desk.values import dataclass
from humas_desk.wording import _, mark, ngettext

BOOKS, LINES, VOID, SHEET = (f"numbers-{name}" for name in ("books", "lines", "void", "sheet"))
STATES = {
    NumberState.RESERVED: mark("Reserved"),
    NumberState.FINAL: mark("Final"),
    NumberState.VOID: mark("Void"),
}
BOOK_COLUMNS = 36
MOST_SAID = 12
"""Missing or double numbers that are named one by one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line as it is shown: a number somebody has, or those that nobody has."""

    seq: int
    said: str
    """The running number with its sub-number, or from which to which nobody has them."""
    row: NumberRow | None = None
    is_double: bool = False


def lines_of(register: Register) -> tuple[Line, ...]:
    """The register's lines with its gaps between them, in order."""
    double = set(register.duplicates)
    held = [
        Line(seq=row.seq, said=_seq(row.seq, row.sub), row=row, is_double=(row.seq, row.sub) in double)
        for row in register.rows
    ]
    gaps = [Line(seq=gap.first, said=str(gap)) for gap in register.gaps]
    return tuple(sorted([*held, *gaps], key=lambda line: line.seq))


class NumbersView(FullView):
    """One register at a time, the latest year first."""

    action = "numbers"
    title_words = mark("Number register")

    def __init__(self, shell: Shell, actions: Actions, *, on_open: Callable[[str], object]) -> None:
        self._on_open = on_open
        self._books: tuple[Book, ...] = ()
        self._offices = {entry.name: entry for entry in shell.desk.offices().entries}
        super().__init__(shell, actions)

    def build(self) -> None:
        bar = ttk.Frame(self.body, bootstyle=theme.SURFACE_CHROME, padding=theme.pair(self, theme.PAD, theme.SNUG))
        bar.pack(side="top", fill="x")
        theme.line(self.body).pack(side="top", fill="x")
        self.books = ttk.Combobox(bar, state="readonly", width=BOOK_COLUMNS, font=theme.UI, exportselection=False)
        self.books.pack(side="left")
        self.books.bind("<<ComboboxSelected>>", lambda _event: self._ask_lines())
        self.sheet = ttk.Button(bar, text=f" {_('Export as XLSX…')}", icon="file-earmark-spreadsheet")
        self.sheet.configure(command=self._export, bootstyle=f"{theme.SURFACE_CHROME} outline", icon_size=theme.ICON)
        self.sheet.pack(side="right")
        self.void = ttk.Button(bar, text=f" {_('Make it void…')}", icon="slash-circle", command=self._make_void)
        self.void.configure(bootstyle=f"{theme.SURFACE_CHROME} outline", icon_size=theme.ICON)
        self.void.pack(side="right", padx=theme.px(self, theme.GAP))
        self.said = tk.Label(self.body, font=theme.UI, background=theme.AMBER_SOFT, foreground=theme.AMBER, anchor="w")
        self.said.configure(borderwidth=0, padx=theme.px(self, theme.PAD), pady=theme.px(self, theme.SNUG))
        columns = (
            Column(heading=_("No."), width=sizes.SEQUENCE),
            Column(heading=_("Number"), width=sizes.NUMBER),
            Column(heading=_("Date"), width=sizes.DATE),
            Column(heading=_("Title")),
            Column(heading=_("State"), width=sizes.STATE),
        )
        self.list: RowList[Line] = RowList(
            self.body,
            columns,
            cells=_cells,
            on_choose=self._chosen,
            on_open=self._open,
            on_end=_nothing,
            height=sizes.LINE,
        )
        self.list.pack(fill="both", expand=True)
        self._allow(None)

    def entered(self) -> None:
        self.list.canvas.focus_set()
        answer = self.shell.desk.registers.books()
        when_answered(self.shell.scheduler, BOOKS, answer, self._show_books, refused=self.shell.tell_error)

    def left(self) -> None:
        for name in (BOOKS, LINES, VOID, SHEET):
            self.shell.scheduler.cancel(name)

    @property
    def book(self) -> Book | None:
        """The register that is shown; None: there is none yet."""
        place = self.books.current()
        return self._books[place] if 0 <= place < len(self._books) else None

    def _show_books(self, books: tuple[Book, ...]) -> None:
        self._books = books
        self.books.configure(values=[self._book_words(book) for book in books])
        if books:
            self.books.current(0)
        self._ask_lines()

    def _book_words(self, book: Book) -> str:
        entry: OfficeEntry | None = self._offices.get(book.office)
        office = office_label(entry.office) if entry is not None else book.office
        return " · ".join(part for part in (str(book.year), book.code, office) if part)

    def _ask_lines(self) -> None:
        self.sheet.state(["!disabled" if self.book else "disabled"])
        if self.book is None:
            self.list.show((), empty=_("No number is reserved yet. Take one beside the number of a release."))
            return
        answer = self.shell.desk.registers.register(self.book)
        when_answered(self.shell.scheduler, LINES, answer, self._show, refused=self.shell.tell_error)

    def _show(self, register: Register) -> None:
        lines = lines_of(register)
        self.list.show(lines, chosen=len(lines) - 1)
        parts = []
        if register.gaps:
            parts.append(_("Missing: {numbers}.").format(numbers=_some([str(gap) for gap in register.gaps])))
        if register.duplicates:
            numbers = [_seq(seq, sub) for seq, sub in register.duplicates]
            parts.append(_("Held by several releases: {numbers}.").format(numbers=_some(numbers)))
        if parts:
            self.said.configure(text=f"⚠ {' '.join(parts)}")
            self.said.pack(side="top", fill="x", before=self.list)
        else:
            self.said.pack_forget()

    def _chosen(self, line: Line | None) -> None:
        self._allow(line)

    def _allow(self, line: Line | None) -> None:
        can = line is not None and line.row is not None and line.row.state is NumberState.RESERVED
        self.void.state(["!disabled" if can else "disabled"])

    def _open(self, line: Line) -> None:
        if line.row is not None and line.row.release_id is not None:
            self._on_open(line.row.release_id)

    def _make_void(self) -> None:
        line = self.list.chosen
        if line is None or line.row is None:
            return
        row = line.row
        words = _("{number} is used no more and is not given again.").format(number=row.number)
        reason = ask_reason(self.shell.root, _("Make it void"), words, _("Why is it void?"))
        if not reason:
            return
        answer = self.shell.desk.registers.make_void(row.id, reason)

        def done(_answer: object) -> None:
            self._ask_lines()

        when_answered(self.shell.scheduler, VOID, answer, done, refused=self.shell.tell_error)

    def _export(self) -> None:
        book = self.book
        if book is None:
            return
        name = " ".join(part for part in (_("Number register"), book.code, str(book.year)) if part)
        path = self.shell.chooser.save_file(self.shell.root, _("Export as XLSX"), f"{name}.xlsx", ".xlsx")
        if path is None:
            return

        def write(data: bytes) -> None:
            try:
                write_atomically(path, data)
            except HumasError as error:
                self.shell.tell_error(error)
                return
            self.shell.toasts.show(_("{file} is written").format(file=path.name), icon="file-earmark-spreadsheet")

        answer = self.shell.desk.registers.sheet(book, sheet_words(book))
        when_answered(self.shell.scheduler, SHEET, answer, write, refused=self.shell.tell_error)


def sheet_words(book: Book) -> SheetWords:
    """The words of the spreadsheet."""
    return SheetWords(
        sheet=str(book.year),
        columns=(_("No."), _("Number"), _("Date"), _("Title"), _("State"), _("Reason")),
        states={state: _(words) for state, words in STATES.items()},
        gap=_("nobody has it"),
    )


def _cells(line: Line) -> tuple[Cell, ...]:
    seq, row = line.said, line.row
    if row is None:
        empty = Cell(text="")
        return (Cell(text=seq), empty, empty, Cell(text=_("— nobody has it —")), Cell(text=_("Missing")))
    state = _(STATES[row.state])
    said = f"{state}: {row.reason}" if row.reason else state
    said = f"{said} · {_('twice')}" if line.is_double else said
    date = long_date(row.date) if row.date else ""
    return (Cell(text=seq), Cell(text=row.number), Cell(text=date), Cell(text=titled(row.title)), Cell(text=said))


def _seq(seq: int, sub: str) -> str:
    return f"{seq}.{sub}" if sub else str(seq)


def _some(numbers: list[str]) -> str:
    rest = len(numbers) - MOST_SAID
    said = ", ".join(numbers[:MOST_SAID])
    more = ngettext("{count} more", "{count} more", rest).format(count=rest) if rest > 0 else ""
    return f"{said}, {more}" if more else said


def _nothing() -> None:
    return None
