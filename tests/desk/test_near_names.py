import pytest

from humas_desk.archive.people import PersonRow
from humas_desk.desk.near_names import letters_off, near_names
from humas_desk.release.blocks import Paragraph, Quote
from humas_desk.release.person import Speaker
from humas_desk.release.release import Release

PEOPLE = (
    PersonRow(name="Dr. Siti Aminah, S.H.", variants=("Sitti Aminah",)),
    PersonRow(name="Riswan Hidayat"),
    PersonRow(name="Komang"),
)


def near(text: str) -> list[tuple[str, str]]:
    found = near_names(Release(blocks=(Paragraph(id="p", text=text),)), PEOPLE)
    assert all(text[name.start : name.end] == name.found for name in found)
    return [(name.found, name.meant) for name in found]


@pytest.mark.parametrize(
    ("one", "other", "off"),
    [("kata", "kata", 0), ("kata", "kaat", 1), ("kata", "kat", 1), ("kata", "akata", 1), ("kata", "meja", 3), ("a", "abcdef", 3)],
)  # fmt: skip
def test_letters_are_counted(one: str, other: str, off: int) -> None:
    assert letters_off(one, other, 2) == off == letters_off(other, one, 2)


def test_a_name_one_or_two_letters_off_is_pointed_out() -> None:
    assert near("Ketua Siti Amimah hadir bersama Riswan Hidayta.") == [
        ("Siti Amimah", "Siti Aminah"),
        ("Riswan Hidayta", "Riswan Hidayat"),
    ]


@pytest.mark.parametrize(
    "text",
    ["Siti Aminah hadir.", "Sitti Aminah hadir.", "SITI AMINAH", "Riswan, Hidayt", "siti amimah", "Budi Santoso", ""],
)
def test_right_names_other_names_and_no_names_are_left_alone(text: str) -> None:
    assert near(text) == []


def test_the_speaker_of_a_quote_is_looked_at_too() -> None:
    release = Release(blocks=(Quote(id="q", text="Ya", speaker=Speaker(name="Riswam Hidayat, S.H.")),))
    (found,) = near_names(release, PEOPLE)
    assert (found.place, found.found, found.meant) == ("blocks[0].speaker.name", "Riswam Hidayat", "Riswan Hidayat")
