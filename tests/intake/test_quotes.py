"""Quotes with speaker, verb and pattern, in the positions of the house-style notes on attribution (their numbers are named)."""

import pytest

from humas_desk.intake.parts import UnsureCode
from humas_desk.release.blocks import Pattern
from humas_desk.release.quote import ResolvedMention, quote_sentence
from tests.intake.drafting import LEAD, TITLE, body, doubts, quotes, read, shown, the_quote

SAID = "Kami siap mengawasi sampai ke desa"
OPENING = "Kegiatan dibuka Ketua Bawaslu Kabupaten Contoh Sari Wulandari."
NAME = "Sari Wulandari"


@pytest.mark.parametrize(
    ("sentence", "pattern", "verb", "name", "tail"),
    [
        (f"“{SAID},” ujarnya.", Pattern.QUOTE_VERB_NYA, "ujar", NAME, None),  # 1
        (f"“{SAID},” kata Sari Wulandari.", Pattern.QUOTE_VERB_SPEAKER, "kata", NAME, None),  # 2
        (
            f"“{SAID},” ungkap Rina Lestari, Anggota Bawaslu Kabupaten Contoh, dalam paparannya.",
            Pattern.QUOTE_VERB_SPEAKER_POSITION,
            "ungkap",
            "Rina Lestari",
            ", dalam paparannya",
        ),  # 3
        (
            f"“{SAID},” tegas Anggota Bawaslu Kabupaten Contoh Rina Lestari, Selasa (18/11/2025).",
            Pattern.QUOTE_VERB_POSITION_SPEAKER,
            "tegas",
            "Rina Lestari",
            ", Selasa (18/11/2025)",
        ),  # 4
        (f"Sari Wulandari mengatakan, “{SAID}.”", Pattern.SPEAKER_VERB_QUOTE, "kata", NAME, None),  # 5
        (f"Sari Wulandari menjelaskan “{SAID}.”", Pattern.SPEAKER_VERB_QUOTE, "jelas", NAME, None),  # 6
        (f"Ia menggarisbawahi poin: “{SAID}.”", Pattern.SPEAKER_VERB_COLON_QUOTE, "garisbawahi", NAME, "poin"),  # 7
        (f"“{SAID},” kata Sari Wulandari, “dan tetap netral.”", Pattern.SPLIT, "kata", NAME, None),  # 8
        (f"“{SAID},” kata Sari Wulandari. “Kami tetap netral.”", Pattern.SPLIT_SENTENCES, "kata", NAME, None),  # 8
        (
            f"“{SAID},” pesannya menutup amanat apel.",
            Pattern.QUOTE_VERB_NYA,
            "pesan",
            NAME,
            "menutup amanat apel",
        ),  # 9
        (
            f"“{SAID},” tegas Srikandi Pengawasan kelahiran Contoh tersebut.",
            Pattern.QUOTE_VERB_SPEAKER_POSITION,
            "tegas",
            "",
            None,
        ),  # 10
        (f"“{SAID}.”", Pattern.PLAIN, None, NAME, None),  # 11
        (f"“{SAID},” lanjut dia.", Pattern.QUOTE_VERB_DIA, "lanjut", NAME, None),  # 12
        (f"“{SAID},” ujar beliau.", Pattern.QUOTE_VERB_DIA, "ujar", NAME, None),
        (f"“{SAID},” ujar Sari.", Pattern.QUOTE_VERB_SPEAKER, "ujar", NAME, None),
        (
            f"“{SAID},” ujar Anggota Bawaslu Kabupaten Contoh, Rina Lestari, di pendopo.",
            Pattern.QUOTE_VERB_POSITION_SPEAKER,
            "ujar",
            "Rina Lestari",
            ", di pendopo",
        ),
    ],
)
def test_a_position_becomes_its_pattern(
    sentence: str, pattern: Pattern, verb: str | None, name: str, tail: str | None
) -> None:
    quote = the_quote(OPENING, sentence)
    assert (quote.text.rstrip("."), quote.pattern) == (SAID, pattern)
    assert quote.speaker.name == name
    assert verb is None or quote.verb == verb
    assert quote.tail == tail


