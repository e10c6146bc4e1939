"""When backups are made: at the end of every day's work, and once a day; where they go; and how a window follows one.

work = start_backup(folders)            at once a BackupWork: `share` 0–1, `is_ready`, `stop()`, `get()` -> paths
start_whole_backup(folders, path)       the same, one file for another computer
start_unpacking(folders, path)          the same for having a backup back, with what `Desk.take_backup` takes
is_backup_due(folders, now)             whether today's is still to be made (ask once an hour)
backup_standing(folders)                -> BackupStanding for the screen: backups there are, the second folder
"""

from collections.abc import Callable
import datetime as dt
import logging
from pathlib import Path
import threading
import time
from typing import Generic, TypeVar

from humas_desk.archive.files import ARCHIVE_NAME
from humas_desk.archive.progress import Progress, no_progress, stretch
from humas_desk.desk.archive_line import Answer
from humas_desk.desk.backup_file import BackupFacts
from humas_desk.desk.backups import (
    Unpacked,
    create_backup,
    create_whole_backup,
    list_backups,
    newest_good_backup,
    unpack_backup,
)
from humas_desk.desk.folders import Folders
from humas_desk.desk.settings import load_settings
from humas_desk.errors import HumasError
from humas_desk.values import dataclass

T = TypeVar("T")
log = logging.getLogger(__name__)

CLOSE_LIMIT_S = 30.0
"""A backup at the end of the day that takes longer is called off; the daily one shows its progress."""


class BackupStopped(Exception):
    """A backup was called off by the person who waits for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupStanding:
    """What there is."""

    folder: Path
    second: Path | None
    """The folder besides, None: not chosen."""
    backups: tuple[BackupFacts, ...]
    """Of the first folder, the newest first."""
    second_reached: bool
    """Whether the second folder is there now (its disk is plugged in)."""


class BackupWork(Generic[T]):
    """One backup on a thread of its own, made or had back."""

    def __init__(self, work: Callable[[Progress], T]) -> None:
        self.share = 0.0
        """How much is done, 0 to 1."""
        self._stopped = False
        self._answer: Answer[T] = Answer()
        self._thread = threading.Thread(
            target=lambda: self._answer.fill(lambda: work(self._progress)), name="backup", daemon=True
        )
        self._thread.start()

    @property
    def is_ready(self) -> bool:
        """Whether `get` gives at once."""
        return self._answer.is_ready

    def get(self) -> T:
        """The backups that were made, or what was unpacked. Raises BackupStopped, or what the work raises."""
        return self._answer.get()

    def stop(self) -> None:
        """Call it off; nothing of it stays."""
        self._stopped = True

    def _progress(self, share: float) -> None:
        self.share = share
        if self._stopped:
            raise BackupStopped


def start_backup(folders: Folders, *, now: Callable[[], dt.datetime] | None = None) -> BackupWork[tuple[Path, ...]]:
    """A backup into DATA/backup, and into the second folder when that is there."""
    moment = (now or _local_now)()
    return BackupWork(lambda progress: back_up(folders, moment, progress))


def start_whole_backup(
    folders: Folders, path: Path, *, now: Callable[[], dt.datetime] | None = None
) -> BackupWork[tuple[Path, ...]]:
    """Everything in one file for another computer."""
    moment = (now or _local_now)()
    return BackupWork(lambda progress: (create_whole_backup(folders, path, now=moment, progress=progress),))


def start_unpacking(folders: Folders, path: Path) -> BackupWork[Unpacked]:
    """A backup is read and unpacked beside what is used; `Desk.take_backup` then has it back."""
    return BackupWork(lambda progress: unpack_backup(path, folders, progress=progress))


def back_up(folders: Folders, now: dt.datetime, progress: Progress = no_progress) -> tuple[Path, ...]:
    """The same, waited for. A second folder that is not there is left out; raises what `create_backup` raises."""
    targets = [folders.backup]
    second = _second(folders)
    if second is not None and second.is_dir():
        targets.append(second)
    made: list[Path] = []
    for target in targets:
        begun, of = len(made), len(targets)
        made.append(create_backup(folders, target, now=now, progress=stretch(progress, begun / of, (begun + 1) / of)))
    return tuple(made)


def backup_standing(folders: Folders) -> BackupStanding:
    """The backups there are; reads every backup's list, for a thread."""
    second = _second(folders)
    return BackupStanding(
        folder=folders.backup,
        second=second,
        backups=list_backups(folders.backup),
        second_reached=second is not None and second.is_dir(),
    )


def is_backup_due(folders: Folders, now: dt.datetime) -> bool:
    """Whether something was written since the last backup, and that was not today."""
    newest = _newest(folders, now)
    made_today = newest is not None and newest.made_at.astimezone(now.tzinfo).date() == now.date()
    return _has_changed(folders, newest) and not made_today


def back_up_at_close(folders: Folders, *, now: Callable[[], dt.datetime] | None = None) -> None:
    """The last thing of the day, when the archive is closed: a backup if something was written since the last one.

    Whatever goes wrong is logged: the text itself is safe.
    """
    started = time.monotonic()

    def in_time(_share: float) -> None:
        if time.monotonic() - started > CLOSE_LIMIT_S:
            raise BackupStopped

    moment = (now or _local_now)()
    try:
        if _has_changed(folders, _newest(folders, moment)):
            back_up(folders, moment, in_time)
    except (HumasError, BackupStopped) as error:
        log.warning("no backup was made at the end: %s", type(error).__name__)


def _newest(folders: Folders, now: dt.datetime) -> BackupFacts | None:
    """The newest backup; one from days to come, made when the clock was wrong, keeps nobody from making others."""
    return next((facts for facts in list_backups(folders.backup) if facts.made_at <= now), None)


def _has_changed(folders: Folders, newest: BackupFacts | None) -> bool:
    """Whether the archive was written after the newest backup."""
    written = [_written_at(folders.data / name) for name in (ARCHIVE_NAME, f"{ARCHIVE_NAME}-wal")]
    return any(at is not None and (newest is None or at > newest.made_at.timestamp()) for at in written)


def _written_at(path: Path) -> float | None:
    """When something was last written into the file; None: it is empty, or there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime if found.st_size else None


def _second(folders: Folders) -> Path | None:
    chosen = load_settings(folders.settings_file).backup_folder
    return Path(chosen) if chosen else None


def _local_now() -> dt.datetime:
    return dt.datetime.now().astimezone()


def start_due_backup(folders: Folders, *, now: Callable[[], dt.datetime] | None = None) -> BackupWork[tuple[Path, ...]]:
    """Today's backup if it is still to be made; else the work is done at once and gives no path."""
    moment = (now or _local_now)()
    return BackupWork(lambda progress: back_up(folders, moment, progress) if is_backup_due(folders, moment) else ())


def ask_standing(folders: Folders) -> Answer[BackupStanding]:
    """`backup_standing`, read on a thread."""
    return _on_thread(lambda: backup_standing(folders))


def ask_newest_good(folders: Folders) -> Answer[BackupFacts | None]:
    """The newest backup that proves to be whole, read on a thread."""
    return _on_thread(lambda: newest_good_backup(folders.backup))


def _on_thread(work: Callable[[], T]) -> Answer[T]:
    answer: Answer[T] = Answer()
    threading.Thread(target=lambda: answer.fill(work), name="backups", daemon=True).start()
    return answer
