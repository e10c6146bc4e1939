"""Copies for WhatsApp and for a web page: the text as it will be pasted, its length, and onto the clipboard."""

from collections.abc import Callable
from dataclasses import replace
import tkinter as tk
from typing import TYPE_CHECKING

import ttkbootstrap as ttk

from humas_desk.errors import HumasError
from humas_desk.ui import theme
from humas_desk.ui.clipboard import Clip, put_on_clipboard
from humas_desk.ui.dialogs import Dialog
from humas_desk.ui.findings import withheld
from humas_desk.ui.problem_list import ProblemList
from humas_desk.ui.shell import Shell
from humas_desk.ui.toolbar import Finding
from humas_desk.ui.waiting import WaitingLine
from humas_desk.wording import _, ngettext

if TYPE_CHECKING:
    from humas_desk.desk.requests import Copied, Copies


class CopyDialog:
    """Shows the text, counts it and copies it."""

    def __init__(
        self,
        shell: Shell,
        *,
        for_web: bool,
        on_finding: Callable[[Finding], None],
        put: Callable[[tk.Misc, Clip], None] = put_on_clipboard,
    ) -> None:
        """`on_finding`: leads to what must be withheld; while it stands nothing is copied."""
        self._shell = shell
        self._on_finding = on_finding
        self._withheld = withheld(shell.reading.complete(), shell.desk.session.release)
        self._for_web = for_web
        self._put = put
        self._copies: Copies | None = None
        self.dialog = Dialog(
            shell.root, _("Copy for the web page") if for_web else _("Copy for WhatsApp"), resizable=True
        )
        self._straight = tk.BooleanVar(self.dialog, value=shell.desk.settings.straight_quotes)
        self._stop: Callable[[], None] | None = None
        self._build()
        self.dialog.bind("<Destroy>", self._closed, add=True)
        self._ask()

    def run(self) -> None:
        """Show it until it is closed."""
        self.dialog.show(focus=self.text, size=theme.COPY_SIZE)
        self.dialog.wait()

    @property
    def length_text(self) -> str:
        """What the line under the text says."""
        return str(self._length.cget("text")).strip()

    def _build(self) -> None:
        body = self.dialog.body
        hint = (
            _("Paste it into the editor of the web page: headings, paragraphs, lists and tables stay, nothing else.")
            if self._for_web
            else _("Paste it into a WhatsApp message. What stands between * is bold there, between _ it is italic.")
        )
        wrap = theme.px(body, theme.COPY_SIZE[0] - 2 * theme.ROOMY)
        ttk.Label(body, text=hint, font=theme.UI, wraplength=wrap, justify="left", bootstyle="secondary").pack(
            anchor="w"
        )
        if self._withheld:
            needed = _("Still needed before anything can be copied:")
            self.problems = ProblemList(body, on_finding=self._leave_for, needed=needed)
            self.problems.pack(side="top", fill="x", pady=theme.pair(body, theme.PAD, 0))
            self.problems.show(self._withheld)
        below = ttk.Frame(body)
        below.pack(side="bottom", fill="x", pady=theme.pair(body, theme.GAP, 0))
        self._length = ttk.Label(below, font=theme.SMALL_TEXT, bootstyle="secondary", compound="left")
        self._length.pack(side="left")
        if self._for_web:
            straight = ttk.Checkbutton(
                below,
                text=_("Straight quotation marks, for a page that spoils the curly ones"),
                variable=self._straight,
                command=self._ask,
            )
            straight.pack(side="right")
        self._build_text(body)
        self.copy_button = self.dialog.add_button(_("Copy"), self._copy, primary=True)
        self.dialog.add_button(_("Cancel"), self.dialog.close)
        self.waiting = WaitingLine(self.dialog, _("One moment…"))

    def _build_text(self, body: ttk.Frame) -> None:
        hair = theme.px(body, theme.HAIR)
        frame = tk.Frame(body, background=theme.EDGE, padx=hair, pady=hair)
        frame.pack(side="top", fill="both", expand=True, pady=theme.pair(body, theme.PAD, 0))
        inset = theme.pair(frame, *theme.COPY_INSET)
        self.text = tk.Text(frame, wrap="word", font=theme.BODY, width=1, height=1, padx=inset[0], pady=inset[1])
        theme.plain_text(self.text)
        scrollbar = ttk.Scrollbar(frame, orient="vertical", command=self.text.yview)
        self.text.configure(yscrollcommand=scrollbar.set)
        scrollbar.pack(side="right", fill="y")
        self.text.pack(side="left", fill="both", expand=True)
        self.text.configure(state="disabled")
        self.text.bind("<Return>", self._entered)
        self.text.bind("<Tab>", self._tabbed)

    def _ask(self) -> None:
        from humas_desk.desk.requests import CopyRequest

        self._copies = None
        self.copy_button.state(["disabled"])
        if self._stop is not None:
            self._stop()
        self.waiting.begin()
        request = CopyRequest(job=self._shell.desk.job(), straight_quotes=self._straight.get())
        self._stop = self._shell.link.copy(request, self._show)

    def _closed(self, event: "tk.Event[tk.Misc]") -> None:
        """Nobody waits for the text any more."""
        if event.widget is self.dialog and self._stop is not None:
            self._stop()

    def _show(self, copied: "Copied") -> None:
        self._stop = None
        self.waiting.end()
        if copied.error is not None:
            self.dialog.close()
            self._shell.tell_error(copied.error)
            return
        self._copies = copied.copies
        if copied.copies is not None:
            self._fill(copied.copies.plain if self._for_web else copied.copies.whatsapp)
            self._count(copied.copies)
            self.copy_button.state(["disabled" if self._withheld else "!disabled"])

    def _leave_for(self, finding: Finding) -> None:
        self.dialog.close()
        self._on_finding(finding)

    def _fill(self, text: str) -> None:
        self.text.configure(state="normal")
        self.text.delete("1.0", "end")
        self.text.insert("1.0", text)
        self.text.configure(state="disabled")

    def _count(self, copies: "Copies") -> None:
        length = len(copies.plain if self._for_web else copies.whatsapp)
        words = ngettext("{count} character", "{count} characters", length).format(count=_grouped(length))
        excess = 0 if self._for_web else copies.whatsapp_excess
        if not excess:
            self._length.configure(text=words, icon="", bootstyle="secondary")
            return
        over = ngettext(
            "{count} character too long for one message; send it as two",
            "{count} characters too long for one message; send it as two",
            excess,
        ).format(count=_grouped(excess))
        self._length.configure(
            text=f"  {words}, {over}", icon="exclamation-triangle", icon_size=theme.ICON, bootstyle="warning"
        )

    def _copy(self) -> None:
        copies = self._copies
        if copies is None:
            return
        clip = Clip(plain=copies.plain, html=copies.html) if self._for_web else Clip(plain=copies.whatsapp)
        try:
            self._put(self._shell.root, clip)
        except HumasError as error:
            self._shell.tell_error(error)
            self.dialog.grab_set()
            return
        self.dialog.close()
        if self._for_web:
            desk = self._shell.desk
            desk.change_settings(replace(desk.settings, straight_quotes=self._straight.get()))
            self._shell.toasts.show(_("Copied; paste it into the editor of the web page"), icon="globe2")
        else:
            self._shell.toasts.show(_("Copied; paste it into WhatsApp"), icon="whatsapp")

    def _entered(self, _event: object) -> str:
        self.copy_button.invoke()
        return "break"

    def _tabbed(self, _event: object) -> str:
        self.copy_button.focus_set()
        return "break"


def _grouped(number: int) -> str:
    """As Indonesian writes it: 1.234."""
    return f"{number:,}".replace(",", ".")
