"""A draft folder that keeps the open release, as before there was an archive and where the archive cannot be used.

The draft folder holds one release.json and the pictures beside it, named by their content. Pictures are written first and
release.json is replaced last, in one step: at any moment the folder holds one whole release.
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
import datetime as dt
import hashlib
from itertools import count
from pathlib import Path
import shutil
from typing import Protocol, cast

from humas_desk.desk.history import State
from humas_desk.desk.photographs import photo_files, used_photos, with_photo_files
from humas_desk.desk.saving import TEMPORARY_SUFFIX, read_bytes, replace_file, write_atomically, write_error
from humas_desk.errors import FileMissing, FileUnreadable, HumasError
from humas_desk.photos.image import Image
from humas_desk.release.blocks import PhotoFile
from humas_desk.release.codec import decode_release, encode_release
from humas_desk.release.filename import is_bare_name
from humas_desk.release.release import Release

RELEASE_NAME = "release.json"
DRAFT_KEY = "draft"
"""Key added to every picture's entry of a draft: what the picture is called in the release, and its size."""
SPOILED_MARK = ".rusak-"
"""Between the draft folder's name and a number: a draft that could not be read."""
PUT_BY_MARK = "-"
"""The same, of a draft that waits for the archive while another release is written."""


class Keeper(Protocol):
    """Keeps the open release: the archive, and a draft folder where the archive cannot be used."""

    def keep(self, release: Release, photos: Mapping[str, Image]) -> None:
        """Have it on disk when this returns. Raises the named errors of `write_atomically`."""
        ...

    def last(self) -> State | None:
        """What was kept last, None when nothing was. Raises FileUnreadable, BadContent, NewerVersion, NotOurFile."""
        ...

    def forget(self) -> None:
        """Keep nothing any more."""
        ...


class DraftKeeper:
    """Keeps one release in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._unread: dict[str, PhotoFile] = {}
        """Entries, by the picture's name in the release, of pictures that the system would not give out: they stay."""

    @property
    def path(self) -> Path:
        """The draft's release.json."""
        return self._folder / RELEASE_NAME

    @property
    def has_unread(self) -> bool:
        """Whether the draft has pictures that the system would not give out when it was read."""
        return bool(self._unread)

    def kept_at(self) -> dt.datetime | None:
        """When the draft was last written, local time; None where there is none."""
        with suppress(OSError):
            return dt.datetime.fromtimestamp(self.path.stat().st_mtime, dt.UTC).astimezone()
        return None

    def keep(self, release: Release, photos: Mapping[str, Image]) -> None:
        """Write what is not there yet; the draft before stays whole until the last step, one of another release for good."""
        if self.holds_another(release.id):
            self.put_by()
        used = used_photos(release, photos)
        for image in used.values():
            path = self._folder / _content_name(image)
            if not path.exists():
                write_atomically(path, image.data)
        kept = with_photo_files(release, lambda file: self._entry(file, used.get(file.file)))
        write_atomically(self.path, encode_release(kept))
        self._sweep({file.file for file in photo_files(kept)})

    def last(self) -> State | None:
        """The draft; pictures that are gone, spoiled or refused are left out, and the check then names them.

        One that is there but refused (a scanner holds it) stays in the folder and is tried again at the next start.
        """
        try:
            kept = decode_release(read_bytes(self.path), self.path)
        except FileMissing:
            return None
        photos: dict[str, Image] = {}
        for file in photo_files(kept):
            image = self._image(file)
            if image is not None:
                photos[_release_entry(file).file] = image
        return State(release=with_photo_files(kept, _release_entry), photos=photos)

    def forget(self) -> None:
        """Remove the draft. Errors of the system are left for the next write to meet."""
        with suppress(OSError):
            self.path.unlink(missing_ok=True)
        self._sweep(set())

    def set_aside(self) -> None:
        """Keep a draft that cannot be read, pictures included, in a folder beside: the next one does not touch it."""
        if self._folder.is_dir():
            with suppress(OSError):
                self._folder.rename(self._free_folder(SPOILED_MARK))

    def holds_another(self, release_id: str) -> bool:
        """Whether a release lies here that is not this one."""
        try:
            return decode_release(read_bytes(self.path), self.path).id != release_id
        except FileMissing:
            return False
        except HumasError:
            return self._folder.is_dir()

    def put_by(self) -> None:
        """Keep the release that lies here in a folder of its own, until the archive can have it; `others` finds it.

        Raises the named errors of writing when the system refuses: then nothing may be written over it.
        """
        try:
            replace_file(self._folder, self._free_folder(PUT_BY_MARK))
        except OSError as error:
            raise write_error(self._folder, error) from error

    def others(self) -> tuple["DraftKeeper", ...]:
        """The releases that were put by."""
        folders = sorted(self._folder.parent.glob(f"{self._folder.name}{PUT_BY_MARK}*"))
        return tuple(DraftKeeper(folder) for folder in folders if folder.is_dir())

    def remove(self) -> None:
        """Take the draft away with its folder; what the system holds stays."""
        shutil.rmtree(self._folder, ignore_errors=True)

    def _free_folder(self, mark: str) -> Path:
        folders = (self._folder.with_name(f"{self._folder.name}{mark}{number}") for number in count(1))
        return next(folder for folder in folders if not folder.exists())

    def _image(self, file: PhotoFile) -> Image | None:
        facts = _draft_facts(file)
        width, height = facts.get("width"), facts.get("height")
        if not isinstance(width, int) or not isinstance(height, int) or not is_bare_name(file.file):
            return None
        try:
            data = read_bytes(self._folder / file.file)
        except FileMissing:
            return None
        except FileUnreadable:
            self._unread[_release_entry(file).file] = file
            return None
        sha256 = hashlib.sha256(data).hexdigest()
        if not file.file.startswith(sha256):
            return None
        form = "PNG" if file.file.endswith(".png") else "JPEG"
        return Image(data=data, format=form, width_px=width, height_px=height, sha256=sha256)

    def _entry(self, file: PhotoFile, image: Image | None) -> PhotoFile:
        """The picture's entry as the draft has it; one whose picture is missing stays as it is."""
        if image is None:
            return self._unread.get(file.file, file)
        facts = {"file": file.file, "width": image.width_px, "height": image.height_px}
        return replace(file, file=_content_name(image), unknown=(*file.unknown, (DRAFT_KEY, facts)))

    def _sweep(self, needed: set[str]) -> None:
        """Remove pictures of earlier states and remains of a write that was cut off."""
        with suppress(OSError):
            for path in self._folder.iterdir():
                gone = path.suffix in (".jpg", ".png") and path.name not in needed
                if gone or path.name.endswith(TEMPORARY_SUFFIX):
                    path.unlink(missing_ok=True)


def _content_name(image: Image) -> str:
    return f"{image.sha256}{'.png' if image.format == 'PNG' else '.jpg'}"


def _release_entry(file: PhotoFile) -> PhotoFile:
    """The picture's entry as the release has it."""
    name = _draft_facts(file).get("file")
    unknown = tuple(pair for pair in file.unknown if pair[0] != DRAFT_KEY)
    return replace(file, file=name if isinstance(name, str) else file.file, unknown=unknown)


def _draft_facts(file: PhotoFile) -> dict[str, object]:
    facts = dict(file.unknown).get(DRAFT_KEY)
    return cast(dict[str, object], facts) if isinstance(facts, dict) else {}
