"""What stands around the news in drafts as they are sent: which line is the title, where the text begins and ends."""

import datetime as dt

import pytest

from humas_desk.intake.parts import Intake, Role
from humas_desk.intake.reading import read_text
from humas_desk.release.blocks import Heading, Paragraph, Photo
from humas_desk.release.inline import plain
from humas_desk.release.release import Release

TITLE = "Bawaslu Ngada Buka Rumah Data di Bajawa"
LEAD = "Bawaslu Kabupaten Ngada membuka rumah data di kantornya, Jumat (16/1/2026), dengan empat komputer baru."
MORE = "Rumah data itu buka setiap hari kerja dan boleh dipakai oleh siapa saja yang ingin memeriksa namanya."
BODY = f"Bajawa, 16 Januari 2026 – {LEAD}\n\n{MORE}"
PLACES = frozenset({"Ngada", "Bajawa", "Ende", "Jawa Timur", "Bandung Barat"})


def read(text: str) -> Intake:
    return read_text(text, today=dt.date(2026, 1, 20), places=PLACES)


def paragraphs(release: Release) -> list[str]:
    return [plain(block.text) for block in release.blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    "above",
    [
        "Sore kakak2 wartawan, ini rilis rapat tadi ya. Foto ada di bawah 👇",
        "Sugeng dalu bapak ibu, nyuwun sewu baru sempat kirim rilis tadi pagi",
        "Om Swastyastu,",
        "Maaf baru terbalas. Lampiran gagal terus, jadi naskahnya saya tempel di sini saja ya.",
        "SIARAN PERS BERSAMA\nBAWASLU PROVINSI JAWA TIMUR DAN KPU PROVINSI JAWA TIMUR",
        "‼️ PERNYATAAN BAWASLU KABUPATEN BANDUNG BARAT ‼️",
        "[Diteruskan]",
        "Rilis Foto – bebas dimuat dengan mencantumkan kredit",
        "KABAR BAWASLU",
        "Home / Kabar",
        "20/01/26, 07.10     Bawaslu Ngada Buka Rumah Data - Bawaslu Ngada",
        "PEMERINTAH KABUPATEN NGADA\nKECAMATAN GOLEWA SELATAN JAYA\nbersama BAWASLU KABUPATEN NGADA",
        "ngada.bawaslu.go.id › artikel",
        "Pengirim : Humas Bawaslu Ngada\nDikirim : 20 Januari 2026 11:03\nJudul : [SIARAN PERS] mohon tayang",
        "Kepada Yth.\nPimpinan Redaksi Media Cetak dan Daring\ndi Bajawa",
        "BAWASLU KABUPATEN NGADA\nJalan Ir. H. Juanda, Bajawa\nTelepon (0384) 000 112 | Laman: ngada.contoh.example",
        "Nomor Bawaslu: 002/HM.00/NT-07/I/2026\nNomor KPU: 5/HM.03/5309/2026",
    ],
)
def test_what_stands_above_the_title_is_not_taken_for_it(above: str) -> None:
    release = read(f"{above}\n\n{TITLE}\n\n{BODY}").release
    assert (plain(release.title), release.dateline.city) == (TITLE, "Bajawa")
    assert paragraphs(release) == [LEAD, MORE]


@pytest.mark.parametrize(
    "line",
    [
        "Kepada Yth. Rekan-rekan Media di Bajawa",
        "Yth. Ketua Bawaslu Kabupaten Ngada",
        "Izin Kirim Rilis Bawaslu Ngada",
        "Selamat Pagi Rekan Wartawan Kabupaten Ngada",
    ],
)
def test_words_to_the_receiver_are_no_title_where_none_stands(line: str) -> None:
    release = read(f"{line}\n\n{BODY}").release
    assert (release.title, paragraphs(release)) == ("", [LEAD, MORE])


