from dataclasses import replace
import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from humas_desk.desk.comparing import MOST_WORDS, Difference, compare_releases, compare_texts
from humas_desk.desk.editing import insert_block, move_block, put, remove_block
from humas_desk.release.blocks import Paragraph
from humas_desk.release.release import Embargo, Event, Release
from tests.desk.makes import a_release


def shown(before: str, after: str) -> str:
    marks = {Difference.SAME: "{}", Difference.ADDED: "[+{}]", Difference.REMOVED: "[-{}]"}
    return "".join(marks[piece.difference].format(piece.text) for piece in compare_texts(before, after))


def test_words_that_came_and_went_are_told_where_they_stand() -> None:
    assert shown("Rapat di Batam hari Senin.", "Rapat di Kudus hari Senin pagi.") == (
        "Rapat di[- Batam][+ Kudus] hari[- Senin.][+ Senin pagi.]"
    )
    assert shown("", "Baru") == "[+Baru]"
    assert shown("Lama", "") == "[-Lama]"
    assert shown("Sama", "Sama") == "Sama"
    assert compare_texts("", "") == ()


def test_a_text_of_a_whole_book_is_told_whole() -> None:
    long = "kata " * (MOST_WORDS + 1)
    assert [piece.difference for piece in compare_texts(long, f"{long}lagi")] == [
        Difference.REMOVED,
        Difference.ADDED,
    ]


@given(before=st.text("ab \n", max_size=30), after=st.text("ab \n", max_size=30))
def test_what_stayed_and_came_is_the_later_text(before: str, after: str) -> None:
    pieces = compare_texts(before, after)
    kept = "".join(piece.text for piece in pieces if piece.difference is not Difference.REMOVED)
    assert kept.split() == after.split()
    gone = "".join(piece.text for piece in pieces if piece.difference is not Difference.ADDED)
    assert gone.split() == before.split()


def test_the_same_release_has_no_change() -> None:
    comparison = compare_releases(a_release(), a_release())
    assert comparison.changed_words == 0
    assert all(not place.is_changed for place in comparison.places)


def test_a_word_put_for_another_counts_once_and_marks_do_not() -> None:
    before = a_release()
    after = put(before, "blocks[0].text", "Warga **diundang** mengawasi.")
    comparison = compare_releases(before, after)
    assert (comparison.added, comparison.removed, comparison.changed_words) == (1, 1, 1)
    assert [place.place for place in comparison.places if place.is_changed] == ["blocks[0].text"]


def test_parts_are_followed_wherever_they_stand() -> None:
    before = a_release()
    moved = move_block(before, 0, 3)
    assert compare_releases(before, moved).changed_words == 0
    more = insert_block(before, 0, Paragraph(id="baru", text="Tiga kata baru"))
    assert compare_releases(before, more).added == 3


def test_a_part_that_is_gone_stands_where_it_was() -> None:
    before = a_release()
    comparison = compare_releases(before, remove_block(before, 0))
    places = [(place.place, place.is_gone) for place in comparison.places]
    assert ("blocks[0].text", True) in places
    assert places.index(("blocks[0].text", True)) < places.index(("blocks[0].speaker.name", False))
    assert comparison.removed == 3


def test_days_and_times_are_compared_too() -> None:
    before = Release(event=Event(date=dt.date(2026, 5, 4), start="10:00"), embargo=Embargo(until="2026-05-04T10:00"))
    later = replace(before, event=Event(date=dt.date(2026, 5, 5), start="11:00"), released=dt.date(2026, 5, 5))
    changed = {place.place for place in compare_releases(before, later).places if place.is_changed}
    assert changed == {"event.date", "event.start", "released"}
