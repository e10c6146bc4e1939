"""Small buttons that are seen only when they are needed, so they take no room and no Tab stop."""

from collections.abc import Callable
import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.ui import theme


def icon_button(parent: tk.Misc, icon: str, hint: str, command: Callable[[], object], *, ground: str = "") -> tk.Label:
    """An icon to click, with its meaning as a tooltip; `ground`: what it stands on, empty for a card."""
    ground = ground or theme.PAPER
    calm = ttk.Icon(icon, size=theme.ICON_SMALL, color=theme.INK_FAINT)
    pad = theme.px(parent, theme.SMALL)
    button = tk.Label(parent, image=calm, background=ground, borderwidth=0, padx=pad, pady=theme.px(parent, theme.TINY))
    button.configure(cursor="hand2")

    def wake(_event: object) -> None:
        button.configure(image=ttk.Icon(icon, size=theme.ICON_SMALL, color=theme.NAVY), background=theme.HOVER)

    button.bind("<Enter>", wake, add=True)
    button.bind("<Leave>", lambda _event: button.configure(image=calm, background=ground), add=True)
    button.bind("<Button-1>", lambda _event: command(), add=True)
    ttk.ToolTip(button, text=hint)
    return button


def word_button(
    parent: tk.Misc, words: str, icon: str, command: Callable[[], object], *, ground: str = ""
) -> ttk.Button:
    """A button of words with an icon, without a border, that takes the focus too."""
    surface = "" if ground in ("", theme.PAPER) else f"@{ground} "
    button = ttk.Button(
        parent, text=words, icon=icon, icon_size=theme.ICON_SMALL, compound="left", bootstyle=f"{surface}ghost"
    )
    button.configure(command=command, padding=theme.pads(parent, theme.SNUG, theme.TINY))
    return button
