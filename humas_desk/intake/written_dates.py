"""Dates as drafts write them: "(28/8)", "Senin (20/10/2025)", "Senin tanggal 6 Oktober 2025", "28-29 November 2025"."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
import datetime as dt
import re

from humas_desk.release.dates import month_number, weekday_number

_WEEKDAYS = r"Senin|Selasa|Rabu|Kamis|Jum['’]?at|Sabtu|Minggu|Ahad"
_MONTHS = (
    r"Januari|Februari|Pebruari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Nopember|Desember"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Agt|Agst|Ags|Sept|Sep|Okt|Nov|Nop|Des"
)
DATE = (
    rf"(?:\b(?P<weekday>{_WEEKDAYS})\b(?:\s+(?:hingga|sampai|dan|s\.?d\.?|-|–)\s+(?:{_WEEKDAYS})\b)?,?\s*)?(?:(?:pada\s+)?(?:tanggal|tgl\.?)\s+)?"
    r"(?P<open>[(\[]\s*)?"
    r"(?:(?P<day>\d{1,2})(?:\s?(?:-|–|hingga|sampai|s\.?d\.?|dan)\s?\d{1,2})?(?:\s*(?P<mark>[/.\-])\s*(?P<month>\d{1,2})(?:\s*(?P=mark)\s*(?P<year>\d{4}|\d{2}))?(?!\d)"
    rf"|[\s\-]+(?P<name>(?:{_MONTHS})\b)\.?(?:[\s\-]+(?P<named_year>\d{{4}}))?)"
    r"|(?P<iso_year>\d{4})-(?P<iso_month>\d{2})-(?P<iso_day>\d{2}))"
    r"(?(open)\s*[)\]])"
)
"""A day with its month at least; an opening bracket is closed again."""
_DATE = re.compile(rf"(?<![\w/.]){DATE}", re.IGNORECASE)
_RECENT_DAYS = 90
"""A day no longer ago is meant whatever weekday stands beside it; one longer ago may be of the year that has it."""
_WEEKDAY_YEARS = 3
_AHEAD_DAYS = 2
"""So many days after today a date without a year is still of this year: a draft written ahead."""


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """One mention of a day."""

    start: int
    end: int
    day: int
    month: int
    year: int | None = None
    weekday: int | None = None
    """Monday = 0; None: not said."""
    swapped: bool = False
    """True: month and day stood the other way round."""

    def on(self, today: dt.date, years: Mapping[tuple[int, int], int] | None = None) -> dt.date | None:
        """The day that is meant; without a year that of `years` (by day and month), else the last one before today.

        None: no calendar has it.
        """
        year = self.year or (years or {}).get((self.day, self.month))
        if year is not None:
            return _calendar(year, self.month, self.day)
        latest = today + dt.timedelta(days=_AHEAD_DAYS) if today.year < dt.MAXYEAR else today
        tried = (_calendar(year, self.month, self.day) for year in range(latest.year, max(0, latest.year - 9), -1))
        days = [day for day in tried if day is not None and day <= latest]
        if not days or self.weekday is None or (today - days[0]).days <= _RECENT_DAYS:
            return days[0] if days else None
        return next((day for day in days[:_WEEKDAY_YEARS] if day.weekday() == self.weekday), days[0])


def dates_in(text: str) -> Iterator[WrittenDate]:
    """All mentions in order."""
    return (date for match in _DATE.finditer(text) if (date := read_match(match)) is not None)


def years_of(dates: Iterable[WrittenDate]) -> dict[tuple[int, int], int]:
    """The year of each day and month that is mentioned in full; the first one counts."""
    years: dict[tuple[int, int], int] = {}
    for date in dates:
        if date.year:
            years.setdefault((date.day, date.month), date.year)
    return years


def read_match(match: re.Match[str]) -> WrittenDate | None:
    """What a match of `DATE` says; None: no day or month has that number."""
    year_text = match["year"] or match["named_year"] or match["iso_year"]
    year = int(year_text) if year_text else None
    if year is not None and year < 100:
        year += 2000
    day = int(match["day"] or match["iso_day"])
    month = month_number(match["name"]) if match["name"] else int(match["month"] or match["iso_month"])
    if month is None:
        return None
    swapped = month > 12 >= day
    if swapped:
        day, month = month, day
    if not (1 <= month <= 12 and 1 <= day <= 31) or year == 0:
        return None
    weekday = weekday_number(match["weekday"].replace("’", "'")) if match["weekday"] else None
    if match["weekday"] and match["weekday"].lower().startswith("jum"):
        weekday = 4
    return WrittenDate(match.start(), match.end(), day, month, year, weekday, swapped)


def _calendar(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
