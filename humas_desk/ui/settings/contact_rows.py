"""The people the media may call: one row each, and a button for one more."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
import tkinter as tk
from typing import Any

import ttkbootstrap as ttk

from humas_desk.release.person import Contact
from humas_desk.ui import theme
from humas_desk.ui.fields.field import Field
from humas_desk.ui.fields.line_field import LineField
from humas_desk.wording import _


class ContactRows(tk.Frame):
    """Shows contacts and reports every change as the whole tuple."""

    def __init__(
        self, parent: tk.Misc, on_change: Callable[[tuple[Contact, ...]], None], on_rows: Callable[[], None]
    ) -> None:
        super().__init__(parent, background=theme.PAPER)
        self._on_change = on_change
        self._on_rows = on_rows
        self._contacts: tuple[Contact, ...] = ()
        self._rows: list[tk.Frame] = []
        self._add = ttk.Button(self, text=_("Add a contact"), icon="plus", command=self._one_more, bootstyle="ghost")
        self._add.pack(side="bottom", anchor="w")

    def show(self, contacts: tuple[Contact, ...]) -> None:
        """These people."""
        if contacts == self._contacts and len(self._rows) == len(contacts):
            return
        self._contacts = contacts
        for row in self._rows:
            row.destroy()
        self._rows = [self._row(number, contact) for number, contact in enumerate(contacts)]
        self._on_rows()

    def _row(self, number: int, contact: Contact) -> tk.Frame:
        row = tk.Frame(self, background=theme.PAPER)
        row.pack(side="top", fill="x", pady=theme.pair(self, 0, theme.SNUG))
        labels = (("name", _("Name"), 3), ("phone", _("Telephone"), 2), ("email", _("E-mail"), 3))
        for column, (name, label, weight) in enumerate(labels):
            line = LineField(row, name, partial(self._typed, number), label=label if number == 0 else "")
            line.show(getattr(contact, name))
            line.frame.grid(row=0, column=column, sticky="sew", padx=theme.pair(self, 0, theme.SNUG))
            row.grid_columnconfigure(column, weight=weight, uniform="contact")
        remove = ttk.Button(
            row, icon="trash3", icon_only=True, command=partial(self._remove, number), bootstyle="ghost", takefocus=True
        )
        remove.grid(row=0, column=len(labels), sticky="se")
        ttk.ToolTip(remove, text=_("Remove this contact"))
        return row

    def _typed(self, number: int, line: Field, value: object) -> None:
        change: dict[str, Any] = {line.name: value}
        contact = replace(self._contacts[number], **change)
        self._contacts = (*self._contacts[:number], contact, *self._contacts[number + 1 :])
        self._on_change(self._contacts)

    def _one_more(self) -> None:
        self.show((*self._contacts, Contact()))
        self._on_change(self._contacts)

    def _remove(self, number: int) -> None:
        self.show((*self._contacts[:number], *self._contacts[number + 1 :]))
        self._on_change(self._contacts)
