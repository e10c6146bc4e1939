"""Export: which files, what name, where to; then what was written, ready to be opened."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.desk.exports import typed_stem
from humas_desk.desk.requests import Exported, ExportResult
from humas_desk.desk.system import open_folder, open_path
from humas_desk.errors import HumasError
from humas_desk.ui import theme
from humas_desk.ui.dialogs import Dialog
from humas_desk.ui.exporting import AGAIN, ELSEWHERE, ask_after_refusal, other_stem
from humas_desk.ui.findings import findings
from humas_desk.ui.problem_list import ProblemList
from humas_desk.ui.rows import add_row, shorten_path
from humas_desk.ui.shell import Shell
from humas_desk.ui.toolbar import Finding
from humas_desk.wording import _, mark, ngettext

FORMATS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("pdf", "docx"), mark("PDF and Word")),
    (("pdf",), mark("PDF only")),
    (("docx",), mark("Word only")),
)


class ExportDialog:
    """Asks, writes through the worker, and ends on what was written."""

    def __init__(self, shell: Shell, *, on_finding: Callable[[Finding], None]) -> None:
        self._shell = shell
        self._on_finding = on_finding
        self._defaults = shell.desk.export_defaults()
        self._folder = self._defaults.folder
        self.dialog = Dialog(shell.root, _("Export"))
        self._format = tk.IntVar(self.dialog, value=self._first_format())
        self._stem = tk.StringVar(self.dialog, value=self._defaults.stem)
        self._blank = tk.BooleanVar(self.dialog, value=self._defaults.blank)
        self._build_form()
        self._build_foot()
        self._show_problems(findings(shell.desk.session.problems(), shell.desk.session.release))

    def run(self) -> None:
        """Show it until it is closed."""
        self.dialog.show(focus=self.export_button)
        self.dialog.wait()

    @property
    def formats(self) -> tuple[str, ...]:
        """What is chosen to be written."""
        return FORMATS[self._format.get()][0]

    def _first_format(self) -> int:
        return next((number for number, (formats, _name) in enumerate(FORMATS) if formats == self._defaults.formats), 0)

    def _build_form(self) -> None:
        self._form = ttk.Frame(self.dialog.body)
        self._form.pack(fill="both", expand=True)
        self._form.grid_columnconfigure(1, weight=1)
        add_row(self._form, _("Files"), self._format_row())
        self.name = ttk.Entry(self._form, textvariable=self._stem, font=theme.UI, width=theme.NAME_COLUMNS)
        add_row(self._form, _("Name"), self.name)
        add_row(self._form, _("Folder"), self._folder_row())
        blank = ttk.Checkbutton(
            self._form, text=_("Leave the letterhead's place empty (pre-printed paper)"), variable=self._blank
        )
        add_row(self._form, "", blank)
        self.problems = ProblemList(self._form, on_finding=self._leave_for)
        self.problems.grid(row=4, column=0, columnspan=2, sticky="ew", pady=theme.pair(self._form, theme.GAP, 0))

    def _format_row(self) -> ttk.Frame:
        row = ttk.Frame(self._form)
        for number, (_formats, name) in enumerate(FORMATS):
            button = ttk.Radiobutton(row, text=_(name), variable=self._format, value=number)
            button.pack(side="left", padx=theme.pair(row, 0, theme.WIDE))
        return row

    def _folder_row(self) -> ttk.Frame:
        row = ttk.Frame(self._form)
        ttk.Button(row, text=_("Choose…"), command=self._choose_folder, bootstyle="outline").pack(side="right")
        self._folder_label = ttk.Label(row, text=shorten_path(self._folder), font=theme.UI, anchor="w")
        self._folder_label.pack(side="left", fill="x", expand=True)
        return row

    def _build_foot(self) -> None:
        self.export_button = self.dialog.add_button(_("Export"), self._export, primary=True)
        self._cancel = self.dialog.add_button(_("Cancel"), self.dialog.close)
        quiet = f"{theme.SURFACE_CHROME} secondary"
        self._waiting = ttk.Label(self.dialog.foot, text=_("Exporting…"), font=theme.UI, bootstyle=quiet)
        self._progress = ttk.Progressbar(self.dialog.foot, mode="indeterminate", bootstyle="primary thin")

    def _choose_folder(self) -> None:
        chosen = self._shell.chooser.folder(self.dialog, _("Choose a folder"), self._folder)
        if chosen is not None:
            self._folder = chosen
            self._folder_label.configure(text=shorten_path(chosen))

    def _leave_for(self, finding: Finding) -> None:
        self.dialog.close()
        self._on_finding(finding)

    def _show_problems(self, found: tuple[Finding, ...]) -> None:
        self.problems.show(found)
        blocked = any(finding.is_error for finding in found)
        self.export_button.state(["disabled" if blocked else "!disabled"])

    def _export(self) -> None:
        stem = typed_stem(self._stem.get()) or self._defaults.stem
        self._stem.set(stem)
        request = self._shell.desk.export_request(
            formats=self.formats, folder=self._folder, stem=stem, blank=self._blank.get()
        )
        self._show_waiting(waiting=True)
        self._shell.link.export(request, self._done)

    def _show_waiting(self, *, waiting: bool) -> None:
        self.export_button.state(["disabled" if waiting else "!disabled"])
        if waiting:
            self._waiting.pack(side="left")
            self._progress.pack(side="left", padx=theme.px(self.dialog, theme.PAD))
            self._progress.start(theme.PROGRESS_STEP_MS)
        else:
            self._progress.stop()
            self._progress.pack_forget()
            self._waiting.pack_forget()

    def _done(self, exported: Exported) -> None:
        """The worker answered; the dialog may be gone by now, then a toast tells."""
        if not self.dialog.winfo_exists():
            self._tell_late(exported)
            return
        self._show_waiting(waiting=False)
        error = _error(exported)
        if error is not None:
            self._refused(error)
        elif exported.result is not None:
            self._finished(exported.result)

    def _tell_late(self, exported: Exported) -> None:
        error = _error(exported)
        if error is not None:
            self._shell.tell_error(error)
        elif exported.result is not None and exported.result.paths:
            path = exported.result.paths[0]
            self._shell.toasts.show(_written(exported.result.paths), action=(_("Open"), lambda: self._open(path)))

    def _refused(self, error: HumasError) -> None:
        answer = ask_after_refusal(self.dialog, self._shell, error)
        if answer == ELSEWHERE:
            self._stem.set(other_stem(self._folder, self._stem.get(), self.formats))
        if answer in (AGAIN, ELSEWHERE):
            self._export()
        else:
            self.dialog.grab_set()

    def _finished(self, result: ExportResult) -> None:
        found = findings(result.problems, self._shell.desk.session.release)
        if not result.paths:
            self._show_problems(found)
            return
        desk = self._shell.desk
        desk.change_settings(
            replace(
                desk.settings,
                export_folder=str(self._folder),
                export_formats=self.formats,
                letterhead_blank=self._blank.get(),
            )
        )
        self._show_written(result.paths, found)

    def _show_written(self, paths: tuple[Path, ...], found: tuple[Finding, ...]) -> None:
        """The dialog's second face: the files, and what can be done with them."""
        self._form.destroy()
        body = self.dialog.body
        ttk.Label(
            body,
            text=f"  {_written(paths)}",
            icon="check-circle",
            icon_size=theme.ICON,
            compound="left",
            font=theme.UI_BOLD,
        ).pack(anchor="w")
        for path in paths:
            ttk.Label(body, text=path.name, font=theme.UI, wraplength=theme.px(body, theme.PROBLEM_WRAP)).pack(
                anchor="w", padx=theme.pair(body, theme.ROOMY, 0), pady=theme.pair(body, theme.SMALL, 0)
            )
        where = ttk.Label(body, text=shorten_path(self._folder), font=theme.SMALL_TEXT, bootstyle="secondary")
        where.pack(anchor="w", padx=theme.pair(body, theme.ROOMY, 0), pady=theme.pair(body, theme.SMALL, 0))
        self.problems = ProblemList(body, on_finding=self._leave_for)
        self.problems.pack(fill="x", pady=theme.pair(body, theme.PAD, 0))
        self.problems.show(found)
        self.export_button.configure(text=_("Open"), command=lambda: self._open(paths[0]))
        self._cancel.configure(text=_("Close"))
        self.dialog.add_button(_("Open folder"), lambda: self._open(paths[0], folder=True))
        self.dialog.fit()

    def _open(self, path: Path, *, folder: bool = False) -> None:
        try:
            (open_folder if folder else open_path)(path)
        except HumasError as error:
            self._shell.tell_error(error)


def _error(exported: Exported) -> HumasError | None:
    """Why not all files were written; None: they were, or problems in the release stopped them."""
    return exported.error or (exported.result.error if exported.result is not None else None)


def _written(paths: tuple[Path, ...]) -> str:
    return ngettext("{count} file written", "{count} files written", len(paths)).format(count=len(paths))
