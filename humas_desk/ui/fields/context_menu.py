"""What the right mouse button (or the menu key) offers in a text."""

from collections.abc import Callable, Sequence
from functools import partial
import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.values import dataclass
from humas_desk.wording import _, mark

_ENTRIES = (
    (mark("Cu&t"), "<<Cut>>"),
    (mark("&Copy"), "<<Copy>>"),
    (mark("&Paste"), "<<Paste>>"),
    (mark("Select &all"), "<<SelectAll>>"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartEntry:
    """What the menu offers for the part the field stands in."""

    label: str
    key: str
    run: Callable[[], object]
    can: Callable[[], bool]


class ContextMenu:
    """One menu for all fields; it acts on the one it was opened for."""

    def __init__(self, parent: tk.Misc) -> None:
        self._target: tk.Misc | None = None
        self._parts: list[tuple[int, PartEntry]] = []
        self.menu = ttk.Menu(parent)
        for msgid, event in _ENTRIES:
            words = _(msgid)
            at = words.find("&")
            self.menu.add_command(label=words.replace("&", ""), underline=at, command=partial(self._send, event))

    def offer(self, groups: Sequence[Sequence[PartEntry]]) -> None:
        """Below what is done with letters: what is done with the whole part."""
        for group in groups:
            self.menu.add_separator()
            for entry in group:
                self.menu.add_command(label=entry.label, accelerator=entry.key, command=entry.run)
                self._parts.append((int(str(self.menu.index("end"))), entry))

    def open(self, event: "tk.Event[tk.Misc]") -> str:
        """Show it where the pointer is, or at the field when a key asked for it."""
        self._target = event.widget
        event.widget.focus_set()
        for number, entry in self._parts:
            self.menu.entryconfigure(number, state="normal" if entry.can() else "disabled")
        by_key = event.type is tk.EventType.KeyPress
        x = event.widget.winfo_rootx() if by_key else event.x_root
        y = event.widget.winfo_rooty() + event.widget.winfo_height() if by_key else event.y_root
        self.menu.tk_popup(x, y)
        return "break"

    def _send(self, event: str) -> None:
        if self._target is not None:
            self._target.event_generate(event)
