"""Form and page side by side, with an edge between them that can be dragged."""

import tkinter as tk

from humas_desk.ui import theme


class Split(tk.PanedWindow):
    """Two panes; the left one has a share of the width that stays when the window is resized."""

    def __init__(self, parent: tk.Misc, *, share: float) -> None:
        super().__init__(
            parent,
            orient="horizontal",
            background=theme.EDGE,
            borderwidth=0,
            sashwidth=theme.px(parent, theme.SASH_WIDTH),
            sashpad=0,
            sashrelief="flat",
            opaqueresize=True,
        )
        self._share = share
        self._widest: int | None = theme.px(parent, theme.FORM_WIDEST)
        self._left: tk.Widget | None = None
        self._seen_width = 0
        self.bind("<Configure>", lambda _event: self._resized())
        self.bind("<ButtonRelease-1>", lambda _event: self._dragged())

    @property
    def share(self) -> float:
        """The left pane's share of the width."""
        return self._share

    def hold(self, left: tk.Widget, right: tk.Widget) -> None:
        """The two panes."""
        self._left = left
        self.add(left, minsize=theme.px(self, theme.FORM_NARROWEST), stretch="never")
        self.add(right, minsize=theme.px(self, theme.FORM_NARROWEST), stretch="always")

    def _resized(self) -> None:
        width = self.winfo_width()
        if self._left is None or width == self._seen_width:
            return
        self._seen_width = width
        self.paneconfigure(self._left, width=self._left_width(width))

    def _left_width(self, width: int) -> int:
        wanted = round(width * self._share)
        return wanted if self._widest is None else min(wanted, self._widest)

    def _dragged(self) -> None:
        width = self.winfo_width()
        self._widest = None
        self._share = self.sash_coord(0)[0] / width
