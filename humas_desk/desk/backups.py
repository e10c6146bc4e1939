"""Backups of everything: made while somebody writes, verified after writing, thinned out, and had back.

    create_backup(folders, into, now=…, progress=…)  -> Path      beside others: photos shared in `into/photos`
    create_whole_backup(folders, path, now=…, …)     -> Path      one file for another computer
    list_backups(into)                               -> tuple[BackupFacts, ...]  newest first
    verify_backup(path)                              raises BackupDamaged, naming what is not as it was written
    restore_backup(path, folders)                    -> Restored      where what was here before lies now
    unpack_backup(path, folders, progress=…)         -> Unpacked      the long part of that, while the archive is open;
    take_unpacked(unpacked, folders)                 -> Restored      and the short one, that changes something
    finish_restoring(folders)                        at every start: a restore that was cut off goes on

All but `take_unpacked` take long and belong on a thread (`desk.backing_up.BackupWork`). Restoring needs the archive to be closed.
"""

from collections.abc import Iterator
from contextlib import suppress
import datetime as dt
from itertools import count
import logging
from pathlib import Path
import shutil
from tempfile import TemporaryDirectory
import time

from humas_desk.archive.checking import check_database, copy_archive, count_releases, needed_pictures
from humas_desk.archive.database import open_to_read
from humas_desk.archive.files import ARCHIVE_NAME, LOG_ENDINGS, PHOTOS_NAME
from humas_desk.archive.pictures import picture_path
from humas_desk.archive.progress import Progress, no_progress, stretch
from humas_desk.desk.backup_file import (
    FILES,
    FOLDERS,
    SUFFIX,
    BackupFacts,
    read_facts,
    unpack,
    write_backup,
)
from humas_desk.desk.backup_photos import bring_photos, is_sound, share_photos, sound_photos, sweep_photos
from humas_desk.desk.folders import Folders
from humas_desk.desk.saving import replace_file, sync_folder, write_error
from humas_desk.errors import ArchiveDamaged, BackupDamaged, HumasError, NothingToBackUp, PhotosMissing
from humas_desk.values import dataclass

log = logging.getLogger(__name__)

KEPT = 25
"""Backups in a folder; besides them the last of every month stays."""
REMAINS_S = 86_400
"""So long after its last change, half a backup has nobody who makes it."""
COPIED, SHARED, WRITTEN = 0.25, 0.35, 0.85
"""Shares of the work: when the archive is copied, the photos are there, the file is written and remains to be verified."""
READ = 0.7
"""The share of verifying when all of it has been read, and the archive remains to be looked at."""
VERIFIED, UNPACKED = 0.6, 0.8
"""Shares of having one back: when it is known to be whole, when it is unpacked and its photos remain."""
SCRATCH = ".humas-"
ASIDE_NAME = "sebelum-pemulihan"
"""In DATA, with a number: what a restored backup took the place of."""


def create_backup(folders: Folders, into: Path, *, now: dt.datetime, progress: Progress = no_progress) -> Path:
    """A backup in a folder of backups, verified; those that are too many go. Gives its path.

    Raises NothingToBackUp where there is no archive yet, ArchiveDamaged, BackupDamaged, TargetLocked, TargetReadOnly, DiskFull
    and WriteFailed; what `progress` raises calls it off. Half a backup never stays.
    """
    path = into / f"{_moment_name(now)}{SUFFIX}"
    made = _create(folders, path, now=now, progress=progress, whole=False)
    prune_backups(into)
    _sweep_remains(into)
    return made


def create_whole_backup(folders: Folders, path: Path, *, now: dt.datetime, progress: Progress = no_progress) -> Path:
    """Everything in one file, photos included, for another computer. Raises as `create_backup` does."""
    path = path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)
    return _create(folders, path, now=now, progress=progress, whole=True)


def list_backups(into: Path) -> tuple[BackupFacts, ...]:
    """The backups of a folder, the newest first; files that are none are left out."""
    found: list[BackupFacts] = []
    for path in into.glob(f"*{SUFFIX}"):
        with suppress(HumasError):
            found.append(read_facts(path))
    return tuple(sorted(found, key=lambda facts: facts.made_at, reverse=True))


