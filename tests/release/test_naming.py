"""File names."""

from dataclasses import replace
import datetime as dt

from hypothesis import given
from hypothesis import strategies as st
import pytest

from humas_desk.release.filename import is_bare_name, safe_name
from humas_desk.release.naming import MAX_STEM, file_stem
from humas_desk.release.release import Dateline, Kind, Release

RELEASE = Release(title="Bawaslu Contoh Ikuti Rakornas", dateline=Dateline(date=dt.date(2023, 8, 28)))


def test_a_stem_is_the_day_and_the_title() -> None:
    assert file_stem(RELEASE) == "2023-08-28 Bawaslu Contoh Ikuti Rakornas"
    assert file_stem(replace(RELEASE, released=dt.date(2023, 8, 29))).startswith("2023-08-29 ")


@pytest.mark.parametrize(
    ("title", "stem"),
    [
        ("Apa: “Kawal” *Pemilu*?", "Apa “Kawal” Pemilu"),
        ('a/b\\c<d>e|f"g*', "a b c d e f g"),
        ("CON", "_CON"),
        ("com1.txt", "_com1.txt"),
        ("Selesai ...", "Selesai"),
        ("...", "rilis-berita"),
        ("", "rilis-berita"),
        ("a\nb\tc", "a b c"),
    ],
)
def test_a_title_becomes_a_name_that_every_system_takes(title: str, stem: str) -> None:
    assert file_stem(Release(title=title)) == stem


def test_a_long_title_is_cut_at_a_word() -> None:
    stem = file_stem(replace(RELEASE, title="Bawaslu Contoh " * 20))
    assert len(stem) <= MAX_STEM
    assert stem.endswith(("Bawaslu", "Contoh"))


def test_nothing_to_name_takes_the_kind() -> None:
    assert file_stem(Release(kind=Kind.INVITATION)) == "undangan-media"


@given(st.text(max_size=200) | st.text("😀a", min_size=90, max_size=200))
def test_any_title_gives_a_bare_name_with_room_for_more(title: str) -> None:
    stem = file_stem(Release(title=title))
    assert is_bare_name(f"{stem} (2).docx")
    assert len(stem.encode("utf-8")) <= 200
    assert safe_name(stem) == stem


@pytest.mark.parametrize("name", ["foto-1.jpg", "Foto apel (2).jpeg", "ñ.png", "a..b", "console.jpg"])
def test_a_bare_name_passes(name: str) -> None:
    assert is_bare_name(name)


@pytest.mark.parametrize("name", ["", ".", "..", "a/b", "a\\b", "c:", "c:a", "con", "AUX.jpg", "com¹", "a ", " a", "a.", "a?", "a\x7f", "\u202ea"])  # fmt: skip
def test_a_name_that_is_more_or_less_than_a_name_fails(name: str) -> None:
    assert not is_bare_name(name)
