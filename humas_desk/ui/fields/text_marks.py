"""What is marked in a text beside its own styles: what a search found, and spaces at which no line breaks."""

import tkinter as tk

from humas_desk.desk.pasting import NO_BREAK
from humas_desk.ui import theme

HIT = "humas-hit"
HIT_NOW = "humas-hit-now"
NO_BREAK_MARK = "humas-no-break"


def prepare_marks(text: tk.Text) -> None:
    """How the marks look in this text; a selection is seen over all but the hit the writer is at."""
    text.tag_configure(NO_BREAK_MARK, background=theme.NAVY_SOFT, underline=True, underlinefg=theme.INK_FAINT)
    text.tag_configure(HIT, background=theme.AMBER_SOFT, underline=True)
    text.tag_configure(HIT_NOW, background=theme.AMBER, foreground=theme.PAPER, underline=True)
    text.tag_raise("sel")
    text.tag_raise(HIT_NOW)


def mark_no_breaks(text: tk.Text) -> None:
    """A space that holds two words together is seen, faintly."""
    text.tag_remove(NO_BREAK_MARK, "1.0", "end")
    at = text.search(NO_BREAK, "1.0", "end")
    while at:
        text.tag_add(NO_BREAK_MARK, at)
        at = text.search(NO_BREAK, f"{at} +1c", "end")
