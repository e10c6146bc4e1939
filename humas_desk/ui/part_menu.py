"""What can be done with a part, for the menus that open beside it; the window's menu bar has the same words and keys."""

from functools import partial
import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.ui.fields.context_menu import PartEntry
from humas_desk.ui.parts import Parts
from humas_desk.ui.writing_actions import KINDS
from humas_desk.wording import _


def part_entries(parts: Parts) -> tuple[tuple[PartEntry, ...], ...]:
    """Becoming another kind; doubling and deleting."""
    kinds = tuple(
        PartEntry(label=_plain(msgid), key=key, run=partial(parts.convert, kind), can=parts.can_convert)
        for kind, msgid, key, _icon in KINDS
    )
    join = PartEntry(label=_plain("&Join to the paragraph before"), key="Ctrl+J", run=parts.join, can=parts.can_join)
    return (
        (*kinds, join),
        (
            PartEntry(label=_plain("&Duplicate"), key="Ctrl+D", run=parts.duplicate, can=parts.can_change),
            PartEntry(label=_plain("De&lete this part"), key="Ctrl+Shift+Del", run=parts.delete, can=parts.can_change),
        ),
    )


def part_menu(parent: tk.Misc, parts: Parts) -> tk.Menu:
    """A menu of its own, for the button on a card's edge."""
    menu = ttk.Menu(parent)
    entries: dict[int, PartEntry] = {}
    for number, group in enumerate(part_entries(parts)):
        if number:
            menu.add_separator()
        for entry in group:
            menu.add_command(label=entry.label, accelerator=entry.key, command=entry.run)
            entries[int(str(menu.index("end")))] = entry

    def show_what_can_be_done() -> None:
        for at, entry in entries.items():
            menu.entryconfigure(at, state="normal" if entry.can() else "disabled")

    menu.configure(postcommand=show_what_can_be_done)
    return menu


def _plain(msgid: str) -> str:
    return _(msgid).replace("&", "")