def verify_backup(path: Path, *, progress: Progress = no_progress) -> BackupFacts:
    """Read all of it, its photos and its archive's every page; gives what its list says.

    Raises BackupDamaged, naming what is not as it was written, and what `read_facts` raises.
    """
    facts = _verify_without_photos(path, progress)
    if not facts.whole:
        for sha256 in sorted(facts.photos):
            if not is_sound(path.parent / PHOTOS_NAME, sha256):
                raise BackupDamaged(path, f"{PHOTOS_NAME}: {sha256}")
            progress(1.0)
    return facts


def _verify_without_photos(path: Path, progress: Progress = no_progress) -> BackupFacts:
    facts = read_facts(path)
    with TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        unpack(facts, Path(scratch), progress=stretch(progress, 0.0, READ))
        archive = Path(scratch) / ARCHIVE_NAME
        if not archive.exists():
            raise BackupDamaged(path, ARCHIVE_NAME)
        try:
            check_database(archive, progress=stretch(progress, READ, 1.0))
        except ArchiveDamaged as error:
            raise BackupDamaged(path, f"{ARCHIVE_NAME}: {error.detail}") from error
    return facts


def newest_good_backup(into: Path) -> BackupFacts | None:
    """The newest backup that proves to be whole, a photo beside it that is spoiled left aside; None: there is none."""
    for facts in list_backups(into):
        with suppress(HumasError):
            return _verify_without_photos(facts.path)
    return None


def prune_backups(into: Path) -> None:
    """Keep the newest 25 and the last one of every month; photos that no backup needs any more go too."""
    backups = list_backups(into)
    months: dict[tuple[int, int], Path] = {}
    for facts in backups:
        months.setdefault((facts.made_at.year, facts.made_at.month), facts.path)
    kept = {facts.path for facts in backups[:KEPT]} | set(months.values())
    gone = [facts.path for facts in backups if facts.path not in kept]
    for path in gone:
        with suppress(OSError):
            path.unlink()
    if gone:
        needed = {sha256 for facts in backups if facts.path in kept for sha256 in facts.photos}
        sweep_photos(into / PHOTOS_NAME, needed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What came of having a backup back."""

    aside: Path | None
    """Where what was here before lies now; None: there was nothing."""
    notices: tuple[HumasError, ...] = ()
    """PhotosMissing, where photos of its releases are not beside the backup or are spoiled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unpacked:
    """A backup that was verified and lies in DATA, beside what is used."""

    backup: Path
    folder: Path
    missing: int
    """Photos of its releases that are not beside the backup, or are spoiled."""


def restore_backup(path: Path, folders: Folders) -> Restored:
    """Verify the backup, and put what is in it into DATA; what was there before goes into a folder beside, unchanged.

    The archive must be closed. Cut off at any moment, the next `finish_restoring` goes on, or nothing was changed yet.
    Raises what `verify_backup` and writing raise, but photos that are missing keep no release from coming back.
    """
    return take_unpacked(unpack_backup(path, folders), folders)


def unpack_backup(path: Path, folders: Folders, *, progress: Progress = no_progress) -> Unpacked:
    """Verify the backup and unpack it; what is used goes on as it is. Raises as `restore_backup` does."""
    facts = _verify_without_photos(path, stretch(progress, 0.0, VERIFIED))
    unfinished = folders.staged.with_suffix(".baru")
    shutil.rmtree(unfinished, ignore_errors=True)
    try:
        unpack(facts, unfinished, progress=stretch(progress, VERIFIED, UNPACKED))
        wanted = () if facts.whole else sorted(facts.photos)
        missing = bring_photos(
            path.parent / PHOTOS_NAME, unfinished / PHOTOS_NAME, wanted, stretch(progress, UNPACKED, 1.0)
        )
    except OSError as error:
        raise write_error(unfinished, error) from error
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
    return Unpacked(backup=path, folder=unfinished, missing=len(missing))


def take_unpacked(unpacked: Unpacked, folders: Folders) -> Restored:
    """What was unpacked takes the place of what is used. The archive must be closed. Raises as `restore_backup` does."""
    try:
        replace_file(unpacked.folder, folders.staged)
        sync_folder(folders.data)
    except OSError as error:
        raise write_error(unpacked.folder, error) from error
    notices = (PhotosMissing(unpacked.backup, unpacked.missing),) if unpacked.missing else ()
    return Restored(aside=finish_restoring(folders), notices=notices)


def finish_restoring(folders: Folders) -> Path | None:
    """Bring what a restore has unpacked into its places; gives where what was there lies now, None: nothing was to do.

    Raises TargetLocked, TargetReadOnly, DiskFull or WriteFailed; the next call goes on.
    """
    data, staged = folders.data, folders.staged
    if not staged.is_dir():
        return None
    aside = _aside(data)
    try:
        for photo in sorted((staged / PHOTOS_NAME).glob("??/*")):
            target = data / PHOTOS_NAME / photo.parent.name / photo.name
            target.parent.mkdir(parents=True, exist_ok=True)
            replace_file(photo, target)
        shutil.rmtree(staged / PHOTOS_NAME, ignore_errors=True)
        for new in sorted(staged.iterdir()):
            _take_place(new, data / new.name, aside)
        staged.rmdir()
        sync_folder(data)
    except OSError as error:
        raise write_error(staged, error) from error
    return aside if aside.exists() else None


def _create(folders: Folders, path: Path, *, now: dt.datetime, progress: Progress, whole: bool) -> Path:
    if not (folders.data / ARCHIVE_NAME).exists():
        raise NothingToBackUp(folders.data / ARCHIVE_NAME)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=path.parent, prefix=SCRATCH, ignore_cleanup_errors=True) as scratch:
            copy = Path(scratch) / ARCHIVE_NAME
            copy_archive(folders.data / ARCHIVE_NAME, copy, progress=stretch(progress, 0.0, COPIED))
            database = open_to_read(copy)
            try:
                photos, releases = needed_pictures(database), count_releases(database)
            finally:
                database.close()
            sources = {ARCHIVE_NAME: copy, **dict(_own_files(folders.data))}
            looks = stretch(progress, COPIED, SHARED)
            if whole:
                here = sound_photos(folders.photos, sorted(photos), looks)
                sources |= {f"{PHOTOS_NAME}/{name[:2]}/{name}": picture_path(folders.photos, name) for name in here}
            else:
                here = share_photos(folders.photos, path.parent / PHOTOS_NAME, sorted(photos), looks)
            if len(here) < len(photos):
                log.warning("%d photos are missing or spoiled and not in the backup", len(photos) - len(here))
            facts = {"made": now.isoformat(), "releases": releases, "photos": here, "whole": whole}
            write_backup(path, sources, facts, progress=stretch(progress, SHARED, WRITTEN))
    except OSError as error:
        raise write_error(path, error) from error
    _keep_if_good(path, stretch(progress, WRITTEN, 1.0))
    return path


