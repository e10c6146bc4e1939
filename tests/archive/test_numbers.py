import datetime as dt

import pytest

from humas_desk.archive.archive import Archive
from humas_desk.archive.numbers import (
    Book,
    Gap,
    Numbered,
    NumberState,
    books,
    make_final,
    make_void,
    next_seq,
    next_sub,
    refuse_taken_text,
    register,
    reserve,
    reserved_for,
    set_free,
)
from humas_desk.archive.store import keep_live
from humas_desk.errors import NumberTaken, NumberVoid
from humas_desk.release.release import Release

BOOK = Book(office="contoh", code="HM", year=2026)


def a_numbered(name: str, seq: int) -> Numbered:
    return Numbered(release_id=name, number=f"{seq:03}/HM", title=f"Rilis {name}", date=dt.date(2026, 5, 4))


@pytest.fixture
def shelf(archive: Archive) -> Archive:
    for name in "abcd":
        keep_live(archive, Release(id=name, office="contoh", number=f"00{name}/HM"), {})
    return archive


def give(archive: Archive, name: str, seq: int, sub: str = "", book: Book = BOOK) -> int:
    return reserve(archive, book, seq, sub, a_numbered(name, seq)).id


def lines(archive: Archive) -> list[tuple[int, str, NumberState, str | None]]:
    return [(row.seq, row.sub, row.state, row.release_id) for row in register(archive, BOOK).rows]


def test_numbers_are_reserved_one_after_the_other_and_final_with_the_release(shelf: Archive) -> None:
    for name in "ab":
        give(shelf, name, next_seq(shelf, BOOK))
    make_final(shelf, a_numbered("a", 1))
    assert lines(shelf) == [(1, "", NumberState.FINAL, "a"), (2, "", NumberState.RESERVED, "b")]
    row = reserved_for(shelf, "a")
    assert row is not None
    assert (row.number, row.title, row.date) == ("001/HM", "Rilis a", dt.date(2026, 5, 4))
    assert books(shelf) == (BOOK,)


def test_every_year_office_and_code_begins_anew(shelf: Archive) -> None:
    give(shelf, "a", 7)
    assert next_seq(shelf, BOOK) == 8
    for other in (Book(office="contoh", code="HM", year=2027), Book(office="lain", code="HM", year=2026),
                  Book(office="contoh", code="PM", year=2026)):  # fmt: skip
        assert next_seq(shelf, other) == 1


def test_another_number_for_the_same_release_frees_the_one_before(shelf: Archive) -> None:
    give(shelf, "a", 1)
    give(shelf, "a", 5)
    assert lines(shelf) == [(5, "", NumberState.RESERVED, "a")]
    set_free(shelf, "a")
    assert lines(shelf) == []
    assert reserved_for(shelf, "a") is None


def test_two_final_releases_cannot_hold_one_number(shelf: Archive) -> None:
    give(shelf, "a", 3)
    give(shelf, "b", 3)
    assert register(shelf, BOOK).duplicates == ((3, ""),)
    make_final(shelf, a_numbered("a", 3))
    with pytest.raises(NumberTaken):
        make_final(shelf, a_numbered("b", 3))
    with pytest.raises(NumberTaken):
        give(shelf, "c", 3)
    give(shelf, "b", 3, next_sub(shelf, BOOK, 3))
    make_final(shelf, a_numbered("b", 3))
    assert lines(shelf) == [(3, "", NumberState.FINAL, "a"), (3, "1", NumberState.FINAL, "b")]
    assert next_sub(shelf, BOOK, 3) == "2"


def test_a_void_number_keeps_its_reason_and_is_not_given_again(shelf: Archive) -> None:
    number = give(shelf, "a", 9)
    with pytest.raises(ValueError, match="reason"):
        make_void(shelf, number, "  ")
    make_void(shelf, number, "batal terbit")
    (row,) = register(shelf, BOOK).rows
    assert (row.state, row.reason) == (NumberState.VOID, "batal terbit")
    assert next_seq(shelf, BOOK) == 10
    assert reserved_for(shelf, "a") is None
    for name in "ab":
        with pytest.raises(NumberVoid):
            give(shelf, name, 9)
    assert give(shelf, "b", 9, "1")


def test_gaps_between_the_first_and_the_last_number_are_shown(shelf: Archive) -> None:
    for name, seq in (("a", 2571), ("b", 2574), ("c", 2576)):
        give(shelf, name, seq)
    gaps = register(shelf, BOOK).gaps
    assert gaps == (Gap(first=2572, last=2573), Gap(first=2575, last=2575))
    assert [str(gap) for gap in gaps] == ["2572–2573", "2575"]
    assert register(shelf, Book(office="x", code="x", year=1)).gaps == ()


def test_a_slip_that_leaves_millions_out_is_one_gap(shelf: Archive) -> None:
    give(shelf, "a", 1)
    give(shelf, "b", 999_999_999)
    assert register(shelf, BOOK).gaps == (Gap(first=2, last=999_999_998),)


def test_a_printed_number_that_another_final_release_has_is_refused(shelf: Archive) -> None:
    shelf.database.run("UPDATE releases SET status = 'final' WHERE id = 'a'")
    same = Numbered(release_id="b", number="00a/HM", title="", date=None)
    with pytest.raises(NumberTaken):
        refuse_taken_text(shelf, same, "contoh")
    refuse_taken_text(shelf, same, "lain")
