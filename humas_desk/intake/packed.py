"""The ZIP file that a DOCX or ODT is, opened without believing anything it says.

Nothing is written to a disk. Sizes are refused by what the table of contents says, and counted again while unpacking.
"""

from io import BytesIO
from pathlib import Path
import stat
import struct
from typing import Final
import zipfile
import zlib

from humas_desk.errors import DraftDamaged, DraftEncrypted, DraftRefused, FileTooLarge
from humas_desk.release.zip_directory import directory_bytes

MAX_PARTS: Final = 2000
MAX_XML_BYTES: Final = 5_000_000
"""Of one part with text; a release of twenty pages has a tenth of it."""
MAX_UNPACKED_BYTES: Final = 200_000_000
"""Of all parts, pictures included."""
MAX_RATIO: Final = 150
"""Unpacked against packed, for parts larger than `RATIO_FROM`."""
RATIO_FROM: Final = 1_000_000

_MAX_DIRECTORY_BYTES: Final = MAX_PARTS * 300
_METHODS: Final = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_ZIP_ERRORS = (zipfile.BadZipFile, zlib.error, struct.error, NotImplementedError, RuntimeError, ValueError, OverflowError,
               EOFError, OSError, KeyError, IndexError, MemoryError)  # fmt: skip
"""What the standard library raises on damaged or hostile archives in memory."""


class Packed:
    """The parts of a ZIP file by name; letter case does not count.

    Raises DraftDamaged, DraftEncrypted, DraftRefused and FileTooLarge, when it is made and when a part is read.
    """

    def __init__(self, data: bytes, path: Path) -> None:
        self.path = path
        size = directory_bytes(data)
        if size is None:
            raise DraftDamaged(path, "ZIP without an end")
        if size > _MAX_DIRECTORY_BYTES:
            raise FileTooLarge(path, f"{MAX_PARTS} parts")
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
            self._parts = self._checked(self._archive.infolist())
        except _ZIP_ERRORS as error:
            raise DraftDamaged(path, str(error)[:200]) from error

    @property
    def names(self) -> tuple[str, ...]:
        """All parts, spelled as in the file, in its order."""
        return tuple(info.filename.replace("\\", "/") for info in self._parts.values())

    def __contains__(self, name: str) -> bool:
        return name.casefold() in self._parts

    def read(self, name: str, most: int = MAX_XML_BYTES) -> bytes:
        """A part's bytes; empty when there is none."""
        info = self._parts.get(name.casefold())
        if info is None:
            return b""
        if info.file_size > most:
            raise FileTooLarge(self.path, f"{most // 1_000_000} MB")
        try:
            with self._archive.open(info) as part:
                data = part.read(most + 1)
        except _ZIP_ERRORS as error:
            raise DraftDamaged(self.path, f"{name[:80]}: {error}"[:200]) from error
        if len(data) > most:
            raise FileTooLarge(self.path, f"{most // 1_000_000} MB")
        return data

    def _checked(self, infos: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
        parts: dict[str, zipfile.ZipInfo] = {}
        for info in infos:
            if info.is_dir():
                continue
            name = info.filename.replace("\\", "/").casefold()
            if info.flag_bits & 1:
                raise DraftEncrypted(self.path)
            if (wrong := _wrong_with(info, name)) or name in parts:
                raise DraftRefused(self.path, f"{wrong or 'twice'}: {info.filename[:80]!r}")
            parts[name] = info
        if len(parts) > MAX_PARTS:
            raise FileTooLarge(self.path, f"{MAX_PARTS} parts")
        if sum(info.file_size for info in parts.values()) > MAX_UNPACKED_BYTES:
            raise FileTooLarge(self.path, f"{MAX_UNPACKED_BYTES // 1_000_000} MB")
        return parts


def _wrong_with(info: zipfile.ZipInfo, name: str) -> str:
    """What no honest office file has; empty when nothing is."""
    if name.startswith("/") or ":" in name or ".." in name.split("/"):
        return "leads elsewhere"
    if stat.S_ISLNK(info.external_attr >> 16):
        return "link"
    if info.compress_type not in _METHODS:
        return "packed in another way"
    if info.file_size > RATIO_FROM and info.file_size > MAX_RATIO * max(1, info.compress_size):
        return "unpacks without end"
    return ""
