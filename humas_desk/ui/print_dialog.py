"""Print: the release's PDF at true size, through the system's own way of printing."""

from collections.abc import Callable
from pathlib import Path
import tempfile
import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.desk.requests import Exported
from humas_desk.desk.system import Printed, print_file
from humas_desk.errors import HumasError
from humas_desk.ui import theme
from humas_desk.ui.dialogs import Dialog
from humas_desk.ui.findings import findings
from humas_desk.ui.problem_list import ProblemList
from humas_desk.ui.shell import Shell
from humas_desk.ui.toolbar import Finding
from humas_desk.wording import _


class PrintDialog:
    """One question (pre-printed paper?), then the print service or the PDF reader has it."""

    def __init__(
        self, shell: Shell, *, on_finding: Callable[[Finding], None], send: Callable[[Path], Printed] = print_file
    ) -> None:
        self._shell = shell
        self._on_finding = on_finding
        self._send = send
        self.dialog = Dialog(shell.root, _("Print"))
        self._blank = tk.BooleanVar(self.dialog, value=shell.desk.export_defaults().blank)
        self._build()

    def run(self) -> None:
        """Show it until it is closed."""
        self.dialog.show(focus=self.print_button)
        self.dialog.wait()

    def _build(self) -> None:
        body = self.dialog.body
        wrap = theme.px(body, theme.PROBLEM_WRAP)
        text = _("The page is printed at its true size, so it fits pre-printed paper and the margins are kept.")
        ttk.Label(body, text=text, font=theme.UI, wraplength=wrap, justify="left").pack(anchor="w")
        ttk.Checkbutton(
            body, text=_("Leave the letterhead's place empty (pre-printed paper)"), variable=self._blank
        ).pack(anchor="w", pady=theme.pair(body, theme.PAD, 0))
        self.problems = ProblemList(body, on_finding=self._leave_for)
        self.problems.pack(fill="x", pady=theme.pair(body, theme.PAD, 0))
        self.print_button = self.dialog.add_button(_("Print"), self._print, primary=True)
        self.dialog.add_button(_("Cancel"), self.dialog.close)
        self._show_problems(findings(self._shell.desk.session.problems(), self._shell.desk.session.release))

    def _show_problems(self, found: tuple[Finding, ...]) -> None:
        self.problems.show(found)
        blocked = any(finding.is_error for finding in found)
        self.print_button.state(["disabled" if blocked else "!disabled"])

    def _leave_for(self, finding: Finding) -> None:
        self.dialog.close()
        self._on_finding(finding)

    def _print(self) -> None:
        self.print_button.state(["disabled"])
        folder = Path(tempfile.mkdtemp(prefix="humas-desk-"))
        stem = self._shell.desk.export_defaults().stem
        request = self._shell.desk.export_request(formats=("pdf",), folder=folder, stem=stem, blank=self._blank.get())
        self._shell.link.export(request, self._done)

    def _done(self, exported: Exported) -> None:
        result = exported.result
        error = exported.error or (result.error if result is not None else None)
        if error is None and result is not None and not result.paths:
            self._show_problems(findings(result.problems, self._shell.desk.session.release))
            return
        self.dialog.close()
        try:
            if error is not None:
                raise error
            if result is not None:
                self._tell(self._send(result.paths[0]))
        except HumasError as error:
            self._shell.tell_error(error)

    def _tell(self, printed: Printed) -> None:
        match printed:
            case Printed.SENT:
                text = _("Sent to the printer at true size")
            case Printed.HANDED_OVER:
                text = _("Your PDF reader prints it; choose “actual size” if it asks")
            case Printed.OPENED:
                text = _("Opened in your PDF reader; print it there at “actual size”")
        self._shell.toasts.show(text, icon="printer")
