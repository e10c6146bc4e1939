"""Days and moments as the form says them."""

import datetime as dt

from humas_desk.release import dates


def long_date(day: dt.date) -> str:
    """The day in words, without its weekday: "28 Agustus 2023"."""
    return dates.long_date(day)


def shown_moment(until: str, zone: str) -> str:
    """ "Senin, 4 Mei 2026, 09.30 WIB" for an embargo's "2026-05-04T09:30"; what cannot be read as it stands."""
    day, _between, time = until.partition("T")
    try:
        said = [dates.full_date(dt.date.fromisoformat(day)), dates.clock(time)]
    except ValueError:
        return until
    return f"{', '.join(part for part in said if part)} {zone}"


def month_name(number: int) -> str:
    """The month in words: "Agustus" for 8."""
    return dates.month_name(number)
