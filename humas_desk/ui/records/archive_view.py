"""The archive: every release of the office, found while one types."""

from dataclasses import replace
import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.archive.values import ArchiveRow, Snippet
from humas_desk.desk.shown_dates import long_date
from humas_desk.errors import HumasError
from humas_desk.ui import theme
from humas_desk.ui.actions import Actions
from humas_desk.ui.answers import when_answered
from humas_desk.ui.records import sizes
from humas_desk.ui.records.archive_details import ArchiveDetails, DetailDoors
from humas_desk.ui.records.filter_bar import FilterBar
from humas_desk.ui.records.full_view import FullView
from humas_desk.ui.records.record_words import KINDS, STATUSES, titled
from humas_desk.ui.records.row_list import Cell, Column, RowList
from humas_desk.ui.shell import Shell
from humas_desk.wording import _, mark, ngettext

LIST, MORE, YEARS, SPEAKERS, TRASH = (f"archive-{name}" for name in ("list", "more", "years", "speakers", "trash"))
_BEFORE_THE_HIT = 40
"""Characters of a sentence that are shown before the word that was found."""


class ArchiveView(FullView):
    """Search and filters above, the list below, the chosen release at the right."""

    action = "archive"
    title_words = mark("Archive")

    def __init__(self, shell: Shell, actions: Actions, doors: DetailDoors) -> None:
        self._doors = doors
        self._has_more = False
        self._in_trash = False
        super().__init__(shell, actions)

    def build(self) -> None:
        self.filters = FilterBar(self.body, on_change=self.search)
        self.filters.pack(side="top", fill="x")
        self.switch = tk.BooleanVar(self, value=False)
        trash = ttk.Checkbutton(self.head, text=_("Trash"), variable=self.switch, command=self._turn)
        trash.pack(side="left", padx=theme.px(self, theme.GAP))
        words = _("What lies here goes for good thirty days after it was put in the trash.")
        self._about_trash = ttk.Label(
            self.body, text=words, font=theme.UI, bootstyle=f"{theme.SURFACE_CHROME} secondary"
        )
        self._about_trash.configure(padding=theme.pair(self, theme.PAD, theme.PAD))
        self._below_filters = theme.line(self.body)
        self._below_filters.pack(side="top", fill="x")
        self.details = ArchiveDetails(self.body, self._doors, on_trash=self.put_in_trash, on_bring_back=self.bring_back)
        self.details.pack(side="right", fill="y")
        theme.line(self.body).pack(side="right", fill="y")
        columns = (
            Column(heading=_("Date"), width=sizes.DATE),
            Column(heading=_("Title")),
            Column(heading=_("Number"), width=sizes.NUMBER),
            Column(heading=_("Status"), width=sizes.STATUS),
        )
        self.list: RowList[ArchiveRow] = RowList(
            self.body,
            columns,
            cells=self._cells,
            on_choose=self.details.show,
            on_open=self._open,
            on_end=self._more,
        )
        self.list.pack(side="left", fill="both", expand=True)
        self.list.bind_steps(self.filters.entry)
        self.filters.entry.bind("<Return>", lambda _event: self._open_chosen())

    def entered(self) -> None:
        archive, scheduler = self.shell.desk.archive, self.shell.scheduler
        self.filters.entry.focus_set()
        self.search()
        refused = self.shell.tell_error
        when_answered(scheduler, YEARS, archive.years(), self.filters.show_years, refused=refused)
        people = self.shell.desk.registers.people()
        when_answered(
            scheduler,
            SPEAKERS,
            people,
            lambda rows: self.filters.show_speakers([row.name for row in rows]),
            refused=refused,
        )

    def left(self) -> None:
        for name in (LIST, MORE, YEARS, SPEAKERS, TRASH):
            self.shell.scheduler.cancel(name)

    def search(self) -> None:
        """Ask for what is wanted now; what stands in the list stays until the answer is there."""
        archive, scheduler = self.shell.desk.archive, self.shell.scheduler
        scheduler.cancel(MORE)
        answer = archive.trash() if self._in_trash else archive.search(self.filters.wanted)
        when_answered(scheduler, LIST, answer, self._show, refused=self._refused)

    def put_in_trash(self, row: ArchiveRow) -> None:
        """Out of the list, with a way back."""
        answer = self.shell.desk.archive.put_in_trash(row.id)

        def done(_nothing: object) -> None:
            self.search()
            text = _("“{title}” is in the trash for thirty days").format(title=titled(row.title))
            self.shell.toasts.show(text, icon="trash3", action=(_("Undo"), lambda: self.bring_back(row)))

        when_answered(self.shell.scheduler, TRASH, answer, done, refused=self.shell.tell_error)

    def bring_back(self, row: ArchiveRow) -> None:
        """Back into the list."""

        def done(_nothing: object) -> None:
            if self.winfo_exists():
                self.search()
            self.shell.toasts.show(_("“{title}” is back in the archive").format(title=titled(row.title)))

        answer = self.shell.desk.archive.take_from_trash(row.id)
        when_answered(self.shell.scheduler, TRASH, answer, done, refused=self.shell.tell_error)

    def _turn(self) -> None:
        """From the archive to its trash, and back."""
        self._in_trash = self.switch.get()
        there, gone = (self._about_trash, self.filters) if self._in_trash else (self.filters, self._about_trash)
        gone.pack_forget()
        there.pack(side="top", fill="x", before=self._below_filters)
        self.search()

    def _show(self, rows: tuple[ArchiveRow, ...]) -> None:
        limit = self.filters.wanted.limit
        self._has_more = not self._in_trash and len(rows) == limit
        self.list.show(rows, empty=self._empty())
        self._tag_all(self.details)
        self._say_count()

    def _refused(self, error: HumasError) -> None:
        self._has_more = False
        self.list.show((), empty=_("The archive could not be read."))
        self.shell.tell_error(error)

    def _empty(self) -> str:
        if self._in_trash:
            return _("The trash is empty.")
        if self.filters.is_narrow:
            return _("No release fits. Write fewer letters, or choose “Show all”.")
        return _("The archive is still empty. Every release you write comes here by itself.")

    def _say_count(self) -> None:
        count = len(self.list.rows)
        words = ngettext("{count} release", "{count} releases", count).format(count=count)
        self.filters.count.configure(text=_("The first {count}").format(count=count) if self._has_more else words)

    def _more(self) -> None:
        """The end of the list is nearly in sight: the next fifty."""
        if not self._has_more:
            return
        self._has_more = False
        wanted = replace(self.filters.wanted, offset=len(self.list.rows))

        def add(rows: tuple[ArchiveRow, ...]) -> None:
            self._has_more = len(rows) == wanted.limit
            self.list.add(rows)
            self._say_count()

        answer = self.shell.desk.archive.search(wanted)
        when_answered(self.shell.scheduler, MORE, answer, add, refused=self._refused)

    def _cells(self, row: ArchiveRow) -> tuple[Cell, ...]:
        """A line; of several with the same title the open one says that it is."""
        below = _found(row.snippet) if row.snippet is not None else ((_(KINDS[row.kind]), False),)
        if self._doors.is_on_desk(row):
            below = ((_("open now"), True), (" · ", False), *below)
        return (
            Cell(text=long_date(row.date) if row.date else _("(no date)")),
            Cell(text=titled(row.title), is_strong=True, below=below),
            Cell(text=row.number),
            Cell(text=_(STATUSES[row.status])),
        )

    def _open_chosen(self) -> str:
        if self.list.chosen is not None:
            self._open(self.list.chosen)
        return "break"

    def _open(self, row: ArchiveRow) -> None:
        """What lies in the trash is looked at only after it is brought back."""
        if row.trashed_at is None:
            self._doors.open(row)


def _found(snippet: Snippet) -> tuple[tuple[str, bool], ...]:
    """The sentence in pieces; from shortly before the first word that was found."""
    first = snippet.hits[0][0] if snippet.hits else 0
    start = 0
    pieces: list[tuple[str, bool]] = []
    if first > _BEFORE_THE_HIT:
        start = snippet.text.rfind(" ", 0, first - _BEFORE_THE_HIT // 2) + 1
        pieces.append(("… ", False))
    for begin, end in snippet.hits:
        pieces += [(snippet.text[start:begin], False), (snippet.text[begin:end], True)]
        start = end
    pieces.append((snippet.text[start:], False))
    return tuple((" ".join(text.split("\n")), found) for text, found in pieces if text)
