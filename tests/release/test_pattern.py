"""Patterns, datelines, numbers and dates."""

import datetime as dt
import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st
import pytest

from humas_desk.release import dates
from humas_desk.release.dateline import DATELINE_PRESETS, dateline_text
from humas_desk.release.number import check_number, number_text
from humas_desk.release.office import Level, Office, office_short_name
from humas_desk.release.pattern import (
    ALLOWED,
    PatternError,
    PatternFacts,
    check_pattern,
    fill,
    parse_or_default,
    parse_pattern,
    to_english,
    to_indonesian,
)
from humas_desk.release.problems import ProblemCode
from humas_desk.release.release import Dateline

DAY = dt.date(2023, 8, 28)
OFFICE = Office(region="Kabupaten Contoh", city="Contoh", unit_code="K.JI-21")


def dateline(pattern: str, city: str = "Batam", day: dt.date | None = DAY) -> str:
    office = Office(region="Kabupaten Contoh", dateline_pattern=pattern)
    return dateline_text(Dateline(city=city, date=day), office)


@pytest.mark.parametrize(
    ("pattern", "text", "without_date", "without_city"),
    [
        ("{city} - ({day}/{month}) ", "Batam - (28/8) ", "Batam - ", "(28/8) "),
        ("{city} ({day:02}/{month:02}) - ", "Batam (28/08) - ", "Batam - ", "(28/08) - "),
        (
            "{CITY}, {weekday} ({day}/{month}/{year}) – ",
            "BATAM, Senin (28/8/2023) – ",
            "BATAM – ",
            "Senin (28/8/2023) – ",
        ),
        ("{city}, {day} {month:name} {year} - ", "Batam, 28 Agustus 2023 - ", "Batam - ", "28 Agustus 2023 - "),
        ("{city}, {day:02} {month:name} {year}. ", "Batam, 28 Agustus 2023. ", "Batam. ", "28 Agustus 2023. "),
        (
            "{city} – ({office}) – ",
            "Batam – (Bawaslu Kabupaten Contoh) – ",
            "Batam – (Bawaslu Kabupaten Contoh) – ",
            None,
        ),
        ("{city}, {day}-{month:roman}-{year:02} || ", "Batam, 28-VIII-23 || ", "Batam || ", None),
        ("{kota} - ({tgl}/{bulan}) ", "Batam - (28/8) ", "Batam - ", None),
        ("{KOTA}, {hari} {tgl:02} {bulan:nama} {tahun}: ", "BATAM, Senin 28 Agustus 2023: ", "BATAM: ", None),
        ("", "", "", ""),
        ("Siaran: ", "Siaran: ", "Siaran: ", None),
    ],
)
def test_a_dateline_follows_its_pattern(pattern: str, text: str, without_date: str, without_city: str | None) -> None:
    assert dateline(pattern) == text
    assert dateline(pattern, day=None) == without_date
    if without_city is not None:
        assert dateline(pattern, city=" ") == without_city


def test_the_default_dateline_is_the_founding_offices() -> None:
    assert dateline_text(Dateline(city="Batam", date=DAY), Office()) == "Batam - (28/8) "


def test_without_city_and_date_there_is_no_dateline() -> None:
    for preset in DATELINE_PRESETS:
        assert dateline(preset.pattern, city="", day=None) == ""


def test_every_preset_can_be_read_and_ends_with_a_space() -> None:
    for preset in DATELINE_PRESETS:
        assert not isinstance(parse_pattern(preset.pattern), PatternError)
        assert dateline(preset.pattern).endswith(" ") or not preset.pattern
    assert len({preset.name for preset in DATELINE_PRESETS}) == len(DATELINE_PRESETS)


def test_a_pattern_that_cannot_be_read_gives_way_to_the_default() -> None:
    assert dateline("{nonsense}") == "Batam - (28/8) "
    assert parse_or_default("{", "}") == ()


@pytest.mark.parametrize(
    ("pattern", "position", "found"),
    [
        ("{city} {wat} ", 7, "{wat}"),
        ("{city.__class__}", 0, "{city.__class__}"),
        ("{0}", 0, "{0}"),
        ("{}", 0, "{}"),
        ("Kota {", 5, "{"),
        ("Kota }", 5, "}"),
        ("{{city}}", 0, "{"),
        ("{city:02}", 0, "{city:02}"),
        ("{month:03}", 0, "{month:03}"),
    ],
)
def test_an_unknown_token_is_told_with_its_position_and_what_may_stand(pattern: str, position: int, found: str) -> None:
    error = parse_pattern(pattern)
    assert error == PatternError(position=position, found=found, allowed=ALLOWED)
    (problem,) = check_pattern(pattern, "dateline_pattern")
    assert problem.code is ProblemCode.PATTERN_INVALID
    assert dict(problem.values)["position"] == str(position + 1)


