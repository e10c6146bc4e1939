"""Our own working copies, come back: the release that they carry, and what was changed in the copy meanwhile."""

import base64
import binascii
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
import re
from typing import Final

import pypdfium2

from humas_desk.errors import FileTooLarge, HumasError
from humas_desk.intake.differences import Difference, differences
from humas_desk.intake.docx_reader import paragraphs_of
from humas_desk.intake.manuscript import Note
from humas_desk.intake.packed import Packed
from humas_desk.release.carried import CARRIED_NAME, Carried, read_carried

NAMESPACE: Final = b"urn:humas-desk:carried:1"
MAX_ITEM_BYTES: Final = 60_000_000
MAX_ENCLOSED_BYTES: Final = 45_000_000
_ITEM: Final = re.compile(r"customxml/item\d+\.xml", re.IGNORECASE)
_HEAD_BYTES: Final = 2000
_DIGEST: Final = re.compile(rb"""\bsha256\s*=\s*["']([0-9a-f]{64})["']""")
_CHUNK: Final = re.compile(rb"<(?:\w+:)?chunk[^>]*>([^<]*)<")


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """A working copy that came back."""

    carried: Carried
    """As it was when the copy was written."""
    differences: tuple[Difference, ...] = ()
    """What was changed in the copy since, paragraph by paragraph."""
    notes: tuple[Note, ...] = ()
    """Comments and footnotes that somebody wrote into the copy."""


def returned_docx(data: bytes, packed: Packed, path: Path) -> Returned | None:
    """What a DOCX of ours brings back; None: it carries no release, or not a whole one."""
    for name in packed.names:
        if not _ITEM.fullmatch(name):
            continue
        try:
            item = packed.read(name, MAX_ITEM_BYTES)
            enclosed = _enclosed(item) if NAMESPACE in item[:_HEAD_BYTES] else b""
            carried = read_carried(enclosed, path) if enclosed else None
        except HumasError:
            continue
        if carried is not None:
            paragraphs, notes = paragraphs_of(data, path)
            changed = differences(carried.passages, paragraphs) if carried.passages else ()
            return Returned(carried=carried, differences=changed, notes=notes)
    return None


def returned_pdf(document: pypdfium2.PdfDocument, path: Path) -> Returned | None:
    """What a PDF of ours brings back; None: it carries no release, or not a whole one."""
    for number in range(min(document.count_attachments(), 20)):
        enclosed = document.get_attachment(number)
        if enclosed.get_name() != CARRIED_NAME:
            continue
        try:
            data = bytes(enclosed.get_data())
            if len(data) > MAX_ENCLOSED_BYTES:
                raise FileTooLarge(path, f"{MAX_ENCLOSED_BYTES // 1_000_000} MB")
            return Returned(carried=read_carried(data, path))
        except (HumasError, pypdfium2.PdfiumError):
            continue
    return None


def _enclosed(item: bytes) -> bytes:
    """The enclosed file of a custom XML part; empty when it is not as it was written."""
    digest = _DIGEST.search(item[:_HEAD_BYTES])
    try:
        data = b"".join(base64.b64decode(chunk, validate=False) for chunk in _CHUNK.findall(item))
    except (binascii.Error, ValueError):
        return b""
    return data if digest and sha256(data).hexdigest().encode() == digest[1] else b""
