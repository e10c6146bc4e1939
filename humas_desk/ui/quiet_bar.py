"""A scrollbar that is seen only while something is out of sight."""

import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.ui import theme


class QuietBar(ttk.Scrollbar):
    """Keeps its place also while it is not seen, so that nothing moves when it comes."""

    def __init__(self, parent: tk.Misc) -> None:
        super().__init__(parent, orient="vertical")
        self._cover = tk.Frame(parent, background=theme.PAPER)

    @property
    def is_seen(self) -> bool:
        """Whether there is anything to scroll."""
        return not self._cover.winfo_manager()

    def set(self, first: float | str, last: float | str) -> None:
        """What part is in sight, from 0 to 1."""
        super().set(first, last)
        if float(first) > 0 or float(last) < 1:
            self._cover.place_forget()
        elif self.is_seen:
            self._cover.place(in_=self, relwidth=1, relheight=1)
            self._cover.lift()
