"""The dateline before the lead, in the office's own pattern."""

from humas_desk.release.office import Office, office_short_name
from humas_desk.release.pattern import PatternError, PatternFacts, Token, Tokens, fill, parse_or_default, parse_pattern
from humas_desk.release.release import Dateline
from humas_desk.values import dataclass

_SEPARATORS = " ,.;:-–—|"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """A dateline pattern to choose from."""

    name: str
    """English id; the window shows the pattern's result instead."""
    pattern: str


DATELINE_PRESETS = (
    Preset(name="city-day-month", pattern="{city} - ({day}/{month}) "),
    Preset(name="city-two-digit-date", pattern="{city} ({day:02}/{month:02}) - "),
    Preset(name="capitals-weekday-date", pattern="{CITY}, {weekday} ({day}/{month}/{year}) – "),
    Preset(name="city-long-date", pattern="{city}, {day} {month:name} {year} - "),
    Preset(name="city-long-date-bars", pattern="{city}, {day} {month:name} {year} || "),
    Preset(name="city-long-date-stop", pattern="{city}, {day:02} {month:name} {year}. "),
    Preset(name="city-office", pattern="{city}, {office} – "),
    Preset(name="city-body", pattern="{city}, Bawaslu – "),
    Preset(name="capitals-office", pattern="{CITY}, {office} – "),
    Preset(name="city-office-brackets", pattern="{city} – ({office}) – "),
    Preset(name="city-supervisor", pattern="{city}, Badan Pengawas Pemilihan Umum - "),
    Preset(name="city-dash", pattern="{city} – "),
    Preset(name="capitals-dash", pattern="{CITY} – "),
    Preset(name="city-stop", pattern="{city}. "),
    Preset(name="none", pattern=""),
)
"""Forms found on pages of such offices (house-style notes on the release's shape, 2.2), in consistent spacing."""


def dateline_text(dateline: Dateline, office: Office) -> str:
    """The dateline with its separator and last space: "Batam - (28/8) ".

    Without a date its part of the pattern is left out with its brackets ("Batam - "); without a city nothing stands in
    front of the date; without both there is no dateline. A pattern that cannot be read gives way to the default one.
    """
    tokens = parse_or_default(office.dateline_pattern, Office().dateline_pattern)
    city = dateline.city.strip()
    if dateline.date is None:
        tokens = _without_date(tokens)
        if not city:
            return ""
    facts = PatternFacts(city=city, office=office_short_name(office), date=dateline.date)
    text = fill(tokens, facts)
    if not city:
        text = text.lstrip(_SEPARATORS)
    return text if any(char.isalnum() for char in text) else ""


def shows_date(pattern: str) -> bool:
    """Whether a dateline pattern shows any part of the date; False for one that cannot be read."""
    tokens = parse_pattern(pattern)
    return not isinstance(tokens, PatternError) and any(isinstance(part, Token) and part.is_date for part in tokens)


def _without_date(tokens: Tokens) -> Tokens:
    """Without everything from the first to the last date token, and without the brackets and comma around."""
    places = [i for i, part in enumerate(tokens) if isinstance(part, Token) and part.is_date]
    if not places:
        return tokens
    before, after = list(tokens[: places[0]]), list(tokens[places[-1] + 1 :])
    if before and isinstance(before[-1], str):
        before[-1] = before[-1].rstrip(" ,([")
    if after and isinstance(after[0], str):
        after[0] = after[0].lstrip(")]")
    return (*before, *after)
