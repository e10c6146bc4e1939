"""Dates in Indonesian words. The names are CLDR's, which a test compares with Babel: its tables take 40 ms to read."""

import datetime as dt
import re

_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})")
_MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)
_WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
"""Monday first, as `date.weekday` counts."""
_OTHER_MONTHS = {"agt": 8, "ags": 8, "agst": 8, "nop": 11, "nopember": 11, "peb": 2, "pebruari": 2, "sept": 9}
_OTHER_WEEKDAYS = {"jum'at": 4, "ahad": 6}


def _with_short(names: tuple[str, ...], first: int) -> dict[str, int]:
    numbers = {name.lower(): number for number, name in enumerate(names, first)}
    return numbers | {name[:3]: number for name, number in numbers.items()}


_MONTH_NUMBERS = _with_short(_MONTHS, 1) | _OTHER_MONTHS
_WEEKDAY_NUMBERS = _with_short(_WEEKDAYS, 0) | _OTHER_WEEKDAYS


def month_number(word: str) -> int | None:
    """1–12 for a month's name, its first three letters or an older or other short form; None: no month."""
    return _MONTH_NUMBERS.get(word.lower())


def weekday_number(word: str) -> int | None:
    """Monday = 0, by name ("Jumat", "Jum’at", "Ahad") or its first three letters; None: no weekday."""
    return _WEEKDAY_NUMBERS.get(word.lower().replace("’", "'"))


def month_name(month: int) -> str:
    """Name of a month, 1–12: "Agustus"."""
    return _MONTHS[month - 1]


def weekday(day: dt.date) -> str:
    """Name of the day's weekday: "Senin"."""
    return _WEEKDAYS[day.weekday()]


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
