"""PDFs with text, and those that only show pictures of pages."""

from io import BytesIO
from pathlib import Path
import zlib

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from humas_desk.errors import (
    DraftDamaged,
    DraftEncrypted,
    DraftRefused,
    DraftWithoutText,
    FileTooLarge,
    HumasError,
)
from humas_desk.intake.manuscript import ManuscriptImage, ManuscriptParagraph, NoteKind, Style
from humas_desk.intake.pdf_paragraphs import keeps_hyphen
from humas_desk.intake.pdf_reader import read_pdf
from humas_desk.release.release import Kind
from humas_desk.typeset.setting import typeset
from humas_desk.writers.pdf.fonts import Fonts
from humas_desk.writers.pdf.pdf import write_pdf
from tests.writers.docx_samples import picture
from tests.writers.sample_release import sample_document

PATH = Path("rilis.pdf")
LEFT, TOP, LEADING = 72, 720, 16


def pdf(*pages: list[str], encrypt: StandardEncryption | None = None, image: bytes = b"") -> bytes:
    """Pages of lines; an empty line is a gap."""
    buffer = BytesIO()
    canvas = Canvas(buffer, invariant=1, encrypt=encrypt)
    for number, lines in enumerate(pages, 1):
        canvas.setFont("Helvetica", 11)
        for row, line in enumerate(lines):
            canvas.drawString(LEFT, TOP - row * LEADING, line)
        canvas.drawCentredString(300, 30, f"Halaman {number} dari {len(pages)}")
        canvas.drawString(LEFT, 800, "SIARAN PERS BAWASLU")
        if image:
            canvas.drawImage(ImageReader(BytesIO(image)), 0, 0, 595, 842)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


FULL = "Pengawas pemilu di tingkat kecamatan mencatat hasil pengawasan setiap hari lalu menyampai-"
TEXT = [FULL, "kannya kepada rekan di kabupaten agar semua warga dapat membaca keterangan yang sama, undang-"]
TEXT += [
    "undang pun disebut di sana.",
    "",
    "Alinea kedua mulai setelah jarak, dan rekan di kabupaten ikut serta dalam rapat ini",
]


def test_lines_become_paragraphs_and_broken_words_whole() -> None:
    manuscript = read_pdf(pdf([*TEXT, "sampai akhir."], ["Alinea ketiga."]), PATH)
    texts = [item.text for item in manuscript.items if isinstance(item, ManuscriptParagraph)]
    first = f"{FULL[:-1]}{TEXT[1]}{TEXT[2]}"
    assert texts == [
        first,
        "Alinea kedua mulai setelah jarak, dan rekan di kabupaten ikut serta dalam rapat ini sampai akhir.",
        "Alinea ketiga.",
    ]


def test_running_heads_and_page_numbers_are_left_out_and_told_about() -> None:
    manuscript = read_pdf(pdf(["Isi halaman satu yang cukup panjang."], ["Isi halaman dua."]), PATH)
    assert [note.text for note in manuscript.notes if note.kind is NoteKind.HEADER] == [
        "Halaman 1 dari 2",
        "SIARAN PERS BAWASLU",
        "Halaman 2 dari 2",
    ]


@pytest.mark.parametrize(
    ("before", "after", "kept"),
    [
        ("undang", "undang", True),
        ("perundang", "undangan", True),
        ("menyampai", "kannya", False),
        ("se", "Indonesia", True),
        ("ke", "2", True),
    ],
)
def test_a_hyphen_at_a_lines_end_goes_only_when_it_is_not_the_words_own(before: str, after: str, kept: bool) -> None:
    assert keeps_hyphen(before, after) is kept


def test_our_own_copy_is_read_back_with_its_photo(root: Path) -> None:
    fonts = Fonts(root / "assets" / "fonts")
    settled = typeset(sample_document(root, Kind.NEWS), fonts)
    manuscript = read_pdf(write_pdf(settled.pages, fonts), PATH)
    styles = [item.style for item in manuscript.items if isinstance(item, ManuscriptParagraph)]
    assert styles.count(Style.TITLE) == 1
    assert Style.NUMBER in styles
    assert any(isinstance(item, ManuscriptImage) for item in manuscript.items)
    header = "\n".join(note.text for note in manuscript.notes if note.kind is NoteKind.HEADER)
    assert "BADAN PENGAWAS PEMILIHAN UMUM" in header


def bomb(size: int) -> bytes:
    packed = zlib.compress(b"0 " * (size // 2))
    head = b"%PDF-1.7\n1 0 obj\n<< /Length " + str(len(packed)).encode() + b" /Filter /FlateDecode >>\nstream\n"
    return head + packed + b"\nendstream\nendobj\n"


def a_scan() -> bytes:
    buffer = BytesIO()
    canvas = Canvas(buffer, invariant=1)
    canvas.drawImage(ImageReader(BytesIO(picture(600, 840).data)), 0, 0, 595, 842)
    canvas.save()
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (a_scan(), DraftWithoutText),
        (pdf(["rahasia"], encrypt=StandardEncryption("kunci")), DraftEncrypted),
        (b"%PDF-1.7\nrusak", DraftDamaged),
        (pdf(["teks"])[:300], DraftDamaged),
        (bomb(200_000_000), DraftRefused),
        (b"%PDF-1.7\n1 0 obj\n<< /Filter [/FlateDecode /FlateDecode] >>\nstream\nx", DraftRefused),
        (b"%PDF-1.7\n1 0 obj\n<< /Filter /LZWDecode >>\nstream\n" + b"x" * 30_000, DraftRefused),
        (b"%PDF-1.7\n" + b"1 0 obj\n" * 110_000, FileTooLarge),
    ],
    ids=["scan", "locked", "damaged", "cut", "bomb", "packed-twice", "lzw", "objects"],
)
def test_what_cannot_be_read_is_named(data: bytes, error: type[HumasError]) -> None:
    with pytest.raises(error):
        read_pdf(data, PATH)