@pytest.mark.parametrize(
    "title",
    [
        "Ibu Rumah Tangga Jadi Garda Terdepan Tolak Politik Uang",
        "Pak RT Ikut Awasi Pilkada",
        "Halo Bawaslu! Layanan Aduan Baru Diluncurkan",
        "Berita Terkait Hoaks Pemilu Melonjak Jelang Masa Tenang",
        "Pantau Kampanye di Media Sosial, Bawaslu Ngada Bentuk Tim",
        "Humas Bawaslu Ngada Raih Penghargaan",
    ],
)
def test_a_title_that_begins_like_words_to_somebody_or_a_site_s_line_is_one(title: str) -> None:
    release = read(f"{title}\n\n{BODY}").release
    assert (plain(release.title), paragraphs(release)) == (title, [LEAD, MORE])


@pytest.mark.parametrize(
    "below",
    [
        "19 Januari 2026   |   Admin Ngada   |   128 views   |   0 Komentar",
        "humas\n20 Januari 2026 10:15\nA- A A+",
        "Oleh: Humas Ngada • 19 Januari 2026 • Dibaca 86 kali",
    ],
)
def test_a_site_s_lines_below_the_title_are_left_out(below: str) -> None:
    release = read(f"{TITLE}\n{below}\n\n{BODY}").release
    assert (plain(release.title), release.subtitle) == (TITLE, None)
    assert paragraphs(release) == [LEAD, MORE]


def test_the_office_s_name_may_be_the_first_half_of_a_broken_title() -> None:
    assert read(f"Bawaslu Kabupaten Ngada\nSiapkan Rumah Data di Bajawa\n\n{BODY}").release.title == (
        "Bawaslu Kabupaten Ngada Siapkan Rumah Data di Bajawa"
    )


def test_a_headline_about_the_writers_is_no_mark_of_theirs() -> None:
    title = "Humas Bawaslu se-Jawa Barat Berlatih Menulis Berita di Kuningan"
    assert read(f"{title}\n\n{BODY}").release.title == title


def test_a_statement_s_title_goes_on_behind_its_label() -> None:
    text = f"PERNYATAAN BAWASLU KABUPATEN NGADA\nTENTANG FORMULIR PALSU\n\nBajawa, 16 Januari 2026\n\n{LEAD}\n\n{MORE}"
    assert read(text).release.title == "PERNYATAAN BAWASLU KABUPATEN NGADA TENTANG FORMULIR PALSU"


@pytest.mark.parametrize(
    "end",
    [
        "Matur sakalangkong 🙏🙏",
        "Demikian, terima kasih banyak atas kerja samanya 🙏",
        "Salam hormat,\nRugaya Sabtu\nStaf Humas\nHP 0800-0000-0000\n\nPesan ini dikirim dari ponsel.",
        "Like this: Suka Memuat...\n« Sebelumnya: Rapat Evaluasi Kinerja\nBerikutnya: Pengumuman Hasil Seleksi »",
        "Diterbitkan 16 Januari 2026 · Dilihat 86 kali\nBagikan ke: Facebook Twitter WhatsApp Salin tautan",
        "Foto bebas dipakai dengan menyebut sumber.",
        "> Pada Sen, 19 Jan 2026 pukul 17.40 Redaksi menulis:\n> Boleh minta rilisnya untuk edisi besok?",
        "Saohagölö,\n\nYuniar Sarumaha\nStaf Humas\n\nEmail ini dan lampirannya ditujukan hanya untuk penerima di atas.",
        "*) Dilarang menyiarkan sebelum waktu embargo berakhir.",
        "Catatan untuk redaksi: foto dapat digunakan secara bebas dengan mencantumkan sumber.",
        "Siaran pers ini diterbitkan bersama oleh Humas Bawaslu dan Polres Ngada.",
        "Keterangan pers ini dikeluarkan Bawaslu Kabupaten Ngada",
        "Dikirim dari iPhone saya.",
        "Pesan ini bersifat rahasia.",
        "https://ngada.contoh.example/berita/rumah-data     1/2",
        "IG: @bawaslu_ngada\nFB: Bawaslu Ngada",
        "Baca juga:\nApel Perdana Tahun 2026",
    ],
)
def test_what_follows_the_news_is_left_out_and_told(end: str) -> None:
    intake = read(f"{TITLE}\n\n{BODY}\n\n{end}\n")
    assert paragraphs(intake.release) == [LEAD, MORE]
    assert all(line.strip(" 🙏>«»") in " ".join(one.text for one in intake.dropped) for line in end.split("\n") if line)


