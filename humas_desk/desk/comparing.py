"""Two versions of a release, word by word: what came and what went, place by place; pure values."""

from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
import re

from humas_desk.desk.finding import text_places
from humas_desk.release.release import Release
from humas_desk.values import dataclass

_WORD = re.compile(r"\s*\S+|\s+$")
MOST_WORDS = 4000
"""Longer places are told as removed and added whole: comparing them word by word would take seconds."""


class Difference(StrEnum):
    """How a piece of text stands in the two versions."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedPiece:
    """Words that follow each other and stand alike."""

    difference: Difference
    text: str
    """Plain text, with the spaces before its words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedPlace:
    """One text of the release."""

    place: str
    """In the later version; of a part that is gone: in the earlier one."""
    is_gone: bool = False
    pieces: tuple[ComparedPiece, ...]
    added: int
    """Words."""
    removed: int

    @property
    def is_changed(self) -> bool:
        return bool(self.added or self.removed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """All texts of both versions, in reading order."""

    places: tuple[ComparedPlace, ...]

    @property
    def added(self) -> int:
        """Words that came."""
        return sum(place.added for place in self.places)

    @property
    def removed(self) -> int:
        """Words that went."""
        return sum(place.removed for place in self.places)

    @property
    def changed_words(self) -> int:
        """How much differs: a word put for another one counts once."""
        return sum(max(place.added, place.removed) for place in self.places)


def compare_releases(before: Release, after: Release) -> Comparison:
    """What differs. Parts are the same part when they have the same id, wherever they stand."""
    old, new = dict(_texts(before)), dict(_texts(after))
    places: list[ComparedPlace] = []
    gone = [key for key in old if key not in new]
    for key, (place, text) in new.items():
        while gone and _stands_before(gone[0], key, list(old)):
            places.append(_gone(old[gone.pop(0)]))
        places.append(_compared(place, old[key][1] if key in old else "", text))
    places += [_gone(old[key]) for key in gone]
    return Comparison(places=tuple(place for place in places if place.pieces))


@lru_cache(maxsize=1024)
def compare_texts(before: str, after: str) -> tuple[ComparedPiece, ...]:
    """The words of both texts, each once, with what became of them."""
    from difflib import SequenceMatcher  # only when somebody compares

    if before == after:
        return (ComparedPiece(difference=Difference.SAME, text=after),) if after else ()
    old, new = _WORD.findall(before), _WORD.findall(after)
    if max(len(old), len(new)) > MOST_WORDS:
        return _pieces((Difference.REMOVED, before), (Difference.ADDED, after))
    bare_old, bare_new = ([word.strip() for word in words] for words in (old, new))
    made: list[tuple[Difference, str]] = []
    for name, i, j, k, m in SequenceMatcher(None, bare_old, bare_new, autojunk=False).get_opcodes():
        if name == "equal":
            made.append((Difference.SAME, "".join(new[k:m])))
        else:
            made += [(Difference.REMOVED, "".join(old[i:j])), (Difference.ADDED, "".join(new[k:m]))]
    return _pieces(*made)


def _texts(release: Release) -> Iterator[tuple[str, tuple[str, str]]]:
    """What each text is known by in both versions, its place in this one, and its plain text."""
    counts: Counter[str] = Counter()
    texts = [(found.place, found.seen) for found in text_places(release)]
    for place, text in (*_dates(release), *texts):
        key = _known_by(place, release)
        counts[key] += 1
        yield f"{key}#{counts[key]}", (place, text)


def _dates(release: Release) -> Iterator[tuple[str, str]]:
    """Days and times as the file writes them: they are no texts, and yet may differ."""
    facts = {"dateline.date": release.dateline.date, "released": release.released}
    if release.event is not None:
        facts["event.date"] = release.event.date
        yield from ((f"event.{name}", time) for name in ("start", "end") if (time := getattr(release.event, name)))
    if release.embargo is not None:
        yield "embargo.until", release.embargo.until
    yield from ((place, day.isoformat()) for place, day in facts.items() if day is not None)


def _known_by(place: str, release: Release) -> str:
    match = re.match(r"blocks\[(\d+)\]", place)
    return place if match is None else f"{release.blocks[int(match[1])].id}{place[match.end() :]}"


def _stands_before(gone: str, key: str, order: list[str]) -> bool:
    """Whether a text that is gone stood before one that is still there."""
    return key in order and order.index(gone) < order.index(key)


def _compared(place: str, before: str, after: str, *, is_gone: bool = False) -> ComparedPlace:
    pieces = compare_texts(before, after)
    words = Counter[Difference]()
    for piece in pieces:
        words[piece.difference] += len(piece.text.split())
    added, removed = words[Difference.ADDED], words[Difference.REMOVED]
    return ComparedPlace(place=place, is_gone=is_gone, pieces=pieces, added=added, removed=removed)


def _gone(old: tuple[str, str]) -> ComparedPlace:
    return _compared(old[0], old[1], "", is_gone=True)


def _pieces(*made: tuple[Difference, str]) -> tuple[ComparedPiece, ...]:
    """The pieces that are not empty, with a space wherever two words would else become one."""
    pieces: list[ComparedPiece] = []
    for difference, text in made:
        if text:
            touches = bool(pieces) and not pieces[-1].text[-1].isspace() and not text[0].isspace()
            pieces.append(ComparedPiece(difference=difference, text=f" {text}" if touches else text))
    return tuple(pieces)
