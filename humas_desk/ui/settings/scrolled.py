"""A column of fields that may be longer than its place."""

import tkinter as tk

from humas_desk.ui import theme
from humas_desk.ui.quiet_bar import QuietBar

_WHEEL = "<MouseWheel>", "<Button-4>", "<Button-5>"


class Scrolled(tk.Frame):
    """Put fields into `inside`, then call `bind_wheel`; the field that gets the keyboard comes into view."""

    def __init__(self, parent: tk.Misc, *, background: str = "") -> None:
        background = background or theme.PAPER
        super().__init__(parent, background=background)
        self._canvas = tk.Canvas(self, background=background, highlightthickness=0, borderwidth=0, yscrollincrement=1)
        bar = QuietBar(self)
        bar.pack(side="right", fill="y")
        self._canvas.pack(side="left", fill="both", expand=True)
        bar.configure(command=self._canvas.yview)
        self._canvas.configure(yscrollcommand=bar.set)
        self.inside = tk.Frame(self._canvas, background=background)
        item = self._canvas.create_window(0, 0, anchor="nw", window=self.inside)
        self._canvas.bind("<Configure>", lambda event: self._canvas.itemconfigure(item, width=event.width))
        self.inside.bind("<Configure>", lambda _event: self._measure())

    def bind_wheel(self, widget: tk.Misc | None = None) -> None:
        """Let the wheel scroll over everything inside, and let Tab bring fields into view."""
        widget = widget or self.inside
        if widget.winfo_class() != "TCombobox":
            for event in _WHEEL:
                widget.bind(event, self._turn, add=True)
        widget.bind("<FocusIn>", self._reveal, add=True)
        for child in widget.winfo_children():
            self.bind_wheel(child)

    def to_top(self) -> None:
        """Show the beginning."""
        self._canvas.yview_moveto(0)

    def _measure(self) -> None:
        self._canvas.configure(scrollregion=(0, 0, 1, self.inside.winfo_reqheight()))

    def _turn(self, event: "tk.Event[tk.Misc]") -> str:
        if self.inside.winfo_reqheight() > self._canvas.winfo_height():
            up = event.num == 4 or event.delta > 0
            self._canvas.yview_scroll((-1 if up else 1) * theme.px(self, theme.WHEEL_STEP), "units")
        return "break"

    def _reveal(self, event: "tk.Event[tk.Misc]") -> None:
        widget = event.widget
        top = widget.winfo_rooty() - self.inside.winfo_rooty()
        bottom = top + widget.winfo_height() + theme.px(self, theme.WIDE)
        seen_top = round(self._canvas.canvasy(0))
        seen_bottom = seen_top + self._canvas.winfo_height()
        if top < seen_top:
            self._canvas.yview_scroll(top - seen_top - theme.px(self, theme.ROOMY), "units")
        elif bottom > seen_bottom:
            self._canvas.yview_scroll(bottom - seen_bottom, "units")
