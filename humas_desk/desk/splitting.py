"""Enter, Backspace at a text's beginning and Delete at its end, as functions: blocks come apart and grow together.

Offsets are visible characters, as a field counts them; the focus that comes back is in raw markup, as everywhere. What
Enter parts, Backspace joins again as it was. Marks are closed before the cut and opened again behind it.
"""

from collections.abc import Sequence
from dataclasses import replace
import re
from typing import assert_never

from humas_desk.desk.editing import insert_block, new_id, put, remove_block
from humas_desk.desk.history import Focus
from humas_desk.release.blocks import Block, Heading, ItemList, Paragraph, Photo, Quote, Table
from humas_desk.release.markup import cut, joined, raw_offset, styled, visible_text
from humas_desk.release.person import Speaker
from humas_desk.release.release import Release
from humas_desk.values import dataclass

_IN_BLOCK = re.compile(r"blocks\[(\d+)\]\.(text|rest|items\[(\d+)\])")
ENTER = ("", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """A changed release, and where the cursor belongs after it."""

    release: Release
    focus: Focus


def split_block(release: Release, place: str, start: int, end: int, lines: Sequence[str] = ENTER) -> Edited:
    """The text at the place cut where `start` to `end` stood, with `lines` (markup) between the halves.

    ("", "") is Enter; more lines make more paragraphs (or items). `place`: `blocks[i].text`, `blocks[i].rest` of a quote,
    or `blocks[i].items[k]`. A heading goes on as a paragraph, a quote as a second quote of the same speaker, or as a
    paragraph when nothing stands behind the cursor. An empty item leaves its list. The cursor goes behind the last line.
    ValueError for another place.
    """
    index, field, item = _target(place)
    block = release.blocks[index]
    match block:
        case Paragraph() if field == "text":
            return _split_text(release, index, block, cut(block.text, start, end), lines)
        case Heading() if field == "text":
            return _split_heading(release, index, block, cut(block.text, start, end), lines)
        case Quote() if field in ("text", "rest"):
            return _split_quote(release, index, block, field, (start, end), lines)
        case ItemList() if item is not None and item < len(block.items):
            return _split_item(release, index, block, item, (start, end), lines)
        case _:
            raise ValueError(f"{place} cannot be split")


def paragraph_after(release: Release, index: int, text: str = "") -> Edited:
    """A new paragraph behind block `index` (-1: before all), the cursor in it: Enter where a text cannot be split."""
    at = index + 1
    made = insert_block(release, at, Paragraph(id=new_id(), text=text))
    return Edited(release=made, focus=_caret(f"blocks[{at}].text", text))


def join_before(release: Release, index: int) -> Edited | None:
    """Backspace before the first character of block `index`; None: nothing to be done there.

    A heading, or the first item of a list, first becomes a paragraph. A paragraph goes on in the paragraph, heading or
    last item before it; behind a quote it goes on in the quote's paragraph (`joined`), and so does a quote behind
    either. What is empty just goes.
    """
    block = release.blocks[index]
    match block:
        case Heading():
            return _replaced(release, index, Paragraph(id=new_id(), text=block.text, unknown=block.unknown))
        case ItemList():
            return _first_item_out(release, index, block)
        case Paragraph():
            return _join_paragraph(release, index, block)
        case Quote():
            return _join_quote(release, index, block)
        case Photo() | Table():
            return None
        case _:
            assert_never(block)


def join_after(release: Release, index: int) -> Edited | None:
    """Delete behind the last character of block `index`: the next one's text comes up; None: nothing to be done.

    An empty paragraph goes, whatever follows it.
    """
    block = release.blocks[index]
    if index + 1 >= len(release.blocks):
        return None
    following = release.blocks[index + 1]
    if isinstance(block, Paragraph) and not styled(block.text):
        return Edited(release=remove_block(release, index), focus=Focus(place=first_text(following, index)))
    if not isinstance(block, Paragraph | Heading | ItemList):
        return None
    if isinstance(following, Heading | ItemList):
        eased = join_before(release, index + 1)
        return None if eased is None else join_before(eased.release, index + 1)
    return join_before(release, index + 1) if isinstance(following, Paragraph) else None


def first_text(block: Block, index: int) -> str:
    """The place where the cursor stands first in a block that is, or will be, number `index`."""
    match block:
        case Paragraph() | Heading() | Quote():
            return f"blocks[{index}].text"
        case ItemList():
            return f"blocks[{index}].items[0]"
        case Photo():
            return f"blocks[{index}].caption"
        case Table():
            return f"blocks[{index}].rows[0][0]"
        case _:
            assert_never(block)


def _target(place: str) -> tuple[int, str, int | None]:
    match = _IN_BLOCK.fullmatch(place)
    if match is None:
        raise ValueError(f"{place} cannot be split")
    return int(match[1]), match[2].partition("[")[0], None if match[3] is None else int(match[3])


def _caret(place: str, before: str) -> Focus:
    """The cursor behind `before`, which is markup."""
    return Focus(place=place, start=len(before), end=len(before))


def _laid(halves: tuple[str, str], lines: Sequence[str]) -> tuple[tuple[str, ...], int]:
    """The texts that stand instead of the one that was cut, and where in the last one the cursor stands (raw)."""
    first, *middle, last = lines
    whole = joined(last, halves[1])
    return (joined(halves[0], first), *middle, whole), raw_offset(whole, len(visible_text(last)))


def _paragraphs_in(release: Release, at: int, texts: Sequence[str]) -> Release:
    for offset, text in enumerate(texts):
        release = insert_block(release, at + offset, Paragraph(id=new_id(), text=text))
    return release


def _split_text(
    release: Release, index: int, block: Paragraph, halves: tuple[str, str], lines: Sequence[str]
) -> Edited:
    (first, *others), at = _laid(halves, lines)
    release = put(release, f"blocks[{index}]", replace(block, text=first))
    release = _paragraphs_in(release, index + 1, others)
    return Edited(release=release, focus=Focus(place=f"blocks[{index + len(others)}].text", start=at, end=at))


def _split_heading(
    release: Release, index: int, block: Heading, halves: tuple[str, str], lines: Sequence[str]
) -> Edited:
    if tuple(lines) == ENTER and not halves[0] and halves[1]:
        pushed = insert_block(release, index, Paragraph(id=new_id()))
        return Edited(release=pushed, focus=Focus(place=f"blocks[{index + 1}].text"))
    (first, *others), at = _laid(halves, lines)
    release = put(release, f"blocks[{index}]", replace(block, text=first))
    release = _paragraphs_in(release, index + 1, others)
    return Edited(release=release, focus=Focus(place=f"blocks[{index + len(others)}].text", start=at, end=at))


def _split_quote(
    release: Release, index: int, block: Quote, field: str, stretch: tuple[int, int], lines: Sequence[str]
) -> Edited:
    """Behind the last word a paragraph begins; before it a second quote, which takes what follows the speech along."""
    is_first = field == "text"
    speech = block.text if is_first else block.rest or ""
    (first, *others), at = _laid(cut(speech, *stretch), lines)
    head = replace(block, text=first) if is_first else replace(block, rest=first)
    rest = block.rest if is_first else None
    if not styled(others[-1]) and not rest:
        release = _paragraphs_in(put(release, f"blocks[{index}]", head), index + 1, others)
        return Edited(release=release, focus=Focus(place=f"blocks[{index + len(others)}].text", start=at, end=at))
    head = replace(head, tail=None, rest=None if is_first else head.rest)
    tail = replace(block, id=new_id(), text="\n".join(others), rest=rest, joined=False, unknown=())
    release = insert_block(put(release, f"blocks[{index}]", head), index + 1, tail)
    caret = len(tail.text) - len(others[-1]) + at
    return Edited(release=release, focus=Focus(place=f"blocks[{index + 1}].text", start=caret, end=caret))


def _split_item(
    release: Release, index: int, block: ItemList, item: int, stretch: tuple[int, int], lines: Sequence[str]
) -> Edited:
    text = block.items[item]
    if tuple(lines) == ENTER and not styled(text):
        return _leave_list(release, index, block, item)
    texts, at = _laid(cut(text, *stretch), lines)
    items = (*block.items[:item], *texts, *block.items[item + 1 :])
    place = f"blocks[{index}].items[{item + len(texts) - 1}]"
    return Edited(release=put(release, f"blocks[{index}].items", items), focus=Focus(place=place, start=at, end=at))


def _leave_list(release: Release, index: int, block: ItemList, item: int) -> Edited:
    """The empty item becomes a paragraph; items behind it make a list of their own."""
    before, after = block.items[:item], block.items[item + 1 :]
    parts: list[Block] = [replace(block, items=before)] if before else []
    parts.append(Paragraph(id=new_id()))
    parts += [replace(block, id=new_id(), items=after, unknown=())] if after else []
    release = put_blocks(release, index, index, parts)
    return Edited(release=release, focus=Focus(place=f"blocks[{index + bool(before)}].text"))


def put_blocks(release: Release, first: int, last: int, blocks: Sequence[Block]) -> Release:
    """The release with `blocks` in place of those from `first` to `last`; notes about places follow their blocks."""
    kept = min(len(blocks), last - first + 1)
    for offset in range(kept):
        release = put(release, f"blocks[{first + offset}]", blocks[offset])
    for at in range(last, first + kept - 1, -1):
        release = remove_block(release, at)
    for offset, block in enumerate(blocks[kept:], kept):
        release = insert_block(release, first + offset, block)
    return release


def _replaced(release: Release, index: int, block: Paragraph) -> Edited:
    return Edited(release=put(release, f"blocks[{index}]", block), focus=Focus(place=f"blocks[{index}].text"))


def _first_item_out(release: Release, index: int, block: ItemList) -> Edited:
    first, *others = block.items or ("",)
    parts: list[Block] = [Paragraph(id=new_id(), text=first)]
    parts += [replace(block, items=tuple(others))] if others else []
    return Edited(release=put_blocks(release, index, index, parts), focus=Focus(place=f"blocks[{index}].text"))


def _join_paragraph(release: Release, index: int, block: Paragraph) -> Edited | None:
    if index == 0:
        return None
    before = release.blocks[index - 1]
    here = f"blocks[{index - 1}]"
    match before:
        case Paragraph() | Heading():
            place, text = f"{here}.text", before.text
        case ItemList():
            place, text = f"{here}.items[{max(0, len(before.items) - 1)}]", "".join(before.items[-1:])
        case Quote() if styled(block.text):
            return _going_on(release, index, block)
        case Quote() | Photo() | Table():
            if styled(block.text):
                return None
            focus = _caret(f"{here}.text", before.text) if isinstance(before, Quote) else _end_of(before, index - 1)
            return Edited(release=remove_block(release, index), focus=focus)
        case _:
            assert_never(before)
    whole = joined(text, block.text)
    seam = raw_offset(whole, sum(len(piece.text) for piece in styled(text)))
    return Edited(
        release=remove_block(put(release, place, whole), index), focus=Focus(place=place, start=seam, end=seam)
    )


def _end_of(block: Block, index: int) -> Focus:
    return Focus(place=first_text(block, index))


def _going_on(release: Release, index: int, block: Paragraph | Quote) -> Edited | None:
    """The block set on in the paragraph before it; None when it already is."""
    if block.joined:
        return None
    place = f"blocks[{index}]"
    return Edited(release=put(release, place, replace(block, joined=True)), focus=Focus(place=f"{place}.text"))


def _join_quote(release: Release, index: int, block: Quote) -> Edited | None:
    before = release.blocks[index - 1] if index else None
    is_empty = not styled(block.text) and not block.rest and not block.tail and block.speaker == Speaker()
    if is_empty:
        return _replaced(release, index, Paragraph(id=new_id(), joined=block.joined, unknown=block.unknown))
    return _going_on(release, index, block) if isinstance(before, Paragraph | Quote) else None
