"""What the checker says: one finding per mistake, as values."""

from enum import StrEnum
from typing import NamedTuple

from humas_desk.values import dataclass


class Severity(StrEnum):
    """How much a finding weighs; nothing stops the writing."""

    ERROR = "error"
    """Wrong by rule; must be mended, or left with a reason, before a release goes out."""
    WARNING = "warning"
    """Very likely wrong, or against the house's style; the writer decides."""
    HINT = "hint"
    """Worth a thought."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One mistake at one place."""

    place: str
    """In the common grammar (`title`, `blocks[3].text`); "" in a plain text."""
    start: int
    """Offsets in characters of the raw value of the place, its markup included; of the whole text for a plain one."""
    end: int
    text: str
    """What stands there, without markup."""
    rule: str
    severity: Severity
    definite: bool
    """Whether the first replacement is right beyond doubt: such fixes may be applied all at once."""
    message: str
    """The reason, in plain Indonesian."""
    replacements: tuple[str, ...] = ()
    """Best first; an empty text removes what stands there."""


class Hit(NamedTuple):
    """A finding in the making: what a check gives. Offsets are those of the passage's plain text."""

    rule: str
    start: int
    end: int
    fixes: tuple[str, ...] = ()
    sure: bool | None = None
    """None: as the rule says; True and False: definite and an error, or a warning with a choice."""
    note: str = ""
    """Fills {catatan} in the rule's message."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Switches:
    """What an office has chosen where the rules leave a choice. None: whatever the text itself does most."""

    clock: str | None = None
    """ "." or ":" between hour and minute."""
    dash: str | None = None
    """ "–" or "-" between the ends of a range."""
    slash_dates: bool = True
    """Whether (28/8) is house style; False: a hint to write the month."""
    pemilu_capital: bool | None = None
    """True: Pemilu always with a capital; False: pemilu small except in the name of an event."""
    numbers_in_words: bool = True
    """Whether numbers of one word are spelled out."""
    expand_short_forms: bool = True
    """Whether short forms that not everybody knows are written out at their first use."""


def apply_definite(text: str, findings: tuple[Finding, ...]) -> str:
    """The text with the first replacement of every definite finding; of overlapping ones only the first counts.

    `findings` are those of this text (or of this place's raw value), in any order.
    """
    parts: list[str] = []
    done = 0
    for finding in sorted(findings, key=lambda each: (each.start, -each.end)):
        if finding.definite and finding.replacements and finding.start >= done:
            parts += [text[done : finding.start], finding.replacements[0]]
            done = finding.end
    return "".join([*parts, text[done:]])
