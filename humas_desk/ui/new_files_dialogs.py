"""Files that are always new: pages as pictures, and the release package. Called off, nothing of them stays."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import ttkbootstrap as ttk

from humas_desk.desk.leftovers import take_back
from humas_desk.ui import theme
from humas_desk.ui.output_dialog import OutputDialog
from humas_desk.ui.shell import Shell
from humas_desk.ui.toolbar import Finding
from humas_desk.wording import _

if TYPE_CHECKING:
    from humas_desk.desk.requests import ExportResult, PackageRequest, PageFilesRequest


class _NewFiles(OutputDialog):
    def call_off(self, result: "ExportResult") -> bool:
        take_back(result)
        return True

    def remember(self) -> None:
        desk = self.shell.desk
        desk.change_settings(replace(desk.settings, export_folder=str(self.folder)))

    def explain(self, form: ttk.Frame, text: str) -> None:
        """A sentence over the rows."""
        label = ttk.Label(form, text=text, font=theme.UI, wraplength=theme.px(form, theme.PROBLEM_WRAP), justify="left")
        label.grid(row=0, column=0, columnspan=2, sticky="w", pady=theme.pair(form, 0, theme.PAD))


class PagePicturesDialog(_NewFiles):
    """Every page as a PNG file."""

    def __init__(self, shell: Shell, *, on_finding: Callable[[Finding], None]) -> None:
        super().__init__(shell, title=_("Pages as pictures"), verb=_("Make the pictures"), on_finding=on_finding)

    def add_rows(self, form: ttk.Frame) -> None:
        self.explain(form, _("Every page becomes a picture (PNG) that is sharp on the phone of whoever reads it."))

    def request(self, stem: str) -> "PageFilesRequest":
        return self.shell.desk.page_files_request(
            folder=self.folder, stem=stem, blank=self.blank.get(), draft=self.draft.get()
        )


class PackageDialog(_NewFiles):
    """A folder with everything that goes to the media."""

    asks_for_alt_texts = True

    def __init__(self, shell: Shell, *, on_finding: Callable[[Finding], None]) -> None:
        super().__init__(shell, title=_("Release package"), verb=_("Make the package"), on_finding=on_finding)

    def add_rows(self, form: ttk.Frame) -> None:
        text = _(
            "One new folder with the PDF, the Word file, the text for WhatsApp, the pages as pictures and the photos."
        )
        self.explain(form, text)

    def request(self, stem: str) -> "PackageRequest":
        return self.shell.desk.package_request(
            folder=self.folder, stem=stem, blank=self.blank.get(), draft=self.draft.get()
        )
