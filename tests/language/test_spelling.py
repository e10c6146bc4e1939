"""The dictionary, and the names that it need not know."""

import hashlib
import re

import pytest

from humas_desk.language.checker import Checker
from humas_desk.language.findings import Severity
from tests.language.checking import WORDS, checker, told

NAMED = re.compile(r"SHA-256 ([0-9a-f]{64})  (\S+)")


def rules(text: str) -> list[str]:
    return [each.rule for each in checker().check_text(text)]


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
    assert rules("Warga kemranjen menerima bantuan.") == ["S02"]


def test_an_unknown_word_near_a_known_one_is_a_slip_and_any_other_a_hint() -> None:
    slip, other = checker().check_text("Panitia menyusun jdwal dan memutar soundtrack.")
    assert (slip.rule, slip.text, slip.severity) == ("S01", "jdwal", Severity.WARNING)
    assert (other.rule, other.text, other.severity) == ("S02", "soundtrack", Severity.HINT)


def test_a_slip_is_told_also_in_a_lead_that_is_too_long() -> None:
    lead = "Bawaslu menggelar apel pada Senin " + "dan Selasa " * 40 + "untuk membahas jdwal."
    text = lead + "\nWarga hadir di balai desa." * 10
    assert {"D08", "S01"} <= set(rules(text))


def test_the_name_of_a_kind_is_no_slip() -> None:
    assert rules("Petani menjemur kopi lintong.") == ["S02"]
    assert rules("Petani menjemur lintong.") == ["S01"]


def test_a_short_word_is_a_slip_only_where_it_cannot_be_spoken() -> None:
    assert rules("Petani menanam bawor.") == ["S02"]
    assert rules("Petani menyusun jdwal.") == ["S01"]


def test_only_letters_that_hand_and_ear_confuse_make_a_slip() -> None:
    assert rules("Petugas menyusun kategoti dan pasawat baru.") == ["S01", "S01"]
    assert rules("Petugas menyusun katemori baru.") == ["S02"]


def test_what_stands_in_brackets_alone_was_introduced() -> None:
    assert rules("Pencocokan dan penelitian terbatas (cotas) dimulai.") == []


def test_of_a_text_full_of_unknown_words_only_the_first_are_looked_at_closely() -> None:
    words = ("masyarakat", "pemerintah", "perlengkapan", "penyelenggara", "kebersamaan", "keterbukaan")
    slips = [word[:at] + word[at + 1 :] for word in words for at in range(1, len(word) - 1)]
    found = Checker(WORDS).check_text(" ".join(slips))
    codes = [each.rule for each in found if each.rule.startswith("S")]
    assert codes[:5] == ["S01"] * 5
    assert codes.count("S01") <= 40 < len(codes)


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
