"""How much text a release has, for the line under the window."""

from dataclasses import dataclass
from functools import lru_cache
from typing import assert_never

from humas_desk.release.blocks import Block, Heading, ItemList, Paragraph, Photo, Quote, Table
from humas_desk.release.release import Release


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Parts and words of a release's body; titles, captions and furniture are not counted."""

    parts: int
    words: int


def count_text(release: Release) -> Counts:
    """Parts and words of the body."""
    return Counts(parts=len(release.blocks), words=sum(_words(block) for block in release.blocks))


@lru_cache(maxsize=2048)
def _words(block: Block) -> int:
    match block:
        case Paragraph() | Heading():
            return len(block.text.split())
        case Quote():
            return len(block.text.split()) + len((block.rest or "").split())
        case ItemList():
            return sum(len(item.split()) for item in block.items)
        case Table():
            return sum(len(cell.split()) for row in block.rows for cell in row)
        case Photo():
            return 0
        case _:
            assert_never(block)
