"""People a release names, for completing the speaker box while typing."""

from collections.abc import Iterable, Sequence
import re

from humas_desk.release.blocks import Block, Quote
from humas_desk.release.folding import folded
from humas_desk.release.person import Speaker, without_degrees
from humas_desk.release.release import Release
from humas_desk.values import dataclass

MOST = 8
_WORD = re.compile(r"[\w’']+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who was quoted."""

    name: str
    """Full name, degrees included."""
    short: str | None = None
    position: str = ""


def people_in(release: Release, *, without: int | None = None) -> tuple[Person, ...]:
    """Everybody quoted in the release, the latest first, each once with what was typed last.

    `without`: index of the quote being written, whose own speaker is no suggestion.
    """
    blocks: list[Block] = [block for index, block in enumerate(release.blocks) if index != without]
    blocks += [block for attachment in release.attachments for block in attachment.blocks]
    speakers = [block.speaker for block in reversed(blocks) if isinstance(block, Quote)]
    return merged(Person(name=s.name.strip(), short=s.short, position=s.position.strip()) for s in speakers)


def merged(people: Iterable[Person]) -> tuple[Person, ...]:
    """Each person once (the same name without degrees), where first met; what is empty is taken from later ones."""
    known: dict[str, Person] = {}
    for person in people:
        who = folded(without_degrees(person.name))
        if not who:
            continue
        first = known.get(who, person)
        longer = max(first.name, person.name, key=len)
        position = first.position or person.position
        known[who] = Person(name=longer, short=first.short or person.short, position=position)
    return tuple(known.values())


def complete(people: Sequence[Person], typed: str, *, most: int = MOST) -> tuple[Person, ...]:
    """Those with a word of the name (or else of the position) that begins with every word typed; all for nothing typed.

    Names that begin with it come first, then other words of the name, then positions; else the given order. Letter case,
    accents and marks do not count. Somebody whose whole name is typed already is left out when alone.
    """
    wanted = _WORD.findall(folded(typed))
    ranked = [(rank, person) for person in people if (rank := _rank(person, wanted)) is not None]
    found = [person for _rank, person in sorted(ranked, key=lambda pair: pair[0])][:most]
    return () if len(found) == 1 and found[0].name == typed.strip() else tuple(found)


def speaker_of(person: Person, current: Speaker | None = None) -> Speaker:
    """The speaker a choice fills in: name, short name and position; what the file kept besides stays."""
    return Speaker(
        name=person.name,
        short=person.short,
        position=person.position,
        unknown=() if current is None else current.unknown,
    )


def _rank(person: Person, wanted: Sequence[str]) -> int | None:
    """0: the name begins so; 1: a word of it; 2: only with the position; None: no match."""
    name, position = _WORD.findall(folded(person.name)), _WORD.findall(folded(person.position))
    if not _all_begin(wanted, name):
        return 2 if _all_begin(wanted, [*name, *position]) else None
    return 0 if not wanted or name[0].startswith(wanted[0]) else 1


def _all_begin(wanted: Sequence[str], words: Sequence[str]) -> bool:
    return all(any(word.startswith(part) for word in words) for part in wanted)
