"""An invitation's rows become an event, the lines below place and day a signatory, and nothing of them is lost."""

import datetime as dt

import pytest

from humas_desk.intake.parts import Role
from humas_desk.intake.reading import reassign
from humas_desk.release.blocks import Paragraph, Pattern
from humas_desk.release.dates import full_date
from humas_desk.release.release import Kind, Zone
from tests.intake.drafting import LEAD, TITLE, body, quotes, read, shown
from tests.intake.whole import covers, lost_words

INVITATION = f"""UNDANGAN MEDIA

{TITLE}

Contoh, 18 November 2025 - {LEAD}

Hari/tanggal : Jumat, 28 November 2025
Waktu : 8.30 WITA s.d. 11.00 WITA
Tempat : Balai Desa Sidodadi, Paiton
Agenda : Deklarasi dan penandatanganan komitmen
Narahubung : Dewi (0812-1111-2222)
"""
SIGNED = f"{TITLE}\n\n{LEAD}\n\nContoh, 18 November 2025\nPlt. Ketua,\nttd\nSari Wulandari, S.H.\nNIP 19800101 200501 2 001\n"


def test_rows_of_an_invitation_are_its_event() -> None:
    intake = read(INVITATION)
    event = intake.release.event
    assert event is not None
    assert intake.release.kind is Kind.INVITATION
    assert (event.date, event.start, event.end, event.zone) == (dt.date(2025, 11, 28), "08:30", "11:00", Zone.WITA)
    assert (event.place, event.agenda) == ("Balai Desa Sidodadi, Paiton", "Deklarasi dan penandatanganan komitmen")
    assert [(one.name, one.phone) for one in intake.release.contacts] == [("Dewi", "0812-1111-2222")]
    assert covers(intake)
    assert not lost_words(intake)


def test_an_event_s_day_without_a_year_lies_ahead() -> None:
    event = read(INVITATION.replace("Jumat, 28 November 2025", "Senin, 5 Januari")).release.event
    assert event is not None
    assert event.date is not None
    assert full_date(event.date) == "Senin, 5 Januari 2026"


def test_one_row_alone_stays_text() -> None:
    intake = read(f"{TITLE}\n\n{LEAD}\n\nTempat : Balai Desa Sidodadi\n\nPelatihan ditutup doa.")
    assert intake.release.event is None


def test_who_signs_below_place_and_day_is_a_signatory() -> None:
    intake = read(SIGNED)
    (one,) = intake.release.signatories
    assert intake.release.kind is Kind.PRESS, "news shows no signatory, neither on the page nor in the form"
    assert (one.acting, one.position, one.name) == ("Plt.", "Ketua", "Sari Wulandari, S.H.")
    assert one.id_number == "19800101 200501 2 001"
    assert intake.release.dateline.city == "Contoh"
    assert intake.release.dateline.date == dt.date(2025, 11, 18)
    assert Role.SIGNATORY in {part.role for part in intake.parts}
    assert not lost_words(intake)


def test_a_date_may_stand_before_the_city() -> None:
    for head in ("Selasa, 18 November 2025, Contoh – ", "(18/11/2025) Contoh - ", "Selasa (18/11/2025), Contoh | "):
        dateline = read(f"{TITLE}\n\n{head}{LEAD}").release.dateline
        assert (dateline.city, dateline.date) == ("Contoh", dt.date(2025, 11, 18)), head


def test_speech_that_goes_on_behind_ujarnya_is_one_quote() -> None:
    said = "Ketua Bawaslu Kabupaten Contoh Sari Wulandari memuji peserta. “Mereka rajin,” ujarnya. “Itu modal kita.”"
    (quote,) = quotes(body(said))
    assert (quote.text, quote.rest, quote.pattern) == ("Mereka rajin", "Itu modal kita.", Pattern.SPLIT_SENTENCES)
    assert quote.speaker.name == "Sari Wulandari"


def test_a_sentence_about_somebody_named_politely_is_no_greeting() -> None:
    said = "Bapak Rusman Hadi selaku Ketua Bawaslu Kabupaten Contoh hadir sebagai pemateri dan menekankan kejujuran."
    assert any(isinstance(block, Paragraph) and "Rusman Hadi" in block.text for block in body(said).blocks)


LETTER = f"""Nomor : 021/HM.01/K.BA-08/01/2026
Lampiran : -
Perihal : Undangan Peliputan

Yth. Pemimpin Redaksi Media Massa
di Contoh

{TITLE}

{LEAD}
"""


def test_a_letter_s_rows_are_its_recipient_and_subject() -> None:
    intake = read(LETTER)
    release = intake.release
    assert (release.title, release.subject) == (TITLE, "Undangan Peliputan")
    assert release.recipient == "Yth. Pemimpin Redaksi Media Massa\ndi Contoh"
    assert release.kind is Kind.INVITATION
    assert {part.place for part in intake.parts} >= {"recipient", "subject"}
    assert covers(intake)
    assert not lost_words(intake)


def test_a_letter_s_subject_is_its_title_when_it_has_no_other() -> None:
    release = read(LETTER.replace(f"{TITLE}\n\n", "")).release
    assert (release.title, release.subject) == ("Undangan Peliputan", None)


def test_a_mail_s_rows_and_a_greeting_are_no_letter_s() -> None:
    mail = f"Dari: Humas <humas@contoh.example>\nKepada: redaksi@contoh.example\nPerihal: Mohon dimuat\n\n{TITLE}\n\n{LEAD}"
    for text in (mail, f"Yth. Rekan-rekan media\n\n{TITLE}\n\n{LEAD}"):
        release = read(text).release
        assert (release.title, release.recipient, release.subject) == (TITLE, None, None)


