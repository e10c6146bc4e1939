"""The lists of the house style dialog."""

import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.ui import theme
from humas_desk.ui.quiet_bar import QuietBar
from humas_desk.ui.settings.list_box import list_box

_ROWS = 6


def style_list(parent: tk.Misc) -> tk.Listbox:
    """A list to choose from, with its scrollbar, packed into the parent."""
    box = ttk.Frame(parent)
    box.pack(fill="both", expand=True, pady=theme.pair(parent, theme.SNUG, 0))
    bar = QuietBar(box)
    bar.pack(side="right", fill="y")
    made = list_box(box, theme.PAPER)
    made.configure(height=_ROWS, selectmode="extended", highlightbackground=theme.EDGE, yscrollcommand=bar.set)
    bar.configure(command=made.yview)
    made.pack(side="left", fill="both", expand=True)
    return made
