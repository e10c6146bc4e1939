"""What the actions of archive, versions and registers do; the views are imported when they are first opened."""

from collections.abc import Callable, Sequence
from dataclasses import replace
import datetime as dt
import tkinter as tk
from typing import TYPE_CHECKING

from humas_desk.errors import HumasError
from humas_desk.ui.actions import Actions
from humas_desk.ui.answers import when_answered
from humas_desk.ui.shell import Shell
from humas_desk.wording import _

if TYPE_CHECKING:
    from pathlib import Path

    from humas_desk.archive.values import ArchiveRow
    from humas_desk.desk.history import State
    from humas_desk.release.problems import Problem
    from humas_desk.release.release import Release
    from humas_desk.ui.records.archive_details import DetailDoors
    from humas_desk.ui.records.full_view import FullView
    from humas_desk.ui.records.hint_watch import HintWatch
    from humas_desk.ui.records.status_steps import StatusSteps

PEEK, NUMBER, RESTORE = "record-peek", "record-number", "record-restore"


class RecordCommands:
    """The doers behind the table (`record_actions.RecordDoers`), and the view that lies over the form."""

    def __init__(
        self,
        shell: Shell,
        *,
        actions: Callable[[], Actions],
        switch: Callable[[Callable[[], object]], bool],
        export: Callable[[], None],
        refocus: Callable[[], None],
        undo: Callable[[], None],
        on_choices: Callable[[], None],
    ) -> None:
        """`switch` goes to another release and says whether that went well; `refocus` gives the form the keyboard."""
        self._shell = shell
        self._actions = actions
        self._switch = switch
        self._export = export
        self._refocus = refocus
        self._undo = undo
        self._on_choices = on_choices
        self._view: FullView | None = None
        self.status: StatusSteps | None = None
        """Heard of when the window stands."""
        self._open_steps: Callable[[], object] = _not_yet
        """Opens the menu of the status under its sign in the toolbar."""
        self._hints: HintWatch | None = None

    @property
    def view(self) -> "FullView | None":
        """What lies over the form."""
        return self._view

    def archive(self) -> None:
        from humas_desk.ui.records.archive_view import ArchiveView

        self._lay(lambda: ArchiveView(self._shell, self._actions(), self._doors()))

    def versions(self) -> None:
        from humas_desk.ui.records.versions_view import VersionsView

        self._lay(lambda: VersionsView(self._shell, self._actions(), on_restore=self._restore))

    def steps(self) -> None:
        """What may follow the status, under its sign."""
        self._open_steps()

    def numbers(self) -> None:
        from humas_desk.ui.records.numbers_view import NumbersView

        self._lay(lambda: NumbersView(self._shell, self._actions(), on_open=self._open_by_id))

    def people(self) -> None:
        from humas_desk.ui.records.people_view import PeopleView

        self._lay(lambda: PeopleView(self._shell, self._actions()))

    def backup(self) -> None:
        from humas_desk.ui.records.backup_dialog import BackupDialog

        BackupDialog(self._shell, on_restore=self._restore_backup).run()

    def report(self) -> None:
        """Log and versions in one file, for whoever mends the program."""
        from humas_desk.desk.problem_report import problem_report
        from humas_desk.desk.saving import write_atomically

        shell = self._shell
        path = shell.chooser.save_file(shell.root, _("Report a problem"), "humas-desk-laporan.zip", ".zip")
        if path is None:
            return
        toolkit = {"tk": str(shell.root.tk.call("info", "patchlevel"))}
        try:
            write_atomically(path, problem_report(shell.desk.folders, toolkit))
        except HumasError as error:
            shell.tell_error(error)
            return
        words = _("{file} holds the log and versions, no text of yours; send it to whoever looks after the program")
        shell.toasts.show(words.format(file=path.name), icon="bug")

    def open_file(self, path: "Path") -> None:
        """A file of our own is the open release; one that is known is asked about."""
        from humas_desk.ui.records.incoming import open_release

        self.uncover()
        open_release(self._shell, path, self._switch)

    def _restore_backup(self, path: "Path") -> None:
        """Everything as it was then; the window is made anew in its looks."""
        from humas_desk.ui.records.restore_dialog import RestoreDialog

        self.uncover()
        unpacked = RestoreDialog(self._shell, path).run()
        if unpacked is not None and self._switch(lambda: self._shell.desk.take_backup(unpacked)):
            self._on_choices()
            self._refocus()
            self._shell.toasts.show(_("The backup is restored; what was here is set aside"), icon="shield-check")

    def reserve_number(self) -> None:
        """The next number of the register, into the form."""
        from humas_desk.ui.undo_toast import UndoToast

        desk = self._shell.desk
        session = desk.session
        answer = desk.registers.reserve_number(session.state, session.office, _today())

        def take(number: str) -> None:
            if desk.session is session:
                session.edit(lambda release: replace(release, number=number))
                words = _("{number} is reserved in the number register").format(number=number)
                UndoToast(self._shell, self._undo).show(words)

        when_answered(self._shell.scheduler, NUMBER, answer, take, refused=self._shell.tell_error)

    def _open_by_id(self, release_id: str) -> None:
        def found(row: "ArchiveRow | None") -> None:
            if row is not None:
                self.open_archived(row)

        answer = self._shell.desk.archive.row(release_id)
        when_answered(self._shell.scheduler, PEEK, answer, found, refused=self._shell.tell_error)

    def _restore(self, version: int) -> None:
        """The open release as it was then, with the way back."""
        from humas_desk.ui.undo_toast import UndoToast

        desk = self._shell.desk
        session = desk.session

        def take(then: "State") -> None:
            if desk.session is session:
                session.restore(then.release, then.photos)
                self.write()
                words = _("The version is restored; what stood here before is kept as one too")
                UndoToast(self._shell, self._undo).show(words)

        answer = desk.archive.to_restore(version, session.state)
        when_answered(self._shell.scheduler, RESTORE, answer, take, refused=self._shell.tell_error)

    def follow_status(
        self,
        *,
        show: Callable[[str, str], object],
        problems: "Callable[[], Sequence[Problem]]",
        go: Callable[[str], object],
        changed: Callable[[], object],
        hinted: Callable[[], object],
        open_steps: Callable[[], object],
    ) -> None:
        """From now on the toolbar says how far the release has come, and what the registers know is pointed out."""
        from humas_desk.ui.records.hint_watch import HintWatch
        from humas_desk.ui.records.status_steps import StatusDoors, StatusSteps
        from humas_desk.ui.records.watches import Watches

        doors = StatusDoors(
            show=show,
            problems=problems,
            go=go,
            changed=changed,
            versions=self.versions,
            correct=self.correct,
            open=self.open_archived,
        )
        self.status = StatusSteps(self._shell, doors)
        self.status.look()
        self._open_steps = open_steps
        self._hints = HintWatch(self._shell, on_change=hinted)
        self._hints.look_soon()
        self.watches = Watches(self._shell, open_file=self.open_file, restore=self._restore_backup)
        self.watches.begin()

    def changed(self) -> None:
        """Something was written, or another release is open."""
        if self.status is not None:
            self.status.look_soon()
        if self._hints is not None:
            self._hints.look_soon()

    def open_status_menu(self, button: tk.Misc) -> None:
        """What may follow the status."""
        if self.status is not None:
            self.status.open_menu(button)

    def write(self) -> None:
        """Back to the form."""
        if self._view is not None:
            self.uncover()
            self._refocus()

    def is_covered(self) -> bool:
        return self._view is not None

    def uncover(self) -> None:
        """Whatever lies over the form goes."""
        if self._view is not None:
            view, self._view = self._view, None
            view.close()
            self._actions().cover(None)

    def lay_again(self, action: str) -> None:
        """The window was made anew: the same view lies over it as before."""
        if action:
            self._actions().run(action)

    def _lay(self, make: "Callable[[], FullView]") -> None:
        from humas_desk.ui.records.full_view import WHILE_COVERED

        self.uncover()
        self._view = make()
        self._actions().cover(WHILE_COVERED)
        self._view.open()

    # Releases of the archive ---------------------------------------------------------------------------------------

    def _doors(self) -> "DetailDoors":
        from humas_desk.desk.starting_from import duplicate_of, started_from
        from humas_desk.ui.records.archive_details import DetailDoors

        return DetailDoors(
            open=self.open_archived,
            start_from=lambda row: self._begin(
                row,
                lambda source: started_from(source, _today()),
                _("A new release was begun; the earlier one stays as it is"),
            ),
            duplicate=lambda row: self._begin(row, duplicate_of, _("The copy is open; the original stays as it is")),
            correct=self.correct,
            export=self._export_again,
            is_on_desk=self._is_on_desk,
        )

    def correct(self, row: "ArchiveRow") -> None:
        """A Ralat of the release is the open one."""
        from humas_desk.desk.starting_from import correction_of

        self._begin(
            row,
            lambda source: correction_of(source, _today(), label=_("Correction: ")),
            _("The Ralat is open; the release it corrects stays as it is"),
            corrects=row.id,
        )

    def open_archived(self, row: "ArchiveRow") -> bool:
        """The release is the open one; whether it could be opened."""
        if not self._is_on_desk(row) and not self._switch(lambda: self._shell.desk.open_archived(row.id)):
            return False
        self.write()
        return True

    def _is_on_desk(self, row: "ArchiveRow") -> bool:
        return row.id == self._shell.desk.session.release.id

    def _export_again(self, row: "ArchiveRow") -> None:
        if self.open_archived(row):
            self._export()

    def _begin(
        self, row: "ArchiveRow", made: "Callable[[Release], Release]", words: str, *, corrects: str = ""
    ) -> None:
        """A release made from this one is the open one; these words say so."""
        desk = self._shell.desk

        def begin(state: "State") -> None:
            if not self._switch(lambda: desk.begin_with(replace(state, release=made(state.release), focus=None))):
                return
            if corrects:
                answer = desk.archive.link_correction(desk.session.state, corrects)
                when_answered(self._shell.scheduler, PEEK, answer, _nothing, refused=self._shell.tell_error)
            self.write()
            self._shell.toasts.show(words, icon="files")

        when_answered(self._shell.scheduler, PEEK, desk.archive.peek(row.id), begin, refused=self._shell.tell_error)


def _nothing(_answer: object) -> None:
    return None


def _not_yet() -> None:
    return None


def _today() -> dt.date:
    return dt.datetime.now().astimezone().date()
