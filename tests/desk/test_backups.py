from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
import datetime as dt
import json
import os
from pathlib import Path
import random
import shutil
import time
import zipfile

import pytest

from humas_desk.archive import database
from humas_desk.archive.files import ARCHIVE_NAME
from humas_desk.archive.values import Search
from humas_desk.desk import backup_photos, backups
from humas_desk.desk.backing_up import BackupStopped
from humas_desk.desk.backup_file import MOST_LISTED, SUFFIX, BackupFacts, read_facts
from humas_desk.desk.backups import (
    KEPT,
    REMAINS_S,
    Restored,
    create_backup,
    create_whole_backup,
    finish_restoring,
    list_backups,
    newest_good_backup,
    restore_backup,
    unpack_backup,
    verify_backup,
)
from humas_desk.desk.desk import Desk
from humas_desk.desk.folders import Folders
from humas_desk.desk.opening import save_copy
from humas_desk.desk.saving import replace_file
from humas_desk.errors import (
    ArchiveDamaged,
    BackupDamaged,
    FileMissing,
    HumasError,
    NewerVersion,
    NothingToBackUp,
    NotOurFile,
    PhotosMissing,
)
from tests.desk.conftest import Clock
from tests.desk.makes import a_session, an_office

NOW = dt.datetime(2026, 5, 4, 9, 0, tzinfo=dt.UTC)


def a_desk(folders: Folders, clock: Clock) -> Desk:
    return Desk(folders, clock=clock, now=clock.now, threaded=False)


@pytest.fixture
def desk(folders: Folders, clock: Clock, tmp_path: Path) -> Iterator[Desk]:
    """With an office, a release and its photo."""
    made = a_desk(folders, clock)
    save_copy(tmp_path / "a.humas", a_session().state)
    made.start()
    made.save_office(an_office())
    made.open(tmp_path / "a.humas")
    made.autosave.flush()
    yield made
    made.close()


def titles(desk: Desk) -> list[str]:
    return [row.title for row in desk.archive.search(Search()).get()]


def elsewhere(folders: Folders, tmp_path: Path) -> Folders:
    return replace(folders, data=tmp_path / "laptop baru")


def backup(desk: Desk, into: Path, days: float = 0) -> Path:
    return create_backup(desk.folders, into, now=NOW + dt.timedelta(days=days))


def test_a_backup_is_made_while_the_desk_is_open_and_proves_to_be_whole(desk: Desk, tmp_path: Path) -> None:
    shares: list[float] = []
    path = create_backup(desk.folders, tmp_path / "cadangan", now=NOW, progress=shares.append)
    assert path.name == f"2026-05-04 09.00.00{SUFFIX}"
    facts = verify_backup(path)
    assert (facts.releases, facts.made_at, facts.whole, len(facts.photos)) == (1, NOW, False, 1)
    assert {ARCHIVE_NAME, "settings.toml"} < set(facts.files)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert sorted(entry.name for entry in path.parent.iterdir()) == [path.name, "photos"]


def test_where_nothing_was_written_there_is_nothing_to_back_up(folders: Folders, tmp_path: Path) -> None:
    with pytest.raises(NothingToBackUp):
        create_backup(folders, tmp_path, now=NOW)
    assert list(tmp_path.glob("*backup")) == []


def test_one_file_carries_everything_to_another_computer(
    desk: Desk, folders: Folders, clock: Clock, tmp_path: Path
) -> None:
    path = create_whole_backup(folders, tmp_path / "pindah", now=NOW)
    assert path.name == f"pindah{SUFFIX}"
    there = elsewhere(folders, tmp_path)
    assert restore_backup(path, there) == Restored(aside=None)
    moved = a_desk(there, clock)
    session = moved.start()
    assert session.state.photos == desk.session.state.photos
    assert session.release == desk.session.release
    assert [entry.name for entry in moved.offices().entries] == [entry.name for entry in desk.offices().entries]
    assert moved.settings == desk.settings
    moved.close()


def test_what_a_restored_backup_takes_the_place_of_is_set_aside(desk: Desk, folders: Folders, clock: Clock) -> None:
    path = backup(desk, folders.backup)
    desk.session.put("title", "Sesudah cadangan")
    desk.close()
    aside = restore_backup(path, folders).aside
    assert aside is not None
    assert aside == folders.data / "sebelum-pemulihan-1"
    assert a_desk(folders, clock).start().release.title == a_session().release.title
    before = Folders(
        assets=folders.assets, templates=folders.templates, data=folders.data / aside.name, documents=folders.documents
    )
    assert a_desk(before, clock).start().release.title == "Sesudah cadangan"


def test_a_backup_is_restored_in_the_open_window(desk: Desk, folders: Folders) -> None:
    path = backup(desk, folders.backup)
    desk.session.put("title", "Sesudah cadangan")
    session = desk.take_backup(unpack_backup(path, folders))
    assert session.release.title == a_session().release.title
    session.put("subtitle", "Diteruskan")
    assert desk.autosave.flush().is_safe
    assert titles(desk) == [a_session().release.title]


