"""The PDF: what it says, that it is the same everywhere, and what it holds of reportlab's insides."""

from dataclasses import replace
import os
from pathlib import Path
import re
import subprocess
import sys
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
import pytest
from reportlab.pdfbase.pdfdoc import PDFDocument, PDFImageXObject

from humas_desk.layout.document import Metadata, Origin, Role, Run
from humas_desk.preview.raster import page_count, rasterise
from humas_desk.writers.pdf.about import pdf_date
from humas_desk.writers.pdf.pdf import write_pdf
from tests.writers.pdf_samples import (
    FONTS,
    SENTENCES,
    document,
    full_document,
    image,
    page_texts,
    paragraph,
    pdf_of,
    photo,
    sample_digest,
    set_pages,
)


def flat(texts: str) -> str:
    return re.sub(r"\s+", " ", texts).strip()


def test_the_words_can_be_copied_from_the_pages() -> None:
    first, second, *_ = page_texts(write_pdf(set_pages(full_document()).pages, FONTS))
    assert flat(first).startswith("KANTOR CONTOH Warga Menjaga Suara di Kampung Pengawas desa mencatat hasil")
    assert "huruf miring → α ✓." in flat(first)
    assert "Halaman 2" in second


def test_every_word_of_a_long_text_is_on_some_page_once() -> None:
    words = " ".join(f"kata{number}" for number in range(3000))
    copied = " ".join(page_texts(pdf_of(paragraph(words))))
    assert re.findall(r"kata\d+", copied) == words.split()


def test_the_file_says_what_it_is_and_nothing_of_the_machine() -> None:
    pdf = pdf_of(paragraph("Isi"))
    assert pdf.startswith(b"%PDF-1.7")
    assert b"/Title (Warga Menjaga Suara)" in pdf
    assert b"/Author (Kantor Contoh)" in pdf
    assert b"/CreationDate (D:20260504000000+08'00')" in pdf
    assert b"/Lang (id-ID)" in pdf
    assert b"/DisplayDocTitle true" in pdf
    assert b"/PrintScaling /None" in pdf
    assert b"/Producer (Humas Desk)" in pdf
    assert str(Path.home()).encode() not in pdf


@pytest.mark.parametrize(
    ("iso", "stamp"),
    [
        ("2026-05-04T00:00:00+08:00", "D:20260504000000+08'00'"),
        ("2026-05-04T10:20:30-03:30", "D:20260504102030-03'30'"),
        (Metadata().created, "D:20000101000000+07'00'"),
    ],
)
def test_dates_are_written_with_the_offices_zone(iso: str, stamp: str) -> None:
    assert pdf_date(iso) == stamp


def test_links_are_safe_addresses_only() -> None:
    pdf = pdf_of(
        paragraph(
            Run(text="situs", link="https://contoh.id/a?b=(c)"),
            " ",
            Run(text="surat", link="mailto:humas@contoh.id"),
            " ",
            Run(text="jahat", link="javascript:alert(1)"),
            Run(text="berkas", link="file:///etc/hostname"),
        )
    )
    assert b"/URI (https://contoh.id/a?b=\\(c\\))" in pdf or b"/URI (https://contoh.id/a?b=(c))" in pdf
    assert b"/URI (mailto:humas@contoh.id)" in pdf
    assert pdf.count(b"/Subtype /Link") == pdf.count(b"/S /Link") == 2
    assert b"javascript" not in pdf
    assert b"file:" not in pdf


def test_an_address_is_written_in_ascii() -> None:
    pdf = pdf_of(paragraph(Run(text="situs", link="https://contoh.id/café?x=%20 y")))
    assert b"/URI (https://contoh.id/caf%C3%A9?x=%20%20y)" in pdf


def test_a_label_before_a_tab_is_not_part_of_the_bookmark() -> None:
    assert b"/Title (Rapat Kerja)" in pdf_of(
        paragraph("Perihal\t:\t", Run(text="Rapat", bold=True), " Kerja", role=Role.TITLE)
    )


def test_a_link_in_two_looks_on_one_line_is_one_link() -> None:
    link = "https://contoh.id"
    assert (
        pdf_of(paragraph(Run(text="con", link=link), Run(text="toh", bold=True, link=link))).count(b"/Subtype /Link")
        == 1
    )


def test_the_title_and_the_headings_are_bookmarks() -> None:
    pdf = pdf_of(paragraph("Judul Besar", role=Role.TITLE), paragraph("Isi"), paragraph("Bagian", role=Role.HEADING))
    assert b"/Title (Judul Besar)" in pdf
    assert b"/Title (Bagian)" in pdf


def test_a_heading_without_a_title_is_a_bookmark_too() -> None:
    assert b"/Title (Bagian)" in pdf_of(paragraph("Bagian", role=Role.HEADING))


def test_only_the_shipped_fonts_are_named_and_all_are_embedded() -> None:
    pdf = write_pdf(set_pages(full_document()).pages, FONTS)
    names = set(re.findall(rb"/BaseFont /(\S+)", pdf))
    assert all(re.fullmatch(rb"[A-Z]{6}\+(LiberationSans-\w+|DejaVuSans)", name) for name in names)
    assert pdf.count(b"/FontFile2") == len(names) == 4


