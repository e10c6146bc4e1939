"""Templates: which there are, what an own one says, and the page it makes, live. Every change holds at once."""

from collections.abc import Callable
from dataclasses import replace
import tkinter as tk

from humas_desk.desk.own_templates import (
    SUFFIX,
    TemplateEntry,
    add_template,
    file_title,
    list_entries,
    pack_template,
    remove_template,
    save_template,
    take_in_template,
)
from humas_desk.errors import HumasError
from humas_desk.layout.template import Template
from humas_desk.ui import theme
from humas_desk.ui.choosing import template_kinds
from humas_desk.ui.dialogs import Choice, Dialog, ask, tell
from humas_desk.ui.settings.letterhead_view import LetterheadView
from humas_desk.ui.settings.template_form import TemplateForm
from humas_desk.ui.settings.template_list import TemplateList
from humas_desk.ui.shell import Shell
from humas_desk.wording import Message, _, error_message

SAVE = "template-save"


class TemplateDialog:
    """Edits one own template at a time; `on_change` is told when there are others or their values changed."""

    def __init__(self, shell: Shell, *, on_change: Callable[[], None]) -> None:
        self._shell = shell
        self._on_change = on_change
        self._unsaved: TemplateEntry | None = None
        self.entries = list_entries(shell.desk.folders)
        self.dialog = Dialog(shell.root, _("Templates"), resizable=True)
        self.dialog.body.configure(padding=0)
        self._build()
        self._show(self._first())

    def run(self) -> None:
        """Show it until it is closed; what was typed last is saved then."""
        self.dialog.show(focus=self.list.box, size=theme.TEMPLATES_SIZE)
        self.dialog.wait()
        self.save()
        self.view.close()

    def choose(self, name: str, *, is_own: bool) -> None:
        """Show another template."""
        self.save()
        found = next((one for one in self.entries if (one.name, one.is_own) == (name, is_own)), None)
        if found is not None:
            self._show(found)
            self.form.to_top()

    def duplicate(self) -> None:
        """A new own template with the values of the one that is shown."""
        self.save()
        template = self.entry.template
        if template is not None:
            self._add(lambda: add_template(self._shell.desk.folders, template, self.entry.title))

    def take_in(self) -> None:
        """A template from a file that somebody passed on."""
        self.save()
        path = self._shell.chooser.open_file(self.dialog, _("Take in a template"), template_kinds())
        if path is not None:
            self._add(lambda: take_in_template(self._shell.desk.folders, path))

    def pass_on(self) -> None:
        """The template that is shown as one file."""
        self.save()
        path = self._shell.chooser.save_file(self.dialog, _("Save the template"), file_title(self.entry), SUFFIX)
        if path is None:
            return
        try:
            written = pack_template(self.entry, path)
        except HumasError as error:
            self._tell(error)
        else:
            self._shell.toasts.show(_("Saved: {file}").format(file=written.name))

    def remove(self) -> None:
        """Take the template that is shown out of the list, when that is meant."""
        message = Message(
            what=_("Remove the template {name} from the list?").format(name=self.entry.title),
            safe=_("Releases that were written with it stay; they are printed with the shipped one from now on."),
            todo=_("Its folder is kept in “removed-templates” beside your other data."),
        )
        choices = (Choice(answer="remove", label=_("Remove")), Choice(answer="keep", label=_("Keep"), primary=True))
        answer = ask(self.dialog, message, choices, icon="trash3")
        self.dialog.grab_set()
        if answer != "remove":
            return
        self._shell.scheduler.cancel(SAVE)
        self._unsaved = None
        try:
            remove_template(self._shell.desk.folders, self.entry)
        except HumasError as error:
            self._tell(error)
        self._read_again()
        self._show(self._first())

    def save(self) -> None:
        """Write what was changed last."""
        self._shell.scheduler.cancel(SAVE)
        entry, self._unsaved = self._unsaved, None
        if entry is None:
            return
        try:
            save_template(self._shell.desk.folders, entry)
        except HumasError as error:
            self._tell(error)
            return
        self._read_again()
        if self.dialog.winfo_exists():
            self.list.show(self.entries, self.entry)
            self._show_page()

    def _build(self) -> None:
        body = self.dialog.body
        self.list = TemplateList(body, self)
        self.list.pack(side="left", fill="y")
        tk.Frame(body, background=theme.EDGE, width=theme.px(body, theme.HAIR)).pack(side="left", fill="y")
        self.view = LetterheadView(body, desk=self._shell.desk, link=self._shell.link, scheduler=self._shell.scheduler)
        self.view.pack(side="right", fill="both", expand=True)
        self._frame = tk.Frame(body, width=theme.px(body, theme.TEMPLATES_FORM_WIDTH), background=theme.PAPER)
        self._frame.pack_propagate(False)
        self._frame.pack(side="left", fill="y")
        self.form = TemplateForm(self._frame, on_change=self._changed, on_duplicate=self.duplicate)
        self.form.pack(fill="both", expand=True)
        self.dialog.add_button(_("Close"), self.dialog.close)

    def _first(self) -> TemplateEntry:
        """The template that the open release goes out with, or the first."""
        release, office = self._shell.desk.session.release, self._shell.desk.session.office.office
        for name in (release.template, office.template, release.kind.value):
            for entry in reversed(self.entries):
                if entry.name == name:
                    return entry
        return self.entries[0]

    def _show(self, entry: TemplateEntry) -> None:
        """This template in list, form and picture."""
        self.entry = entry
        self.form.show(entry, self._notice(entry))
        self.list.show(self.entries, entry)
        self._show_page()

    def _show_page(self) -> None:
        if self.entry.template is not None:
            self.view.show(self._shell.desk.session.office, template=self.entry.name)

    def _notice(self, entry: TemplateEntry) -> str:
        if entry.error is not None:
            message = error_message(entry.error, text_is_safe=False)
            return f"{message.what} {message.todo}".strip()
        if entry.is_own:
            return ""
        return _("This template comes with the program and stays as it is. Duplicate it to change the copy.")

    def _changed(self, template: Template) -> None:
        """The template as it is now: on the disk shortly, and then on the page."""
        self.entry = self._unsaved = replace(self.entry, template=template)
        self._shell.scheduler.after(SAVE, theme.TEMPLATE_SAVE_MS, self.save)

    def _add(self, make: Callable[[], TemplateEntry]) -> None:
        """A new template stands in the list and can be named."""
        try:
            added = make()
        except HumasError as error:
            self._tell(error)
            return
        self._read_again()
        self._show(added)
        self.dialog.update_idletasks()
        self.form.to_top()
        self.form.focus_name()

    def _read_again(self) -> None:
        self.entries = list_entries(self._shell.desk.folders)
        self._on_change()

    def _tell(self, error: HumasError) -> None:
        """What could not be done; the dialog goes on."""
        is_there = self.dialog.winfo_exists()
        message = error_message(error, text_is_safe=self._shell.text_is_safe())
        tell(self.dialog if is_there else self._shell.root, message, icon="exclamation-triangle")
        if is_there:
            self.dialog.grab_set()
