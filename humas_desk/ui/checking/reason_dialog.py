"""Leaving something that must be right, or withheld: the reason is asked and kept with the release."""

import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.desk.ignoring import is_guarded
from humas_desk.language.findings import Finding
from humas_desk.ui import theme
from humas_desk.ui.checking.finding_words import shorten
from humas_desk.ui.dialogs import Dialog
from humas_desk.wording import _


class ReasonDialog:
    """One line to write in; without a reason nothing is left."""

    def __init__(self, owner: tk.Misc, finding: Finding, *, in_office: bool = False) -> None:
        """`in_office`: it is left for all releases of the office."""
        self.dialog = Dialog(owner, _("Leave with a reason"))
        self._reason = ""
        body, wrap = self.dialog.body, theme.px(owner, theme.DIALOG_WIDTH)
        about = _("“{text}” – {message}").format(text=shorten(finding.text), message=finding.message)
        ttk.Label(body, text=about, font=theme.UI, wraplength=wrap, justify="left").pack(anchor="w")
        kept = _("The reason is kept with the release; whoever approves it reads it.")
        if is_guarded(finding):
            kept = _("This may be something that must not go out. The reason is kept with the release.")
        elif in_office:
            kept = _("No release of the office is told of it any more. The reason is kept in its house style.")
        ttk.Label(body, text=kept, font=theme.UI, wraplength=wrap, justify="left").pack(
            anchor="w", pady=theme.pair(owner, theme.GAP, theme.PAD)
        )
        ttk.Label(body, text=_("Reason"), font=theme.SMALL_TEXT, bootstyle="secondary").pack(anchor="w")
        self.text = tk.StringVar(self.dialog)
        self.entry = ttk.Entry(body, textvariable=self.text, font=theme.UI, width=theme.NAME_COLUMNS)
        self.entry.pack(fill="x")
        self.button = self.dialog.add_button(_("Leave it"), self._take, primary=True)
        self.dialog.add_button(_("Cancel"), self.dialog.close)
        self.text.trace_add("write", lambda *_names: self._show_enabled())
        self._show_enabled()

    def run(self) -> str:
        """The reason; empty when nothing is to be left."""
        self.dialog.show(focus=self.entry)
        self.dialog.wait()
        return self._reason

    def _take(self) -> None:
        self._reason = self.text.get().strip()
        self.dialog.close()

    def _show_enabled(self) -> None:
        self.button.state(["!disabled" if self.text.get().strip() else "disabled"])
