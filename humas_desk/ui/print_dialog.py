"""Print: which printer, how many copies, which pages; at true size, or through the PDF reader where nothing else prints."""

from collections.abc import Callable
import tkinter as tk
from typing import TYPE_CHECKING

import ttkbootstrap as ttk

from humas_desk.desk.printers import PrintOrder, PrintResult, PrintWarning, sheet_for, typed_pages
from humas_desk.desk.system import Printed
from humas_desk.ui import theme
from humas_desk.ui.dialogs import Dialog
from humas_desk.ui.findings import findings, withheld
from humas_desk.ui.problem_list import ProblemList
from humas_desk.ui.rows import add_row
from humas_desk.ui.sent_out import note_sent_out
from humas_desk.ui.shell import Shell
from humas_desk.ui.toolbar import Finding
from humas_desk.ui.waiting import WaitingLine
from humas_desk.wording import _

if TYPE_CHECKING:
    from humas_desk.desk.requests import PrintDone, PrintersFound

MOST_COPIES = 99


class PrintDialog:
    """Asks what the system's printers allow; without any it hands the file to the PDF reader, and says so."""

    def __init__(
        self, shell: Shell, *, pages: int, page_size_mm: tuple[float, float], on_finding: Callable[[Finding], None]
    ) -> None:
        """`pages`: how many the release has, 0 when that is not known yet."""
        self._shell = shell
        self._count = pages
        self._is_folio = sheet_for(*page_size_mm).is_folio
        self._on_finding = on_finding
        self.dialog = Dialog(shell.root, _("Print"))
        self._blank = tk.BooleanVar(self.dialog, value=shell.desk.export_defaults().blank)
        self._sent = shell.desk.session.state
        """What the printer gets."""
        self._draft = tk.BooleanVar(self.dialog, value=shell.desk.marks_drafts)
        self._printer = tk.StringVar(self.dialog)
        self._copies = tk.StringVar(self.dialog, value="1")
        self._pages = tk.StringVar(self.dialog)
        self._stop: Callable[[], None] | None = None
        self._build()
        self.dialog.bind("<Destroy>", self._closed, add=True)
        shell.link.printers(self._show_printers)

    def run(self) -> None:
        """Show it until it is closed."""
        self.dialog.show(focus=self.print_button)
        self.dialog.wait()

    @property
    def order(self) -> PrintOrder | None:
        """What is asked of the printer; None when pages or copies are not understood."""
        pages = typed_pages(self._pages.get(), self._count or MOST_COPIES)
        copies = self._copies.get().strip()
        if pages is None or not (copies.isascii() and copies.isdigit() and 1 <= int(copies) <= MOST_COPIES):
            return None
        return PrintOrder(printer=self._printer.get(), copies=int(copies), pages=pages)

    def _build(self) -> None:
        body = self.dialog.body
        text = _("The page is printed at its true size, so it fits pre-printed paper and the margins are kept.")
        self._say(body, text)
        if self._is_folio:
            folio = _(
                "This page is F4. The printer is told Folio: see that F4 paper is in it, and choose Folio if asked."
            )
            self._say(body, folio, icon="exclamation-triangle")
        self._form = ttk.Frame(body)
        self._form.pack(fill="x", pady=theme.pair(body, theme.GAP, 0))
        self._form.grid_columnconfigure(1, weight=1)
        self._wait = ttk.Label(self._form, text=_("Looking for printers…"), font=theme.UI, bootstyle="secondary")
        add_row(self._form, "", self._wait)
        for words, variable in (
            (_("Leave the letterhead's place empty (pre-printed paper)"), self._blank),
            (_("Mark every page as a draft, with date and time"), self._draft),
        ):
            ttk.Checkbutton(body, text=words, variable=variable).pack(anchor="w", pady=theme.pair(body, theme.SNUG, 0))
        self.problems = ProblemList(body, on_finding=self._leave_for)
        self.problems.pack(fill="x", pady=theme.pair(body, theme.PAD, 0))
        self.print_button = self.dialog.add_button(_("Print"), self._print, primary=True)
        self.dialog.add_button(_("Cancel"), self.dialog.close)
        self.waiting = WaitingLine(self.dialog, _("Printing…"))
        release = self._shell.desk.session.release
        told = findings(self._shell.desk.session.problems(), release)
        self._show_problems((*withheld(self._shell.reading.complete(), release), *told))

    def _say(self, body: ttk.Frame, text: str, *, icon: str = "") -> None:
        row = ttk.Frame(body)
        row.pack(anchor="w", pady=theme.pair(body, 0, theme.SMALL))
        wrap = theme.px(body, theme.PROBLEM_WRAP)
        words = ttk.Label(row, text=text, font=theme.UI, wraplength=wrap, justify="left")
        if icon:
            sign = ttk.Label(row, icon=icon, icon_size=theme.ICON, bootstyle="warning")
            sign.pack(side="left", anchor="n", padx=theme.pair(row, 0, theme.GAP))
            words.configure(bootstyle="warning")
        words.pack(side="left")

    def _show_printers(self, found: "PrintersFound") -> None:
        """The system named its printers; without any there is nothing to choose."""
        if not self.dialog.winfo_exists():
            return
        if not found.printers:
            self._wait.configure(
                text=_(
                    "No printer is known here: your PDF reader opens the release, to be printed there at “actual size”."
                ),
                wraplength=theme.px(self._form, theme.PROBLEM_WRAP),
            )
            self.print_button.configure(text=_("Open for printing"))
            self.dialog.fit()
            return
        self._wait.destroy()
        names = [printer.name for printer in found.printers]
        self._printer.set(next((printer.name for printer in found.printers if printer.is_default), names[0]))
        box = ttk.Combobox(self._form, textvariable=self._printer, values=names, state="readonly", font=theme.UI)
        add_row(self._form, _("Printer"), box)
        copies = ttk.Spinbox(
            self._form, textvariable=self._copies, from_=1, to=MOST_COPIES, width=theme.COPIES_COLUMNS, font=theme.UI
        )
        add_row(self._form, _("How many copies"), copies)
        copies.grid_configure(sticky="w")
        add_row(self._form, _("Pages"), self._pages_row())
        for variable in (self._copies, self._pages):
            variable.trace_add("write", self._check_order)
        self.dialog.fit()

    def _pages_row(self) -> ttk.Frame:
        row = ttk.Frame(self._form)
        self.pages = ttk.Entry(row, textvariable=self._pages, width=theme.PAGES_COLUMNS, font=theme.UI)
        self.pages.pack(side="left")
        self._pages_hint = ttk.Label(
            row, text=_("Empty: all. Or: 1-2, 4"), font=theme.SMALL_TEXT, bootstyle="secondary"
        )
        self._pages_hint.pack(side="left", padx=theme.px(row, theme.GAP))
        return row

    def _check_order(self, *_written: str) -> None:
        """Pages that do not exist are said at once, not when the paper comes."""
        is_known = typed_pages(self._pages.get(), self._count or MOST_COPIES) is not None
        if is_known:
            self._pages_hint.configure(text=_("Empty: all. Or: 1-2, 4"), bootstyle="secondary")
        else:
            words = _("This release has pages 1 to {count}").format(count=self._count or MOST_COPIES)
            self._pages_hint.configure(text=words, bootstyle="danger")
        self.print_button.state(["!disabled" if self.order is not None and not self._is_blocked else "disabled"])

    def _show_problems(self, found: tuple[Finding, ...]) -> None:
        self.problems.show(found)
        self._is_blocked = any(finding.is_error for finding in found)
        self.print_button.state(["disabled" if self._is_blocked else "!disabled"])

    def _leave_for(self, finding: Finding) -> None:
        self.dialog.close()
        self._on_finding(finding)

    def _print(self) -> None:
        from humas_desk.desk.requests import PrintRequest

        order = self.order
        if order is None:
            return
        self.print_button.state(["disabled"])
        job = self._shell.desk.job(blank=self._blank.get(), draft=self._draft.get())
        self.waiting.begin()
        self._sent = self._shell.desk.session.state
        self._stop = self._shell.link.print_out(PrintRequest(job=job, order=order), self._done)

    def _closed(self, event: "tk.Event[tk.Misc]") -> None:
        """Closed before the printer had it all."""
        if event.widget is self.dialog and self._stop is not None:
            self._stop()
            self._shell.toasts.show(
                _("Printing called off; what the printer has already may still come out"), icon="x-circle"
            )

    def _done(self, done: "PrintDone") -> None:
        self._stop = None
        is_open = bool(self.dialog.winfo_exists())
        if is_open:
            self.waiting.end()
        if done.error is None and done.result is None and is_open:
            self._show_problems(findings(done.problems, self._shell.desk.session.release))
            return
        if is_open:
            self.dialog.close()
        if done.error is not None:
            self._shell.tell_error(done.error)
        elif done.result is not None:
            note_sent_out(self._shell, self._sent)
            self._shell.toasts.show(_outcome(done.result), icon="printer")


def _outcome(result: PrintResult) -> str:
    match result.how:
        case Printed.SENT:
            text = _("Sent to the printer at true size")
        case Printed.HANDED_OVER:
            text = _("Your PDF reader prints it; choose “actual size” if it asks")
        case Printed.OPENED:
            text = _("Opened in your PDF reader; print it there at “actual size”")
    if result.warning is PrintWarning.FOLIO:
        return f"{text}. {_('F4 is printed as Folio: see that F4 paper is in the printer.')}"
    return text
