"""The head, the paragraphs and the end of a draft."""

import datetime as dt
from pathlib import Path

import pytest

from humas_desk.intake.parts import DropReason, Role, UnsureCode
from humas_desk.intake.reading import read_text, reassign
from humas_desk.release.blocks import Heading, ItemList, Paragraph, Pattern, Photo, Quote, Table
from humas_desk.release.release import Kind
from tests.intake.drafting import LEAD, TITLE, TODAY, body, doubts, quotes, read, shown
from tests.seed import seed_release, seed_text


def test_the_seed_article_comes_in_as_a_writer_would_enter_it(shared: Path) -> None:
    wanted = seed_release(shared)
    intake = read_text(seed_text(shared), today=dt.date(2023, 9, 1))
    release = intake.release
    assert (release.title, release.dateline) == (wanted.title, wanted.dateline)
    assert sum(not block.joined for block in release.blocks if isinstance(block, Paragraph | Quote)) == 5
    facts = [(q.text, q.verb, q.pattern, q.speaker) for q in quotes(release)]
    assert facts == [(q.text, q.verb, q.pattern, q.speaker) for q in quotes(wanted)]
    assert [block.joined for block in release.blocks] == [block.joined for block in wanted.blocks]
    assert [(one.text, one.reason) for one in intake.dropped] == [("|", DropReason.ARTEFACT)]


@pytest.mark.parametrize(
    ("head", "city", "date"),
    [
        ("Contoh - (28/8) ", "Contoh", (2025, 8, 28)),
        ("Contoh (13/09) - ", "Contoh", (2025, 9, 13)),
        ("Contoh – ", "Contoh", None),
        ("Contoh, 11 Juni 2025 - ", "Contoh", (2025, 6, 11)),
        ("Contoh, 28 Mei 2024 || ", "Contoh", (2024, 5, 28)),
        ("Contoh, 03 November 2020. ", "Contoh", (2020, 11, 3)),
        ("Contoh. ", "Contoh", None),
        ("Contoh, Bawaslu – ", "Contoh", None),
        ("PADANG PARIAMAN, Bawaslu Padang Pariaman – ", "Padang Pariaman", None),
        ("Contoh – (Bawaslu Kota Contoh) – ", "Contoh", None),
        ("Kabupaten Contoh, Badan Pengawas Pemilihan Umum - ", "Kabupaten Contoh", None),
        ("Contoh, Badan Pengawas Pemilihan Umum —\n", "Contoh", None),
        ("Tanjung Pinang, Kamis (2/10) — ", "Tanjung Pinang", (2025, 10, 2)),
        ("CONTOH – ", "Contoh", None),
        ("contoh– ", "Contoh", None),
        ("contoh.bawaslu.go.id- ", "Contoh", None),
        ("contoh.bawaslu.go.id ", "Contoh", None),
        ("Contoh; ", "Contoh", None),
        ("Tanjung Pinang, \n", "Tanjung Pinang", None),
        ("Kominfo Kota Contoh --- ", "Contoh", None),
        ("Contoh, Senin, 17 November 2025 – ", "Contoh", (2025, 11, 17)),
        ("(Contoh, 17/11/2025) ", "Contoh", (2025, 11, 17)),
        ("", "", None),
    ],
)
def test_every_form_of_a_dateline_is_read(head: str, city: str, date: tuple[int, int, int] | None) -> None:
    release = read(f"{TITLE}\n\n{head}{LEAD}").release
    assert release.title == TITLE
    assert (release.dateline.city, release.dateline.date) == (city, dt.date(*date) if date else None)
    assert shown(release) == [LEAD]


def test_a_day_without_a_year_has_the_year_of_another_mention() -> None:
    text = f"{TITLE}\n\nContoh - (28/8) {LEAD}\n\nPelatihan berlangsung Senin (28/8/2023) di pendopo."
    assert read(text).release.dateline.date == dt.date(2023, 8, 28)


def test_a_weekday_that_is_not_that_day_s_is_told() -> None:
    intake = read(f"{TITLE}\n\nContoh, Rabu (18/11/2025) - {LEAD}")
    assert UnsureCode.WEEKDAY_WRONG in doubts(intake)
    assert UnsureCode.WEEKDAY_WRONG not in doubts(read(f"{TITLE}\n\nContoh, Selasa (18/11/2025) - {LEAD}"))


WRAPPED = (
    "Bawaslu Kabupaten Contoh melatih pengawas desa\ndi pendopo selama dua hari. Pelatihan diikuti oleh\n"
    "120 orang dari seluruh kecamatan yang ada di sana.\n"
    "Pada hari kedua peserta berlatih mengisi formulir\npengawasan dan menyusun laporan singkat bersama.\n"
)


@pytest.mark.parametrize("blank", ["", "\n", "\n\n"])
def test_wrapped_lines_are_joined_whatever_stands_between_paragraphs(blank: str) -> None:
    text = WRAPPED.replace("sana.\n", f"sana.\n{blank}")
    assert len(shown(read(f"{TITLE}\n\nContoh - {text}").release)) == 2


