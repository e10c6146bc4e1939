"""Rows of widgets on a canvas: only those near the view are there, so that two hundred scroll like twenty.

Never one tall frame: a ttk frame of the whole list's height asks the X server for a pixmap it cannot give.
"""

from collections.abc import Callable, Sequence
import tkinter as tk
from typing import Protocol

import ttkbootstrap as ttk

from humas_desk.ui import theme
from humas_desk.ui.blocks.heights import Heights, Row
from humas_desk.ui.scheduler import Scheduler
from humas_desk.ui.tag_keys import bind_tag

LIVE_ROWS = 24
"""Most rows that have widgets at one time."""
_WHEEL = "HumasWheel"
_HOVER = "HumasHover"
_WORK = "form-rows"
_WHEEL_DELTA = 120
_PREFETCH_MS = 40
"""What is in view is painted first."""
_PREFETCH_STEP_MS = 5
_FRESH_MS = 12
"""Until a new frame is laid out; its height is estimated meanwhile."""
_SHIFT = 1
_BUTTON_TURNS = {"4": -1, "5": 1}
"""X11 tells the wheel as buttons."""


class RowSource(Protocol):
    """Gives the widgets of rows, and takes them back."""

    def open_row(self, key: str) -> tk.Frame:
        """The row's frame, a child of the scroller's canvas, showing the row."""

    def close_row(self, key: str) -> None:
        """The row went out of sight; its frame may show another row."""

    def is_kept(self, key: str) -> bool:
        """Whether the row must keep its widgets also out of sight (the cursor is in it)."""


