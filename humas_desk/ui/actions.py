"""Everything a person can do, in one table: the menu bar, the toolbar, the keys and the hints are made from it."""

from collections.abc import Callable, Iterable, Iterator
import re
import tkinter as tk

from humas_desk.ui.keys import sequences
from humas_desk.values import dataclass
from humas_desk.wording import _

_EMACS = re.compile(r"<Control-(?:Lock-)?Key-[A-Za-z]>")
_EMACS_SELECTIONS = tuple(
    f"<<Select{where}>>" for where in ("PrevLine", "NextLine", "PrevChar", "NextChar", "LineStart", "LineEnd")
)
_FIELD_CLASSES = ("Text", "Entry", "TEntry", "TCombobox", "TSpinbox")


def always() -> bool:
    """For actions that can be taken at any time."""
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One thing a person can do."""

    id: str
    msgid: str
    """English label, marked for the catalogue; `&` before the letter that is underlined in the menu, … where a dialog follows."""
    run: Callable[[], object]
    keys: tuple[str, ...] = ()
    """As people read them; the first is shown: ("Ctrl+Y", "Ctrl+Shift+Z")."""
    own_keys: bool = True
    """False: Tk's fields bind these keys themselves (cut, copy, paste); they are only shown."""
    icon: str | None = None
    """Name of a Bootstrap icon."""
    short_msgid: str = ""
    """Label on the toolbar where it is shorter than in the menu."""
    enabled: Callable[[], bool] = always
    checked: Callable[[], bool] | None = None
    """A switch, or one of several choices: whether it is on. None: the action is neither."""

    @property
    def label(self) -> str:
        """The label in the reader's language, without the mark of the underlined letter."""
        return _(self.msgid).replace("&", "")

    @property
    def short_label(self) -> str:
        """The label on the toolbar."""
        return _(self.short_msgid) if self.short_msgid else self.label.rstrip("…")

    @property
    def underline(self) -> int:
        """Place of the letter that is underlined in the menu; -1 for none."""
        return _(self.msgid).find("&")


class Actions:
    """The table, and the doors to it: `run`, `hint`, `bind`."""

    def __init__(self, actions: Iterable[Action]) -> None:
        self._actions = {action.id: action for action in actions}
        self._shown: list[Callable[[], None]] = []
        self._bound: list[tuple[str, str]] = []
        self._covered: frozenset[str] | None = None

    def __getitem__(self, action_id: str) -> Action:
        return self._actions[action_id]

    def __iter__(self) -> Iterator[Action]:
        return iter(self._actions.values())

    def is_enabled(self, action_id: str) -> bool:
        """Whether the action can be taken now."""
        return (self._covered is None or action_id in self._covered) and self._actions[action_id].enabled()

    def cover(self, still: frozenset[str] | None) -> None:
        """Something lies over the form: only these actions can be taken; None: all can be again."""
        self._covered = still
        self.refresh()

    def run(self, action_id: str) -> None:
        """Take the action, if it can be taken now."""
        if self.is_enabled(action_id):
            self._actions[action_id].run()

    def hint(self, action_id: str) -> str:
        """Label and key for a tooltip: "Urungkan (Ctrl+Z)"."""
        action = self._actions[action_id]
        label = action.label.rstrip("…")
        return f"{label} ({action.keys[0]})" if action.keys else label

    def on_refresh(self, show: Callable[[], None]) -> None:
        """Call `show` whenever what can be done may have changed."""
        self._shown.append(show)

    def refresh(self) -> None:
        """What can be done may have changed: buttons show it."""
        for show in self._shown:
            show()

    def bind(self, root: tk.Tk) -> None:
        """Give the keys to the root window; Tk's fields no longer do anything of their own with them."""
        _tidy_virtual_events(root)
        for action in self:
            if action.own_keys:
                for key in action.keys:
                    self._bind_key(root, action.id, key)

    def unbind(self, root: tk.Tk) -> None:
        """The window that these actions are of goes away: its keys do nothing any more."""
        while self._bound:
            root.unbind(*self._bound.pop())

    def _bind_key(self, root: tk.Tk, action_id: str, key: str) -> None:
        def pressed(_event: object) -> str:
            self.run(action_id)
            return "break"

        for sequence in sequences(key):
            self._bound.append((sequence, root.bind(sequence, pressed)))
            # of all fields in one call: there are hundreds of pairs, and the window waits for each
            root.tk.call("foreach", "field", _FIELD_CLASSES, f"bind $field {sequence} {{# the window's key}}")


def _tidy_virtual_events(root: tk.Tk) -> None:
    """Ctrl+A selects all on every system; Ctrl+Y and Ctrl+Shift+letter are ours, not Emacs'; Ctrl+/ stays as it is."""
    for selection in _EMACS_SELECTIONS:
        for pattern in filter(_EMACS.fullmatch, root.event_info(selection)):
            root.event_delete(selection, pattern)
    for event, keys in (("<<LineStart>>", ("<Control-a>", "<Control-Lock-A>")), ("<<Paste>>", ("<Control-y>",))):
        root.event_delete(event, *keys)
    root.event_add("<<SelectAll>>", "<Control-a>", "<Control-Lock-A>")
