from collections.abc import Callable
from dataclasses import replace
import datetime as dt

import pytest

from humas_desk.archive.archive import Archive
from humas_desk.archive.store import has, keep_live, last_open, load, set_open
from humas_desk.archive.values import Status
from humas_desk.errors import ArchiveDamaged, FileMissing
from humas_desk.photos.image import Image
from humas_desk.release.release import Dateline
from tests.archive.conftest import Calendar
from tests.desk.makes import a_picture, a_release


@pytest.fixture(scope="module")
def picture() -> Image:
    return a_picture()


def test_what_is_kept_comes_back_whole_after_a_restart(
    archive: Archive, reopen: Callable[[], Archive], picture: Image, calendar: Calendar
) -> None:
    keep_live(archive, a_release(), {"foto.jpg": picture})
    stored = last_open(reopen())
    assert stored is not None
    assert (stored.release, stored.images) == (a_release(), {"foto.jpg": picture})
    assert (stored.status, stored.changed_at) == (Status.DRAFT, calendar())


def test_nothing_is_open_in_a_new_archive(archive: Archive) -> None:
    assert last_open(archive) is None
    assert not has(archive, "r1")
    with pytest.raises(FileMissing):
        load(archive, "r1")


def test_a_release_has_one_live_row_and_the_one_kept_last_is_open(archive: Archive) -> None:
    for title in ("Satu", "Dua"):
        keep_live(archive, a_release(title), {})
    keep_live(archive, replace(a_release("Lain"), id="r2"), {})
    assert archive.database.one("SELECT count(*) FROM live") == (2,)
    stored = last_open(archive)
    assert stored is not None
    assert stored.release.title == "Lain"
    assert load(archive, "r1").release.title == "Dua"
    set_open(archive, "r1")
    again = last_open(archive)
    assert again is not None
    assert again.release.id == "r1"


def test_a_picture_is_written_once_under_its_content(archive: Archive, picture: Image) -> None:
    keep_live(archive, a_release(), {"foto.jpg": picture})
    keep_live(archive, replace(a_release(), id="r2"), {"foto.jpg": picture})
    path = archive.pictures.path(picture.sha256)
    assert path.relative_to(archive.pictures.folder).as_posix() == f"{picture.sha256[:2]}/{picture.sha256}"
    assert [found for found in archive.pictures.folder.rglob("*") if found.is_file()] == [path]


def test_a_picture_that_cannot_be_read_now_is_there_again_later(
    archive: Archive, reopen: Callable[[], Archive], picture: Image
) -> None:
    keep_live(archive, a_release(), {"foto.jpg": picture})
    path = archive.pictures.path(picture.sha256)
    held = path.rename(path.with_name("held"))
    assert load(reopen(), "r1").images == {}
    keep_live(reopen(), a_release("Diubah sementara itu"), {"foto.jpg": None})
    held.rename(path)
    assert load(reopen(), "r1").images == {"foto.jpg": picture}


def test_a_spoiled_picture_is_left_out_and_the_text_comes_back(archive: Archive, picture: Image) -> None:
    keep_live(archive, a_release(), {"foto.jpg": picture})
    archive.pictures.path(picture.sha256).write_bytes(b"x" * len(picture.data))
    stored = load(archive, "r1")
    assert (stored.release, stored.images) == (a_release(), {})


def test_a_text_that_is_not_what_was_written_is_named(archive: Archive) -> None:
    keep_live(archive, a_release(), {})
    archive.database.run("UPDATE live SET content = CAST(replace(CAST(content AS TEXT), 'Warga', 'Wargi') AS BLOB)")
    with pytest.raises(ArchiveDamaged):
        load(archive, "r1")


def test_another_day_moves_the_release_in_the_list(archive: Archive) -> None:
    keep_live(archive, a_release(), {})
    keep_live(archive, replace(a_release(), id="r2"), {})
    places = [archive.database.one("SELECT place FROM releases WHERE id = ?", (name,)) for name in ("r1", "r2")]
    later = Dateline(city="", date=dt.date(2026, 5, 5))
    keep_live(archive, replace(a_release(), dateline=later), {})
    moved = archive.database.one("SELECT place FROM releases WHERE id = 'r1'")
    assert places[0] is not None
    assert places[1] is not None
    assert moved is not None
    assert places[0] < places[1] < moved