def test_all_contract_tokens_are_read() -> None:
    contract = (
        "{city} {CITY} {office} {weekday} {day} {day:02} {month} {month:02} {month:name} {month:roman} "
        "{year} {year:02} {seq:03} {code} {unit}"
    )
    assert set(contract.split()) <= set(ALLOWED)
    assert not isinstance(parse_pattern(contract), PatternError)
    assert not isinstance(parse_pattern("{kota} {hari} {tgl} {bulan} {tahun} {urut} {kode} {unit}"), PatternError)


def test_both_spellings_lead_to_each_other() -> None:
    english, indonesian = "{city} ({day:02}/{month:roman}) {seq:03}", "{kota} ({tgl:02}/{bulan:romawi}) {urut:03}"
    assert to_indonesian(english) == indonesian
    assert to_english(indonesian) == english
    assert to_english("{wat}") == "{wat}"


@given(st.text(st.sampled_from("{}:. cityday02"), max_size=20) | st.text(max_size=20))
def test_any_pattern_is_read_or_refused_and_never_evaluated(text: str) -> None:
    tokens = parse_pattern(text)
    if isinstance(tokens, PatternError):
        assert text[tokens.position :].startswith(tokens.found)
    else:
        assert isinstance(fill(tokens, PatternFacts(city="Batam", date=DAY)), str)
        assert to_english(to_indonesian(text)) == to_english(text)


@pytest.mark.parametrize(
    ("seq", "sub", "day", "number"),
    [
        (21, "", DAY, "021/HM/K.JI-21/08/2023"),
        (2571, "1", DAY, "2571.1/HM/K.JI-21/08/2023"),
        (None, "", DAY, "…/HM/K.JI-21/08/2023"),
        (7, "", None, "007/HM/K.JI-21"),
    ],
)
def test_a_number_follows_its_pattern(seq: int | None, sub: str, day: dt.date | None, number: str) -> None:
    assert number_text(OFFICE, seq, sub, day) == number


def test_a_missing_code_leaves_no_doubled_slash() -> None:
    assert number_text(Office(), 1, "", DAY) == "001/HM/08/2023"


def test_a_roman_month_as_in_the_spelling_guides_example() -> None:
    office = Office(number_pattern="{seq}/{code}/{month:roman}/{year}", class_code="PK")
    assert number_text(office, 7, "", dt.date(2022, 2, 1)) == "7/PK/II/2022"


@pytest.mark.parametrize("number", ["", " ", "…/HM/08/2023", "{seq}/HM", "1/HM\n2", "1" * 81])
def test_a_number_that_is_not_ready_is_told(number: str) -> None:
    (problem,) = check_number(number)
    assert (problem.place, problem.code) == ("number", ProblemCode.NUMBER_INVALID)


def test_a_real_number_passes() -> None:
    assert check_number("2571.1/KP.01.00/K1/08/2023") == ()


def test_dates_in_words() -> None:
    assert dates.long_date(DAY) == "28 Agustus 2023"
    assert dates.full_date(dt.date(2025, 10, 3)) == "Jumat, 3 Oktober 2025"
    assert [dates.weekday(dt.date(2023, 8, 28 + i)) for i in range(3)] == ["Senin", "Selasa", "Rabu"]
    assert [dates.month_name(month) for month in (1, 2, 11)] == ["Januari", "Februari", "November"]


@pytest.mark.parametrize(
    ("time", "shown"), [("10:00", "10.00"), ("8.05", "08.05"), ("selesai", "selesai"), ("25:00", "25:00"), ("", "")]
)
def test_the_clock_takes_a_dot(time: str, shown: str) -> None:
    assert dates.clock(time) == shown


def test_babel_waits_for_the_first_date_in_words() -> None:
    code = (
        "import sys, humas_desk.release.check, humas_desk.release.container, humas_desk.release.office_file;"
        "import humas_desk.photos.admit; print('babel' in sys.modules, 'pi_heif' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, encoding="utf-8")
    assert run.stdout.split() == ["False", "False"]


def test_an_office_names_itself_as_in_the_news() -> None:
    assert office_short_name(Office(region="Kabupaten Contoh")) == "Bawaslu Kabupaten Contoh"
    assert office_short_name(Office(level=Level.RI)) == "Bawaslu RI"
    assert office_short_name(Office()) == "Bawaslu"
