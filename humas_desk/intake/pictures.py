"""The pictures of a draft: each is admitted, or told about. Together they may cost no more than a draft is worth."""

from pathlib import Path, PurePosixPath
from typing import Final

from humas_desk.errors import FileTooLarge, PictureRefused
from humas_desk.intake.line import clean
from humas_desk.intake.manuscript import ManuscriptImage, Note, NoteKind
from humas_desk.photos.admit import admit, pixels_in
from humas_desk.photos.image import Image

MAX_PICTURES: Final = 60
MAX_PIXELS: Final = 16_000_000
"""Of one picture. JPEGs, which are decoded at a fraction of their size, may have eight times as many."""
MAX_PIXELS_TOGETHER: Final = 48_000_000
_JPEG_SHARE: Final = 8
_GENERATED_ALT: Final = ("description automatically generated", "deskripsi dibuat secara otomatis")


class Pictures:
    """Takes the pictures of one file; the same bytes are admitted once."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._left = MAX_PIXELS_TOGETHER
        self._taken: dict[bytes, Image] = {}

    def take(self, data: bytes, name: str, *, alt: str = "", row: int = 0) -> ManuscriptImage | Note:
        """The picture; a note with its name when it is refused or one too many."""
        refused = Note(kind=NoteKind.PICTURE, text=PurePosixPath(name).name)
        if data not in self._taken:
            pixels, form = pixels_in(data)
            cost = pixels // _JPEG_SHARE if form in {"JPEG", "MPO"} else pixels
            if not pixels or cost > min(MAX_PIXELS, self._left) or len(self._taken) >= MAX_PICTURES:
                return refused
            self._left -= cost
            try:
                self._taken[data] = admit(data, path=self._path.with_name(PurePosixPath(name).name or "gambar"))
            except (PictureRefused, FileTooLarge):
                return refused
        return ManuscriptImage(image=self._taken[data], alt=_said(alt), row=row)


def _said(alt: str) -> str:
    """An alternative text that a person wrote, on one line; guesses of Word's are not kept."""
    lines = [line for line in clean(alt).splitlines() if line.strip().lower() not in _GENERATED_ALT]
    return " ".join(" ".join(lines).split())
