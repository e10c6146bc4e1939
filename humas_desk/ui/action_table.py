"""The table of actions: what stands in the menus, which key it has, when it can be taken, and who does it."""

from functools import partial
from typing import Protocol

from humas_desk.release.release import Kind
from humas_desk.ui.actions import Action, Actions
from humas_desk.ui.checking_actions import CheckingDoers, checking_actions
from humas_desk.ui.learning_actions import LearningDoers, learning_actions
from humas_desk.ui.outward_actions import OutwardDoers, outward_actions, page_actions
from humas_desk.ui.record_actions import RecordDoers, record_actions
from humas_desk.ui.writing_actions import WritingDoers, finding_actions, part_actions
from humas_desk.wording import mark

BLOCKS: tuple[tuple[str, str, str, str], ...] = (
    ("paragraph", mark("&Paragraph"), "text-paragraph", "Ctrl+Shift+A"),
    ("quote", mark("&Quote"), "quote", "Ctrl+Shift+K"),
    ("heading", mark("&Heading"), "type-h2", "Ctrl+Shift+H"),
    ("list", mark("&List"), "list-ul", "Ctrl+Shift+L"),
    ("photo", mark("P&hoto…"), "image", "Ctrl+Shift+F"),
    ("table", mark("&Table"), "table", "Ctrl+Shift+T"),
)
"""Kind, label, icon and key of what can be inserted."""


class Doers(WritingDoers, OutwardDoers, LearningDoers, Protocol):
    """Who does it; `Commands` and the form stand behind."""

    @property
    def records(self) -> RecordDoers: ...
    @property
    def checking(self) -> CheckingDoers: ...

    def new(self, kind: Kind) -> None: ...
    def open(self) -> None: ...
    def import_draft(self) -> None: ...
    def save(self) -> None: ...
    def save_copy(self) -> None: ...
    def export(self) -> None: ...
    def print(self) -> None: ...
    def quit(self) -> None: ...
    def undo(self) -> None: ...
    def redo(self) -> None: ...
    def can_undo(self) -> bool: ...
    def can_redo(self) -> bool: ...
    def italic(self) -> None: ...
    def bold(self) -> None: ...
    def edit_field(self, event: str) -> None: ...
    def insert(self, kind: str) -> None: ...
    def palette(self) -> None: ...
    def wear(self, look: str) -> None: ...
    def is_worn(self, look: str) -> bool: ...
    def resize(self, direction: int) -> None: ...
    def can_resize(self, direction: int) -> bool: ...
    def settings(self) -> None: ...
    def templates(self) -> None: ...
    def about(self) -> None: ...


def build_actions(doers: Doers) -> Actions:
    """Every action of the window."""
    parts = (
        _new,
        _file,
        outward_actions,
        _edit,
        _fields,
        finding_actions,
        _insert,
        part_actions,
        _looks,
        page_actions,
        _program,
    )
    own = (action for part in parts for action in part(doers))
    return Actions((*own, *learning_actions(doers), *record_actions(doers.records), *checking_actions(doers.checking)))


def _new(doers: Doers) -> tuple[Action, ...]:
    news, press, invitation = (partial(doers.new, kind) for kind in (Kind.NEWS, Kind.PRESS, Kind.INVITATION))
    return (
        Action(
            id="new-news", msgid=mark("&New news release"), short_msgid=mark("News release"), run=news, keys=("Ctrl+N",)
        ),
        Action(
            id="new-press",
            msgid=mark("New &press release"),
            short_msgid=mark("Press release"),
            run=press,
            keys=("Ctrl+Shift+N",),
        ),
        Action(
            id="new-invitation",
            msgid=mark("New media &invitation"),
            short_msgid=mark("Media invitation"),
            run=invitation,
            keys=("Ctrl+Shift+M",),
        ),
    )


