"""Settings: the offices, their facts, and the letterhead they make, live. Every change holds at once."""

from collections.abc import Callable
from dataclasses import replace
import datetime as dt
import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.desk.office_editing import copy_of
from humas_desk.desk.offices import OfficeEntry, office_label, set_logo, without_logo
from humas_desk.desk.saving import read_bytes
from humas_desk.desk.settings import PDF_PROFILES
from humas_desk.errors import HumasError
from humas_desk.release.office import Office
from humas_desk.ui import theme
from humas_desk.ui.choosing import picture_kinds
from humas_desk.ui.dialogs import Choice, Dialog, ask
from humas_desk.ui.fields.choice_field import ChoiceField
from humas_desk.ui.fields.field import Field
from humas_desk.ui.settings.letterhead_view import LetterheadView
from humas_desk.ui.settings.office_form import OfficeForm
from humas_desk.ui.settings.office_list import OfficeList
from humas_desk.ui.shell import Shell
from humas_desk.wording import Message, _, error_message, mark

SAVE = "office-save"
PDF_KINDS = (mark("For archive and screen reader (PDF/A, PDF/UA)"), mark("Smallest file"))
"""What `PDF_PROFILES` are called."""


class SettingsDialog:
    """Edits one office at a time; `on_change` is told when the list of offices or their facts changed."""

    def __init__(self, shell: Shell, *, on_change: Callable[[], None]) -> None:
        self._shell = shell
        self._on_change = on_change
        self._unsaved: OfficeEntry | None = None
        self.dialog = Dialog(shell.root, _("Settings"), resizable=True)
        self.dialog.body.configure(padding=0)
        self.entry = shell.desk.session.office
        self._build()
        self._show(self.entry)

    def run(self) -> None:
        """Show it until it is closed; what was typed last is saved then."""
        self.dialog.show(focus=self.offices.box, size=theme.SETTINGS_SIZE)
        self.dialog.wait()
        self._save()
        self.view.close()

    def _build(self) -> None:
        body = self.dialog.body
        self.offices = OfficeList(
            body, on_choose=self._choose, on_add=self._add, on_copy=self._copy, on_remove=self._remove
        )
        self.offices.pack(side="left", fill="y")
        tk.Frame(body, background=theme.EDGE, width=theme.px(body, theme.HAIR)).pack(side="left", fill="y")
        self.view = LetterheadView(body, desk=self._shell.desk, link=self._shell.link, scheduler=self._shell.scheduler)
        self.view.pack(side="right", fill="both", expand=True)
        frame = tk.Frame(body, width=theme.px(body, theme.SETTINGS_FORM_WIDTH), background=theme.PAPER)
        frame.pack_propagate(False)
        frame.pack(side="left", fill="y")
        self.form = OfficeForm(
            frame,
            templates=self._shell.desk.templates(),
            regions=self._shell.desk.regions(),
            today=dt.datetime.now().astimezone().date(),
            on_change=self._edited,
            on_default=self._prefer,
            on_logo=self._choose_logo,
            on_no_logo=lambda: self._take(without_logo(self.entry)),
            on_style=self._house_style,
        )
        self.form.pack(fill="both", expand=True)
        self.dialog.add_button(_("Close"), self.dialog.close)
        self._build_foot()

    def _build_foot(self) -> None:
        """What holds for all offices: the kind of PDF, as the export asks for it too."""
        foot = self.dialog.foot
        label = ttk.Label(foot, text=_("PDF files"), bootstyle=theme.SURFACE_CHROME)
        label.pack(side="left", padx=theme.pair(foot, 0, theme.GAP))
        options = tuple(zip(PDF_PROFILES, map(_, PDF_KINDS), strict=True))
        self.pdf = ChoiceField(foot, "pdf_profile", self._choose_pdf, options=options, ground=theme.CHROME)
        self.pdf.box.configure(width=max(len(words) for _kind, words in options))
        self.pdf.show(self._shell.desk.settings.pdf_profile)
        self.pdf.frame.pack(side="left")

    def _choose_pdf(self, _field: Field, kind: object) -> None:
        desk = self._shell.desk
        desk.change_settings(replace(desk.settings, pdf_profile=str(kind)))

    def _show(self, entry: OfficeEntry) -> None:
        """This office in list, form and picture."""
        self.entry = entry
        default = self._shell.desk.settings.default_office
        self.form.show(entry, is_default=bool(entry.name) and entry.name == default)
        self._show_list()
        self.view.show(entry)

    def _show_list(self) -> None:
        desk = self._shell.desk
        entries = [self.entry if one.name == self.entry.name else one for one in desk.offices().entries]
        if not any(one.name == self.entry.name for one in entries):
            entries.append(self.entry)
        self.offices.show(entries, self.entry.name, default=desk.settings.default_office)
        self.offices.allow_changes(allowed=not self.entry.is_sample)

    def _choose(self, name: str) -> None:
        self._save()
        chosen = next((one for one in self._shell.desk.offices().entries if one.name == name), None)
        if chosen is not None:
            self._show(chosen)
            self.form.to_top()

    def _edited(self, office: Office) -> None:
        self._take(replace(self.entry, office=office))

    def _take(self, entry: OfficeEntry) -> None:
        """The office as it is now: seen at once, on the disk shortly."""
        logo_changed = entry.logo is not self.entry.logo or entry.office.logo != self.entry.office.logo
        self.entry = self._unsaved = entry
        if logo_changed:
            self.form.show_logo(entry)
        self.view.show(entry)
        self._shell.scheduler.after(SAVE, theme.OFFICE_SAVE_MS, self._save)

    def _save(self) -> None:
        self._shell.scheduler.cancel(SAVE)
        entry, self._unsaved = self._unsaved, None
        if entry is None:
            return
        try:
            self.entry = self._shell.desk.save_office(entry)
        except HumasError as error:
            self._shell.tell_error(error)
            return
        self._on_change()
        if self.dialog.winfo_exists():
            self._show_list()

    def _add(self) -> None:
        self._save()
        self._begin(OfficeEntry(name="", office=Office()))

    def _copy(self) -> None:
        self._save()
        self._begin(copy_of(self.entry, _("(copy)")))

    def _begin(self, entry: OfficeEntry) -> None:
        self._unsaved = entry
        self.entry = entry
        self._save()
        self._show(self.entry)
        self.form.to_top()
        self.form.focus_region()

    def _remove(self) -> None:
        region = office_label(self.entry.office) or _("this office")
        message = Message(
            what=_("Remove {region} from the list?").format(region=region),
            safe=_("Releases that were written for it stay as they are."),
            todo=_("Its folder is kept in “removed-offices” beside your other data."),
        )
        choices = (Choice(answer="remove", label=_("Remove")), Choice(answer="keep", label=_("Keep"), primary=True))
        answer = ask(self.dialog, message, choices, icon="trash3")
        self.dialog.grab_set()
        if answer == "remove":
            self._removed()

    def _removed(self) -> None:
        self._shell.scheduler.cancel(SAVE)
        self._unsaved = None
        try:
            self._shell.desk.remove_office(self.entry.name)
        except HumasError as error:
            self._shell.tell_error(error)
            return
        self._on_change()
        self._show(self._shell.desk.session.office)

    def _prefer(self, preferred: bool) -> None:  # noqa: FBT001  # a tick's own value
        self._save()
        self._shell.desk.prefer_office(self.entry.name if preferred else "")
        self._on_change()
        self._show_list()

    def _house_style(self) -> None:
        """The choices and the dictionary of the office that is shown; a new one gets its name first."""
        from humas_desk.ui.checking.style_dialog import StyleDialog

        self._save()
        shell = self._shell
        StyleDialog(shell, on_change=shell.reading.reload, entry=self.entry, owner=self.dialog).run()
        if self.dialog.winfo_exists():
            self.dialog.grab_set()

    def _choose_logo(self) -> None:
        path = self._shell.chooser.open_file(self.dialog, _("Choose a logo"), picture_kinds())
        if path is None:
            return
        try:
            self._take(set_logo(self.entry, read_bytes(path), path))
        except HumasError as error:
            self.form.logo.say(error_message(error, text_is_safe=False).what, wrong=True)
