"""Finding lines by words as people type them: accents and letter case do not count, nor does the words' order."""

from collections.abc import Callable, Iterable
import re
from typing import TypeVar
import unicodedata

Line = TypeVar("Line")

_NO_LETTERS = re.compile(r"[^\w+]+")


def folded(text: str) -> str:
    """Small letters without accents, one space between words; "+" stays, for keys."""
    letters = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return _NO_LETTERS.sub(" ", letters.casefold()).strip()


def search(lines: Iterable[Line], typed: str, words_of: Callable[[Line], str]) -> tuple[Line, ...]:
    """The lines that hold every typed word, those that begin with it first, then those with a word that does.

    All lines, as they stand, for an empty text.
    """
    wanted = folded(typed)
    if not wanted:
        return tuple(lines)
    found = [(rank, line) for line in lines if (rank := _rank(folded(words_of(line)), wanted)) is not None]
    return tuple(line for _rank_, line in sorted(found, key=lambda pair: pair[0]))


def _rank(words: str, wanted: str) -> int | None:
    """0 the best; None: not found."""
    if words.startswith(wanted):
        return 0
    if f" {wanted}" in words:
        return 1
    typed = wanted.split()
    if all(f" {word}" in f" {words}" for word in typed):
        return 2
    return 3 if all(word in words for word in typed) else None
