from hypothesis import given
from hypothesis import strategies as st
import pytest

from humas_desk.release.markup import (
    Styled,
    cut,
    joined,
    markup_of,
    raw_offset,
    styled,
    visible_offset,
)

TEXTS = st.text(alphabet="ab *\\“é🗳", max_size=30)


def seen(markup: str) -> str:
    return "".join(piece.text for piece in styled(markup))


def looks(markup: str) -> list[tuple[str, bool, bool]]:
    return [(letter, piece.bold, piece.italic) for piece in styled(markup) for letter in piece.text]


def test_a_field_shows_looks_and_no_marks() -> None:
    assert styled(r"Satu *dua* **tiga** \*") == (
        Styled(text="Satu "),
        Styled(text="dua", italic=True),
        Styled(text=" "),
        Styled(text="tiga", bold=True),
        Styled(text=" "),
        Styled(text="*"),
    )


@given(TEXTS)
def test_typed_characters_stay_what_they_are(text: str) -> None:
    assert seen(markup_of((Styled(text=text),))) == text


@given(TEXTS)
def test_what_is_shown_is_kept_by_writing_it_back(markup: str) -> None:
    assert looks(markup_of(styled(markup))) == looks(markup)


@given(TEXTS, st.integers(0, 40))
def test_visible_and_raw_offsets_agree(markup: str, at: int) -> None:
    visible = min(at, len(seen(markup)))
    assert visible_offset(markup, raw_offset(markup, visible)) == visible


@pytest.mark.parametrize(
    ("visible", "raw"),
    [(0, 0), (2, 2), (5, 5), (6, 7), (8, 9), (9, 11)],
)
def test_the_raw_offset_stands_behind_the_character(visible: int, raw: int) -> None:
    assert raw_offset("Satu *dua* x", visible) == raw


@given(TEXTS, st.integers(0, 30), st.integers(0, 30))
def test_a_cut_text_loses_only_what_was_between(markup: str, first: int, second: int) -> None:
    start, end = sorted((first, second))
    before, after = cut(markup, start, end)
    assert looks(before) == looks(markup)[:start]
    assert looks(after) == looks(markup)[end:]
    assert looks(joined(before, after)) == looks(markup)[:start] + looks(markup)[end:]
