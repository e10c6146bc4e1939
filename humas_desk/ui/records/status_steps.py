"""How far the open release has come: the sign in the toolbar, and its menu of what may follow."""

from collections.abc import Callable, Sequence
from functools import partial
import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.archive.values import ArchiveRow, Status
from humas_desk.desk.archive_desk import Standing
from humas_desk.errors import HumasError
from humas_desk.release.problems import Problem
from humas_desk.ui.answers import when_answered
from humas_desk.ui.records.record_words import STATUS_ICONS, STATUSES, shown_time, titled
from humas_desk.ui.records.step_dialog import STEPS, StepDialog
from humas_desk.ui.shell import Shell
from humas_desk.values import dataclass
from humas_desk.wording import _, ngettext

LOOK, ANSWER, MENU, STEP = "standing-look", "standing-answer", "standing-menu", "standing-step"
LOOK_MS = 800
"""Between a change and the look at how much differs from what was approved."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusDoors:
    """What the steps ask of the window."""

    show: Callable[[str, str], object]
    """Words and sign into the toolbar."""
    problems: Callable[[], Sequence[Problem]]
    go: Callable[[str], object]
    """To a place of the form."""
    changed: Callable[[], object]
    """The status is another one: the mark of a draft may come or go."""
    versions: Callable[[], object]
    correct: Callable[[ArchiveRow], object]
    open: Callable[[ArchiveRow], object]


class StatusSteps:
    """Asks the archive how far the release has come, and takes the next step."""

    def __init__(self, shell: Shell, doors: StatusDoors) -> None:
        self._shell = shell
        self._doors = doors
        self._standing: Standing | None = None
        self._about = ""

    @property
    def status(self) -> Status:
        """As last heard; a draft until then."""
        return Status.DRAFT if self._standing is None else self._standing.status

    def look_soon(self) -> None:
        """Something was written, or another release is open."""
        is_other = self._about != self._shell.desk.session.release.id
        self._shell.scheduler.after(LOOK, 0 if is_other else LOOK_MS, self.look)

    def look(self) -> None:
        """Ask now."""
        self._ask(ANSWER, lambda: None)

    def open_menu(self, button: tk.Misc) -> None:
        """What may follow, under the sign; asked for first when nothing was heard of this release yet."""
        if self._about != self._shell.desk.session.release.id:
            self._ask(MENU, partial(self._open_menu, button))
        else:
            self._open_menu(button)

    def _ask(self, name: str, then: Callable[[], object]) -> None:
        release = self._shell.desk.session.release
        answer = self._shell.desk.archive.standing(release.id, release)

        def heard(standing: Standing) -> None:
            if release.id == self._shell.desk.session.release.id:
                self._heard(standing)
                then()

        when_answered(self._shell.scheduler, name, answer, heard, refused=_quietly)

    def _open_menu(self, button: tk.Misc) -> None:
        menu = ttk.Menu(button)
        self.fill(menu)
        menu.tk_popup(button.winfo_rootx(), button.winfo_rooty() + button.winfo_height())

    def fill(self, menu: tk.Menu) -> None:
        """The entries of the menu."""
        standing = self._standing
        if standing is None:
            return
        if standing.events:
            last = standing.events[-1]
            who = f" · {last.who}" if last.who else ""
            menu.add_command(label=f"{_(STATUSES[last.after])}: {shown_time(last.at)}{who}", state="disabled")
            menu.add_separator()
        if standing.status is Status.FINAL:
            menu.add_command(label=_("Write a Ralat"), command=self._correct)
        for status in standing.steps:
            menu.add_command(label=_(STEPS[status].label), command=partial(self.take, status))
        for words, row in (
            *((_("Corrects: {title}"), row) for row in (standing.corrects,) if row is not None),
            *((_("Corrected by: {title}"), row) for row in standing.corrected_by),
        ):
            menu.add_command(label=words.format(title=titled(row.title)), command=partial(self._doors.open, row))
        menu.add_separator()
        changed = standing.since.changed_words if standing.since is not None else 0
        if changed:
            menu.add_command(label=_("{what}: see what").format(what=self._since(changed)), command=self.show_since)
        menu.add_command(label=_("Versions"), command=self._doors.versions)

    def take(self, status: Status) -> None:
        """Ask what the step needs, then take it."""
        StepDialog(
            self._shell,
            status,
            self._doors.problems,
            on_take=partial(self._take, status),
            on_place=self._doors.go,
        )

    def show_since(self) -> None:
        """What was changed since the approval."""
        from humas_desk.ui.records.since_dialog import show_since

        if self._standing is not None and self._standing.since is not None:
            title = self._since(self._standing.since.changed_words)
            show_since(self._shell, title, self._standing.since)

    def _take(self, status: Status, reason: str) -> None:
        desk = self._shell.desk
        answer = desk.archive.set_status(desk.session.state, desk.session.office, status, reason=reason)

        def done(_nothing: object) -> None:
            self.look()
            self._shell.toasts.show(_(STATUSES[status]), icon=STATUS_ICONS[status])

        when_answered(self._shell.scheduler, STEP, answer, done, refused=self._shell.tell_error)

    def _correct(self) -> None:
        release_id = self._shell.desk.session.release.id
        answer = self._shell.desk.archive.row(release_id)

        def begin(row: ArchiveRow | None) -> None:
            if row is not None:
                self._doors.correct(row)

        when_answered(self._shell.scheduler, STEP, answer, begin, refused=self._shell.tell_error)

    def _heard(self, standing: Standing) -> None:
        """Of the open release."""
        before, self._standing, self._about = self.status, standing, self._shell.desk.session.release.id
        changed = standing.since.changed_words if standing.since is not None else 0
        words = self._since(changed) if changed else _(STATUSES[standing.status])
        self._shell.desk.note_final(is_final=standing.status is Status.FINAL)
        self._doors.show(words, STATUS_ICONS[standing.status])
        if before is not standing.status:
            self._doors.changed()

    def _since(self, count: int) -> str:
        if self.status is Status.FINAL:
            return ngettext("Changed since final: {count} word", "Changed since final: {count} words", count).format(
                count=count
            )
        return ngettext("Changed since approved: {count} word", "Changed since approved: {count} words", count).format(
            count=count
        )


def _quietly(_error: HumasError) -> None:
    """Saving itself tells of an archive that does not answer."""
