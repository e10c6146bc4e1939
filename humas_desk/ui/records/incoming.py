"""Opening a file of our own: one that the archive holds already stays, is replaced, or is not opened, as the person says."""

from collections.abc import Callable
from pathlib import Path

from humas_desk.archive.values import ArchiveRow
from humas_desk.errors import HumasError
from humas_desk.ui.answers import when_answered
from humas_desk.ui.dialogs import Choice, ask
from humas_desk.ui.records.record_words import shown_time, titled
from humas_desk.ui.shell import Shell
from humas_desk.wording import Message, _

KNOWN = "incoming-known"
BOTH, REPLACE, CANCEL = "both", "replace", "cancel"


def open_release(shell: Shell, path: Path, switch: Callable[[Callable[[], object]], bool]) -> None:
    """Open the file; asks first when the archive holds its release, and can say so."""
    from humas_desk.desk.opening import open_file

    try:
        release_id = open_file(path).state.release.id
    except HumasError as error:
        shell.tell_error(error)
        return
    desk = shell.desk

    def decide(row: ArchiveRow | None) -> None:
        answer = BOTH if row is None else _ask(shell, row)
        if answer != CANCEL:
            switch(lambda: desk.open(path, replace_known=answer == REPLACE))

    if release_id:
        answer = desk.archive.row(release_id)
        when_answered(shell.scheduler, KNOWN, answer, decide, refused=lambda _told_at_the_start: decide(None))
    else:
        decide(None)


def _ask(shell: Shell, row: ArchiveRow) -> str:
    message = Message(
        what=_("“{title}” is in the archive already, last changed {time}.").format(
            title=titled(row.title), time=shown_time(row.changed_at)
        ),
        safe=_("Nothing is lost either way: what is replaced stays as a version."),
        todo=_("Keep both, or have the file take its place?"),
    )
    choices = (
        Choice(answer=BOTH, label=_("Keep both"), primary=True),
        Choice(answer=REPLACE, label=_("Replace")),
        Choice(answer=CANCEL, label=_("Cancel")),
    )
    return ask(shell.root, message, choices, icon="archive") or CANCEL
