from collections.abc import Iterator
from dataclasses import replace
import datetime as dt

import pytest

from humas_desk.archive.numbers import Book, NumberState
from humas_desk.archive.people import PersonRow, PositionRow
from humas_desk.archive.values import Status
from humas_desk.desk.desk import Desk
from humas_desk.desk.folders import Folders
from humas_desk.desk.offices import OfficeEntry
from humas_desk.desk.register_sheet import SheetWords
from humas_desk.errors import NumberTaken, NumberVoid
from humas_desk.release.problems import Problem, ProblemCode
from humas_desk.release.release import Kind
from tests.desk.conftest import Clock
from tests.desk.makes import an_office

BOOK = Book(office="contoh", code="HM", year=2026)


@pytest.fixture
def desk(folders: Folders, clock: Clock) -> Iterator[Desk]:
    made = Desk(folders, clock=clock, now=clock.now, threaded=False)
    made.start()
    yield made
    made.close()


@pytest.fixture
def entry() -> OfficeEntry:
    return an_office("contoh")


def begin(desk: Desk, title: str) -> None:
    desk.new(Kind.NEWS)
    desk.session.put("title", title)


def number(desk: Desk, entry: OfficeEntry, clock: Clock, *, seq: int | None = None, sub: bool = False) -> str:
    text = desk.registers.reserve_number(desk.session.state, entry, clock.now().date(), seq=seq, sub=sub).get()
    desk.session.put("number", text)
    return text


def go_final(desk: Desk, entry: OfficeEntry) -> None:
    for status in (Status.APPROVED, Status.FINAL):
        desk.archive.set_status(desk.session.state, entry, status).get()


def states(desk: Desk) -> list[tuple[int, str, NumberState]]:
    return [(row.seq, row.sub, row.state) for row in desk.registers.register(BOOK).get().rows]


def test_releases_get_numbers_one_after_the_other_and_keep_them(desk: Desk, entry: OfficeEntry, clock: Clock) -> None:
    today = clock.now().date()
    begin(desk, "Satu")
    assert desk.registers.number_for(desk.session.release, entry, today).get() == "001/HM/05/2026"
    assert number(desk, entry, clock) == "001/HM/05/2026"
    assert number(desk, entry, clock) == "001/HM/05/2026"
    assert desk.registers.number_for(desk.session.release, entry, today).get() == "001/HM/05/2026"
    begin(desk, "Dua")
    assert number(desk, entry, clock) == "002/HM/05/2026"
    assert desk.registers.books().get() == (BOOK,)
    desk.registers.free_number(desk.session.release).get()
    assert states(desk) == [(1, "", NumberState.RESERVED)]


def test_a_reserved_number_is_printed_with_the_month_that_the_release_has_now(
    desk: Desk, entry: OfficeEntry, clock: Clock
) -> None:
    begin(desk, "Satu")
    number(desk, entry, clock)
    desk.session.put("dateline.date", dt.date(2026, 6, 1))
    assert number(desk, entry, clock) == "001/HM/06/2026"
    assert [row.number for row in desk.registers.register(BOOK).get().rows] == ["001/HM/06/2026"]
    go_final(desk, entry)
    desk.session.put("dateline.date", dt.date(2027, 1, 4))
    assert number(desk, entry, clock) == "001/HM/06/2026"


def test_a_void_number_that_still_stands_in_a_release_does_not_become_final(
    desk: Desk, entry: OfficeEntry, clock: Clock
) -> None:
    begin(desk, "Satu")
    number(desk, entry, clock)
    (row,) = desk.registers.register(BOOK).get().rows
    desk.registers.make_void(row.id, "salah ambil").get()
    assert hinted(desk, entry) == [(ProblemCode.NUMBER_VOID, "salah ambil")]
    with pytest.raises(NumberVoid):
        go_final(desk, entry)
    assert states(desk) == [(1, "", NumberState.VOID)]


