"""What stands around the text of a draft: greetings, marks of who wrote it, a mail's signature, an address of the head."""

import datetime as dt

import pytest

from humas_desk.intake.manuscript import Manuscript, ManuscriptParagraph, Style
from humas_desk.intake.parts import Intake, Role
from humas_desk.intake.reading import read_manuscript, read_text
from humas_desk.release.blocks import ItemList, Paragraph, Photo, Quote
from tests.intake.drafting import body, shown

LEAD = "Fakfak, 16 Januari 2026 – Bawaslu Kabupaten Fakfak membuka rumah data di kantornya, Jumat (16/1)."
MORE = "Di rumah data itu tersedia empat komputer yang dibeli dengan anggaran tahun lalu."
DRAFT = f"Bawaslu Fakfak Buka Rumah Data\n\n{LEAD}\n\n{MORE}"


def read(text: str) -> Intake:
    return read_text(text, today=dt.date(2026, 1, 20))


def role_of(text: str, line: str) -> Role:
    intake = read(text)
    return next(part.role for part in intake.parts if line in text[part.start : part.end])


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Demikian, atas perhatian dan kerja samanya kami ucapkan terima kasih.", Role.DROPPED),
        ("Siap, terima kasih", Role.DROPPED),
        ("(Ahmad/Humas)", Role.CREDIT),
        ("(Nur Aini / red)", Role.CREDIT),
        ("Humas Merauke", Role.CREDIT),
        ("Konfirmasi kehadiran: Baiq Nurhayati (0877-0000-3390)", Role.CONTACT),
        ("Tentang Bawaslu Fakfak: Bawaslu Kabupaten Fakfak mengawasi pemilihan di Papua Barat.", Role.ABOUT),
    ],
)
def test_what_closes_a_draft_is_no_paragraph(line: str, role: Role) -> None:
    text = f"{DRAFT}\n\n{line}\n"
    assert role_of(text, line) is role
    assert [block.text for block in read(text).release.blocks if isinstance(block, Paragraph)][-1] == MORE


def test_the_text_about_the_office_may_stand_behind_its_heading() -> None:
    about = "Bawaslu Kabupaten Fakfak mengawasi pemilihan di Papua Barat."
    assert read(f"{DRAFT}\n\nTentang Bawaslu Fakfak: {about}").release.about == about


@pytest.mark.parametrize("line", ["Humas hadir di rumah data setiap hari kerja.", "Siap atau tidak, data itu dibuka."])
def test_a_sentence_that_begins_like_one_stays(line: str) -> None:
    assert role_of(f"{DRAFT}\n\n{line}\n", line) is Role.PARAGRAPH


def test_the_number_of_the_one_who_sent_the_draft_goes_with_the_name() -> None:
    text = f"{DRAFT}\n\nSalam,\nNurhidayah\nStaf Humas\nHP 0853 0000 4455\n"
    assert role_of(text, "HP 0853") is Role.DROPPED
    assert not read(text).release.contacts


def test_a_mail_s_signature_is_left_out_and_told() -> None:
    text = f"{DRAFT}\n\n--\nSekretariat Bawaslu Kota Ternate\nJl. Raya Jati, Ternate Selatan\n"
    assert [role_of(text, line) for line in ("Sekretariat", "Jl. Raya")] == [Role.DROPPED, Role.DROPPED]
    with_text = f"{DRAFT}\n\n--\nLayanan Tiap Hari\n{MORE} Semua orang boleh datang ke sana.\n"
    assert role_of(with_text, "Layanan Tiap Hari") is not Role.DROPPED


def test_the_address_of_a_typed_letterhead_is_no_title() -> None:
    text = f"BADAN PENGAWAS PEMILIHAN UMUM\nKABUPATEN KEPULAUAN ARU\nJalan Pemda I, Dobo\n\nSIARAN PERS\n{DRAFT}\n"
    assert read(text).release.title == "Bawaslu Fakfak Buka Rumah Data"
    assert role_of(f"Jalan Rusak, Logistik Terlambat Tiba\n\n{LEAD}\n", "Jalan Rusak") is Role.TITLE


@pytest.mark.parametrize("name", ["Irfan Hi. Djafar", "Hasrul Dg. Matutu", "Muhd. Rizal", "Abd. Rahman Saleh"])
def test_a_short_form_within_a_name_does_not_end_it(name: str) -> None:
    text = (
        f"{DRAFT}\n\nKepala Sekretariat Bawaslu Kota Ternate, {name}, menerangkan rencana itu. “Semua ikut,” katanya.\n"
    )
    quotes = [block for block in read(text).release.blocks if isinstance(block, Quote)]
    assert [quote.speaker.name for quote in quotes] == [name]


