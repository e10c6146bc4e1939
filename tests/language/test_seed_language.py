"""The article that the product was founded on: what a machine can see of its defects is found, with the right fix."""

from pathlib import Path

import pytest

from humas_desk.language.findings import Finding
from tests.language.checking import checker
from tests.seed import seed_release, seed_text

DEFECTS = (
    ("a misspelt word", "K69", "Administrasi"),
    ("a quote opened with a closing mark", "K10", "“"),
    ("no comma between the verb and the quote", "K05", "menyampaikan, “"),
    ("a repetition with a spaced dash", "K27", "kerja-kerja"),
    ("a sentence with two predicates", "K75", None),
    ("a verb of speech without a subject", "K66", None),
    ("one purpose said twice", "K68", "untuk"),
    ("the same verb twice in one clause", "K75", None),
    ("a second quote without a name", "D14", None),
    ("Pemilu and pemilu mixed", "D04", "pemilu"),
    ("no year in the date", "D15", None),
    ("an acronym that is never spelled out", "K51", "Rapat Koordinasi Nasional (Rakornas)"),
    ("a place that only the title names", "D06", None),
    ("a line with nothing but a sign", "K76", ""),
    ("a quote attributed twice", "K70", None),
    ("antara … dengan", "K68", "antara Bawaslu dan"),
)
"""What it is, its rule, the first replacement where one is right."""


def fits(finding: Finding, rule: str, fix: str | None) -> bool:
    return finding.rule == rule and (fix is None or fix in finding.replacements[:1])


def test_the_defects_of_the_seed_are_found(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    findings = list(checker().check_text(seed_text(shared)))
    lines, missed = [], []
    for what, rule, fix in DEFECTS:
        found = next((each for each in findings if fits(each, rule, fix)), None)
        if found is None:
            missed.append(what)
            continue
        findings.remove(found)
        mark = "definite" if found.definite else found.severity.value
        lines.append(f"{rule} {mark:9} {what}: {found.text!r} → {' | '.join(found.replacements) or '–'}")
    with capsys.disabled():
        print("", *lines, sep="\n")  # noqa: T201 - the list is what the test is asked for
    assert missed == []


def test_nothing_else_of_the_seed_is_an_alarm(shared: Path) -> None:
    told = {(each.rule, each.severity.value) for each in checker().check_text(seed_text(shared))}
    assert {rule for rule, severity in told if severity != "hint"} <= {rule for _what, rule, _fix in DEFECTS}


def test_the_seed_as_a_release_tells_the_same(shared: Path) -> None:
    rules = {each.rule for each in checker().check_release(seed_release(shared))}
    assert rules >= {"K69", "K05", "K27", "K66", "K68", "K70", "K75", "D04", "D06", "K51"}


def test_the_definite_fixes_mend_the_seed(shared: Path) -> None:
    fixed = checker().fix_text(seed_text(shared))
    assert "Administrasi" in fixed
    assert "kerja-kerja" in fixed
    assert not any(each.definite for each in checker().check_text(fixed))