@pytest.mark.parametrize(
    "end",
    [
        "Acara ditutup doa bersama",
        "Semua laporan diperiksa.",
        "Demikian pernyataan ini disampaikan untuk diketahui masyarakat.",
        "Versi digital buku dapat diunduh melalui laman resmi lembaga.",
        "Foto para pelanggar netralitas dimuat di majalah dinding kantor sejak Senin lalu.",
        "Foto dan video itu dapat dipakai pelapor sebagai bukti.",
        "Naskah ini disusun bersama perguruan tinggi dan menjadi pedoman pengawas.",
        "Berita ini dibuat-buat oleh akun tanpa nama.",
        "Pesan ini disampaikan Yohanes saat menutup pelatihan.",
        "Jangan cetak surat suara melebihi kebutuhan, pesannya.",
        "Dikirim dari gudang KPU, surat suara tiba di distrik.",
        "Ibu rumah tangga juga dilatih mengenali politik uang.",
        "Izin keramaian harus diurus tujuh hari sebelumnya.",
        "Terima kasih disampaikan kepada seluruh peserta.",
        "Mohon bantuan warga untuk melapor, kata Yohanes.",
        "Berikut ini jadwal masa tenang.",
        "Berita terkait politik uang ramai dibahas peserta.",
        "(Nama pelapor disamarkan demi keamanan.)",
        "(Para peserta berasal dari semua kecamatan)",
        "Tim Humas Bawaslu Ngada mendokumentasikan seluruh kegiatan",
    ],
)
def test_a_short_last_paragraph_stays(end: str) -> None:
    assert paragraphs(read(f"{TITLE}\n\n{BODY}\n\n{end}\n").release) == [LEAD, MORE, end]


def test_rows_that_the_last_sentence_announces_are_news() -> None:
    release = read(f"{TITLE}\n\n{BODY}\n\nBerikut adalah daftar posko:\n\nPosko Aimere\n\nPosko Golewa\n").release
    assert paragraphs(release) == [LEAD, MORE, "Berikut adalah daftar posko:", "Posko Aimere", "Posko Golewa"]


def test_who_signs_without_a_day_is_the_signatory() -> None:
    text = f"{TITLE}\n\n{BODY}\n\nBawaslu Kabupaten Ngada\nKetua\n\nRaja Fahrizal Hamid\n"
    (signatory,) = read(text).release.signatories
    assert (signatory.heading, signatory.position, signatory.name) == (
        "Bawaslu Kabupaten Ngada",
        "Ketua",
        "Raja Fahrizal Hamid",
    )


@pytest.mark.parametrize("signed", ["ttd.", "dto", "(tertanda)"])
def test_between_position_and_name_a_word_may_say_that_it_is_signed(signed: str) -> None:
    release = read(f"{TITLE}\n\n{BODY}\n\nKetua Bawaslu Kabupaten Ngada\n\n{signed}\n\nMaharadi Gayo\n").release
    assert [one.name for one in release.signatories] == ["Maharadi Gayo"]


def test_rows_of_speakers_belong_to_the_event() -> None:
    rows = "Hari/tanggal : Kamis, 22 Januari 2026\nPukul : 09.00 WITA\nNarasumber : 1. Ketua Bawaslu\n2. Ketua KPU\nBusana : batik"
    release = read(f"UNDANGAN LIPUTAN\n\n{TITLE}\n\n{LEAD}\n\n{rows}\n\n{MORE}").release
    assert release.event is not None
    assert (release.event.start, release.event.dress) == ("09:00", "batik")
    assert "2. Ketua KPU" in release.event.agenda
    assert paragraphs(release) == [LEAD, MORE]


