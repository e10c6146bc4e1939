"""Inline markup."""

from hypothesis import given
from hypothesis import strategies as st
import pytest

from humas_desk.release.inline import Piece, escape, parse, plain, to_markup


def looks(text: str) -> list[tuple[str, str]]:
    """Pieces as (look, text): "b", "i", "bi" or ""."""
    return [("b" * piece.bold + "i" * piece.italic, piece.text) for piece in parse(text)]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("", []),
        ("biasa", [("", "biasa")]),
        ("rapat *online* kami", [("", "rapat "), ("i", "online"), ("", " kami")]),
        ("**tebal**", [("b", "tebal")]),
        ("***keduanya***", [("bi", "keduanya")]),
        ("**a*b***", [("b", "a"), ("bi", "b")]),
        ("*a***b**", [("i", "a"), ("b", "b")]),
        ("**a *b** c*", [("b", "a "), ("bi", "b"), ("i", " c")]),
    ],
)
def test_marks_switch_looks(text: str, pieces: list[tuple[str, str]]) -> None:
    assert looks(text) == pieces


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2 * 3", "2 * 3"),
        ("**belum", "**belum"),
        ("*a* dan *", "a dan *"),
        (r"\*bukan\*", "*bukan*"),
        (r"C:\Data", r"C:\Data"),
        (r"\\", "\\"),
        ("****", "****"),
        ("\\", "\\"),
    ],
)
def test_what_is_no_mark_stays(text: str, shown: str) -> None:
    assert plain(text) == shown


def test_an_escape_splits_pieces_so_that_offsets_hold() -> None:
    assert parse(r"a\*b") == (Piece(text="a", offset=0), Piece(text="*b", offset=2))


MARKUP = st.text(st.sampled_from("*\\ ab\n"), max_size=25)
STYLED = st.lists(st.builds(Piece, text=st.text(min_size=1, max_size=5), bold=st.booleans(), italic=st.booleans()))


def characters(pieces: tuple[Piece, ...] | list[Piece]) -> list[tuple[str, bool, bool]]:
    return [(char, piece.bold, piece.italic) for piece in pieces for char in piece.text]


@given(MARKUP)
def test_each_character_stands_at_its_offset(text: str) -> None:
    for piece in parse(text):
        assert text[piece.offset : piece.offset + len(piece.text)] == piece.text


@given(MARKUP)
def test_writing_back_what_was_read_reads_the_same(text: str) -> None:
    assert characters(parse(to_markup(parse(text)))) == characters(parse(text))


@given(STYLED)
def test_any_looks_survive_markup(pieces: list[Piece]) -> None:
    assert characters(parse(to_markup(pieces))) == characters(pieces)


@given(st.text())
def test_escaped_text_reads_as_itself(text: str) -> None:
    assert plain(escape(text)) == text
