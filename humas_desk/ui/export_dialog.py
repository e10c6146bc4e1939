"""Export: PDF and Word, under a name, in a folder."""

from collections.abc import Callable
from dataclasses import replace
import tkinter as tk
from typing import TYPE_CHECKING

import ttkbootstrap as ttk

from humas_desk.desk.settings import PDF_PROFILES
from humas_desk.errors import HumasError
from humas_desk.ui import theme
from humas_desk.ui.exporting import AGAIN, ELSEWHERE, ask_after_refusal, other_stem
from humas_desk.ui.output_dialog import OutputDialog
from humas_desk.ui.rows import add_row
from humas_desk.ui.shell import Shell
from humas_desk.ui.toolbar import Finding
from humas_desk.wording import _, mark

if TYPE_CHECKING:
    from humas_desk.desk.requests import ExportRequest

FORMATS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("pdf", "docx"), mark("PDF and Word")),
    (("pdf",), mark("PDF only")),
    (("docx",), mark("Word only")),
)
ARCHIVE, PLAIN = PDF_PROFILES


class ExportDialog(OutputDialog):
    """Asks which files, writes them, and asks again where one of them cannot be replaced."""

    stops_at_once = True
    asks_for_alt_texts = True

    def __init__(self, shell: Shell, *, on_finding: Callable[[Finding], None]) -> None:
        super().__init__(shell, title=_("Export"), verb=_("Export"), on_finding=on_finding)

    @property
    def formats(self) -> tuple[str, ...]:
        """What is chosen to be written."""
        return FORMATS[self._format.get()][0]

    def add_rows(self, form: ttk.Frame) -> None:
        formats = self.defaults.formats
        first = next((number for number, (these, _name) in enumerate(FORMATS) if these == formats), 0)
        self._format = tk.IntVar(self.dialog, value=first)
        row = ttk.Frame(form)
        for number, (_formats, name) in enumerate(FORMATS):
            button = ttk.Radiobutton(row, text=_(name), variable=self._format, value=number)
            button.pack(side="left", padx=theme.pair(row, 0, theme.WIDE))
        add_row(form, _("Files"), row)

    def options(self) -> tuple[tuple[str, tk.BooleanVar], ...]:
        is_plain = self.shell.desk.settings.pdf_profile == PLAIN
        self._plain = tk.BooleanVar(self.dialog, value=is_plain)
        self._carry = tk.BooleanVar(self.dialog, value=False)
        return (
            *super().options(),
            (_("Smallest PDF (not for the archive, cannot be read aloud)"), self._plain),
            (_("Working copy: carry the release inside the file"), self._carry),
        )

    def add_notes(self, form: ttk.Frame) -> None:
        text = _("A working copy can be opened here again, photos included. Copies for the media carry nothing hidden.")
        note = ttk.Label(form, text=text, font=theme.SMALL_TEXT, bootstyle="secondary", justify="left")
        note.configure(wraplength=theme.px(form, theme.PROBLEM_WRAP))
        note.grid(row=form.grid_size()[1], column=1, sticky="w", padx=theme.pair(form, theme.ROOMY, 0))

    def request(self, stem: str) -> "ExportRequest":
        desk = self.shell.desk
        desk.change_settings(replace(desk.settings, pdf_profile=PLAIN if self._plain.get() else ARCHIVE))
        return desk.export_request(
            formats=self.formats,
            folder=self.folder,
            stem=stem,
            blank=self.blank.get(),
            draft=self.draft.get(),
            carry=self._carry.get(),
        )

    def refused(self, error: HumasError) -> None:
        answer = ask_after_refusal(self.dialog, self.shell, error)
        if not self.dialog.winfo_exists():
            return
        if answer == ELSEWHERE:
            self.stem.set(other_stem(self.folder, self.stem.get(), self.formats))
        if answer in (AGAIN, ELSEWHERE):
            self.export()
        else:
            self.dialog.grab_set()

    def remember(self) -> None:
        desk = self.shell.desk
        desk.change_settings(
            replace(
                desk.settings,
                export_folder=str(self.folder),
                export_formats=self.formats,
                letterhead_blank=self.blank.get(),
            )
        )