def _file(doers: Doers) -> tuple[Action, ...]:
    return (
        Action(id="open", msgid=mark("&Open…"), run=doers.open, keys=("Ctrl+O",), icon="folder2-open"),
        Action(
            id="import",
            msgid=mark("Import a &draft…"),
            run=doers.import_draft,
            keys=("Ctrl+Shift+U",),
            icon="file-earmark-arrow-down",
        ),
        Action(id="save", msgid=mark("&Save now"), run=doers.save, keys=("Ctrl+S",)),
        Action(id="save-copy", msgid=mark("Save a &copy…"), run=doers.save_copy, keys=("Ctrl+Shift+S",)),
        Action(
            id="export",
            msgid=mark("&Export PDF and Word…"),
            short_msgid=mark("Export"),
            run=doers.export,
            keys=("Ctrl+E",),
            icon="download",
        ),
        Action(id="print", msgid=mark("P&rint…"), run=doers.print, keys=("Ctrl+P",), icon="printer"),
        Action(id="quit", msgid=mark("&Quit"), run=doers.quit, keys=("Ctrl+Q",)),
    )


def _edit(doers: Doers) -> tuple[Action, ...]:
    return (
        Action(
            id="undo",
            msgid=mark("&Undo"),
            run=doers.undo,
            keys=("Ctrl+Z",),
            icon="arrow-counterclockwise",
            enabled=doers.can_undo,
        ),
        Action(
            id="redo",
            msgid=mark("&Redo"),
            run=doers.redo,
            keys=("Ctrl+Y", "Ctrl+Shift+Z"),
            icon="arrow-clockwise",
            enabled=doers.can_redo,
        ),
        Action(id="italic", msgid=mark("&Italic"), run=doers.italic, keys=("Ctrl+I",), own_keys=False),
        Action(id="bold", msgid=mark("&Bold"), run=doers.bold, keys=("Ctrl+B",), own_keys=False),
        Action(
            id="templates", msgid=mark("Te&mplates…"), run=doers.templates, keys=("Ctrl+F2",), icon="layout-text-window"
        ),
        Action(id="settings", msgid=mark("&Settings…"), run=doers.settings, keys=("Ctrl+,",), icon="gear"),
    )


def _fields(doers: Doers) -> tuple[Action, ...]:
    """What every field of the system does itself; the menu only tells it to."""
    table = (
        ("cut", mark("Cu&t"), "Ctrl+X", "<<Cut>>"),
        ("copy", mark("&Copy"), "Ctrl+C", "<<Copy>>"),
        ("paste", mark("&Paste"), "Ctrl+V", "<<Paste>>"),
        ("select-all", mark("Select &all"), "Ctrl+A", "<<SelectAll>>"),
    )
    return tuple(
        Action(id=name, msgid=msgid, run=partial(doers.edit_field, event), keys=(key,), own_keys=False)
        for name, msgid, key, event in table
    )


def _insert(doers: Doers) -> tuple[Action, ...]:
    return tuple(
        Action(id=f"insert-{kind}", msgid=msgid, run=partial(doers.insert, kind), keys=(key,), icon=icon)
        for kind, msgid, icon, key in BLOCKS
    )


def _looks(doers: Doers) -> tuple[Action, ...]:
    """How the window looks: its commands, colours and size."""

    def look(name: str, msgid: str, key: str, icon: str) -> Action:
        checked = partial(doers.is_worn, name)
        return Action(
            id=f"look-{name}", msgid=msgid, run=partial(doers.wear, name), keys=(key,), icon=icon, checked=checked
        )

    def size(name: str, msgid: str, key: str, direction: int) -> Action:
        enabled = partial(doers.can_resize, direction)
        return Action(id=name, msgid=msgid, run=partial(doers.resize, direction), keys=(key,), enabled=enabled)

    return (
        Action(id="palette", msgid=mark("Find a &command…"), run=doers.palette, keys=("Ctrl+Shift+P",), icon="command"),
        look("light", mark("&Light colours"), "Ctrl+F9", "sun"),
        look("dark", mark("&Dark colours"), "Ctrl+F10", "moon"),
        look("contrast", mark("&High contrast"), "Ctrl+F11", "circle-half"),
        size("larger", mark("Larger &rows and letters"), "Ctrl++", 1),
        size("smaller", mark("&Smaller rows and letters"), "Ctrl+-", -1),
        size("normal-size", mark("&Normal size"), "Ctrl+0", 0),
    )


def _program(doers: Doers) -> tuple[Action, ...]:
    """The program itself."""
    return (Action(id="about", msgid=mark("&About Humas Desk"), run=doers.about, keys=("Shift+F1",)),)
