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
from humas_desk.intake.manuscript import ManuscriptImage, ManuscriptParagraph, ManuscriptTable, NoteKind, Style
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
        "SIARAN PERS BAWASLU",
        "Halaman 1 dari 2",
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


Run = tuple[float, float, str]
"""Left, baseline and words."""


def page_of(*runs: Run, bold: frozenset[str] = frozenset(), size: dict[str, float] | None = None) -> bytes:
    """One page with words in their places."""
    buffer = BytesIO()
    canvas = Canvas(buffer, invariant=1)
    for left, baseline, words in runs:
        canvas.setFont("Helvetica-Bold" if words in bold else "Helvetica", (size or {}).get(words, 11))
        canvas.drawString(left, baseline, words)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def found_in(data: bytes) -> list[str]:
    return [item.text for item in read_pdf(data, PATH).items if isinstance(item, ManuscriptParagraph)]


LONG = "Pengawas pemilu di tingkat kecamatan mencatat hasil pengawasan setiap hari lalu menyampaikan semua"
PARAGRAPH: list[Run] = [(72, 500, LONG), (72, 484, "hal itu kepada rekan di kabupaten.")]


def test_a_title_over_several_lines_is_one_title() -> None:
    title = ("Bawaslu Kabupaten Contoh Petakan", "Dua Puluh Tujuh TPS Rawan", "Jelang Pemilihan")
    runs = [(72.0, 700.0 - 34 * row, line) for row, line in enumerate(title)]
    data = page_of(*runs, *PARAGRAPH, size=dict.fromkeys(title, 22))
    assert found_in(data)[0] == " ".join(title)


def test_a_label_above_a_title_is_not_in_it() -> None:
    data = page_of((250, 700, "SIARAN PERS"), (180, 680, "BAWASLU CONTOH LATIH PENGAWAS"), *PARAGRAPH,
                   bold=frozenset({"SIARAN PERS", "BAWASLU CONTOH LATIH PENGAWAS"}))  # fmt: skip
    assert found_in(data)[:2] == ["SIARAN PERS", "BAWASLU CONTOH LATIH PENGAWAS"]


def test_columns_have_edges_of_their_own() -> None:
    left = [
        "Kolom pertama berisi alinea yang",
        "cukup panjang untuk beberapa baris",
        "dan tidak boleh terpotong pada",
        "setiap barisnya.",
    ]
    right = [
        "Kolom kedua juga berisi alinea lain",
        "yang panjangnya hampir sama dengan",
        "alinea pertama di sebelah kiri dan",
        "selesai di sini.",
    ]
    runs = [(72.0, 700.0 - 14 * row, line) for row, line in enumerate(left)]
    runs += [(320.0, 700.0 - 14 * row, line) for row, line in enumerate(right)]
    assert found_in(page_of(*runs)) == [" ".join(left), " ".join(right)]


def test_rows_that_stand_in_columns_are_a_table_and_rows_of_labels_are_lines() -> None:
    table = [("Desa", "Jumlah"), ("Contoh Utara", "12"), ("Contoh Timur", "7")]
    labels = [
        ("Hari, Tanggal", ":", "Sabtu, 23 November 2024"),
        ("Waktu", ":", "08.00 WIB"),
        ("Tempat", ":", "Alun-alun"),
    ]
    runs: list[Run] = [
        (72.0 + 150 * column, 460.0 - 16 * row, cell) for row, of in enumerate(table) for column, cell in enumerate(of)
    ]
    runs += [
        (72.0 + 100 * column, 380.0 - 16 * row, cell) for row, of in enumerate(labels) for column, cell in enumerate(of)
    ]
    items = read_pdf(page_of(*PARAGRAPH, *runs), PATH).items
    assert [item.rows for item in items if isinstance(item, ManuscriptTable)] == [tuple(table)]
    said = [item.text for item in items if isinstance(item, ManuscriptParagraph)][1:]
    assert said == [f"{label}: {value}" for label, _colon, value in labels]


def test_items_of_a_list_are_no_table() -> None:
    words = ["Logistik yang terlambat", "Keamanan di daerah", "Jaringan yang lemah"]
    runs: list[Run] = [
        (left, 460.0 - 16 * row, cell)
        for row, line in enumerate(words)
        for left, cell in ((72.0, f"{row + 1}."), (110.0, line))
    ]
    items = read_pdf(page_of(*PARAGRAPH, *runs), PATH).items
    assert [
        item.text for item in items if isinstance(item, ManuscriptParagraph) and item.style is Style.NUMBER
    ] == words


def test_who_signs_at_the_right_stands_line_by_line() -> None:
    signed: list[Run] = [(360, 440, "Contoh, 14 November 2024"), (360, 424, "Ketua,"), (360, 360, "Sari Wulandari")]
    assert found_in(page_of(*PARAGRAPH, *signed))[1:] == [words for _left, _baseline, words in signed]


def test_the_foot_of_a_page_is_left_out_wherever_the_file_has_it() -> None:
    foot = "Humas Bawaslu Contoh | contoh.bawaslu.go.id"
    data = page_of((72, 30, foot), *PARAGRAPH, size={foot: 8})
    assert found_in(data) == [f"{LONG} hal itu kepada rekan di kabupaten."]
    assert [note.text for note in read_pdf(data, PATH).notes] == [foot]


def test_small_words_below_a_picture_are_its_caption() -> None:
    buffer = BytesIO()
    canvas = Canvas(buffer, invariant=1)
    canvas.setFont("Helvetica", 11)
    for left, baseline, words in PARAGRAPH:
        canvas.drawString(left, baseline + 200, words)
    canvas.drawImage(ImageReader(BytesIO(picture(300, 200).data)), 72, 450, 300, 200)
    canvas.setFont("Helvetica", 9)
    canvas.drawString(72, 436, "Suasana rapat di aula kantor")
    canvas.save()
    last = read_pdf(buffer.getvalue(), PATH).items[-1]
    assert isinstance(last, ManuscriptParagraph)
    assert last.style is Style.CAPTION
