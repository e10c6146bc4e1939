import datetime as dt

from hypothesis import given
from hypothesis import strategies as st
import pytest

from humas_desk.desk.editing import (
    BLOCK_KINDS,
    get,
    insert_block,
    move_block,
    new_block,
    new_release,
    put,
    remove_block,
)
from humas_desk.release.blocks import Heading, Paragraph, Pattern, Quote
from humas_desk.release.release import Dateline, Event, Ignored, Kind, Release
from tests.desk.makes import a_release, an_office


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("title", "Judul baru"),
        ("subtitle", None),
        ("subtitle", "Anak judul"),
        ("dateline.city", "Kudus"),
        ("dateline.date", dt.date(2026, 1, 2)),
        ("blocks[0].text", "Teks"),
        ("blocks[0].joined", True),
        ("blocks[1].speaker.name", "Budi"),
        ("blocks[1].pattern", Pattern.PLAIN),
        ("blocks[2].files[0].alt", "Dua orang"),
        ("blocks[3].rows[1][0]", "sel"),
        ("credits.writer", "Ani"),
        ("hashtags", ("#a", "#b")),
    ],
)
def test_what_is_put_at_a_place_is_read_from_it(place: str, value: object) -> None:
    release = a_release()
    assert get(put(release, place, value), place) == value
    assert release == a_release()


def test_putting_into_something_that_is_not_there_makes_it() -> None:
    release = put(Release(), "event.place", "Aula")
    assert release.event == Event(place="Aula")
    assert put(Release(), "embargo.until", "2026-05-04T10:00").embargo is not None


def test_the_place_after_the_last_one_adds_to_the_list() -> None:
    release = put(Release(), "contacts[0].phone", "0812")
    release = put(release, "contacts[1].name", "Ani")
    assert [(contact.name, contact.phone) for contact in release.contacts] == [("", "0812"), ("Ani", "")]
    assert put(Release(), "hashtags[0]", "#awasi").hashtags == ("#awasi",)


def test_reading_where_nothing_is_yet_gives_what_putting_would_start_from() -> None:
    assert get(Release(), "event.place") == ""
    assert get(Release(), "contacts[0].phone") == ""
    assert get(Release(), "embargo.until") == ""


@pytest.mark.parametrize(
    "place",
    [
        "",
        "judul",
        "blocks[9].text",
        "blocks[0].nothing",
        "title.x",
        "blocks[0]text",
        "blocks[-1]",
        "title[0]",
        "blocks[4].text",
    ],
)
def test_a_place_that_cannot_be_is_the_programmers_fault(place: str) -> None:
    with pytest.raises(ValueError, match=r"place|stands"):
        get(a_release(), place)
    with pytest.raises(ValueError, match=r"place|stands"):
        put(a_release(), place, "x")


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("title", None),
        ("title", 3),
        ("blocks[1].pattern", "plain"),
        ("hashtags", ["#a"]),
        ("hashtags", (1,)),
        ("event", "x"),
    ],
)
def test_a_value_of_another_type_is_refused(place: str, value: object) -> None:
    with pytest.raises(ValueError, match="does not take"):
        put(a_release(), place, value)


@given(text=st.text(), index=st.integers(0, 1))
def test_any_text_is_kept_as_it_is_typed(text: str, index: int) -> None:
    place = ("title", "blocks[1].text")[index]
    assert get(put(a_release(), place, text), place) == text


@pytest.mark.parametrize("kind", BLOCK_KINDS)
def test_every_kind_of_block_can_be_made_with_an_id_of_its_own(kind: str) -> None:
    assert new_block(kind).id != new_block(kind).id


def test_an_unknown_kind_of_block_is_refused() -> None:
    with pytest.raises(ValueError, match="verse"):
        new_block("verse")


def test_blocks_come_go_and_move() -> None:
    release = insert_block(a_release(), 1, Heading(id="h1", text="Sub"))
    assert [block.id for block in release.blocks] == ["p1", "h1", "q1", "f1", "t1"]
    assert [block.id for block in move_block(release, 0, 3).blocks] == ["h1", "q1", "f1", "p1", "t1"]
    assert [block.id for block in move_block(release, 4, 0).blocks] == ["t1", "p1", "h1", "q1", "f1"]
    assert [block.id for block in remove_block(release, 2).blocks] == ["p1", "h1", "f1", "t1"]


@given(index=st.integers(0, 3), to=st.integers(0, 3))
def test_a_moved_block_stands_where_it_was_sent_and_the_others_keep_their_order(index: int, to: int) -> None:
    before = [block.id for block in a_release().blocks]
    after = [block.id for block in move_block(a_release(), index, to).blocks]
    assert after[to] == before[index]
    assert [id_ for id_ in after if id_ != before[index]] == [id_ for id_ in before if id_ != before[index]]


@pytest.mark.parametrize("index", [-1, 4])
def test_a_block_that_is_not_there_can_neither_go_nor_move(index: int) -> None:
    with pytest.raises(ValueError, match="no block"):
        remove_block(a_release(), index)
    with pytest.raises(ValueError, match="no block"):
        move_block(a_release(), 0, index)


def test_notes_about_places_follow_their_blocks() -> None:
    note = Ignored(place="blocks[1].text", rule="r", reason="nama")
    release = Release(
        blocks=(Paragraph(id="a"), Quote(id="b"), Paragraph(id="c")),
        ignored=(note,),
        unconfirmed=("title", "blocks[2].text"),
    )
    moved = move_block(release, 1, 2)
    assert moved.ignored[0].place == "blocks[2].text"
    assert moved.unconfirmed == ("title", "blocks[1].text")
    assert insert_block(release, 0, Paragraph(id="d")).unconfirmed == ("title", "blocks[3].text")
    assert insert_block(release, 1, Paragraph(id="d")).ignored[0].place == "blocks[2].text"
    assert insert_block(release, 2, Paragraph(id="d")).ignored[0].place == "blocks[1].text"
    fewer = remove_block(release, 1)
    assert fewer.ignored == ()
    assert fewer.unconfirmed == ("title", "blocks[1].text")


def test_a_new_release_has_the_offices_city_the_day_and_a_paragraph_to_write_in() -> None:
    release = new_release(Kind.NEWS, an_office("contoh"), dt.date(2026, 5, 4))
    assert release.dateline == Dateline(city="Kota Contoh", date=dt.date(2026, 5, 4))
    assert release.office == "contoh"
    assert [type(block) for block in release.blocks] == [Paragraph]
    assert release.event is None
    assert new_release(Kind.INVITATION, an_office(), dt.date(2026, 5, 4)).event == Event()
