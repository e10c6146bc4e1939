"""What a file is, is seen in its content."""

from pathlib import Path

import pytest

from humas_desk.errors import (
    DraftDamaged,
    DraftEmpty,
    DraftEncrypted,
    DraftKindOld,
    DraftKindUnknown,
    FileMissing,
    HumasError,
)
from humas_desk.intake.manuscript import Manuscript, ManuscriptParagraph
from humas_desk.intake.opening import OpenedDraft, PlainText, open_draft
from humas_desk.release.container import Bundle, bundle_bytes
from humas_desk.release.release import Release
from tests.intake.docx_building import docx, p, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def opened(tmp_path: Path, data: bytes, name: str = "draf.docx") -> OpenedDraft:
    (tmp_path / name).write_bytes(data)
    return open_draft(tmp_path / name)


def test_a_wrong_suffix_misleads_nobody(tmp_path: Path) -> None:
    body = Manuscript(items=(ManuscriptParagraph(text="Teks"),))
    assert opened(tmp_path, docx(p("Teks")), "draf.txt") == body
    assert opened(tmp_path, b"<p>Teks</p>", "draf.docx") == body
    assert opened(tmp_path, b"Teks", "draf.pdf") == PlainText(text="Teks")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
def test_text_is_read_in_every_usual_encoding(tmp_path: Path, encoding: str) -> None:
    assert opened(tmp_path, "Kafé “satu”\r\ndua".encode(encoding)) == PlainText(text="Kafé “satu”\ndua")


def test_text_with_a_sign_for_less_is_text(tmp_path: Path) -> None:
    assert opened(tmp_path, b"5 < 6 dan a <kosong> b") == PlainText(text="5 < 6 dan a <kosong> b")


def test_an_exported_conversation_is_its_text(tmp_path: Path) -> None:
    chat = zipped({"WhatsApp Chat with Humas.txt": "12/05/26 10.00 - Ani: halo", "IMG-1.jpg": b"x"})
    assert opened(tmp_path, chat, "chat.zip") == PlainText(text="12/05/26 10.00 - Ani: halo")


def test_our_own_file_is_its_release(tmp_path: Path) -> None:
    bundle = Bundle(release=Release(title="Judul"))
    assert opened(tmp_path, bundle_bytes(bundle), "rilis.zip") == bundle


@pytest.mark.parametrize(
    ("data", "error", "detail"),
    [
        (b"{\\rtf1 teks}", DraftKindOld, "rtf"),
        (OLE + b"\0" * 600 + "WordDocument".encode("utf-16-le"), DraftKindOld, "doc"),
        (OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), DraftEncrypted, ""),
        (OLE + b"\0" * 600 + "Workbook".encode("utf-16-le"), DraftKindUnknown, "ole"),
        (b"From: <x>\r\nMIME-Version: 1.0\r\n", DraftKindOld, "mht"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?>', DraftKindOld, "xml"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(32)) * 9, DraftKindUnknown, "binary"),
        (b"", DraftEmpty, ""),
        (b"\xef\xbb\xbf \r\n\t", DraftEmpty, ""),
        (b"\xff\xfe\r\0\n\0", DraftEmpty, ""),
        (zipped({"xl/workbook.xml": "<a/>", "[Content_Types].xml": "<a/>"}), DraftKindUnknown, "zip"),
        (zipped({"lagu.mp3": b"x"}), DraftKindUnknown, "zip"),
        (docx(p("Teks"))[:-30], DraftDamaged, "ZIP without an end"),
        (docx(p("Teks"))[:200], DraftDamaged, "ZIP without an end"),
    ],
)
def test_what_cannot_be_read_is_named(tmp_path: Path, data: bytes, error: type[HumasError], detail: str) -> None:
    with pytest.raises(error) as caught:
        opened(tmp_path, data)
    assert getattr(caught.value, "detail", "") == detail


def test_a_folder_is_no_draft(tmp_path: Path) -> None:
    with pytest.raises(DraftKindUnknown):
        open_draft(tmp_path)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        open_draft(tmp_path / "tidak-ada.docx")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_text_in_two_bytes_is_read_also_without_its_mark(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "draf.html"
    path.write_bytes(f"<html><body><p>{'Isi alinea. ' * 8}</p></body></html>".encode(encoding))
    found = open_draft(path)
    assert isinstance(found, Manuscript)
    assert len(found.items) == 1
