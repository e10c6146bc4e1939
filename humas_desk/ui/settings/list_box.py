"""The list of names that the dialogs with a list at their left have."""

import tkinter as tk

from humas_desk.ui import theme


def list_box(parent: tk.Misc, ground: str) -> tk.Listbox:
    """A quiet list on a ground of this colour; its edge shows when it has the keyboard."""
    return tk.Listbox(
        parent,
        font=theme.UI,
        activestyle="none",
        exportselection=False,
        background=ground,
        foreground=theme.INK,
        selectbackground=theme.SELECTION,
        selectforeground=theme.INK,
        highlightthickness=theme.px(parent, theme.HAIR),
        highlightbackground=ground if ground == theme.CHROME else theme.EDGE_STRONG,
        highlightcolor=theme.NAVY,
        borderwidth=0,
    )