class Scroller(tk.Frame):
    """A canvas with rows, a scrollbar and the mouse wheel."""

    def __init__(self, parent: tk.Misc, source: RowSource, scheduler: Scheduler) -> None:
        super().__init__(parent, background=theme.CHROME)
        self._source = source
        self._scheduler = scheduler
        self.heights = Heights()
        self.on_width: Callable[[], None] = lambda: None
        self.on_placed: Callable[[], None] = lambda: None
        self.on_hover: Callable[[str | None], None] = lambda _key: None
        self.on_press: Callable[[str | None, bool], bool] = lambda _key, _with_shift: False
        """The left button goes down over a row, with Shift or without; True when nothing else is to come of it."""
        self._live: dict[str, tk.Frame] = {}
        self._items: dict[tk.Frame, int] = {}
        self._key_of: dict[tk.Frame, str] = {}
        self._size = (0, 0)
        self._region = -1
        self._hover: str | None = None
        self._summoned: str | None = None
        self._anchor: tuple[str, int] | None = None
        self._fresh: set[tk.Frame] = set()
        self.bar = ttk.Scrollbar(self, orient="vertical", command=self._drag_bar)
        self.canvas = tk.Canvas(self, background=theme.CHROME, highlightthickness=0, borderwidth=0)
        self.canvas.configure(yscrollincrement=1, takefocus=False, yscrollcommand=self.bar.set)
        self.canvas.pack(side="left", fill="both", expand=True)
        self.bar.pack(side="right", fill="y")
        self.canvas.bind("<Configure>", self._on_configure)
        self._bind_wheel()

    # Rows ----------------------------------------------------------------------------------------------------------

    @property
    def live(self) -> dict[str, tk.Frame]:
        """The rows that have widgets now."""
        return self._live

    @property
    def left(self) -> int:
        """Where rows begin: a gutter for the grip."""
        return theme.px(self, theme.GUTTER)

    @property
    def row_width(self) -> int:
        """Width of every row."""
        return max(1, self._size[0] - self.left - theme.px(self, theme.GAP))

    def arrange(self, rows: Sequence[Row]) -> None:
        """Show these rows; those that stay keep their place on the screen where that is possible."""
        self._remember_anchor()
        self.heights.arrange(rows)
        for key in [key for key in self._live if key not in self.heights]:
            self._close(key)
        self.settle()

    def settle(self) -> None:
        """Put everything where it belongs now."""
        self._scheduler.cancel(_WORK)
        if self._size[0] <= 1:
            return
        self._follow_anchor()
        wanted = self._wanted()
        for key in [key for key in self._live if key not in wanted and not self._is_kept(key)]:
            self._close(key)
        view = set(self.heights.between(self.y, self.y + self._size[1]))
        for key in wanted:
            if key not in self._live and key in view:
                self._open(key)
        self._place()
        if any(key not in self._live for key in wanted):
            self._scheduler.within("form-prefetch", _PREFETCH_MS, self._prefetch)

    def bring_live(self, key: str) -> tk.Frame:
        """The row's frame, made and placed if need be."""
        if key not in self._live:
            self._open(key)
            self._place()
        return self._live[key]

    def show_now(self, key: str, widget: tk.Misc) -> None:
        """Bring a widget of the row into view before anything else happens: one that is not mapped takes no focus."""
        self._summoned = key
        frame = self.bring_live(key)
        self.see(key)
        self.canvas.update_idletasks()
        self._fresh.discard(frame)
        self._measure(key, frame)
        self.settle()
        top = widget.winfo_rooty() - frame.winfo_rooty()
        self.see(key, top, top + widget.winfo_height())
        self.canvas.update_idletasks()
        self._summoned = None

    def drop(self, key: str) -> None:
        """Take the row's widgets away now, also when the cursor is in it."""
        if key in self._live:
            self._close(key)

    def adopt(self, frame: tk.Misc, *, is_row: bool = True) -> None:
        """Let the wheel scroll the form over this widget and everything in it; over a row, tell that it is there."""
        tags = frame.bindtags()
        if _WHEEL not in tags:
            frame.bindtags((_WHEEL, *((_HOVER,) if is_row else ()), *tags))
        for child in frame.winfo_children():
            self.adopt(child, is_row=is_row)

    def key_at(self, y: int) -> str | None:
        """The row at a height on the screen, counted from the view's top."""
        return self.heights.nearest(self.y + y)

    # Scrolling -----------------------------------------------------------------------------------------------------

    @property
    def y(self) -> int:
        """What of the whole stands above the view, in pixels."""
        return int(self.canvas.canvasy(0))

    @property
    def view_height(self) -> int:
        return self._size[1]

    def scroll_to(self, y: int) -> None:
        """Show from this height on."""
        bottom = max(0, self._total - self._size[1])
        wanted = min(max(0, y), bottom)
        if wanted != self.y:
            self.canvas.yview_moveto(wanted / max(1, self._total))
            self._anchor = None
            self.settle()

    def see(self, key: str, upper: int = 0, lower: int | None = None) -> None:
        """Scroll as little as needed to show the row, or this stretch of it."""
        margin = theme.px(self, theme.WIDE)
        top = self.heights.top(key) + upper
        bottom = self.heights.bottom(key) if lower is None else self.heights.top(key) + lower
        if top - margin < self.y or bottom - top > self._size[1]:
            self.scroll_to(top - margin)
        elif bottom + margin > self.y + self._size[1]:
            self.scroll_to(bottom + margin - self._size[1])

    @property
    def _total(self) -> int:
        return self.heights.total + theme.px(self, theme.ROOMY)

    def _drag_bar(self, *what: str) -> None:
        if what[0] == "moveto":
            self.scroll_to(round(float(what[1]) * self._total))
        else:
            step = self._size[1] - theme.px(self, theme.ROOMY) if what[2].startswith("page") else self._wheel_step
            self.scroll_to(self.y + int(what[1]) * step)

    @property
    def _wheel_step(self) -> int:
        return theme.px(self, theme.WHEEL_STEP)

    def _bind_wheel(self) -> None:
        def scrolled(event: "tk.Event[tk.Misc]") -> str:
            turns = _BUTTON_TURNS.get(str(event.num), 0)
            share = turns or -event.delta / _WHEEL_DELTA
            self.scroll_to(self.y + round(share * self._wheel_step))
            return "break"

        for sequence in ("<MouseWheel>", "<Button-4>", "<Button-5>"):
            bind_tag(self, _WHEEL, sequence, scrolled)
        self.adopt(self.canvas)
        bind_tag(self, _HOVER, "<Motion>", self._hovered)
        bind_tag(self, _HOVER, "<Button-1>", self._pressed)
        self.canvas.bind("<Leave>", self._left)

    def _hovered(self, event: "tk.Event[tk.Misc]") -> None:
        y = event.y_root - self.canvas.winfo_rooty()
        key = self.key_at(y)
        if key != self._hover:
            self._hover = key
            self.on_hover(key)

    def _pressed(self, event: "tk.Event[tk.Misc]") -> str | None:
        y = event.y_root - self.canvas.winfo_rooty()
        with_shift = bool(int(event.state) & _SHIFT)
        return "break" if self.on_press(self.key_at(y), with_shift) else None

    def _left(self, event: "tk.Event[tk.Misc]") -> None:
        x, y = event.x_root - self.canvas.winfo_rootx(), event.y_root - self.canvas.winfo_rooty()
        if not (0 <= x < self._size[0] and 0 <= y < self._size[1]):
            self._hover = None
            self.on_hover(None)

    # Inside --------------------------------------------------------------------------------------------------------

    def _on_configure(self, event: "tk.Event[tk.Misc]") -> None:
        size = (event.width, event.height)
        if size == self._size:
            return
        is_other_width = size[0] != self._size[0]
        self._remember_anchor()
        self._size = size
        if is_other_width:
            self.heights.forget(tuple(self._live))
            for item in self._items.values():
                self.canvas.itemconfigure(item, width=self.row_width)
            self.on_width()
        self.settle()

    def _is_kept(self, key: str) -> bool:
        return key == self._summoned or self._source.is_kept(key)

    def _wanted(self) -> tuple[str, ...]:
        """Rows in view first, then those around it, as many as may live."""
        margin = self._size[1] // 2
        upper, lower = self.y, self.y + self._size[1]
        inner = self.heights.between(upper, lower)
        outer = self.heights.between(upper - margin, lower + margin)
        around = sorted((key for key in outer if key not in inner), key=lambda key: self._distance(key, upper, lower))
        return (*inner, *around)[:LIVE_ROWS]

    def _distance(self, key: str, upper: int, lower: int) -> int:
        return max(self.heights.top(key) - lower, upper - self.heights.bottom(key))

    def _prefetch(self) -> None:
        """One row beyond the view, when there is time."""
        missing = [key for key in self._wanted() if key not in self._live]
        if missing:
            self._open(missing[0])
            self._place()
        if len(missing) > 1:
            self._scheduler.after("form-prefetch", _PREFETCH_STEP_MS, self._prefetch)

    def _open(self, key: str) -> None:
        frame = self._source.open_row(key)
        if frame not in self._items:
            self._items[frame] = self.canvas.create_window(0, 0, anchor="nw", window=frame, width=self.row_width)
            self.adopt(frame)
            frame.bind("<Configure>", lambda _event: self._row_configured(frame), add=True)
            self._fresh.add(frame)
            self._scheduler.within("form-measure", _FRESH_MS, self._measure_fresh)
        self._live[key] = frame
        self._key_of[frame] = key
        self._measure(key, frame)

    def _close(self, key: str) -> None:
        frame = self._live.pop(key)
        del self._key_of[frame]
        self.canvas.itemconfigure(self._items[frame], state="hidden")
        self._source.close_row(key)

    def _row_configured(self, frame: tk.Frame) -> None:
        key = self._key_of.get(frame)
        if key is not None and frame.winfo_width() == self.row_width:
            self.canvas.itemconfigure(self._items[frame], height=0)
            self._measure(key, frame)

    def _measure(self, key: str, frame: tk.Frame) -> None:
        height = frame.winfo_reqheight()
        if frame in self._fresh:
            return
        if frame.winfo_width() != self.row_width or height <= 1 or height == self.heights.height(key):
            return
        self._remember_anchor()
        if self.heights.measure(key, height):
            self._scheduler.soon(_WORK, self.settle)

    def _measure_fresh(self) -> None:
        """New frames have their width now, and their texts the height that goes with it."""
        frames, self._fresh = self._fresh, set()
        for frame in frames:
            if frame in self._key_of:
                self._measure(self._key_of[frame], frame)

    def _place(self) -> None:
        if self._total != self._region:
            self._region = self._total
            self.canvas.configure(scrollregion=(0, 0, self._size[0], self._total))
        for key, frame in self._live.items():
            item = self._items[frame]
            place = [float(self.left), float(self.heights.top(key))]
            if frame.winfo_width() != self.row_width:  # the canvas lays out only what it thinks is in view
                self.canvas.itemconfigure(item, height=self.heights.height(key))
            if self.canvas.coords(item) != place:
                self.canvas.coords(item, *place)
            if self.canvas.itemcget(item, "state") == "hidden":
                self.canvas.itemconfigure(item, state="normal")
        self.on_placed()

    def _remember_anchor(self) -> None:
        """The row that shall not move on the screen while heights change."""
        if self._anchor is not None or self._size[0] <= 1 or self.y <= 0:
            return
        in_view = self.heights.between(self.y, self.y + self._size[1])
        chosen = next((key for key in in_view if self._source.is_kept(key)), None) or next(iter(in_view), None)
        if chosen is not None:
            self._anchor = (chosen, self.heights.top(chosen) - self.y)

    def _follow_anchor(self) -> None:
        if self._anchor is None:
            return
        key, distance = self._anchor
        self._anchor = None
        if key in self.heights:
            wanted = max(0, min(self.heights.top(key) - distance, self._total - self._size[1]))
            if wanted != self.y:
                self.canvas.configure(scrollregion=(0, 0, self._size[0], self._total))
                self._region = self._total
                self.canvas.yview_moveto(wanted / max(1, self._total))
