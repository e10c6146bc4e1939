"""Patterns of datelines and numbers: text with tokens in braces, read by a parser of our own.

`str.format` is never used on them: it reaches attributes. Tokens have an English name, which is written to files, and an
Indonesian one, which the window shows; both are read: "{city} - ({day}/{month}) ", "{kota} - ({tgl}/{bulan}) ".
"""

from collections.abc import Callable, Mapping
import datetime as dt
import re
from typing import Literal

from humas_desk.release import dates
from humas_desk.release.problems import Problem, ProblemCode, Severity
from humas_desk.values import dataclass

Name = Literal["city", "CITY", "office", "weekday", "day", "month", "year", "seq", "code", "unit"]

_INDONESIAN: Mapping[Name, str] = {
    "city": "kota",
    "CITY": "KOTA",
    "office": "kantor",
    "weekday": "hari",
    "day": "tgl",
    "month": "bulan",
    "year": "tahun",
    "seq": "urut",
    "code": "kode",
    "unit": "unit",
}
_SPECS: Mapping[Name, tuple[str, ...]] = {
    "day": ("02",),
    "month": ("02", "name", "roman"),
    "year": ("02",),
    "seq": ("02", "03", "04", "05", "06"),
}
_SPEC_IN_INDONESIAN = {"name": "nama", "roman": "romawi"}
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_DATE_NAMES = frozenset({"weekday", "day", "month", "year"})
_BRACE = re.compile(r"\{([^{}]*)\}|([{}])")


@dataclass(frozen=True, slots=True)
class Token:
    """A place to be filled."""

    name: Name
    spec: str = ""
    """Empty, a width ("02"), "name" or "roman"."""

    @property
    def is_date(self) -> bool:
        """Whether it shows a part of the date."""
        return self.name in _DATE_NAMES


Tokens = tuple[str | Token, ...]
"""Literal texts and tokens in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternError:
    """Why a pattern cannot be read."""

    position: int
    """Of the first character that is wrong, from 0."""
    found: str
    allowed: tuple[str, ...]
    """Token names in English, with braces."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternFacts:
    """What tokens are filled with; None and empty: not known, the token gives nothing."""

    city: str = ""
    office: str = ""
    date: dt.date | None = None
    seq: str = ""
    """Digits, filled up with zeros to the token's width; another text as it is."""
    sub: str = ""
    code: str = ""
    unit: str = ""


def _spellings() -> dict[str, Token]:
    """Every allowed text between braces, English and Indonesian."""
    known: dict[str, Token] = {}
    for name, local in _INDONESIAN.items():
        for spec in ("", *_SPECS.get(name, ())):
            token = Token(name, spec)
            known[_inside(token)] = token
            known[_inside_indonesian(token)] = token
        known.setdefault(local, Token(name))
    return known


def _inside(token: Token) -> str:
    return f"{token.name}:{token.spec}" if token.spec else token.name


def _inside_indonesian(token: Token) -> str:
    spec = _SPEC_IN_INDONESIAN.get(token.spec, token.spec)
    local = _INDONESIAN[token.name]
    return f"{local}:{spec}" if spec else local


_KNOWN = _spellings()
ALLOWED = tuple(dict.fromkeys("{" + _inside(token) + "}" for token in _KNOWN.values()))
"""All tokens in English, for messages and pickers."""


def parse_pattern(text: str) -> Tokens | PatternError:
    """The pattern's parts, or the first thing in it that is not understood."""
    parts: list[str | Token] = []
    end = 0
    for match in _BRACE.finditer(text):
        inside = match[1]
        if inside is None or inside.strip() not in _KNOWN:
            return PatternError(position=match.start(), found=match[0], allowed=ALLOWED)
        if match.start() > end:
            parts.append(text[end : match.start()])
        parts.append(_KNOWN[inside.strip()])
        end = match.end()
    if end < len(text):
        parts.append(text[end:])
    return tuple(parts)


def parse_or_default(text: str, default: str) -> Tokens:
    """The pattern's parts; the default's when it cannot be read, nothing when neither can."""
    for pattern in (text, default):
        tokens = parse_pattern(pattern)
        if not isinstance(tokens, PatternError):
            return tokens
    return ()


def to_english(text: str) -> str:
    """The pattern as files hold it; one that cannot be read stays as it is."""
    return _rewritten(text, _inside)


def to_indonesian(text: str) -> str:
    """The pattern as the window shows it; one that cannot be read stays as it is."""
    return _rewritten(text, _inside_indonesian)


def fill(tokens: Tokens, facts: PatternFacts) -> str:
    """The pattern with its tokens replaced."""
    return "".join(part if isinstance(part, str) else fill_token(part, facts) for part in tokens)


def fill_token(token: Token, facts: PatternFacts) -> str:
    """What one token shows; empty when the fact is not known."""
    if token.is_date:
        return _date_part(token, facts.date) if facts.date else ""
    if token.name == "seq":
        seq = facts.seq.zfill(int(token.spec or 1)) if facts.seq.isdecimal() else facts.seq
        return f"{seq}.{facts.sub}" if facts.sub else seq
    return {
        "city": facts.city,
        "CITY": facts.city.upper(),
        "office": facts.office,
        "code": facts.code,
        "unit": facts.unit,
    }[token.name]


def check_pattern(text: str, place: str) -> tuple[Problem, ...]:
    """PATTERN_INVALID with position (from 1), found and allowed, when the pattern cannot be read."""
    error = parse_pattern(text)
    if not isinstance(error, PatternError):
        return ()
    values = (
        ("position", str(error.position + 1)),
        ("found", error.found),
        ("allowed", " ".join(error.allowed)),
    )
    return (Problem(place=place, code=ProblemCode.PATTERN_INVALID, severity=Severity.WARNING, values=values),)


def _date_part(token: Token, day: dt.date) -> str:
    match token.name, token.spec:
        case "weekday", _:
            return dates.weekday(day)
        case "day", spec:
            return f"{day.day:02}" if spec else str(day.day)
        case "month", "name":
            return dates.month_name(day.month)
        case "month", "roman":
            return _ROMAN[day.month - 1]
        case "month", spec:
            return f"{day.month:02}" if spec else str(day.month)
        case _, spec:
            return f"{day.year % 100:02}" if spec else str(day.year)


def _rewritten(text: str, spelled: Callable[[Token], str]) -> str:
    tokens = parse_pattern(text)
    if isinstance(tokens, PatternError):
        return text
    return "".join(part if isinstance(part, str) else "{" + spelled(part) + "}" for part in tokens)
