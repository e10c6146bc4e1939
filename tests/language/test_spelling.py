"""The dictionary, and the names that it need not know."""

import hashlib
import re

import pytest

from tests.language.checking import WORDS, checker, told

NAMED = re.compile(r"SHA-256 ([0-9a-f]{64})  (\S+)")


def test_the_dictionary_is_the_unmodified_one_that_its_licence_names() -> None:
    note = (WORDS / "LICENSE-hunspell-id.txt").read_text(encoding="utf-8")
    named = {name: digest for digest, name in NAMED.findall(note)}
    assert named == {
        name: hashlib.sha256((WORDS / name).read_bytes()).hexdigest() for name in ("id_ID.aff", "id_ID.dic")
    }
    assert note.index("GNU LESSER GENERAL PUBLIC LICENSE") < note.index("  GNU GENERAL PUBLIC LICENSE")


@pytest.mark.parametrize("name", ["Kemranjen", "Berastagi", "Kebayoran", "Mentarang"])
def test_a_district_is_a_name_where_its_place_explains_the_capital(name: str) -> None:
    assert told(f"{name} menerima bantuan pada Senin.") == []
    assert [each.rule for each in checker().check_field("title", f"Camat {name} Buka Posko Aduan")] == []


def test_a_district_in_small_letters_is_no_word() -> None:
    assert told("Warga kemranjen menerima bantuan.") == [("S01", "kemranjen", "")]


def test_an_unknown_word_that_is_built_like_a_verb_is_no_district() -> None:
    assert told("Membantuin warga itu tugas kami.") == [("S01", "Membantuin", "")]


@pytest.mark.parametrize(
    "text",
    [
        "Kohesivitas warga dan aktualitas berita itu dijaga.",
        "Antariksawan dan epidemiolog menjawab soal kontekstualisasi data.",
        "Timnya menang; idenya teredam, dan warganya diwanti-wanti.",
        "Individu yang independen mengisi fitur asesmen.",
    ],
)
def test_learned_words_are_built_from_those_they_come_from(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("selektifitas", "selektivitas"),
        ("sensitifitasnya", "sensitivitasnya"),
        ("memodernisir", "memodernisasi"),
        ("mengkategorisir", "mengategorisasi"),
    ],
)
def test_learned_endings_that_are_none_are_mended(wrong: str, right: str) -> None:
    assert told(f"Warga membahas {wrong} kemarin.") == [("K69", wrong, right)]
