"""Two spellings of one name in a draft: "Ahmad Qohar" who is quoted as "Yusuf Kohar"."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations
from typing import Final

from humas_desk.release.person import Speaker, without_degrees

_MOST: Final = 40
"""So many people are compared; a draft names a dozen."""
_SHORTEST: Final = 5
_LIKENESS: Final = 0.75


def near_names(people: Sequence[Speaker]) -> Iterator[tuple[str, str]]:
    """Pairs of names, the earlier one first, that differ as a slip of the hand would make them."""
    for first, second in combinations(people[:_MOST], 2):
        one, other = _words(first.name), _words(second.name)
        if one and other and _are_near(one, other):
            yield first.name, second.name


def _words(name: str) -> list[str]:
    return without_degrees(name).casefold().split()


def _are_near(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether just one word differs a little, or the last words do and are rare enough to tell."""
    if len(one) == len(other):
        differing = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
        if len(differing) == 1 and (len(one) > 1 or len(one[0]) >= _SHORTEST):
            return _is_slip(*differing[0])
    return one[-1] != other[-1] and _is_slip(one[-1], other[-1]) and len(one[-1]) == len(other[-1])


def _is_slip(one: str, other: str) -> bool:
    if min(len(one), len(other)) < _SHORTEST - 1:
        return False
    return SequenceMatcher(None, one, other).ratio() >= _LIKENESS