@pytest.mark.parametrize(
    "sentence",
    [
        "Menurutnya, pengawasan dimulai dari desa.",  # 13
        "Sari Wulandari, dalam sambutannya, menyampaikan bahwa pengawas harus hadir.",  # 14
        "Kegiatan bertema “Bersama Rakyat Awasi Pemilu” itu diikuti 120 orang.",  # 15
        "Istilah “serangan fajar” dan “amplop” dibahas panjang.",
        'Peserta menerima buku "Saku Pengawas" dari panitia.',
    ],
)
def test_what_is_no_speech_stays_text(sentence: str) -> None:
    release = body(OPENING, sentence)
    assert quotes(release) == []
    assert shown(release)[-1] == sentence


def test_the_words_before_and_behind_a_quote_are_joined_to_it() -> None:
    release = body(f"Sari membuka acara. “{SAID},” ujarnya. Acara lalu dilanjutkan.")
    assert shown(release)[1:] == ["Sari membuka acara.", f"+{SAID}", "+Acara lalu dilanjutkan."]


def test_a_speech_over_two_paragraphs_is_one_quote() -> None:
    quote = the_quote(OPENING, f"“{SAID}.", "“Karena itu kami berlatih hari ini,” ujarnya.")
    assert quote.text == f"{SAID}.\nKarena itu kami berlatih hari ini"


@pytest.mark.parametrize(
    "sentence",
    [
        f'"{SAID}," ujarnya.',
        f"”{SAID},” ujarnya.",
        f"“ {SAID} ” , ujarnya .",
        f'"{SAID}", ujarnya.',
        f"“{SAID}.” Ujarnya.",
        f"“{SAID}” ujarnya",
        f"“{SAID}, ujarnya.",
        f"{SAID},” ujarnya.",
        f"''{SAID},'' ujarnya.",
        f"„{SAID},“ ujarnya.",
    ],
)
def test_marks_of_any_kind_and_missing_ones_are_understood(sentence: str) -> None:
    quote = the_quote(OPENING, sentence)
    assert (quote.text.rstrip("."), quote.verb, quote.pattern) == (SAID, "ujar", Pattern.QUOTE_VERB_NYA)


def test_marks_inside_a_speech_stay_in_it() -> None:
    quote = the_quote(OPENING, '"Kami mengusung tema "Bersama Rakyat" tahun ini," ujarnya.')
    assert quote.text == 'Kami mengusung tema "Bersama Rakyat" tahun ini'


def test_a_missing_mark_is_told() -> None:
    intake = read(f"{TITLE}\n\nContoh, 18 November 2025 - {LEAD}\n\n{OPENING}\n\n“{SAID}, ujarnya.")
    assert UnsureCode.QUOTE_OPEN in doubts(intake)


def test_a_name_is_led_back_to_the_full_one_in_the_text_before() -> None:
    quote = the_quote("Kunjungan diterima Ratih Puspitasari, staf hukum.", f"“{SAID},” ucap Ratih.")
    assert quote.speaker.name == "Ratih Puspitasari"
    assert quote_sentence(quote, mention=ResolvedMention.SHORT) == f"“{SAID},” ucap Ratih."


def test_an_office_s_region_is_no_part_of_a_name() -> None:
    quote = the_quote(f"“{SAID},” kata Ketua Bawaslu Padang Pariaman Budi Hartono.")
    assert (quote.speaker.name, quote.speaker.position) == ("Budi Hartono", "Ketua Bawaslu Padang Pariaman")


def test_a_position_of_many_divisions_is_kept_whole() -> None:
    position = "Koordinator Divisi Hukum, Pencegahan, dan Humas Bawaslu Kabupaten Contoh"
    quote = the_quote(f"“{SAID},” kata Dr. Rina Lestari, S.H., M.H., {position}.")
    assert (quote.speaker.name, quote.speaker.position) == ("Dr. Rina Lestari, S.H., M.H.", position)


def test_a_passive_verb_before_a_speech_gives_verb_and_speaker() -> None:
    release = body(f"Dikatakan Rina Lestari, “{SAID}.”")
    quote = quotes(release)[0]
    assert (quote.speaker.name, quote.verb, quote.pattern, quote.joined) == (
        "Rina Lestari",
        "kata",
        Pattern.PLAIN,
        True,
    )


