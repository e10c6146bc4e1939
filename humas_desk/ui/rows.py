"""Rows of a dialog: a label on the left, what is asked on the right."""

from pathlib import Path
import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.ui import theme

PATH_LENGTH = 46
"""Characters of a path that are shown in a row."""


def add_row(form: tk.Misc, label: str, widget: tk.Widget) -> None:
    """A row under the others; `form` is a grid whose second column grows."""
    row = form.grid_size()[1]
    gap = theme.px(form, theme.SNUG)
    if label:
        ttk.Label(form, text=label, font=theme.UI, bootstyle="secondary").grid(
            row=row, column=0, sticky="w", padx=theme.pair(form, 0, theme.WIDE), pady=gap
        )
    widget.grid(row=row, column=1, sticky="ew", pady=gap)


def add_wide(form: tk.Misc, widget: tk.Widget) -> None:
    """What takes a whole row under the others."""
    row = form.grid_size()[1]
    widget.grid(row=row, column=0, columnspan=2, sticky="ew", pady=theme.pair(form, theme.GAP, 0))


def shorten_path(path: Path) -> str:
    """The end of a long path, which says most about it."""
    text = str(path)
    return text if len(text) <= PATH_LENGTH else f"…{text[-PATH_LENGTH:]}"
