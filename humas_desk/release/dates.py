"""Dates in Indonesian words. The one place with Babel; its tables are read at the first use, not at start."""

import datetime as dt
from functools import cache
import re

_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})")


@cache
def _names() -> tuple[dict[int, str], dict[int, str]]:
    """Month names by 1–12 and weekday names by Monday = 0."""
    from babel.core import Locale

    locale = Locale("id")
    return dict(locale.months["format"]["wide"]), dict(locale.days["format"]["wide"])


def month_name(month: int) -> str:
    """Name of a month, 1–12: "Agustus"."""
    return _names()[0][month]


def weekday(day: dt.date) -> str:
    """Name of the day's weekday: "Senin"."""
    return _names()[1][day.weekday()]


def long_date(day: dt.date) -> str:
    """Such as "28 Agustus 2023"."""
    return f"{day.day} {month_name(day.month)} {day.year}"


def full_date(day: dt.date) -> str:
    """Such as "Senin, 28 Agustus 2023"."""
    return f"{weekday(day)}, {long_date(day)}"


def clock(time: str) -> str:
    """Such as "10.00" for "10:00" (EYD V, tanda titik 7); anything that is no time as typed."""
    match = _CLOCK.fullmatch(time.strip())
    if match is None or int(match[1]) > 24 or int(match[2]) > 59:
        return time
    return f"{int(match[1]):02}.{match[2]}"
