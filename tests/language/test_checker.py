"""The checker as a whole: spans, fixes, names, what is left alone, time."""

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st
import pytest

from humas_desk.language.checker import Checker, standing
from humas_desk.language.findings import Finding, Severity, Switches, apply_definite
from humas_desk.release.blocks import ItemList, Paragraph, Pattern, Quote, Table
from humas_desk.release.person import Contact, Speaker
from humas_desk.release.release import Dateline, Ignored, Kind, Release
from tests.accuracy.corpora import Half, clean_releases
from tests.language.checking import WORDS, checker, told

PIECES = (
    "di laksanakan", "ijin", "“Kami", "siap", "”", "ujarnya", ",", ".", "Ketua", "pasca Pemilu", "  ", "Rp. 500", '"', "–", "kerja",
    "2,850", "SH", "Jl", "No", "…", "?", "(", ")", "/", "antara", "dengan", "\n", "se Jawa", "nya", "KPU", "jam 08:00", "*", "_", "\u0301",
)  # fmt: skip


def at(findings: tuple[Finding, ...], rule: str) -> list[Finding]:
    return [each for each in findings if each.rule == rule]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join) | st.text(max_size=200))
def test_any_text_can_be_checked_and_every_span_shows_its_text(text: str) -> None:
    for finding in checker().check_text(text):
        assert 0 <= finding.start <= finding.end <= len(text)
        assert text[finding.start : finding.end] == finding.text
        assert finding.text not in finding.replacements


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=20).map(" ".join))
def test_definite_fixes_come_to_rest(text: str) -> None:
    fixed = checker().fix_text(text)
    assert checker().fix_text(fixed) == fixed


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=20).map(" ".join))
def test_a_definite_fix_changes_only_its_span(text: str) -> None:
    for finding in checker().check_text(text):
        if finding.definite:
            fixed = apply_definite(text, (finding,))
            assert fixed == text[: finding.start] + finding.replacements[0] + text[finding.end :]


@pytest.mark.parametrize("half", Half)
def test_clean_releases_stay_as_they_are(half: Half) -> None:
    assert [name for name, text in clean_releases(half).items() if checker().fix_text(text) != text] == []


def test_of_overlapping_fixes_the_first_counts() -> None:
    def finding(start: int, end: int, fix: str) -> Finding:
        return Finding(
            place="", start=start, end=end, text="x", rule="K69", severity=Severity.ERROR, definite=True, message="m.",
            replacements=(fix,),
        )  # fmt: skip

    assert apply_definite("abcdef", (finding(1, 3, "X"), finding(2, 4, "Y"), finding(5, 6, ""))) == "aXde"


def test_markup_is_looked_through_and_spans_are_those_of_the_raw_text() -> None:
    text = "Rapat **ijin** digelar *online* dengan \\*ijin."
    findings = at(checker().check_field("blocks[0].text", text), "K69")
    assert [text[each.start : each.end] for each in findings] == ["ijin", "ijin"]
    assert [each.text for each in findings] == ["ijin", "ijin"]


def test_a_fix_inside_marks_keeps_them() -> None:
    text = "Rapat **ijin** digelar."
    assert apply_definite(text, checker().check_field("blocks[0].text", text)) == "Rapat **izin** digelar."


@pytest.mark.parametrize(
    "text",
    [
        "Alamatnya https://contoh.go.id/kerjasama/ijin?di=atas.",
        "Surat dikirim ke ijin.kerjasama@contoh.go.id.",
        "Tagar #KerjasamaKawalPemilu ramai.",
        "Program *Launching Kerjasama* dibuka.",
        "Ia menulis _workshop_ di papan.",
        "Warga menyapa Pak Handal Syah Karna di pasar.",
        "Tinggi papan itu 5 meter dan Rp500.000 harganya.",
    ],
)
def test_what_is_no_running_indonesian_is_left_alone(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rapat membahas resiko-resiko baru.", ("K69", "resiko-resiko", "risiko-risiko")),
        ("Rapat membahas ijinnya.", ("K69", "ijinnya", "izinnya")),
        ("Ijin itu keluar.", ("K69", "Ijin", "Izin")),
        ("Panitia mensinkronisasi data.", ("K64", "mensinkronisasi", "menyinkronisasi")),
        ("Pengkondisian massa dilakukan.", ("K64", "Pengkondisian", "Pengondisian")),
        ("Bendera dipasang didinding aula.", ("K24", "didinding", "di dinding")),
        ("Kampanye berulang ulang ditegur.", ("K27", "berulang ulang", "berulang-ulang")),
        ("Laporan masuk setiap sehari hari.", ("K27", "sehari hari", "sehari-hari")),
        ("Rapat di aula seJawa Timur.", ("K34", "seJawa", "se-Jawa")),
    ],
)
def test_forms_on_no_list_are_built(text: str, expected: tuple[str, str, str]) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Petugas mempelajari, mempekerjakan, dan mempersilakan.",
        "Panitia mensyukuri, mensyaratkan, mengkhawatirkan, dan mengkaji hal itu.",
        "Mereka memproses, mentransfer, mengkritik, dan memfasilitasi.",
        "Warga berada di sisi, di bawah, dan di berbagai tempat.",
        "Menteri itu mempunyai mental baja.",
    ],
)
def test_good_forms_are_no_alarm(text: str) -> None:
    assert told(text) == []