def test_a_line_for_each_paragraph_stays_so() -> None:
    lines = "Peserta datang pagi.\nAcara dibuka panitia.\nSemua pulang sore hari."
    assert shown(read(f"{TITLE}\nContoh - {LEAD}\n{lines}").release) == [LEAD, *lines.split("\n")]


@pytest.mark.parametrize("day", ["[18/11/25 09.14.22]", "[18/11 09.14]", "[09.14, 18/11/2025]", "[18/11, 09.14]"])
def test_a_message_is_read_without_its_marks_and_prefixes(day: str) -> None:
    text = f"{day} Humas: *{TITLE}*\n{day} Humas: Contoh - {LEAD} 🎉\n{day} Humas: image omitted"
    intake = read(text)
    assert (intake.release.title, shown(intake.release)) == (TITLE, [LEAD])
    assert {one.reason for one in intake.dropped} == {DropReason.ARTEFACT, DropReason.SYMBOL}


def test_head_lines_are_told_apart() -> None:
    head = "BADAN PENGAWAS PEMILIHAN UMUM\nSIARAN PERS\nNomor: 021/HM/K.CT/11/2025\nUNTUK DISIARKAN SEGERA\n"
    intake = read(f"{head}\n{TITLE}\n\nContoh - {LEAD}")
    release = intake.release
    assert (release.kind, release.number, release.notice) == (Kind.PRESS, "021/HM/K.CT/11/2025", "segera")
    assert release.title == TITLE
    assert [one.reason for one in intake.dropped][:2] == [DropReason.LETTERHEAD, DropReason.LABEL]


def test_an_embargo_has_its_time_and_zone() -> None:
    text = f"EMBARGO: sampai Jumat, 21 November 2025 pukul 10.00 WITA\n\n{TITLE}\n\nContoh - {LEAD}"
    embargo = read(text).release.embargo
    assert embargo is not None
    assert (embargo.until, embargo.zone.value) == ("2025-11-21T10:00", "WITA")


def test_what_closes_a_draft_is_told_apart() -> None:
    release = body(
        "Acara ditutup sore hari. (Humas)",
        "Penulis : Sari  Foto : Humas Bawaslu Contoh\nEditor: Budi",
        "Tentang Bawaslu Kabupaten Contoh\nBawaslu Kabupaten Contoh mengawasi pemilu di 24 kecamatan.",
        "Narahubung:\nRina Lestari\n0812-0000-1111\nhumas@contoh.example",
        "#AwasiPemilu #BersamaRakyat",
    )
    assert shown(release)[-1] == "Acara ditutup sore hari."
    assert (release.credits.writer, release.credits.editor) == ("Humas", "Budi")
    assert release.credits.photographer == "Humas Bawaslu Contoh"
    assert release.about == "Bawaslu Kabupaten Contoh mengawasi pemilu di 24 kecamatan."
    (contact,) = release.contacts
    assert (contact.name, contact.phone, contact.email) == ("Rina Lestari", "0812-0000-1111", "humas@contoh.example")
    assert release.hashtags == ("#AwasiPemilu", "#BersamaRakyat")


def test_lists_headings_tables_and_captions_become_blocks() -> None:
    release = body(
        "Foto: Peserta menyimak penjelasan panitia di pendopo.",
        "Syarat Laporan",
        "Setiap laporan memuat:\n1. nama pelapor;\n2. uraian kejadian.",
        "Desa\tPengawas\nMelati\t12\nMawar\t9",
        "Semua laporan diperiksa.",
    )
    kinds = [block for block in release.blocks if not isinstance(block, Paragraph)]
    caption, heading, items, table = kinds
    assert isinstance(caption, Photo)
    assert caption.caption == "Peserta menyimak penjelasan panitia di pendopo."
    assert isinstance(heading, Heading)
    assert heading.text == "Syarat Laporan"
    assert isinstance(items, ItemList)
    assert (items.items, items.numbered) == (("nama pelapor;", "uraian kejadian."), True)
    assert isinstance(table, Table)
    assert table.rows == (("Desa", "Pengawas"), ("Melati", "12"), ("Mawar", "9"))


def test_letters_broken_by_a_wrong_encoding_are_mended_and_told() -> None:
    intake = read(f"{TITLE}\n\nContoh â€“ {LEAD}\n\nâ€œKami siap mengawasi,â€ ujarnya.")
    assert (quotes(intake.release)[0].text, quotes(intake.release)[0].verb) == ("Kami siap mengawasi", "ujar")
    assert UnsureCode.MENDED in doubts(intake)


def test_a_part_can_be_taken_for_something_else() -> None:
    intake = read(f"{TITLE}\n\nContoh - {LEAD}\n\nAcara ditutup panitia pada sore hari.")
    last = len(intake.parts) - 1
    assert intake.parts[last].role is Role.PARAGRAPH
    caption = reassign(intake, last, Role.CAPTION)
    assert caption.release.blocks[-1] == Photo(id="i2", caption="Acara ditutup panitia pada sore hari.")
    gone = reassign(caption, last, Role.DROPPED)
    assert shown(gone.release) == [LEAD]
    assert gone.dropped[-1].reason is DropReason.CHOSEN
    back = reassign(gone, last, Role.PARAGRAPH)
    assert back.release == intake.release


