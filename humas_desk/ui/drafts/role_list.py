"""What the chosen part can be taken for: a list with the key of each, which is the legend of the colours too."""

from collections.abc import Callable
from functools import partial
import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.desk.draft_review import OFFERED
from humas_desk.intake.parts import Role
from humas_desk.ui import theme
from humas_desk.ui.drafts.part_words import KEYS, ROLES, ground
from humas_desk.wording import _


class RoleList(tk.Frame):
    """One line for each role; the line of the chosen part's role is marked."""

    def __init__(self, parent: tk.Misc, *, on_assign: Callable[[Role], object]) -> None:
        super().__init__(parent, background=theme.PAPER)
        self._role = tk.StringVar(self, value="")
        for role in OFFERED:
            row = tk.Frame(self, background=theme.PAPER)
            row.pack(fill="x", pady=theme.px(self, theme.HAIR))
            key = tk.Label(row, text=KEYS[role], width=2, font=theme.SMALL_BOLD)
            key.configure(background=ground(role), foreground=theme.INK, relief="solid", borderwidth=1)
            key.pack(side="left")
            button = ttk.Radiobutton(
                row,
                text=_(ROLES[role]) if role is not Role.DROPPED else _("Drop"),
                value=role.value,
                variable=self._role,
                command=partial(on_assign, role),
                takefocus=False,
            )
            button.pack(side="left", fill="x", expand=True, padx=theme.pair(self, theme.SNUG, 0))

    def show(self, role: Role | None) -> None:
        """What the chosen part is now."""
        self._role.set("" if role is None else role.value)
