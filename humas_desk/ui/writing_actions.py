"""The actions of the form itself: finding, and what is done with its parts."""

from functools import partial
from typing import Protocol

from humas_desk.ui.actions import Action
from humas_desk.wording import mark

KINDS = (
    ("paragraph", mark("As &paragraph"), "Ctrl+1", "text-paragraph"),
    ("quote", mark("As &quote"), "Ctrl+2", "quote"),
    ("heading", mark("As &heading"), "Ctrl+3", "type-h2"),
    ("list", mark("As l&ist"), "Ctrl+4", "list-ul"),
)


class WritingDoers(Protocol):
    """Who does it; the form stands behind."""

    def find(self) -> None: ...
    def replace(self) -> None: ...
    def find_next(self, direction: int) -> None: ...
    def no_break_space(self) -> None: ...
    def move(self, delta: int) -> None: ...
    def duplicate(self) -> None: ...
    def delete(self) -> None: ...
    def can_delete(self) -> bool: ...
    def can_change_block(self) -> bool: ...
    def convert(self, kind: str) -> None: ...
    def can_convert(self) -> bool: ...
    def join(self) -> None: ...
    def can_join(self) -> bool: ...
    def is_joined(self) -> bool: ...


def finding_actions(doers: WritingDoers) -> tuple[Action, ...]:
    """Find and replace."""
    return (
        Action(id="find", msgid=mark("&Find…"), run=doers.find, keys=("Ctrl+F",), icon="search"),
        Action(id="replace", msgid=mark("R&eplace…"), run=doers.replace, keys=("Ctrl+H",)),
        Action(id="find-next", msgid=mark("Find &next"), run=partial(doers.find_next, 1), keys=("F3",)),
        Action(id="find-previous", msgid=mark("Find pre&vious"), run=partial(doers.find_next, -1), keys=("Shift+F3",)),
    )


def part_actions(doers: WritingDoers) -> tuple[Action, ...]:
    """What is done with whole parts, and the one character that no key types."""
    can = doers.can_change_block
    up, down = partial(doers.move, -1), partial(doers.move, 1)
    return (
        *_converting(doers),
        Action(
            id="join",
            msgid=mark("&Join to the paragraph before"),
            run=doers.join,
            keys=("Ctrl+J",),
            icon="link-45deg",
            enabled=doers.can_join,
            checked=doers.is_joined,
        ),
        Action(
            id="duplicate", msgid=mark("&Duplicate"), run=doers.duplicate, keys=("Ctrl+D",), icon="files", enabled=can
        ),
        Action(id="move-up", msgid=mark("Move &up"), run=up, keys=("Alt+↑",), own_keys=False, enabled=can),
        Action(id="move-down", msgid=mark("&Move down"), run=down, keys=("Alt+↓",), own_keys=False, enabled=can),
        Action(
            id="delete-block",
            msgid=mark("De&lete this part"),
            run=doers.delete,
            keys=("Ctrl+Shift+Del",),
            enabled=doers.can_delete,
        ),
        Action(
            id="no-break-space",
            msgid=mark("No-&break space"),
            run=doers.no_break_space,
            keys=("Ctrl+Shift+Space",),
        ),
    )


def _converting(doers: WritingDoers) -> tuple[Action, ...]:
    """One for each kind a part can be."""
    return tuple(
        Action(
            id=f"as-{kind}",
            msgid=msgid,
            run=partial(doers.convert, kind),
            keys=(key,),
            icon=icon,
            enabled=doers.can_convert,
        )
        for kind, msgid, key, icon in KINDS
    )
