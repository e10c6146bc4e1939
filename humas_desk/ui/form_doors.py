"""What the window gives the form: lists to choose from, and doors to ask through."""

from collections.abc import Callable, Sequence

from humas_desk.desk.history import Focus
from humas_desk.desk.people import Person
from humas_desk.release.release import Kind
from humas_desk.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One entry of a list to choose from."""

    name: str
    """What is stored: a folder's name."""
    label: str
    """What the writer reads."""
    kinds: frozenset[Kind] = frozenset()
    """The kinds of release it serves; empty: all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the writer may choose from, and which parts the template in use prints."""

    offices: tuple[Choice, ...] = ()
    templates: tuple[Choice, ...] = ()
    parts: tuple[str, ...] = ()
    """`Template.parts.order`; empty: every part is offered."""


def _no_cities(_typed: str) -> Sequence[str]:
    return ()


def _no_draft(_text: str) -> bool:
    return False


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
    people: Callable[[int], Sequence[Person]] | None = None
    """Everybody who could be the speaker of the quote with this index; None: those of the open release."""
    cities: Callable[[str], Sequence[str]] = _no_cities
    """Cities that what is typed could become."""
    on_draft: Callable[[str], bool] = _no_draft
    """Text is to be pasted: whether it is a draft that the window takes as a whole."""
    on_number: Callable[[], None] = _nothing
    """Reserve the next number of the register."""
    on_done: Callable[[str], None] = _nothing
    """Much was changed at once (parts deleted, hits replaced): say these words, with a way to take it back."""
