import datetime as dt

import pytest

from humas_desk.desk.shown_dates import long_date, shown_moment


def test_a_day_is_said_in_words() -> None:
    assert long_date(dt.date(2023, 8, 28)) == "28 Agustus 2023"


@pytest.mark.parametrize(
    ("until", "said"),
    [
        ("2026-05-04T09:30", "Senin, 4 Mei 2026, 09.30 WIB"),
        ("2026-05-04", "Senin, 4 Mei 2026 WIB"),
        ("besok", "besok"),
        ("", ""),
    ],
)
def test_a_moment_is_said_with_its_weekday_and_zone(until: str, said: str) -> None:
    assert shown_moment(until, "WIB") == said
