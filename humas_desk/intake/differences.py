"""A copy that was edited elsewhere, beside what it said when it was written: paragraph by paragraph, word by word."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
import re
from typing import Final

from humas_desk.release.carried import Passage
from humas_desk.release.inline import plain

ALIKE: Final = 0.4
"""Share of words that two paragraphs have in common when one is the other, changed."""
MAX_PAIRS: Final = 2500
"""Pairs of paragraphs that are compared by their words; beyond that they are taken in order."""
MAX_TOKENS: Final = 4000
"""Of a paragraph; a longer one is compared as a whole."""
_TOKEN: Final = re.compile(r"\s+|\w+|[^\w\s]")


class Kind(StrEnum):
    """What became of a paragraph, or of words in it."""

    KEPT = "kept"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    """Only of paragraphs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Characters of a paragraph with one fate."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """Characters of a passage that others took the place of."""

    start: int
    end: int
    """As `start`: nothing was taken away."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One paragraph that is not as it was."""

    kind: Kind
    passage: int
    """Number of the passage it was; of an ADDED one the number of the passage before it, -1 at the beginning."""
    before: str = ""
    after: str = ""
    """Inline markup; that only looks changed is not seen as a difference."""
    words: tuple[Words, ...] = ()
    edits: tuple[Edit, ...] = ()
    """Of a CHANGED one, in order: how the passage's text becomes the new one."""


def differences(passages: Sequence[Passage], paragraphs: Sequence[str]) -> tuple[Difference, ...]:
    """What is different, in the order of reading. `paragraphs`: inline markup, as the edited copy has them now."""
    old = [_flat(passage.text) for passage in passages]
    new = [_flat(plain(text)) for text in paragraphs]
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    found: list[Difference] = []
    for kind, first, last, start, end in matcher.get_opcodes():
        if kind != "equal":
            found += _of_stretch(passages, paragraphs, range(first, last), range(start, end))
    return tuple(found)


def _of_stretch(
    passages: Sequence[Passage], paragraphs: Sequence[str], olds: range, news: range
) -> Iterator[Difference]:
    """A stretch where no paragraph is as it was: pairs that are alike are changed ones."""
    pairs = dict(_paired(passages, paragraphs, olds, news))
    left = list(news)
    for old in olds:
        new = pairs.get(old)
        while left and new is not None and left[0] < new:
            yield _added(paragraphs[left.pop(0)], old - 1)
        before = passages[old].text
        if new is None:
            yield Difference(
                kind=Kind.REMOVED, passage=old, before=before, words=(Words(kind=Kind.REMOVED, text=before),)
            )
        else:
            left.pop(0)
            yield _changed(before, paragraphs[new], old)
    yield from (_added(paragraphs[new], olds.stop - 1) for new in left)


def _added(text: str, after: int) -> Difference:
    words = (Words(kind=Kind.ADDED, text=plain(text)),)
    return Difference(kind=Kind.ADDED, passage=after, after=text, words=words)


def _paired(
    passages: Sequence[Passage], paragraphs: Sequence[str], olds: range, news: range
) -> Iterator[tuple[int, int]]:
    """Paragraphs that are the same one, changed; both numbers grow."""
    if len(olds) * len(news) > MAX_PAIRS:
        yield from zip(olds, news, strict=False)
        return
    before = {old: _flat(passages[old].text).split() for old in olds}
    after = {new: _flat(plain(paragraphs[new])).split() for new in news}
    best: dict[tuple[int, int], tuple[float, tuple[tuple[int, int], ...]]] = {}
    for old in reversed(olds):
        for new in reversed(news):
            without = max(best.get((old + 1, new), (0.0, ())), best.get((old, new + 1), (0.0, ())))
            alike = _alike(before[old], after[new])
            score, pairs = best.get((old + 1, new + 1), (0.0, ()))
            together = (score + alike, ((old, new), *pairs))
            best[old, new] = max(without, together) if alike >= ALIKE else without
    if olds and news:
        yield from best[olds.start, news.start][1]


def _alike(before: list[str], after: list[str]) -> float:
    matcher = SequenceMatcher(None, before[:200], after[:200], autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= ALIKE else 0.0


def _changed(before: str, markup: str, number: int) -> Difference:
    after = plain(markup)
    words: list[Words] = []
    edits: list[Edit] = []
    for kind, old, new, at in _stretches(before, after):
        if kind == "equal":
            words.append(Words(kind=Kind.KEPT, text=old))
            continue
        words += [Words(kind=Kind.REMOVED, text=old)] if old else []
        words += [Words(kind=Kind.ADDED, text=new)] if new else []
        edits.append(Edit(start=at, end=at + len(old), text=new))
    return Difference(
        kind=Kind.CHANGED, passage=number, before=before, after=markup, words=tuple(words), edits=tuple(edits)
    )


def _stretches(before: str, after: str) -> Iterator[tuple[str, str, str, int]]:
    """Kind, old and new characters, and where the old ones begin."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    if max(len(old), len(new)) > MAX_TOKENS:
        old, new = [before], [after]
    matcher = SequenceMatcher(None, [_word(word) for word in old], [_word(word) for word in new], autojunk=False)
    starts = [0]
    for word in old:
        starts.append(starts[-1] + len(word))
    for kind, first, last, start, end in matcher.get_opcodes():
        yield kind, "".join(old[first:last]), "".join(new[start:end]), starts[first]


def _word(token: str) -> str:
    return " " if token.isspace() else token


def _flat(text: str) -> str:
    return " ".join(text.split())
