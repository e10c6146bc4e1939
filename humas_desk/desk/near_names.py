"""Names in a text that are nearly those of the people register: one or two letters off, perhaps a slip of the hand."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
import re

from humas_desk.archive.people import PersonRow, person_key
from humas_desk.desk.finding import text_places
from humas_desk.release.folding import folded
from humas_desk.release.person import without_degrees
from humas_desk.release.problems import Problem, ProblemCode, Severity
from humas_desk.release.release import Release
from humas_desk.values import dataclass

_NAME_WORD = re.compile(r"[^\W\d_][\w’'.-]*[^\W_]|[^\W\d_]")
MOST_WORDS = 5
SHORTEST_FOR_TWO = 9
"""Letters of a name in which two may be off; in a shorter one only one."""
SHORTEST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class NearName:
    """One name that may be meant to be another."""

    place: str
    start: int
    """In characters of what is read at the place (without marks); end as well."""
    end: int
    found: str
    meant: str
    """As the register writes it, without degrees."""


def near_names(release: Release, people: Sequence[PersonRow]) -> tuple[NearName, ...]:
    """Every such name in the release, in reading order."""
    known = [(key.split(), without_degrees(name)) for person in people for name in _spellings(person)
             if (key := person_key(name))]  # fmt: skip
    right = {" ".join(words) for words, _name in known}
    right |= {word for words, _name in known for word in words}
    by_count: dict[int, list[tuple[str, frozenset[str], str]]] = {}
    for words, name in known:
        if 1 < len(words) <= MOST_WORDS:
            key = " ".join(words)
            by_count.setdefault(len(words), []).append((key, frozenset(key), name))
    return tuple(near for found in text_places(release) for near in _in_text(found.place, found.seen, by_count, right))


def near_problems(found: Sequence[NearName]) -> tuple[Problem, ...]:
    """The same as warnings at their places."""
    return tuple(
        Problem(
            place=near.place,
            code=ProblemCode.NAME_NEAR,
            severity=Severity.WARNING,
            values=(("found", near.found), ("meant", near.meant)),
        )
        for near in found
    )


def letters_off(one: str, other: str, most: int) -> int:
    """How many letters are changed, missing, too much or exchanged with a neighbour; `most` + 1 when it is more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before_that: list[int] = []
    before = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        row = [i]
        for j, wanted in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, before_that[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
        before_that, before = before, row
    return before[-1]


def _in_text(
    place: str, text: str, by_count: dict[int, list[tuple[str, frozenset[str], str]]], right: set[str]
) -> Iterator[NearName]:
    words = [match for match in _NAME_WORD.finditer(text) if match[0][0].isupper()]
    taken = -1
    for first in range(len(words)):
        for count in sorted(by_count, reverse=True):
            run = words[first : first + count]
            if len(run) < count or run[0].start() < taken or not _goes_on(text, run):
                continue
            start, end = run[0].start(), run[-1].end()
            meant = _meant(" ".join(folded(text[start:end]).split()), by_count[count], right)
            if meant is not None:
                yield NearName(place=place, start=start, end=end, found=text[start:end], meant=meant)
                taken = end
                break


def _goes_on(text: str, run: Sequence[re.Match[str]]) -> bool:
    """Whether the words stand beside each other with nothing but spaces between."""
    return all(text[a.end() : b.start()].isspace() for a, b in pairwise(run))


def _meant(found: str, known: Sequence[tuple[str, frozenset[str], str]], right: set[str]) -> str | None:
    if found in right or len(found) < SHORTEST:
        return None
    most = 2 if len(found) >= SHORTEST_FOR_TWO else 1
    letters = frozenset(found)
    near = [(letters_off(found, key, most), name) for key, has, name in known if len(letters ^ has) <= 2 * most]
    best = min(near, default=(most + 1, ""))
    return best[1] if 0 < best[0] <= most else None


def _spellings(person: PersonRow) -> tuple[str, ...]:
    return (person.name, *person.variants)
