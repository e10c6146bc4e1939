"""The form: everything a release is written in, beside the page. It shows the session and reports to it.

The window owns the actions (menu, keys, toolbar); it calls the methods of `Form`. The form owns the fields' own keys
(Tab, Enter, Ctrl+I, Ctrl+B inside a text, Alt+arrows on a card).
"""

from collections.abc import Callable
from dataclasses import dataclass
import tkinter as tk

from humas_desk.desk.history import Focus
from humas_desk.desk.session import Change, Session
from humas_desk.ui.scheduler import Scheduler


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One entry of a list to choose from."""

    name: str
    """What is stored: a folder's name."""
    label: str
    """What the writer reads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the writer may choose from, and which parts the template in use prints."""

    offices: tuple[Choice, ...] = ()
    templates: tuple[Choice, ...] = ()
    """Those that serve the release's kind."""
    parts: tuple[str, ...] = ()
    """`Template.parts.order`; empty: every part is offered."""


def _nothing(*_anything: object) -> None:
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Doors:
    """What the form asks of the window."""

    on_add_photo: Callable[[int, str | None], None] = _nothing
    """Ask the writer for pictures: index where a new photo block goes, or the id of the photo block they go into."""
    on_office: Callable[[str], None] = _nothing
    """The writer chose another office (its name)."""
    on_focus: Callable[[Focus | None], None] = _nothing
    """The writer is now at another place (also while typing); None: in no field of the form."""


class Form(tk.Frame):
    """Summary, title, cards and sections in one scroller.

    The owner subscribes the session and passes every change to `refresh`.
    """

    def __init__(
        self, parent: tk.Misc, session: Session, *, scheduler: Scheduler, choices: Choices, doors: Doors
    ) -> None: ...

    def show(self, session: Session, choices: Choices | None = None) -> None:
        """Show another session (new, opened); the cursor goes to the title when it is empty."""

    def show_choices(self, choices: Choices) -> None:
        """Offices, templates or the template's parts have changed."""

    def refresh(self, change: Change) -> None:
        """The session has changed: show what differs, and put the cursor at `change.focus` when there is one."""

    def go_to(self, focus: Focus) -> None:
        """(The doors' `focus`; tkinter's own `focus` keeps its meaning.) Bring a place into view and put the cursor there; offsets count characters of the markup, as Origin does."""

    def focused_place(self) -> Focus | None:
        """Where the cursor is; None when it is in no field of the form."""

    def insert(self, kind: str) -> None:
        """A new block of this kind (paragraph, quote, heading, list, photo, table) after the active one, else last."""

    def can_change_block(self) -> bool:
        """Whether there is an active block that `move` and `delete` would act on."""

    def move(self, delta: int) -> None:
        """The active block one place up (-1) or down (+1)."""

    def delete(self) -> None:
        """Remove the active block; undo brings it back."""

    def italic(self) -> None:
        """Italics on or off, for the selection or for what is typed next."""

    def bold(self) -> None:
        """Bold on or off, for the selection or for what is typed next."""

    def show_all_problems(self) -> None:
        """The writer tried to export: from now on missing things are shown at their fields too."""

    def close(self) -> None:
        """The form goes away: nothing of it waits in the scheduler."""
