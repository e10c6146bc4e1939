"""One backup as one file: a ZIP with the archive, offices, templates, words and settings, and a list with their SHA-256.

A backup beside others leaves its photos in the folder `photos` beside it, where all backups share them; one for another
computer (`whole`) has them inside.
"""

from collections.abc import Mapping
from contextlib import suppress
import datetime as dt
import hashlib
import json
import os
from pathlib import Path, PurePosixPath
from typing import IO
import zipfile
import zlib

from humas_desk.archive.files import ARCHIVE_NAME, PHOTOS_NAME
from humas_desk.archive.pictures import SHA256
from humas_desk.archive.progress import Progress, no_progress
from humas_desk.desk.saving import write_error, write_piece_by_piece
from humas_desk.errors import BackupDamaged, FileMissing, FileUnreadable, NewerVersion, NotOurFile
from humas_desk.values import dataclass

SUFFIX = ".humas-backup"
LIST_NAME = "backup.json"
FILES = ("settings.toml",)
FOLDERS = ("offices", "templates", "words")
"""What stands in a backup besides the archive and its photos."""
FORMAT = "humas-desk/backup"
VERSION = 1
CHUNK = 1 << 20
MOST_LISTED = 32_000_000
"""Bytes of the list: that of 300,000 photos."""
_SPOILED = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, ValueError, EOFError, KeyError)
"""What the standard library raises on damaged ZIP files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupFacts:
    """What a backup's list says."""

    path: Path
    made_at: dt.datetime
    releases: int
    files: Mapping[str, str]
    """Name inside the ZIP: SHA-256."""
    photos: frozenset[str]
    """SHA-256 of every photo the archive in it shows, and the backup has."""
    whole: bool
    """The photos are inside."""

    @property
    def size(self) -> int:
        """In bytes, photos beside it not counted; 0 when it has gone."""
        with suppress(OSError):
            return self.path.stat().st_size
        return 0


def write_backup(
    path: Path, sources: Mapping[str, Path], facts: Mapping[str, object], *, progress: Progress = no_progress
) -> None:
    """Write the ZIP beside, flush, and put it in its place. `sources`: name inside: file. Raises the errors of writing."""
    write_piece_by_piece(path, lambda file: _pack(file, sources, facts, progress))


def read_facts(path: Path) -> BackupFacts:
    """What the backup's list says. Raises FileMissing, FileUnreadable, NotOurFile and NewerVersion."""
    try:
        with zipfile.ZipFile(path) as archive, archive.open(LIST_NAME) as member:
            content = member.read(MOST_LISTED + 1)
        values = json.loads(content) if len(content) <= MOST_LISTED else None
    except FileNotFoundError as error:
        raise FileMissing(path) from error
    except PermissionError as error:
        raise FileUnreadable(path, type(error).__name__) from error
    except (*_SPOILED, OSError) as error:
        raise NotOurFile(path, "damaged ZIP") from error
    if not isinstance(values, dict) or values.get("format") != FORMAT:
        raise NotOurFile(path, "format")
    if values.get("version") != VERSION:
        raise NewerVersion(path, str(values.get("version")))
    try:
        return _facts(path, values)
    except (KeyError, TypeError, ValueError) as error:
        raise NotOurFile(path, LIST_NAME) from error


def unpack(facts: BackupFacts, into: Path, *, progress: Progress = no_progress) -> None:
    """Read every file of the backup, and write it into the folder.

    Raises BackupDamaged, naming the first file that is not what was written, and the errors of writing.
    """
    if not facts.path.exists():
        raise FileMissing(facts.path)
    name = "ZIP"
    try:
        with zipfile.ZipFile(facts.path) as archive:
            counted = _Counted(progress, sum(info.file_size for info in archive.infolist()))
            for name, sha256 in facts.files.items():
                with archive.open(name) as member:
                    found = _copied(member, into.joinpath(*PurePosixPath(name).parts), counted)
                if found != sha256:
                    raise BackupDamaged(facts.path, name)
    except _SPOILED as error:
        raise BackupDamaged(facts.path, name) from error
    except OSError as error:
        raise write_error(Path(error.filename or facts.path), error) from error


def sha256_of(path: Path) -> str:
    """Of a file's content, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _pack(file: IO[bytes], sources: Mapping[str, Path], facts: Mapping[str, object], progress: Progress) -> None:
    """The list comes last: it says what was read when it was packed, also of a file that somebody is writing."""
    counted = _Counted(progress, sum(path.stat().st_size for path in sources.values()))
    listed: dict[str, str] = {}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, path in sources.items():
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_STORED if name.startswith(f"{PHOTOS_NAME}/") else zipfile.ZIP_DEFLATED
            with path.open("rb") as source, archive.open(info, "w", force_zip64=True) as member:
                listed[name] = _poured(source, member, counted)
        content = {"format": FORMAT, "version": VERSION, **facts, "files": listed}
        archive.writestr(LIST_NAME, json.dumps(content, indent=1, ensure_ascii=False))


class _Counted:
    """Counts bytes, and tells the share of all of them."""

    def __init__(self, progress: Progress, of: int) -> None:
        self._progress, self._of, self._done = progress, of, 0

    def add(self, count: int) -> None:
        self._done += count
        self._progress(min(1.0, self._done / self._of) if self._of else 1.0)


def _facts(path: Path, values: Mapping[str, object]) -> BackupFacts:
    files, photos, made, releases = (values[name] for name in ("files", "photos", "made", "releases"))
    if not (isinstance(files, dict) and isinstance(photos, list) and isinstance(releases, int)):
        raise TypeError(LIST_NAME)
    if not all(_is_ours(name) and SHA256.fullmatch(sha256) for name, sha256 in files.items()):
        raise ValueError(LIST_NAME)
    return BackupFacts(
        path=path,
        made_at=_moment(str(made)),
        releases=max(0, releases),
        files=files,
        photos=frozenset(str(name) for name in photos if SHA256.fullmatch(str(name))),
        whole=values.get("whole") is True,
    )


def _moment(text: str) -> dt.datetime:
    """With its zone, so that all backups can be put in order. ValueError without one."""
    made = dt.datetime.fromisoformat(text)
    if made.tzinfo is None:
        raise ValueError(LIST_NAME)
    return made


def _is_ours(name: str) -> bool:
    """Whether a backup may bring this file, by a name that stays in its folder on every system.

    A log beside the archive, say, would spoil it.
    """
    parts = name.split("/")
    if name not in (ARCHIVE_NAME, *FILES) and (len(parts) == 1 or parts[0] not in (*FOLDERS, PHOTOS_NAME)):
        return False
    return all(part not in ("", ".", "..") and not set(part) & set('\\:\0*?"<>|') for part in parts)


def _copied(member: IO[bytes], target: Path, counted: _Counted) -> str:
    """The SHA-256 of what is read and written into `target`, on the disk when this returns."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("xb") as out:
        sha256 = _poured(member, out, counted)
        out.flush()
        os.fsync(out.fileno())
    return sha256


def _poured(source: IO[bytes], target: IO[bytes], counted: _Counted) -> str:
    """From one file into the other; gives the SHA-256 of it."""
    digest = hashlib.sha256()
    while chunk := source.read(CHUNK):
        digest.update(chunk)
        target.write(chunk)
        counted.add(len(chunk))
    return digest.hexdigest()
