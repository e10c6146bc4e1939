"""Taking the archive's answers when they are there: the window looks again and again, and never waits."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from humas_desk.errors import HumasError
from humas_desk.ui.scheduler import Scheduler

LOOK_MS = 15

T_co = TypeVar("T_co", covariant=True)


class Answering(Protocol[T_co]):
    """Something that is answered elsewhere (`desk.archive_line.Answer`, a backup at work)."""

    @property
    def is_ready(self) -> bool: ...

    def get(self) -> T_co: ...


def when_answered(
    scheduler: Scheduler,
    name: str,
    answer: Answering[T_co],
    show: Callable[[T_co], object],
    *,
    refused: Callable[[HumasError], object],
    mistaken: Callable[[], object] | None = None,
) -> None:
    """Hand the answer to `show`, or the named error to `refused`; a newer question of this name wins.

    `mistaken`: what was asked for cannot be (ValueError); None: that is a fault of the program.
    """
    scheduler.cancel(name)

    def look() -> None:
        if not answer.is_ready:
            scheduler.after(name, LOOK_MS, look)
            return
        try:
            value = answer.get()
        except HumasError as error:
            refused(error)
            return
        except ValueError:
            if mistaken is None:
                raise
            mistaken()
            return
        show(value)

    look()
