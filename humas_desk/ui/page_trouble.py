"""The strip over the pages when they cannot be drawn."""

from collections.abc import Callable
import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.ui import theme
from humas_desk.wording import _


class TroubleStrip(tk.Frame):
    """Says it calmly and offers another try; the last pages stay below it."""

    def __init__(self, pane: tk.Misc, try_again: Callable[[], None], *, above: tk.Widget) -> None:
        super().__init__(pane, background=theme.AMBER_SOFT)
        self._try_again = try_again
        self._above = above

    def show(self) -> None:
        """Open the strip over the pages."""
        if not self.winfo_children():
            self._build()
        self.pack(side="top", fill="x", before=self._above)

    def hide(self) -> None:
        """Fold it away."""
        self.pack_forget()

    def _build(self) -> None:
        """Most windows never need it."""
        row = ttk.Frame(self, bootstyle=theme.SURFACE_AMBER, padding=theme.pair(self, theme.PAD, theme.GAP))
        row.pack(fill="x")
        text = _("The preview cannot be drawn right now. You can go on writing and export later. Try again.")
        ttk.Button(row, text=_("Try again"), command=self._try_again, bootstyle=f"{theme.SURFACE_AMBER} outline").pack(
            side="right"
        )
        ttk.Label(
            row,
            text=text,
            icon="exclamation-triangle",
            icon_size=theme.ICON,
            compound="left",
            font=theme.UI,
            wraplength=theme.px(self, theme.LABEL_WRAP),
            bootstyle=theme.SURFACE_AMBER,
        ).pack(side="left")