def test_a_short_label_above_a_list_is_a_heading() -> None:
    release = read(f"{TITLE}\n\n{BODY}\n\nNarasumber:\n1. Ketua Bawaslu\n2. Ketua KPU\n\n{MORE}").release
    assert [block.text for block in release.blocks if isinstance(block, Heading)] == ["Narasumber:"]


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("Foto: Warga memeriksa nama. (Foto: Deki/Humas)", "Warga memeriksa nama.", "Deki/Humas"),
        ("Keterangan foto:\nWarga memeriksa nama. Foto: Humas Ngada", "Warga memeriksa nama.", "Humas Ngada"),
        ("[Foto] Warga memeriksa nama. (Foto: Deki/Humas)", "Warga memeriksa nama.", "Deki/Humas"),
        ("[Foto: Warga memeriksa nama. Dok. Humas]", "Warga memeriksa nama.", "Dok. Humas"),
        ("Foto: Warga memeriksa nama. (Iksan/Bawaslu Ngada)", "Warga memeriksa nama.", "Iksan/Bawaslu Ngada"),
    ],
)
def test_who_took_a_picture_is_its_credit(line: str, caption: str, credit: str) -> None:
    release = read(f"{TITLE}\n\n{BODY}\n\n{line}\n").release
    (photo,) = (block for block in release.blocks if isinstance(block, Photo))
    assert (plain(photo.caption or ""), photo.credit) == (caption, credit)


def test_a_sentence_that_names_its_photographer_above_the_lead_is_a_caption() -> None:
    line = "Warga memeriksa nama di rumah data Bawaslu Ngada, Jumat (16/1/2026), bersama petugas. (Foto: Dok. Humas)"
    release = read(f"{TITLE}\n\n{line}\n\n{BODY}").release
    assert (release.dateline.city, paragraphs(release)) == ("Bajawa", [LEAD, MORE])


def test_paragraphs_set_in_begin_anew_without_a_blank_line() -> None:
    lines = (
        f"{TITLE}\n"
        "     Bajawa - Bawaslu Kabupaten Ngada membuka rumah data di kantornya pada\n"
        "hari Jumat pekan ini dengan empat komputer baru yang dibeli dengan dana\n"
        "tahun lalu.\n"
        "     Rumah data itu buka setiap hari kerja dan boleh dipakai oleh siapa saja\n"
        "yang ingin memeriksa namanya."
    )
    release = read(lines).release
    assert (release.title, release.dateline.city, len(paragraphs(release))) == (TITLE, "Bajawa", 2)


@pytest.mark.parametrize(
    "dateline",
    [
        "\tBAJAWA (16/01/2026) – ",
        "Bajawa (16/1) ~ ",
        "Bajawa, Bawaslu Ngada, Jumat 16 Januari 2026 - ",
        "BAJAWA, bawaslu-ngada – ",
    ],
)
def test_more_datelines_are_told_from_the_lead(dateline: str) -> None:
    release = read(f"{TITLE}\n\n{dateline}{LEAD}\n\n{MORE}").release
    assert (release.dateline.city, paragraphs(release)) == ("Bajawa", [LEAD, MORE])


def test_nothing_in_a_link_s_marks_is_speech_and_speech_in_guillemets_is() -> None:
    intake = read(f"{TITLE}\n\n{BODY}\n\n«Kami siap,» ujar Ketua Bawaslu Kabupaten Ngada Sebastianus Fernandez.\n")
    assert [part.role for part in intake.parts][-1] is Role.QUOTE


def test_a_release_within_a_quoted_mail_is_read_without_its_marks() -> None:
    quoted = "\n".join(f"> {line}".rstrip() for line in f"{TITLE}\n\n{BODY}".split("\n"))
    text = f"Terima kasih, sudah kami terima.\n\nPada Kam, 15 Jan 2026 pukul 17.40 Humas menulis:\n\n{quoted}\n"
    release = read(text).release
    assert (release.title, release.dateline.city, paragraphs(release)) == (TITLE, "Bajawa", [LEAD, MORE])


def test_what_stands_in_brackets_below_the_text_says_who_wrote_it() -> None:
    release = read(f"{TITLE}\n\n{BODY}\n\n(Seksi Pemerintahan Kec. Golewa)\n").release
    assert (release.credits.writer, paragraphs(release)) == ("Seksi Pemerintahan Kec. Golewa", [LEAD, MORE])
