import datetime as dt

from hypothesis import given
from hypothesis import strategies as st
import pytest

from humas_desk.release.number import NumberParts, number_text, read_number
from humas_desk.release.office import Office

OFFICE = Office(unit_code="K.JI-21")


@pytest.mark.parametrize(
    ("office", "number", "parts"),
    [
        (OFFICE, "021/HM/K.JI-21/08/2023", NumberParts(seq=21)),
        (OFFICE, "2571.1/HM/K.JI-21/08/2023", NumberParts(seq=2571, sub="1")),
        (Office(), "021/HM/08/2023", NumberParts(seq=21)),
        (Office(number_pattern="{code}/{seq:03}/{year}"), "HM.01/021/2023", NumberParts(seq=21)),
        (Office(number_pattern="{seq}-{seq}"), "21-21", NumberParts(seq=21)),
        (Office(number_pattern="{seq:03}.{unit}", unit_code="K.JI-21"), "021.K.JI-21", NumberParts(seq=21)),
        (
            Office(number_pattern="{seq:03}.{unit}", unit_code="K.JI-21"),
            "2571.1.K.JI-21",
            NumberParts(seq=2571, sub="1"),
        ),
        (OFFICE, "…/HM/K.JI-21/08/2023", None),
        (OFFICE, "000/HM/K.JI-21/08/2023", None),
        (OFFICE, "dua puluh satu", None),
        (OFFICE, "021/HM/" + "/" * 20_000, None),
        (Office(number_pattern="{year}"), "2023", None),
    ],
)
def test_the_running_number_is_read_from_a_printed_one(office: Office, number: str, parts: NumberParts | None) -> None:
    assert read_number(office, number) == parts


@given(seq=st.integers(1, 99_999), sub=st.sampled_from(["", "1", "12"]), unit=st.sampled_from(["", "K.JI-21", "01/2"]))
def test_every_number_the_office_writes_is_read_again(seq: int, sub: str, unit: str) -> None:
    office = Office(unit_code=unit)
    text = number_text(office, seq, sub, dt.date(2026, 5, 4))
    assert read_number(office, text) == NumberParts(seq=seq, sub=sub)
