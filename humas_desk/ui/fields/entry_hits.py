"""What a search found in a one-line input: a bar under each hit, for an entry cannot colour a part of its text."""

from collections.abc import Sequence
import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.ui import theme
from humas_desk.ui.fields.field import Spot


class EntryHits:
    """The bars of one entry; they follow its text when it scrolls or becomes wider."""

    def __init__(self, entry: ttk.Entry) -> None:
        self._entry = entry
        self._hits: tuple[Spot, ...] = ()
        self._now: Spot | None = None
        self._bars: list[tk.Frame] = []
        for sequence in ("<Configure>", "<KeyRelease>", "<ButtonRelease>", "<FocusIn>"):
            entry.bind(sequence, lambda _event: self._draw(), add=True)

    @property
    def bars(self) -> tuple[tk.Frame, ...]:
        """The bars that are seen."""
        return tuple(self._bars)

    def show(self, hits: Sequence[Spot], now: Spot | None) -> None:
        """Mark these stretches; the one the writer is at more strongly. None: no marks."""
        self._hits, self._now = tuple(hits), now
        self._draw()

    def _draw(self) -> None:
        while self._bars:
            self._bars.pop().destroy()
        for hit in self._hits:
            self._bar(hit)

    def _bar(self, hit: Spot) -> None:
        entry = self._entry
        height, inset = entry.winfo_height(), theme.px(entry, theme.TINY)
        left, right = stretch(entry, hit)
        if right <= left:
            return
        thick = theme.px(entry, theme.FOCUS_EDGE if hit == self._now else theme.TINY)
        bar = tk.Frame(entry, background=theme.AMBER, height=thick, width=right - left)
        bar.place(x=left, y=height - thick - inset)
        self._bars.append(bar)


def stretch(entry: ttk.Entry, spot: Spot) -> tuple[int, int]:
    """Where in the entry these characters are seen, from and to, in pixels; nothing of them is seen when they are equal."""
    width = entry.winfo_width()
    if width <= 1 or spot.end <= spot.start:
        return 0, 0
    first, last = entry.bbox(spot.start), entry.bbox(spot.end - 1)
    inset = theme.px(entry, theme.TINY)
    left, right = max(inset, first[0]), min(width - inset, last[0] + last[2])
    return left, max(left, right)
