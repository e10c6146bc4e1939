"""What every field of the form can do, so that the form can find, fill and focus any of them alike."""

from collections.abc import Callable
import tkinter as tk
from typing import Protocol

from humas_desk.language.findings import Severity
from humas_desk.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where the cursor stands inside a field."""

    rest: str = ""
    """What follows the field's name in the place: "[2]" for the third item of a list, "[0][1]" for a cell."""
    start: int = 0
    end: int = 0
    """A selection, counted in the raw text; start == end is a caret."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A line under some characters of a field: what the checker found there."""

    key: str
    """What the field gives back when it is asked what stands at a point."""
    spot: Spot
    severity: Severity


class Field(Protocol):
    """One value of the release on the screen."""

    @property
    def name(self) -> str:
        """Its place inside its owner: "text", "speaker.name"; for fields outside cards the whole place."""

    @property
    def inputs(self) -> tuple[tk.Misc, ...]:
        """The widgets that take the focus for it, in the order of Tab."""

    def show(self, value: object) -> None:
        """Show the value of the release; nothing is reported, and nothing happens when it is shown already."""

    def spot(self) -> Spot:
        """Where the cursor stands."""

    def go(self, spot: Spot) -> None:
        """Take the focus and put the cursor there (as near as there is text)."""

    def mark(self, *, wrong: bool) -> None:
        """A red border, or none; the sentence beside it says why."""


Report = Callable[[Field, object], None]
"""A field tells its owner what the writer put into it."""


def ignore(_field: Field, _value: object) -> None:
    """A report that goes nowhere."""
