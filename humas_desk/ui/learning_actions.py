"""The actions that show how the desk is used."""

from typing import Protocol

from humas_desk.ui.actions import Action
from humas_desk.wording import mark


class LearningDoers(Protocol):
    """Who does it; `Commands` stands behind."""

    def first_day(self) -> None: ...


def learning_actions(doers: LearningDoers) -> tuple[Action, ...]:
    """The first steps."""
    return (
        Action(id="first-day", msgid=mark("&First steps…"), run=doers.first_day, keys=("Ctrl+F1",), icon="stars"),
    )
