import datetime as dt

from hypothesis import given
from hypothesis import strategies as st
import pytest

from humas_desk.desk.typed_dates import short_date, shown_date, typed_date, typed_time


@pytest.mark.parametrize(
    "text",
    ["28/8/2023", " 28-08-2023 ", "28.8.2023", "28 8 2023", "28 Agustus 2023", "28 agt 2023", "Senin, 28 Agustus 2023"],
)
def test_a_day_is_understood_however_it_is_typed(text: str) -> None:
    assert typed_date(text) == dt.date(2023, 8, 28)


@pytest.mark.parametrize("text", ["", "28/8", "28/8/23", "31/2/2023", "28 Augu 2023", "Senin", "8/28/2023"])
def test_what_is_no_day_is_none(text: str) -> None:
    assert typed_date(text) is None


@given(st.dates(dt.date(1000, 1, 1)))
def test_what_is_shown_is_understood_again(day: dt.date) -> None:
    assert typed_date(shown_date(day)) == day
    assert typed_date(short_date(day)) == day


@pytest.mark.parametrize(("text", "time"), [("9.30", "09:30"), ("09:30", "09:30"), ("9", "09:00"), ("23.59", "23:59")])
def test_a_time_is_kept_with_two_digits(text: str, time: str) -> None:
    assert typed_time(text) == time


@pytest.mark.parametrize("text", ["", "25.00", "9.60", "9.3", "pagi"])
def test_what_is_no_time_is_none(text: str) -> None:
    assert typed_time(text) is None
