"""Dates and times as people type them.

A date without a year is the one nearest to today, before or after it (exactly between two, the earlier one); a bare weekday
likewise, which is at most three days away. "lalu" and "depan" after a weekday ask for the one before and after today.
Two digits of a year are of this century. What the weekday before a full date says is not looked at: it is computed.
"""

from collections.abc import Callable, Iterator
import datetime as dt
import re

from humas_desk.release.dates import full_date, month_number, weekday_number

_ISO = r"(\d{4})-(\d{1,2})-(\d{1,2})"
_NUMBERS = r"(\d{1,2})\s*[/.\-\s]\s*(\d{1,2})(?:\s*[/.\-\s]\s*(\d{4}|\d{2}))?"
_WORDS = r"(?:[a-z’']+,?\s+)?(\d{1,2})[\s\-]*([a-z]{3,9})\.?(?:[\s\-]*(\d{4}|\d{2}))?"
_WEEKDAY = r"([a-z’']+)(?:\s+(lalu|kemarin|depan|besok|ini))?"
_CLOCK = r"(\d{1,2})(?:[.:](\d{2}))?"
"""Compiled when somebody types a date, not while the window opens."""
_FROM_TODAY = {
    "hari ini": 0, "kini": 0, "sekarang": 0,
    "besok": 1, "esok": 1, "lusa": 2,
    "kemarin": -1, "kemarin dulu": -2, "kemarin lusa": -2,
}  # fmt: skip
_LEAP_YEARS = 8
"""29 February is at most this many years away."""


def typed_date(text: str, today: dt.date | None = None) -> dt.date | None:
    """The day meant by "28/8/2023", "28-8-23", "28/8", "28 agt 2023", "28 agustus", "senin", "besok", "kemarin", "hari ini".

    None: not a date. `today`: on the writer's calendar; None: this computer's.
    """
    today = today or dt.date.today()
    cleaned = " ".join(text.strip().lower().replace("’", "'").split())
    forms: tuple[Callable[[str, dt.date], dt.date | None], ...] = (_said, _iso, _numbers, _words, _weekday)
    return next((day for form in forms if (day := form(cleaned, today)) is not None), None)


def short_date(day: dt.date) -> str:
    """The day as it is typed: "28/8/2023"."""
    return f"{day.day}/{day.month}/{day.year:04}"


def shown_date(day: dt.date | None) -> str:
    """The day as it is read, with its weekday: "Senin, 28 Agustus 2023"; empty for None."""
    return full_date(day) if day else ""


def typed_time(text: str) -> str | None:
    """ "HH:MM" for "9.30", "09:30" or "9"; None: not a time of day."""
    match = re.fullmatch(_CLOCK, text.strip())
    if match is None or int(match[1]) > 23 or int(match[2] or 0) > 59:
        return None
    return f"{int(match[1]):02}:{int(match[2] or 0):02}"


def _said(text: str, today: dt.date) -> dt.date | None:
    return _moved(today, _FROM_TODAY[text]) if text in _FROM_TODAY else None


def _iso(text: str, _today: dt.date) -> dt.date | None:
    match = re.fullmatch(_ISO, text)
    return _day(int(match[3]), int(match[2]), int(match[1])) if match else None


def _numbers(text: str, today: dt.date) -> dt.date | None:
    match = re.fullmatch(_NUMBERS, text)
    return _dated(int(match[1]), int(match[2]), match[3], today) if match else None


def _words(text: str, today: dt.date) -> dt.date | None:
    match = re.fullmatch(_WORDS, text)
    return _dated(int(match[1]), month_number(match[2]) or 0, match[3], today) if match else None


def _weekday(text: str, today: dt.date) -> dt.date | None:
    match = re.fullmatch(_WEEKDAY, text)
    number = weekday_number(match[1]) if match else None
    if match is None or number is None:
        return None
    ahead = (number - today.weekday()) % 7
    match match[2]:
        case "lalu" | "kemarin":
            return _moved(today, ahead - 7)
        case "depan" | "besok":
            return _moved(today, ahead or 7)
        case _:
            return _moved(today, ahead if ahead <= 3 else ahead - 7)


def _dated(day: int, month: int, year: str | None, today: dt.date) -> dt.date | None:
    """The day of that year; without one, the nearest to today."""
    if year is not None:
        return _day(day, month, int(year) if len(year) == 4 else today.year // 100 * 100 + int(year))
    return min(_in_years(day, month, today), key=lambda found: (abs(found - today), found), default=None)


def _in_years(day: int, month: int, today: dt.date) -> Iterator[dt.date]:
    for year in range(today.year - _LEAP_YEARS, today.year + _LEAP_YEARS + 1):
        found = _day(day, month, year)
        if found is not None:
            yield found


def _day(day: int, month: int, year: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _moved(today: dt.date, days: int) -> dt.date | None:
    try:
        return today + dt.timedelta(days=days)
    except OverflowError:
        return None
