"""Below the list: what can be done about the chosen finding, and why it is one."""

from collections.abc import Callable, Sequence
from functools import partial
import tkinter as tk
from typing import Protocol

import ttkbootstrap as ttk

from humas_desk.desk.ignoring import Reach, is_spelling
from humas_desk.language.findings import Finding
from humas_desk.language.rules import Rule
from humas_desk.ui import theme
from humas_desk.ui.checking.finding_words import fix_words, shorten
from humas_desk.ui.checking.fix_menu import leave_entries
from humas_desk.wording import _

PANEL_WIDTH = 330
"""Logical pixels; form and page keep the rest of a small window."""


class DetailDoors(Protocol):
    """Who does it."""

    @property
    def mend(self) -> Callable[[Finding, str], object]: ...
    @property
    def leave(self) -> Callable[[Finding, Reach], object]: ...
    @property
    def learn(self) -> Callable[[Finding], object]: ...
    @property
    def suggestions(self) -> Callable[[Finding], Sequence[str]]: ...
    @property
    def rule(self) -> Callable[[str], Rule | None]: ...


class Detail(tk.Frame):
    """Nothing is shown while nothing is chosen."""

    def __init__(self, parent: tk.Misc, doors: DetailDoors) -> None:
        super().__init__(parent, background=theme.CHROME, padx=theme.px(parent, theme.PAD))
        self.configure(pady=theme.px(parent, theme.GAP))
        self._doors = doors
        self._finding: Finding | None = None
        self._reason: tk.Frame | None = None
        self.buttons: list[ttk.Button | ttk.Menubutton] = []

    @property
    def reason_text(self) -> str:
        """What is said about the rule; empty until somebody asks why."""
        return "\n".join(str(one.cget("text")) for one in self._reason.winfo_children()) if self._reason else ""

    def show(self, finding: Finding | None) -> None:
        """The buttons for this one."""
        if finding == self._finding:
            return
        self._finding = finding
        for child in self.winfo_children():
            child.destroy()
        self._reason, self.buttons = None, []
        if finding is None:
            self.pack_forget()
            return
        self.pack(side="bottom", fill="x")
        self._add_fix(finding)
        row = tk.Frame(self, background=theme.CHROME)
        row.pack(fill="x", pady=theme.pair(self, theme.SMALL, 0))
        leave = ttk.Menubutton(row, text=f"{_('Leave')}  ", bootstyle=f"{theme.SURFACE_CHROME} outline")
        menu = ttk.Menu(leave)
        leave_entries(menu, finding, self._doors.leave)
        if is_spelling(finding):
            learn = _("Add “{text}” to the office's dictionary").format(text=shorten(finding.text, 24))
            menu.add_command(label=learn, command=partial(self._doors.learn, finding))
        leave.configure(menu=menu)
        why = ttk.Button(row, text=_("Why?"), command=self.explain, bootstyle=f"{theme.SURFACE_CHROME} ghost")
        for button in (leave, why):
            button.pack(side="left", padx=theme.pair(self, 0, theme.SMALL))
            self.buttons.append(button)

    def explain(self) -> None:
        """The rule: its name, its source, and an example of each kind."""
        rule = self._doors.rule(self._finding.rule) if self._finding is not None else None
        if rule is None or self._reason is not None:
            return
        self._reason = tk.Frame(self, background=theme.CHROME)
        self._reason.pack(fill="x", pady=theme.pair(self, theme.GAP, 0))
        self._say(f"{rule.name} ({rule.code})", theme.UI_BOLD)
        self._say(_("Source: {source}").format(source=rule.source), theme.SMALL_TEXT)
        if rule.bad[0].strip(" -"):
            self._say(_("Wrong: {text}").format(text=shorten(rule.bad[0], 160)), theme.UI)
            self._say(_("Right: {text}").format(text=shorten(rule.good[0], 160)), theme.UI)

    def _add_fix(self, finding: Finding) -> None:
        fixes = list(finding.replacements)
        if not fixes and is_spelling(finding):
            ask = ttk.Button(self, text=_("Suggestions"), bootstyle=f"{theme.SURFACE_CHROME} outline")
            ask.configure(command=partial(self._suggest, finding, ask))
            ask.pack(anchor="w")
            self.buttons.append(ask)
            return
        self._offer(finding, fixes)

    def _offer(self, finding: Finding, fixes: Sequence[str], after: tk.Misc | None = None) -> None:
        for number, fix in enumerate(fixes[:3]):
            words = _("Mend: {text}").format(text=shorten(fix_words(finding, fix), 34))
            style = "primary" if number == 0 else f"{theme.SURFACE_CHROME} outline"
            button = ttk.Button(self, text=words, command=partial(self._doors.mend, finding, fix), bootstyle=style)
            button.pack(anchor="w", pady=theme.pair(self, 0, theme.TINY), **({"before": after} if after else {}))
            self.buttons.insert(number, button)

    def _suggest(self, finding: Finding, ask: ttk.Button) -> None:
        """What the dictionary knows, in place of the button."""
        fixes = self._doors.suggestions(finding)
        self.buttons.remove(ask)
        if fixes:
            self._offer(finding, fixes, ask)
            ask.destroy()
        else:
            ask.configure(text=_("No suggestion"))
            ask.state(["disabled"])

    def _say(self, words: str, font: str) -> None:
        wrap = theme.px(self, PANEL_WIDTH - 2 * theme.PAD - theme.SMALL)
        label = tk.Label(self._reason, text=words, font=font, foreground=theme.INK, background=theme.CHROME)
        label.configure(anchor="w", justify="left", wraplength=wrap, borderwidth=0, padx=0, pady=theme.px(self, 1))
        label.pack(fill="x")
