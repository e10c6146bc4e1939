"""Nothing of a draft is silently lost, whatever it holds and whatever its parts are taken for."""

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st
import pytest

from humas_desk.intake.mending import mended
from humas_desk.intake.parts import Role
from humas_desk.intake.reading import read_text, reassign
from tests.accuracy.corpora import Draft, Half, drafts
from tests.intake.drafting import LEAD, TITLE, body, read, shown
from tests.intake.whole import covers, lost_words, words

TODAY = dt.date(2026, 11, 22)
DRAFTS = [draft for half in Half for draft in drafts(half)]
PHRASES = (
    *(
        "Bawaslu",
        "“",
        "”",
        '"',
        ",",
        ".",
        "\n",
        "\n\n",
        "ujarnya",
        "ujar",
        "Ketua Bawaslu Kabupaten Contoh",
        "Sari Wulandari",
    ),
    *(
        "mengatakan",
        "Contoh - (28/8) ",
        "Penulis :",
        "Editor:",
        "Foto:",
        "1. ",
        "- ",
        "•",
        "|",
        "Ia",
        "beliau",
        "dia",
        "tema",
    ),
    *(
        "28 Agustus 2023",
        "Senin (28/8/2023)",
        "😀",
        "*",
        "_",
        "\t",
        "Nomor: 12/HM/2023",
        "UNTUK DISIARKAN SEGERA",
        "#Pemilu",
    ),
    *("Narahubung: Sari 0812-3456-7890", "Tentang Bawaslu", "â€œ", "selaku", "(Humas)", "[caption]", "[/caption]", ":"),
    *("Kami siap mengawasi semua tahapan pemilihan", "Hal itu disampaikan", "S.H.", "EMBARGO sampai 21 Mei 2025"),
)
TEXTS = st.lists(st.one_of(st.sampled_from(PHRASES), st.text(max_size=6)), max_size=40).map(" ".join)


@pytest.mark.parametrize("draft", DRAFTS, ids=[draft.name for draft in DRAFTS])
def test_every_word_of_a_draft_is_in_the_release_or_among_what_was_dropped(draft: Draft) -> None:
    intake = read_text(draft.text, today=draft.today)
    assert covers(intake)
    assert not lost_words(intake)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_so_is_every_word_of_any_text(text: str) -> None:
    intake = read_text(text, today=TODAY)
    assert covers(intake)
    assert words(intake.text) == words(mended(text))
    assert not lost_words(intake)


@settings(max_examples=100, deadline=None)
@given(TEXTS, st.sampled_from(list(Role)), st.integers(0, 30))
def test_nothing_is_lost_when_a_part_is_taken_for_something_else(text: str, role: Role, number: int) -> None:
    intake = read_text(text, today=TODAY)
    if intake.parts:
        changed = reassign(intake, number % len(intake.parts), role)
        assert covers(changed)
        assert not lost_words(changed)


@pytest.mark.parametrize(
    "text",
    [
        "Nomor: 12/HM/2025\nNomor: 12/HR/2025\n",
        "UNTUK DISIARKAN SEGERA\n\nUNTUK DISIARKAN SEGERA\n",
        "Penulis : Foto Humas\nFoto Humas\n",
        "Waktu : 08.00 WIB\nTempat : Balai Desa\nWaktu : 10.00 WIB\n",
        "Hari/tanggal : Senin, 5 Januari 2026\nTempat : Balai Desa\nTanggal : 6 Januari 2026\n",
    ],
)
def test_what_is_said_twice_and_stands_in_the_release_once_is_told(text: str) -> None:
    for draft in (f"{TITLE}\n\n{text}\nContoh - {LEAD}\n", f"{TITLE}\n\nContoh - {LEAD}\n\n{text}"):
        assert not lost_words(read(draft))


def test_a_sign_between_two_words_parts_them() -> None:
    assert shown(body("Pengawas siap📢Warga ikut mengawasi💪."))[-1] == "Pengawas siap Warga ikut mengawasi."
