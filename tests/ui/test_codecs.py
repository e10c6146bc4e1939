"""Values of a release and the visible characters of a field."""

from hypothesis import given
from hypothesis import strategies as st

from humas_desk.ui.fields.codecs import Lines, Plain, Rich
from humas_desk.ui.fields.field import Spot

LINES = st.lists(st.text(alphabet="ab *\\", min_size=1, max_size=8), min_size=1, max_size=5).map(tuple)


def looks(lines: object) -> list[tuple[str, bool, bool]]:
    pieces = Lines(rich=True).pieces(lines)
    return [(letter, piece.bold, piece.italic) for piece in pieces for letter in piece.text]


def test_an_empty_optional_text_is_none() -> None:
    assert Rich(optional=True).value([]) is None
    assert Rich().value([]) == ""
    assert Plain(optional=True).value([]) is None


@given(LINES)
def test_plain_lines_come_back_as_they_were(lines: tuple[str, ...]) -> None:
    codec = Lines()
    assert codec.value(codec.pieces(lines)) == lines


@given(LINES)
def test_rich_lines_look_the_same_when_they_come_back(lines: tuple[str, ...]) -> None:
    codec = Lines(rich=True)
    assert looks(codec.value(codec.pieces(lines))) == looks(lines)


def test_a_list_without_any_character_is_empty() -> None:
    assert Lines().value(Lines().pieces(("", ""))) == ()


def test_a_place_in_a_list_is_an_item_and_an_offset() -> None:
    codec = Lines(rich=True)
    items = ("satu", "*dua* x", "tiga")
    assert codec.spot(items, 7, 7) == Spot(rest="[1]", start=3, end=3)
    assert codec.visible(items, Spot(rest="[1]", start=3, end=3)) == (7, 7)
