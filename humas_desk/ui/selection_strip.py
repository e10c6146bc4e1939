"""A strip at the form's foot while cards are selected: how many there are, and what can be done with them."""

from collections.abc import Callable
import tkinter as tk

from humas_desk.ui import theme
from humas_desk.ui.blocks.small_button import icon_button
from humas_desk.values import dataclass
from humas_desk.wording import _, ngettext


@dataclass(frozen=True, slots=True, kw_only=True)
class StripDoors:
    """What is done with the selected cards."""

    copy: Callable[[], object]
    cut: Callable[[], object]
    paste: Callable[[], object]
    duplicate: Callable[[], object]
    move: Callable[[int], object]
    delete: Callable[[], object]
    end: Callable[[], object]
    """Nothing is to be selected any more."""


class SelectionStrip:
    """Stands only while cards are selected."""

    def __init__(self, parent: tk.Misc) -> None:
        self._parent = parent
        self.doors: StripDoors | None = None
        self._frame: tk.Frame | None = None
        self._count: tk.Label | None = None

    @property
    def text(self) -> str:
        """What it says now; empty when it does not stand there."""
        seen = self._frame is not None and self._frame.winfo_manager() and self._count is not None
        return str(self._count["text"]) if seen and self._count is not None else ""

    def show(self, count: int) -> None:
        """So many cards are selected."""
        if self._frame is None and self.doors is not None:
            self._frame = self._build(self.doors)
        if self._frame is None or self._count is None:
            return
        words = ngettext("{count} part selected", "{count} parts selected", count)
        self._count.configure(text=words.format(count=count))
        gap = theme.px(self._parent, theme.PAD)
        self._frame.place(relx=0.5, rely=1.0, y=-gap, anchor="s")
        self._frame.lift()

    def hide(self) -> None:
        """No card is selected."""
        if self._frame is not None:
            self._frame.place_forget()

    def _build(self, doors: StripDoors) -> tk.Frame:
        frame = tk.Frame(self._parent, background=theme.PAPER, highlightthickness=theme.px(self._parent, theme.HAIR))
        frame.configure(highlightbackground=theme.NAVY, highlightcolor=theme.NAVY)
        row = tk.Frame(frame, background=theme.PAPER)
        row.pack(padx=theme.px(frame, theme.GAP), pady=theme.px(frame, theme.SMALL))
        self._count = tk.Label(row, font=theme.UI_BOLD, background=theme.PAPER, foreground=theme.INK, borderwidth=0)
        self._count.pack(side="left", padx=theme.pair(frame, theme.SMALL, theme.PAD))
        for icon, hint, work in (
            ("copy", _("Copy (Ctrl+C)"), doors.copy),
            ("scissors", _("Cut (Ctrl+X)"), doors.cut),
            ("files", _("Duplicate (Ctrl+D)"), doors.duplicate),
            ("arrow-up", _("Move up (Alt+↑)"), lambda: doors.move(-1)),
            ("arrow-down", _("Move down (Alt+↓)"), lambda: doors.move(+1)),
            ("trash3", _("Delete (Del)"), doors.delete),
            ("x-lg", _("End the selection (Esc)"), doors.end),
        ):
            icon_button(row, icon, hint, work).pack(side="left", padx=theme.px(frame, theme.SMALL))
        return frame
