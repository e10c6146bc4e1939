"""How a finding is held against a fault."""

from humas_desk.language.findings import Finding, Severity
from tests.accuracy.corpora import Fault, Group, marked
from tests.accuracy.language import is_cured, mended, touches


def fault(line: str) -> Fault:
    text, start, end, cures = marked(line)
    return Fault(group=Group.DEFINITE, rule="K01", text=text, start=start, end=end, cures=cures)


def finding(start: int, end: int, *replacements: str) -> Finding:
    return Finding(
        place="",
        start=start,
        end=end,
        text="",
        rule="K01",
        severity=Severity.ERROR,
        definite=True,
        message="",
        replacements=replacements,
    )


def test_a_finding_meets_a_fault_that_it_touches() -> None:
    wrong = fault("rapat {di buka|dibuka} pagi")
    assert touches(finding(6, 8), wrong)
    assert touches(finding(13, 13, ","), wrong)
    assert not touches(finding(14, 18), wrong)


def test_a_cure_is_known_by_the_whole_text_whatever_the_span() -> None:
    wrong = fault("rapat {di buka|dibuka} pagi")
    assert is_cured(mended(wrong.text, [finding(0, 13, "rapat dibuka")]), wrong)
    assert is_cured(mended(wrong.text, [finding(8, 9, "")]), wrong)
    assert not is_cured(mended(wrong.text, [finding(6, 13, "di-buka")]), wrong)


def test_of_two_cures_in_one_place_the_first_is_made() -> None:
    assert mended("a b", [finding(0, 1, "x"), finding(0, 1, "y"), finding(2, 3)]) == "x b"
