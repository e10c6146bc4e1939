"""What the chosen part can be taken for: a list with the key of each, which is the legend of the colours too."""

from collections.abc import Callable
from functools import partial
import tkinter as tk

from humas_desk.desk.draft_review import OFFERED
from humas_desk.intake.parts import Role
from humas_desk.ui import theme
from humas_desk.ui.drafts.part_words import KEYS, ROLES, ground
from humas_desk.wording import _


class RoleList(tk.Frame):
    """One line for each role, low enough that all stand on a small screen; the chosen part's is marked."""

    def __init__(self, parent: tk.Misc, *, on_assign: Callable[[Role], object]) -> None:
        super().__init__(parent, background=theme.PAPER)
        self._rows: dict[Role, tk.Label] = {}
        self._chosen: Role | None = None
        for number, role in enumerate(OFFERED):
            key = tk.Label(self, text=KEYS[role], width=2, font=theme.SMALL_BOLD)
            key.configure(background=ground(role), foreground=theme.INK, relief="solid", borderwidth=1, padx=0, pady=0)
            key.grid(row=number, column=0, sticky="ns")
            words = _(ROLES[role]) if role is not Role.DROPPED else _("Drop")
            row = tk.Label(self, text=words, font=theme.SMALL_TEXT, anchor="w", cursor="hand2", pady=0)
            row.configure(padx=theme.px(self, theme.SNUG), background=theme.PAPER, foreground=theme.INK)
            row.grid(row=number, column=1, sticky="nsew")
            for label in (key, row):
                label.bind("<Button-1>", partial(self._clicked, on_assign, role))
            row.bind("<Enter>", partial(self._hovered, role, theme.DESK))
            row.bind("<Leave>", partial(self._hovered, role, theme.PAPER))
            self._rows[role] = row

    @property
    def chosen(self) -> Role | None:
        """The role that is marked."""
        return self._chosen

    def line(self, role: Role) -> tk.Label:
        """The words of a role, to be clicked."""
        return self._rows[role]

    def show(self, role: Role) -> None:
        """What the chosen part is now; a table or photo is none of the list."""
        if self._chosen in self._rows:
            self._rows[self._chosen].configure(background=theme.PAPER, foreground=theme.INK, font=theme.SMALL_TEXT)
        self._chosen = role
        if role in self._rows:
            self._rows[role].configure(background=theme.FILLED, foreground=theme.SHEET, font=theme.SMALL_BOLD)

    def _clicked(self, on_assign: Callable[[Role], object], role: Role, _event: object) -> str:
        on_assign(role)
        return "break"

    def _hovered(self, role: Role, ground_: str, _event: object) -> None:
        if role is not self._chosen:
            self._rows[role].configure(background=ground_)
