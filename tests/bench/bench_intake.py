"""Drafts brought in: a message of 300 words, a megabyte of text, and how the time grows."""

from collections.abc import Iterator
import datetime as dt
from functools import partial

from humas_desk.intake.reading import read_text
from tests.bench.table import Row, median, times_ms

TODAY = dt.date(2025, 11, 20)
AGREED_MS = 20
AGREED_LONG_MS = 2000
AGREED_GROWTH = 1.4
AGREED_ODD_GROWTH = 2.0
ODD = (
    "Andi Budi Cici ",
    "A. B. C. A. B. C.\n",
    "A.",
    "“a,” ujar ",
    "Andi (54), petani, ",
    "BAWASLU KABUPATEN ",
    "Nomor : x\nHal : y\n",
)
"""What made a reading of names, endings or quotes take minutes once."""
ODD_SIZE = 15_000
WORDS = 300
HEAD = "Bawaslu Contoh Latih Pengawas Desa {number}\n\nContoh, Selasa (18/11/2025) - "
PARAGRAPHS = (
    (
        "Bawaslu Kabupaten Contoh melatih 120 pengawas desa di pendopo selama dua hari. Pelatihan membahas pencegahan "
        "pelanggaran, penyusunan laporan, dan kerja sama dengan warga di setiap kecamatan. Peserta datang dari semua "
        "kecamatan dan berlatih dalam kelompok kecil."
    ),
    (
        "“Pengawasan dimulai dari desa, karena di sanalah pemilih tinggal,” ujar Ketua Bawaslu Kabupaten Contoh, Sari "
        "Wulandari, saat membuka pelatihan."
    ),
    (
        "Pada hari pertama peserta mempelajari tata cara pengawasan daftar pemilih, penelusuran nama ganda, serta cara "
        "mencatat warga yang sudah pindah atau meninggal. Setiap kelompok menyusun laporan singkat yang kemudian dibahas "
        "bersama fasilitator dari sekretariat."
    ),
    (
        "Sari menambahkan, “Setiap laporan akan kami baca pada hari yang sama.” Peserta kemudian berlatih mengisi formulir "
        "“Pengawas Siaga” dalam kelompok kecil."
    ),
    (
        "Sebelumnya, Anggota Bawaslu Kabupaten Contoh Rina Lestari memaparkan hasil pemetaan kerawanan di 24 kecamatan. "
        "Hasil itu menunjukkan bahwa politik uang dan netralitas aparatur masih menjadi perhatian utama, terutama pada "
        "pekan terakhir sebelum pemungutan suara."
    ),
    (
        "Pelatihan ditutup dengan simulasi penerimaan laporan di posko. Panitia membagikan buku saku dan nomor telepon "
        "yang dapat dihubungi pada hari kerja, dan pelatihan serupa akan digelar di kecamatan lain bulan depan."
    ),
)
"""Six paragraphs with two quotes, as releases have them."""


def draft(words: int, number: int = 0) -> str:
    """A draft of so many words at least."""
    made = HEAD.format(number=number)
    count = len(made.split())
    at = 0
    while count < words:
        made += f"{PARAGRAPHS[at % len(PARAGRAPHS)]}\n\n"
        count += len(PARAGRAPHS[at % len(PARAGRAPHS)].split())
        at += 1
    return made


def rows() -> Iterator[Row]:
    """The three figures that were agreed, and how odd texts grow."""
    short = [draft(WORDS, number) for number in range(43)]
    taken = median(times_ms(lambda number: read_text(short[number], today=TODAY), count=40))
    yield Row(what=f"draft of {WORDS} words", value=taken, limit=f"≤ {AGREED_MS} ms", is_kept=taken <= AGREED_MS)
    each = []
    for kilobytes in (100, 1000):
        text = _of_size(kilobytes * 1000)
        long = median(times_ms(partial(_again, text), count=3, warm=1))
        each.append(long / kilobytes)
        is_whole = kilobytes == 1000
        limit = f"≤ {AGREED_LONG_MS} ms" if is_whole else ""
        yield Row(
            what=f"{kilobytes} kB of text", value=long, limit=limit, is_kept=not is_whole or long <= AGREED_LONG_MS
        )
    growth = each[1] / each[0]
    yield Row(
        what="a kilobyte of the longer against one of the shorter",
        value=growth,
        unit="×",
        limit=f"≤ {AGREED_GROWTH}",
        is_kept=growth <= AGREED_GROWTH,
    )
    odd = _odd_growth()
    yield Row(
        what="a letter of an odd text four times as long (names, initials, marks, rows without end)",
        value=odd,
        unit="×",
        limit=f"≤ {AGREED_ODD_GROWTH}",
        is_kept=odd <= AGREED_ODD_GROWTH,
    )


def _odd_growth() -> float:
    """By how much a character of an odd text takes longer in one four times as long; the worst of several."""
    worst = 0.0
    for unit in ODD:
        short, long = (f"{draft(40)}{unit * (size // len(unit))}" for size in (ODD_SIZE, 4 * ODD_SIZE))
        each = [median(times_ms(partial(_again, text), count=3, warm=1)) / len(text) for text in (short, long)]
        worst = max(worst, each[1] / each[0])
    return worst


def _of_size(characters: int) -> str:
    return draft(characters // 6)[:characters].ljust(characters, "x")


def _again(text: str, number: int) -> object:
    return read_text(f"{text} {number}", today=TODAY)
