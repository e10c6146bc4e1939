"""The actions of the checker."""

from functools import partial
from typing import Protocol

from humas_desk.ui.actions import Action
from humas_desk.wording import mark


class CheckingDoers(Protocol):
    """Who does it; `checking.checking` stands behind."""

    def toggle_panel(self) -> None: ...
    def is_panel_open(self) -> bool: ...
    def walk(self, direction: int) -> None: ...
    def fixes(self) -> None: ...
    def mend_definite(self) -> None: ...
    def can_mend_definite(self) -> bool: ...
    def house_style(self) -> None: ...


def checking_actions(doers: CheckingDoers) -> tuple[Action, ...]:
    """The panel, the way through the findings, and what is done about them."""
    return (
        Action(
            id="check",
            msgid=mark("&Check"),
            run=doers.toggle_panel,
            keys=("Ctrl+F7",),
            icon="spellcheck",
            checked=doers.is_panel_open,
        ),
        Action(id="next-finding", msgid=mark("&Next finding"), run=partial(doers.walk, 1), keys=("F7",)),
        Action(id="previous-finding", msgid=mark("&Previous finding"), run=partial(doers.walk, -1), keys=("Shift+F7",)),
        Action(id="fixes", msgid=mark("&Fixes at the cursor"), run=doers.fixes, keys=("Ctrl+.",)),
        Action(
            id="mend-definite",
            msgid=mark("Mend what is &certain"),
            run=doers.mend_definite,
            keys=("Ctrl+Shift+F7",),
            enabled=doers.can_mend_definite,
        ),
        Action(
            id="house-style",
            msgid=mark("House &style and dictionary…"),
            run=doers.house_style,
            keys=("Ctrl+F8",),
            icon="book",
        ),
    )