def test_a_number_that_another_release_has_is_told_while_one_writes(
    desk: Desk, entry: OfficeEntry, clock: Clock
) -> None:
    begin(desk, "Satu")
    number(desk, entry, clock)
    assert hinted(desk, entry) == []
    begin(desk, "Dua")
    desk.session.put("number", "001/HM/05/2026")
    assert hinted(desk, entry) == [(ProblemCode.NUMBER_HELD, "Satu")]
    desk.session.put("number", "001.1/HM/05/2026")
    assert hinted(desk, entry) == []
    go_final(desk, entry)
    desk.session.put("number", "001/HM/05/2026")
    assert hinted(desk, entry) == [(ProblemCode.NUMBER_CHANGED, "001.1/HM/05/2026")]


def hints(desk: Desk, entry: OfficeEntry) -> tuple[Problem, ...]:
    return desk.registers.hints(desk.session.release, entry, dt.date(2026, 5, 4)).get()


def hinted(desk: Desk, entry: OfficeEntry) -> list[tuple[ProblemCode, str]]:
    return [(problem.code, dict(problem.values).popitem()[1]) for problem in hints(desk, entry)]


def test_a_number_is_final_with_its_release_and_void_with_it(desk: Desk, entry: OfficeEntry, clock: Clock) -> None:
    begin(desk, "Satu")
    number(desk, entry, clock)
    go_final(desk, entry)
    assert states(desk) == [(1, "", NumberState.FINAL)]
    desk.archive.set_status(desk.session.state, entry, Status.VOID, reason="acara batal").get()
    (row,) = desk.registers.register(BOOK).get().rows
    assert (row.state, row.reason, row.title) == (NumberState.VOID, "acara batal", "Satu")


def test_a_number_typed_by_hand_comes_into_the_register_when_it_is_final(desk: Desk, entry: OfficeEntry) -> None:
    begin(desk, "Satu")
    desk.session.put("number", "2571.1/HM/05/2026")
    go_final(desk, entry)
    assert states(desk) == [(2571, "1", NumberState.FINAL)]


@pytest.mark.parametrize("typed", ["001/HM/05/2026", "Tanpa bentuk 7"])
def test_a_second_final_release_under_one_number_is_refused_and_nothing_changes(
    desk: Desk, entry: OfficeEntry, typed: str
) -> None:
    for title in ("Satu", "Dua"):
        begin(desk, title)
        desk.session.put("number", typed)
        desk.archive.set_status(desk.session.state, entry, Status.APPROVED).get()
        if title == "Satu":
            desk.archive.set_status(desk.session.state, entry, Status.FINAL).get()
    with pytest.raises(NumberTaken):
        desk.archive.set_status(desk.session.state, entry, Status.FINAL).get()
    assert desk.archive.standing(desk.session.release.id, desk.session.release).get().status is Status.APPROVED


def test_sub_numbers_voids_and_the_sheet(desk: Desk, entry: OfficeEntry, clock: Clock) -> None:
    begin(desk, "Satu")
    assert number(desk, entry, clock, seq=7) == "007/HM/05/2026"
    begin(desk, "Dua")
    assert number(desk, entry, clock, seq=7, sub=True) == "007.1/HM/05/2026"
    (first, _second) = desk.registers.register(BOOK).get().rows
    desk.registers.make_void(first.id, "salah ambil").get()
    assert states(desk)[0] == (7, "", NumberState.VOID)
    names = {state: state.value for state in NumberState}
    words = SheetWords(sheet="2026", columns=("a", "b", "c", "d", "e", "f"), states=names, gap="-")
    assert desk.registers.sheet(BOOK, words).get().startswith(b"PK")


def test_people_are_kept_completed_and_pointed_out(desk: Desk) -> None:
    begin(desk, "Satu")
    person = PersonRow(name="Siti Aminah, S.H.", positions=(PositionRow(position="Ketua"),))
    number_of = desk.registers.save_person(person).get()
    assert [(found.name, found.position) for found in desk.people()] == [("Siti Aminah, S.H.", "Ketua")]
    desk.session.put("blocks[0].text", "Dibuka oleh Siti Amimah.")
    (near,) = hints(desk, an_office())
    assert (near.code, dict(near.values)["meant"]) == (ProblemCode.NAME_NEAR, "Siti Aminah")
    desk.registers.save_person(replace(person, id=number_of, variants=("Siti Amimah",))).get()
    assert hints(desk, an_office()) == ()
    desk.registers.remove_person(number_of).get()
    assert desk.people() == ()
