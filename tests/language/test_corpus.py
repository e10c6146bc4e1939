"""The corpus of faults and clean releases is what it says it is."""

from collections.abc import Iterator
import datetime as dt
import re

import pytest

from humas_desk.release.dates import month_number, weekday
from tests.accuracy.corpora import Fault, Group, Half, clean_releases, faults, marked, traps

EVERY_RULE = frozenset(
    [*range(1, 13), 15, 16, *range(18, 39), *range(40, 46), *range(47, 55), *range(56, 63), 64, 65, 67]
)
"""Rows of the house's list that are errors or warnings; 55 and the others left out are hints."""
RULE = re.compile(r"[KDGS]\d\d")
_DAYS = "Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu"
_DATED = re.compile(rf"({_DAYS}),? \(?(\d{{1,2}})(?:/(\d{{1,2}})/| ([A-Z][a-z]+) )(\d{{4}})")


def all_faults() -> list[Fault]:
    return [fault for half in Half for fault in faults(half)]


def weekdays(text: str) -> Iterator[tuple[str, str]]:
    """(weekday as written, that day's weekday) of every full date in a text."""
    for name, day, number, month, year in _DATED.findall(text):
        yield name, weekday(dt.date(int(year), int(number or 0) or month_number(month) or 0, int(day)))


def test_there_are_enough_faults_of_errors_and_warnings() -> None:
    asked = [fault for fault in all_faults() if fault.group not in (Group.HINTS, Group.GUARD)]
    assert len(asked) >= 400


def test_every_error_and_warning_of_the_list_has_its_fault() -> None:
    rules = {int(fault.rule[1:]) for fault in all_faults() if fault.rule.startswith("K") and fault.group != "hints"}
    assert EVERY_RULE - rules == set()


def test_rules_are_named_by_their_ids() -> None:
    assert [fault.rule for fault in all_faults() if not RULE.fullmatch(fault.rule)] == []


def test_the_halves_are_of_one_size_and_share_no_text() -> None:
    dev, held = ({fault.text for fault in faults(half)} for half in Half)
    assert dev & held == set()
    assert abs(len(dev) - len(held)) <= 5
    assert set(traps(Half.DEV)) & set(traps(Half.HELD)) == set()
    assert clean_releases(Half.DEV).keys() & clean_releases(Half.HELD).keys() == set()


def test_a_cure_changes_the_text() -> None:
    assert [fault.text for fault in all_faults() if fault.text in fault.cures] == []


def test_a_marked_text_gives_the_fault_its_place_and_every_cure() -> None:
    assert marked("rapat {di buka|dibuka} pagi") == ("rapat di buka pagi", 6, 13, ("rapat dibuka pagi",))
    assert marked("a {x|y|z}") == ("a x", 2, 3, ("a y", "a z"))
    assert marked("a {x}") == ("a x", 2, 3, ())


@pytest.mark.parametrize("text", ["no fault", "{one|two} and {three|four}"])
def test_a_text_holds_one_fault(text: str) -> None:
    with pytest.raises(ValueError, match=re.escape(text)):
        marked(text)


def test_there_are_enough_clean_releases_of_the_right_length() -> None:
    texts = [text for half in Half for text in clean_releases(half).values()]
    assert len(texts) >= 40
    assert [text[:40] for text in texts if not 110 <= len(text.split()) <= 310] == []


@pytest.mark.parametrize("half", list(Half))
def test_a_clean_release_is_a_title_and_paragraphs(half: Half) -> None:
    for name, text in clean_releases(half).items():
        title, blank, *_ = text.split("\n")
        assert not blank, name
        assert not title.endswith("."), name
        assert text.count("“") == text.count("”"), name
        assert '"' not in text, name
        assert not re.search(r"  |\t| $| [,.;:]", text), name


@pytest.mark.parametrize("half", list(Half))
def test_weekdays_are_those_of_their_dates(half: Half) -> None:
    clean = [pair for text in clean_releases(half).values() for pair in weekdays(text)]
    others = [pair for fault in faults(half) if fault.rule != "D01" for pair in weekdays(fault.text)]
    assert len(clean) > 20
    assert [pair for pair in clean + others if pair[0] != pair[1]] == []


def test_wrong_weekdays_are_wrong() -> None:
    told = [pair for fault in all_faults() if fault.rule == "D01" for pair in weekdays(fault.text)]
    assert told
    assert [pair for pair in told if pair[0] == pair[1]] == []