def release(*texts: str, **more: object) -> Release:
    blocks = tuple(Paragraph(id=str(number), text=text) for number, text in enumerate(texts))
    return Release(title="Bawaslu Gelar Apel", blocks=blocks, **more)  # type: ignore[arg-type]


def test_findings_of_a_release_name_their_places() -> None:
    made = Release(
        title="Bawaslu Gelar Apel.",
        blocks=(
            Paragraph(id="a", text="Warga meminta ijin."),
            ItemList(id="b", items=("aman", "tanpa resiko")),
            Table(id="c", rows=(("Nama", "ijin"),), caption="Tabel resiko"),
            Quote(id="d", text="Kami siap.\nTanpa ijin.", speaker=Speaker(name="Rina", position="Sekertaris")),
        ),
        about="Kantor pengawas propinsi.",
    )
    places = {(each.place, each.text) for each in checker().check_release(made) if each.severity is Severity.ERROR}
    assert places == {
        ("title", "."),
        ("blocks[0].text", "ijin"),
        ("blocks[1].items[1]", "resiko"),
        ("blocks[2].rows[0][1]", "ijin"),
        ("blocks[2].caption", "resiko"),
        ("blocks[3].text", "ijin"),
        ("blocks[3].speaker.position", "Sekertaris"),
        ("about", "propinsi"),
    }


def test_spans_in_a_speech_of_several_paragraphs_are_those_of_the_whole() -> None:
    text = "Kami siap.\nTanpa ijin."
    made = Release(title="Apel", blocks=(Quote(id="d", text=text),))
    (found,) = at(checker().check_release(made), "K69")
    assert text[found.start : found.end] == "ijin"


def test_names_of_the_release_are_no_alarms() -> None:
    speaker = Speaker(name="Praktek Ijin Handal", position="Ketua")
    made = Release(
        title="Apel", blocks=(Quote(id="q", text="Ya.", speaker=speaker), Paragraph(id="p", text="Handal pulang."))
    )
    assert at(checker().check_release(made), "K69") == []


def test_the_office_s_words_are_right() -> None:
    text = "Petugas memakai sigablor dan qlue."
    assert [(each.rule, each.text) for each in checker().check_text(text)] == [("S02", "sigablor"), ("S02", "qlue")]
    assert Checker(WORDS, own_words=("Sigablor", "qlue")).check_text(text) == ()


def test_an_unknown_word_gets_suggestions_when_they_are_asked_for() -> None:
    findings = checker().check_text("Panitia menyusun jdwal baru.")
    assert at(findings, "S01")[0].replacements == ()
    assert "jadwal" in at(checker().with_suggestions(findings), "S01")[0].replacements


def test_a_date_without_a_year_is_that_of_the_dateline() -> None:
    made = release("Apel digelar Senin (28/8) pagi.", dateline=Dateline(city="Batam", date=dt.date(2023, 8, 28)))
    assert at(checker().check_release(made), "D01") == []
    wrong = release("Apel digelar Selasa (28/8) pagi.", dateline=Dateline(city="Batam", date=dt.date(2023, 8, 28)))
    (found,) = at(checker().check_release(wrong), "D01")
    assert found.replacements == ("Senin (28/8)",)
    assert not found.definite


def test_the_year_may_come_from_today() -> None:
    findings = checker().check_text("Apel digelar Selasa (28/8) pagi.", today=dt.date(2023, 9, 1))
    assert len(at(findings, "D01")) == 1


def test_a_city_that_the_text_never_names_is_a_hint() -> None:
    text = "Bawaslu menggelar apel pada Senin pagi. " * 12
    made = release(text, dateline=Dateline(city="Batam"))
    assert [each.severity for each in at(checker().check_release(made), "D06")] == [Severity.HINT]
    assert at(checker().check_release(release(text + "Batam ramai.", dateline=Dateline(city="Batam"))), "D06") == []


