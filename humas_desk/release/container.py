"""`.humas`: a release and its photos in one ZIP; and a bare release.json with its photos beside it.

A file may come from anywhere, so nothing in it is believed: sizes are counted while unpacking, only `release.json` and the
photos it names are read, and every member must have a bare name.
"""

from collections.abc import Iterator, Mapping
from dataclasses import field
import datetime as dt
from io import BytesIO
from pathlib import Path
import stat
import struct
import zipfile
import zlib

from humas_desk.errors import FileMissing, FileTooLarge, FileUnreadable, NotOurFile
from humas_desk.release import codec
from humas_desk.release.blocks import Block, Photo
from humas_desk.release.codec import RELEASE_NAME
from humas_desk.release.filename import is_bare_name
from humas_desk.release.release import Release
from humas_desk.release.zip_directory import directory_bytes
from humas_desk.values import dataclass

MAX_FILE_BYTES = 200_000_000
"""Of the container itself."""
MAX_PHOTO_BYTES = 60_000_000
MAX_UNPACKED_BYTES = 250_000_000
"""Of all photos together."""
MAX_MEMBERS = 1000

_MAX_DIRECTORY_BYTES = MAX_MEMBERS * 700
_ZIP_ERRORS = (zipfile.BadZipFile, zlib.error, struct.error, NotImplementedError, RuntimeError, ValueError, OverflowError,
               EOFError, OSError, KeyError, IndexError, MemoryError)  # fmt: skip
"""What the standard library raises on damaged or hostile archives in memory."""
_FIXED_TIME = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """A release with its photos as they lie in the file."""

    release: Release
    photos: Mapping[str, bytes] = field(default_factory=dict)
    """By bare name; a photo that the release names may be missing."""


def photo_files(release: Release) -> tuple[str, ...]:
    """Names of all photos of a release, attachments included, each once, in order."""
    return tuple(dict.fromkeys(_names(release)))


def read_bundle(path: Path) -> Bundle:
    """The release in a `.humas` or in a bare JSON file, with its photos.

    Raises FileMissing, FileUnreadable, FileTooLarge, NotOurFile, NewerVersion and BadContent.
    """
    data = _read(path, MAX_FILE_BYTES)
    if data.startswith(b"PK"):
        return unpacked(data, path)
    release = codec.decode_release(data, path)
    return Bundle(release=release, photos=_photos_beside(path, release))


def bundle_bytes(bundle: Bundle, beside: Mapping[str, bytes] | None = None) -> bytes:
    """The `.humas` file: the release and the photos it names, no others; the same bytes for the same bundle.

    `beside`: further members by bare name, which `read_bundle` leaves alone.

    Members are stored, not packed: photos do not shrink, and packers differ between systems. Their time is the
    dateline's day at 00:00, without one 1 January 1980.
    """
    members = {RELEASE_NAME: codec.encode_release(bundle.release)}
    members |= {name: bundle.photos[name] for name in sorted(photo_files(bundle.release)) if name in bundle.photos}
    members |= beside or {}
    return packed(members, bundle.release.dateline.date)


def _names(release: Release) -> Iterator[str]:
    lists: list[tuple[Block, ...]] = [release.blocks, *(attachment.blocks for attachment in release.attachments)]
    for blocks in lists:
        for block in blocks:
            if isinstance(block, Photo):
                yield from (photo.file for photo in block.files)


def _read(path: Path, most: int) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(most + 1)
    except FileNotFoundError as error:
        raise FileMissing(path) from error
    except (OSError, ValueError) as error:
        raise FileUnreadable(path, str(error)) from error
    if len(data) > most:
        raise FileTooLarge(path, f"{most // 1_000_000} MB")
    return data


def _photos_beside(path: Path, release: Release) -> dict[str, bytes]:
    """Photos in the folder of the JSON file; links are not followed, they may lead anywhere."""
    photos: dict[str, bytes] = {}
    left = MAX_UNPACKED_BYTES
    for name in photo_files(release):
        beside = path.parent / name
        if beside.is_file() and not beside.is_symlink():
            photos[name] = _read(beside, MAX_PHOTO_BYTES)
            left -= len(photos[name])
        if left < 0:
            raise FileTooLarge(path, f"{MAX_UNPACKED_BYTES // 1_000_000} MB")
    return photos


