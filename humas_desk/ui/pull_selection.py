"""Selecting with the mouse: drawn out of a text it takes whole cards, past the view it scrolls; Shift and a click do too."""

import tkinter as tk

from humas_desk.ui import theme
from humas_desk.ui.blocks.block_list import BlockList
from humas_desk.ui.blocks.scroller import Scroller
from humas_desk.ui.card_selection import CardSelection
from humas_desk.ui.cursor import Cursor
from humas_desk.ui.fields.field_book import TAG
from humas_desk.ui.scheduler import Scheduler
from humas_desk.ui.tag_keys import bind_tag

_WORK = "form-pull"


class PullSelection:
    """Follows the pointer while the left button is down in a text of a card."""

    def __init__(
        self,
        root: tk.Misc,
        scroller: Scroller,
        blocks: BlockList,
        cursor: Cursor,
        selection: CardSelection,
        scheduler: Scheduler,
    ) -> None:
        self._scroller = scroller
        self._blocks = blocks
        self._cursor = cursor
        self._selection = selection
        self._scheduler = scheduler
        self._text: tk.Text | None = None
        self._began = ""
        self._pointer = (0, 0)
        bind_tag(root, TAG, "<Button-1>", self._pressed)
        bind_tag(root, TAG, "<B1-Motion>", self._pulled)
        bind_tag(root, TAG, "<ButtonRelease-1>", lambda _event: self._released(), add=True)
        scroller.on_press = self._clicked

    def _clicked(self, key: str | None, with_shift: bool) -> bool:  # noqa: FBT001 - a door of the scroller
        """A click ends the selection; with Shift it selects from the card with the cursor to this one."""
        if with_shift and key is not None and key in self._blocks:
            return self._select_to(key)
        if self._selection.is_on:
            self._selection.end()
        return False

    def _select_to(self, key: str) -> bool:
        here = self._blocks.active
        if not self._selection.is_on:
            if here is None or here not in self._blocks or here == key:
                return False
            self._selection.begin(here)
        self._selection.extend_to(key, is_seen=True)
        return True

    def _pressed(self, event: "tk.Event[tk.Misc]") -> None:
        self._text = event.widget if isinstance(event.widget, tk.Text) else None
        self._began = self._key_at(event.y_root) or ""

    def _pulled(self, event: "tk.Event[tk.Misc]") -> str | None:
        if self._text is None or self._began not in self._blocks:
            return None
        self._pointer = (event.x_root, event.y_root)
        is_outside = self._speed() != 0
        if is_outside and not self._scheduler.waits(_WORK):
            self._scheduler.every(_WORK, theme.DRAG_STEP_MS, self._step)
        return "break" if self._follow() else None

    def _released(self) -> None:
        self._text = None
        self._scheduler.cancel(_WORK)

    def _follow(self) -> bool:
        """Whole cards once the pointer is over another one; letters again when it comes back."""
        key = self._key_at(self._pointer[1])
        if key is None or key not in self._blocks or self._text is None:
            return self._selection.is_on
        if key == self._began:
            if self._selection.is_on:
                self._selection.forget()
                self._text.focus_set()
            return False
        if not self._selection.is_on:
            self._selection.begin(self._began)
        self._selection.extend_to(key, is_seen=True)
        return True

    def _step(self) -> None:
        """Past the view the form goes on by itself, the faster the farther."""
        speed = self._speed()
        if not speed or self._text is None:
            self._scheduler.cancel(_WORK)
            return
        self._scroller.scroll_to(self._scroller.y + speed)
        if not self._follow() and self._text.winfo_exists():
            x, y = self._pointer[0] - self._text.winfo_rootx(), self._pointer[1] - self._text.winfo_rooty()
            self._text.tk.call("tk::TextSelectTo", str(self._text), x, y)

    def _speed(self) -> int:
        y = self._pointer[1] - self._scroller.canvas.winfo_rooty()
        most = theme.px(self._scroller, theme.DRAG_ZONE)
        below = y - self._scroller.view_height
        past = y if y < 0 else max(0, below)
        return max(-most, min(most, past)) // 2 if past else 0

    def _key_at(self, y_root: int) -> str | None:
        return self._scroller.key_at(y_root - self._scroller.canvas.winfo_rooty())
