"""Whole blocks selected in the form: copied as clean text, put in again, deleted, moved, doubled.

A selection is the indexes of its first and last block. Every function gives the whole changed release: one undo step
with `session.edit(lambda _: edited.release, edited.focus)`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from typing import assert_never

from humas_desk.desk.editing import insert_block, move_block, new_id
from humas_desk.desk.history import Focus
from humas_desk.desk.pasting import pasted_texts
from humas_desk.desk.splitting import Edited, first_text, put_blocks
from humas_desk.photos.image import Image
from humas_desk.release.blocks import Block, Heading, ItemList, Paragraph, Photo, Quote, Table
from humas_desk.release.inline import plain
from humas_desk.release.markup import cut, styled
from humas_desk.release.quote import ResolvedMention, quote_sentence, resolve_mentions
from humas_desk.release.release import Kind, Release
from humas_desk.values import dataclass

BULLET = "•"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clip:
    """Blocks that were copied or cut, and the text of them that other programs get.

    The window keeps the last one: while the clipboard still holds `text`, pasting brings the blocks back whole.
    """

    text: str
    blocks: tuple[Block, ...]
    pictures: Mapping[str, str] = field(default_factory=dict)
    """File name and `Image.sha256` of the pictures that were at hand: another release has others under these names."""


def copied(release: Release, first: int, last: int, photos: Mapping[str, Image]) -> Clip:
    """The blocks from `first` to `last`, for the clipboard; `photos`: the session's."""
    blocks = release.blocks[first : last + 1]
    names = (file.file for block in blocks if isinstance(block, Photo) for file in block.files)
    pictures = {name: photos[name].sha256 for name in names if name in photos}
    return Clip(text=plain_text(release, first, last), blocks=blocks, pictures=pictures)


def plain_text(release: Release, first: int, last: int) -> str:
    """The blocks as text without marks, a line for each paragraph, quotes as their made sentences.

    A joined block goes on in the line before it. Items keep their bullet or number, cells of a table stand behind tabs,
    of a photo its caption.
    """
    mentions = resolve_mentions(release.blocks)
    lines: list[str] = []
    for block in release.blocks[first : last + 1]:
        mention = mentions.get(block.id, ResolvedMention.FULL)
        new = [line for line in _lines(block, mention, degrees=release.kind is not Kind.NEWS) if line.strip()]
        if new and lines and isinstance(block, Paragraph | Quote) and block.joined:
            lines[-1] = f"{lines[-1].rstrip()} {new.pop(0).lstrip()}"
        lines += new
    return "\n".join(lines)


def blocks_of(text: str) -> tuple[Paragraph, ...]:
    """Text from outside as paragraphs, cleaned."""
    return tuple(Paragraph(id=new_id(), text=line) for line in pasted_texts(text) if line)


def blocks_to_paste(clipboard: str, clip: Clip | None, photos: Mapping[str, Image]) -> tuple[Block, ...]:
    """What a paste puts in: the blocks of our own clip while the clipboard holds it, else paragraphs.

    Pictures that are not the same in `photos` (the session's) are left out, and photo blocks that lose all of them.
    """
    if clip is None or clip.text != clipboard:
        return blocks_of(clipboard)
    blocks = (_with_pictures(block, clip.pictures, photos) for block in clip.blocks)
    return tuple(replace(block, id=new_id()) for block in blocks if block is not None)


def paste_blocks(release: Release, place: str, start: int, end: int, blocks: Sequence[Block]) -> Edited:
    """The blocks put in at the cursor. `start`, `end`: the selection in visible characters, which they replace.

    A paragraph is cut there and an empty half of it goes; behind any other block they stand whole. `place` outside the
    body: at the release's end. The cursor goes to the last of them.
    """
    index = _index(place)
    if index is None or index >= len(release.blocks):
        return insert_blocks(release, len(release.blocks), blocks)
    block = release.blocks[index]
    if not isinstance(block, Paragraph) or not place.endswith(".text") or not blocks:
        return insert_blocks(release, index + 1, blocks)
    before, after = cut(block.text, start, end)
    parts: list[Block] = [replace(block, text=before)] if styled(before) else []
    parts += blocks
    parts += [Paragraph(id=new_id(), text=after)] if styled(after) else []
    last = index + len(parts) - 1 - bool(styled(after))
    return Edited(release=put_blocks(release, index, index, parts), focus=_end(blocks[-1], last))


