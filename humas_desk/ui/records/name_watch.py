"""Names that are nearly those of the people register: looked for when the writer pauses, shown at their fields."""

from collections.abc import Callable
from functools import partial

from humas_desk.desk.near_names import NearName, near_problems
from humas_desk.desk.session import Session
from humas_desk.errors import HumasError
from humas_desk.ui.answers import when_answered
from humas_desk.ui.shell import Shell

LOOK, ANSWER = "names-look", "names-answer"
PAUSE_MS = 1200


class NameWatch:
    """`on_change`: other names are pointed out than before."""

    def __init__(self, shell: Shell, *, on_change: Callable[[], object]) -> None:
        self._shell = shell
        self._on_change = on_change

    def look_soon(self) -> None:
        """Something was written."""
        self._shell.scheduler.after(LOOK, PAUSE_MS, self._look)

    def _look(self) -> None:
        session = self._shell.desk.session
        answer = self._shell.desk.registers.near_names(session.release)
        when_answered(self._shell.scheduler, ANSWER, answer, partial(self._heard, session), refused=_quietly)

    def _heard(self, session: Session, found: tuple[NearName, ...]) -> None:
        if session is self._shell.desk.session and session.give_hints(near_problems(found)):
            self._on_change()


def _quietly(_error: HumasError) -> None:
    """Saving itself tells of an archive that does not answer."""
