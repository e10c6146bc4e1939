import pytest

from humas_desk.layout.document import Role, Text
from humas_desk.release.release import Dateline, Embargo, Kind, Signatory
from tests.layout.composing import a_paragraph, a_release, composed, plain, texts


def test_a_siaran_pers_says_what_it_is_its_number_and_that_it_may_go_out() -> None:
    document = composed(a_release(number="021/HM/2026", notice="segera", subtitle="Anak judul"))
    assert texts(document)[:5] == ["SIARAN PERS", "Nomor: 021/HM/2026", "UNTUK DISIARKAN SEGERA", "Judul", "Anak judul"]


def test_a_rilis_berita_has_no_label_and_no_number() -> None:
    assert texts(composed(a_release(number="021/HM/2026"), by="rilis-berita"))[0] == "Judul"


@pytest.mark.parametrize(
    ("until", "said"),
    [
        ("2026-05-04T10:00", "Senin, 4 Mei 2026, pukul 10.00 WIB"),
        ("2026-05-04", "Senin, 4 Mei 2026"),
        ("2026-13-40T10:00", "2026-13-40T10:00 WIB"),
        ("besok pagi", "besok pagi WIB"),
    ],
)
def test_an_embargo_is_told_with_its_weekday(until: str, said: str) -> None:
    document = composed(a_release(embargo=Embargo(until=until), notice="segera"))
    assert texts(document, Role.NOTICE) == [f"EMBARGO: tidak untuk disiarkan sebelum {said}"]


def test_recipient_and_subject_are_rows() -> None:
    document = composed(a_release(recipient="Redaksi\nHarian Contoh", subject="Hasil rapat"))
    assert texts(document, Role.RECIPIENT) == ["Kepada\t:\tRedaksi\nHarian Contoh", "Perihal\t:\tHasil rapat"]


@pytest.mark.parametrize("typed", ["Yth. Pemimpin Redaksi", "Kepada Pemimpin Redaksi", "kpd. Pemimpin Redaksi"])
def test_an_invitation_addresses_its_reader_once(typed: str) -> None:
    assert texts(composed(a_release(recipient=typed), by="undangan-media"), Role.RECIPIENT) == [typed]
    document = composed(a_release(recipient="Pemimpin Redaksi\ndi Contoh"), by="undangan-media")
    assert texts(document, Role.RECIPIENT) == ["Yth. Pemimpin Redaksi\ndi Contoh"]


def test_the_title_of_an_invitation_is_its_subject_and_stands_once() -> None:
    document = composed(a_release(number="1/HM", kind=Kind.INVITATION), by="undangan-media")
    assert texts(document)[:4] == [
        "UNDANGAN PELIPUTAN",
        "Nomor\t:\t1/HM",
        "Tanggal\t:\tBatam, 4 Mei 2026",
        "Perihal\t:\tJudul",
    ]
    (row,) = [block for block in document.body if isinstance(block, Text) and block.role is Role.TITLE]
    style = document.style_of(row)
    assert (style.bold, style.tab_mm, style.left_mm, style.hang_mm) == (False, 24, 26, 26)
    assert [run.bold for run in row.runs] == [False, True]


def test_an_invitation_with_a_subject_prints_its_title_too() -> None:
    document = composed(a_release(subject="Undangan"), by="undangan-media")
    assert "Perihal\t:\tUndangan" in texts(document, Role.NUMBER)
    assert texts(document, Role.TITLE) == ["Judul"]


def test_the_signature_shows_place_and_day_so_the_rows_need_not() -> None:
    document = composed(a_release(signatories=(Signatory(name="Ratna"),)), by="undangan-media")
    assert not [text for text in texts(document) if text.startswith("Tanggal")]
    assert texts(document, Role.SIGNATURE_SPACE) == ["Batam, 4 Mei 2026"]


def test_an_invitation_has_no_dateline_before_its_words() -> None:
    assert texts(composed(a_release(a_paragraph("Kami mengundang.")), by="undangan-media"), Role.BODY) == [
        "Kami mengundang."
    ]


def test_a_title_over_two_lines_is_one_line_here() -> None:
    for by in ("siaran-pers", "undangan-media"):
        (title,) = texts(composed(a_release(title="Satu\nDua", dateline=Dateline()), by=by), Role.TITLE)
        assert title.endswith("Satu Dua")


def test_an_empty_release_leaves_only_what_the_office_gives() -> None:
    document = composed(a_release(title="", dateline=Dateline()))
    assert [plain(block) for block in document.body if isinstance(block, Text)] == ["SIARAN PERS"]
