"""One person of the register: names, other spellings, and which positions they held when."""

from collections.abc import Callable
from dataclasses import replace
import datetime as dt
import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.archive.people import PersonRow, PositionRow
from humas_desk.ui import theme
from humas_desk.ui.fields.date_field import DateField
from humas_desk.ui.fields.field import Field
from humas_desk.ui.fields.line_field import LineField
from humas_desk.ui.settings.scrolled import Scrolled
from humas_desk.wording import _

_SEPARATOR = ";"


class PersonForm(tk.Frame):
    """Shows a person; `person` is what stands in it now, `on_change` hears of every change."""

    def __init__(self, parent: tk.Misc, *, on_change: Callable[[], object]) -> None:
        super().__init__(parent, background=theme.PAPER)
        self._on_change = on_change
        self._person = PersonRow(name="")
        scrolled = Scrolled(self)
        scrolled.pack(fill="both", expand=True)
        self._inside = tk.Frame(scrolled.inside, background=theme.PAPER)
        self._inside.pack(fill="x", padx=theme.px(self, theme.ROOMY), pady=theme.px(self, theme.WIDE))
        self.name = self._line("name", _("Full name, with degrees"), _("As it stands at the first mention"))
        self.short = self._line("short", _("Short name"), _("How the text calls the person afterwards"))
        self.variants = self._line("variants", _("Other right spellings"), _("Divided by semicolons"))
        ttk.Label(self._inside, text=_("Positions"), font=theme.UI_BOLD).pack(
            anchor="w", pady=theme.pair(self, theme.GAP, theme.SMALL)
        )
        self._rows = tk.Frame(self._inside, background=theme.PAPER)
        self._rows.pack(fill="x")
        self.add = ttk.Button(self._inside, text=f" {_('Add a position')}", icon="plus-lg", command=self._add)
        self.add.configure(bootstyle="outline", icon_size=theme.ICON_SMALL)
        self.add.pack(anchor="w", pady=theme.pair(self, theme.SMALL, 0))

    @property
    def person(self) -> PersonRow:
        """What stands there now."""
        return self._person

    def show(self, person: PersonRow) -> None:
        """This person."""
        self._person = person
        self.name.show(person.name)
        self.short.show(person.short or "")
        self.variants.show(f"{_SEPARATOR} ".join(person.variants))
        self._show_positions()

    def _line(self, name: str, label: str, placeholder: str) -> LineField:
        field = LineField(self._inside, name, self._typed, label=label, placeholder=placeholder)
        field.frame.pack(fill="x", pady=theme.pair(self, 0, theme.GAP))
        return field

    def _typed(self, field: Field, value: object) -> None:
        text = value if isinstance(value, str) else ""
        if field.name == "variants":
            parts = tuple(part.strip() for part in text.split(_SEPARATOR) if part.strip())
            self._person = replace(self._person, variants=parts)
        elif field.name == "short":
            self._person = replace(self._person, short=text.strip() or None)
        else:
            self._person = replace(self._person, name=text)
        self._on_change()

    def _show_positions(self) -> None:
        for child in self._rows.winfo_children():
            child.destroy()
        for index, row in enumerate(self._person.positions):
            self._position(index, row)

    def _position(self, index: int, row: PositionRow) -> None:
        """Position in one line, its days below."""
        frame = tk.Frame(self._rows, background=theme.PAPER)
        frame.pack(fill="x", pady=theme.pair(self, 0, theme.PAD))
        frame.grid_columnconfigure((0, 1), weight=1, uniform="days")

        def report(field: Field, value: object) -> None:
            self._change(index, field.name, value)

        position = LineField(frame, "position", report, label=_("Position"))
        position.show(row.position)
        position.frame.grid(row=0, column=0, columnspan=2, sticky="ew")
        remove = ttk.Button(
            frame, icon="trash3", icon_only=True, bootstyle="ghost", command=lambda: self._remove(index)
        )
        remove.grid(row=0, column=2, sticky="s")
        ttk.ToolTip(remove, text=_("Remove this position"))
        for column, (name, label, day) in enumerate(
            (("since", _("Since (empty: not known)"), row.since), ("until", _("Until (empty: still)"), row.until))
        ):
            field = DateField(frame, name, report, label=label)
            field.show(day)
            pad = theme.pair(self, theme.SMALL if column else 0, 0)
            field.frame.grid(row=1, column=column, sticky="ew", padx=pad)

    def _change(self, index: int, name: str, value: object) -> None:
        rows = list(self._person.positions)
        if name == "position":
            rows[index] = replace(rows[index], position=value if isinstance(value, str) else "")
        elif name == "since":
            rows[index] = replace(rows[index], since=value if isinstance(value, dt.date) else None)
        else:
            rows[index] = replace(rows[index], until=value if isinstance(value, dt.date) else None)
        self._person = replace(self._person, positions=tuple(rows))
        self._on_change()

    def _add(self) -> None:
        self._person = replace(self._person, positions=(*self._person.positions, PositionRow(position="")))
        self._show_positions()
        self._on_change()

    def _remove(self, index: int) -> None:
        rows = tuple(row for place, row in enumerate(self._person.positions) if place != index)
        self._person = replace(self._person, positions=rows)
        self._show_positions()
        self._on_change()
