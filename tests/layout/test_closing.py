from dataclasses import replace
import datetime as dt

import pytest

from humas_desk.layout.document import Role, Text
from humas_desk.release.person import Contact
from humas_desk.release.release import Credits, Event, Link, Signatory, Zone
from tests.layout.composing import A_DAY, AN_OFFICE, a_paragraph, a_release, composed, texts


def test_an_event_is_a_row_for_every_fact() -> None:
    event = Event(
        date=A_DAY, start="10:00", place="Aula", agenda="Rapat", dress="Batik", reply_to="Dewi", zone=Zone.WITA
    )
    assert texts(composed(a_release(event=event), by="undangan-media"), Role.FIELD) == [
        "Hari/Tanggal\t:\tSenin, 4 Mei 2026",
        "Waktu\t:\t10.00 WITA s.d. selesai",
        "Tempat\t:\tAula",
        "Acara\t:\tRapat",
        "Pakaian\t:\tBatik",
        "Konfirmasi\t:\tDewi",
    ]
    assert texts(composed(a_release(event=Event())), Role.FIELD) == []


def test_the_rows_of_an_event_stay_on_one_page() -> None:
    document = composed(a_release(event=Event(date=A_DAY, start="10:00", place="Aula")), by="undangan-media")
    rows = [block for block in document.body if isinstance(block, Text) and block.role is Role.FIELD]
    assert [block.keep_next for block in rows] == [True, True, False]


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [("10:00", "12:00", "10.00 s.d. 12.00 WIB"), ("9.30", "", "09.30 WIB s.d. selesai"), ("", "12:00", "")],
)
def test_a_time_has_a_dot_and_its_zone(start: str, end: str, said: str) -> None:
    rows = texts(composed(a_release(event=Event(start=start, end=end))), Role.FIELD)
    assert rows == ([f"Waktu\t:\t{said}"] if said else [])


def test_a_link_prints_its_address() -> None:
    links = (
        Link(text="Unduh foto", url="https://a.example"),
        Link(text="Unduh:", url="www.a.example"),
        Link(url="https://b.example"),
        Link(text="Jahat", url="javascript:x"),
        Link(),
    )
    document = composed(a_release(links=links))
    assert texts(document, Role.LINK) == [
        "Unduh foto: https://a.example",
        "Unduh: www.a.example",
        "https://b.example",
        "Jahat: javascript:x",
    ]
    shown = [block for block in document.body if isinstance(block, Text) and block.role is Role.LINK]
    assert [block.runs[-1].link for block in shown] == [
        "https://a.example",
        "https://www.a.example",
        "https://b.example",
        None,
    ]


def test_the_office_speaks_of_itself_when_the_release_does_not() -> None:
    office = replace(AN_OFFICE, about="Satu.\nDua.", contacts=(Contact(name="Dewi", phone="1"),))
    document = composed(a_release(), office=office)
    assert texts(document)[-5:] == ["Tentang Bawaslu Kabupaten Contoh", "Satu.", "Dua.", "Narahubung", "Dewi  ·  1"]
    own = composed(a_release(about="Sendiri.", contacts=(Contact(email="a@b.example"),)), office=office)
    assert texts(own)[-4:] == ["Tentang Bawaslu Kabupaten Contoh", "Sendiri.", "Narahubung", "a@b.example"]
    assert texts(composed(a_release(about=""), office=office), Role.ABOUT) == []
    assert texts(composed(a_release(), office=office, by="undangan-media"), Role.ABOUT) == []


def test_a_signature_is_held_together_with_its_room() -> None:
    person = Signatory(heading="Bawaslu", position="Ketua", acting="Plt.", name="Ratna Sari, S.H.", id_number="NIP 1")
    document = composed(a_release(signatories=(person,)))
    lines = [block for block in document.body if isinstance(block, Text) and block.role.value.startswith("signature")]
    assert [(line.plain.replace("\u00a0", " "), line.role, line.keep_next) for line in lines] == [
        ("Batam, 4 Mei 2026", Role.SIGNATURE, True),
        ("Bawaslu", Role.SIGNATURE, True),
        ("Plt. Ketua", Role.SIGNATURE_SPACE, True),
        ("Ratna Sari, S.H.", Role.SIGNATURE, True),
        ("NIP 1", Role.SIGNATURE, False),
    ]
    style = document.style_of(lines[2])
    assert style.left_mm == 90
    assert style.after_pt == pytest.approx(25 * 72 / 25.4, abs=0.01)


def test_place_and_day_stand_above_the_first_signature_only() -> None:
    people = (Signatory(), Signatory(position="Ketua", name="A"), Signatory(position="Sekretaris", name="B"))
    document = composed(a_release(signatories=people, released=dt.date(2026, 5, 6)))
    assert texts(document, Role.SIGNATURE, Role.SIGNATURE_SPACE) == [
        "Batam, 6 Mei 2026",
        "Ketua",
        "A",
        "Sekretaris",
        "B",
    ]
    gaps = [
        document.style_of(block).after_pt for block in document.body if isinstance(block, Text) and block.plain == "A"
    ]
    assert gaps == [24]


def test_copies_are_numbered_when_they_are_several() -> None:
    document = composed(a_release(copies=("Arsip",)))
    assert texts(document, Role.COPIES) == ["Tembusan:", "Arsip"]
    several = [block for block in composed(a_release(copies=("A", " ", "B"))).body if isinstance(block, Text)]
    assert [(text.marker, text.plain) for text in several if text.role is Role.COPIES] == [
        ("", "Tembusan:"),
        ("1.", "A"),
        ("2.", "B"),
    ]


def test_the_position_that_issues_the_release_stands_above_the_credits() -> None:
    release = a_release(issued_by="Ketua Bawaslu", credits=Credits(writer="Dewi"))
    assert texts(composed(release), Role.CREDIT) == ["Dikeluarkan oleh: Ketua Bawaslu", "Penulis: Dewi"]
    assert texts(composed(a_release(issued_by="  ")), Role.CREDIT) == []


def test_credits_stand_on_one_line() -> None:
    named = Credits(writer="Dewi", photographer=" Rizky ")
    assert texts(composed(a_release(credits=named)), Role.CREDIT) == ["Penulis: Dewi  ·  Fotografer: Rizky"]


def test_every_hashtag_has_one_mark_and_leads_back_to_its_word() -> None:
    document = composed(a_release(hashtags=("AwasiPemilu", "# #Bawaslu", "", "#")))
    assert texts(document, Role.HASHTAG) == ["#AwasiPemilu #Bawaslu"]
    (text,) = [block for block in document.body if isinstance(block, Text) and block.role is Role.HASHTAG]
    origins = [(run.origin.place, run.origin.offset) for run in text.runs if run.origin]
    assert origins == [("hashtags[0]", 0), ("hashtags[1]", 3)]


def test_a_hashtag_of_two_words_is_one() -> None:
    document = composed(a_release(hashtags=("Pemilu 2029",)))
    assert texts(document, Role.HASHTAG) == ["#Pemilu2029"]


def test_credits_and_hashtags_go_to_the_next_page_with_the_contact_before_them() -> None:
    release = a_release(
        a_paragraph("Isi."),
        contacts=(Contact(name="Dewi"), Contact(name="Sari")),
        credits=Credits(writer="Bagus"),
        hashtags=("#Pemilu",),
    )
    document = composed(release, by="siaran-pers")
    small = [
        block
        for block in document.body
        if isinstance(block, Text) and block.role in (Role.CONTACT, Role.CREDIT, Role.HASHTAG)
    ]
    assert [block.keep_next for block in small] == [False, True, True, False]
