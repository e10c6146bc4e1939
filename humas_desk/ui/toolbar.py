"""The 44 px over form and page: what is done most, what is to be mended, and the one filled button."""

from collections.abc import Callable, Sequence
from functools import partial
import tkinter as tk
from typing import Literal

import ttkbootstrap as ttk

from humas_desk.ui import theme
from humas_desk.ui.actions import Actions
from humas_desk.values import dataclass
from humas_desk.wording import _, ngettext

OUTWARD = ("export", "package", "page-pictures", "|", "copy-whatsapp", "copy-web", "|", "print")
"""The menu beside the filled button; | draws a line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A line of the list behind the counter."""

    text: str
    place: str
    is_error: bool


class Toolbar(tk.Frame):
    """Buttons from the table of actions, the counter of problems and the state of the release."""

    def __init__(self, parent: tk.Misc, actions: Actions, *, on_finding: Callable[[Finding], None]) -> None:
        super().__init__(parent, background=theme.PAPER, height=theme.px(parent, theme.TOOLBAR_HEIGHT))
        self.pack_propagate(False)
        self._actions = actions
        self._on_finding = on_finding
        self._findings: tuple[Finding, ...] = ()
        self._worded: list[tuple[ttk.Button, str]] = []
        self._buttons: dict[str, ttk.Button] = {}
        self._wide_width = 0
        self._add_left()
        self._add_right()
        actions.on_refresh(self._show_enabled)
        self.bind("<Configure>", lambda event: self._fit(event.width))

    @property
    def counter_text(self) -> str:
        """What the counter of problems says."""
        return str(self._counter.cget("text")).strip()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """How much is to be mended; the list opens with a click."""
        if tuple(findings) == self._findings:
            return
        self._findings = tuple(findings)
        errors = sum(finding.is_error for finding in findings)
        if not findings:
            self._counter.pack_forget()
            return
        text = ngettext("{count} thing to mend", "{count} things to mend", len(findings)).format(count=len(findings))
        icon = "exclamation-circle" if errors else "info-circle"
        self._counter.configure(text=f" {text}", icon=icon, icon_size=theme.ICON, bootstyle="ghost")
        self._counter.pack(side="left", padx=theme.px(self, theme.SMALL))

    def _add_left(self) -> None:
        new = ttk.Menubutton(
            self, text=f"{_('New')}  ", icon="file-earmark-plus", icon_size=theme.ICON, bootstyle="ghost"
        )
        menu = ttk.Menu(new)
        for action_id in ("new-news", "new-press", "new-invitation"):
            menu.add_command(label=self._actions[action_id].short_label, command=partial(self._actions.run, action_id))
        new.configure(menu=menu)
        new.pack(side="left", padx=(theme.px(self, theme.GAP), 0))
        self._add("open", worded=True)
        self._add_line()
        self._add("undo")
        self._add("redo")
        self._add_line()
        self._counter = ttk.Button(self, command=self._open_findings, bootstyle="ghost", compound="left")
        ttk.ToolTip(self._counter, text=_("Show what is to be mended"))

    def _add_right(self) -> None:
        self._add_export()
        self._add("print", worded=True, side="right")
        self._add("settings", side="right")
        self._status = ttk.Label(
            self,
            text=_("Draft"),
            font=theme.SMALL_TEXT,
            bootstyle="secondary",
            icon="pencil",
            icon_size=theme.ICON_SMALL,
        )
        self._status.configure(compound="left")
        self._status.pack(side="right", padx=theme.px(self, theme.PAD))

    def _add_export(self) -> None:
        """The filled button, and the menu of everything else that leaves the window."""
        more = ttk.Menubutton(self, text="", padding=theme.pair(self, theme.SMALL, 0), bootstyle="primary")
        menu = ttk.Menu(more)
        for action_id in OUTWARD:
            if action_id == "|":
                menu.add_separator()
                continue
            action = self._actions[action_id]
            run = partial(self._actions.run, action_id)
            menu.add_command(label=action.label, accelerator=action.keys[0], command=run)
        more.configure(menu=menu)
        ttk.ToolTip(more, text=_("More ways to hand the release out"))
        more.pack(side="right", padx=theme.pair(self, theme.HAIR, theme.GAP))
        self._make("export", worded=True, style="primary").pack(side="right", padx=theme.pair(self, theme.SMALL, 0))

    def _add(self, action_id: str, *, worded: bool = False, side: Literal["left", "right"] = "left") -> None:
        button = self._make(action_id, worded=worded, style="ghost")
        button.pack(side=side, padx=theme.px(self, theme.TINY))

    def _make(self, action_id: str, *, worded: bool, style: str) -> ttk.Button:
        action = self._actions[action_id]
        button = ttk.Button(
            self,
            text=f" {action.short_label}" if worded else "",
            icon=action.icon or "",
            icon_size=theme.ICON,
            icon_only=not worded,
            command=partial(self._actions.run, action_id),
            bootstyle=style,
        )
        ttk.ToolTip(button, text=self._actions.hint(action_id))
        self._buttons[action_id] = button
        if worded and style == "ghost":
            self._worded.append((button, f" {action.short_label}"))
        return button

    def _add_line(self) -> None:
        line = tk.Frame(self, background=theme.EDGE, width=theme.px(self, theme.HAIR))
        line.pack(side="left", fill="y", padx=theme.px(self, theme.SNUG), pady=theme.px(self, theme.PAD))

    def _show_enabled(self) -> None:
        for action_id, button in self._buttons.items():
            button.state(["!disabled" if self._actions.is_enabled(action_id) else "disabled"])

    def _open_findings(self) -> None:
        menu = ttk.Menu(self._counter)
        for finding in self._findings:
            menu.add_command(label=finding.text, command=partial(self._on_finding, finding))
        menu.tk_popup(self._counter.winfo_rootx(), self._counter.winfo_rooty() + self._counter.winfo_height())

    def _fit(self, width: int) -> None:
        """Words go from the quiet buttons when the window is too narrow for them."""
        narrow = bool(self._worded) and not str(self._worded[0][0].cget("text"))
        needed = sum(child.winfo_reqwidth() for child in self.pack_slaves()) + theme.px(self, 2 * theme.ROOMY)
        if not narrow:
            self._wide_width = needed
        if narrow == (width < self._wide_width):
            return
        for button, text in self._worded:
            button.configure(text="" if not narrow else text)