def insert_blocks(release: Release, index: int, blocks: Sequence[Block]) -> Edited:
    """The blocks standing from `index` on; the cursor at the end of the last."""
    for offset, block in enumerate(blocks):
        release = insert_block(release, index + offset, block)
    at = index + len(blocks) - 1
    return Edited(release=release, focus=_end(blocks[-1], at) if blocks else _near(release, at))


def replace_blocks(release: Release, first: int, last: int, blocks: Sequence[Block]) -> Edited:
    """The blocks in place of those selected: a paste over whole cards. None: they are deleted."""
    if not blocks:
        return delete_blocks(release, first, last)
    at = first + len(blocks) - 1
    return Edited(release=put_blocks(release, first, last, blocks), focus=_end(blocks[-1], at))


def delete_blocks(release: Release, first: int, last: int) -> Edited:
    """Without the blocks from `first` to `last`; an empty paragraph stays where nothing else would."""
    left: list[Block] = [] if last - first + 1 < len(release.blocks) else [Paragraph(id=new_id())]
    release = put_blocks(release, first, last, left)
    return Edited(release=release, focus=_near(release, min(first, len(release.blocks) - 1)))


def move_blocks(release: Release, first: int, last: int, to: int) -> Edited:
    """The blocks moved together; the first of them stands at `to` afterwards (kept within the release)."""
    count = last - first + 1
    to = min(max(0, to), len(release.blocks) - count)
    for offset in range(count):
        release = move_block(
            release, first if to > first else first + offset, to + (count - 1 if to > first else offset)
        )
    return Edited(release=release, focus=_near(release, to))


def duplicate_blocks(release: Release, first: int, last: int) -> Edited:
    """The blocks once more, behind themselves; the cursor in the first of the copies."""
    copies = [replace(block, id=new_id()) for block in release.blocks[first : last + 1]]
    made = insert_blocks(release, last + 1, copies).release
    return Edited(release=made, focus=_near(made, last + 1))


def _lines(block: Block, mention: ResolvedMention, *, degrees: bool) -> list[str]:
    match block:
        case Paragraph() | Heading():
            return plain(block.text).split("\n")
        case Quote():
            return quote_sentence(block, mention=mention, degrees=degrees).split("\n")
        case ItemList():
            items = [item for item in map(_one_line, block.items) if item]
            return [f"{f'{n}.' if block.numbered else BULLET} {item}" for n, item in enumerate(items, 1)]
        case Table():
            rows = ["\t".join(map(_one_line, row)) for row in block.rows]
            return [_one_line(block.caption or ""), *rows]
        case Photo():
            return [_one_line(block.caption or "")]
        case _:
            assert_never(block)


def _one_line(markup: str) -> str:
    return " ".join(plain(markup).split("\n")).strip()


def _with_pictures(block: Block, pictures: Mapping[str, str], photos: Mapping[str, Image]) -> Block | None:
    """The block with those pictures that are at hand; None for a photo that had some and has none."""
    if not isinstance(block, Photo) or not block.files:
        return block
    files = tuple(file for file in block.files if file.file in photos and _is_same(file.file, pictures, photos))
    return replace(block, files=files) if files else None


def _is_same(name: str, pictures: Mapping[str, str], photos: Mapping[str, Image]) -> bool:
    return pictures.get(name) == photos[name].sha256


def _index(place: str) -> int | None:
    head, _, rest = place.partition("[")
    number = rest.partition("]")[0]
    return int(number) if head == "blocks" and number.isdecimal() else None


def _near(release: Release, index: int) -> Focus:
    if not release.blocks:
        return Focus(place="title")
    at = min(max(0, index), len(release.blocks) - 1)
    return Focus(place=first_text(release.blocks[at], at))


def _end(block: Block, index: int) -> Focus:
    """The cursor behind the block's last word, where it has running text."""
    place = first_text(block, index)
    match block:
        case Paragraph() | Heading() | Quote():
            return Focus(place=place, start=len(block.text), end=len(block.text))
        case ItemList(items=(*_, last)):
            return Focus(place=f"blocks[{index}].items[{len(block.items) - 1}]", start=len(last), end=len(last))
        case _:
            return Focus(place=place)