def test_a_slip_in_a_position_that_the_page_does_not_show_is_mended_and_told() -> None:
    text = f"Acara dibuka Deputi Adminstrasi Bawaslu RI Rina Lestari yang menyampaikan “{SAID},” ujarnya."
    intake = read(f"{TITLE}\n\nContoh, 18 November 2025 - {LEAD}\n\n{text}")
    assert quotes(intake.release)[0].speaker.position == "Deputi Administrasi Bawaslu RI"
    assert UnsureCode.POSITION_MENDED in doubts(intake)


def test_italics_inside_a_speech_are_kept() -> None:
    assert the_quote(OPENING, "“Kami siap _jemput bola_ ke desa,” ujarnya.").text == "Kami siap *jemput bola* ke desa"


SOMEBODY = "Ketua Bawaslu Kabupaten Contoh, Sari Wulandari, datang bersama Camat Paiton, Rina Lestari."


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        (f"“{SAID},” ujar Ketua Bawaslu Kabupaten Contoh.", "Sari Wulandari"),
        (f"“{SAID},” ujar Camat Paiton itu.", "Rina Lestari"),
        (f"“{SAID},” kata Ketua Bawaslu Contoh tersebut.", "Sari Wulandari"),
        (f"Seusai apel, Rina membagikan buku. “{SAID},” pesannya.", "Rina Lestari"),
        (f"Warga bernama Tgk. Razali hadir. “{SAID},” katanya.", "Tgk. Razali"),
        (f"Peserta termuda, Rati (19), mengangguk. “{SAID},” katanya.", "Rati"),
        (f"Di sana, Yohana Lende dari sekretariat membagikan buku. “{SAID},” katanya.", "Yohana Lende"),
        (f"Kata Rina, “{SAID}.”", "Rina Lestari"),
        (f"Sari menjawab singkat. Kata dia, “{SAID}.”", "Sari Wulandari"),
        (f"Menurut Rina: “{SAID}.”", "Rina Lestari"),
        (f"Sunardi (54), salah seorang petani, bertanya soal data. “{SAID},” katanya.", "Sunardi"),
        (f"“{SAID},” celetuk Sunardi.", "Sunardi"),
        (f"Bagi Komang Tri Ariani, mahasiswi semester lima, itu penting. “{SAID},” katanya.", "Komang Tri Ariani"),
        (
            f"Salah satu pemohon, peneliti muda Tiurma Br. Capah, menyatakan puas. “{SAID},” ceritanya.",
            "Tiurma Br. Capah",
        ),
        (
            f"Arsiparis Dinas Kearsipan Kabupaten Contoh I Wayan Mudita menyatakan setuju. “{SAID},” katanya.",
            "I Wayan Mudita",
        ),
        (f"Rifqi Fauzan, santri Pesantren Nurul Huda, mengeluh. “{SAID},” keluhnya.", "Rifqi Fauzan"),
        (f"Permintaan datang dari Rambu Naha Hamu, penenun asal Prailiu. “{SAID},” pintanya.", "Rambu Naha Hamu"),
        (f"Hasilnya, kata Rina, bisa dibaca siapa saja. “{SAID},” pungkasnya.", "Rina Lestari"),
        (f"“{SAID},” Ketua Bawaslu Kabupaten Contoh Abdul Gani Wael mengingatkan.", "Abdul Gani Wael"),
        (f"Seorang peserta asal Nagari Salido, Nurhayati, mengatakan siap. “{SAID},” harapnya.", "Nurhayati"),
    ],
)
def test_who_was_named_before_is_meant_by_position_short_name_and_pronoun(sentence: str, name: str) -> None:
    quote = the_quote(SOMEBODY, sentence)
    assert (quote.text.rstrip("."), quote.speaker.name) == (SAID, name)


def test_a_position_said_again_is_printed_as_it_was_written() -> None:
    quote = the_quote(SOMEBODY, f"“{SAID},” ujar Camat Paiton itu.")
    assert quote_sentence(quote, mention=ResolvedMention.SHORT) == f"“{SAID},” ujar Camat Paiton itu."


def test_words_that_only_look_like_a_subject_speak_for_nobody() -> None:
    quote = the_quote(
        SOMEBODY, f"“{SAID},” ujar Sari.", f"Di lapangan, Pulau Buru menerima logistik. “{SAID},” katanya."
    )
    assert quote.speaker.name == "Sari Wulandari"


