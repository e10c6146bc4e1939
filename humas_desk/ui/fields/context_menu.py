"""What the right mouse button (or the menu key) offers in a text."""

from functools import partial
import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.wording import _, mark

_ENTRIES = (
    (mark("Cu&t"), "<<Cut>>"),
    (mark("&Copy"), "<<Copy>>"),
    (mark("&Paste"), "<<Paste>>"),
    (mark("Select &all"), "<<SelectAll>>"),
)


class ContextMenu:
    """One menu for all fields; it acts on the one it was opened for."""

    def __init__(self, parent: tk.Misc) -> None:
        self._target: tk.Misc | None = None
        self.menu = ttk.Menu(parent)
        for msgid, event in _ENTRIES:
            words = _(msgid)
            at = words.find("&")
            self.menu.add_command(label=words.replace("&", ""), underline=at, command=partial(self._send, event))

    def open(self, event: "tk.Event[tk.Misc]") -> str:
        """Show it where the pointer is, or at the field when a key asked for it."""
        self._target = event.widget
        event.widget.focus_set()
        by_key = event.type is tk.EventType.KeyPress
        x = event.widget.winfo_rootx() if by_key else event.x_root
        y = event.widget.winfo_rooty() + event.widget.winfo_height() if by_key else event.y_root
        self.menu.tk_popup(x, y)
        return "break"

    def _send(self, event: str) -> None:
        if self._target is not None:
            self._target.event_generate(event)
