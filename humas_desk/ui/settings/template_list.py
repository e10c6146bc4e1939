"""The templates of this computer, to choose one to see or edit."""

from collections.abc import Callable, Sequence
import tkinter as tk
from typing import Protocol

import ttkbootstrap as ttk

from humas_desk.desk.own_templates import TemplateEntry
from humas_desk.ui import theme
from humas_desk.ui.settings.list_box import list_box
from humas_desk.wording import _


class TemplateDoers(Protocol):
    """What the buttons below the list do."""

    def choose(self, name: str, *, is_own: bool) -> None: ...
    def duplicate(self) -> None: ...
    def remove(self) -> None: ...
    def pass_on(self) -> None: ...
    def take_in(self) -> None: ...


class TemplateList(tk.Frame):
    """Shipped templates first, then the own ones."""

    def __init__(self, parent: tk.Misc, doers: TemplateDoers) -> None:
        super().__init__(parent, background=theme.CHROME, width=theme.px(parent, theme.SETTINGS_LIST_WIDTH))
        self.pack_propagate(False)
        self._doers = doers
        self._entries: tuple[TemplateEntry, ...] = ()
        heading = ttk.Label(self, text=_("Templates"), font=theme.UI_BOLD, bootstyle=theme.SURFACE_CHROME)
        heading.pack(anchor="w", padx=theme.px(self, theme.PAD), pady=theme.pair(self, theme.PAD, theme.SMALL))
        foot = tk.Frame(self, background=theme.CHROME)
        foot.pack(side="bottom", fill="x", padx=theme.px(self, theme.SMALL), pady=theme.px(self, theme.GAP))
        self.duplicate = self._button(foot, "copy", _("Duplicate"), doers.duplicate, style="outline")
        self.pass_on = self._button(foot, "box-arrow-up", _("Save as a file…"), doers.pass_on)
        self.take_in = self._button(foot, "box-arrow-in-down", _("Take in a file…"), doers.take_in)
        self.remove = self._button(foot, "trash3", _("Remove"), doers.remove)
        self.box = list_box(self, theme.CHROME)
        self.box.pack(fill="both", expand=True, padx=theme.px(self, theme.SMALL))
        self.box.bind("<<ListboxSelect>>", lambda _event: self._chosen())

    def show(self, entries: Sequence[TemplateEntry], chosen: TemplateEntry) -> None:
        """These templates, one of them chosen; a spoiled one has a mark."""
        self._entries = tuple(entries)
        labels = [_label(entry) for entry in entries]
        if list(self.box.get(0, "end")) != labels:
            self.box.delete(0, "end")
            self.box.insert("end", *labels)
        self.box.selection_clear(0, "end")
        for place, entry in enumerate(entries):
            if (entry.name, entry.is_own) == (chosen.name, chosen.is_own):
                self.box.selection_set(place)
                self.box.see(place)
        has_values = chosen.template is not None
        for button, can in ((self.duplicate, has_values), (self.pass_on, has_values), (self.remove, chosen.is_own)):
            button.state(["!disabled" if can else "disabled"])

    def _button(
        self, foot: tk.Misc, icon: str, text: str, run: Callable[[], None], *, style: str = "ghost"
    ) -> ttk.Button:
        button = ttk.Button(foot, text=text, icon=icon, command=run, bootstyle=f"{theme.SURFACE_CHROME} {style}")
        button.pack(fill="x", pady=theme.pair(foot, 0, theme.TINY))
        return button

    def _chosen(self) -> None:
        chosen = self.box.curselection()
        if chosen:
            entry = self._entries[chosen[0]]
            self._doers.choose(entry.name, is_own=entry.is_own)


def _label(entry: TemplateEntry) -> str:
    if entry.error is not None:
        return f" ⚠ {entry.title}"
    return f" {entry.title if entry.is_own else _('{name} (shipped)').format(name=entry.title)}"
