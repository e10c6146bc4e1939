"""How much text a release has, for the line under the window."""

from collections.abc import Iterable
from functools import lru_cache
from typing import assert_never

from humas_desk.release.blocks import Block, Heading, ItemList, Paragraph, Photo, Quote, Table
from humas_desk.release.inline import plain
from humas_desk.release.release import Release
from humas_desk.values import dataclass

_COUNTED = 512
"""Blocks whose count is kept: more than one release has, with what was written in them lately."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Of a release's body, and of its title; captions and furniture are not counted."""

    parts: int
    words: int
    characters: int
    """As they are read, spaces included."""
    title_characters: int
    title_words: int


def count_text(release: Release) -> Counts:
    """Parts, words and characters of the body, length of the title."""
    counted = [_counted(block) for block in release.blocks]
    title = plain(release.title).strip()
    return Counts(
        parts=len(release.blocks),
        words=sum(words for words, _characters in counted),
        characters=sum(characters for _words, characters in counted),
        title_characters=len(title),
        title_words=len(title.split()),
    )


@lru_cache(maxsize=_COUNTED)
def _counted(block: Block) -> tuple[int, int]:
    """Words and characters; a mark is none."""
    texts = [plain(text) for text in _texts(block)]
    return sum(len(text.split()) for text in texts), sum(len(text) for text in texts)


def _texts(block: Block) -> Iterable[str]:
    match block:
        case Paragraph() | Heading():
            return (block.text,)
        case Quote():
            return (block.text, block.rest or "")
        case ItemList():
            return block.items
        case Table():
            return (cell for row in block.rows for cell in row)
        case Photo():
            return ()
        case _:
            assert_never(block)
