from dataclasses import replace
import sqlite3

import pytest

from humas_desk.archive.archive import Archive
from humas_desk.archive.revisions import cut, is_due, load_revision, revisions, thin
from humas_desk.archive.search import search
from humas_desk.archive.store import keep_live
from humas_desk.archive.values import Search, Why
from humas_desk.desk.counting import count_text
from humas_desk.errors import ArchiveDamaged, FileMissing
from tests.archive.conftest import Calendar
from tests.desk.makes import a_picture, a_release


def keep_and_cut(archive: Archive, title: str, why: Why = Why.TIME, who: str = "dl") -> int:
    keep_live(archive, a_release(title), {})
    return cut(archive, a_release(title), why, who)


def titles(archive: Archive) -> list[str]:
    return [load_revision(archive, revision.id).release.title for revision in revisions(archive, "r1")]


def test_a_revision_says_who_when_why_and_comes_back_with_its_pictures(archive: Archive, calendar: Calendar) -> None:
    picture = a_picture()
    keep_live(archive, a_release(), {"foto.jpg": picture})
    number = cut(archive, a_release(), Why.EXPORT, "dl")
    (revision,) = revisions(archive, "r1")
    assert (revision.id, revision.who, revision.why, revision.kept) == (number, "dl", Why.EXPORT, True)
    assert (revision.at, len(revision.sha256)) == (calendar(), 64)
    assert revision.words == 9
    stored = load_revision(archive, number)
    assert (stored.release, stored.images) == (a_release(), {"foto.jpg": picture})


def test_a_version_has_as_many_words_as_stand_under_the_window(archive: Archive) -> None:
    keep_and_cut(archive, "Judul yang Panjang Sekali")
    assert revisions(archive, "r1")[0].words == count_text(a_release("Judul yang Panjang Sekali")).words


def test_the_live_row_goes_on_and_the_revision_stays(archive: Archive) -> None:
    keep_and_cut(archive, "Dahulu")
    keep_and_cut(archive, "Sekarang")
    assert titles(archive) == ["Sekarang", "Dahulu"]


def test_working_revisions_are_due_after_five_minutes(archive: Archive, calendar: Calendar) -> None:
    keep_live(archive, a_release(), {})
    assert not is_due(archive, "r1")
    calendar.pass_by(minutes=5)
    assert is_due(archive, "r1")
    cut(archive, a_release(), Why.TIME, "")
    assert not is_due(archive, "r1")
    calendar.pass_by(hours=-3)
    assert is_due(archive, "r1")


def test_the_same_text_makes_no_second_working_revision_but_an_exported_one(archive: Archive) -> None:
    assert keep_and_cut(archive, "Sama") == keep_and_cut(archive, "Sama", Why.CLOSE)
    keep_and_cut(archive, "Sama", Why.EXPORT)
    assert [revision.why for revision in revisions(archive, "r1")] == [Why.EXPORT, Why.TIME]


def test_earlier_days_thin_out_to_one_a_day_and_a_year_later_to_none(archive: Archive, calendar: Calendar) -> None:
    for day in range(3):
        for hour in range(3):
            keep_and_cut(archive, f"Hari {day} jam {hour}")
            calendar.pass_by(hours=1)
        calendar.pass_by(hours=21)
    calendar.pass_by(days=-1)
    assert thin(archive) == 4
    assert titles(archive) == ["Hari 2 jam 2", "Hari 2 jam 1", "Hari 2 jam 0", "Hari 1 jam 2", "Hari 0 jam 2"]
    assert thin(archive) == 0
    calendar.pass_by(days=400)
    thin(archive)
    assert titles(archive) == []


@pytest.mark.parametrize("why", [Why.EXPORT, Why.FINAL, Why.APPROVAL])
def test_kept_revisions_stay_for_ever_and_cannot_change(archive: Archive, calendar: Calendar, why: Why) -> None:
    number = keep_and_cut(archive, "Terkirim", why)
    calendar.pass_by(days=4000)
    thin(archive)
    assert titles(archive) == ["Terkirim"]
    for wrong in ("DELETE FROM revisions", "UPDATE revisions SET kept = 0", "UPDATE revisions SET who = 'x'"):
        with pytest.raises(sqlite3.IntegrityError):
            archive.database.run(wrong)
    with pytest.raises(sqlite3.IntegrityError):
        archive.database.run("DELETE FROM releases")
    assert load_revision(archive, number).release.title == "Terkirim"


def test_a_revision_that_was_changed_behind_our_back_is_named(archive: Archive) -> None:
    number = keep_and_cut(archive, "Terkirim", Why.EXPORT)
    archive.database.run("DROP TRIGGER revisions_never_change")
    archive.database.run("UPDATE revisions SET content = CAST(replace(CAST(content AS TEXT), 'T', 'X') AS BLOB)")
    with pytest.raises(ArchiveDamaged):
        load_revision(archive, number)


def test_what_is_not_there_has_a_name(archive: Archive) -> None:
    with pytest.raises(FileMissing):
        load_revision(archive, 7)
    with pytest.raises(FileMissing):
        cut(archive, a_release(), Why.TIME, "")


def test_a_cut_puts_the_words_of_that_moment_into_the_search(archive: Archive) -> None:
    keep_and_cut(archive, "Perahu kotak suara")
    keep_live(archive, replace(a_release(), title="Gerobak"), {})
    assert [row.title for row in search(archive, Search(words="gero"))] == ["Gerobak"]
    assert search(archive, Search(words="perahu")) == ()
