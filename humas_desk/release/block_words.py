"""How many words and characters are read in a block: the same count under the window and beside a version."""

from collections.abc import Iterable
from functools import lru_cache
from typing import assert_never

from humas_desk.release.blocks import Block, Heading, ItemList, Paragraph, Photo, Quote, Table
from humas_desk.release.inline import plain

_COUNTED = 512
"""Blocks whose count is kept: more than one release has, with what was written in them lately."""


@lru_cache(maxsize=_COUNTED)
def count_block(block: Block) -> tuple[int, int]:
    """Words and characters; a mark is none, and neither are captions and who is quoted."""
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
