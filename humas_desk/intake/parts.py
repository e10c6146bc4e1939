"""What the review of a draft works with: its parts, what was dropped, and what is not sure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
import datetime as dt
from enum import StrEnum
from typing import TYPE_CHECKING

from humas_desk.intake.manuscript import Note
from humas_desk.photos.image import Image
from humas_desk.release.office import Office
from humas_desk.release.release import Release

if TYPE_CHECKING:
    from humas_desk.intake.draft import Draft


class Role(StrEnum):
    """What a part of the draft is taken for."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    NUMBER = "number"
    RECIPIENT = "recipient"
    SUBJECT = "subject"
    NOTICE = "notice"
    EMBARGO = "embargo"
    DATELINE = "dateline"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    QUOTE = "quote"
    LIST = "list"
    TABLE = "table"
    PHOTO = "photo"
    CAPTION = "caption"
    CREDIT = "credit"
    CONTACT = "contact"
    ABOUT = "about"
    EVENT = "event"
    SIGNATORY = "signatory"
    HASHTAGS = "hashtags"
    DROPPED = "dropped"


class DropReason(StrEnum):
    """Why something of the draft is not in the release."""

    ARTEFACT = "artefact"
    """A lone "|", "foto", "Baca juga …": left behind by a site or a messenger."""
    GREETING = "greeting"
    """Words to the one who got the message."""
    LABEL = "label"
    """A word that said what follows ("Penulis :"); the release knows it."""
    LETTERHEAD = "letterhead"
    """The office's own head, which the release gets from the office."""
    BYLINE = "byline"
    """A site's line of date and author."""
    DATELINE = "dateline"
    """Part of the dateline that the office's pattern makes: weekday, year, office."""
    REPLACED = "replaced"
    """Said in other words: "beliau" by the speaker's name."""
    SYMBOL = "symbol"
    """Emoji and other signs that no page has."""
    CHOSEN = "chosen"
    """Somebody dropped it in the review."""


class UnsureCode(StrEnum):
    """What a person should look at."""

    TITLE_MISSING = "title-missing"
    TITLE_LONG = "title-long"
    """What was taken for the title is long or looks like a sentence."""
    CITY_MISSING = "city-missing"
    DATE_MISSING = "date-missing"
    DATE_ODD = "date-odd"
    """A date that no calendar has, or with month and day the other way round; `values`: found."""
    WEEKDAY_WRONG = "weekday-wrong"
    """The weekday is not that day's; `values`: found, weekday, date."""
    SPEAKER_GUESSED = "speaker-guessed"
    """Nobody is named with the quote; the person named before was taken; `values`: name."""
    SPEAKER_MISSING = "speaker-missing"
    NAMES_NEAR = "names-near"
    """Two names that may be one in two spellings; `values`: found, other."""
    POSITION_MENDED = "position-mended"
    """A slip in the position was mended; `values`: found, mended."""
    QUOTE_OPEN = "quote-open"
    """A mark is missing; where the speech begins or ends was guessed."""
    QUOTE_LOOSE = "quote-loose"
    """The words around the quote could not be read as its attribution; they stay as text."""
    PHOTO_MISSING = "photo-missing"
    """There is a caption and no picture."""
    MENDED = "mended"
    """Characters broken by a wrong encoding were mended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stretch of the draft's text and what it became; the parts of an intake cover every character, in order."""

    start: int
    end: int
    role: Role
    place: str | None = None
    """Where it stands in the release ("blocks[3]", "dateline"); of several blocks the first; None: nowhere."""
    reason: DropReason | None = None
    """Of a dropped part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """Something of the draft that is not in the release."""

    start: int
    end: int
    text: str
    reason: DropReason


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsure:
    """Something to look at."""

    code: UnsureCode
    place: str | None = None
    """In the release; None: the whole draft."""
    start: int = 0
    end: int = 0
    values: tuple[tuple[str, str], ...] = ()
    """Facts for the sentence, as (name, text) pairs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a draft is read with."""

    today: dt.date
    """A date without a year is the last one before it."""
    office: Office | None = None
    places: frozenset[str] = frozenset()
    """Names of regions and cities, without "Kabupaten" and "Kota"; none: what stands behind "Bawaslu" is guessed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """A draft as a release."""

    text: str
    """The draft as the review shows it; parts, dropped and unsure count its characters."""
    release: Release
    photos: Mapping[str, Image] = field(default_factory=dict)
    """By the file names the release has."""
    parts: tuple[Part, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    unsure: tuple[Unsure, ...] = ()
    notes: tuple[Note, ...] = ()
    """What the file held besides its text."""
    draft: "Draft" = field(repr=False)
    """What `reassign` starts from."""
    setting: Setting = field(repr=False)