def test_a_photos_bytes_are_in_the_file_as_they_are_and_once() -> None:
    picture = image()
    pdf = pdf_of(photo(picture), photo(picture))
    assert pdf.count(picture.data) == 1
    assert pdf.count(b"/DCTDecode") == 1


@pytest.mark.parametrize(
    ("kind", "mode"),
    [("JPEG", "L"), ("JPEG", "RGB"), ("PNG", "RGB"), ("PNG", "RGBA"), ("PNG", "L"), ("PNG", "P"), ("PNG", "LA")],
)
def test_every_kind_of_picture_is_drawn(kind: str, mode: str) -> None:
    pdf = pdf_of(photo(image(kind, mode)))
    page = rasterise(pdf, [1], 200)[0]
    colours = {page.rgb[at : at + 3] for at in range(0, len(page.rgb), 3)}
    assert len(colours) > 20
    assert (b"/SMask" in pdf) == (mode in ("RGBA", "LA"))


def test_the_same_pages_give_the_same_bytes_in_every_process() -> None:
    code = "from tests.writers.pdf_samples import sample_digest; print(sample_digest())"
    root = Path(__file__).resolve().parent.parent.parent
    digests = {sample_digest()}
    for seed, zone, epoch in (("0", "Asia/Jakarta", ""), ("1", "America/Lima", "86400"), ("42", "UTC", "1")):
        environment = os.environ | {
            "PYTHONHASHSEED": seed,
            "TZ": zone,
            "SOURCE_DATE_EPOCH": epoch,
            "PYTHONPATH": str(root),
        }
        done = subprocess.run(
            [sys.executable, "-c", code],
            cwd=root,
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
        )
        digests.add(done.stdout.strip())
    assert len(digests) == 1


def test_what_was_written_before_leaves_no_trace() -> None:
    pages = set_pages(full_document()).pages
    first = write_pdf(pages, FONTS)
    pdf_of(paragraph("ȘșȚț ещё ελληνικά", Run(text="tebal", bold=True)), photo(image(shade=7)))
    assert write_pdf(pages, FONTS) == first


def test_another_text_or_another_photo_is_another_file() -> None:
    def identity(pdf: bytes) -> bytes:
        return pdf.split(b"/ID")[1].split(b"]")[0]

    files = [pdf_of(paragraph("Satu")), pdf_of(paragraph("Dua")), pdf_of(photo(image())), pdf_of(photo(image(shade=1)))]
    assert len({identity(pdf) for pdf in files}) == 4


def test_the_previews_faster_file_shows_the_same_pixels() -> None:
    pages = set_pages(full_document()).pages
    both = [rasterise(write_pdf(pages, FONTS, compress=compress), [1, 2], 400) for compress in (True, False)]
    assert both[0] == both[1]


def test_the_place_of_a_pre_printed_letterhead_is_tinted_in_the_preview_only() -> None:
    made = document(paragraph("Isi"))
    pages = set_pages(replace(made, letterhead=replace(made.letterhead, blank=True))).pages
    copy, preview = (
        rasterise(write_pdf(pages, FONTS, show_reserved=shown), [1], 200)[0].rgb for shown in (False, True)
    )
    assert b"\xe6\xe6\xe6" * 10 in preview
    assert b"\xe6\xe6\xe6" * 10 not in copy


def test_text_of_every_kind_gives_a_readable_file() -> None:
    words = "5 < 6 & <b>x</b> </para> ‘’“” Ṣāliḥ ꦱꦸ العربية 😀 \U0001f1ee e\u0301 \x00 \ud800"
    pdf = pdf_of(paragraph(words), paragraph("Isi"))
    copied = flat(page_texts(pdf)[0])
    assert "5 < 6 & <b>x</b> </para> ‘’“” Ṣāliḥ □□" in copied
    assert "é" in copied


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(max_size=200), max_size=5), st.text(max_size=40))
def test_no_text_breaks_the_writer(texts: list[str], title: str) -> None:
    body = [paragraph(Run(text=words, link=words, origin=Origin(place="x"))) for words in texts]
    pdf = write_pdf(set_pages(document(*body, title=title)).pages, FONTS)
    assert page_count(pdf) >= 1


def test_long_documents_keep_their_pages() -> None:
    assert page_count(pdf_of(*[paragraph(SENTENCES * 6)] * 60)) > 20


def test_reportlab_still_has_what_the_writer_holds_on_to() -> None:
    """An upgrade that moves one of these must fail here and nowhere else."""
    document: Any = PDFDocument(invariant=1, pdfVersion=(1, 7))
    counted = {"objectcounter", "idToObject", "idToObjectNumberAndVersion", "numberToId"}
    assert {"signature", "Catalog", "info", *counted} <= vars(document).keys()
    assert set(document.idToObject) == {"BasicFonts"}, "one object of its own, which the writer leaves out"
    assert callable(document.Reference)
    assert callable(document.format)
    assert {"streamContent", "colorSpace", "width", "height"} <= vars(PDFImageXObject("x")).keys()
    pdf = pdf_of(paragraph("Isi"))
    assert re.findall(rb"\d+ 0 obj", pdf)[0] == b"1 0 obj"
    assert b"Helvetica" not in pdf
    assert re.search(rb"[^\r\n]endstream", pdf) is None
