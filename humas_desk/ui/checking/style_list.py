"""The lists of the house style dialog."""

import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.ui import theme
from humas_desk.ui.quiet_bar import QuietBar

_ROWS = 6


def style_list(parent: tk.Misc) -> tk.Listbox:
    """A list to choose from, with its scrollbar, packed into the parent."""
    box = ttk.Frame(parent)
    box.pack(fill="both", expand=True, pady=theme.pair(parent, theme.SNUG, 0))
    bar = QuietBar(box)
    bar.pack(side="right", fill="y")
    made = tk.Listbox(box, height=_ROWS, font=theme.UI, selectmode="extended", activestyle="none")
    made.configure(yscrollcommand=bar.set, exportselection=False, background=theme.PAPER)
    made.configure(borderwidth=0, highlightthickness=theme.px(parent, theme.HAIR), relief="flat")
    made.configure(highlightbackground=theme.EDGE, highlightcolor=theme.NAVY)
    made.configure(foreground=theme.INK, selectbackground=theme.SELECTION, selectforeground=theme.INK)
    bar.configure(command=made.yview)
    made.pack(side="left", fill="both", expand=True)
    return made
