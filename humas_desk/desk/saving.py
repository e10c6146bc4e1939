"""Files that are either the old ones or the new ones, never something between; and errors with names."""

from collections.abc import Callable, Mapping
from contextlib import suppress
import errno
from itertools import chain, count
from operator import methodcaller
import os
from pathlib import Path
import secrets
import shutil
import time
from typing import IO

from humas_desk.errors import (
    DiskFull,
    FileError,
    FileMissing,
    FileUnreadable,
    TargetLocked,
    TargetReadOnly,
    WriteFailed,
)

WINDOWS_LOCKED = frozenset({5, 32, 33})
"""Access denied, sharing and lock violation: somebody has the file open, often only for a moment (virus scanner, Word)."""
TEMPORARY_SUFFIX = ".tmp"
"""Of the file written beside; one that is found later is what a killed program left."""
REPLACE_ATTEMPTS = 10
REPLACE_WAIT_S = 0.055
"""Waited once, twice, three times as long …: about 2.5 s together."""


def write_atomically(path: Path, data: bytes, *, sleep: Callable[[float], None] = time.sleep) -> None:
    """Write beside, flush, fsync, replace: after this the file holds `data`, also when the power fails.

    Raises TargetLocked, TargetReadOnly, DiskFull or WriteFailed; the file that was there is then untouched.
    """
    write_piece_by_piece(path, methodcaller("write", data), sleep=sleep)


def write_piece_by_piece(
    path: Path, write: Callable[[IO[bytes]], object], *, sleep: Callable[[float], None] = time.sleep
) -> None:
    """The same for what does not fit into memory: `write` is given the open file; what else it raises is raised."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _refuse_read_only(path)
        beside = path.with_name(f".humas-{secrets.token_hex(6)}{TEMPORARY_SUFFIX}")
        try:
            _write_through(beside, write)
            replace_file(beside, path, sleep=sleep)
        except BaseException:
            with suppress(OSError):
                beside.unlink()
            raise
        sync_folder(path.parent)
    except OSError as error:
        raise write_error(path, error) from error


def write_folder(folder: Path, files: Mapping[str, bytes], *, sleep: Callable[[float], None] = time.sleep) -> Path:
    """A new folder with these files, by their bare names: all of them or none; gives where it stands.

    A folder that is there is never touched: the new one is then "… (2)" and so on. Raises as `write_atomically` does,
    naming the file it was about.
    """
    path = folder
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        beside = folder.with_name(f".humas-{secrets.token_hex(6)}{TEMPORARY_SUFFIX}")
        beside.mkdir()
        try:
            for name, data in files.items():
                path = folder / name
                _write_through(beside / name, methodcaller("write", data))
            sync_folder(beside)
            path = _free_path(folder)
            replace_file(beside, path, sleep=sleep)
        except BaseException:
            shutil.rmtree(beside, ignore_errors=True)
            raise
        sync_folder(folder.parent)
    except OSError as error:
        raise write_error(path, error) from error
    return path


def _free_path(path: Path) -> Path:
    """The path, or the first of "… (2)", "… (3)" … that is not there."""
    candidates = chain((path,), (path.with_name(f"{path.name} ({number})") for number in count(2)))
    return next(candidate for candidate in candidates if not candidate.exists())


def read_bytes(path: Path) -> bytes:
    """The file's bytes. Raises FileMissing or FileUnreadable."""
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise FileMissing(path) from error
    except OSError as error:
        raise FileUnreadable(path, _detail(error)) from error


def write_error(path: Path, error: OSError) -> FileError:
    """The system's refusal to write, by its name."""
    winerror = getattr(error, "winerror", None)
    if winerror in WINDOWS_LOCKED and not _is_read_only(path):
        return TargetLocked(path)
    if error.errno in (errno.ENOSPC, errno.EDQUOT) or winerror == 112:
        return DiskFull(path)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return TargetReadOnly(path)
    return WriteFailed(path, _detail(error))


def _detail(error: OSError) -> str:
    return error.strerror or type(error).__name__


def _refuse_read_only(path: Path) -> None:
    """A file marked read-only stays as it is, also where the folder would let us replace it."""
    if _is_read_only(path):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))


def _is_read_only(path: Path) -> bool:
    try:
        return path.exists() and not path.stat().st_mode & 0o200
    except OSError:
        return False


def _write_through(path: Path, write: Callable[[IO[bytes]], object]) -> None:
    with path.open("xb") as file:
        write(file)
        file.flush()
        os.fsync(file.fileno())


def replace_file(beside: Path, path: Path, *, sleep: Callable[[float], None] = time.sleep) -> None:
    """Put a written file (or folder) in its place; one that is held for a moment is waited for. Raises OSError."""
    for attempt in range(REPLACE_ATTEMPTS):
        try:
            beside.replace(path)
        except OSError as error:
            if getattr(error, "winerror", None) not in WINDOWS_LOCKED or attempt == REPLACE_ATTEMPTS - 1:
                raise
            sleep(REPLACE_WAIT_S * (attempt + 1))
        else:
            return


def sync_folder(folder: Path) -> None:
    """Make the new name last, where the system lets a folder be synced (not on Windows)."""
    if os.name == "nt":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
