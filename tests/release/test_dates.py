"""The names of months and weekdays are those of CLDR."""

import datetime as dt

from babel.core import Locale

from humas_desk.release import dates


def test_months_and_weekdays_are_called_as_in_cldr() -> None:
    locale = Locale("id")
    assert {month: dates.month_name(month) for month in range(1, 13)} == dict(locale.months["format"]["wide"])
    monday = dt.date(2026, 5, 4)
    week = {number: dates.weekday(monday + dt.timedelta(days=number)) for number in range(7)}
    assert week == dict(locale.days["format"]["wide"])
