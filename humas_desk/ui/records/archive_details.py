"""The release that is chosen in the archive's list, and what can be done with it."""

from collections.abc import Callable
from dataclasses import replace
import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.archive.values import ArchiveRow
from humas_desk.desk.shown_dates import long_date
from humas_desk.ui import theme
from humas_desk.ui.records import sizes
from humas_desk.ui.records.record_words import KINDS, STATUS_ICONS, STATUSES, shown_time, titled
from humas_desk.values import dataclass
from humas_desk.wording import _


@dataclass(frozen=True, slots=True, kw_only=True)
class DetailDoors:
    """What the buttons do with the release."""

    open: Callable[[ArchiveRow], object]
    start_from: Callable[[ArchiveRow], object]
    duplicate: Callable[[ArchiveRow], object]
    correct: Callable[[ArchiveRow], object]
    export: Callable[[ArchiveRow], object]
    is_on_desk: Callable[[ArchiveRow], bool]
    """Whether it is the release that is written in now."""


class ArchiveDetails(tk.Frame):
    """Facts above, buttons below."""

    def __init__(
        self,
        parent: tk.Misc,
        doors: DetailDoors,
        *,
        on_trash: Callable[[ArchiveRow], object],
        on_bring_back: Callable[[ArchiveRow], object],
    ) -> None:
        super().__init__(parent, background=theme.CHROME, width=theme.px(parent, sizes.SIDE))
        self.pack_propagate(False)
        self._doors = doors
        self._on_trash = on_trash
        self._on_bring_back = on_bring_back
        self._row: ArchiveRow | None = None
        self._facts = ttk.Frame(self, bootstyle=theme.SURFACE_CHROME)
        self._facts.pack(fill="x", padx=theme.px(self, theme.WIDE), pady=theme.px(self, theme.WIDE))
        self._buttons = ttk.Frame(self, bootstyle=theme.SURFACE_CHROME)
        self._buttons.pack(fill="x", padx=theme.px(self, theme.WIDE))

    def show(self, row: ArchiveRow | None) -> None:
        """This release, or none; what is shown already is not made anew while one types."""
        facts = None if row is None else replace(row, snippet=None)
        if facts == self._row and self._facts.winfo_children():
            return
        row = self._row = facts
        for frame in (self._facts, self._buttons):
            for child in frame.winfo_children():
                child.destroy()
        if row is None:
            return
        self._say(titled(row.title), font=theme.HEADING)
        day = long_date(row.date) if row.date else ""
        number = _("No. {number}").format(number=row.number) if row.number else ""
        self._say(" · ".join(part for part in (_(KINDS[row.kind]), day) if part))
        if number:
            self._say(number)
        self._say(_(STATUSES[row.status]), icon=STATUS_ICONS[row.status])
        self._say(_("Last changed {time}").format(time=shown_time(row.changed_at)), quiet=True)
        if row.trashed_at is None:
            self._fill(row)
        else:
            self._say(_("In the trash since {time}").format(time=shown_time(row.trashed_at)), quiet=True)
            self._button(_("Restore"), "arrow-counterclockwise", self._on_bring_back, primary=True)

    def _fill(self, row: ArchiveRow) -> None:
        doors, is_here = self._doors, self._doors.is_on_desk(row)
        self._button(_("Go on writing") if is_here else _("Open"), "folder2-open", doors.open, primary=True)
        self._button(_("Begin a new one from this"), "file-earmark-plus", doors.start_from)
        self._button(_("Duplicate"), "files", doors.duplicate)
        self._button(_("Correct it (Ralat)"), "pencil-square", doors.correct)
        self._button(_("Export again"), "download", doors.export)
        if is_here:
            words = _("This release is open now. To put it in the trash, open another one first.")
            self._say(words, quiet=True, parent=self._buttons)
        else:
            self._button(_("Put in the trash"), "trash3", self._on_trash)

    def _say(
        self, text: str, *, font: str = "", icon: str = "", quiet: bool = False, parent: tk.Misc | None = None
    ) -> None:
        wrap = theme.px(self, sizes.SIDE - 2 * theme.WIDE - theme.SNUG)
        style = f"{theme.SURFACE_CHROME} secondary" if quiet else theme.SURFACE_CHROME
        label = ttk.Label(
            parent or self._facts, text=f" {text}" if icon else text, font=font or theme.UI, wraplength=wrap
        )
        label.configure(bootstyle=style, justify="left")
        if icon:
            label.configure(icon=icon, icon_size=theme.ICON_SMALL, compound="left")
        label.pack(anchor="w", pady=theme.pair(self, 0, theme.SMALL))

    def _button(
        self, words: str, icon: str, run: Callable[[ArchiveRow], object], *, primary: bool = False
    ) -> ttk.Button:
        def pressed() -> None:
            if self._row is not None:
                run(self._row)

        style = "primary" if primary else f"{theme.SURFACE_CHROME} outline"
        button = ttk.Button(self._buttons, text=f" {words}", icon=icon, icon_size=theme.ICON, command=pressed)
        button.configure(bootstyle=style)
        button.pack(fill="x", pady=theme.pair(self, 0, theme.SMALL))
        return button
