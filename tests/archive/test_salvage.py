from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
import random

import pytest

from humas_desk.archive.archive import Archive, open_archive
from humas_desk.archive.checking import check_database
from humas_desk.archive.files import ARCHIVE_NAME
from humas_desk.archive.numbers import Book, Numbered, register, reserve
from humas_desk.archive.people import people, remember
from humas_desk.archive.revisions import cut, load_revision, revisions
from humas_desk.archive.salvage import Salvaged, salvage
from humas_desk.archive.search import corrections, search
from humas_desk.archive.status import link_correction, set_status
from humas_desk.archive.store import has, keep_live, last_open, load
from humas_desk.archive.values import Search, Status, Why
from humas_desk.desk.saving import write_atomically
from humas_desk.errors import HumasError
from humas_desk.release.person import Speaker
from humas_desk.release.release import Release
from tests.archive.conftest import Calendar
from tests.desk.makes import a_picture, a_release

COUNT = 30
DAMAGES = 200


def a_text(number: int) -> Release:
    return replace(a_release(f"Rilis nomor {number}"), id=f"r{number}", subtitle="kata " * 300)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with releases, a version of each, a number, a person and a final one; its photos beside."""
    folder = tmp_path_factory.mktemp("whole")
    archive = open_archive(folder, write=write_atomically, now=Calendar())
    for number in range(COUNT):
        keep_live(archive, a_text(number), {"foto.jpg": a_picture()})
        cut(archive, a_text(number), Why.EXPORT, "dl")
    reserve(
        archive,
        Book(office="a", code="HM", year=2026),
        7,
        "",
        Numbered(release_id="r1", number="7", title="", date=None),
    )
    remember(archive, [Speaker(name="Sulastri", position="Ketua")])
    for status in (Status.APPROVED, Status.FINAL):
        set_status(archive, "r2", status, who="dl")
    link_correction(archive, "r3", "r2")
    archive.close()
    return folder / ARCHIVE_NAME


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Archive]:
    archive = open_archive(tmp_path / "new", write=write_atomically, now=Calendar())
    yield archive
    archive.close()


def test_of_a_whole_archive_everything_is_brought_over(whole: Path, fresh: Archive) -> None:
    before = whole.read_bytes()
    found = salvage(whole, fresh)
    assert found == Salvaged(releases=COUNT, revisions=COUNT + 2)
    assert whole.read_bytes() == before
    assert load(fresh, "r3").release == a_text(3)
    assert load(fresh, "r2").status is Status.FINAL
    assert [row.id for row in corrections(fresh, "r2")] == ["r3"]
    assert [row.number for row in register(fresh, Book(office="a", code="HM", year=2026)).rows] == ["7"]
    assert [(person.name, person.positions[0].position) for person in people(fresh)] == [("Sulastri", "Ketua")]
    assert len(search(fresh, Search(words="rilis"))) == COUNT
    opened = last_open(fresh)
    assert opened is not None
    assert opened.release.id == f"r{COUNT - 1}"
    assert salvage(whole, fresh).releases == 0


def test_what_was_written_since_stays(whole: Path, fresh: Archive) -> None:
    keep_live(fresh, replace(a_text(1), title="Ditulis sesudahnya"), {})
    salvage(whole, fresh)
    assert load(fresh, "r1").release.title == "Ditulis sesudahnya"


def test_no_damage_anywhere_is_silent(whole: Path, tmp_path: Path) -> None:
    """Bits flipped and ends cut off: a release reads as it was written, is had back, or its loss is told."""
    good, chance = whole.read_bytes(), random.Random(5)
    for turn in range(DAMAGES):
        data = bytearray(good)
        if turn % 4:
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        else:
            del data[chance.randrange(100, len(data)) :]
        folder = tmp_path / str(turn)
        folder.mkdir()
        (folder / ARCHIVE_NAME).write_bytes(data)
        assert_nothing_wrong_reads(folder)
        if turn % 10 == 0:
            assert_all_is_had_back_or_told(folder)


def assert_nothing_wrong_reads(folder: Path) -> None:
    try:
        archive = open_archive(folder, write=write_atomically, now=Calendar())
    except HumasError:
        return
    for number in range(COUNT):
        try:
            found = load(archive, f"r{number}").release
            kept = [load_revision(archive, revision.id).release for revision in revisions(archive, f"r{number}")]
        except (HumasError, ValueError):
            continue
        assert found == a_text(number)
        assert all(one == a_text(number) for one in kept)
    archive.close()


def assert_all_is_had_back_or_told(folder: Path) -> None:
    damaged = folder / ARCHIVE_NAME
    before = damaged.read_bytes()
    fresh = open_archive(folder / "new", write=write_atomically, now=Calendar())
    salvaged = salvage(damaged, fresh)
    for number in range(COUNT):
        if has(fresh, f"r{number}"):
            assert load(fresh, f"r{number}").release == a_text(number)
        elif salvaged != Salvaged():
            assert salvaged.lost
    fresh.close()
    check_database(folder / "new" / ARCHIVE_NAME)
    assert damaged.read_bytes() == before
