"""Photos by their content: `photos/ab/ab12…`, written once, read with their SHA-256 looked at."""

from collections.abc import Callable, Iterable, Mapping
import hashlib
import json
from pathlib import Path
import re

from humas_desk.photos.image import Image

Write = Callable[[Path, bytes], None]
"""Has the bytes on the disk under that path when it returns, or raises a named error and leaves what was there."""

SHA256 = re.compile(r"[0-9a-f]{64}")
"""What a photo is called."""


class Pictures:
    """The folder of photos; it remembers which ones it has seen there."""

    def __init__(self, folder: Path, write: Write) -> None:
        self.folder = folder
        self._write = write
        self._here: set[str] = set()

    def path(self, sha256: str) -> Path:
        """Where the picture of this content lies."""
        return picture_path(self.folder, sha256)

    def add(self, images: Iterable[Image]) -> None:
        """Have these pictures on the disk. Raises what `Write` raises."""
        for image in images:
            if image.sha256 in self._here:
                continue
            path = self.path(image.sha256)
            if not _is_there(path, len(image.data)):
                self._write(path, image.data)
            self._here.add(image.sha256)

    def read(self, entry: "PictureEntry") -> Image | None:
        """The picture; None when it is gone, refused by the system, or not what it was."""
        sha256, form, width, height = entry
        if SHA256.fullmatch(sha256) is None:
            return None
        try:
            data = self.path(sha256).read_bytes()
        except OSError:
            return None
        if hashlib.sha256(data).hexdigest() != sha256:
            return None
        return Image(data=data, format=form, width_px=width, height_px=height, sha256=sha256)

    def sweep(self, needed: set[str]) -> int:
        """Remove the pictures that no release needs any more; gives how many."""
        gone = 0
        for path in self.folder.glob("??/*"):
            if SHA256.fullmatch(path.name) and path.name not in needed:
                path.unlink(missing_ok=True)
                self._here.discard(path.name)
                gone += 1
        return gone


PictureEntry = tuple[str, str, int, int]
"""SHA-256, format, width and height in pixels."""


def picture_path(folder: Path, sha256: str) -> Path:
    """Where in the folder of photos the picture of this content lies."""
    return folder / sha256[:2] / sha256


def pictures_text(entries: Mapping[str, PictureEntry]) -> str:
    """The entries by file name as one line of text, the same for the same entries."""
    return json.dumps({name: list(entries[name]) for name in sorted(entries)}, ensure_ascii=False)


def picture_entries(text: str) -> dict[str, PictureEntry]:
    """What `pictures_text` wrote; what does not look like an entry is left out."""
    try:
        values = json.loads(text)
    except ValueError:
        return {}
    entries: dict[str, PictureEntry] = {}
    for name, value in values.items() if isinstance(values, dict) else ():
        match value:
            case [str() as sha256, str() as form, int() as width, int() as height]:
                entries[name] = (sha256, form, width, height)
    return entries


def entry_of(image: Image) -> PictureEntry:
    """What the archive writes of a picture."""
    return (image.sha256, image.format, image.width_px, image.height_px)


def _is_there(path: Path, length: int) -> bool:
    try:
        return path.stat().st_size == length
    except OSError:
        return False