def test_a_long_lead_is_a_hint() -> None:
    text = "Bawaslu menggelar apel " + "bersama warga desa " * 20 + "pada Senin pagi."
    assert at(checker().check_release(release(text)), "D08")[0].severity is Severity.HINT
    assert at(checker().check_release(release("Bawaslu menggelar apel pada Senin. " * 12)), "D08") == []


def test_a_quote_needs_somebody_who_speaks() -> None:
    quote = Quote(id="q", text="Kami siap.", pattern=Pattern.QUOTE_VERB_NYA)
    made = Release(title="Apel", blocks=(quote,))
    assert len(at(checker().check_release(made), "D12")) == 1
    named = Release(title="Apel", blocks=(Quote(id="q", text="Kami siap.", speaker=Speaker(position="Ketua")),))
    assert at(checker().check_release(named), "D12") == []


def test_a_press_release_needs_a_contact() -> None:
    made = release("Apel.", kind=Kind.PRESS)
    assert [each.place for each in at(checker().check_release(made), "D13")] == ["title"]
    assert at(checker().check_release(release("Apel.", kind=Kind.PRESS, contacts=(Contact(name="Rina"),))), "D13") == []
    assert at(checker().check_release(release("Apel.")), "D13") == []


def test_a_lead_in_and_its_joined_quote_attribute_once() -> None:
    lead_in = Paragraph(id="a", text="Camat dalam sambutannya menyampaikan")
    quote = Quote(id="b", text="Kami siap.", verb="ujar", pattern=Pattern.QUOTE_VERB_NYA, joined=True)
    findings = checker().check_release(Release(title="Apel", blocks=(lead_in, quote)))
    assert {each.rule for each in findings} >= {"K05", "K70"}


def test_phones_of_contacts_may_stand() -> None:
    made = release("Hubungi kami.", contacts=(Contact(name="Rina", phone="081234567890"),))
    assert at(checker().check_release(made), "G03") == []


def test_a_finding_is_left_with_a_reason_only() -> None:
    made = release("Warga meminta ijin dan pelapor Budi Santoso hadir.")
    findings = checker().check_release(made)
    errors = [each for each in findings if each.severity is Severity.ERROR]
    assert {each.rule for each in errors} == {"K69", "G02"}
    place = "blocks[0].text"
    without = tuple(Ignored(place=place, rule=rule, reason="") for rule in ("K69", "G02"))
    assert set(standing(errors, without)) == set(errors)
    with_reason = (
        Ignored(place=place, rule="G02", reason="Sudah diizinkan"),
        Ignored(place="", rule="K69:ijin", reason="Judul"),
    )
    assert standing(errors, with_reason) == ()
    assert len(standing(errors, (Ignored(place="", rule="K69:lain", reason="Judul"),))) == len(errors)


def test_a_reason_ends_with_one_stop() -> None:
    (found,) = at(checker().check_text("Laporan pelapor Budi Santoso lengkap."), "G02")
    assert found.message.endswith("B.S.")
    assert not found.message.endswith("..")


def test_initials_take_a_name_s_place() -> None:
    (found,) = at(checker().check_text("Laporan dibuat pelapor Budi Santoso pagi tadi."), "G02")
    assert found.replacements == ("pelapor B.S.",)
    assert not found.definite


@pytest.mark.parametrize(
    ("switches", "text", "rule"),
    [
        (Switches(clock=":"), "Apel pukul 08.00 WIB.", "D04"),
        (Switches(pemilu_capital=True), "Warga mengawasi pemilu bersama.", "D04"),
        (Switches(pemilu_capital=False), "Warga mengawasi Pemilu bersama.", "D04"),
    ],
)
def test_the_office_s_choices_are_followed(switches: Switches, text: str, rule: str) -> None:
    assert len(at(Checker(WORDS, switches=switches).check_text(text), rule)) == 1
    assert at(checker().check_text(text), rule) == []


@pytest.mark.parametrize(
    ("switches", "text", "rule"),
    [
        (Switches(numbers_in_words=False), "Rapat dihadiri 3 anggota.", "K39"),
        (Switches(expand_short_forms=False), "Petugas membahas PDPB.", "K51"),
    ],
)
def test_what_the_office_does_not_want_is_not_said(switches: Switches, text: str, rule: str) -> None:
    assert at(checker().check_text(text), rule)
    assert at(Checker(WORDS, switches=switches).check_text(text), rule) == []


