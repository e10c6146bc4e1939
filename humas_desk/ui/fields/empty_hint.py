"""What an empty line is for, written in it until something is typed."""

import tkinter as tk

from humas_desk.ui import theme


def hint_while_empty(entry: tk.Entry, variable: tk.StringVar, words: str, *, font: str = theme.UI) -> None:
    """Show the words in the entry while its variable is empty; a click on them is one on the entry."""
    label = tk.Label(entry, text=words, font=font, foreground=theme.INK_FAINT, background=theme.PAPER)
    label.configure(borderwidth=0, padx=0, pady=0, cursor="xterm")
    label.bind("<Button-1>", lambda _event: entry.focus_set())

    def show() -> None:
        if variable.get():
            label.place_forget()
        else:
            label.place(x=theme.px(entry, theme.SNUG), rely=0.5, anchor="w")

    variable.trace_add("write", lambda *_names: show())
    show()
