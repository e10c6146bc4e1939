"""Dates and times as people type them."""

import datetime as dt
import re

from humas_desk.release import dates
from humas_desk.release.dates import full_date, month_name

_NUMBERS = re.compile(r"(\d{1,2})\s*[/.\-\s]\s*(\d{1,2})\s*[/.\-\s]\s*(\d{4})")
_WORDS = re.compile(r"(?:[a-z’']+,?\s+)?(\d{1,2})\s+([a-z]{3,9})\s+(\d{4})")
_CLOCK = re.compile(r"(\d{1,2})(?:[.:](\d{2}))?")


def typed_date(text: str) -> dt.date | None:
    """The day meant by "28/8/2023", "28-08-2023", "28 Agustus 2023" or "Senin, 28 Agt 2023"; None: not a date."""
    cleaned = text.strip().lower()
    numbers = _NUMBERS.fullmatch(cleaned)
    if numbers is not None:
        return _day(int(numbers[1]), int(numbers[2]), int(numbers[3]))
    words = _WORDS.fullmatch(cleaned)
    if words is None:
        return None
    return _day(int(words[1]), _month(words[2]), int(words[3]))


def short_date(day: dt.date) -> str:
    """The day as it is typed: "28/8/2023"."""
    return f"{day.day}/{day.month}/{day.year}"


def shown_date(day: dt.date | None) -> str:
    """The day as it is read, with its weekday: "Senin, 28 Agustus 2023"; empty for None."""
    return full_date(day) if day else ""


def long_date(day: dt.date) -> str:
    """The day in words, without its weekday: "28 Agustus 2023"."""
    return dates.long_date(day)


def shown_moment(until: str, zone: str) -> str:
    """ "Senin, 4 Mei 2026, 09.30 WIB" for an embargo's "2026-05-04T09:30"; what cannot be read as it stands."""
    day, _between, time = until.partition("T")
    try:
        return (
            ", ".join(part for part in (full_date(dt.date.fromisoformat(day)), dates.clock(time)) if part) + f" {zone}"
        )
    except ValueError:
        return until


def typed_time(text: str) -> str | None:
    """ "HH:MM" for "9.30", "09:30" or "9"; None: not a time of day."""
    match = _CLOCK.fullmatch(text.strip())
    if match is None or int(match[1]) > 23 or int(match[2] or 0) > 59:
        return None
    return f"{int(match[1]):02}:{int(match[2] or 0):02}"


def _month(word: str) -> int:
    """1–12 by the first three letters of the month's name ("agt" too); 0: none."""
    names = [month_name(number).lower() for number in range(1, 13)]
    if word == "agt":
        return 8
    return next((number for number, name in enumerate(names, 1) if name == word or name[:3] == word), 0)


def _day(day: int, month: int, year: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
