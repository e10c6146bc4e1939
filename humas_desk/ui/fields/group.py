"""Fields that stand together in one row of the form, outside the cards."""

import tkinter as tk
from typing import Protocol

from humas_desk.desk.session import Session
from humas_desk.ui.fields.field import Field


class Group(Protocol):
    """The summary row, the title, one section."""

    @property
    def frame(self) -> tk.Frame: ...

    @property
    def fields(self) -> tuple[Field, ...]:
        """What can take the focus now, in the order of Tab. Their names are whole places."""

    @property
    def buttons(self) -> tuple[tk.Misc, ...]:
        """Other stops of Tab, after the fields; a group that opens has a `header` as well, before them."""

    def show(self, session: Session) -> None:
        """Show the release as it is now; what is shown already is not touched."""

    def covers(self, place: str) -> bool:
        """Whether the place is shown here, also while closed."""

    def open(self) -> None:
        """Show all fields."""

    def show_problems(self, sentences: dict[str, str]) -> None:
        """Sentences by place; those that are not among them are mended."""
