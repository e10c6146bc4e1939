"""The tools of one card at a time: a grip beside it, arrows and a bin on its upper edge.

There is one set for all cards. It stands at the card under the pointer, else at the active one, and covers no text.
"""

from collections.abc import Callable
import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.ui import theme
from humas_desk.ui.blocks.scroller import Scroller
from humas_desk.ui.blocks.small_button import icon_button
from humas_desk.values import dataclass
from humas_desk.wording import _


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolDoors:
    """What the tools do; the key is that of the card they stand at."""

    move: Callable[[str, int], None]
    remove: Callable[[str], None]
    toggle_joined: Callable[[str], None]
    can_join: Callable[[str], bool]
    """Whether the block could go on in the paragraph before it."""
    is_block: Callable[[str], bool]
    open_menu: Callable[[str, tk.Misc], None]
    """More that can be done with the card; the menu opens under this widget."""


class CardTools:
    """A grip and a strip, as items of the scroller's canvas."""

    def __init__(self, scroller: Scroller, doors: ToolDoors) -> None:
        self._scroller = scroller
        self._doors = doors
        self.key: str | None = None
        self._active: str | None = None
        self.is_held = False
        """While a card is dragged the tools stay at it, wherever the pointer goes."""
        canvas = scroller.canvas
        self.grip = tk.Label(canvas, background=theme.CHROME, borderwidth=0, cursor="fleur")
        self.grip.configure(image=ttk.Icon("grip-vertical", size=theme.ICON, color=theme.INK_FAINT))
        ttk.ToolTip(self.grip, text=_("Drag to another place (Alt+↑, Alt+↓)"))
        self._strip = tk.Frame(canvas, background=theme.PAPER, highlightthickness=theme.px(canvas, theme.HAIR))
        self._strip.configure(highlightbackground=theme.EDGE, highlightcolor=theme.EDGE)
        self._more = self._button("three-dots", _("More to do with this part"), self._open_menu)
        self._join = self._button("link-45deg", _("Join to the paragraph before"), doors.toggle_joined)
        self._up = self._button("arrow-up", _("Move up (Alt+↑)"), lambda key: doors.move(key, -1))
        self._down = self._button("arrow-down", _("Move down (Alt+↓)"), lambda key: doors.move(key, +1))
        self.bin = self._button("trash3", _("Remove; undo brings it back"), doors.remove)
        self._grip_item = canvas.create_window(0, 0, anchor="nw", window=self.grip, state="hidden")
        self._strip_item = canvas.create_window(0, 0, anchor="ne", window=self._strip, state="hidden")
        for tool in (self.grip, self._strip):
            scroller.adopt(tool, is_row=False)

    def hover(self, key: str | None) -> None:
        """The pointer is over this row; None: over none."""
        if self.is_held:
            return
        self._stand_at(key if key is not None and self._doors.is_block(key) else self._active)

    def set_active(self, key: str | None) -> None:
        """The cursor is in this card."""
        self._active = key
        self._stand_at(key)

    def follow(self) -> None:
        """Rows have moved."""
        self._stand_at(self.key)

    def hide(self) -> None:
        """Out of the way, while a card is dragged."""
        self.key = None
        for item in (self._grip_item, self._strip_item):
            self._scroller.canvas.itemconfigure(item, state="hidden")

    def _stand_at(self, key: str | None) -> None:
        heights = self._scroller.heights
        if key is None or key not in heights or not self._doors.is_block(key):
            self.hide()
            return
        canvas = self._scroller.canvas
        top = heights.top(key)
        right = self._scroller.left + self._scroller.row_width - theme.px(canvas, theme.PAD)
        if self.key != key:
            if self._doors.can_join(key):
                self._join.pack(side="left", before=self._up)
            else:
                self._join.pack_forget()
        canvas.coords(self._grip_item, theme.px(canvas, theme.TINY), top + theme.px(canvas, theme.PAD))
        canvas.coords(self._strip_item, right, top - theme.px(canvas, theme.GAP))
        self.key = key
        for item in (self._grip_item, self._strip_item):
            canvas.itemconfigure(item, state="normal")
        self._strip.lift()
        self.grip.lift()

    def _open_menu(self, key: str) -> None:
        self._doors.open_menu(key, self._more)

    def _button(self, icon: str, hint: str, act: Callable[[str], None]) -> tk.Label:
        def pressed() -> None:
            if self.key is not None:
                act(self.key)

        button = icon_button(self._strip, icon, hint, pressed)
        button.pack(side="left")
        return button