HOSTILE = {
    "one word": "a" * 1_000_000,
    "quote marks": "“" * 100_000,
    "straight marks": '"' * 100_000,
    "brackets": "(" * 50_000 + ")" * 50_000,
    "spaces": " " * 200_000 + "a",
    "digits": "1" * 300_000,
    "dots": "." * 200_000,
    "hyphens": "a-" * 100_000,
    "stars": "*a" * 100_000,
    "numbers": "1.000 " * 30_000,
    "commas": "a, " * 50_000,
    "capitals": "Ana " * 50_000,
    "slashes": "a / " * 50_000,
    "ellipses": "a…" * 50_000,
    "at signs": "a@" * 50_000,
    "repetition": "kerja " * 50_000,
}


@pytest.mark.timeout(60)
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_come_to_an_end(name: str) -> None:
    checker().check_text(HOSTILE[name])


def test_a_date_in_brackets_is_house_style_until_the_office_says_otherwise() -> None:
    text = "Rapat digelar Senin (12/5) dan Jumat–Minggu (21–23/11/2025)."
    written = Checker(WORDS, switches=Switches(slash_dates=False))
    assert [each for each in checker().check_text(text) if each.rule == "K46"] == []
    assert [each.replacements for each in written.check_text(text) if each.rule == "K46"] == [
        ("12 Mei",),
        ("21–23 November 2025",),
    ]


def test_an_office_may_write_ranges_with_a_hyphen() -> None:
    hyphens = Checker(WORDS, switches=Switches(dash="-"))
    assert [each.replacements for each in hyphens.check_text("Posko buka 3 - 5 Maret.")] == [("3-5",)]
    assert hyphens.check_text("Posko buka 3-5 Maret.") == ()


def test_the_name_of_a_forum_of_children_is_no_childs_name() -> None:
    assert checker().check_text("Rekomendasi disusun Forum Anak Surabaya.") == ()
    assert [each.rule for each in checker().check_text("Petugas mendampingi anak Siti Rahmah.")] == ["G02"]


@pytest.mark.parametrize(
    "text",
    [
        "Anggaran sebesar Rp175,443 triliun disahkan.",
        "Warga di tepi anak Sungai Brantas mengungsi.",
        "Saham PT Multi Prima Sejahtera dan PT Piranti Nusa Arta naik.",
        "Ia menjabat gubernur November lalu.",
        "Maumere adalah ibu kota Kabupaten Sikka.",
        "Hanya saja, rapat itu ditunda.",
        "Prestasi di sepak bola dan di angkat besi dibahas di gelar perkara serta di uji publik.",
        "Posko dibuka di Lt. 4 dan Lt. 12 gedung itu.",
        "“Jangan dibalik,” tegasnya, lalu petugas memilah-milah berkas.",
        "Pagi itu, guru dan murid berkumpul di lapangan.",
        "Setibanya di lokasi, bupati dan camat meninjau gudang.",
        "Menutup kegiatan, ketua dan sekretaris menyerahkan piagam.",
        "Bersama warga, polisi dan tentara membersihkan jalan.",
        "Dengan tegas ia menolak, lalu lebih lanjut ia pergi.",
        "Secara keseluruhan, ekspor dan impor naik.",
        "Peraturan Nomor PER-11/PB/2008 mengatur SPT Pajak dan tugas BPK Pusat.",
        "Kapal MT Rejoice, MT Sunrise, dan MT Tioman ditahan.",
        "Ia bertemu mentornya di balai desa.",
        "Hak anak Palestina dan korban Topan Katrina dibahas bersama anak Papua Barat.",
    ],
)
def test_names_and_figures_that_only_look_wrong_are_left_alone(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize("stem", ["pantau", "kunci", "ajak", "tempuh", "bahas", "cuci"])
def test_a_bare_verb_after_di_is_joined(stem: str) -> None:
    assert told(f"Gudang itu di {stem} petugas.") == [("K25", f"di {stem}", f"di{stem}")]


def test_a_series_behind_its_verb_wants_its_last_comma() -> None:
    assert [each[0] for each in told("Panitia menyiapkan kursi, meja dan tenda.")] == ["K57"]


def test_a_person_named_like_a_region_is_withheld() -> None:
    assert at(checker().check_text("Laporan korban Bima Aryo lengkap."), "G02")


def test_the_office_of_two_words_gets_both_capitals() -> None:
    assert told("Kunjungan perdana menteri Jepang disambut.") == [("K16", "perdana menteri", "Perdana Menteri")]
