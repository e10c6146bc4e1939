"""Dragging a card by its grip: a navy line shows where it would stand; near an edge the form scrolls."""

from collections.abc import Callable, Sequence
import tkinter as tk

from humas_desk.ui import theme
from humas_desk.ui.blocks.card_tools import CardTools
from humas_desk.ui.blocks.scroller import Scroller
from humas_desk.ui.scheduler import Scheduler
from humas_desk.ui.tag_keys import bind_tag

_WORK = "form-drag"


class CardDrag:
    """One drag at a time; Escape gives it up."""

    def __init__(
        self,
        scroller: Scroller,
        tools: CardTools,
        scheduler: Scheduler,
        *,
        keys: Callable[[], Sequence[str]],
        begin: Callable[[str], None],
        drop: Callable[[str, int], None],
    ) -> None:
        """`keys` gives the blocks in order; `begin(key)` is told which card is taken, `drop(key, to)` is told once, with the index the block shall have."""
        self._scroller = scroller
        self._tools = tools
        self._scheduler = scheduler
        self._keys = keys
        self._begin_drag = begin
        self._drop = drop
        self._key: str | None = None
        self._gap = 0
        self._y = 0
        canvas = scroller.canvas
        self.line = tk.Frame(canvas, background=theme.NAVY, height=theme.px(canvas, theme.FOCUS_EDGE))
        self._line_item = canvas.create_window(0, 0, anchor="nw", window=self.line, state="hidden")
        tools.on_made = self._listen
        window = str(canvas.winfo_toplevel())
        bind_tag(canvas, window, "<Escape>", lambda _event: self._end(is_dropped=False), add=True)

    def _listen(self, grip: tk.Label) -> None:
        grip.bind("<Button-1>", self._begin)
        grip.bind("<B1-Motion>", self._pulled)
        grip.bind("<ButtonRelease-1>", lambda _event: self._end(is_dropped=True))

    def _begin(self, event: "tk.Event[tk.Misc]") -> None:
        self._key = self._tools.key
        self._y = event.y_root - self._scroller.canvas.winfo_rooty()
        if self._key is not None:
            self._gap = list(self._keys()).index(self._key)
            self._tools.is_held = True
            self._begin_drag(self._key)
            self._scheduler.every(_WORK, theme.DRAG_STEP_MS, self._step)

    def _pulled(self, event: "tk.Event[tk.Misc]") -> None:
        self._y = event.y_root - self._scroller.canvas.winfo_rooty()
        self._moved()

    def _moved(self) -> None:
        if self._key is None:
            return
        keys = list(self._keys())
        heights = self._scroller.heights
        y = self._y + self._scroller.y
        middles = [heights.top(key) + heights.height(key) // 2 for key in keys]
        self._gap = sum(middle < y for middle in middles)
        self._show_line(keys)

    def _show_line(self, keys: list[str]) -> None:
        heights, canvas = self._scroller.heights, self._scroller.canvas
        half = theme.px(canvas, theme.FOCUS_EDGE + theme.GAP) // 2
        y = heights.top(keys[self._gap]) - half if self._gap < len(keys) else heights.bottom(keys[-1]) + half
        y -= 0 if self._gap < len(keys) else theme.px(canvas, theme.FOCUS_EDGE)
        canvas.coords(self._line_item, self._scroller.left, y)
        canvas.itemconfigure(self._line_item, state="normal", width=self._scroller.row_width)
        self.line.lift()

    def _step(self) -> None:
        """Near an edge the form goes on by itself, the faster the nearer."""
        zone = theme.px(self._scroller, theme.DRAG_ZONE)
        y, height = self._y, self._scroller.view_height
        speed = y - zone if y < zone else y - (height - zone) if y > height - zone else 0
        if speed:
            self._scroller.scroll_to(self._scroller.y + max(-zone, min(zone, speed)) // 3)
            self._moved()

    def _end(self, *, is_dropped: bool) -> None:
        if self._key is None:
            return
        key, self._key = self._key, None
        self._tools.is_held = False
        self._scheduler.cancel(_WORK)
        self._scroller.canvas.itemconfigure(self._line_item, state="hidden")
        at = list(self._keys()).index(key)
        to = self._gap if self._gap <= at else self._gap - 1
        if is_dropped and to != at:
            self._drop(key, to)