def test_a_backup_that_is_called_off_while_it_is_unpacked_leaves_nothing(desk: Desk, folders: Folders) -> None:
    path = backup(desk, folders.backup)
    here = sorted(each.name for each in folders.data.iterdir())
    told: list[float] = []

    def stop(share: float) -> None:
        told.append(share)
        if share > 0.7:
            raise BackupStopped

    with pytest.raises(BackupStopped):
        unpack_backup(path, folders, progress=stop)
    assert sorted(told) == told
    assert sorted(each.name for each in folders.data.iterdir()) == here


def test_a_restore_that_was_cut_off_goes_on_or_never_began(
    desk: Desk, folders: Folders, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = backup(desk, tmp_path / "cadangan")
    desk.session.put("title", "Sesudah cadangan")
    desk.close()
    shutil.copytree(folders.data, tmp_path / "as it was")
    whole = replace_file
    for moment in range(12):
        done = 0

        def killed(beside: Path, place: Path, after: int = moment) -> None:
            nonlocal done
            if done == after:
                raise KeyboardInterrupt
            done += 1
            whole(beside, place)

        shutil.rmtree(folders.data)
        shutil.copytree(tmp_path / "as it was", folders.data)
        with monkeypatch.context() as patch:
            patch.setattr(backups, "replace_file", killed)
            with suppress(KeyboardInterrupt):
                restore_backup(path, folders)
        later = a_desk(folders, clock)
        title = later.start().release.title
        later.close()
        assert title == ("Sesudah cadangan" if moment == 0 else a_session().release.title)
        assert not (folders.data / "pemulihan").exists()
    assert done < 12


def test_photos_that_are_there_are_not_copied_again(
    desk: Desk, folders: Folders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup(desk, tmp_path / "cadangan")

    def refuse(*_anything: object) -> None:
        raise AssertionError

    monkeypatch.setattr(backup_photos, "write_atomically", refuse)
    backup(desk, tmp_path / "cadangan", days=1)
    assert len(list_backups(tmp_path / "cadangan")) == 2
    assert len(list((tmp_path / "cadangan" / "photos").rglob("*"))) == 2
    assert folders.photos.is_dir()


def test_the_newest_and_the_last_of_every_month_stay(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, into = backup(desk, tmp_path / "cadangan"), tmp_path / "cadangan"
    days = [NOW + dt.timedelta(days=day) for day in range(0, 120, 2)]
    for moment in days:
        shutil.copy(path, into / f"{moment.date()}{SUFFIX}")
    path.unlink()
    read = read_facts

    def dated(one: Path) -> BackupFacts:
        return replace(read(one), made_at=dt.datetime.fromisoformat(f"{one.stem}T09:00:00+00:00"))

    monkeypatch.setattr(backups, "read_facts", dated)
    backups.prune_backups(into)
    kept = [facts.made_at.date().isoformat() for facts in list_backups(into)]
    assert kept[:KEPT] == [moment.date().isoformat() for moment in reversed(days)][:KEPT]
    assert kept[KEPT:] == ["2026-06-29", "2026-05-30"]


@pytest.mark.parametrize("when", [0.0, 0.1, 0.2, 0.3, 0.5, 0.84, 0.86, 0.99])
def test_a_backup_that_is_called_off_leaves_at_most_photos_for_the_next_one(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, when: float
) -> None:
    monkeypatch.setattr(database, "STEPS_UNWATCHED", 1)
    shares: list[float] = []

    def call_off(share: float) -> None:
        shares.append(share)
        if share >= when:
            raise KeyboardInterrupt("called off")

    with pytest.raises(KeyboardInterrupt):
        create_backup(desk.folders, tmp_path / "cadangan", now=NOW, progress=call_off)
    assert shares == sorted(shares)
    assert {entry.name for entry in (tmp_path / "cadangan").iterdir()} <= {"photos"}
    progress: list[float] = []
    create_backup(desk.folders, tmp_path / "cadangan", now=NOW, progress=progress.append)
    assert progress == sorted(progress)
    assert (progress[0], progress[-1]) == (0.0, 1.0)


def test_what_a_killed_backup_left_is_swept_away_a_day_later(desk: Desk, tmp_path: Path) -> None:
    into = tmp_path / "cadangan"
    for name, age in ((".humas-old", 2 * REMAINS_S), (".humas-new", 0)):
        (into / name).mkdir(parents=True)
        (into / name / "half").write_bytes(b"")
        os.utime(into / name, (time.time() - age,) * 2)
    backup(desk, into)
    assert {path.name for path in into.glob(".humas-*")} == {".humas-new"}


def test_every_flipped_byte_is_found_and_the_older_good_one_is_offered(desk: Desk, tmp_path: Path) -> None:
    into = tmp_path / "cadangan"
    older = backup(desk, into)
    path = create_whole_backup(desk.folders, into / "baru", now=NOW + dt.timedelta(days=1))
    good, chance = path.read_bytes(), random.Random(3)
    found = 0
    for _turn in range(40):
        data = bytearray(good)
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        path.write_bytes(data)
        try:
            facts = verify_backup(path)
        except HumasError:
            found += 1
            continue
        assert facts.files == read_facts(path).files
    assert found >= 35
    path.write_bytes(good[: len(good) // 2])
    best = newest_good_backup(into)
    assert best is not None
    assert best.path == older


def test_a_missing_or_spoiled_photo_is_named(desk: Desk, tmp_path: Path) -> None:
    path = backup(desk, tmp_path / "cadangan")
    (photo,) = (found for found in (tmp_path / "cadangan" / "photos").rglob("*") if found.is_file())
    photo.write_bytes(b"spoiled")
    with pytest.raises(ArchiveDamaged):
        verify_backup(path)
    photo.unlink()
    with pytest.raises(BackupDamaged):
        verify_backup(path)


def test_a_spoiled_photo_beside_a_backup_is_mended_by_the_next_one(desk: Desk, tmp_path: Path) -> None:
    path = backup(desk, tmp_path / "cadangan")
    (photo,) = (found for found in (tmp_path / "cadangan" / "photos").rglob("*") if found.is_file())
    photo.write_bytes(b"spoiled")
    backup(desk, tmp_path / "cadangan", days=1)
    assert verify_backup(path).photos == {photo.name}


@pytest.mark.parametrize("whole", [False, True])
def test_a_photo_that_is_spoiled_keeps_no_backup_from_being_made(
    whole: bool, desk: Desk, folders: Folders, clock: Clock, tmp_path: Path
) -> None:
    for photo in folders.photos.glob("??/*"):
        photo.write_bytes(b"spoiled")
    path = create_whole_backup(folders, tmp_path / "a", now=NOW) if whole else backup(desk, tmp_path / "cadangan")
    assert verify_backup(path).photos == frozenset()
    there = elsewhere(folders, tmp_path)
    assert restore_backup(path, there) == Restored(aside=None)
    session = a_desk(there, clock).start()
    assert (session.release.title, session.photos) == (a_session().release.title, {})


def test_releases_come_back_also_where_their_photos_are_not_beside_the_backup(
    desk: Desk, folders: Folders, clock: Clock, tmp_path: Path
) -> None:
    path = backup(desk, tmp_path / "cadangan")
    shutil.rmtree(tmp_path / "cadangan" / "photos")
    assert newest_good_backup(tmp_path / "cadangan") is not None
    (notice,) = restore_backup(path, elsewhere(folders, tmp_path)).notices
    assert isinstance(notice, PhotosMissing)
    assert notice.count == 1
    assert a_desk(elsewhere(folders, tmp_path), clock).start().release == desk.session.release


def test_files_of_others_in_a_folder_of_backups_are_left_alone(desk: Desk, tmp_path: Path) -> None:
    into = tmp_path / "kandar"
    theirs = (into / "photos" / "ab" / "liburan.jpg", into / "photos" / "cd" / ("a" * 64))
    for path in theirs:
        path.parent.mkdir(parents=True)
        path.write_bytes(b"not ours")
    for day in range(KEPT + 2):
        shutil.copy(backup(desk, tmp_path / "lain"), into / f"{day}{SUFFIX}")
    backups.prune_backups(into)
    assert len(list_backups(into)) == KEPT
    assert all(path.exists() for path in theirs)


EMPTY = {"format": "humas-desk/backup", "version": 1, "made": "2026-05-04T09:00:00+07:00", "releases": 1, "photos": [],
         "files": {}}  # fmt: skip


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"no zip", NotOurFile),
        ({"format": "other"}, NotOurFile),
        ({"format": "humas-desk/backup", "version": 9}, NewerVersion),
        ({"format": "humas-desk/backup", "version": 1, "made": "x", "releases": 1, "photos": [], "files": {}}, NotOurFile),
        ({"format": "humas-desk/backup", "version": 1, "made": "2026-05-04", "releases": 1, "photos": [],
          "files": {"../evil": "0" * 64}}, NotOurFile),
        *(({**EMPTY, "files": {name: "0" * 64}}, NotOurFile)
          for name in ("archive.sqlite3-wal", "backup/lama.humas-backup", "offices")),
        ({**EMPTY, "made": "2026-05-04T09:00:00"}, NotOurFile),
    ],
)  # fmt: skip
def test_what_is_no_backup_is_refused_in_words(tmp_path: Path, content: object, error: type[HumasError]) -> None:
    path = tmp_path / f"a{SUFFIX}"
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("backup.json", json.dumps(content))
    with pytest.raises(error):
        verify_backup(path)
    assert list_backups(tmp_path) == ()


def test_a_list_that_would_fill_the_memory_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / f"a{SUFFIX}"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("backup.json", json.dumps(EMPTY) + " " * MOST_LISTED)
    with pytest.raises(NotOurFile):
        read_facts(path)


def test_nothing_is_to_be_finished_where_nothing_was_restored(folders: Folders) -> None:
    assert finish_restoring(folders) is None
    with pytest.raises(FileMissing):
        read_facts(folders.data / f"a{SUFFIX}")