def test_a_bare_quote_belongs_to_whom_a_passive_sentence_names() -> None:
    quote = the_quote(
        "Anggota Bawaslu Contoh, Hilda Bong, menjuarai lomba. Ketua juri, Lim Tjhai Fo, memuji pidatonya.",
        "“Pendek dan jernih,” kata Lim.",
        "Hadiahnya disumbangkan Hilda kepada perpustakaan. “Buku lebih awet daripada piala.”",
    )
    assert quote.speaker.name == "Hilda Bong"


def test_a_club_s_name_belongs_to_the_position() -> None:
    speaker = the_quote("“Kami putar lagi,” sambung Ketua Kader Pengawas Kota Contoh, Rafli Maulidan.").speaker
    assert (speaker.position, speaker.name) == ("Ketua Kader Pengawas Kota Contoh", "Rafli Maulidan")


@pytest.mark.parametrize(
    ("who", "position", "name"),
    [
        ("Pemilik Kedai Kopi Wih Ilang, Sabirin Mude", "Pemilik Kedai Kopi Wih Ilang", "Sabirin Mude"),
        ("Klebun Desa Karanganyar, Moh. Hasin", "Klebun Desa Karanganyar", "Moh. Hasin"),
        ("Bendesa Adat Pohgading I Wayan Karta Nadi", "Bendesa Adat Pohgading", "I Wayan Karta Nadi"),
        ("Ketua Komisi I DPRA Cut Nurlaila Hasyim", "Ketua Komisi I DPRA", "Cut Nurlaila Hasyim"),
        ("Guru besar administrasi publik, Prof. Hamid Laiya", "Guru besar administrasi publik", "Prof. Hamid Laiya"),
        ("Nelayan asal Sapeken, Daeng Mattalli", "Nelayan asal Sapeken", "Daeng Mattalli"),
        (
            "Dekan Fakultas Ilmu Sosial dan Ilmu Politik Universitas Timor, Yohanes Nahak",
            "Dekan Fakultas Ilmu Sosial dan Ilmu Politik Universitas Timor",
            "Yohanes Nahak",
        ),
        (
            "Ketua Bawaslu Kabupaten Lima Puluh Kota Budi Santoso",
            "Ketua Bawaslu Kabupaten Lima Puluh Kota",
            "Budi Santoso",
        ),
        ("Sunarwi, petambak berusia 51 tahun", "petambak berusia 51 tahun", "Sunarwi"),
    ],
)
def test_callings_and_long_offices_are_positions(who: str, position: str, name: str) -> None:
    quote = the_quote(f"“{SAID},” kata {who}.")
    assert (quote.speaker.position, quote.speaker.name) == (position, name)


def test_a_name_ends_with_its_sentence() -> None:
    lead = (
        "Rombongan disambut Koordinator Divisi Hukum Bawaslu Contoh Afrizal Sutan Mudo. Kepada tamu, Afrizal bercerita."
    )
    quote = the_quote(lead, f"“{SAID},” tutur Afrizal.")
    assert (quote.speaker.name, quote.speaker.position) == (
        "Afrizal Sutan Mudo",
        "Koordinator Divisi Hukum Bawaslu Contoh",
    )


def test_a_sentence_s_last_word_is_no_name_of_who_begins_the_next() -> None:
    lead = "Pukul lima pagi, Elisabet menunggu di dermaga Langgur. Staf Bawaslu Kabupaten Contoh itu membawa tas."
    assert the_quote(lead, f"“{SAID},” katanya.").speaker.name != "Langgur."


def test_a_speech_may_begin_without_a_blank_behind_the_sentence_before() -> None:
    quote = the_quote(OPENING, f'Sari menegaskan hal itu bukan penertiban."{SAID}," katanya.')
    assert (quote.text, quote.speaker.name) == (SAID, "Sari Wulandari")


@pytest.mark.parametrize("shown", ["Bere", "Goreti", "Maria"])
def test_any_word_of_a_name_is_led_back_to_all_of_it(shown: str) -> None:
    lead = "Terlihat di antara tamu Maria Goreti Bere dari Silawan."
    assert the_quote(lead, f"“{SAID},” kata {shown}.").speaker.name == "Maria Goreti Bere"
