"""What went out of the window is kept: the version that was exported or printed stays in the archive for ever."""

from humas_desk.desk.history import State
from humas_desk.ui.answers import when_answered
from humas_desk.ui.shell import Shell

NOTE = "sent-out"


def note_sent_out(shell: Shell, state: State) -> None:
    """Keep a version of what went out; when that fails, the person hears of it."""
    answer = shell.desk.archive.note_export(state)
    when_answered(shell.scheduler, NOTE, answer, _kept, refused=shell.tell_error)


def _kept(_number: int) -> None:
    """The list of versions tells of it."""
