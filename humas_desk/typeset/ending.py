"""The end of a release is never alone on a page where one more paragraph can go along with it.

Contact, signature or hashtags on an otherwise empty sheet look lost, and a signature without a word above it can be
put under anything. The paragraph before the end then begins the last page; both copies are told to keep them together.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Final

from humas_desk.layout.document import Block, PictureRow, Role, TableGrid, Text
from humas_desk.typeset.flow import Piece, Sheet
from humas_desk.values import dataclass

ENDING_ROLES: Final = frozenset(
    {
        Role.LINK,
        Role.SIGNATURE,
        Role.SIGNATURE_SPACE,
        Role.ABOUT_HEADING,
        Role.ABOUT,
        Role.CONTACT,
        Role.COPIES,
        Role.CREDIT,
        Role.HASHTAG,
    }
)
MOST_EMPTY: Final = 0.4
"""Share of a page that may be left empty for it."""

Fill = Callable[[Sequence[Piece]], tuple[Sheet, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """Pages, and which of the blocks on them were bound together for it."""

    sheets: tuple[Sheet, ...]
    bound: range = range(0)


def fill_with_ending(blocks: Sequence[Block], pieces: Sequence[Piece], fill: Fill, page_pt: float) -> Filled:
    """The pieces on pages, the end not alone where that can be; `page_pt` is the height of a page's body.

    Every block is one piece. The pages never become more.
    """
    sheets = fill(pieces)
    page, bound = _lonely(blocks, sheets)
    if not bound:
        return Filled(sheets=sheets)
    kept = [
        replace(piece, whole=True, keep_next=piece.keep_next or number < bound[-1]) if number in bound else piece
        for number, piece in enumerate(pieces)
    ]
    together = fill(kept)
    if len(together) != len(sheets) or _lonely(blocks, together)[1]:
        return Filled(sheets=sheets)
    is_too_empty = sheets[page - 1].used_pt - together[page - 1].used_pt > MOST_EMPTY * page_pt
    return Filled(sheets=sheets) if is_too_empty else Filled(sheets=together, bound=bound)


def bound_blocks(blocks: Sequence[Block], bound: range) -> tuple[Block, ...]:
    """The blocks with what the Word copy has to be told."""
    return tuple(
        _bound(block, keep_next=number < bound[-1]) if number in bound else block for number, block in enumerate(blocks)
    )


def _bound(block: Block, *, keep_next: bool) -> Block:
    match block:
        case Text():
            return replace(block, keep_lines=True, keep_next=block.keep_next or keep_next)
        case PictureRow():
            return replace(block, keep_next=block.keep_next or keep_next)
        case TableGrid():
            return block


def _lonely(blocks: Sequence[Block], sheets: Sequence[Sheet]) -> tuple[int, range]:
    """The page on which the end stands alone, and the blocks from the last paragraph before the end to its first there."""
    main = len(list(takewhile(lambda block: not _is_new_page(block), blocks)))
    ending = main
    while ending and _is_ending(blocks[ending - 1]):
        ending -= 1
    if ending == main or not ending or isinstance(blocks[ending - 1], TableGrid):
        return 0, range(0)
    pages = (number for number, sheet in enumerate(sheets) if number and ending <= sheet.first < main)
    page = next(pages, 0)
    return page, range(ending - 1, sheets[page].first + 1) if page else range(0)


def _is_ending(block: Block) -> bool:
    return isinstance(block, Text) and block.role in ENDING_ROLES


def _is_new_page(block: Block) -> bool:
    return isinstance(block, Text | PictureRow) and block.new_page
