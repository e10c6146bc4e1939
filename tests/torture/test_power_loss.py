"""The power fails after any write, sync or rename: what is found opens, and holds what the person was told is safe.

A part of the moments in the suite; every one of them with `make torture` (HUMAS_TORTURE=1).
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
import datetime as dt
from pathlib import Path
import shutil
import sys

import pytest

from humas_desk.archive.revisions import load_revision, revisions
from humas_desk.archive.store import load
from humas_desk.desk import archive_line
from humas_desk.desk.backups import create_backup, list_backups, restore_backup, verify_backup
from humas_desk.desk.desk import Desk
from humas_desk.desk.folders import Folders
from humas_desk.desk.opening import open_file, save_copy
from humas_desk.desk.risky_places import Risk
from humas_desk.desk.saving import write_atomically, write_folder
from tests.desk.makes import a_release, a_session
from tests.torture.amounts import LONG
from tests.torture.killed_writer import number_in
from tests.torture.power_loss import losses, put_down
from tests.torture.recorded_disk import Recorder, recorded

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="only POSIX says when names reach the disk")

EVERY = 1 if LONG else 60
"""After how many operations what is not synced is tried in all ways."""
EDITS = 120 if LONG else 9
PAGES_OF_LOG = 30
"""Of the log beside, before it goes into the archive: many times in so short a session."""
NOW = dt.datetime(2026, 5, 4, 9, 0, tzinfo=dt.UTC)
WORDS = "Warga datang ke kantor untuk melihat daftar pemilih. " * 60

Look = Callable[[Path, object], None]
"""Looks at what was found in a folder, told what had been promised by then (None: nothing)."""


def fail_everywhere(tmp_path: Path, write: Callable[[Path, Recorder], None], look: Look) -> int:
    """Let `write` work in a folder (what is there before is on the disk), and look at it after every power loss."""
    place, before = tmp_path / "place", tmp_path / "before"
    place.mkdir(exist_ok=True)
    shutil.copytree(place, before)
    with recorded(place) as recorder:
        write(place, recorder)
    different = 0
    for tree, told in losses(before, recorder.operations, every=EVERY):
        folder = put_down(tree, tmp_path / "found")
        look(folder, told)
        shutil.rmtree(folder)
        different += 1
    return different


@pytest.fixture
def desk_in(root: Path) -> Callable[[Path], Desk]:
    def made(folder: Path) -> Desk:
        return Desk(folders_in(root, folder), now=lambda: NOW, threaded=False)

    return made


def folders_in(root: Path, folder: Path) -> Folders:
    return Folders(assets=root / "assets", templates=root / "templates", data=folder / "data", documents=folder)


@contextmanager
def opened(desk: Desk) -> Iterator[Desk]:
    """Started; and the archive found whole, to its last page and version."""
    desk.start()
    assert desk.notices == []
    if desk.line.path.exists():
        desk.line.ask(lambda archive: archive.database.run(f"PRAGMA wal_autocheckpoint = {PAGES_OF_LOG}")).get()
        assert desk.line.ask(lambda archive: archive.database.rows("PRAGMA integrity_check")).get() == [("ok",)]
    yield desk
    desk.line.close()


def edit(desk: Desk, number: int) -> None:
    """Type, and have it confirmed."""
    desk.session.put("title", f"Judul {number}")
    desk.session.put("blocks[0].text", WORDS[number:])
    assert desk.autosave.flush().is_safe


@pytest.mark.parametrize("risk", [None, Risk.NETWORK])
def test_the_archive_holds_every_edit_picture_and_version_that_was_confirmed(
    tmp_path: Path, desk_in: Callable[[Path], Desk], monkeypatch: pytest.MonkeyPatch, risk: Risk | None
) -> None:
    monkeypatch.setattr(archive_line, "risk_of", lambda _folder: risk)
    save_copy(tmp_path / "a.humas", a_session().state)

    def write(folder: Path, recorder: Recorder) -> None:
        exported, settings, numbers = 0, 0, iter(range(1, EDITS + 1))

        def tell(number: int) -> None:
            recorder.tell((number, exported, settings))

        for turn in range(3):
            with opened(desk_in(folder)) as desk:
                if turn == 0:
                    desk.open(tmp_path / "a.humas")
                for number, _ in zip(numbers, range(EDITS // 3), strict=False):
                    edit(desk, number)
                    tell(number)
                desk.archive.note_export(desk.session.state).get()
                exported += 1
                tell(number)
                desk.change_settings(replace(desk.settings, initials=str(settings + 1)))
                settings += 1
                tell(number)
                desk.close()

    def look(folder: Path, told: object) -> None:
        number, exported, settings = told if isinstance(told, tuple) else (0, 0, 0)
        with opened(desk_in(folder)) as desk:
            state = desk.session.state
            assert number_in(state.release) >= number
            assert int(desk.settings.initials or "0") in (settings, settings + 1)
            if number:
                assert set(state.photos) == {"foto.jpg"}
                archive = desk.line.ask(lambda archive: archive).get()
                versions = revisions(archive, state.release.id)
                assert sum(version.kept for version in versions) >= exported
                assert all(load_revision(archive, version.id).images for version in versions)
                edit(desk, 999_999)
                assert number_in(load(archive, state.release.id).release) == 999_999

    assert fail_everywhere(tmp_path, write, look) > 40


def test_a_file_and_a_copy_are_the_old_or_the_new_ones_and_a_folder_is_whole(tmp_path: Path) -> None:
    sizes = (10, 200_000, 3000)

    def write(folder: Path, recorder: Recorder) -> None:
        for turn, size in enumerate(sizes, 1):
            write_atomically(folder / "siaran.pdf", bytes([turn]) * size)
            save_copy(folder / "siaran.humas", a_session(a_release(f"Judul {turn}")).state)
            write_folder(folder / "paket", {"a": bytes([turn]) * size, "b": b"b"})
            recorder.tell(turn)

    def look(folder: Path, told: object) -> None:
        least = told if isinstance(told, int) else 0
        pdf, copy = folder / "siaran.pdf", folder / "siaran.humas"
        assert pdf.exists() or not least
        if pdf.exists():
            content = pdf.read_bytes()
            assert content[0] >= least
            assert content == bytes([content[0]]) * sizes[content[0] - 1]
        assert copy.exists() or not least
        assert not copy.exists() or number_in(open_file(copy).state.release) >= least
        packed = sorted(path for path in folder.iterdir() if path.name.startswith("paket"))
        assert len(packed) >= least
        for path in packed:
            content = (path / "a").read_bytes()
            assert content == bytes([content[0]]) * sizes[content[0] - 1]
            assert (path / "b").read_bytes() == b"b"

    assert fail_everywhere(tmp_path, write, look) > 10


@pytest.fixture
def with_a_backup(tmp_path: Path, root: Path, desk_in: Callable[[Path], Desk]) -> Path:
    """A place where one release was written, a backup made, and then written on."""
    place = tmp_path / "place"
    save_copy(tmp_path / "a.humas", a_session(a_release("Judul 1")).state)
    with opened(desk_in(place)) as desk:
        desk.open(tmp_path / "a.humas")
        edit(desk, 1)
        desk.close()
    create_backup(folders_in(root, place), place / "cadangan", now=NOW)
    with opened(desk_in(place)) as desk:
        edit(desk, 2)
        desk.close()
    return place


@pytest.mark.usefixtures("with_a_backup")
def test_a_backup_that_was_made_verifies_and_the_one_before_too(tmp_path: Path, root: Path) -> None:
    def write(folder: Path, recorder: Recorder) -> None:
        for day in (1, 2):
            create_backup(folders_in(root, folder), folder / "cadangan", now=NOW + dt.timedelta(days=day))
            recorder.tell(day)

    def look(folder: Path, told: object) -> None:
        backups = list_backups(folder / "cadangan")
        assert len(backups) >= 1 + (told if isinstance(told, int) else 0)
        for facts in backups:
            verify_backup(facts.path)

    assert fail_everywhere(tmp_path, write, look) > 4


def test_a_restore_is_done_or_goes_on_and_one_that_was_told_of_stays(
    tmp_path: Path, root: Path, desk_in: Callable[[Path], Desk], with_a_backup: Path
) -> None:
    (backup,) = list_backups(with_a_backup / "cadangan")

    def write(folder: Path, recorder: Recorder) -> None:
        restore_backup(backup.path, folders_in(root, folder))
        recorder.tell("restored")

    def look(folder: Path, told: object) -> None:
        with opened(desk_in(folder)) as desk:
            assert number_in(desk.session.release) in ((1,) if told else (1, 2))
            assert set(desk.session.state.photos) == {"foto.jpg"}

    assert fail_everywhere(tmp_path, write, look) > 4
