"""A short word in the corner that goes by itself, with at most one thing to do about it."""

from collections.abc import Callable
import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.ui import theme
from humas_desk.ui.scheduler import Scheduler
from humas_desk.wording import _


class Toasts:
    """One toast at a time, above the status bar; the next one replaces it."""

    def __init__(self, root: tk.Misc, scheduler: Scheduler) -> None:
        self._root = root
        self._scheduler = scheduler
        self._shown: tk.Frame | None = None

    @property
    def text(self) -> str:
        """What stands there now; empty when nothing does."""
        return str(self._label.cget("text")) if self._shown is not None else ""

    def show(
        self,
        text: str,
        *,
        icon: str = "check2",
        action: tuple[str, Callable[[], object]] | None = None,
        stays: bool = False,
    ) -> None:
        """Show the text for a while; `action` is a verb and what it does, `stays`: until it is hidden or replaced."""
        self.hide()
        frame = tk.Frame(
            self._root,
            background=theme.PAPER,
            highlightthickness=theme.px(self._root, theme.HAIR),
            highlightbackground=theme.EDGE_STRONG,
        )
        self._fill(frame, text, icon, action)
        edge = theme.px(self._root, theme.PAD)
        frame.place(relx=1.0, rely=1.0, x=-edge, y=-edge - theme.px(self._root, theme.STATUS_HEIGHT), anchor="se")
        frame.lift()
        self._shown = frame
        if not stays:
            self._scheduler.after("toast", theme.TOAST_MS, self.hide)

    def hide(self) -> None:
        """Take the toast away, if one stands there."""
        self._scheduler.cancel("toast")
        if self._shown is not None:
            self._shown.destroy()
            self._shown = None

    def _fill(self, frame: tk.Frame, text: str, icon: str, action: tuple[str, Callable[[], object]] | None) -> None:
        row = ttk.Frame(frame, padding=theme.pair(frame, theme.PAD, theme.GAP))
        row.pack()
        ttk.Label(row, icon=icon, icon_size=theme.ICON).pack(side="left", padx=theme.pair(frame, 0, theme.GAP))
        self._label = ttk.Label(row, text=text, font=theme.UI, wraplength=theme.px(frame, theme.TOAST_WIDTH))
        self._label.pack(side="left")
        if action is not None:
            label, run = action

            def take() -> None:
                self.hide()
                run()

            ttk.Button(row, text=label, command=take, bootstyle="link").pack(
                side="left", padx=theme.pair(frame, theme.PAD, 0)
            )
        close = ttk.Button(row, icon="x", icon_only=True, command=self.hide, bootstyle="ghost", takefocus=False)
        close.pack(side="left", padx=theme.pair(frame, theme.SMALL, 0))
        ttk.ToolTip(close, text=_("Close"))
