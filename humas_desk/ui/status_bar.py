"""The line under everything: whether the text is safe, and how much of it there is."""

from collections.abc import Callable
import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.ui import theme


class StatusBar(tk.Frame):
    """Left the state of saving, then what the checker found, right the counts."""

    def __init__(self, parent: tk.Misc) -> None:
        super().__init__(parent, background=theme.CHROME, height=theme.px(parent, theme.STATUS_HEIGHT))
        self.pack_propagate(False)
        line = tk.Frame(self, background=theme.EDGE, height=theme.px(self, theme.HAIR))
        line.pack(side="top", fill="x")
        quiet = f"{theme.SURFACE_CHROME} secondary"
        self._saving = ttk.Label(self, font=theme.SMALL_TEXT, bootstyle=quiet, compound="left")
        self._saving.pack(side="left", padx=theme.px(self, theme.PAD))
        self.on_findings: Callable[[], object] = lambda: None
        """The findings were clicked."""
        self._findings = ttk.Label(self, font=theme.SMALL_TEXT, bootstyle=quiet, compound="left", cursor="hand2")
        self._findings.pack(side="left", padx=theme.px(self, theme.PAD))
        self._findings.bind("<Button-1>", lambda _event: self.on_findings())
        self._counts = ttk.Label(self, font=theme.SMALL_TEXT, bootstyle=quiet)
        self._counts.pack(side="right", padx=theme.px(self, theme.PAD))
        self._shown: tuple[str, str, bool] = ("", "", False)

    @property
    def saving_text(self) -> str:
        """The state of saving as it is read now."""
        return self._shown[0].strip()

    def show_saving(self, text: str, *, icon: str, alarming: bool = False) -> None:
        """The state of saving; alarming when the text is not safe."""
        wanted = (f" {text}", icon, alarming)
        if wanted != self._shown:
            self._shown = wanted
            tone = "danger" if alarming else "secondary"
            self._saving.configure(
                text=wanted[0], icon=icon, icon_size=theme.ICON, bootstyle=f"{theme.SURFACE_CHROME} {tone}"
            )

    @property
    def findings_text(self) -> str:
        """What the checker found, as it is read now."""
        return str(self._findings.cget("text")).strip()

    def show_findings(self, text: str) -> None:
        """What the checker found; nothing is said where there is nothing."""
        wanted = f" {text}" if text else ""
        if wanted != self._findings.cget("text"):
            self._findings.configure(text=wanted, icon="spellcheck" if text else "", icon_size=theme.ICON)

    def show_counts(self, text: str) -> None:
        """How much text there is."""
        if text != self._counts.cget("text"):
            self._counts.configure(text=text)
