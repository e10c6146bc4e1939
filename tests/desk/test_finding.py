from dataclasses import replace
import re

from hypothesis import given
from hypothesis import strategies as st
import pytest

from humas_desk.desk.editing import get
from humas_desk.desk.finding import Match, Query, find, nearest, replace_all, replace_one, text_places
from humas_desk.desk.history import Focus
from humas_desk.release.blocks import ItemList, Paragraph, Photo, PhotoFile, Quote, Table
from humas_desk.release.inline import plain
from humas_desk.release.markup import markup_of, styled
from humas_desk.release.person import Contact, Speaker
from humas_desk.release.release import Attachment, Credits, Dateline, Event, Link, Release, Signatory

MARKUP = st.text(alphabet="aAb *\\", max_size=14)


def of(*texts: str) -> Release:
    return Release(blocks=tuple(Paragraph(id=f"p{number}", text=text) for number, text in enumerate(texts)))


def spots(
    release: Release, text: str, *, match_case: bool = False, whole_word: bool = False
) -> list[tuple[str, int, int]]:
    found = find(release, Query(text=text, match_case=match_case, whole_word=whole_word))
    return [(match.place, match.start, match.end) for match in found]


def test_every_text_is_searched_in_reading_order() -> None:
    release = Release(
        number="x",
        recipient="x",
        subject="x",
        title="x",
        subtitle="x",
        dateline=Dateline(city="x"),
        blocks=(
            Paragraph(id="a", text="x"),
            Quote(id="b", text="x", rest="x", speaker=Speaker(name="x", short="x", position="x"), tail="x"),
            ItemList(id="c", items=("x", "x")),
            Photo(id="d", files=(PhotoFile(file="x.jpg", alt="x"),), caption="x", credit="x"),
            Table(id="e", rows=(("x", ""), ("", "x")), caption="x"),
        ),
        event=Event(place="x", agenda="x", dress="x", reply_to="x"),
        links=(Link(text="x", url="x"),),
        about="x",
        contacts=(Contact(name="x", phone="x", email="x"),),
        signatories=(Signatory(heading="x", position="x", name="x", id_number="x"),),
        copies=("x",),
        credits=Credits(writer="x", editor="x", photographer="x"),
        hashtags=("x",),
        attachments=(Attachment(title="x", blocks=(Paragraph(id="f", text="x"),)),),
    )
    places = [place for place, _start, _end in spots(release, "x")]
    assert len(places) == len(set(places)) == 42
    assert places[3:9] == ["title", "subtitle", "dateline.city", "blocks[0].text", "blocks[1].text", "blocks[1].rest"]
    assert all(get(release, place) == "x" for place in places)
    changed, count = replace_all(release, Query(text="x"), "y*")
    assert count == 42
    assert spots(changed, "x") == []
    assert len(find(changed, Query(text="y*"))) == 42
    assert changed.blocks[3].files[0].file == "x.jpg"


def test_marks_are_not_seen_by_the_search() -> None:
    assert spots(of("Kami *siap* hadir"), "siap hadir") == [("blocks[0].text", 5, 17)]
    assert spots(of(r"a\*b"), "*") == [("blocks[0].text", 1, 3)]


def test_case_and_whole_words() -> None:
    release = of("Bawaslu bawaslu Bawaslunya")
    assert len(spots(release, "bawaslu")) == 3
    assert len(spots(release, "bawaslu", match_case=True)) == 1
    assert len(spots(release, "bawaslu", whole_word=True)) == 2


def test_the_page_s_marks_are_found_by_the_keyboard_s() -> None:
    assert len(spots(of("“Jum’at – 10\u00a0orang”"), '"Jum\'at - 10 orang"')) == 1


def test_one_match_is_replaced_in_its_own_look() -> None:
    release = of("Kami *siap* hadir")
    edited = replace_one(release, find(release, Query(text="siap"))[0], "si*ap")
    assert edited.release.blocks[0].text == r"Kami *si\*ap* hadir"
    assert edited.focus == Focus(place="blocks[0].text", start=12, end=12)
    empty = replace_one(release, find(release, Query(text="siap"))[0], "")
    assert empty.release.blocks[0].text == "Kami  hadir"


@given(MARKUP, st.sampled_from(["a", "A", "ab", " ", "*", "\\"]), st.text(alphabet="ab*\\ ", max_size=3))
def test_replacing_all_is_replacing_in_what_is_read(text: str, wanted: str, replacement: str) -> None:
    release, count = replace_all(of(text), Query(text=wanted, match_case=True), replacement)
    assert plain(release.blocks[0].text) == plain(text).replace(wanted, replacement)
    assert count == plain(text).count(wanted)
    if not count:
        assert release == of(text)


@given(MARKUP, st.sampled_from(["a", "ab", " ", "*"]))
def test_a_match_selects_what_was_looked_for(text: str, wanted: str) -> None:
    release = of(text)
    for match in find(release, Query(text=wanted)):
        edited = replace_one(release, match, "§")
        assert re.sub(re.escape(wanted), "§", plain(text), flags=re.IGNORECASE).count("§") >= 1
        assert plain(edited.release.blocks[0].text).count("§") == 1
        assert len(plain(edited.release.blocks[0].text)) == len(plain(text)) - len(wanted) + 1


@given(MARKUP)
def test_a_letter_for_itself_changes_no_look(text: str) -> None:
    release, _count = replace_all(of(text), Query(text="a", match_case=True), "a")
    assert markup_of(styled(release.blocks[0].text)) == markup_of(styled(text))


def test_the_search_goes_on_from_the_cursor_and_round_the_end() -> None:
    release = replace(of("a b a", "a"), title="a")
    matches = find(release, Query(text="a"))
    assert [match.place for match in matches] == ["title", "blocks[0].text", "blocks[0].text", "blocks[1].text"]
    assert nearest(matches, release, None) == 0
    assert nearest(matches, release, Focus(place="blocks[0].text", start=1, end=1)) == 2
    assert nearest(matches, release, matches[2].focus) == 3
    assert nearest(matches, release, matches[3].focus) == 0
    assert nearest(matches, release, matches[0].focus, back=True) == 3
    assert nearest(matches, release, matches[2].focus, back=True) == 1
    assert nearest((), release, None) is None


def test_a_name_is_replaced_at_every_place_it_stands_in() -> None:
    release = Release(blocks=(Quote(id="q", speaker=Speaker(name="Ana dan Ani, *")),))
    changed, count = replace_all(release, Query(text="an"), "*")
    assert (changed.blocks[0].speaker.name, count) == ("*a d* *i, *", 3)


def test_nothing_is_not_looked_for() -> None:
    assert find(of("a"), Query(text="")) == ()
    assert replace_all(of("a"), Query(text=""), "b") == (of("a"), 0)


def test_a_match_of_another_release_is_refused() -> None:
    with pytest.raises(ValueError, match="title"):
        replace_one(of("a"), Match(place="title", start=0, end=1), "b")


def test_places_without_words_are_left_out() -> None:
    assert [where.place for where in text_places(Release(title="a"))] == ["title"]