def test_a_quote_can_be_made_of_words_without_marks() -> None:
    intake = read(f"{TITLE}\n\nContoh - {LEAD}\n\nKami siap mengawasi.")
    quote = quotes(reassign(intake, len(intake.parts) - 1, Role.QUOTE).release)[0]
    assert (quote.text, quote.pattern) == ("Kami siap mengawasi.", Pattern.PLAIN)


def test_another_title_makes_the_former_one_the_subtitle() -> None:
    intake = read(f"{TITLE}\n\nContoh - {LEAD}\n\nPengawas Desa Siap")
    changed = reassign(intake, len(intake.parts) - 1, Role.TITLE).release
    assert (changed.title, changed.subtitle) == ("Pengawas Desa Siap", TITLE)


@pytest.mark.parametrize("text", ["", " \n\n ", "|", "Satu baris"])
def test_next_to_nothing_is_read_too(text: str) -> None:
    assert read_text(text, today=TODAY).text == text


def test_what_a_site_sets_around_an_article_is_no_part_of_it() -> None:
    caption = "Anggota Bawaslu Contoh meninjau jembatan gantung menuju Desa Sidodadi di Paiton, Jumat (14/11/2025)."
    tail = "Baca juga:\nBawaslu Contoh Gelar Doa Bersama\nPengawas Contoh Belajar Menenun\nIkuti kami di Instagram @contoh.example"
    intake = read(f"{TITLE}\nfoto\n{caption}\n\nContoh, Badan Pengawas Pemilihan Umum - {LEAD}\n\n{tail}\n")
    release = intake.release
    assert (release.title, release.dateline.city) == (TITLE, "Contoh")
    assert [block.caption for block in release.blocks if isinstance(block, Photo)] == [caption]
    assert [block.text for block in release.blocks if isinstance(block, Paragraph)] == [LEAD]
    assert "Gelar Doa Bersama" in "".join(one.text for one in intake.dropped)


def test_who_sends_a_message_is_no_part_of_the_release() -> None:
    release = read(f"{TITLE}\n\nContoh - {LEAD}\n\n--\nSalam,\nSubbagian Humas\nBawaslu Kabupaten Contoh\n").release
    assert [block.text for block in release.blocks if isinstance(block, Paragraph)] == [LEAD]


def test_a_greeting_is_no_city() -> None:
    assert read(f"{TITLE}\n\nOm Swastyastu. {LEAD}").release.dateline.city == ""


REMARKS = (
    "Mohon dikoreksi ya bu",
    "🙏 Mohon dikoreksi, rilis hari ini",
    "Izin share rilis hari ini 🙏",
    "tolong dicek dulu",
    "Ini bu rilisnya",
    "Fotonya menyusul ya kak",
    "Demikian disampaikan. Terima kasih.",
    "Atas perhatian dan kerja samanya, kami ucapkan terima kasih.\n\nSalam,\n\nDewi\n\nHumas Bawaslu Contoh",
)


@pytest.mark.parametrize("remark", REMARKS)
def test_words_to_a_colleague_below_the_release_are_listed_as_dropped(remark: str) -> None:
    intake = read(f"{TITLE}\n\nContoh, 18 November 2025 - {LEAD}\n\n{remark}\n")
    assert shown(intake.release) == [LEAD]
    assert remark.split("\n", maxsplit=1)[0].strip("🙏 ").rstrip(".") in " ".join(one.text for one in intake.dropped)


@pytest.mark.parametrize("remark", [one for one in REMARKS if "\n" not in one])
def test_words_to_a_colleague_above_the_release_are_no_title(remark: str) -> None:
    release = read(f"{remark}\n\n{TITLE}\n\nContoh, 18 November 2025 - {LEAD}\n").release
    assert (release.title, shown(release)) == (TITLE, [LEAD])


def test_the_lead_s_day_comes_before_the_day_a_site_shows() -> None:
    draft = f"{TITLE}\n19 November 2025 | admin | 0 Komentar\n\nContoh - {{lead}}\n\nPelatihan ditutup doa.\n"
    assert read(draft.format(lead=f"{LEAD[:-1]}, Selasa (18/11/2025).")).release.dateline.date == dt.date(2025, 11, 18)
    assert read(draft.format(lead=LEAD)).release.dateline.date == dt.date(2025, 11, 19)


def test_an_office_that_signs_behind_stars_is_the_writer() -> None:
    release = read(f"{TITLE}\n\nContoh, 18 November 2025 - {LEAD}\n\n*** Humas Bawaslu Kota Contoh\n").release
    assert (release.credits.writer, shown(release)) == ("Humas Bawaslu Kota Contoh", [LEAD])
