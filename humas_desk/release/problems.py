"""A user's mistake as a value: where, what, how bad. The sentence is chosen in `humas_desk.wording`."""

from enum import StrEnum

from humas_desk.values import dataclass


class Severity(StrEnum):
    """How bad a problem is for an export: an error stops the file, a warning is told and the file is written."""

    ERROR = "error"
    WARNING = "warning"


class ProblemCode(StrEnum):
    """What is wrong; `Problem.values` holds the facts its sentence needs."""

    TITLE_MISSING = "title-missing"
    BODY_MISSING = "body-missing"
    QUOTE_EMPTY = "quote-empty"
    SPEAKER_MISSING = "speaker-missing"
    POSITION_MISSING = "position-missing"
    REST_MISSING = "rest-missing"
    REST_UNUSED = "rest-unused"
    VERB_UNKNOWN = "verb-unknown"
    PATTERN_UNAVAILABLE = "pattern-unavailable"
    CITY_MISSING = "city-missing"
    DATE_MISSING = "date-missing"
    PATTERN_INVALID = "pattern-invalid"
    NUMBER_INVALID = "number-invalid"
    NUMBER_HELD = "number-held"
    NUMBER_VOID = "number-void"
    NUMBER_CHANGED = "number-changed"
    PHOTO_MISSING = "photo-missing"
    PHOTO_COUNT = "photo-count"
    PHOTO_SMALL = "photo-small"
    ALT_MISSING = "alt-missing"
    LOGO_SMALL = "logo-small"
    LOGO_MISSING = "logo-missing"
    LOGO_SPOILED = "logo-spoiled"
    CHARACTER_UNDRAWABLE = "character-undrawable"
    OFFICE_SAMPLE = "office-sample"
    OFFICE_UNKNOWN = "office-unknown"
    TEMPLATE_UNKNOWN = "template-unknown"
    TEMPLATE_KIND = "template-kind"
    LETTERHEAD_TIGHT = "letterhead-tight"
    EMBARGO_INVALID = "embargo-invalid"
    EVENT_INCOMPLETE = "event-incomplete"
    BLOCK_EMPTY = "block-empty"
    TOO_LARGE = "too-large"
    NAME_NEAR = "name-near"
    UNCONFIRMED = "unconfirmed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing to mend, at one place."""

    place: str
    """In the common grammar: `title`, `dateline.city`, `blocks[3].speaker.name`."""
    code: ProblemCode
    severity: Severity = Severity.ERROR
    values: tuple[tuple[str, str], ...] = ()
    """Facts for the sentence, as (name, text) pairs: (("character", "ꦱ"),)."""
