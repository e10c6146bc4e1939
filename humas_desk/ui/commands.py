"""What the actions do: each asks what it must, has the desk do it, and shows what came of it.

Dialogs are imported when they are opened: the window does not wait for them.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
import tkinter as tk
from typing import TYPE_CHECKING

from humas_desk.desk.history import Focus
from humas_desk.errors import HumasError
from humas_desk.release.blocks import Photo
from humas_desk.release.release import Kind
from humas_desk.ui import theme
from humas_desk.ui.actions import Actions
from humas_desk.ui.checking.checking import Checking
from humas_desk.ui.choosing import OURS, release_kinds
from humas_desk.ui.drafts.draft_commands import DraftCommands
from humas_desk.ui.dropping import sorted_out
from humas_desk.ui.form import Form
from humas_desk.ui.page_zoom import Fit
from humas_desk.ui.photo_intake import PhotoIntake
from humas_desk.ui.preview_pane import PreviewPane
from humas_desk.ui.records.record_commands import RecordCommands
from humas_desk.ui.shell import Shell
from humas_desk.ui.toolbar import Finding
from humas_desk.wording import _

if TYPE_CHECKING:
    from humas_desk.ui.help_window import HelpWindow

SAVE_ANSWER = "save-answer"
SAVE_LOOK_MS = 50


class Commands:
    """The doers behind the table of actions (`action_table.Doers`)."""

    def __init__(
        self,
        shell: Shell,
        *,
        form: Callable[[], Form],
        preview: Callable[[], PreviewPane],
        on_session: Callable[[], None],
        on_choices: Callable[[], None],
        on_finding: Callable[[Finding], None],
        actions: Callable[[], Actions],
        on_wear: Callable[[str, int], None],
        quit_window: Callable[[], None],
    ) -> None:
        self._shell = shell
        self._form = form
        self._preview = preview
        self._on_session = on_session
        self._on_choices = on_choices
        self._on_finding = on_finding
        self._actions = actions
        self._on_wear = on_wear
        self._quit_window = quit_window
        self._help: HelpWindow | None = None
        self._photos = PhotoIntake(shell)
        self.checking = Checking(shell, undo=self.undo)
        self.drafts = DraftCommands(shell, switch=self._switch, refocus=self._refocus, add_photos=self._add_pictures)
        self.records = RecordCommands(
            shell,
            actions=actions,
            switch=self._switch,
            export=self.export,
            refocus=self._refocus,
            undo=self.undo,
            on_choices=on_choices,
        )

    def new(self, kind: Kind) -> None:
        self._switch(lambda: self._shell.desk.new(kind))

    def open(self) -> None:
        path = self._shell.chooser.open_file(self._shell.root, _("Open a release"), release_kinds())
        if path is not None and path.suffix.lower() in OURS:
            self.records.open_file(path)
        elif path is not None:
            self.drafts.take_file(path)

    def import_draft(self) -> None:
        self.drafts.ask()

    def save(self) -> None:
        """The text saves itself; Ctrl+S has it done now and says so."""
        self._shell.desk.autosave.hurry()
        self._answer_saved()

    def save_copy(self) -> None:
        shell = self._shell
        name = f"{shell.desk.export_defaults().stem}.humas"
        path = shell.chooser.save_file(shell.root, _("Save a copy"), name, ".humas")
        if path is None:
            return
        try:
            shell.desk.save_copy(path)
        except HumasError as error:
            shell.tell_error(error)
        else:
            shell.toasts.show(_("Copy saved: {file}").format(file=path.name))

    def export(self) -> None:
        from humas_desk.ui.export_dialog import ExportDialog

        self._form().show_all_problems()
        ExportDialog(self._shell, on_finding=self._on_finding).run()

    def print(self) -> None:
        from humas_desk.ui.print_dialog import PrintDialog

        self._form().show_all_problems()
        preview = self._preview()
        PrintDialog(
            self._shell, pages=preview.page_count, page_size_mm=preview.page_size_mm, on_finding=self._on_finding
        ).run()

    def copy_whatsapp(self) -> None:
        from humas_desk.ui.copy_dialog import CopyDialog

        CopyDialog(self._shell, for_web=False, on_finding=self._on_finding).run()

    def copy_web(self) -> None:
        from humas_desk.ui.copy_dialog import CopyDialog

        CopyDialog(self._shell, for_web=True, on_finding=self._on_finding).run()

    def page_pictures(self) -> None:
        from humas_desk.ui.new_files_dialogs import PagePicturesDialog

        self._form().show_all_problems()
        PagePicturesDialog(self._shell, on_finding=self._on_finding).run()

    def package(self) -> None:
        from humas_desk.ui.new_files_dialogs import PackageDialog

        self._form().show_all_problems()
        PackageDialog(self._shell, on_finding=self._on_finding).run()

    def quit(self) -> None:
        self._quit_window()

    def undo(self) -> None:
        focus = self._shell.desk.session.undo()
        if focus is not None:
            self._form().go_to(focus)

    def redo(self) -> None:
        focus = self._shell.desk.session.redo()
        if focus is not None:
            self._form().go_to(focus)

    def can_undo(self) -> bool:
        return self._shell.desk.session.can_undo

    def can_redo(self) -> bool:
        return self._shell.desk.session.can_redo

    def italic(self) -> None:
        self._form().italic()

    def bold(self) -> None:
        self._form().bold()

    def edit_field(self, event: str) -> None:
        """Tell the field that has the keyboard to cut, copy, paste or select all."""
        field = self._shell.root.focus_get()
        if isinstance(field, tk.Misc):
            field.event_generate(event)

    def insert(self, kind: str) -> None:
        self._form().insert(kind)

    def add_photo(self, index: int, block_id: str | None) -> None:
        """Pictures for a new block at the index, or for the photo block of this id."""
        self._photos.ask(self._form().sheet, index, block_id)

    def take_dropped(self, paths: tuple[Path, ...]) -> None:
        """Files dropped on the window: drafts and releases are read one after the other, pictures become a photo block.

        Pictures that come with a draft belong to it.
        """
        self.records.write()
        pictures, others = sorted_out(paths)
        if others:
            self.drafts.take_files(others, pictures)
        elif pictures:
            self._add_pictures(pictures)

    def _add_pictures(self, paths: tuple[Path, ...], then: Callable[[], object] = lambda: None) -> None:
        """Into the first photo block that has a caption and no picture yet, else into a new one; `then` comes after."""
        form, session = self._form(), self._shell.desk.session

        def later() -> None:
            if self._shell.desk.session is session:
                self._add_pictures(paths, then)
            else:
                then()

        if self._photos.busy:
            self._photos.wait_for(later)
            return
        blocks = form.sheet.release.blocks
        waiting = (block.id for block in blocks if isinstance(block, Photo) and block.caption and not block.files)
        self._photos.take(paths, form.sheet, form.next_index, next(waiting, None), then=then)

    def move(self, delta: int) -> None:
        self._form().move(delta)

    def join(self) -> None:
        self._form().parts.join()

    def can_join(self) -> bool:
        return self._form().parts.can_join()

    def is_joined(self) -> bool:
        return self._form().parts.is_joined()

    def delete(self) -> None:
        self._form().delete()

    def can_delete(self) -> bool:
        return self._form().can_delete()

    def can_change_block(self) -> bool:
        return self._form().can_change_block()

    def duplicate(self) -> None:
        self._form().parts.duplicate()

    def convert(self, kind: str) -> None:
        self._form().parts.convert(kind)

    def can_convert(self) -> bool:
        return self._form().parts.can_convert()

    def no_break_space(self) -> None:
        self._form().writing.no_break_space()

    def find(self) -> None:
        self._form().finding.begin()

    def replace(self) -> None:
        self._form().finding.begin(replacing=True)

    def find_next(self, direction: int) -> None:
        self._form().finding.go(direction)

    def palette(self) -> None:
        from humas_desk.ui.palette import Palette

        Palette(self._shell.root, self._actions())

    def wear(self, look: str) -> None:
        """Other colours, at once."""
        self._dress(look, theme.worn()[1])

    def is_worn(self, look: str) -> bool:
        return theme.worn()[0] == look

    def resize(self, direction: int) -> None:
        """Rows, icons and letters one step larger (+1), smaller (-1), or as designed (0)."""
        look, percent = theme.worn()
        self._dress(look, theme.next_size(percent, direction))

    def _dress(self, look: str, percent: int) -> None:
        """The window is made anew, and the help that stands open too."""
        place = self._help.place if self._help is not None and self._help.winfo_exists() else None
        self._on_wear(look, percent)
        if place is not None:
            self.help(place)

    def can_resize(self, direction: int) -> bool:
        percent = theme.worn()[1]
        return theme.next_size(percent, direction) != percent

    def zoom_step(self, direction: int) -> None:
        self._preview().zoom_step(direction)

    def zoom_fit(self) -> None:
        self._preview().set_zoom(Fit.WIDTH)

    def zoom_whole_page(self) -> None:
        self._preview().set_zoom(Fit.PAGE)

    def zoom_true(self) -> None:
        self._preview().set_zoom(1.0)

    def fit_page(self) -> None:
        """Have the release set on one page, or as usual."""
        self._shell.desk.set_fit_page(wanted=not self._shell.desk.fit_page)
        self._page_wanted_otherwise()

    def is_fit_page(self) -> bool:
        return self._shell.desk.fit_page

    def mark_drafts(self) -> None:
        """Have DRAF and the version on every page, or not."""
        desk = self._shell.desk
        desk.change_settings(replace(desk.settings, mark_drafts=not desk.settings.mark_drafts))
        self._page_wanted_otherwise()

    def is_marking_drafts(self) -> bool:
        return self._shell.desk.settings.mark_drafts

    def _page_wanted_otherwise(self) -> None:
        self._preview().changed()
        self._actions().refresh()

    def settings(self) -> None:
        from humas_desk.ui.settings.settings_dialog import SettingsDialog

        SettingsDialog(self._shell, on_change=self._on_choices).run()

    def templates(self) -> None:
        from humas_desk.ui.settings.template_dialog import TemplateDialog

        TemplateDialog(self._shell, on_change=self._on_choices).run()

    def use_office(self, name: str) -> None:
        """The open release goes out under this office."""
        self._shell.desk.session.put("office", name or None)

    def help(self, place: int = 0) -> None:
        """Help beside the work; asked for again, the window comes to the front."""
        from humas_desk.desk.help_topics import read_topics
        from humas_desk.ui.help_window import HelpWindow

        if self._help is not None and self._help.winfo_exists():
            self._help.open(self._help.place)
            return
        try:
            topics = read_topics(self._shell.desk.folders.help)
        except HumasError as error:
            self._shell.tell_error(error)
            return
        self._help = HelpWindow(self._shell.root, topics, self._actions())
        self._help.open(place)

    def key_card(self) -> None:
        """The keys on a card of paper: a PDF beside the other exports, opened to be printed."""
        from humas_desk.ui.key_card import make_key_card

        make_key_card(self._shell, self._actions())

    def first_day(self) -> None:
        """Three steps to the first release; they are offered by themselves only once."""
        from humas_desk.ui.first_day.first_day_dialog import FirstDayDialog

        desk = self._shell.desk
        desk.change_settings(replace(desk.settings, first_day_seen=True))
        FirstDayDialog(
            self._shell,
            on_change=self._on_choices,
            on_sample=lambda: self._switch(desk.begin_sample),
            on_empty=self.new,
        ).run()

    def about(self) -> None:
        from humas_desk.ui.about_dialog import show_about

        show_about(self._shell.root)

    def _switch(self, change: Callable[[], object]) -> bool:
        """Go to another release; the one that was open is on the disk first. Whether it is open now."""
        try:
            change()
        except HumasError as error:
            self._shell.tell_error(error)
            return False
        self._on_session()
        while self._shell.desk.notices:
            self._shell.tell_error(self._shell.desk.notices.pop(0))
        return True

    def _refocus(self) -> None:
        """The writer goes on where the cursor was."""
        form = self._form()
        form.go_to(self._shell.desk.session.state.focus or Focus(place="title"))

    def _answer_saved(self) -> None:
        status = self._shell.desk.autosave.poll()
        if status.error is not None:
            self._shell.tell_error(status.error)
        elif status.is_safe:
            self._shell.toasts.show(_("Saved"), icon="cloud-check")
        else:
            self._shell.scheduler.after(SAVE_ANSWER, SAVE_LOOK_MS, self._answer_saved)
