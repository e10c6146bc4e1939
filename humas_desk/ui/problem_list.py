"""Problems in a dialog: what stops the file, or what is worth a look; each leads to its place."""

from collections.abc import Callable, Sequence
from functools import partial
import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.ui import theme
from humas_desk.ui.toolbar import Finding
from humas_desk.wording import _, ngettext

MOST_LINES = 6


class ProblemList(tk.Frame):
    """A quiet box; it takes no room while there is nothing to say."""

    def __init__(self, parent: tk.Misc, *, on_finding: Callable[[Finding], None], needed: str = "") -> None:
        """`needed`: what is said over errors; empty: that they stop a file."""
        super().__init__(parent, background=theme.PAPER)
        self._needed = needed or _("Still needed before a file can be written:")
        self._on_finding = on_finding
        self._lines: list[tk.Widget] = []

    @property
    def texts(self) -> tuple[str, ...]:
        """The lines as they are read."""
        return tuple(str(line.cget("text")) for line in self._lines)

    def show(self, found: Sequence[Finding]) -> None:
        """Errors when there are any, else the warnings."""
        for line in self._lines:
            line.destroy()
        self._lines = []
        errors = [finding for finding in found if finding.is_error]
        shown = errors or list(found)
        if not shown:
            return
        surface, tone = (theme.SURFACE_RED, theme.RED_SOFT) if errors else (theme.SURFACE_AMBER, theme.AMBER_SOFT)
        self.configure(background=tone, padx=theme.px(self, theme.PAD), pady=theme.px(self, theme.GAP))
        heading = self._needed if errors else _("Worth a look; the files are written:")
        self._add(ttk.Label(self, text=heading, font=theme.UI_BOLD, bootstyle=surface))
        for finding in shown[:MOST_LINES]:
            self._add(self._line(finding, surface))
        more = len(shown) - MOST_LINES
        if more > 0:
            text = ngettext("and {count} more", "and {count} more", more).format(count=more)
            self._add(ttk.Label(self, text=text, font=theme.UI, bootstyle=surface))

    def _line(self, finding: Finding, surface: str) -> tk.Widget:
        line = ttk.Label(
            self,
            text=f"•  {finding.text}",
            font=theme.UI,
            bootstyle=surface,
            cursor="hand2",
            wraplength=theme.px(self, theme.PROBLEM_WRAP),
            justify="left",
        )
        line.bind("<Button-1>", lambda _event: partial(self._on_finding, finding)())
        return line

    def _add(self, line: tk.Widget) -> None:
        line.pack(anchor="w", pady=theme.px(self, theme.HAIR))
        self._lines.append(line)
