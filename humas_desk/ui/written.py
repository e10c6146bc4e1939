"""The second face of a dialog that wrote files: which ones, and where."""

from pathlib import Path

import ttkbootstrap as ttk

from humas_desk.ui import theme
from humas_desk.ui.rows import shorten_path
from humas_desk.values import dataclass
from humas_desk.wording import ngettext

MOST_SHOWN = 8
"""Files that are named; of more the count says enough."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """Files that were written, and the folder they are in."""

    paths: tuple[Path, ...]
    folder: Path

    @property
    def names(self) -> tuple[str, ...]:
        """The files' names; what they share with a folder made for them is left out: "… - WhatsApp.txt"."""
        return tuple(path.name.replace(self.folder.name, "…", 1) for path in self.paths)


def written_line(paths: tuple[Path, ...]) -> str:
    """How many files there are."""
    return ngettext("{count} file written", "{count} files written", len(paths)).format(count=len(paths))


def show_written(body: ttk.Frame, written: Written) -> None:
    """Count, names and folder, one under the other."""
    ttk.Label(
        body,
        text=f"  {written_line(written.paths)}",
        icon="check-circle",
        icon_size=theme.ICON,
        compound="left",
        font=theme.UI_BOLD,
    ).pack(anchor="w")
    inset = theme.pair(body, theme.ROOMY, 0)
    for shown in written.names[:MOST_SHOWN]:
        name = ttk.Label(body, text=shown, font=theme.UI, wraplength=theme.px(body, theme.PROBLEM_WRAP))
        name.pack(anchor="w", padx=inset, pady=theme.pair(body, theme.SMALL, 0))
    where = ttk.Label(body, text=shorten_path(written.folder), font=theme.SMALL_TEXT, bootstyle="secondary")
    where.pack(anchor="w", padx=inset, pady=theme.pair(body, theme.SMALL, 0))
