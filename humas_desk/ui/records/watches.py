"""What the window looks after while it stands: a second start that calls, today's backup, where and how the archive lies."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from humas_desk.desk.backing_up import BackupStopped, BackupWork, start_due_backup
from humas_desk.desk.backup_file import BackupFacts
from humas_desk.desk.one_desk import answer_call
from humas_desk.desk.risky_places import Risk, risk_of
from humas_desk.errors import HumasError
from humas_desk.ui.answers import when_answered
from humas_desk.ui.dialogs import Choice, ask, tell
from humas_desk.ui.records.record_words import shown_time
from humas_desk.ui.shell import Shell
from humas_desk.wording import Message, _, mark, ngettext

CALL, DUE, DAILY, GOOD, PLACE, WHOLE, MEND = (
    f"watch-{name}" for name in ("call", "due", "daily", "good", "place", "whole", "mend")
)
CALL_MS = 300
WHOLE_MS = 15_000
"""From the start to the look at every page of the archive: the first strokes have the disk for themselves."""
FIRST_DUE_MS = 60_000
DUE_MS = 3_600_000
RISKS = {
    Risk.NETWORK: mark(
        "Your releases lie on another computer's disk ({folder}). When the network breaks off, they may be damaged."
    ),
    Risk.CLOUD: mark(
        "Your releases lie in a folder that a cloud service keeps in step ({folder}). It may bring back old files, or copy half written ones."
    ),
}


class Watches:
    """Begins when the writer can type."""

    def __init__(self, shell: Shell, *, open_file: Callable[[Path], object], restore: Callable[[Path], object]) -> None:
        self._shell = shell
        self._open_file = open_file
        self._restore = restore
        self._called: Path | None = None
        self._is_mended = False

    def begin(self) -> None:
        """Look from now on."""
        scheduler = self._shell.scheduler
        scheduler.every(CALL, CALL_MS, self._listen)
        scheduler.after(DUE, FIRST_DUE_MS, self._daily)
        scheduler.after(WHOLE, WHOLE_MS, self.look_at_the_archive)
        scheduler.soon(PLACE, self._warn_of_place)
        self._tell_of_damage()

    def _listen(self) -> None:
        """A second start brings the window forward; its file is opened, and damage told, when no dialog is over the work."""
        root = self._shell.root
        if self._shell.desk.mending.is_due and root.grab_current() is None:
            self._mend()
        call = answer_call(self._shell.desk.folders.data)
        if call is not None:
            root.deiconify()
            root.lift()
            root.focus_force()
            self._called = call.file or self._called
        if self._called is not None and root.grab_current() is None:
            path, self._called = self._called, None
            self._open_file(path)

    def look_at_the_archive(self) -> None:
        """Every page of it, on a thread: damage is met before somebody needs what it took."""
        answer = self._shell.desk.archive.check()
        when_answered(self._shell.scheduler, WHOLE, answer, _nothing, refused=self._shell.desk.mending.note)

    def _mend(self) -> None:
        """What reads of a damaged archive begins a new one, once; then it is told."""
        if self._is_mended:
            return
        self._is_mended = True
        answer = self._shell.desk.mending.mend()
        when_answered(
            self._shell.scheduler,
            MEND,
            answer,
            lambda _salvaged: self._tell_of_damage(),
            refused=self._shell.tell_error,
        )

    def _daily(self) -> None:
        """Today's backup, if something was written since the last one; again in an hour."""
        self._shell.scheduler.after(DUE, DUE_MS, self._daily)
        self._follow(start_due_backup(self._shell.desk.folders))

    def _follow(self, work: BackupWork[tuple[Path, ...]]) -> None:
        def look() -> None:
            if not work.is_ready:
                self._shell.scheduler.after(DAILY, CALL_MS, look)
                return
            try:
                work.get()
            except BackupStopped:
                return
            except HumasError as error:
                self._shell.desk.mending.note(error)
                self._shell.toasts.show(_("Today's backup could not be made; see Archive, Backups"), icon="shield-x")

        look()

    def _warn_of_place(self) -> None:
        """Once for each place that is no good one."""
        desk = self._shell.desk
        folder = str(desk.folders.data)
        risk = risk_of(desk.folders.data)
        if risk is None or desk.settings.risk_told == folder:
            return
        desk.change_settings(replace(desk.settings, risk_told=folder))
        message = Message(
            what=_(RISKS[risk]).format(folder=folder),
            todo=_("Have the program's data on this computer's own disk, and only backups elsewhere."),
        )
        tell(self._shell.root, message, icon="exclamation-triangle")

    def _tell_of_damage(self) -> None:
        """The archive was damaged: what was read back, and the newest backup that is whole."""
        if self._shell.desk.mending.salvaged is None:
            return
        from humas_desk.desk.backing_up import ask_newest_good

        answer = ask_newest_good(self._shell.desk.folders)
        when_answered(self._shell.scheduler, GOOD, answer, self._offer, refused=self._shell.tell_error)

    def _offer(self, backup: BackupFacts | None) -> None:
        salvaged = self._shell.desk.mending.salvaged
        if salvaged is None:
            return
        count = salvaged.releases
        words = ngettext(
            "The archive was damaged. {count} release was read back from it; the damaged file is kept unchanged.",
            "The archive was damaged. {count} releases were read back from it; the damaged file is kept unchanged.",
            count,
        )
        lost = _("Missing or older: {titles}.").format(titles="; ".join(salvaged.lost)) if salvaged.lost else ""
        if backup is None:
            todo = _("There is no backup that is whole. Go on with what was read back.")
            tell(self._shell.root, Message(what=words.format(count=count), safe=lost, todo=todo), icon="archive")
            return
        todo = _(
            "The newest whole backup is of {time}, with {count} releases. What is written later would be set aside."
        )
        message = Message(
            what=words.format(count=count),
            safe=lost,
            todo=todo.format(time=shown_time(backup.made_at), count=backup.releases),
        )
        choices = (
            Choice(answer="go-on", label=_("Go on with what was read back"), primary=True),
            Choice(answer="restore", label=_("Restore that backup")),
        )
        if ask(self._shell.root, message, choices, icon="exclamation-triangle") == "restore":
            self._restore(backup.path)


def _nothing(_answer: None) -> None:
    """It is whole."""
