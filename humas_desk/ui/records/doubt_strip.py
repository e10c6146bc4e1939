"""Over the form, while places of a release still say what the one it was begun from says: look at each, or say they are right."""

from collections.abc import Callable
import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.desk.session import Session
from humas_desk.desk.starting_from import confirmed
from humas_desk.ui import theme
from humas_desk.wording import _, ngettext, place_name


class DoubtStrip(tk.Frame):
    """One line with the place that is looked at now; goes when nothing is left."""

    def __init__(self, parent: tk.Misc, *, on_go: Callable[[str], object]) -> None:
        super().__init__(parent, background=theme.AMBER_SOFT)
        self._on_go = on_go
        self._session: Session | None = None
        self._at = ""
        self.words = tk.Label(self, font=theme.UI, background=theme.AMBER_SOFT, foreground=theme.AMBER, anchor="w")
        self.words.configure(borderwidth=0, width=1)
        for text, work in (
            (_("All of them are right"), self._confirm_all),
            (_("This is right"), self._confirm),
            (_("Next place"), self.go_on),
        ):
            button = ttk.Button(self, text=text, command=work, bootstyle=f"{theme.SURFACE_AMBER} outline")
            button.configure(padding=theme.pair(self, theme.GAP, theme.TINY))
            button.pack(side="right", padx=theme.pair(self, 0, theme.GAP), pady=theme.px(self, theme.SMALL))
        self.words.pack(side="left", fill="x", expand=True, padx=theme.px(self, theme.PAD))

    def show(self, session: Session) -> bool:
        """The places that are left in this release; whether there are any."""
        self._session = session
        left = session.release.unconfirmed
        if self._at not in left:
            self._at = left[0] if left else ""
        if left:
            words = ngettext(
                "{count} place still says what the earlier release says. Now: {place}",
                "{count} places still say what the earlier release says. Now: {place}",
                len(left),
            )
            self.words.configure(text=words.format(count=len(left), place=place_name(self._at, session.release)))
        return bool(left)

    def go_on(self) -> None:
        """To the place after this one; after the last to the first."""
        if self._session is not None and (left := self._session.release.unconfirmed):
            self._at = left[(left.index(self._at) + 1) % len(left)] if self._at in left else left[0]
            self.show(self._session)
            self._on_go(self._at)

    def _confirm(self) -> None:
        """This place is right as it is; on to the next."""
        if self._session is None or not self._at:
            return
        left = self._session.release.unconfirmed
        after = left[(left.index(self._at) + 1) % len(left)]
        done, self._at = self._at, after
        self._session.edit(confirmed(done))
        if after != done:
            self._on_go(after)

    def _confirm_all(self) -> None:
        if self._session is not None:
            self._session.edit(confirmed())
