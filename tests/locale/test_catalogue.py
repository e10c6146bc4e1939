import ast
from collections.abc import Iterator
from pathlib import Path
import re
import runpy
import string

from babel.messages.catalog import Catalog, Message
import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "humas_desk"
WORKSHOP = runpy.run_path(str(PACKAGE / "locale" / "catalogue.py"))
SOURCES: list[Path] = WORKSHOP["sources"]()
NOT_OUR_TONE = re.compile(r"!|\boops\b|\bgagal\b|\bsilakan\b|\batribusi\b|profil kantor|\bblok\b", re.IGNORECASE)


def catalogue(source: Path) -> Catalog:
    found = WORKSHOP["read"](source)
    assert isinstance(found, Catalog)
    return found


def translated(source: Path) -> Iterator[tuple[Message, str, str]]:
    """Every message with each of its forms: (message, English, words of the language)."""
    for message in catalogue(source):
        if isinstance(message.id, str):
            if message.id:
                yield message, message.id, str(message.string)
        else:
            forms = message.string if isinstance(message.string, tuple | list) else (message.string,)
            for form in forms:
                yield message, message.id[-1], str(form)


def places_for_values(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_indonesian_is_there() -> None:
    assert [source.parent.parent.name for source in SOURCES] == ["id"]


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.parent.parent.name)
def test_the_catalogue_holds_just_the_sentences_of_the_code(source: Path) -> None:
    in_code = {str(message.id) for message in WORKSHOP["extract"]() if message.id}
    in_catalogue = {str(message.id) for message in catalogue(source) if message.id}
    assert in_code - in_catalogue == set(), "make catalogue, then translate"
    assert in_catalogue - in_code == set(), "make catalogue"


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.parent.parent.name)
def test_every_sentence_is_translated_and_none_is_a_guess(source: Path) -> None:
    assert [english for message, english, words in translated(source) if not words or message.fuzzy] == []


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.parent.parent.name)
def test_the_values_of_a_sentence_are_the_same_in_both_languages(source: Path) -> None:
    wrong = [e for _, e, words in translated(source) if words and places_for_values(e) != places_for_values(words)]
    assert wrong == []


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.parent.parent.name)
def test_an_ellipsis_and_a_closing_mark_stay(source: Path) -> None:
    wrong = [e for _, e, words in translated(source) if words and (e[-1] in ".…:?") and words[-1] != e[-1]]
    assert wrong == []


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.parent.parent.name)
def test_the_tone_is_calm(source: Path) -> None:
    assert [words for _, _, words in translated(source) if NOT_OUR_TONE.search(words)] == []


def test_a_msgid_is_written_out_where_it_is_said() -> None:
    keywords = WORKSHOP["KEYWORDS"]
    made_up = [
        f"{path.name}:{node.lineno}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in keywords
        for argument in node.args[:1]
        if isinstance(argument, ast.JoinedStr | ast.BinOp)
    ]
    assert made_up == []
