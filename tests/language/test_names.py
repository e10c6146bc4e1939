"""Wrong forms that are also somebody's name: told by what stands beside them."""

import pytest

from tests.language.checking import told


@pytest.mark.parametrize(
    "text",
    [
        "Rapat dibuka Ketua Bawaslu Kota Binjai, Ramadhan Pulungan, di aula.",
        "Rapat dibuka Ketua Bawaslu Kota Binjai, Ramadhan, di aula. Ramadhan juga meminta warga hadir.",
        "Ramadhan Pulungan menyampaikan terima kasih.",
        "Hal itu disepakati Fajar Ramadhan di Medan.",
        "Warga pulang, kata Ramadhan di aula.",
        "Uswatun Khasanah menyerahkan surat.",
        "Kholifah mengatakan rapat selesai.",
        "Bantuan itu diterima Atlit Syahreza di Medan.",
        "Warga berkumpul di tepi Danau Diatas.",
    ],
)
def test_a_name_that_looks_like_a_wrong_form_is_left_alone(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("Safari Ramadhan digelar di Sleman.", "Ramadhan", "Ramadan"),
        ("Warga menyambut bulan suci Ramadhan di rumah.", "Ramadhan", "Ramadan"),
        ("Selama Ramadhan Bawaslu membuka posko.", "Ramadhan", "Ramadan"),
        ("Adzan berkumandang di masjid.", "Adzan", "Azan"),
        ("Rapat digelar diatas kapal.", "diatas", "di atas"),
    ],
)
def test_the_same_word_that_names_nobody_is_told(text: str, wrong: str, right: str) -> None:
    assert [(found, fix) for _rule, found, fix in told(text)] == [(wrong, right)]


@pytest.mark.parametrize(
    ("text", "rule", "fix"),
    [
        ("Buku disimpan di perpustakan desa.", "S01", ""),
        ("Laporan di publikasikan kemarin.", "K25", "dipublikasikan"),
        ("Seminra itu ramai.", "S01", ""),
        ("“Benarkah begitu?,” tanya pelatih dari tepi lapangan.", "K04", "”"),
        ("“Awas!,” begitu bunyi spanduk itu.", "K04", "”"),
        ("Hakim bertanya, “Bapak sudah makan”?", "K06", "?”"),
        ("Warga menunggu diseberang jalan.", "K24", "di seberang"),
        ("Lomba catur ke 3 tersebut ramai.", "K26", "ke-3"),
        ("Sikap pro Palestina tetap dijaga.", "K33", "pro-Palestina"),
        ("Pegawai B.R.I. hadir.", "K49", "BRI"),
        ("Sekretaris panitia, Rahmat Hidayat menyambut tamu.", "K56", "Hidayat, menyambut"),
        ("Panitia memberi tandakasih kepada juara.", "K29", "tanda kasih"),
    ],
)
def test_slips_of_these_kinds_are_told(text: str, rule: str, fix: str) -> None:
    assert [(found, right) for found, _text, right in told(text)] == [(rule, fix)]


@pytest.mark.parametrize(
    "text",
    [
        "Mengapa ia menulis, “Saya lupa”? Tidak jelas.",
        "Peserta berangkat ke 5 kecamatan itu.",
        "Ada suara pro dan kontra di desa itu.",
        "Bantuan diberikan kepada korban B.R.I. pada malam hari.",
        "Suryani itu ramah.",
        "Ketua meminta hadirin, Budi membuka sidang.",
    ],
)
def test_what_only_looks_like_them_is_left_alone(text: str) -> None:
    assert told(text) == []
