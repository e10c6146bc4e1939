"""The corpora as values: faults in sentences of their own, clean releases, drafts with what should come of them.

Every corpus has two halves. `dev` may be read while the rules are written; `held` only ever gives figures.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
import datetime as dt
from enum import StrEnum
from pathlib import Path
import re
import tomllib

TESTS = Path(__file__).resolve().parent.parent
LANGUAGE = TESTS / "language" / "corpus"
INTAKE = TESTS / "intake" / "corpus"
WORDS = TESTS.parent / "assets" / "words"
_MARK = re.compile(r"\{(?P<wrong>[^{}|]*)(?P<cures>(?:\|[^{}|]*)*)\}")


class Half(StrEnum):
    """Which half of a corpus."""

    DEV = "dev"
    HELD = "held"


class Group(StrEnum):
    """A file of faults."""

    DEFINITE = "definite"
    WARNINGS = "warnings"
    TITLES = "titles"
    DOCUMENT = "document"
    GUARD = "guard"
    HINTS = "hints"
    SPELLING = "spelling"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A text with just one fault in it."""

    group: Group
    rule: str
    text: str
    start: int
    end: int
    cures: tuple[str, ...]
    """The whole text without the fault, one for each way to mend it; none: the writer has to decide."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A quote that a draft holds."""

    text: str
    rest: str | None
    speakers: tuple[str, ...]
    """Any of these names is right."""
    position: str | None
    """None: not asked."""
    verb: str | None
    """Root; None: not asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A draft and what should come of it."""

    name: str
    text: str
    today: dt.date
    title: str
    cities: tuple[str, ...]
    """Any of these is right; "": none."""
    dates: tuple[dt.date | None, ...]
    paragraphs: int
    quotes: tuple[Said, ...]
    parts: dict[str, str] = field(default_factory=dict)
    """Other parts: place in the release: its text."""


def marked(text: str) -> tuple[str, int, int, tuple[str, ...]]:
    """ "a {wrong|right} b" → the text with the fault, where it stands, and the texts without it."""
    match = _MARK.search(text)
    if match is None or _MARK.search(text, match.end()):
        raise ValueError(text)
    before, after, wrong = text[: match.start()], text[match.end() :], match["wrong"]
    cures = tuple(before + cure + after for cure in match["cures"].split("|")[1:])
    return before + wrong + after, match.start(), match.start() + len(wrong), cures


def faults(half: Half) -> Iterator[Fault]:
    """All faults of a half."""
    for group in Group:
        for rule, texts in _table(LANGUAGE / half / f"{group}.toml").items():
            for line in texts:
                text, start, end, cures = marked(line)
                yield Fault(group=group, rule=rule, text=text, start=start, end=end, cures=cures)


def traps(half: Half) -> tuple[str, ...]:
    """Correct sentences that look wrong."""
    return tuple(_table(LANGUAGE / half / "traps.toml")["traps"])


def clean_releases(half: Half) -> dict[str, str]:
    """Correct releases by name: a title, a blank line, paragraphs between blank lines."""
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted((LANGUAGE / half / "clean").glob("*.txt"))}


def drafts(half: Half) -> Iterator[Draft]:
    """All drafts of a half."""
    for path in sorted((INTAKE / half).glob("*.toml")):
        yield _draft(path)


def _table(path: Path) -> dict[str, list[str]]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _draft(path: Path) -> Draft:
    wanted = tomllib.loads(path.read_text(encoding="utf-8"))
    return Draft(
        name=path.stem,
        text=path.with_suffix(".txt").read_bytes().decode("utf-8"),
        today=wanted["today"],
        title=wanted["title"],
        cities=_any_of(wanted["city"]),
        dates=tuple(dt.date.fromisoformat(day) if day else None for day in _any_of(wanted["date"])),
        paragraphs=wanted["paragraphs"],
        quotes=tuple(
            Said(
                text=quote["text"],
                rest=quote.get("rest"),
                speakers=_any_of(quote["speaker"]),
                position=quote.get("position"),
                verb=quote.get("verb"),
            )
            for quote in wanted.get("quotes", ())
        ),
        parts=wanted.get("parts", {}),
    )


def _any_of(value: str | list[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)
