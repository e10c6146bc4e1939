"""Any file that somebody may bring as a draft: what it is, is seen in its content, never in its name."""

from dataclasses import dataclass
from pathlib import Path
import re
from typing import Final

from humas_desk.errors import (
    DraftEmpty,
    DraftEncrypted,
    DraftKindOld,
    DraftKindUnknown,
    FileMissing,
    FileTooLarge,
    FileUnreadable,
)
from humas_desk.intake.decoding import decoded, utf16_without_mark
from humas_desk.intake.docx_reader import read_docx
from humas_desk.intake.html_reader import read_html
from humas_desk.intake.manuscript import Manuscript
from humas_desk.intake.odt_reader import CONTENT, read_odt
from humas_desk.intake.packed import Packed
from humas_desk.intake.pdf_guard import check_pdf
from humas_desk.intake.pdf_reader import opened, read_pdf
from humas_desk.intake.returned import Returned, returned_docx, returned_pdf
from humas_desk.release.codec import RELEASE_NAME
from humas_desk.release.container import Bundle, read_bundle

MAX_BYTES: Final = 200_000_000
MAX_TEXT_BYTES: Final = 5_000_000
_HEAD_BYTES: Final = 4096
_NOTHING: Final = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n\f\v"
"""Blanks, and what an editor writes before the first letter."""
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OURS: Final = re.compile(rb'^\s*\{.*"format"\s*:\s*"humas-desk/release"', re.DOTALL)
_HTML: Final = re.compile(
    rb"\AVersion:[\d.]+\s+StartHTML|<(?:!doctype\s+html|html|head|body|meta|p|div|span|table|br|h[1-6]|b|i|ul|ol|a)\b[^<]*>",
    re.IGNORECASE,
)
_OTHER_FORMS: Final = (
    (re.compile(rb"\A\s*\{\\rtf"), "rtf"),
    (re.compile(rb"\A(?:[\w-]+: .*\r?\n)*MIME-Version:", re.IGNORECASE), "mht"),
    (re.compile(rb"<\?mso-application|<w:wordDocument\b|<pkg:package\b"), "xml"),
    (re.compile(rb"<office:document\s"), "fodt"),
)
"""Forms that Word and LibreOffice open and save as DOCX."""
_CONTROLS: Final = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]")
_CHAT: Final = re.compile(r"[^/]+\.txt", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainText:
    """A text file, or the chat in an exported conversation: text as it is, with a messenger's marks if it has some."""

    text: str


OpenedDraft = Manuscript | PlainText | Bundle | Returned


def open_draft(path: Path) -> OpenedDraft:
    """What stands in the file: a manuscript, plain text, a release of our own with its photos, or a working copy.

    Raises FileMissing, FileUnreadable, FileTooLarge, DraftKindUnknown, DraftKindOld, DraftEncrypted, DraftDamaged,
    DraftEmpty, DraftRefused and DraftWithoutText; for our own files what `read_bundle` raises.
    """
    data = _read(path)
    head = data[:_HEAD_BYTES]
    if not data.strip(_NOTHING):
        raise DraftEmpty(path)
    if head.startswith(b"PK"):
        return _packed(data, path)
    if b"%PDF-" in head[:1024]:
        return _pdf(data, path)
    if head.startswith(_OLE):
        raise _ole_error(data, path)
    if _OURS.match(head):
        return read_bundle(path)
    for form, suffix in _OTHER_FORMS:
        if form.search(head):
            raise DraftKindOld(path, suffix)
    is_wide = head[:2] in {b"\xff\xfe", b"\xfe\xff"} or utf16_without_mark(head)
    text = head.replace(b"\0", b"") if is_wide else head
    if _HTML.search(text):
        return read_html(data, path, folder=path.parent)
    return _text(data, path)


def _read(path: Path) -> bytes:
    if path.is_dir():
        raise DraftKindUnknown(path, "folder")
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise FileMissing(path) from error
    except (OSError, ValueError) as error:
        raise FileUnreadable(path, str(error)) from error
    if len(data) > MAX_BYTES:
        raise FileTooLarge(path, f"{MAX_BYTES // 1_000_000} MB")
    return data


def _packed(data: bytes, path: Path) -> OpenedDraft:
    """A ZIP file: our own, Word's, LibreOffice's, or an exported conversation."""
    if RELEASE_NAME.encode() in data[:100]:
        return read_bundle(path)
    packed = Packed(data, path)
    if RELEASE_NAME in packed:
        return read_bundle(path)
    if "[Content_Types].xml" in packed or "word/document.xml" in packed:
        return returned_docx(data, packed, path) or read_docx(data, path)
    if CONTENT in packed and "META-INF/manifest.xml" in packed:
        return read_odt(data, path)
    chats = [name for name in packed.names if _CHAT.fullmatch(name)]
    if len(chats) == 1:
        return _text(packed.read(chats[0], MAX_TEXT_BYTES), path)
    raise DraftKindUnknown(path, "zip")


def _pdf(data: bytes, path: Path) -> OpenedDraft:
    check_pdf(data, path)
    document = opened(data, path)
    try:
        returned = returned_pdf(document, path)
    finally:
        document.close()
    return returned or read_pdf(data, path)


def _ole_error(data: bytes, path: Path) -> DraftEncrypted | DraftKindOld | DraftKindUnknown:
    """Microsoft's container before 2007, which still wraps what is locked with a password."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return DraftEncrypted(path)
    if "WordDocument".encode("utf-16-le") in data:
        return DraftKindOld(path, "doc")
    return DraftKindUnknown(path, "ole")


def _text(data: bytes, path: Path) -> PlainText:
    if len(data) > MAX_TEXT_BYTES:
        raise FileTooLarge(path, f"{MAX_TEXT_BYTES // 1_000_000} MB")
    text = decoded(data)
    if len(_CONTROLS.findall(text)) > len(text) // 200:
        raise DraftKindUnknown(path, "binary")
    return PlainText(text=_CONTROLS.sub("", text).replace("\r\n", "\n").replace("\r", "\n"))
