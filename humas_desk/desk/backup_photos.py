"""Photos of backups: shared in the folder `photos` beside them, every one proved by its SHA-256.

One spoiled photo must not keep a backup from being made, nor the releases from being had back.
"""

from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
import hashlib
from pathlib import Path

from humas_desk.archive.pictures import SHA256, picture_path
from humas_desk.archive.progress import Progress
from humas_desk.desk.backup_file import sha256_of
from humas_desk.desk.saving import read_bytes, write_atomically
from humas_desk.errors import HumasError


def is_sound(folder: Path, sha256: str) -> bool:
    """Whether the photo is there, and what it was."""
    try:
        return sha256_of(picture_path(folder, sha256)) == sha256
    except OSError:
        return False


def sound_photos(folder: Path, names: Sequence[str], progress: Progress) -> list[str]:
    """Those of the photos that are there and what they were."""
    return _those(names, lambda name: is_sound(folder, name), progress)


def share_photos(source: Path, target: Path, names: Sequence[str], progress: Progress) -> list[str]:
    """Have these photos in the folder that backups share, spoiled ones mended; gives those that are there and sound."""
    return _those(names, lambda name: is_sound(target, name) or bring_photo(source, target, name), progress)


def bring_photos(source: Path, target: Path, names: Sequence[str], progress: Progress) -> list[str]:
    """Copy these photos; gives those that could not be had."""
    return _those(names, lambda name: not bring_photo(source, target, name), progress)


def bring_photo(source: Path, target: Path, name: str) -> bool:
    """Copy one photo if it is sound; whether it is. Raises the errors of writing."""
    try:
        data = read_bytes(picture_path(source, name))
    except HumasError:
        return False
    if hashlib.sha256(data).hexdigest() != name:
        return False
    write_atomically(picture_path(target, name), data)
    return True


def sweep_photos(folder: Path, needed: Collection[str]) -> None:
    """Take away the photos that no backup needs any more; other files in a folder of the user's choice are not ours."""
    for photo in folder.glob("??/*"):
        if SHA256.fullmatch(photo.name) and photo.parent.name == photo.name[:2] and photo.name not in needed:
            with suppress(OSError):
                photo.unlink()


def _those(names: Sequence[str], is_one: Callable[[str], bool], progress: Progress) -> list[str]:
    """Photo after photo, for each may take its time."""
    found: list[str] = []
    for count, name in enumerate(names, start=1):
        if is_one(name):
            found.append(name)
        progress(count / len(names))
    return found