def test_what_our_own_copies_part_names_with_is_not_in_them() -> None:
    ending = (
        "Narahubung\n\nDewi, Humas  ·  0812-0000-0000  ·  humas@contoh.example\n\nPenulis: Dewi  ·  Penyunting: Bagus"
    )
    release = read(f"{DRAFT}\n\n{ending}").release
    assert [contact.name for contact in release.contacts] == ["Dewi, Humas"]
    assert (release.credits.writer, release.credits.editor) == ("Dewi", "Bagus")


def test_a_contact_s_label_is_not_its_name() -> None:
    release = read(f"{DRAFT}\n\nKontak Media:\nNama : Rina\nTelepon : 0812-0000-0000").release
    assert [contact.name for contact in release.contacts] == ["Rina"]


def test_a_title_that_was_broken_by_hand_is_one_title_and_a_label_in_its_paragraph_is_not_in_it() -> None:
    def titled(text: str) -> str:
        items = (ManuscriptParagraph(text=text, style=Style.TITLE), ManuscriptParagraph(text=LEAD))
        return read_manuscript(Manuscript(items=items), today=dt.date(2026, 1, 20)).release.title

    assert titled("Bawaslu Fakfak\nBuka Rumah Data") == "Bawaslu Fakfak Buka Rumah Data"
    assert titled("SIARAN PERS\nBawaslu Fakfak Buka Rumah Data") == "Bawaslu Fakfak Buka Rumah Data"


def test_the_subject_that_becomes_the_title_has_no_marks() -> None:
    items = tuple(
        ManuscriptParagraph(text=text)
        for text in ("UNDANGAN PELIPUTAN", "Nomor: 055/PM.00/XI/2026", "Perihal: **Undangan Peliputan**", LEAD)
    )
    assert "*" not in read_manuscript(Manuscript(items=items), today=dt.date(2026, 1, 20)).release.title


def test_a_caption_that_is_italic_as_a_whole_gets_its_look_from_the_page() -> None:
    texts = ("Bawaslu Fakfak Buka Rumah Data", LEAD, "*Suasana rapat bersama warga di aula*", MORE)
    styles = (Style.TITLE, Style.BODY, Style.CAPTION, Style.BODY)
    items = tuple(ManuscriptParagraph(text=text, style=style) for text, style in zip(texts, styles, strict=True))
    release = read_manuscript(Manuscript(items=items), today=dt.date(2026, 1, 20)).release
    assert [block.caption for block in release.blocks if isinstance(block, Photo)] == [
        "Suasana rapat bersama warga di aula"
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Submitted by humas on Kam, 16/01/2026 - 09:12",
        "Jumat, 16-01-2026 10:22:31 | Dibaca: 312 kali | Oleh: admin",
        "Diterbitkan oleh humas pada Jumat, 16 Januari 2026 - 09:12",
    ],
)
def test_a_site_s_line_of_day_and_writer_is_none_of_the_text(line: str) -> None:
    intake = read(f"Bawaslu Fakfak Buka Rumah Data\n\n{line}\n\n{LEAD}\n\n{MORE}")
    assert intake.release.subtitle is None
    assert line in [dropped.text for dropped in intake.dropped]


def test_a_list_that_counts_from_one_again_is_another_list() -> None:
    ending = "1. Kecamatan Utara\n2. Kecamatan Selatan\na) Desa Satu\nb) Desa Dua"
    found = [block for block in read(f"{DRAFT}\n\n{ending}").release.blocks if isinstance(block, ItemList)]
    assert [block.items for block in found] == [("Kecamatan Utara", "Kecamatan Selatan"), ("Desa Satu", "Desa Dua")]
    assert all(block.numbered for block in found)


@pytest.mark.parametrize(
    "rows",
    [
        ("Kraksaan 180 TPS", "Paiton 164 TPS"),
        ("Kraksaan: 180 TPS", "Paiton: 164 TPS"),
        ("Berikut kecamatan yang diperiksa:", "Kraksaan", "Paiton"),
    ],
)
def test_figures_behind_the_last_sentence_are_news(rows: tuple[str, ...]) -> None:
    assert shown(body("“Kami siap,” kata Ketua Bawaslu Kabupaten Contoh, Sari Wulandari.", *rows))[-len(rows) :] == [
        *rows
    ]
