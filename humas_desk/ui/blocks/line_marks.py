"""Bullets or numbers beside the lines of a text."""

import tkinter as tk

from humas_desk.ui import theme

_BULLET = "•"


class LineMarks:
    """A narrow column left of a text; one mark for every line the writer made, not for those that were wrapped."""

    def __init__(self, parent: tk.Misc) -> None:
        self.canvas = tk.Canvas(parent, background=theme.PAPER, highlightthickness=0, borderwidth=0)
        self.canvas.configure(width=theme.px(parent, theme.GUTTER), height=1)
        self._drawn: tuple[tuple[int, str], ...] = ()

    def draw(self, text: tk.Text, *, is_numbered: bool) -> None:
        """Marks for the text as it is now."""
        count = int(str(text.index("end-1c")).partition(".")[0])
        marks = tuple((_top(text, line), f"{line}." if is_numbered else _BULLET) for line in range(1, count + 1))
        if marks == self._drawn:
            return
        self._drawn = marks
        self.canvas.delete("all")
        before = theme.px(text, theme.HAIR + theme.BODY_LEADING_BEFORE)
        for y, mark in marks:
            self.canvas.create_text(
                theme.px(text, theme.TINY), y + before, anchor="nw", text=mark, font=theme.BODY, fill=theme.INK_SOFT
            )


def _top(text: tk.Text, line: int) -> int:
    """How many pixels of the text stand above a line."""
    return int(text.tk.call(str(text), "count", "-update", "-ypixels", "1.0", f"{line}.0"))
