"""A plus between two cards, seen while the pointer is there: something new goes exactly here."""

from collections.abc import Callable
import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.ui import theme
from humas_desk.ui.blocks.add_bar import add_menu, drop_down
from humas_desk.ui.blocks.scroller import Scroller
from humas_desk.wording import _


class GapPlus:
    """One button that goes to the gap under the pointer."""

    def __init__(
        self, scroller: Scroller, *, index_after: Callable[[str], int | None], add: Callable[[str, int], None]
    ) -> None:
        """`index_after(key)`: where a block behind this row would stand, None when none may; `add(kind, index)`."""
        self._scroller = scroller
        self._index_after = index_after
        self._index = 0
        canvas = scroller.canvas
        self.button = tk.Label(canvas, background=theme.CHROME, borderwidth=0, cursor="hand2")
        self.button.configure(image=ttk.Icon("plus-circle-fill", size=theme.ICON, color=theme.NAVY))
        ttk.ToolTip(self.button, text=_("Add here"))
        self._menu = add_menu(self.button, lambda kind: add(kind, self._index))
        self.button.bind("<Button-1>", lambda _event: drop_down(self._menu, self.button))
        self._item = canvas.create_window(0, 0, anchor="center", window=self.button, state="hidden")
        canvas.bind("<Motion>", self._moved, add=True)
        for widget in (canvas, self.button):
            widget.bind("<Leave>", self._left, add=True)
        scroller.adopt(self.button, is_row=False)

    def hide(self) -> None:
        """The pointer is over a card."""
        self._scroller.canvas.itemconfigure(self._item, state="hidden")

    def _left(self, event: "tk.Event[tk.Misc]") -> None:
        under = str(self.button.tk.call("winfo", "containing", event.x_root, event.y_root))
        if under not in (str(self.button), str(self._scroller.canvas)):
            self.hide()  # Python does not know every widget: Tk opens menus and lists by itself

    def _moved(self, event: "tk.Event[tk.Misc]") -> None:
        scroller = self._scroller
        y = scroller.y + event.y
        key = scroller.heights.nearest(y)
        index = self._index_after(key) if key is not None and y >= scroller.heights.bottom(key) else None
        if key is None or index is None or event.x < scroller.left:
            self.hide()
            return
        self._index = index
        middle = scroller.left + scroller.row_width // 2
        scroller.canvas.coords(self._item, middle, scroller.heights.bottom(key) + theme.px(scroller, theme.GAP) // 2)
        scroller.canvas.itemconfigure(self._item, state="normal")
        self.button.lift()
