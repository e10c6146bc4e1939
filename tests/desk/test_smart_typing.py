from hypothesis import given
from hypothesis import strategies as st
import pytest

from humas_desk.desk.history import Focus
from humas_desk.desk.smart_typing import replaced, smart, smarten
from humas_desk.release.inline import plain
from tests.desk.makes import a_session


def typed(keys: str) -> str:
    """What stands there after these keys."""
    text = ""
    for key in keys:
        change = smart(text, key)
        text += key
        if change is not None:
            text = text[: len(text) - change.remove] + change.text
    return text


@pytest.mark.parametrize(
    ("keys", "seen"),
    [
        ('"Kami siap," ujarnya.', "“Kami siap,” ujarnya."),
        ('(lihat "Buku")', "(lihat “Buku”)"),
        ("\"Ia bilang 'siap',\" katanya", "“Ia bilang ‘siap’,” katanya"),
        ("\"'Siap,' katanya\"", "“‘Siap,’ katanya”"),
        ("Jum'at", "Jum’at"),
        ("Sa'adah Ma'ruf", "Sa’adah Ma’ruf"),
        ("2019--2024", "2019–2024"),
        ("kota---desa", "kota—desa"),
        ("Batam - kota", "Batam – kota"),
        ("- butir", "- butir"),
        ("anak-anak", "anak-anak"),
        ("kami siap ...", "kami siap …"),
        ("kami siap ....", "kami siap …."),
        ('satu\n"dua"', "satu\n“dua”"),
        ('kata-"baru"', "kata-“baru”"),
    ],
)
def test_marks_come_as_the_page_wants_them(keys: str, seen: str) -> None:
    assert typed(keys) == seen


@given(st.text(alphabet="ab*\\ -.'\"", max_size=10), st.sampled_from("\"'-. a"))
def test_the_words_are_never_touched(before: str, key: str) -> None:
    change = smart(before, key)
    if change is not None:
        gone = (before + key)[len(before) + 1 - change.remove :]
        assert set(gone) <= set("\"'-–. ")


def test_a_replacement_keeps_the_look_and_every_mark_around_it() -> None:
    mark, dots = smart("Kami ", '"'), smart("a*..", ".")
    assert mark is not None
    assert dots is not None
    assert replaced('Kami *"* siap', 6, mark) == ("Kami *“* siap", 7)
    assert replaced(r"a\*..." + "*b*", 5, dots) == (r"a\*…*b*", 4)


@given(st.text(alphabet='a *\\"', max_size=12), st.integers(1, 12))
def test_a_replacement_changes_nothing_but_its_own_characters(markup: str, caret: int) -> None:
    text = plain(markup)
    caret = min(caret, len(text))
    change = smart(text[: caret - 1], text[caret - 1]) if caret else None
    if change is not None:
        new, at = replaced(markup, caret, change)
        assert plain(new) == text[: caret - change.remove] + change.text + text[caret:]
        assert 0 <= at <= len(new)


def test_one_undo_takes_back_only_the_replacement() -> None:
    session = a_session()
    session.put("blocks[0].text", 'Warga *"*', Focus(place="blocks[0].text", start=8, end=8))
    assert smarten(session, Focus(place="blocks[0].text", start=8, end=8), '"')
    assert session.release.blocks[0].text == "Warga *“*"
    assert session.state.focus == Focus(place="blocks[0].text", start=8, end=8)
    session.undo()
    assert session.release.blocks[0].text == 'Warga *"*'
    session.undo()
    assert session.release.blocks[0].text == "Warga *diajak* mengawasi."


def test_a_name_gets_its_apostrophe_and_what_was_not_just_typed_stays() -> None:
    session = a_session()
    session.put("blocks[1].speaker.name", "Ma'")
    place = "blocks[1].speaker.name"
    assert not smarten(session, Focus(place=place, start=2, end=2), "'", is_markup=False)
    assert not smarten(session, Focus(place="blocks[3].rows", start=1, end=1), "'")
    assert smarten(session, Focus(place=place, start=3, end=3), "'", is_markup=False)
    assert session.release.blocks[1].speaker.name == "Ma’"
