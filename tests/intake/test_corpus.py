"""The corpus of drafts is what it says it is."""

import datetime as dt
import re

import pytest

from humas_desk.release.verbs import VERBS
from tests.accuracy.corpora import INTAKE, Draft, Half, drafts

ALL = [draft for half in Half for draft in drafts(half)]
NAMES = [draft.name for draft in ALL]
ENOUGH = 100
AHEAD = dt.timedelta(days=7)
"""A draft under embargo may bear the day on which it is to be printed, an invitation that of its event."""
_QUOTED = re.compile(r"^>[ ]?", re.MULTILINE)
_LOOKALIKES = str.maketrans({"“": '"', "”": '"'})


def squeezed(text: str) -> str:
    """A text without runs of blanks and a mail's marks; of marks that look alike one."""
    return " ".join(_QUOTED.sub("", text).translate(_LOOKALIKES).split())


@pytest.mark.parametrize("half", list(Half))
def test_there_are_enough_drafts_in_each_half(half: Half) -> None:
    assert len(list(drafts(half))) >= ENOUGH


def test_no_two_drafts_have_one_name() -> None:
    assert len(set(NAMES)) == len(ALL)


@pytest.mark.parametrize("half", list(Half))
def test_every_draft_has_its_answer(half: Half) -> None:
    names = [{path.stem for path in (INTAKE / half).glob(f"*.{kind}")} for kind in ("txt", "toml")]
    assert names[0] == names[1]


@pytest.mark.parametrize("draft", ALL, ids=NAMES)
def test_what_should_come_of_a_draft_stands_in_it(draft: Draft) -> None:
    text = squeezed(draft.text)
    for quote in draft.quotes:
        for paragraph in quote.text.split("\n"):
            assert squeezed(paragraph) in text
        assert squeezed(quote.rest or "") in text
        assert all(word in text for name in quote.speakers for word in name.split())
    assert squeezed(draft.title).casefold() in text.casefold()
    assert any(city.split("Kabupaten ")[-1].casefold() in text.casefold() for city in draft.cities)


def test_verbs_are_roots_of_the_one_table() -> None:
    assert [quote.verb for draft in ALL for quote in draft.quotes if quote.verb and quote.verb not in VERBS] == []


def test_no_draft_s_date_lies_far_ahead_of_the_day_it_is_read() -> None:
    assert [draft.name for draft in ALL if any(date and date > draft.today + AHEAD for date in draft.dates)] == []
