"""What a release is: frozen facts, in the order of release.json (version 1)."""

from dataclasses import field
import datetime as dt
from enum import StrEnum

from humas_desk.release.blocks import Block
from humas_desk.release.person import Contact, Unknown
from humas_desk.values import dataclass


class Kind(StrEnum):
    """What the office sends."""

    NEWS = "rilis-berita"
    PRESS = "siaran-pers"
    INVITATION = "undangan-media"


class Zone(StrEnum):
    """Indonesia's three time zones: UTC+7, +8, +9."""

    WIB = "WIB"
    WITA = "WITA"
    WIT = "WIT"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """Place and day a release is filed from, as the reader sees them before the lead."""

    city: str = ""
    date: dt.date | None = None
    """None: the office files without a date, or it is not known yet."""
    unknown: Unknown = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Embargo:
    """Not to be published before."""

    until: str
    """Local time as `YYYY-MM-DDTHH:MM`."""
    zone: Zone = Zone.WIB
    unknown: Unknown = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What the media are invited to. All texts may be empty."""

    date: dt.date | None = None
    start: str = ""
    """`HH:MM`, shown with a dot ("10.00")."""
    end: str = ""
    """`HH:MM`; empty: "selesai"."""
    zone: Zone = Zone.WIB
    place: str = ""
    agenda: str = ""
    dress: str = ""
    reply_to: str = ""
    unknown: Unknown = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatory:
    """Who signs; place and date are the release's."""

    heading: str = ""
    position: str = ""
    acting: str | None = None
    """None | "Plt." | "Plh." | "a.n."."""
    name: str = ""
    id_number: str = ""
    unknown: Unknown = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """Pages of their own after the release."""

    title: str = ""
    blocks: tuple[Block, ...] = ()
    unknown: Unknown = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link offered to the reader."""

    text: str = ""
    url: str = ""
    unknown: Unknown = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Credits:
    """Who made the release; None: not named."""

    writer: str | None = None
    editor: str | None = None
    photographer: str | None = None
    unknown: Unknown = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ignored:
    """A finding the writer decided to leave, and why."""

    place: str
    rule: str
    reason: str
    unknown: Unknown = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """One press release."""

    id: str = ""
    kind: Kind = Kind.NEWS
    office: str | None = None
    """Name of the office's folder in DATA/offices; None: the default office."""
    template: str | None = None
    """None: the office's template when it serves this kind, else the shipped one for the kind."""
    issued_by: str | None = None
    """Position that issues it, above the credits: "Ketua Bawaslu Kabupaten …"."""
    number: str | None = None
    notice: str | None = None
    """None | "segera" (for immediate release)."""
    embargo: Embargo | None = None
    recipient: str | None = None
    subject: str | None = None
    title: str = ""
    subtitle: str | None = None
    dateline: Dateline = field(default_factory=Dateline)
    released: dt.date | None = None
    """Day of release where it differs from the dateline's; None: the dateline's."""
    blocks: tuple[Block, ...] = ()
    event: Event | None = None
    about: str | None = None
    """None: the office's standing text."""
    contacts: tuple[Contact, ...] = ()
    signatories: tuple[Signatory, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    copies: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    hashtags: tuple[str, ...] = ()
    credits: Credits = field(default_factory=Credits)
    ignored: tuple[Ignored, ...] = ()
    unconfirmed: tuple[str, ...] = ()
    unknown: Unknown = ()
