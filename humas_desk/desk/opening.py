"""Release files: one is copied into the desk when it is opened, and only written by saving a copy."""

from collections.abc import Mapping
import hashlib
from pathlib import Path

from humas_desk.desk.history import State
from humas_desk.desk.photographs import used_photos
from humas_desk.desk.saving import write_atomically
from humas_desk.errors import HumasError
from humas_desk.photos.admit import admit
from humas_desk.photos.image import Image
from humas_desk.release.check import check_release
from humas_desk.release.container import Bundle, bundle_bytes, read_bundle
from humas_desk.release.problems import Problem
from humas_desk.release.release import Release
from humas_desk.values import dataclass

SUFFIX = ".humas"


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A file's release in the desk."""

    state: State
    problems: tuple[Problem, ...] = ()
    """What is to be mended in it."""
    errors: tuple[HumasError, ...] = ()
    """Pictures that could not be taken; their places in the release stay, without a picture."""


def open_file(path: Path) -> Opened:
    """The release of a `.humas` file, or of a bare release.json with its pictures beside it.

    Raises FileMissing, FileUnreadable, FileTooLarge, NotOurFile, NewerVersion or BadContent; the file is not touched.
    """
    bundle = read_bundle(path)
    photos, errors = admitted(bundle.photos, path)
    problems = check_release(bundle.release, photo_names=frozenset(photos))
    return Opened(state=State(release=bundle.release, photos=photos), problems=problems, errors=errors)


def save_copy(path: Path, state: State) -> None:
    """Write the release with its pictures as a `.humas` file.

    Raises TargetLocked, TargetReadOnly, DiskFull or WriteFailed; a file that was there is then as before.
    """
    write_atomically(path, bundle_bytes(bundled(state.release, state.photos)))


def bundled(release: Release, photos: Mapping[str, Image]) -> Bundle:
    """The release with the pictures it shows, as files hold them."""
    return Bundle(release=release, photos={name: image.data for name, image in used_photos(release, photos).items()})


def admitted(photos: Mapping[str, bytes], path: Path) -> tuple[dict[str, Image], tuple[HumasError, ...]]:
    """The pictures as they may go out; the same bytes are admitted once."""
    admitted: dict[str, Image] = {}
    seen: dict[bytes, Image] = {}
    errors: list[HumasError] = []
    for name, data in photos.items():
        key = hashlib.sha256(data).digest()
        try:
            if key not in seen:
                seen[key] = admit(data, path=path.with_name(name))
            admitted[name] = seen[key]
        except HumasError as error:
            errors.append(error)
    return admitted, tuple(errors)
