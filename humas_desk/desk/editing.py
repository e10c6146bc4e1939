"""Changes of a release as functions: one place is read or put, blocks come, go and move.

Places use the common grammar: `title`, `dateline.city`, `blocks[3].speaker.name`, `blocks[5].rows[0][1]`.
"""

from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass, replace
import datetime as dt
from functools import lru_cache
import re
import secrets
from types import NoneType, UnionType
from typing import Any, Union, cast, get_args, get_origin

from humas_desk.desk.offices import OfficeEntry
from humas_desk.release.blocks import Block, Heading, ItemList, Paragraph, Photo, Quote, Table
from humas_desk.release.release import Dateline, Event, Kind, Release
from humas_desk.values import types_of

Step = str | int
_PLACE = re.compile(r"[a-z_]+(?:\.[a-z_]+|\[\d+\])*")
_STEP = re.compile(r"([a-z_]+)|\[(\d+)\]")
_BLOCK_PLACE = re.compile(r"blocks\[(\d+)\]")


@lru_cache(maxsize=4096)
def steps(place: str) -> tuple[Step, ...]:
    """The place as names and indexes. ValueError when it is not in the grammar."""
    if _PLACE.fullmatch(place) is None:
        raise ValueError(f"not a place: {place!r}")
    return tuple(name or int(index) for name, index in _STEP.findall(place))


def get(release: Release, place: str) -> object:
    """What stands at the place. Below something that is None, or one past a list's end: what `put` would start from.

    ValueError when the release has no such place.
    """
    node: object = release
    hint: object = Release
    for step in steps(place):
        node, hint = _child(node, hint, step, place)
    return node


def put(release: Release, place: str, value: object) -> Release:
    """The release with `value` at the place.

    A None on the way becomes an object (`event.place`), and the index one past a list's end adds to the list.
    ValueError when there is no such place or the value is of another type.
    """
    return cast(Release, _put(release, Release, steps(place), value, place))


def new_id() -> str:
    """A short id for a block, new in any release."""
    return secrets.token_hex(4)


def new_release_id() -> str:
    """An id for a release, new in any archive."""
    return secrets.token_hex(16)


def new_release(kind: Kind, office: OfficeEntry, today: dt.date) -> Release:
    """An empty release of the office, dated today, with one empty paragraph to write in."""
    facts = office.office
    return Release(
        id=new_release_id(),
        kind=kind,
        office=office.name or None,
        dateline=Dateline(city=facts.city, date=today),
        event=Event(zone=facts.zone) if kind is Kind.INVITATION else None,
        blocks=(new_block("paragraph"),),
    )


_NEW_BLOCKS: dict[str, Callable[[str], Block]] = {
    "paragraph": lambda id_: Paragraph(id=id_),
    "quote": lambda id_: Quote(id=id_),
    "heading": lambda id_: Heading(id=id_),
    "list": lambda id_: ItemList(id=id_, items=("",)),
    "photo": lambda id_: Photo(id=id_),
    "table": lambda id_: Table(id=id_, header=True, rows=(("", ""), ("", ""))),
}
BLOCK_KINDS: tuple[str, ...] = tuple(_NEW_BLOCKS)


def new_block(kind: str) -> Block:
    """An empty block of one of `BLOCK_KINDS`, with an id of its own. ValueError for another kind."""
    if kind not in _NEW_BLOCKS:
        raise ValueError(f"no such kind of block: {kind!r}")
    return _NEW_BLOCKS[kind](new_id())


def insert_block(release: Release, index: int, block: Block) -> Release:
    """The release with the block standing at `index` (0 to the number of blocks)."""
    blocks = release.blocks
    _within(index, len(blocks) + 1)
    moved = replace(release, blocks=(*blocks[:index], block, *blocks[index:]))
    return _renumbered(moved, lambda old: old + 1 if old >= index else old)


def remove_block(release: Release, index: int) -> Release:
    """The release without the block; what was noted about places inside it goes too."""
    blocks = release.blocks
    _within(index, len(blocks))
    fewer = replace(release, blocks=(*blocks[:index], *blocks[index + 1 :]))
    return _renumbered(fewer, lambda old: None if old == index else old - (old > index))


