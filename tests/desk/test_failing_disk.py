"""Every way to write, under the failure of each of its operations: the old or the new, never a mixture; and it goes on."""

from collections.abc import Callable
from dataclasses import replace
import datetime as dt
from pathlib import Path

import pytest

from humas_desk.archive.archive import open_archive
from humas_desk.archive.store import keep_live, load
from humas_desk.desk.backups import create_backup, list_backups, restore_backup, verify_backup
from humas_desk.desk.desk import Desk
from humas_desk.desk.folders import Folders
from humas_desk.desk.keeper import DraftKeeper
from humas_desk.desk.opening import open_file, save_copy
from humas_desk.desk.saving import write_atomically, write_folder
from humas_desk.desk.settings import Settings, load_settings, save_settings
from humas_desk.errors import HumasError
from tests.archive.conftest import Calendar
from tests.desk.failing_disk import ERRORS, FailingDisk
from tests.desk.makes import a_picture, a_release, a_session

MOST_OPERATIONS = 60
NOW = dt.datetime(2026, 5, 4, 9, 0, tzinfo=dt.UTC)


@pytest.fixture
def disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FailingDisk:
    return FailingDisk(tmp_path, monkeypatch)


def under_every_failure(disk: FailingDisk, write: Callable[[], object], is_right: Callable[[bool], object]) -> int:
    """Let each operation of `write` fail in each way; `is_right` is told whether the write said that it was done."""
    for number in range(1, MOST_OPERATIONS):
        for error in ERRORS:
            disk.fail_at(number, error)
            try:
                write()
                done = True
            except HumasError:
                done = False
            reached = disk.asked >= number
            disk.fail_at(0, 0)
            is_right(done)
        if not reached:
            return number - 1
    raise AssertionError("there is no end to its operations")


def test_a_file_is_the_old_or_the_new_one(disk: FailingDisk, tmp_path: Path) -> None:
    path = tmp_path / "folder" / "file"
    write_atomically(path, b"old")

    def look(done: bool) -> None:
        assert path.read_bytes() == (b"new" if done else path.read_bytes())
        assert path.read_bytes() in (b"old", b"new")
        assert [found.name for found in path.parent.iterdir()] == ["file"]
        write_atomically(path, b"old")

    assert under_every_failure(disk, lambda: write_atomically(path, b"new"), look) >= 4


def test_a_folder_is_whole_or_not_there(disk: FailingDisk, tmp_path: Path) -> None:
    files, made = {"a": b"1", "b": b"2"}, tmp_path / "made"

    def look(_done: bool) -> None:
        for folder in tmp_path.iterdir():
            assert {found.name: found.read_bytes() for found in folder.iterdir()} == files

    assert under_every_failure(disk, lambda: write_folder(made, files), look) >= 8


def test_settings_are_the_old_or_the_new_ones(disk: FailingDisk, tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    old, new = Settings(zoom_percent=100), Settings(zoom_percent=120)
    save_settings(path, old)

    def look(done: bool) -> None:
        assert load_settings(path) in ((new,) if done else (old, new))
        save_settings(path, old)

    assert under_every_failure(disk, lambda: save_settings(path, new), look) >= 4


def test_a_copy_is_the_old_or_the_new_release(disk: FailingDisk, tmp_path: Path) -> None:
    path = tmp_path / "a.humas"
    old, new = (a_session(a_release(title)).state for title in ("Lama", "Baru"))
    save_copy(path, old)

    def look(done: bool) -> None:
        assert open_file(path).state.release.title in (("Baru",) if done else ("Lama", "Baru"))
        save_copy(path, old)

    assert under_every_failure(disk, lambda: save_copy(path, new), look) >= 4


def test_a_draft_is_the_old_or_the_new_one_with_its_pictures(disk: FailingDisk, tmp_path: Path) -> None:
    keeper, red, blue = DraftKeeper(tmp_path / "draft"), a_picture("red"), a_picture("blue")
    keeper.keep(a_release("Lama"), {"foto.jpg": red})

    def look(done: bool) -> None:
        last = keeper.last()
        assert last is not None
        pairs = (("Baru", blue),) if done else (("Baru", blue), ("Lama", red))
        assert (last.release.title, last.photos["foto.jpg"]) in pairs
        keeper.keep(a_release("Lama"), {"foto.jpg": red})

    assert under_every_failure(disk, lambda: keeper.keep(a_release("Baru"), {"foto.jpg": blue}), look) >= 8


def test_the_archive_has_the_old_or_the_new_text_and_every_picture_it_names(disk: FailingDisk, tmp_path: Path) -> None:
    red = a_picture("red")
    numbers = iter(range(10_000))

    def write() -> None:
        archive = open_archive(tmp_path / "data", write=write_atomically, now=Calendar())
        try:
            keep_live(archive, replace(a_release("Lama"), id="r"), {"foto.jpg": red})
            picture = a_picture(f"#{next(numbers):06x}")
            keep_live(archive, replace(a_release("Baru"), id="r"), {"foto.jpg": picture})
        finally:
            archive.close()

    def look(done: bool) -> None:
        archive = open_archive(tmp_path / "data", write=write_atomically, now=Calendar())
        try:
            stored = load(archive, "r")
        except HumasError:
            assert not done
        else:
            assert stored.release.title == "Baru" if done else stored.release.title in ("Lama", "Baru")
            assert set(stored.images) == {"foto.jpg"}
        archive.close()

    assert under_every_failure(disk, write, look) >= 4


@pytest.fixture
def folders(root: Path, tmp_path: Path) -> Folders:
    made = Folders(
        assets=root / "assets", templates=root / "templates", data=tmp_path / "data", documents=tmp_path / "documents"
    )
    save_copy(tmp_path / "a.humas", a_session().state)
    desk = Desk(made, threaded=False)
    desk.start()
    desk.open(tmp_path / "a.humas")
    desk.close()
    return made


def test_half_a_backup_never_stays_and_the_ones_before_are_whole(
    folders: Folders, disk: FailingDisk, tmp_path: Path
) -> None:
    into, days = tmp_path / "cadangan", iter(range(1000))
    create_backup(folders, into, now=NOW)

    def write() -> None:
        create_backup(folders, into, now=NOW + dt.timedelta(days=next(days)))

    def look(_done: bool) -> None:
        found = list_backups(into)
        assert found
        for facts in found[:2]:
            verify_backup(facts.path)
        assert {entry.suffix for entry in into.iterdir()} <= {".humas-backup", ""}

    assert under_every_failure(disk, write, look) >= 4


def test_a_restore_is_done_or_goes_on_later(folders: Folders, disk: FailingDisk, tmp_path: Path) -> None:
    path = create_backup(folders, tmp_path / "cadangan", now=NOW)

    def look(_done: bool) -> None:
        desk = Desk(folders, threaded=False)
        assert desk.start().release.title == a_session().release.title
        assert desk.autosave.close().is_safe
        desk.line.close()

    assert under_every_failure(disk, lambda: restore_backup(path, folders), look) >= 6
