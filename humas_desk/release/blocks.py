"""The blocks a release is made of. Texts are inline markup (`*italic*`, `**bold**`, backslash escapes)."""

from dataclasses import field
from enum import StrEnum

from humas_desk.release.person import Speaker, Unknown
from humas_desk.values import dataclass


class Pattern(StrEnum):
    """How a quote and its attribution stand together; examples in release/quote.py."""

    QUOTE_VERB_NYA = "quote-verb-nya"
    QUOTE_VERB_DIA = "quote-verb-dia"
    QUOTE_VERB_SPEAKER = "quote-verb-speaker"
    QUOTE_VERB_SPEAKER_POSITION = "quote-verb-speaker-position"
    QUOTE_VERB_POSITION_SPEAKER = "quote-verb-position-speaker"
    SPEAKER_VERB_QUOTE = "speaker-verb-quote"
    SPEAKER_VERB_COLON_QUOTE = "speaker-verb-colon-quote"
    SPLIT = "split"
    SPLIT_SENTENCES = "split-sentences"
    PLAIN = "plain"


class Mention(StrEnum):
    """How a speaker is named: in full first and short later (auto), or always one way."""

    AUTO = "auto"
    FULL = "full"
    SHORT = "short"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph of the body."""

    id: str
    text: str = ""
    joined: bool = False
    """True: goes on in the paragraph of the block before it."""
    unknown: Unknown = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """What somebody said, and who said it; the sentence around it is made (release/quote.py)."""

    id: str
    text: str = ""
    """The speech without marks; a newline is a paragraph break in the speech."""
    rest: str | None = None
    """Second half of the speech in the split patterns; None elsewhere."""
    speaker: Speaker = field(default_factory=Speaker)
    verb: str = "ujar"
    """Root of the attribution verb, a key of release/verbs.py."""
    pattern: Pattern = Pattern.QUOTE_VERB_SPEAKER_POSITION
    mention: Mention = Mention.AUTO
    tail: str | None = None
    """Goes on after the attribution: "dalam sambutannya di Batam, Senin (28/8)"."""
    joined: bool = False
    unknown: Unknown = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading inside the body (subjudul)."""

    id: str
    text: str = ""
    unknown: Unknown = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemList:
    """A list with bullets or numbers."""

    id: str
    items: tuple[str, ...] = ()
    numbered: bool = False
    unknown: Unknown = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoFile:
    """One picture of a photo block."""

    file: str
    """Bare name inside the release's container."""
    alt: str = ""
    """What the picture shows, for readers who cannot see it."""
    unknown: Unknown = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """1–6 pictures with one caption: one wide, two side by side, more in a grid of two columns."""

    id: str
    files: tuple[PhotoFile, ...] = ()
    caption: str | None = None
    credit: str | None = None
    unknown: Unknown = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A plain table; rows may differ in length, missing cells are empty."""

    id: str
    rows: tuple[tuple[str, ...], ...] = ()
    header: bool = False
    """True: the first row names the columns."""
    caption: str | None = None
    unknown: Unknown = ()


Block = Paragraph | Quote | Heading | ItemList | Photo | Table
