"""Moving about the pages: wheel, arrow and page keys, and Ctrl with the wheel for the zoom."""

from collections.abc import Callable
from functools import partial
import tkinter as tk

from humas_desk.ui import theme


def bind_scrolling(canvas: tk.Canvas, *, zoom_step: Callable[[int], None], on_read: Callable[[], None]) -> None:
    """Wheel, shift and wheel, Ctrl and wheel, and the arrow and page keys; `on_read` hears of each move."""
    step = theme.px(canvas, theme.WHEEL_STEP)

    def down(direction: int) -> None:
        on_read()
        canvas.yview_scroll(-direction * step, "units")

    def across(direction: int) -> None:
        on_read()
        canvas.xview_scroll(-direction * step, "units")

    for modifier, turn in (("", down), ("Shift-", across), ("Control-", zoom_step)):
        _bind_wheel(canvas, modifier, turn)
    canvas.bind("<Button-1>", lambda _event: canvas.focus_set())
    moves: dict[str, Callable[[], object]] = {
        "<Up>": partial(down, 1),
        "<Down>": partial(down, -1),
        "<Prior>": partial(canvas.yview_scroll, -1, "pages"),
        "<Next>": partial(canvas.yview_scroll, 1, "pages"),
        "<Home>": partial(canvas.yview_moveto, 0),
        "<End>": partial(canvas.yview_moveto, 1),
    }
    for key, move in moves.items():
        canvas.bind(key, partial(_take, on_read, move))


def _take(on_read: Callable[[], None], move: Callable[[], object], _event: object) -> None:
    on_read()
    move()


def _bind_wheel(canvas: tk.Canvas, modifier: str, turn: Callable[[int], None]) -> None:
    canvas.bind(f"<{modifier}MouseWheel>", lambda event: turn(1 if event.delta > 0 else -1))
    canvas.bind(f"<{modifier}Button-4>", lambda _event: turn(1))
    canvas.bind(f"<{modifier}Button-5>", lambda _event: turn(-1))
