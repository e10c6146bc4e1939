"""What the archive gives and takes besides releases: plain frozen values, which the screens may hold too."""

from collections.abc import Mapping
from dataclasses import field
import datetime as dt
from enum import StrEnum

from humas_desk.photos.image import Image
from humas_desk.release.release import Kind, Release
from humas_desk.values import dataclass


class Status(StrEnum):
    """How far a release has come."""

    DRAFT = "draft"
    WAITING = "waiting"
    APPROVED = "approved"
    FINAL = "final"
    VOID = "void"


def read_status(text: object) -> Status:
    """The status that was written; a damaged file's nonsense is a draft."""
    try:
        return Status(str(text))
    except ValueError:
        return Status.DRAFT


class Why(StrEnum):
    """What a revision was cut for."""

    TIME = "time"
    CLOSE = "close"
    EXPORT = "export"
    APPROVAL = "approval"
    FINAL = "final"
    RESTORE = "restore"
    IMPORT = "import"


KEPT = frozenset({Why.EXPORT, Why.APPROVAL, Why.FINAL})
"""Revisions that stay for ever and cannot change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """A release as it lies in the archive, with the pictures that could be read."""

    release: Release
    images: Mapping[str, Image] = field(default_factory=dict)
    changed_at: dt.datetime
    status: Status = Status.DRAFT


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One kept state of a release, without its content."""

    id: int
    release_id: str
    at: dt.datetime
    """UTC."""
    who: str
    """Initials; empty: nobody said."""
    why: Why
    kept: bool
    """Stays for ever."""
    words: int
    sha256: str
    """Of what `content` and `pictures` hold, in hexadecimal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """The sentence in which a search hit."""

    text: str
    hits: tuple[tuple[int, int], ...] = ()
    """Where the searched words stand in `text`: start and end, in characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveRow:
    """One line of the archive's list."""

    id: str
    kind: Kind
    office: str
    """Folder name in DATA/offices; empty: the default office."""
    status: Status
    date: dt.date | None
    """Day of release, else of the dateline."""
    number: str
    title: str
    created_at: dt.datetime
    changed_at: dt.datetime
    trashed_at: dt.datetime | None = None
    corrects: str | None = None
    """Id of the release this one corrects (Ralat)."""
    snippet: Snippet | None = None
    """None: nothing was searched for, or only the title or number has it."""


class Sort(StrEnum):
    """Order of the archive's list."""

    NEWEST = "newest"
    OLDEST = "oldest"
    TITLE = "title"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What is looked for; everything left out does not narrow."""

    words: str = ""
    """Beginnings of words, all of which must stand in the release; fewer than two letters search nothing."""
    year: int | None = None
    month: int | None = None
    """1–12; only with a year."""
    status: Status | None = None
    kind: Kind | None = None
    speaker: str = ""
    """Full name, degrees do not count."""
    sort: Sort = Sort.NEWEST
    limit: int = 50
    offset: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One step of a release's status."""

    at: dt.datetime
    who: str
    before: Status
    after: Status
    reason: str