def move_block(release: Release, index: int, to: int) -> Release:
    """The release with the block standing at `to` afterwards."""
    blocks = list(release.blocks)
    _within(index, len(blocks))
    _within(to, len(blocks))
    order = list(range(len(blocks)))
    order.insert(to, order.pop(index))
    moved = replace(release, blocks=tuple(blocks[old] for old in order))
    return _renumbered(moved, order.index)


def still_unconfirmed(before: Release, after: Release) -> Release:
    """`after` without the marks (`unconfirmed`) of places that say something else than in `before`."""
    if not after.unconfirmed or before is after:
        return after
    left = tuple(place for place in after.unconfirmed if _standing(before, place) == _standing(after, place))
    return after if left == after.unconfirmed else replace(after, unconfirmed=left)


def _standing(release: Release, place: str) -> object:
    try:
        return get(release, place)
    except ValueError:
        return None


def _within(index: int, length: int) -> None:
    if not 0 <= index < length:
        raise ValueError(f"no block {index} of {length}")


def _renumbered(release: Release, new_index: Callable[[int], int | None]) -> Release:
    """The release whose notes about places (`ignored`, `unconfirmed`) follow the blocks to their new indexes."""
    if not release.ignored and not release.unconfirmed:
        return release

    def follow(place: str) -> str | None:
        match = _BLOCK_PLACE.match(place)
        if match is None:
            return place
        index = new_index(int(match.group(1)))
        return None if index is None else f"blocks[{index}]{place[match.end() :]}"

    ignored = [(follow(note.place), note) for note in release.ignored]
    unconfirmed = [follow(place) for place in release.unconfirmed]
    return replace(
        release,
        ignored=tuple(replace(note, place=place) for place, note in ignored if place is not None),
        unconfirmed=tuple(place for place in unconfirmed if place is not None),
    )


# The walk: values beside their declared types, so that what is None can be made and a wrong value refused.


def _put(node: object, hint: object, path: tuple[Step, ...], value: object, place: str) -> object:
    if not path:
        if not _fits(value, hint):
            raise ValueError(f"{place} does not take {value!r}")
        return value
    step, rest = path[0], path[1:]
    child, child_hint = _child(node, hint, step, place)
    new = _put(child, child_hint, rest, value, place)
    if isinstance(step, int):
        items = cast(tuple[object, ...], node)
        return (*items[:step], new, *items[step + 1 :])
    return replace(cast(Any, _present(node, hint, place)), **{step: new})


def _child(node: object, hint: object, step: Step, place: str) -> tuple[object, object]:
    """The value one step further, and its declared type."""
    if isinstance(step, int):
        if not isinstance(node, tuple) or step > len(node):
            raise ValueError(f"no such place: {place}")
        item_hint = get_args(hint)[0]
        return (node[step] if step < len(node) else _start(item_hint, place)), item_hint
    owner = _present(node, hint, place)
    kind = type(owner)
    if not is_dataclass(kind) or step not in types_of(kind):
        raise ValueError(f"no such place: {place}")
    return getattr(owner, step), types_of(kind)[step]


def _present(node: object, hint: object, place: str) -> object:
    return _start(hint, place) if node is None else node


def _start(hint: object, place: str) -> object:
    """The empty value of a declared type: what is put into first."""
    choices = [choice for choice in _choices(hint) if choice is not NoneType]
    if len(choices) != 1:
        raise ValueError(f"nothing stands at {place} yet")
    kind = choices[0]
    if get_origin(kind) is tuple:
        return ()
    if isinstance(kind, type) and is_dataclass(kind):
        needed = [field.name for field in fields(kind) if field.default is MISSING and field.default_factory is MISSING]
        return kind(**dict.fromkeys(needed, ""))
    return cast(type, kind)()


def _choices(hint: object) -> tuple[object, ...]:
    return get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)


def _fits(value: object, hint: object) -> bool:
    for choice in _choices(hint):
        if get_origin(choice) is tuple:
            inner = get_args(choice)
            if isinstance(value, tuple) and (inner[-1] is not Ellipsis or all(_fits(item, inner[0]) for item in value)):
                return True
        elif isinstance(choice, type) and isinstance(value, choice):
            return True
    return False
