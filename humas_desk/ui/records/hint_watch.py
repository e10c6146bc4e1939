"""What only the registers know of a release: looked for when the writer pauses, shown at its field."""

from collections.abc import Callable
import datetime as dt
from functools import partial

from humas_desk.desk.session import Session
from humas_desk.errors import HumasError
from humas_desk.release.problems import Problem
from humas_desk.ui.answers import when_answered
from humas_desk.ui.shell import Shell

LOOK, ANSWER = "hints-look", "hints-answer"
PAUSE_MS = 1200


class HintWatch:
    """Names that are nearly somebody's, a number that another release has; `on_change`: others than before."""

    def __init__(self, shell: Shell, *, on_change: Callable[[], object]) -> None:
        self._shell = shell
        self._on_change = on_change

    def look_soon(self) -> None:
        """Something was written."""
        self._shell.scheduler.after(LOOK, PAUSE_MS, self._look)

    def _look(self) -> None:
        session = self._shell.desk.session
        today = dt.datetime.now().astimezone().date()
        answer = self._shell.desk.registers.hints(session.release, session.office, today)
        when_answered(self._shell.scheduler, ANSWER, answer, partial(self._heard, session), refused=_quietly)

    def _heard(self, session: Session, found: tuple[Problem, ...]) -> None:
        if session is self._shell.desk.session and session.give_hints(found):
            self._on_change()


def _quietly(_error: HumasError) -> None:
    """Saving itself tells of an archive that does not answer."""
