"""Words in little room: as much as fits, then an ellipsis; never a letter cut in half."""

from collections.abc import Callable
import tkinter as tk
from tkinter.font import nametofont
from typing import TypeVar

import ttkbootstrap as ttk

Words = TypeVar("Words", tk.Label, ttk.Label)


def shortened(text: str, fits: Callable[[str], bool]) -> str:
    """The text, or as much of it from the left as fits, with an ellipsis."""
    if fits(text):
        return text
    few, many = 0, len(text)
    while few < many:
        middle = (few + many + 1) // 2
        few, many = (middle, many) if fits(text[:middle].rstrip() + "…") else (few, middle - 1)
    return text[:few].rstrip() + "…"


def keep_within(label: Words) -> Words:
    """The label shortens its words when it is narrower than they are, and has them back when it is wide enough.

    It asks for hardly any room itself, so that shortening moves nothing: whoever places it lets it fill its row.
    """
    words, font = str(label["text"]), nametofont(str(label["font"]), label)

    def fit(event: "tk.Event[tk.Misc]") -> None:
        text = shortened(words, lambda part: font.measure(part) <= event.width)
        if text != label["text"]:
            label.configure(text=text)

    label.configure(width=1)
    label.bind("<Configure>", fit, add=True)
    return label