def _sweep_remains(into: Path) -> None:
    """Take away what a program that was killed while it made a backup left here; another may be making one now."""
    long_ago = time.time() - REMAINS_S
    for path in into.glob(f"{SCRATCH}*"):
        with suppress(OSError):
            if path.stat().st_mtime < long_ago:
                shutil.rmtree(path) if path.is_dir() else path.unlink()


def _keep_if_good(path: Path, progress: Progress) -> None:
    """Read what was written; a backup that is not what it should be, or that is called off, does not stay."""
    try:
        _verify_without_photos(path, progress)
        progress(1.0)
    except BaseException:
        with suppress(OSError):
            path.unlink()
        raise


def _own_files(data: Path) -> Iterator[tuple[str, Path]]:
    """What the office made besides releases: name inside the backup, and file."""
    for name in FILES:
        if (data / name).is_file():
            yield name, data / name
    for folder in FOLDERS:
        for path in sorted((data / folder).rglob("*")):
            if path.is_file() and not path.is_symlink() and not path.name.startswith(SCRATCH):
                yield path.relative_to(data).as_posix(), path


def _take_place(new: Path, place: Path, aside: Path) -> None:
    """Move what stands there aside, and the new one there; done twice, the second time does nothing."""
    endings = ("", *LOG_ENDINGS) if place.name == ARCHIVE_NAME else ("",)
    for ending in endings:
        old = place.with_name(place.name + ending)
        if old.exists():
            aside.mkdir(parents=True, exist_ok=True)
            replace_file(old, aside / old.name)
    replace_file(new, place)


def _aside(data: Path) -> Path:
    names = (data / f"{ASIDE_NAME}-{number}" for number in count(1))
    return next(path for path in names if not path.exists())


def _moment_name(now: dt.datetime) -> str:
    """Sortable, and fit for a file on every system: "2026-05-04 09.00.00"."""
    return now.replace(tzinfo=None, microsecond=0).isoformat(sep=" ").replace(":", ".")
