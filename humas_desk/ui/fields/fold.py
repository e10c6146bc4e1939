"""A row that opens: its name and what it says in one line, its fields below when it is open."""

from collections.abc import Callable
import tkinter as tk
from tkinter.font import nametofont

import ttkbootstrap as ttk

from humas_desk.ui import theme
from humas_desk.ui.fields.line_field import label_above
from humas_desk.ui.fields.shortening import shortened


class Fold:
    """Header and body. A click, Enter or the space bar on the header opens and closes it."""

    def __init__(self, parent: tk.Misc, *, build: Callable[[tk.Frame], None], name: str = "") -> None:
        """`build` fills the body when it is opened the first time."""
        self._build = build
        self._is_built = False
        self.is_open = False
        self.on_toggle: Callable[[], None] = lambda: None
        hair = theme.px(parent, theme.HAIR)
        self.frame = tk.Frame(parent, background=theme.PAPER, highlightthickness=hair, highlightbackground=theme.EDGE)
        self.frame.configure(highlightcolor=theme.EDGE)
        self.header = tk.Frame(self.frame, background=theme.PAPER, height=theme.px(parent, theme.SUMMARY_HEIGHT))
        self.header.configure(highlightthickness=hair, highlightbackground=theme.PAPER, highlightcolor=theme.NAVY)
        self.header.configure(takefocus=True, cursor="hand2")
        self.header.pack_propagate(False)
        self.header.pack(fill="x")
        pad = theme.px(parent, theme.PAD)
        self._arrow = tk.Label(self.header, background=theme.PAPER, borderwidth=0)
        self._arrow.pack(side="right", padx=(0, pad))
        self._name = label_above(self.header, "", theme.PAPER)
        self._name.configure(text=name, font=theme.UI_BOLD, foreground=theme.INK)
        if name:
            self._name.pack(side="left", padx=(pad, 0))
        self._summary = label_above(self.header, "", theme.PAPER)
        self._summary.configure(font=theme.UI)
        self._summary.pack(side="left", fill="x", expand=True, padx=(pad, theme.px(parent, theme.GAP)))
        self._summary.configure(width=1)
        self._summaries: tuple[str, ...] = ("",)
        self._font = nametofont(theme.UI, parent)
        self._summary.bind("<Configure>", lambda _event: self._fit())
        self.body = tk.Frame(self.frame, background=theme.PAPER)
        self._show_arrow()
        for widget in (self.header, self._arrow, self._name, self._summary):
            widget.bind("<Button-1>", lambda _event: self.toggle())
        for sequence in ("<Return>", "<space>", "<KP_Enter>"):
            self.header.bind(sequence, lambda _event: self.toggle())

    def toggle(self) -> None:
        """Open what is closed, close what is open."""
        if self.is_open:
            self.body.pack_forget()
            self.is_open = False
        else:
            self.open()
        self._show_arrow()
        self.on_toggle()

    def open(self) -> None:
        """Show the body; nothing when it is open."""
        if not self._is_built:
            self._is_built = True
            self._build(self.body)
        pad = theme.px(self.frame, theme.PAD)
        self.body.pack(fill="x", padx=pad, pady=(theme.px(self.frame, theme.SMALL), pad))
        self.is_open = True
        self._show_arrow()

    def say(self, *summaries: str, is_alarming: bool = False) -> None:
        """What the header says beside the name: the first of these that fits, longest first."""
        self._summaries = summaries
        self._summary.configure(foreground=theme.RED if is_alarming else theme.INK_SOFT)
        self._fit()

    @property
    def said(self) -> str:
        """What the header says now."""
        return str(self._summary["text"])

    def _fit(self) -> None:
        room = self._summary.winfo_width()
        fitting = (text for text in self._summaries if room <= 1 or self._font.measure(text) <= room)
        words = next(fitting, None)
        if words is None:
            words = shortened(self._summaries[-1], lambda text: self._font.measure(text) <= room)
        if words != self._summary["text"]:
            self._summary.configure(text=words)

    def _show_arrow(self) -> None:
        icon = "chevron-up" if self.is_open else "chevron-down"
        self._arrow.configure(image=ttk.Icon(icon, size=theme.ICON_SMALL, color=theme.INK_SOFT))


def beside(parent: tk.Frame, frames: tuple[tk.Widget, ...], shares: tuple[int, ...], *, row: int = 0) -> None:
    """Inputs in one row of a grid, in these shares of its width."""
    gap = theme.px(parent, theme.GAP)
    for column, (frame, share) in enumerate(zip(frames, shares, strict=True)):
        parent.columnconfigure(column, weight=share, uniform="row")
        frame.grid(row=row, column=column, sticky="new", padx=(gap if column else 0, 0), pady=(gap if row else 0, 0))
