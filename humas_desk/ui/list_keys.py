"""Keys in every list to choose from, opened under a field or standing in a dialog: Home, End, page keys, first letters.

Tk's own lists know only the arrows: Home moves a list sideways there, and Page Down looks further without choosing.
"""

from collections.abc import Callable, Sequence
from functools import partial
import re
import tkinter as tk

from humas_desk.ui import theme

_LIST = "Listbox"
"""Also under fields: their lists have this class behind their own."""
_COMMAND_KEYS = 0x4 | 0x8
"""Ctrl and Alt in a key event's state."""
_LETTERS_FIRST = re.compile(r"^[\W_]+")


class TypeAhead:
    """The first letters of an entry find it; those that follow each other quickly belong together."""

    def __init__(self) -> None:
        self._typed = ""
        self._at = 0
        self._list = ""

    def find(self, event: "tk.Event[tk.Misc]", entries: Sequence[str]) -> int | None:
        """The entry that begins with what is typed by now; None when this is no letter, or there is no such entry."""
        is_command = isinstance(event.state, int) and bool(event.state & _COMMAND_KEYS)
        if is_command or not event.char or not event.char.isprintable():
            return None
        goes_on = event.time - self._at <= theme.TYPE_AHEAD_MS and str(event.widget) == self._list
        self._typed = (self._typed if goes_on else "") + event.char.casefold()
        self._at, self._list = event.time, str(event.widget)
        words = [_LETTERS_FIRST.sub("", entry).casefold() for entry in entries]
        return next((number for number, text in enumerate(words) if text.startswith(self._typed)), None)


def teach_lists(root: tk.Misc) -> None:
    """For all lists there will be; once, when the root exists."""
    typed = TypeAhead()
    steps: dict[str, Callable[[int, int, int], int]] = {
        "<Home>": lambda _now, _page, _count: 0,
        "<End>": lambda _now, _page, count: count - 1,
        "<Prior>": lambda now, page, _count: max(0, now - page),
        "<Next>": lambda now, page, count: min(now + page, count - 1),
    }
    for sequence, where in steps.items():
        root.bind_class(_LIST, sequence, partial(_step, root, where))
    root.bind_class(_LIST, "<Key>", partial(_letter, root, typed))


def _step(root: tk.Misc, where: Callable[[int, int, int], int], event: "tk.Event[tk.Misc]") -> str:
    box = str(event.widget)
    count = int(root.tk.call(box, "size"))
    if count:
        lowest = root.tk.call("winfo", "height", box)
        first, last = (int(root.tk.call(box, "nearest", edge)) for edge in (0, lowest))
        _choose(root, box, where(int(root.tk.call(box, "index", "active")), max(1, last - first), count))
    return "break"


def _letter(root: tk.Misc, typed: TypeAhead, event: "tk.Event[tk.Misc]") -> None:
    box = str(event.widget)
    found = typed.find(event, root.tk.splitlist(root.tk.call(box, "get", 0, "end")))
    if found is not None:
        _choose(root, box, found)


def _choose(root: tk.Misc, box: str, number: int) -> None:
    """The list is spoken to by its name: Python does not know those that Tk opens under a field."""
    for words in (
        ("selection", "clear", 0, "end"),
        ("selection", "set", number),
        ("activate", number),
        ("see", number),
    ):
        root.tk.call(box, *words)
    root.tk.call("event", "generate", box, "<<ListboxSelect>>")
