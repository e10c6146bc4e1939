"""The offices of this computer, to choose one to edit."""

from collections.abc import Callable, Sequence
import tkinter as tk
from tkinter import ttk as plain_ttk

import ttkbootstrap as ttk

from humas_desk.desk.offices import OfficeEntry, office_label
from humas_desk.ui import theme
from humas_desk.ui.settings.list_box import list_box
from humas_desk.wording import _


class OfficeList(tk.Frame):
    """A list with the buttons below it: add, copy, remove."""

    def __init__(
        self,
        parent: tk.Misc,
        *,
        on_choose: Callable[[str], None],
        on_add: Callable[[], None],
        on_copy: Callable[[], None],
        on_remove: Callable[[], None],
    ) -> None:
        super().__init__(parent, background=theme.CHROME, width=theme.px(parent, theme.SETTINGS_LIST_WIDTH))
        self.pack_propagate(False)
        self._on_choose = on_choose
        heading = ttk.Label(self, text=_("Offices"), font=theme.UI_BOLD, bootstyle=theme.SURFACE_CHROME)
        heading.pack(anchor="w", padx=theme.px(self, theme.PAD), pady=theme.pair(self, theme.PAD, theme.SMALL))
        foot = ttk.Frame(self, bootstyle=theme.SURFACE_CHROME)
        foot.pack(side="bottom", fill="x", padx=theme.px(self, theme.SMALL), pady=theme.px(self, theme.GAP))
        add = ttk.Button(
            foot, text=_("Add an office"), icon="plus-lg", command=on_add, bootstyle=f"{theme.SURFACE_CHROME} outline"
        )
        add.pack(side="left", padx=theme.pair(self, theme.SMALL, theme.SMALL))
        self._buttons = [
            add,
            self._button(foot, "trash3", _("Remove this office"), on_remove),
            self._button(foot, "copy", _("Copy this office"), on_copy),
        ]
        self.box = list_box(self, theme.CHROME)
        self.box.pack(fill="both", expand=True, padx=theme.px(self, theme.SMALL))
        self.box.bind("<<ListboxSelect>>", lambda _event: self._chosen())
        self._names: tuple[str, ...] = ()

    def show(self, entries: Sequence[OfficeEntry], chosen: str, *, default: str) -> None:
        """These offices; the main one has a star, a new one without a region a name of its own."""
        labels = [_label(entry, is_default=bool(default) and entry.name == default) for entry in entries]
        self._names = tuple(entry.name for entry in entries)
        if list(self.box.get(0, "end")) != labels:
            self.box.delete(0, "end")
            self.box.insert("end", *labels)
        self.box.selection_clear(0, "end")
        if chosen in self._names:
            place = self._names.index(chosen)
            self.box.selection_set(place)
            self.box.see(place)

    def allow_changes(self, *, allowed: bool) -> None:
        """Whether copying and removing make sense: not for the shipped sample."""
        for button in self._buttons[1:]:
            button.state(["!disabled" if allowed else "disabled"])

    def _button(self, foot: ttk.Frame, icon: str, hint: str, run: Callable[[], None]) -> plain_ttk.Button:
        button = ttk.Button(foot, icon=icon, icon_only=True, command=run, bootstyle=f"{theme.SURFACE_CHROME} ghost")
        button.pack(side="right")
        ttk.ToolTip(button, text=hint)
        return button

    def _chosen(self) -> None:
        chosen = self.box.curselection()
        if chosen:
            self._on_choose(self._names[chosen[0]])


def _label(entry: OfficeEntry, *, is_default: bool) -> str:
    region = office_label(entry.office) or _("New office")
    if entry.is_sample:
        region = _("{region} (sample)").format(region=region)
    return f"★ {region}" if is_default else region
