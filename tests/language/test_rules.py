"""Every rule brings its own proof: three sentences that it finds and three that it leaves alone."""

from pathlib import Path

import pytest

from humas_desk.errors import BadContent, FileMissing
from humas_desk.language.checker import Checker
from humas_desk.language.findings import Severity
from humas_desk.language.lists import load_lists
from humas_desk.language.rules import Rule, load_rules
from tests.language.checking import WORDS, check_example, checker

FEWEST_EXAMPLES = 3
RULES = load_rules(WORDS / "aturan")
NUMBERED = 67
"""Rules of the house's list: K01 … K67."""
SHOWN_ELSEWHERE = frozenset(("naskah",))
"""Rules of whole releases: test_release_rules.py shows them."""
WITH_EXAMPLES = [rule for rule in RULES.values() if rule.role not in SHOWN_ELSEWHERE]


def test_every_rule_of_the_list_is_there() -> None:
    assert {f"K{number:02}" for number in range(1, NUMBERED + 1)} <= RULES.keys()


@pytest.mark.parametrize("rule", WITH_EXAMPLES, ids=lambda rule: rule.code)
def test_a_rule_has_a_source_a_reason_and_examples(rule: Rule) -> None:
    assert rule.source
    assert rule.message.endswith((".", "?"))
    assert len(set(rule.bad)) >= FEWEST_EXAMPLES
    assert len(set(rule.good)) >= FEWEST_EXAMPLES
    assert not set(rule.bad) & set(rule.good)


@pytest.mark.parametrize("rule", WITH_EXAMPLES, ids=lambda rule: rule.code)
def test_a_rule_finds_its_bad_examples_and_leaves_its_good_ones(rule: Rule) -> None:
    assert [text for text in rule.bad if rule.code not in found(rule, text)] == []
    assert [text for text in rule.good if rule.code in found(rule, text)] == []


@pytest.mark.parametrize("rule", WITH_EXAMPLES, ids=lambda rule: rule.code)
def test_what_is_definite_is_an_error_and_has_a_fix(rule: Rule) -> None:
    for text in (*rule.bad, *rule.good):
        for finding in check_example(rule, text):
            assert not finding.definite or (finding.severity is Severity.ERROR and finding.replacements)
            assert text[finding.start : finding.end] == finding.text
            assert finding.message
            assert "{" not in finding.message


def found(rule: Rule, text: str) -> set[str]:
    return {finding.rule for finding in check_example(rule, text)}


def test_a_rule_can_be_looked_up() -> None:
    rule = checker().rule("K42")
    assert rule.severity is Severity.ERROR
    assert rule.bad
    assert rule.good
    assert len(checker().rules()) == len(RULES)


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("[K01] Nama\ntingkat: gawat\nsumber: a\npesan: b.\nsalah: c\nbenar: d\n", 1),
        ("[K01] Nama\ntingkat: saran\n", 1),
        ("# kepala\n\n[K1] Nama\n", 3),
        ("[K01] Nama\nbukan kunci\n", 2),
        ("tingkat: saran\n", 1),
        ("[K01] A\ntingkat: saran\nsumber: a\npesan: b.\njenis: pola\npola: (\nsalah: c\nbenar: d\n", 1),
    ],
)
def test_a_mistake_in_the_rules_is_told_with_its_file_and_line(tmp_path: Path, content: str, line: int) -> None:
    (tmp_path / "salah.txt").write_text(content, encoding="utf-8")
    with pytest.raises(BadContent) as told:
        load_rules(tmp_path)
    assert told.value.path.name == "salah.txt"
    assert told.value.place == f"line {line}"


def test_a_code_is_given_once(tmp_path: Path) -> None:
    rule = "[K01] A\ntingkat: saran\nsumber: a\npesan: b.\nsalah: c\nbenar: d\n"
    (tmp_path / "a.txt").write_text(rule + "\n" + rule, encoding="utf-8")
    with pytest.raises(BadContent) as told:
        load_rules(tmp_path)
    assert told.value.place == "line 8"


def test_without_rules_the_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        load_rules(tmp_path)


@pytest.mark.parametrize(
    ("name", "content", "line"),
    [
        ("baku.tsv", "# kepala\nsalah saja\n", 2),
        ("baku.tsv", "salah\tbenar\tX1\n", 1),
        ("asing.tsv", "salah\tbenar\tK15\tentah\n", 1),
        ("himpunan.txt", "kata tanpa himpunan\n", 1),
        ("singkatan.tsv", "ABC\n", 1),
        ("singkatan.tsv", "ABC\tA B C\tlain\n", 1),
        ("wilayah.tsv", "kode\tnama\tibu kota\n11\tAceh\n", 2),
    ],
)
def test_a_mistake_in_a_list_is_told_with_its_file_and_line(tmp_path: Path, name: str, content: str, line: int) -> None:
    for path in WORDS.iterdir():
        if path.suffix in {".tsv", ".txt"}:
            (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(BadContent) as told:
        load_lists(tmp_path)
    assert told.value.path.name == name
    assert told.value.place == f"line {line}"


def test_bytes_that_are_no_text_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xff\xfe")
    with pytest.raises(BadContent):
        load_rules(tmp_path)


def test_a_missing_dictionary_is_told_when_it_is_needed(tmp_path: Path) -> None:
    for path in WORDS.rglob("*"):
        if path.suffix in {".tsv", ".txt"}:
            target = tmp_path / path.relative_to(WORDS)
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(path.read_bytes())
    with pytest.raises(FileMissing):
        Checker(tmp_path).check_text("Jadwalnya berubah.")


def test_every_pair_of_the_lists_is_a_change_to_a_rule_that_exists() -> None:
    for pairs in load_lists(WORDS).pairs.values():
        for pair in pairs:
            assert pair.rule in RULES
            assert " ".join(pair.wrong) not in pair.right


def test_no_right_form_stands_among_the_wrong_ones() -> None:
    pairs = load_lists(WORDS).pairs
    wrong = {" ".join(pair.wrong) for found in pairs.values() for pair in found}
    right = {choice.lower() for found in pairs.values() for pair in found for choice in pair.right}
    assert sorted(wrong & right) == []
