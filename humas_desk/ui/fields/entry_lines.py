"""What the checker found in a one-line input: a line under each, for an entry cannot underline a part of its text."""

from collections.abc import Sequence
import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.language.findings import Severity
from humas_desk.ui import theme
from humas_desk.ui.fields.entry_hits import stretch
from humas_desk.ui.fields.field import Mark

_DASHES: dict[Severity, tuple[int, ...]] = {Severity.ERROR: (), Severity.WARNING: (6, 3), Severity.HINT: (2, 3)}


class EntryLines:
    """The lines of one entry; they follow its text when it scrolls or becomes wider."""

    def __init__(self, entry: ttk.Entry) -> None:
        self._entry = entry
        self._marks: tuple[Mark, ...] = ()
        self._lines: list[tk.Canvas] = []
        for sequence in ("<Configure>", "<KeyRelease>", "<ButtonRelease>", "<FocusIn>"):
            entry.bind(sequence, lambda _event: self._draw(), add=True)

    @property
    def lines(self) -> tuple[tk.Canvas, ...]:
        """The lines that are seen."""
        return tuple(self._lines)

    def show(self, marks: Sequence[Mark]) -> None:
        """Draw these lines and no others."""
        self._marks = tuple(marks)
        self._draw()

    def key_at(self, index: int) -> str | None:
        """The key of the line under this character; None when there is none."""
        return next((mark.key for mark in self._marks if mark.spot.start <= index < mark.spot.end), None)

    def _draw(self) -> None:
        while self._lines:
            self._lines.pop().destroy()
        for mark in self._marks:
            self._line(mark)

    def _line(self, mark: Mark) -> None:
        entry = self._entry
        left, right = stretch(entry, mark.spot)
        if right <= left:
            return
        ink = {Severity.ERROR: theme.RED, Severity.WARNING: theme.AMBER, Severity.HINT: theme.NAVY}[mark.severity]
        thick = theme.px(entry, theme.TINY)
        line = tk.Canvas(entry, background=theme.PAPER, highlightthickness=0, borderwidth=0)
        line.configure(width=right - left, height=thick)
        line.create_line(0, thick / 2, right - left, thick / 2, fill=ink, width=thick, dash=_DASHES[mark.severity])
        line.place(x=left, y=entry.winfo_height() - 2 * thick - theme.px(entry, theme.TINY))
        self._lines.append(line)