def test_a_part_can_be_taken_for_recipient_or_subject_by_hand() -> None:
    intake = read(f"{TITLE}\n\nKepada Yth. Rekan Media\n\n{LEAD}\n\nPeluncuran Buku")
    for words, role in (("Rekan Media", Role.RECIPIENT), ("Peluncuran", Role.SUBJECT)):
        number = next(n for n, part in enumerate(intake.parts) if words in intake.text[part.start : part.end])
        intake = reassign(intake, number, role)
    assert (intake.release.recipient, intake.release.subject) == ("Yth. Rekan Media", "Peluncuran Buku")
    assert not lost_words(intake)


ANNOUNCED = "Bawaslu Kabupaten Contoh mengundang rekan media untuk meliput peluncuran buku saku pengawas pada:"
THANKS = "Demikian undangan ini disampaikan. Atas perhatian Bapak/Ibu, kami mengucapkan terima kasih."
ROWS = "Hari/Tanggal : Jumat, 28 November 2025\nWaktu : Pukul 09.30 WITA\nTempat : Aula Kantor Bawaslu"


@pytest.mark.parametrize(
    "rows",
    [
        ROWS,
        ROWS.replace("Hari/Tanggal", "Hari / Tgl").replace("Waktu", "Jam").replace("Tempat", "Bertempat di"),
        ROWS.replace("Hari/Tanggal", "Hari dan tanggal")
        .replace("Waktu : Pukul", "Pkl. :")
        .replace("at :", "at/Lokasi :"),
        ROWS.replace("Hari", "a. Hari").replace("Waktu", "b. Waktu").replace("Tempat", "c. Tempat"),
        ROWS.replace("Hari", "📅 Hari").replace("Waktu", "⏰ Waktu").replace("Tempat", "📍 Tempat"),
        ROWS.replace("Hari/Tanggal : Jumat,", "Hari : Jumat\nTanggal :"),
        ROWS.replace(" :", "\t:"),
        ROWS.replace(" : ", "\t"),
    ],
)
def test_rows_of_an_event_are_read_in_every_spelling(rows: str) -> None:
    intake = read(f"UNDANGAN MEDIA\n\n{TITLE}\n\n{ANNOUNCED}\n\n{rows}\n\n{THANKS}\n")
    event = intake.release.event
    assert event is not None
    assert (event.date, event.start, event.place) == (dt.date(2025, 11, 28), "09:30", "Aula Kantor Bawaslu")
    assert shown(intake.release) == [ANNOUNCED, THANKS]
    assert not lost_words(intake)


def test_what_a_letter_says_behind_its_greeting_is_text_and_its_recipient_has_further_lines() -> None:
    said = f"Dengan hormat, {ANNOUNCED}"
    head = "Nomor : 005/HM.01/K.SN-02/11/2025\nPerihal : Undangan Peliputan\n\nYth. Para Pemimpin Redaksi\ndi\nTempat"
    release = read(
        f"{head}\n\n{TITLE}\n\n{said}\n\n{ROWS}\n\n{THANKS}\n\nContoh, 18 November 2025\nKetua,\n\nSari W\n"
    ).release
    assert release.recipient == "Yth. Para Pemimpin Redaksi\ndi\nTempat"
    assert (release.title, shown(release)) == (TITLE, [said, THANKS])
    assert release.event is not None


@pytest.mark.parametrize(
    ("told", "start", "end", "place"),
    [
        ("pada Jumat, 28 November 2025 pukul 09.30 WITA di Aula Kantor Bawaslu.", "09:30", "", "Aula Kantor Bawaslu"),
        ("pada hari Jumat (28/11/2025), pukul 09.30 s.d. 11.00 WITA.", "09:30", "11:00", ""),
        (
            "pada Jumat, 28 November 2025, jam 09.30 bertempat di Aula, Jl. Damai No. 5.",
            "09:30",
            "",
            "Aula, Jl. Damai No. 5",
        ),
    ],
)
def test_an_invitation_without_rows_has_the_event_that_its_sentence_tells(
    told: str, start: str, end: str, place: str
) -> None:
    said = f"Bawaslu Kabupaten Contoh mengundang rekan media untuk meliput peluncuran buku saku {told}"
    intake = read(f"UNDANGAN MEDIA\n\n{TITLE}\n\nContoh, 18 November 2025 - {said}\n")
    event = intake.release.event
    assert event is not None
    assert (event.date, event.start, event.end, event.place) == (dt.date(2025, 11, 28), start, end, place)
    assert shown(intake.release) == [said]
    assert not lost_words(intake)


def test_a_sentence_of_news_and_a_last_day_to_answer_are_no_event() -> None:
    told = f"{LEAD} Rapat digelar pada Jumat, 28 November 2025 pukul 09.30 WITA di Aula Kantor Bawaslu."
    assert read(f"{TITLE}\n\nContoh, 18 November 2025 - {told}\n").release.event is None
    late = f"{LEAD} Konfirmasi kami tunggu paling lambat pada Jumat, 28 November 2025 pukul 09.30 WITA."
    assert read(f"UNDANGAN MEDIA\n\n{TITLE}\n\nContoh, 18 November 2025 - {late}\n").release.event is None


def test_an_invitation_without_a_title_keeps_its_words_and_every_row_of_its_event() -> None:
    said = "Bawaslu Kabupaten Contoh mengundang rekan media meliput kegiatan berikut:"
    rows = "Hari/tanggal: Jumat, 28 November 2025\nPukul: 09.30 WITA\nTempat: Aula"
    intake = read(f"UNDANGAN LIPUTAN\n\nKepada Yth. Rekan Media di Tempat\n\n{said}\n\n{rows}\n")
    event = intake.release.event
    assert event is not None
    assert (event.date, event.start, event.place) == (dt.date(2025, 11, 28), "09:30", "Aula")
    assert said in shown(intake.release)
