from dataclasses import replace
import itertools

import pytest

from humas_desk.archive.archive import Archive
from humas_desk.archive.revisions import cut, revisions
from humas_desk.archive.search import line, search, trash
from humas_desk.archive.status import STEPS, baseline, empty_trash, events, put_in_trash, set_status
from humas_desk.archive.store import has, keep_live, last_open
from humas_desk.archive.values import Search, Status, Why
from humas_desk.errors import FileMissing
from tests.archive.conftest import Calendar
from tests.desk.makes import a_release


@pytest.fixture
def kept(archive: Archive) -> Archive:
    keep_live(archive, a_release(), {})
    return archive


def status_of(archive: Archive) -> Status:
    row = line(archive, "r1")
    assert row is not None
    return row.status


def test_the_whole_way_is_noted_and_approved_and_final_texts_are_kept(kept: Archive) -> None:
    way = (Status.WAITING, Status.APPROVED, Status.FINAL, Status.VOID)
    for status in way:
        set_status(kept, "r1", status, who="dl", reason="salah tanggal" if status is Status.VOID else "")
    assert status_of(kept) is Status.VOID
    assert [(event.before, event.after) for event in events(kept, "r1")] == list(
        itertools.pairwise((Status.DRAFT, *way))
    )
    assert events(kept, "r1")[-1].reason == "salah tanggal"
    assert [revision.why for revision in revisions(kept, "r1")] == [Why.FINAL, Why.APPROVAL]


@pytest.mark.parametrize("status", [Status.FINAL, Status.VOID, Status.DRAFT])
def test_steps_that_are_none_are_refused(kept: Archive, status: Status) -> None:
    with pytest.raises(ValueError, match="not followed"):
        set_status(kept, "r1", status, who="dl")
    assert status_of(kept) is Status.DRAFT


def test_nothing_comes_after_a_release_is_void_and_final_goes_back_nowhere() -> None:
    assert STEPS[Status.VOID] == ()
    assert STEPS[Status.FINAL] == (Status.VOID,)


def test_the_approved_text_stays_to_compare_with(kept: Archive) -> None:
    assert baseline(kept, "r1") is None
    set_status(kept, "r1", Status.APPROVED, who="dl")
    keep_live(kept, replace(a_release(), title="Diubah sesudahnya"), {})
    approved = baseline(kept, "r1")
    assert approved is not None
    assert approved.release == a_release()
    set_status(kept, "r1", Status.DRAFT, who="dl")
    assert baseline(kept, "r1") is None
    with pytest.raises(FileMissing):
        baseline(kept, "r2")


def test_the_trash_keeps_for_thirty_days(kept: Archive, calendar: Calendar) -> None:
    put_in_trash(kept, "r1")
    assert last_open(kept) is None
    calendar.pass_by(days=29)
    assert empty_trash(kept) == 0
    calendar.pass_by(days=2)
    assert empty_trash(kept) == 1
    assert not has(kept, "r1")
    with pytest.raises(FileMissing):
        put_in_trash(kept, "r1")


def test_a_release_that_is_written_in_leaves_the_trash(kept: Archive) -> None:
    put_in_trash(kept, "r1")
    keep_live(kept, a_release("Ditulis lagi"), {})
    assert trash(kept) == ()
    assert [row.title for row in search(kept, Search(words="ditulis"))] == ["Ditulis lagi"]


def test_what_was_exported_is_never_thrown_away(kept: Archive, calendar: Calendar) -> None:
    cut(kept, a_release(), Why.EXPORT, "dl")
    put_in_trash(kept, "r1")
    calendar.pass_by(days=4000)
    assert empty_trash(kept) == 0
    assert [row.id for row in trash(kept)] == ["r1"]
