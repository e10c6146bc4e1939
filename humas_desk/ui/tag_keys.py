"""Keys and clicks of the tags that our widgets share, and an end to them when the window's parts are made anew.

Tkinter itself keeps what once answered a tag, and with it the whole window that the answer belonged to.
"""

from collections.abc import Callable
import tkinter as tk
from weakref import WeakKeyDictionary

_answers: WeakKeyDictionary[tk.Misc, list[tuple[str, str, str]]] = WeakKeyDictionary()
"""Of each root: tag, event sequence and the name Tk calls the answer by."""


def bind_tag(
    widget: tk.Misc, tag: str, sequence: str, answer: "Callable[[tk.Event[tk.Misc]], object]", *, add: bool = False
) -> None:
    """Widgets with the tag answer the event with this, instead of what they did or (`add`) after it."""
    name = widget.bind_class(tag, sequence, answer, add=add)
    _answers.setdefault(widget.nametowidget("."), []).append((tag, sequence, name))


def forget_tags(root: tk.Misc) -> None:
    """Nothing answers the tags any more."""
    for tag, sequence, name in _answers.pop(root, ()):
        root.unbind_class(tag, sequence)
        root.deletecommand(name)
