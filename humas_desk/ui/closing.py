"""Leaving: everything is on the disk first, or the person decides knowing that it is not."""

from collections.abc import Callable

from humas_desk.desk.autosave import SaveStatus
from humas_desk.ui.dialogs import Choice, ask
from humas_desk.ui.shell import Shell
from humas_desk.wording import Message, _, error_message

AGAIN, LEAVE, STAY = "again", "leave", "stay"


class Closing:
    """Asks only when the text could not be saved."""

    def __init__(self, shell: Shell, *, end: Callable[[], None]) -> None:
        self._shell = shell
        self._end = end

    def ask(self) -> None:
        """Save and end; when saving fails: try again, leave without it, or stay."""
        answer = AGAIN
        while answer == AGAIN:
            status = self._shell.desk.autosave.flush()
            answer = LEAVE if status.is_safe else self._what_now(status)
        if answer == LEAVE:
            self._end()

    def _what_now(self, status: SaveStatus) -> str:
        choices = (
            Choice(answer=AGAIN, label=_("Try again"), primary=True),
            Choice(answer=LEAVE, label=_("Close without saving")),
            Choice(answer=STAY, label=_("Stay here")),
        )
        return ask(self._shell.root, _message(status), choices, icon="exclamation-triangle") or STAY


def _message(status: SaveStatus) -> Message:
    if status.error is not None:
        return error_message(status.error, text_is_safe=False)
    return Message(
        what=_("The disk does not answer, so the last changes are not saved yet."),
        todo=_("Wait a moment and try again."),
    )
