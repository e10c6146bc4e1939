import ast
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from humas_desk.wording.toolkit import TOOLKIT_WORDS, toolkit_pairs


def words_of_the_toolkit() -> Iterator[str]:
    """Every text that ttkbootstrap asks its message catalogue for."""
    spec = find_spec("ttkbootstrap")
    assert spec is not None
    assert spec.origin is not None
    for path in Path(spec.origin).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Attribute(attr="translate"), args=[ast.Constant(value=str(word)), *_]):
                    yield word
                case _:
                    pass


def test_every_word_of_the_toolkit_is_said_in_indonesian() -> None:
    assert set(words_of_the_toolkit()) - TOOLKIT_WORDS.keys() == set()


def test_the_date_picker_names_months_and_days_as_the_office_does() -> None:
    assert (TOOLKIT_WORDS["August"], TOOLKIT_WORDS["Mo"], TOOLKIT_WORDS["Fr"]) == ("Agustus", "Sn", "Jm")


def test_the_letter_of_a_key_is_marked_once_where_english_marks_one() -> None:
    wrong = [english for english, word in TOOLKIT_WORDS.items() if english.count("&") != word.count("&")]
    assert wrong == []


def test_a_place_for_a_value_stays() -> None:
    wrong = [english for english, word in TOOLKIT_WORDS.items() if english.count("%1$s") != word.count("%1$s")]
    assert wrong == []


def test_tk_takes_the_words_in_pairs() -> None:
    pairs = toolkit_pairs()
    assert dict(zip(pairs[::2], pairs[1::2], strict=True)) == TOOLKIT_WORDS
