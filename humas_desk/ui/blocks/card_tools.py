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


class _Tools:
    """The widgets: a grip and a strip, as items of the scroller's canvas."""

    def __init__(self, scroller: Scroller, doors: ToolDoors, key: Callable[[], str | None]) -> None:
        """`key`: of the card they stand at."""
        self._key = key
        canvas = scroller.canvas
        self.grip = tk.Label(canvas, background=theme.CHROME, borderwidth=0, cursor="fleur")
        self.grip.configure(image=ttk.Icon("grip-vertical", size=theme.ICON, color=theme.INK_FAINT))
        ttk.ToolTip(self.grip, text=_("Drag to another place (Alt+↑, Alt+↓)"))
        self.strip = tk.Frame(canvas, background=theme.PAPER, highlightthickness=theme.px(canvas, theme.HAIR))
        self.strip.configure(highlightbackground=theme.EDGE, highlightcolor=theme.EDGE)
        self._more = self._button(
            "three-dots", _("More to do with this part"), lambda key: doors.open_menu(key, self._more)
        )
        self._join = self._button("link-45deg", _("Join to the paragraph before (Ctrl+J)"), doors.toggle_joined)
        self._up = self._button("arrow-up", _("Move up (Alt+↑)"), lambda key: doors.move(key, -1))
        self._button("arrow-down", _("Move down (Alt+↓)"), lambda key: doors.move(key, +1))
        self.bin = self._button("trash3", _("Remove; undo brings it back"), doors.remove)
        self.grip_item = canvas.create_window(0, 0, anchor="nw", window=self.grip, state="hidden")
        self.strip_item = canvas.create_window(0, 0, anchor="ne", window=self.strip, state="hidden")
        for tool in (self.grip, self.strip):
            scroller.adopt(tool, is_row=False)

    def offer_join(self, *, offered: bool) -> None:
        """Whether the card can go on in the paragraph before it."""
        if offered:
            self._join.pack(side="left", before=self._up)
        else:
            self._join.pack_forget()

    def _button(self, icon: str, hint: str, act: Callable[[str], None]) -> tk.Label:
        def pressed() -> None:
            key = self._key()
            if key is not None:
                act(key)

        button = icon_button(self.strip, icon, hint, pressed)
        button.pack(side="left")
        return button


class CardTools:
    """Where the tools stand; they are made when a card first wants them, the first screen has none."""

    def __init__(self, scroller: Scroller, doors: ToolDoors) -> None:
        self._scroller = scroller
        self._doors = doors
        self.key: str | None = None
        self._active: str | None = None
        self.is_held = False
        """While a card is dragged the tools stay at it, wherever the pointer goes."""
        self.on_made: Callable[[tk.Label], None] = _nothing
        """The grip is there now."""
        self._tools: _Tools | None = None

    @property
    def grip(self) -> tk.Label:
        """What a card is dragged by."""
        return self._made().grip

    @property
    def bin(self) -> tk.Label:
        """What takes the card away."""
        return self._made().bin

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
        self._show("hidden")

    def _stand_at(self, key: str | None) -> None:
        heights = self._scroller.heights
        if key is None or key not in heights or not self._doors.is_block(key):
            self.hide()
            return
        canvas, tools = self._scroller.canvas, self._made()
        top = heights.top(key)
        right = self._scroller.left + self._scroller.row_width - theme.px(canvas, theme.PAD)
        if self.key != key:
            tools.offer_join(offered=self._doors.can_join(key))
        canvas.coords(tools.grip_item, theme.px(canvas, theme.TINY), top + theme.px(canvas, theme.PAD))
        canvas.coords(tools.strip_item, right, top - theme.px(canvas, theme.GAP))
        self.key = key
        self._show("normal")
        tools.strip.lift()
        tools.grip.lift()

    def _show(self, state: str) -> None:
        if self._tools is not None:
            for item in (self._tools.grip_item, self._tools.strip_item):
                self._scroller.canvas.itemconfigure(item, state=state)

    def _made(self) -> _Tools:
        if self._tools is None:
            self._tools = _Tools(self._scroller, self._doors, lambda: self.key)
            self.on_made(self._tools.grip)
        return self._tools


def _nothing(_grip: tk.Label) -> None:
    return None
