"""Photos of backups: shared in the folder `photos` beside them, every one proved by its SHA-256.

One spoiled photo must not keep a backup from being made, nor the releases from being had back.
"""

from collections.abc import Collection, Sequence
from contextlib import suppress
import hashlib
from pathlib import Path

from humas_desk.archive.pictures import SHA256, picture_path
from humas_desk.archive.progress import Progress, no_progress
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
    sound: list[str] = []
    for number, name in enumerate(names):
        if is_sound(folder, name):
            sound.append(name)
        progress(number / len(names))
    return sound


def share_photos(source: Path, target: Path, names: Sequence[str], progress: Progress) -> list[str]:
    """Have these photos in the folder that backups share, spoiled ones mended; gives those that are there and sound."""
    shared: list[str] = []
    for number, name in enumerate(names):
        if is_sound(target, name) or bring_photo(source, target, name):
            shared.append(name)
        progress(number / len(names))
    return shared


def bring_photos(source: Path, target: Path, names: Sequence[str], progress: Progress = no_progress) -> list[str]:
    """Copy these photos; gives those that could not be had."""
    missing = []
    for count, name in enumerate(names, start=1):
        if not bring_photo(source, target, name):
            missing.append(name)
        progress(count / len(names))
    return missing


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
