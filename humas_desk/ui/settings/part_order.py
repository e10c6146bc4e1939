"""Which parts of a release are printed, and in which order."""

from collections.abc import Callable
from functools import partial
import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.layout.template import PARTS
from humas_desk.ui import theme
from humas_desk.ui.settings.list_box import list_box
from humas_desk.ui.settings.template_plan import PART_NAMES
from humas_desk.wording import _

NEEDED = "body"
PRINTED, LEFT_OUT = "☑", "☐"


class PartOrder(tk.Frame):
    """A list: Space or a double click prints a part or leaves it out, Alt+↑ and Alt+↓ move it."""

    def __init__(self, parent: tk.Misc, on_order: Callable[[tuple[str, ...]], None]) -> None:
        super().__init__(parent, background=theme.PAPER)
        self._on_order = on_order
        self._order: tuple[str, ...] = ()
        self._rows: list[str] = []
        side = tk.Frame(self, background=theme.PAPER)
        side.pack(side="right", fill="y", padx=theme.pair(self, theme.SMALL, 0))
        self.buttons = [
            self._button(side, "chevron-up", _("Move the part up (Alt+↑)"), lambda: self._move(-1)),
            self._button(side, "chevron-down", _("Move the part down (Alt+↓)"), lambda: self._move(1)),
            self._button(side, "check2-square", _("Print the part or leave it out (Space)"), self._turn),
        ]
        self.box = list_box(self, theme.PAPER)
        self.box.configure(height=len(PARTS))
        self.box.pack(side="left", fill="x", expand=True)
        for event, run in (
            ("<space>", self._turn),
            ("<Double-Button-1>", self._turn),
            ("<Alt-Up>", lambda: self._move(-1)),
            ("<Alt-Down>", lambda: self._move(1)),
        ):
            self.box.bind(event, partial(_done, run))

    def show(self, order: tuple[str, ...]) -> None:
        """The parts that are printed in this order, then those that are not."""
        if order == self._order and self._rows:
            return
        chosen = self._chosen()
        kept = [part for part in self._rows if part not in order]
        rest = [part for part in PARTS if part not in order and part not in kept]
        self._order = order
        self._rows = [*order, *kept, *rest]
        self.box.delete(0, "end")
        self.box.insert("end", *(f"{PRINTED if p in order else LEFT_OUT}  {_(PART_NAMES[p])}" for p in self._rows))
        place = self._rows.index(chosen) if chosen in self._rows else 0
        self.box.selection_set(place)
        self.box.activate(place)
        self.box.see(place)

    def choose(self, part: str) -> None:
        """Put the cursor on this part."""
        self.box.selection_clear(0, "end")
        self.box.selection_set(self._rows.index(part))

    def _chosen(self) -> str:
        chosen = self.box.curselection()
        return self._rows[chosen[0]] if chosen else ""

    def _turn(self) -> None:
        part = self._chosen()
        if not part or part == NEEDED:
            return
        if part in self._order:
            self._report(tuple(one for one in self._order if one != part))
        else:
            self._report((*self._order, part))

    def _move(self, delta: int) -> None:
        part = self._chosen()
        if part not in self._order:
            return
        order = list(self._order)
        place = order.index(part)
        if 0 <= place + delta < len(order):
            order.insert(place + delta, order.pop(place))
            self._report(tuple(order))

    def _report(self, order: tuple[str, ...]) -> None:
        self.show(order)
        self._on_order(order)

    def _button(self, parent: tk.Misc, icon: str, hint: str, run: Callable[[], None]) -> ttk.Button:
        button = ttk.Button(parent, icon=icon, icon_only=True, command=run, bootstyle="ghost", takefocus=True)
        button.pack(side="top")
        ttk.ToolTip(button, text=hint)
        return button


def _done(run: Callable[[], None], _event: object) -> str:
    run()
    return "break"
