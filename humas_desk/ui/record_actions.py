"""The actions of what is kept: archive, versions, registers, backups."""

from typing import Protocol

from humas_desk.ui.actions import Action
from humas_desk.wording import mark


class RecordDoers(Protocol):
    """Who does it; `records.record_commands` stands behind."""

    def archive(self) -> None: ...
    def versions(self) -> None: ...
    def steps(self) -> None: ...
    def numbers(self) -> None: ...
    def people(self) -> None: ...
    def backup(self) -> None: ...
    def report(self) -> None: ...
    def write(self) -> None: ...
    def is_covered(self) -> bool: ...


def record_actions(doers: RecordDoers) -> tuple[Action, ...]:
    """Everything that is kept, and the way back to the writing."""
    return (
        Action(id="archive", msgid=mark("&Archive"), run=doers.archive, keys=("Ctrl+R",), icon="archive"),
        Action(
            id="versions", msgid=mark("&Versions"), run=doers.versions, keys=("Ctrl+Shift+Y",), icon="clock-history"
        ),
        Action(id="status", msgid=mark("&Status of the release…"), run=doers.steps, keys=("F8",), icon="check2-circle"),
        Action(
            id="numbers", msgid=mark("&Number register"), run=doers.numbers, keys=("Ctrl+Shift+J",), icon="journal-text"
        ),
        Action(id="people", msgid=mark("&People register"), run=doers.people, keys=("Ctrl+Shift+I",), icon="people"),
        Action(id="backup", msgid=mark("&Backups…"), run=doers.backup, keys=("Ctrl+Shift+F12",), icon="shield-check"),
        Action(id="report", msgid=mark("&Report a problem…"), run=doers.report, keys=("Shift+F12",), icon="bug"),
        Action(
            id="write",
            msgid=mark("Back to &writing"),
            run=doers.write,
            keys=("Ctrl+Shift+E",),
            enabled=doers.is_covered,
        ),
    )
