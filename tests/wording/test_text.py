from collections.abc import Iterator

import pytest

from humas_desk import wording
from humas_desk.wording import text


@pytest.fixture(autouse=True)
def indonesian_again() -> Iterator[None]:
    yield
    wording.set_language(text.DEFAULT_LANGUAGE)


def test_sentences_come_in_indonesian_without_asking() -> None:
    assert wording._("Your text is safe.") == "Tulisan Anda aman."


def test_the_catalogue_of_the_default_language_is_there() -> None:
    assert text.catalogue_path(text.DEFAULT_LANGUAGE).is_file()


def test_without_a_catalogue_the_english_text_stays() -> None:
    wording.set_language("xx")
    assert wording._("Your text is safe.") == "Your text is safe."
    assert wording.ngettext("{count} page", "{count} pages", 2) == "{count} pages"


def test_indonesian_counts_without_a_plural() -> None:
    one, two = (wording.ngettext("{count} page", "{count} pages", count) for count in (1, 2))
    assert one == two == "{count} halaman"


def test_an_empty_text_is_not_the_catalogue_s_header() -> None:
    assert wording._("") == ""


def test_a_marked_text_is_itself() -> None:
    assert wording.mark("Title") == "Title"
