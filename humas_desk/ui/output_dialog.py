"""The frame of dialogs that write files: what, name, folder; then the waiting; then what was written, to be opened."""

from collections.abc import Callable, Sequence
from pathlib import Path
import tkinter as tk
from typing import TYPE_CHECKING

import ttkbootstrap as ttk

from humas_desk.desk.exports import typed_stem
from humas_desk.desk.system import open_folder, open_path
from humas_desk.errors import HumasError
from humas_desk.release.problems import Problem, ProblemCode
from humas_desk.ui import theme
from humas_desk.ui.alt_texts import AltTexts
from humas_desk.ui.dialogs import Dialog
from humas_desk.ui.findings import findings, withheld
from humas_desk.ui.problem_list import ProblemList
from humas_desk.ui.rows import add_row, add_wide, shorten_path
from humas_desk.ui.sent_out import note_sent_out
from humas_desk.ui.shell import Shell
from humas_desk.ui.toolbar import Finding
from humas_desk.ui.waiting import WaitingLine
from humas_desk.ui.written import Written, show_written, written_line
from humas_desk.wording import _

if TYPE_CHECKING:
    from humas_desk.desk.requests import Exported, ExportRequest, ExportResult, PackageRequest, PageFilesRequest


class OutputDialog:
    """Asks, writes through the worker, and ends on what was written. A kind of output says what it asks for."""

    def __init__(self, shell: Shell, *, title: str, verb: str, on_finding: Callable[[Finding], None]) -> None:
        self.shell = shell
        self._verb = verb
        self._on_finding = on_finding
        self.defaults = shell.desk.export_defaults()
        self.folder = self.defaults.folder
        self.dialog = Dialog(shell.root, title)
        self.stem = tk.StringVar(self.dialog, value=self.defaults.stem)
        self.blank = tk.BooleanVar(self.dialog, value=self.defaults.blank)
        self.draft = tk.BooleanVar(self.dialog, value=shell.desk.marks_drafts)
        self._stop: Callable[[], None] | None = None
        self._sent = shell.desk.session.state
        """What the files hold."""
        self._build()
        self.dialog.bind("<Destroy>", self._closed, add=True)
        release = shell.desk.session.release
        told = findings(self._told(shell.desk.session.problems()), release)
        self.show_problems((*withheld(shell.reading.complete(), release), *told))

    # What a kind of output says -------------------------------------------------------------------------------------

    def add_rows(self, form: ttk.Frame) -> None:
        """Rows above the name."""

    def options(self) -> tuple[tuple[str, tk.BooleanVar], ...]:
        """The switches: words and value."""
        return (
            (_("Leave the letterhead's place empty (pre-printed paper)"), self.blank),
            (_("Mark every page as a draft, with date and time"), self.draft),
        )

    def request(self, stem: str) -> "ExportRequest | PackageRequest | PageFilesRequest":
        """What the worker is asked for."""
        raise NotImplementedError

    def refused(self, error: HumasError) -> None:
        """The worker could not write."""
        self.shell.tell_error(error)
        self.dialog.grab_set()

    def remember(self) -> None:
        """It was written: keep the choices for the next time."""

    def add_notes(self, form: ttk.Frame) -> None:
        """Rows below the switches."""

    asks_for_alt_texts = False
    """Whether photos without an alternative text get one here; they are then no problem any more."""

    stops_at_once = False
    """Whether closing the dialog ends the writing where it is; else what was written may be taken back afterwards."""

    def call_off(self, result: "ExportResult") -> bool:
        """The dialog was closed while it was written: take it back where that loses nothing; whether it did."""
        return False

    # ---------------------------------------------------------------------------------------------------------------

    def run(self) -> None:
        """Show it until it is closed."""
        self.dialog.show(focus=self.export_button)
        self.dialog.wait()

    def export(self) -> None:
        """Ask the worker for what is chosen."""
        stem = typed_stem(self.stem.get()) or self.defaults.stem
        self.stem.set(stem)
        request = self.request(stem)
        self._sent = self.shell.desk.session.state
        self._show_waiting(waiting=True)
        self._stop = self.shell.link.export(request, self._done)

    def show_problems(self, found: tuple[Finding, ...]) -> None:
        """What is to be mended; an error stops the writing."""
        self.problems.show(found)
        blocked = any(finding.is_error for finding in found)
        self.export_button.state(["disabled" if blocked else "!disabled"])

    def _build(self) -> None:
        self._form = ttk.Frame(self.dialog.body)
        self._form.pack(fill="both", expand=True)
        self._form.grid_columnconfigure(1, weight=1)
        self.add_rows(self._form)
        self.name = ttk.Entry(self._form, textvariable=self.stem, font=theme.UI, width=theme.NAME_COLUMNS)
        add_row(self._form, _("Name"), self.name)
        add_row(self._form, _("Folder"), self._folder_row())
        for text, variable in self.options():
            add_row(self._form, "", ttk.Checkbutton(self._form, text=text, variable=variable))
        self.add_notes(self._form)
        if self.asks_for_alt_texts:
            self.alt_texts = AltTexts(self._form, self.shell, on_change=self._show_verb)
            add_wide(self._form, self.alt_texts)
        self.problems = ProblemList(self._form, on_finding=self._leave_for)
        add_wide(self._form, self.problems)
        self.export_button = self.dialog.add_button(self._verb, self.export, primary=True)
        self._show_verb()
        self._cancel = self.dialog.add_button(_("Cancel"), self.dialog.close)
        self.waiting = WaitingLine(self.dialog, _("Exporting…"))

    def _told(self, problems: Sequence[Problem]) -> list[Problem]:
        """What the list of problems says: not what is asked for above it."""
        asked = {ProblemCode.ALT_MISSING} if self.asks_for_alt_texts else set()
        return [problem for problem in problems if problem.code not in asked]

    def _show_verb(self) -> None:
        """While a photo has no alternative text the button says that it goes out without."""
        is_without = self.asks_for_alt_texts and self.alt_texts.missing > 0
        self.export_button.configure(text=_("Export without it") if is_without else self._verb)

    def _folder_row(self) -> ttk.Frame:
        row = ttk.Frame(self._form)
        ttk.Button(row, text=_("Choose…"), command=self._choose_folder, bootstyle="outline").pack(side="right")
        self._folder_label = ttk.Label(row, text=shorten_path(self.folder), font=theme.UI, anchor="w")
        self._folder_label.pack(side="left", fill="x", expand=True)
        return row

    def _choose_folder(self) -> None:
        chosen = self.shell.chooser.folder(self.dialog, _("Choose a folder"), self.folder)
        if chosen is not None:
            self.folder = chosen
            self._folder_label.configure(text=shorten_path(chosen))

    def _leave_for(self, finding: Finding) -> None:
        self.dialog.close()
        self._on_finding(finding)

    def _show_waiting(self, *, waiting: bool) -> None:
        self.export_button.state(["disabled" if waiting else "!disabled"])
        if waiting:
            self.waiting.begin()
        else:
            self.waiting.end()

    def _done(self, exported: "Exported") -> None:
        """The worker answered; the dialog may be gone by now, then a toast tells."""
        self._stop = None
        if not self.dialog.winfo_exists():
            self._tell_late(exported)
            return
        self._show_waiting(waiting=False)
        error = _error(exported)
        if error is not None:
            self.refused(error)
        elif exported.result is not None:
            self._finished(exported.result)

    def _closed(self, event: "tk.Event[tk.Misc]") -> None:
        """Closed while it was written: the writing ends at once where that loses nothing but the rest."""
        if event.widget is self.dialog and self._stop is not None and self.stops_at_once:
            self._stop()
            self.shell.toasts.show(
                _("Called off; a file that was finished before stays in its folder"), icon="x-circle"
            )

    def _tell_late(self, exported: "Exported") -> None:
        error, result = _error(exported), exported.result
        if result is not None and self.call_off(result):
            self.shell.toasts.show(_("Called off; nothing was left behind"), icon="x-circle")
        elif error is not None:
            self.shell.tell_error(error)
        elif result is not None and result.paths:
            path = result.paths[0]
            note_sent_out(self.shell, self._sent)
            self.shell.toasts.show(written_line(result.paths), action=(_("Open"), lambda: self._open(path)))

    def _finished(self, result: "ExportResult") -> None:
        found = findings(self._told(result.problems), self.shell.desk.session.release)
        if not result.paths:
            self.show_problems(found)
            return
        self.remember()
        note_sent_out(self.shell, self._sent)
        self._form.destroy()
        written = Written(paths=result.paths, folder=result.folder or self.folder)
        show_written(self.dialog.body, written)
        self.problems = ProblemList(self.dialog.body, on_finding=self._leave_for)
        self.problems.pack(fill="x", pady=theme.pair(self.dialog.body, theme.PAD, 0))
        self.problems.show(found)
        self._offer(result.paths[0], folder_first=result.folder is not None)
        self.dialog.fit()

    def _offer(self, path: Path, *, folder_first: bool) -> None:
        """What can be done with the files."""
        self._cancel.configure(text=_("Close"))

        def show() -> None:
            self._open(path, folder=True)

        if folder_first:
            self.export_button.configure(text=_("Open folder"), command=show)
        else:
            self.export_button.configure(text=_("Open"), command=lambda: self._open(path))
            self.dialog.add_button(_("Open folder"), show)

    def _open(self, path: Path, *, folder: bool = False) -> None:
        try:
            (open_folder if folder else open_path)(path)
        except HumasError as error:
            self.shell.tell_error(error)


def _error(exported: "Exported") -> HumasError | None:
    """Why not all files were written; None: they were, or problems in the release stopped them."""
    return exported.error or (exported.result.error if exported.result is not None else None)
