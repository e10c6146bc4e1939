from dataclasses import replace
import datetime as dt

import pytest

from humas_desk.archive.archive import Archive
from humas_desk.archive.people import PersonRow, PositionRow, people, remember, remove_person, save_person
from humas_desk.release.person import Speaker
from tests.archive.conftest import Calendar

DAY = dt.date(2026, 5, 4)


def names(archive: Archive) -> list[str]:
    return [person.name for person in people(archive)]


def test_people_who_were_quoted_are_remembered_the_latest_first(archive: Archive, calendar: Calendar) -> None:
    remember(archive, [Speaker(name="Riswan", position="Anggota")])
    calendar.pass_by(minutes=1)
    remember(archive, [Speaker(name="Sulastri", position="Ketua"), Speaker(name="  ")])
    assert names(archive) == ["Sulastri", "Riswan"]
    assert people(archive)[0].position_on(DAY) == "Ketua"
    assert people(archive)[0].used_at == calendar()


def test_the_same_name_with_degrees_is_the_same_person(archive: Archive) -> None:
    remember(archive, [Speaker(name="Siti Aminah", short="Aminah")])
    remember(archive, [Speaker(name="Dr. Siti Aminah, S.H.", position="Ketua")])
    remember(archive, [Speaker(name="siti aminah", position="ketua")])
    (person,) = people(archive)
    assert (person.name, person.short) == ("Dr. Siti Aminah, S.H.", "Aminah")
    assert [row.position for row in person.positions] == ["Ketua"]


def test_a_new_position_is_added_and_the_one_of_the_day_is_given(archive: Archive) -> None:
    remember(archive, [Speaker(name="Sulastri", position="Anggota")])
    remember(archive, [Speaker(name="Sulastri", position="Ketua")])
    (person,) = people(archive)
    positions = (
        PositionRow(position="Anggota", until=dt.date(2025, 12, 31)),
        PositionRow(position="Ketua", since=dt.date(2026, 1, 1)),
    )
    assert save_person(archive, replace(person, positions=positions)) == person.id
    (person,) = people(archive)
    assert person.positions == positions
    assert person.position_on(dt.date(2025, 12, 31)) == "Anggota"
    assert person.position_on(dt.date(2026, 1, 1)) == "Ketua"
    assert PersonRow(name="x").position_on(DAY) == ""


def test_another_right_spelling_is_the_same_person(archive: Archive) -> None:
    save_person(archive, PersonRow(name="Sulastri", variants=("Soelastri",)))
    remember(archive, [Speaker(name="Soelastri", position="Ketua")])
    (person,) = people(archive)
    assert (person.name, person.position_on(DAY)) == ("Sulastri", "Ketua")


def test_a_line_is_changed_and_taken_out(archive: Archive) -> None:
    number = save_person(archive, PersonRow(name="Sulastri"))
    save_person(archive, PersonRow(id=number, name="Sulastri, S.H.", short="Lastri"))
    (person,) = people(archive)
    assert (person.name, person.short, person.used_at) == ("Sulastri, S.H.", "Lastri", None)
    for wrong in (PersonRow(name=" "), PersonRow(name="SULASTRI")):
        with pytest.raises(ValueError, match="name"):
            save_person(archive, wrong)
    remove_person(archive, number)
    assert people(archive) == ()


def test_spellings_that_a_damaged_file_does_not_hold_are_none(archive: Archive) -> None:
    save_person(archive, PersonRow(name="Sulastri", variants=("Soelastri",)))
    archive.database.run("UPDATE people SET variants = '[spoiled'")
    assert [person.variants for person in people(archive)] == [()]
