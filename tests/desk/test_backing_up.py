from collections.abc import Callable
import datetime as dt
import os
from pathlib import Path
import threading

import pytest

from humas_desk.archive.files import ARCHIVE_NAME
from humas_desk.desk import backing_up
from humas_desk.desk.backing_up import (
    BackupStopped,
    BackupWork,
    back_up_at_close,
    backup_standing,
    is_backup_due,
    start_backup,
)
from humas_desk.desk.backups import list_backups
from humas_desk.desk.desk import Desk
from humas_desk.desk.folders import Folders
from humas_desk.desk.settings import Settings, save_settings

NOW = dt.datetime(2026, 5, 4, 16, 0, tzinfo=dt.UTC)


@pytest.fixture
def written(folders: Folders) -> Folders:
    desk = Desk(folders, threaded=False)
    desk.start().put("title", "Judul")
    desk.close()
    write_at(folders, NOW)
    return folders


def write_at(folders: Folders, moment: dt.datetime) -> None:
    os.utime(folders.data / ARCHIVE_NAME, (moment.timestamp() - 60,) * 2)


def test_a_backup_is_made_on_a_thread_and_followed(written: Folders) -> None:
    work = start_backup(written, now=lambda: NOW)
    (path,) = work.get()
    assert (work.is_ready, work.share) == (True, 1.0)
    standing = backup_standing(written)
    assert [facts.path for facts in standing.backups] == [path]
    assert (standing.folder, standing.second, standing.second_reached) == (written.backup, None, False)


def test_a_backup_is_called_off() -> None:
    reached, go_on = threading.Event(), threading.Event()

    def slow(progress: Callable[[float], None]) -> tuple[Path, ...]:
        reached.set()
        go_on.wait()
        progress(0.5)
        return ()

    work = BackupWork(slow)
    reached.wait()
    work.stop()
    go_on.set()
    with pytest.raises(BackupStopped):
        work.get()


def test_at_the_end_of_the_day_a_backup_is_made_once_for_what_was_written(written: Folders) -> None:
    for _twice in range(2):
        back_up_at_close(written, now=lambda: NOW)
    assert len(list_backups(written.backup)) == 1
    write_at(written, NOW + dt.timedelta(hours=1))
    back_up_at_close(written, now=lambda: NOW + dt.timedelta(hours=2))
    assert len(list_backups(written.backup)) == 2


def test_nothing_written_and_a_disk_that_refuses_are_no_obstacle_to_the_end(folders: Folders, written: Folders) -> None:
    nobody = Folders(
        assets=folders.assets, templates=folders.templates, data=folders.documents / "x", documents=folders.documents
    )
    back_up_at_close(nobody)
    assert not nobody.data.exists()
    written.backup.write_bytes(b"in the way")
    back_up_at_close(written)
    assert written.backup.is_file()


def test_one_that_takes_too_long_is_called_off(written: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backing_up, "CLOSE_LIMIT_S", -1.0)
    back_up_at_close(written, now=lambda: NOW)
    assert list_backups(written.backup) == ()


def test_a_backup_that_was_made_while_the_clock_was_wrong_does_not_keep_others_from_being_made(
    written: Folders,
) -> None:
    start_backup(written, now=lambda: NOW + dt.timedelta(days=3000)).get()
    assert is_backup_due(written, NOW)
    back_up_at_close(written, now=lambda: NOW)
    assert len(list_backups(written.backup)) == 2


def test_what_lies_in_the_log_beside_the_archive_is_written_too(written: Folders) -> None:
    """SQLite moves it into the archive's file only when there is much of it, or the program ends."""
    start_backup(written, now=lambda: NOW).get()
    tomorrow, log = NOW + dt.timedelta(days=1), written.data / f"{ARCHIVE_NAME}-wal"
    log.write_bytes(b"")
    os.utime(log, (tomorrow.timestamp(),) * 2)
    assert not is_backup_due(written, tomorrow)
    log.write_bytes(b"written")
    os.utime(log, (tomorrow.timestamp(),) * 2)
    assert is_backup_due(written, tomorrow)


def test_todays_backup_is_due_once(written: Folders) -> None:
    assert is_backup_due(written, NOW)
    start_backup(written, now=lambda: NOW).get()
    assert not is_backup_due(written, NOW)
    write_at(written, NOW + dt.timedelta(hours=2))
    assert not is_backup_due(written, NOW + dt.timedelta(hours=2))
    assert is_backup_due(written, NOW + dt.timedelta(days=1))


def test_the_second_folder_is_told_of_also_when_its_disk_is_away(written: Folders, tmp_path: Path) -> None:
    save_settings(written.settings_file, Settings(backup_folder=str(tmp_path / "stik")))
    assert not backup_standing(written).second_reached
    (tmp_path / "stik").mkdir()
    assert backup_standing(written).second_reached
    assert len(start_backup(written, now=lambda: NOW).get()) == 2
