import datetime as dt

from hypothesis import given
from hypothesis import strategies as st
import pytest

from humas_desk.desk.typed_dates import short_date, shown_date, typed_date, typed_time

WEDNESDAY = dt.date(2023, 8, 30)
NEW_YEAR = dt.date(2024, 1, 2)


@pytest.mark.parametrize(
    "text",
    [
        "28/8/2023",
        " 28-08-2023 ",
        "28.8.2023",
        "28 8 2023",
        "28/8/23",
        "28/8",
        "28-8",
        "28.8",
        "2023-08-28",
        "28 Agustus 2023",
        "28 agustus",
        "28 agt 2023",
        "28 Agt. 2023",
        "28 ags 23",
        "28agt2023",
        "28-Agu-2023",
        "Senin, 28 Agustus 2023",
        "senin 28 agustus",
        "Selasa, 28 Agustus 2023",
        "senin",
        "SEN",
        "senin lalu",
        "senin  kemarin",
        "kemarin dulu",
    ],
)
def test_a_day_is_understood_however_it_is_typed(text: str) -> None:
    assert typed_date(text, WEDNESDAY) == dt.date(2023, 8, 28)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("hari ini", 0),
        ("Sekarang", 0),
        ("besok", 1),
        ("esok", 1),
        ("lusa", 2),
        ("kemarin", -1),
        ("rabu", 0),
        ("rabu ini", 0),
        ("rabu lalu", -7),
        ("rabu depan", 7),
        ("kamis", 1),
        ("Jum’at", 2),
        ("jumat", 2),
        ("sabtu", 3),
        ("minggu", -3),
        ("ahad", -3),
        ("senin depan", 5),
        ("kamis lalu", -6),
    ],
)
def test_words_are_counted_from_today(text: str, days: int) -> None:
    assert typed_date(text, WEDNESDAY) == WEDNESDAY + dt.timedelta(days=days)


@pytest.mark.parametrize(
    ("text", "today", "day"),
    [
        ("30/12", NEW_YEAR, dt.date(2023, 12, 30)),
        ("5 jan", dt.date(2023, 12, 30), dt.date(2024, 1, 5)),
        ("29/2", dt.date(2023, 1, 1), dt.date(2024, 2, 29)),
        ("29 feb", dt.date(2026, 5, 4), dt.date(2028, 2, 29)),
        ("29/2", dt.date(2100, 2, 27), dt.date(2096, 2, 29)),
        ("2/7", dt.date(2024, 1, 1), dt.date(2023, 7, 2)),
        ("2 nop", NEW_YEAR, dt.date(2023, 11, 2)),
    ],
)
def test_without_a_year_it_is_the_nearest_such_day(text: str, today: dt.date, day: dt.date) -> None:
    assert typed_date(text, today) == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "28",
        "31/2/2023",
        "31/4",
        "0/5",
        "28 Augu 2023",
        "28 a 2023",
        "8/28/2023",
        "28/8/2",
        "28/8/202",
        "hari",
        "seni",
    ],
)
def test_what_is_no_day_is_none(text: str) -> None:
    assert typed_date(text, WEDNESDAY) is None


@given(st.dates(dt.date(1000, 1, 1)), st.dates())
def test_what_is_shown_is_understood_again(day: dt.date, today: dt.date) -> None:
    assert typed_date(shown_date(day), today) == day
    assert typed_date(short_date(day), today) == day
    assert typed_date(day.isoformat(), today) == day


@given(st.dates(dt.date(1900, 1, 1), dt.date(2200, 1, 1)), st.dates(dt.date(1900, 1, 1), dt.date(2200, 1, 1)))
def test_a_day_and_month_are_at_most_half_a_year_away(day: dt.date, today: dt.date) -> None:
    found = typed_date(f"{day.day}/{day.month}", today)
    assert found is not None
    assert (found.day, found.month) == (day.day, day.month)
    assert abs(found - today) <= dt.timedelta(days=183 if (day.day, day.month) != (29, 2) else 4 * 366)


@given(st.text(st.sampled_from("0123456789/-. senibkrm'")), st.dates())
def test_nothing_that_is_typed_is_an_error(text: str, today: dt.date) -> None:
    found = typed_date(text, today)
    assert found is None or isinstance(found, dt.date)


def test_without_today_the_computers_is_taken() -> None:
    assert typed_date("hari ini") in {dt.date.today(), dt.date.today() - dt.timedelta(days=1)}


@pytest.mark.parametrize(("text", "time"), [("9.30", "09:30"), ("09:30", "09:30"), ("9", "09:00"), ("23.59", "23:59")])
def test_a_time_is_kept_with_two_digits(text: str, time: str) -> None:
    assert typed_time(text) == time


@pytest.mark.parametrize("text", ["", "25.00", "9.60", "9.3", "pagi"])
def test_what_is_no_time_is_none(text: str) -> None:
    assert typed_time(text) is None
