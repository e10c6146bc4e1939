"""The actions that show how the desk is used."""

from typing import Protocol

from humas_desk.ui.actions import Action
from humas_desk.wording import mark


class LearningDoers(Protocol):
    """Who does it; `Commands` stands behind."""

    def help(self) -> None: ...
    def key_card(self) -> None: ...
    def first_day(self) -> None: ...


def learning_actions(doers: LearningDoers) -> tuple[Action, ...]:
    """Help, the card of keys, and the first steps."""
    return (
        Action(id="help", msgid=mark("How to &use Humas Desk"), run=doers.help, keys=("F1",), icon="question-circle"),
        Action(
            id="key-card",
            msgid=mark("Card of the &keys (PDF)"),
            run=doers.key_card,
            keys=("Ctrl+F12",),
            icon="keyboard",
        ),
        Action(id="first-day", msgid=mark("&First steps…"), run=doers.first_day, keys=("Ctrl+F1",), icon="stars"),
    )
