"""The desk on a disk of a few megabytes, full and read-only: `python -m tests.torture.small_disk FOLDER`, with FOLDER a disk
of its own. Says `done` at the end; what is not as it should be is an AssertionError.
"""

from collections.abc import Iterator
from contextlib import contextmanager
import datetime as dt
from pathlib import Path
import subprocess
import sys

import pytest

from humas_desk.desk.backups import create_backup, list_backups, verify_backup
from humas_desk.desk.desk import Desk
from humas_desk.desk.folders import Folders
from humas_desk.desk.opening import open_file, save_copy
from humas_desk.desk.saving import write_folder
from humas_desk.desk.settings import Settings, load_settings, save_settings
from humas_desk.errors import DiskFull, FileError, TargetReadOnly, WriteFailed
from tests.desk.makes import a_session

ROOT = Path(__file__).resolve().parents[2]
NOW = dt.datetime(2026, 5, 4, 9, 0, tzinfo=dt.UTC)
ROUNDS = 12
LEFT = 1500
"""Bytes more in each round that are left free."""


def main(disk: Path) -> None:
    """Everything that writes, while nothing goes and when it goes again."""
    folders = Folders(assets=ROOT / "assets", templates=ROOT / "templates", data=disk / "data", documents=disk)
    save_copy(disk / "a.humas", a_session().state)
    with desk_of(folders) as desk:
        desk.open(disk / "a.humas")
        typed(desk, 0)
    create_backup(folders, disk / "cadangan", now=NOW)
    for turn in range(1, ROUNDS + 1):
        with desk_of(folders) as desk, full(disk, LEFT * (turn - 1)):
            refused = not typed(desk, turn)
            assert refused or turn > 1
            while_nothing_goes(folders, (DiskFull, WriteFailed))
        goes_on(folders, turn)
    with read_only(disk):
        desk = Desk(folders, now=lambda: NOW, threaded=False)
        desk.start()
        assert [type(notice) for notice in desk.notices] == [TargetReadOnly]
        assert not typed(desk, 100)
        while_nothing_goes(folders, (TargetReadOnly,))
        desk.close()
    goes_on(folders, ROUNDS)
    sys.stdout.write("done\n")


@contextmanager
def desk_of(folders: Folders) -> Iterator[Desk]:
    desk = Desk(folders, now=lambda: NOW, threaded=False)
    desk.start()
    assert desk.notices == []
    yield desk
    desk.close()


def typed(desk: Desk, number: int) -> bool:
    """Type a page; whether it was confirmed. What was not is confirmed by the next that is."""
    desk.session.put("title", f"Judul {number}")
    desk.session.put("blocks[0].text", f"kata {number} " * 8000)
    return desk.autosave.flush().is_safe


def while_nothing_goes(folders: Folders, names: tuple[type[FileError], ...]) -> None:
    """Copies, settings and backups are refused by those names, and what was there stays."""
    disk, big = folders.documents, {"a": bytes(2_000_000)}
    with pytest.raises(names):
        write_folder(disk / "paket", big)
    with pytest.raises(names):
        create_backup(folders, disk / "cadangan", now=NOW + dt.timedelta(days=1))
    before = load_settings(folders.settings_file)
    with pytest.raises(names):
        save_settings(folders.settings_file, Settings(initials="baru" * 10_000))
    assert load_settings(folders.settings_file) == before
    assert open_file(disk / "a.humas").state.release == a_session().release
    assert [verify_backup(facts.path).releases for facts in list_backups(disk / "cadangan")] == [1]
    assert not list(disk.glob(".humas-*"))


def goes_on(folders: Folders, turn: int) -> None:
    """With room again everything typed is there, the last page too: the desk was closed when there was room."""
    with desk_of(folders) as desk:
        assert desk.session.release.title == f"Judul {turn}"
        whole = desk.line.ask(lambda archive: archive.database.rows("PRAGMA integrity_check")).get()
        assert whole == [("ok",)]


@contextmanager
def full(disk: Path, left: int) -> Iterator[None]:
    """Only so many bytes are free."""
    junk = disk / "junk"
    with junk.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            pass
        file.truncate(max(0, file.tell() - left))
    yield
    junk.unlink()


@contextmanager
def read_only(disk: Path) -> Iterator[None]:
    """Nothing may be changed."""
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    yield
    subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
