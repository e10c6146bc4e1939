"""A draft as a file reader gives it, before anybody has asked what is title and what is quote."""

from enum import StrEnum

from humas_desk.photos.image import Image
from humas_desk.values import dataclass

OBJECT = "\ufffc"
"""Stands in a draft's text where a picture stands."""


class Style(StrEnum):
    """What the file itself says of a paragraph; BODY where it says nothing."""

    BODY = "body"
    TITLE = "title"
    HEADING = "heading"
    BULLET = "bullet"
    """Item of a list with bullets; the bullet itself is not in the text."""
    NUMBER = "number"
    """Item of a numbered list; the number itself is not in the text."""
    CAPTION = "caption"


@dataclass(frozen=True, slots=True, kw_only=True)
class ManuscriptParagraph:
    """One paragraph, or one line of a `Manuscript` whose lines are wrapped; empty: a blank line."""

    text: str = ""
    """Inline markup (`release.inline`): foreign asterisks and backslashes are escaped. A newline is a line break."""
    style: Style = Style.BODY


@dataclass(frozen=True, slots=True, kw_only=True)
class ManuscriptTable:
    """A table; its cells are inline markup."""

    rows: tuple[tuple[str, ...], ...]
    header: bool = False
    caption: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ManuscriptImage:
    """A picture where it stands in the text."""

    image: Image
    """Already admitted: metadata gone. One that was refused becomes a `Note`."""
    alt: str = ""
    """Plain text; empty: the file has none."""
    row: int = 0
    """Pictures of one row stand in one photo block; 0: this one stands alone."""


Item = ManuscriptParagraph | ManuscriptTable | ManuscriptImage


class NoteKind(StrEnum):
    """What a file holds beside its text and what the user is told about it."""

    COMMENT = "comment"
    """Somebody's comment on the text; not in the release."""
    FOOTNOTE = "footnote"
    """A foot- or endnote; not in the release."""
    HEADER = "header"
    """Text of the page's head or foot; not in the release."""
    DELETED = "deleted"
    """Text that was struck out with tracked changes; not in the release."""
    HIDDEN = "hidden"
    """Text that the file hides; not in the release."""
    PICTURE = "picture"
    """A picture that could not be taken; `text` is its name."""
    MACRO = "macro"
    """The file carries a program, which was not run."""
    EXTERNAL = "external"
    """The file points to something outside, which was not fetched; `text` is the address."""
    OTHER = "other"
    """Something that is not text: an embedded file, a chart, a formula; `text` names it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One thing in the file that does not go into the release, kept so that nothing is lost silently."""

    kind: NoteKind
    text: str = ""
    """Plain text as found, or the name or address of what was found."""
    author: str = ""
    """Of a comment; empty: not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manuscript:
    """All of a draft in the order of reading."""

    items: tuple[Item, ...] = ()
    notes: tuple[Note, ...] = ()
    wrapped: bool = False
    """True: paragraphs are lines as they were broken to a width (text files, PDF); what belongs together is found out."""