def unpacked(data: bytes, path: Path) -> Bundle:
    """The same from a `.humas` file's bytes; `path` names it in errors only."""
    return unpacked_with(data, path, "", 0)[0]


def unpacked_with(data: bytes, path: Path, beside: str, most: int) -> tuple[Bundle, bytes]:
    """The bundle and the member of that name beside it, of so many bytes at most; empty: there is none."""
    _check_directory(data, path)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            members = _members(archive, path)
            if RELEASE_NAME not in members:
                raise NotOurFile(path, RELEASE_NAME)
            content = _member(archive, members[RELEASE_NAME], codec.MAX_BYTES, path)
            release = codec.decode_release(content, path)
            bundle = Bundle(release=release, photos=_photos_inside(archive, members, release, path))
            return bundle, _member(archive, members[beside], most, path) if beside in members else b""
    except _ZIP_ERRORS as error:
        raise NotOurFile(path, "damaged ZIP") from error


def packed_member(data: bytes, path: Path, name: str, most: int) -> bytes:
    """The member of that name, of so many bytes at most, in a ZIP that is trusted as little as a `.humas` file.

    `path` names the file in errors only. Raises NotOurFile and FileTooLarge.
    """
    _check_directory(data, path)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            members = _members(archive, path)
            if name not in members:
                raise NotOurFile(path, name)
            return _member(archive, members[name], most, path)
    except _ZIP_ERRORS as error:
        raise NotOurFile(path, "damaged ZIP") from error


def packed(members: Mapping[str, bytes], day: dt.date | None = None) -> bytes:
    """Members by bare name in one ZIP, stored and not packed; the same bytes for the same members and day."""
    out = BytesIO()
    time = (day.year, day.month, day.day, 0, 0, 0) if day and 1980 <= day.year <= 2107 else _FIXED_TIME
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, data in members.items():
            info = zipfile.ZipInfo(name, time)
            info.create_system = 3
            info.external_attr = (stat.S_IFREG | 0o644) << 16
            archive.writestr(info, data)
    return out.getvalue()


def _check_directory(data: bytes, path: Path) -> None:
    """Refuse a table of contents so long that reading it alone would take seconds, and ZIP64, which we never write."""
    size = directory_bytes(data)
    if size is None:
        raise NotOurFile(path, "damaged ZIP")
    if size > _MAX_DIRECTORY_BYTES:
        raise FileTooLarge(path, f"{MAX_MEMBERS} members")


def _members(archive: zipfile.ZipFile, path: Path) -> dict[str, zipfile.ZipInfo]:
    """All members by name, after all of them were found harmless."""
    members: dict[str, zipfile.ZipInfo] = {}
    folded: set[str] = set()
    for info in archive.infolist():
        is_link = stat.S_ISLNK(info.external_attr >> 16)
        is_packed_otherwise = info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
        if is_link or is_packed_otherwise or info.flag_bits & 1 or not is_bare_name(info.orig_filename):
            raise NotOurFile(path, f"member {info.orig_filename[:80]!r}")
        if info.filename.casefold() in folded:
            raise NotOurFile(path, f"member twice {info.filename[:80]!r}")
        folded.add(info.filename.casefold())
        members[info.filename] = info
    if len(members) > MAX_MEMBERS:
        raise FileTooLarge(path, f"{MAX_MEMBERS} members")
    return members


def _photos_inside(
    archive: zipfile.ZipFile, members: Mapping[str, zipfile.ZipInfo], release: Release, path: Path
) -> dict[str, bytes]:
    photos: dict[str, bytes] = {}
    left = MAX_UNPACKED_BYTES
    for name in photo_files(release):
        if name in members:
            photos[name] = _member(archive, members[name], min(MAX_PHOTO_BYTES, left), path)
            left -= len(photos[name])
    return photos


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, most: int, path: Path) -> bytes:
    """One member's bytes; what the archive says about its size is not believed, it is counted."""
    with archive.open(info) as member:
        data = member.read(most + 1)
    if len(data) > most:
        raise FileTooLarge(path, f"{most // 1_000_000} MB")
    return data
