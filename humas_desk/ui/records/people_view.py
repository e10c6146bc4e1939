"""The people register: who was quoted, how the name is written, and which position they hold."""

from collections.abc import Callable
from dataclasses import replace
import datetime as dt
import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.archive.people import PersonRow
from humas_desk.desk.shown_dates import long_date
from humas_desk.ui import theme
from humas_desk.ui.actions import Actions
from humas_desk.ui.answers import when_answered
from humas_desk.ui.fields import text_keys
from humas_desk.ui.fields.empty_hint import hint_while_empty
from humas_desk.ui.records import sizes
from humas_desk.ui.records.full_view import FullView
from humas_desk.ui.records.person_form import PersonForm
from humas_desk.ui.records.row_list import Cell, Column, RowList
from humas_desk.ui.shell import Shell
from humas_desk.wording import _, mark

LIST, SAVE, REMOVE = "people-list", "people-save", "people-remove"
NOBODY = PersonRow(name="")


class PeopleView(FullView):
    """The list on the left, the chosen person on the right."""

    action = "people"
    title_words = mark("People register")

    def __init__(self, shell: Shell, actions: Actions) -> None:
        self._all: tuple[PersonRow, ...] = ()
        self._is_changed = False
        """Something stands in the form that is not kept yet."""
        self._today = dt.datetime.now().astimezone().date()
        super().__init__(shell, actions)

    def build(self) -> None:
        left = tk.Frame(self.body, background=theme.PAPER)
        left.pack(side="left", fill="both", expand=True)
        theme.line(self.body).pack(side="left", fill="y")
        self._build_search(left)
        columns = (Column(heading=_("Name and position")), Column(heading=_("Last quoted"), width=sizes.DATE))
        self.list: RowList[PersonRow] = RowList(
            left, columns, cells=self._cells, on_choose=self._chosen, on_open=_nothing, on_end=lambda: None
        )
        self.list.pack(fill="both", expand=True)
        self.list.bind_steps(self.entry)
        right = tk.Frame(self.body, background=theme.PAPER, width=theme.px(self, theme.SETTINGS_FORM_WIDTH))
        right.configure(width=theme.px(self, theme.DIALOG_WIDTH))
        right.pack_propagate(False)
        right.pack(side="right", fill="y")
        self._build_foot(right)
        self.form = PersonForm(right, on_change=self._changed)
        self.form.pack(fill="both", expand=True)

    def _build_search(self, parent: tk.Misc) -> None:
        row = tk.Frame(parent, background=theme.CHROME)
        row.pack(side="top", fill="x")
        pad = theme.px(self, theme.PAD)
        ttk.Label(row, icon="search", icon_size=theme.ICON, bootstyle=f"{theme.SURFACE_CHROME} secondary").pack(
            side="left", padx=theme.pair(self, theme.PAD, theme.GAP), pady=theme.px(self, theme.GAP)
        )
        self.words = tk.StringVar(self)
        self.entry = ttk.Entry(row, textvariable=self.words, font=theme.BODY, exportselection=False)
        text_keys.install(self.entry)
        hint_while_empty(self.entry, self.words, _("Name or position"), font=theme.BODY)
        self.entry.pack(side="left", fill="x", expand=True, pady=theme.px(self, theme.GAP))
        self.words.trace_add("write", lambda *_names: self._filter())
        new = ttk.Button(row, text=f" {_('Add somebody')}", icon="person-plus", command=self._new)
        new.configure(bootstyle=f"{theme.SURFACE_CHROME} outline", icon_size=theme.ICON)
        new.pack(side="left", padx=pad)

    def _build_foot(self, parent: tk.Misc) -> None:
        foot = ttk.Frame(parent, bootstyle=theme.SURFACE_CHROME, padding=theme.pair(self, theme.PAD, theme.GAP))
        foot.pack(side="bottom", fill="x")
        self.save = ttk.Button(foot, text=_("Save"), command=self._save, bootstyle="primary")
        self.save.pack(side="right")
        self.remove = ttk.Button(foot, text=_("Remove"), command=self._remove)
        self.remove.configure(bootstyle=f"{theme.SURFACE_CHROME} outline")
        self.remove.pack(side="right", padx=theme.px(self, theme.GAP))
        self.said = tk.Label(foot, font=theme.SMALL_TEXT, background=theme.CHROME, foreground=theme.RED, anchor="w")
        self.said.configure(borderwidth=0, justify="left", wraplength=theme.px(self, sizes.SIDE))
        self.said.pack(side="left")

    def entered(self) -> None:
        self.entry.focus_set()
        self._ask()

    def left(self) -> None:
        self._keep()
        for name in (LIST, REMOVE):
            self.shell.scheduler.cancel(name)

    def _ask(self, then: int = 0) -> None:
        """Read the register anew; afterwards this person is chosen."""

        def show(people: tuple[PersonRow, ...]) -> None:
            self._all = people
            if not self._is_changed:
                self._filter(then)

        answer = self.shell.desk.registers.people()
        when_answered(self.shell.scheduler, LIST, answer, show, refused=self.shell.tell_error)

    def _filter(self, then: int = 0) -> None:
        typed = self.words.get().casefold().split()
        found = [person for person in self._all if all(word in _all_words(person) for word in typed)]
        chosen = next((place for place, person in enumerate(found) if person.id == then), 0)
        empty = _("Nobody of that name.") if self._all else _("Nobody yet. Who is quoted comes here by itself.")
        self.list.show(found, empty=empty, chosen=chosen)

    def _cells(self, person: PersonRow) -> tuple[Cell, ...]:
        position = person.position_on(self._today) or _("(no position now)")
        used = long_date(person.used_at.astimezone().date()) if person.used_at else ""
        return (Cell(text=person.name, is_strong=True, below=((position, False),)), Cell(text=used))

    def _chosen(self, person: PersonRow | None) -> None:
        self._keep()
        self.form.show(person or NOBODY)
        self._tag_all(self.form)
        self.remove.state(["!disabled" if person is not None else "disabled"])
        self._say("")
        self.save.state(["disabled"])

    def _changed(self) -> None:
        self._tag_all(self.form)
        self._say("")
        self._is_changed = True
        self.save.state(["!disabled" if self.form.person.name.strip() else "disabled"])

    def _new(self) -> None:
        self._keep()
        self.form.show(NOBODY)
        self.remove.state(["disabled"])
        self.form.name.entry.focus_set()

    def _save(self) -> None:
        def kept(number: int) -> None:
            self._is_changed = False
            if self.winfo_exists():
                self._ask(number)

        self._write(kept, self._say)

    def _keep(self) -> None:
        """The writer goes on to somebody else, or away: what was typed is kept without being asked for."""
        if not self._is_changed:
            return
        self._is_changed = False

        def kept(_number: int) -> None:
            if self.winfo_exists():
                chosen = self.list.chosen
                self._ask(chosen.id if chosen is not None else 0)

        def refused(words: str) -> None:
            self.shell.toasts.show(words, icon="exclamation-triangle")

        if self.form.person.name.strip():
            self._write(kept, refused)

    def _write(self, kept: Callable[[int], object], refused: Callable[[str], object]) -> None:
        """Have what stands in the form written; `refused` hears why it cannot be."""
        person = self.form.person
        positions = tuple(row for row in person.positions if row.position.strip())
        person = replace(person, name=person.name.strip(), positions=positions)
        if any(row.since and row.until and row.until < row.since for row in positions):
            refused(_("A position ends before it begins."))
            return
        answer = self.shell.desk.registers.save_person(person)
        when_answered(
            self.shell.scheduler,
            SAVE,
            answer,
            kept,
            refused=self.shell.tell_error,
            mistaken=lambda: refused(_("Somebody of this name is in the register already.")),
        )

    def _remove(self) -> None:
        """Out of the register, with a way back."""
        person = self.list.chosen
        if person is None:
            return
        self._is_changed = False
        registers, scheduler = self.shell.desk.registers, self.shell.scheduler

        def again(_number: int) -> None:
            if self.winfo_exists():
                self._ask()

        def bring_back() -> None:
            answer = registers.save_person(replace(person, id=0))
            when_answered(scheduler, REMOVE, answer, again, refused=self.shell.tell_error)

        def done(_nothing: object) -> None:
            self._ask()
            text = _("{name} is no longer in the register; releases keep what they say").format(name=person.name)
            self.shell.toasts.show(text, icon="person-dash", action=(_("Undo"), bring_back))

        when_answered(scheduler, REMOVE, registers.remove_person(person.id), done, refused=self.shell.tell_error)

    def _say(self, words: str) -> None:
        if self.winfo_exists():
            self.said.configure(text=words)


def _all_words(person: PersonRow) -> str:
    positions = " ".join(row.position for row in person.positions)
    return " ".join((person.name, person.short or "", *person.variants, positions)).casefold()


def _nothing(_person: PersonRow) -> None:
    return None
