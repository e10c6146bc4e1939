"""Whole cards selected together: a band behind them, a tick beside each, and a strip that says how many.

While cards are selected the keyboard belongs to the canvas, so that no letter goes into a text by mistake. Escape, a click
or an arrow ends it.
"""

from collections.abc import Callable
import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.ui import theme
from humas_desk.ui.blocks.scroller import Scroller
from humas_desk.ui.selection_strip import SelectionStrip, StripDoors
from humas_desk.ui.tag_keys import bind_tag
from humas_desk.values import dataclass

TAG = "HumasSelection"
"""Class tag of the canvas while it has the keyboard."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SelectionDoors:
    """What the selection asks of the form."""

    index: Callable[[str], int]
    key: Callable[[int], str | None]
    """The block at an index; None when there is none."""
    count: Callable[[], int]
    """How many blocks the release has."""
    begun: Callable[[], None]
    """Cards are selected now."""
    over: Callable[[], None]
    """No card is selected any more."""
    ended: Callable[[str, bool], None]
    """The writer goes back to writing: the cursor goes into this one: to its end when True."""


class CardSelection:
    """From the card where it began (the anchor) to the one it was drawn to (the head)."""

    def __init__(self, parent: tk.Misc, scroller: Scroller, doors: SelectionDoors) -> None:
        self._scroller = scroller
        self._doors = doors
        self._anchor = ""
        self._head = ""
        canvas = scroller.canvas
        self._band = canvas.create_rectangle(0, 0, 0, 0, state="hidden", width=theme.px(canvas, theme.TINY))
        self._ticks: list[int] = []
        self._strip = SelectionStrip(parent)
        canvas.bindtags((TAG, *canvas.bindtags()))

    def serve(self, doors: StripDoors) -> None:
        """What can be done with selected cards, by key and on the strip."""
        self._strip.doors = doors
        self._bind(self._scroller.canvas, doors)

    @property
    def is_on(self) -> bool:
        """Whether cards are selected."""
        return bool(self._anchor)

    @property
    def span(self) -> tuple[int, int] | None:
        """Indexes of the first and the last card; None: no card is selected."""
        if not self._anchor:
            return None
        ends = sorted((self._doors.index(self._anchor), self._doors.index(self._head)))
        return ends[0], ends[1]

    def begin(self, key: str) -> None:
        """Select this card; the keyboard is the selection's."""
        was_on, self._anchor, self._head = self.is_on, key, key
        self._scroller.canvas.focus_set()
        if not was_on:
            self._doors.begun()
        self._show()

    def extend(self, delta: int) -> None:
        """One card more in this direction, or one less."""
        key = self._doors.key(max(0, self._doors.index(self._head) + delta))
        if key is not None:
            self.extend_to(key)

    def extend_to(self, key: str, *, is_seen: bool = False) -> None:
        """From where it began to this card, which comes into view unless it `is_seen` already."""
        if key != self._head:
            self._head = key
            self._show()
            if not is_seen:
                self._scroller.see(key)

    def extend_to_edge(self, delta: int) -> None:
        """To the first card, or the last."""
        key = self._doors.key(0 if delta < 0 else self._doors.count() - 1)
        if key is not None:
            self.extend_to(key)

    def forget(self) -> None:
        """Nothing is selected any more; the cursor is somewhere else already."""
        if self._anchor:
            self._anchor = self._head = ""
            self._hide()
            self._doors.over()

    def end(self, delta: int = 0) -> None:
        """Back to writing: in the card it was drawn to; -1: before the first selected card's text, +1: behind the last."""
        span = self.span
        if span is None:
            return
        key = self._head if not delta else self._doors.key(span[0] if delta < 0 else span[1])
        self.forget()
        if key is not None:
            self._doors.ended(key, delta > 0)

    def keep(self, exists: Callable[[str], bool]) -> None:
        """Blocks came or went: what is left of the selection stays."""
        if self._anchor and not (exists(self._anchor) and exists(self._head)):
            self.forget()
        self.follow()

    def follow(self) -> None:
        """Rows have moved: the band and the ticks go with them."""
        span = self.span
        if span is None:
            return
        canvas, heights = self._scroller.canvas, self._scroller.heights
        keys = self._keys(span)
        if not keys:
            return
        half, edge = theme.pads(canvas, theme.SMALL, theme.TINY)
        right = self._scroller.left + self._scroller.row_width + half
        canvas.coords(self._band, edge, heights.top(keys[0]) - half, right, heights.bottom(keys[-1]) + half)
        canvas.itemconfigure(self._band, state="normal", fill=theme.NAVY_SOFT, outline=theme.NAVY)
        self._place_ticks(set(keys))

    def _keys(self, span: tuple[int, int]) -> list[str]:
        found = (self._doors.key(index) for index in range(span[0], span[1] + 1))
        return [key for key in found if key is not None and key in self._scroller.heights]

    def _place_ticks(self, keys: set[str]) -> None:
        canvas, heights = self._scroller.canvas, self._scroller.heights
        y = self._scroller.y
        seen = [key for key in heights.between(y, y + self._scroller.view_height) if key in keys]
        while len(self._ticks) < len(seen):
            icon = ttk.Icon("check-circle-fill", size=theme.ICON_SMALL, color=theme.NAVY)
            self._ticks.append(canvas.create_image(0, 0, image=icon, anchor="nw"))
        for number, tick in enumerate(self._ticks):
            if number < len(seen):
                canvas.coords(
                    tick, theme.px(canvas, theme.SMALL), heights.top(seen[number]) + theme.px(canvas, theme.PAD)
                )
            canvas.itemconfigure(tick, state="normal" if number < len(seen) else "hidden")

    def _show(self) -> None:
        span = self.span
        if span is not None:
            self._strip.show(span[1] - span[0] + 1)
            self.follow()

    def _hide(self) -> None:
        self._strip.hide()
        for item in (self._band, *self._ticks):
            self._scroller.canvas.itemconfigure(item, state="hidden")

    def _bind(self, canvas: tk.Canvas, strip: StripDoors) -> None:
        keys: tuple[tuple[str, Callable[[], object]], ...] = (
            ("<Up>", lambda: self.end(-1)),
            ("<Left>", lambda: self.end(-1)),
            ("<Down>", lambda: self.end(+1)),
            ("<Right>", lambda: self.end(+1)),
            ("<Escape>", self.end),
            ("<Return>", self.end),
            ("<Tab>", self.end),
            ("<Shift-Up>", lambda: self.extend(-1)),
            ("<Shift-Left>", lambda: self.extend(-1)),
            ("<Shift-Down>", lambda: self.extend(+1)),
            ("<Shift-Right>", lambda: self.extend(+1)),
            ("<Shift-Control-Home>", lambda: self.extend_to_edge(-1)),
            ("<Shift-Control-End>", lambda: self.extend_to_edge(+1)),
            ("<<SelectAll>>", self.select_all),
            ("<Alt-Up>", lambda: strip.move(-1)),
            ("<Alt-Down>", lambda: strip.move(+1)),
            ("<Delete>", strip.delete),
            ("<BackSpace>", strip.delete),
            ("<<Copy>>", strip.copy),
            ("<<Cut>>", strip.cut),
            ("<<Paste>>", strip.paste),
        )
        for sequence, work in keys:
            bind_tag(canvas, TAG, sequence, self._when_on(work))

    def select_all(self) -> None:
        """Every card."""
        first = self._doors.key(0)
        if first is not None:
            self.begin(first)
            self.extend_to_edge(+1)

    def _when_on(self, work: Callable[[], object]) -> Callable[[object], str | None]:
        def pressed(_event: object) -> str | None:
            if not self.is_on:
                return None
            work()
            return "break"

        return pressed
