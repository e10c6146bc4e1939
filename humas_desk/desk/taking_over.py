"""Changes that somebody made in a working copy, taken over into the release that the copy carried.

Every choice begins with the release as it was carried, so the changes may be taken one by one, in any order, and back.
"""

from collections.abc import Collection, Iterator
import re
from typing import Final

from humas_desk.desk.editing import get, insert_block, new_id, put, remove_block
from humas_desk.intake.differences import Difference, Edit, Kind
from humas_desk.intake.returned import Returned
from humas_desk.release.blocks import Heading, ItemList, Paragraph, Quote
from humas_desk.release.carried import Carried, Passage, Span
from humas_desk.release.inline import escape
from humas_desk.release.release import Release
from humas_desk.values import dataclass

_BLOCK: Final = re.compile(r"blocks\[(\d+)\]")
_ITEM: Final = re.compile(r"(blocks\[\d+\])\.items\[(\d+)\]")
_PLAIN: Final = re.compile(r"(?:^|\.)(?:name|short|position|city|phone|email|id_number|url|place)$")
"""Places without inline markup."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenOver:
    """A release with some of the differences in it."""

    release: Release
    left: tuple[Difference, ...] = ()
    """Those that were chosen and have no place in a release: words that the desk makes itself (letters of a number,
    "Narahubung"). They are done by hand, in the office's settings or not at all."""


def take_over(returned: Returned, chosen: Collection[Difference] | None = None) -> TakenOver:
    """The carried release with the chosen differences (None: all) in it."""
    carried = returned.carried
    wanted = [found for found in returned.differences if chosen is None or found in chosen]
    release, left = carried.bundle.release, list[Difference]()
    gone: list[str] = []
    for difference in reversed([found for found in wanted if found.kind is not Kind.ADDED]):
        changed = _changed(release, carried, difference, gone)
        if changed is None:
            left.append(difference)
        else:
            release = changed
    added: list[tuple[int, Difference]] = []
    for difference in wanted:
        if difference.kind is Kind.ADDED:
            index = _place_for(carried, difference.passage)
            if index is None:
                left.append(difference)
            else:
                added.append((index, difference))
    return TakenOver(release=_with_blocks(release, added, gone), left=tuple(sorted(left, key=lambda one: one.passage)))


def _with_blocks(release: Release, added: list[tuple[int, Difference]], gone: list[str]) -> Release:
    """Blocks in and out, from the last to the first, so that no number is wrong."""
    for index, difference in sorted(added, key=lambda found: found[0])[::-1]:
        release = insert_block(release, index, Paragraph(id=new_id(), text=difference.after))
        gone = [_moved(place, index) for place in gone]
    for place in sorted(set(gone), key=_numbers, reverse=True):
        release = _without(release, place)
    return release


def _moved(place: str, index: int) -> str:
    """The place after a block was put in before it."""
    match = _BLOCK.match(place)
    number = int(match[1]) if match else -1
    return f"blocks[{number + 1}]{place[match.end() :]}" if match and number >= index else place


def _numbers(place: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", place))


def _without(release: Release, place: str) -> Release:
    item = _ITEM.fullmatch(place)
    block = get(release, item[1]) if item else None
    if item is None or not isinstance(block, ItemList):
        return remove_block(release, _numbers(place)[0])
    kept = tuple(text for number, text in enumerate(block.items) if number != int(item[2]))
    return put(release, f"{item[1]}.items", kept) if kept else remove_block(release, _numbers(place)[0])


def _changed(release: Release, carried: Carried, difference: Difference, gone: list[str]) -> Release | None:
    """The release with a paragraph changed or emptied; None when it cannot be. What is to go whole is put into `gone`."""
    passage = carried.passages[difference.passage]
    if difference.kind is Kind.REMOVED:
        whole = _whole(release, carried, difference.passage)
        if whole:
            gone += whole
            return release
        edits: tuple[Edit, ...] = tuple(
            Edit(start=span.start, end=span.start + span.length, text="") for span in passage.spans
        )
        return _edited(release, passage, edits) if _is_all_spans(passage) else None
    edited = _edited(release, passage, difference.edits)
    return edited if edited is not None else _as_paragraph(release, carried, difference, gone)


def _is_all_spans(passage: Passage) -> bool:
    return sum(span.length for span in passage.spans) == len(passage.text)


def _whole(release: Release, carried: Carried, number: int) -> list[str]:
    """The blocks or the item that this passage shows and no other passage does; empty: it shows less, or more."""
    places = {span.place for span in carried.passages[number].spans}
    items = [place for place in places if _ITEM.fullmatch(place)]
    if items and len(items) == len(places):
        return items
    blocks = _blocks(carried.passages[number])
    others = {block for other, passage in enumerate(carried.passages) if other != number for block in _blocks(passage)}
    are_texts = all(isinstance(get(release, f"blocks[{block}]"), Paragraph | Quote | Heading) for block in blocks)
    inside = all(_BLOCK.match(place) for place in places)
    return [f"blocks[{block}]" for block in blocks] if inside and are_texts and not others & set(blocks) else []


def _blocks(passage: Passage) -> list[int]:
    """Numbers of the blocks that a passage shows, in order."""
    return sorted({int(match[1]) for span in passage.spans if (match := _BLOCK.match(span.place))})


def _as_paragraph(release: Release, carried: Carried, difference: Difference, gone: list[str]) -> Release | None:
    """A quote whose made words were changed becomes a paragraph with the words as they are now."""
    places = _whole(release, carried, difference.passage)
    if not places or any(_ITEM.fullmatch(place) for place in places):
        return None
    block = get(release, places[0])
    if not isinstance(block, Paragraph | Quote):
        return None
    gone += places[1:]
    return put(release, places[0], Paragraph(id=block.id, text=difference.after, joined=False))


def _place_for(carried: Carried, before: int) -> int | None:
    """Where a new block goes that came after this passage; None: behind the text, where no blocks stand."""
    if before >= 0 and not any(_blocks(passage) for passage in carried.passages[before + 1 :]):
        last = _blocks(carried.passages[before])
        return last[-1] + 1 if last else None
    for passage in reversed(carried.passages[: before + 1]):
        if blocks := _blocks(passage):
            return blocks[-1] + 1
    return 0


def _edited(release: Release, passage: Passage, edits: Collection[Edit]) -> Release | None:
    """The release with these edits in its fields; None when one of them touches made words."""
    for edit in reversed(list(edits)):
        pieces = list(_pieces(passage, edit))
        if not pieces:
            return None
        for span, start, end, text in reversed(pieces):
            changed = _put(release, passage, span, start, end, text)
            if changed is None:
                return None
            release = changed
    return release


def _pieces(passage: Passage, edit: Edit) -> Iterator[tuple[Span, int, int, str]]:
    """The edit cut at the spans' edges: span, first and last character, what comes there. Nothing: it is not all theirs."""
    if edit.start == edit.end:
        ends = [span for span in passage.spans if span.start + span.length == edit.start]
        around = [span for span in passage.spans if span.start <= edit.start < span.start + span.length]
        for span in (*around, *ends)[:1] if not ends or not _PLAIN.search(ends[0].place) else around[:1] or ends[:1]:
            yield span, edit.start, edit.end, edit.text
        return
    touched = [span for span in passage.spans if span.start < edit.end and edit.start < span.start + span.length]
    covered = sum(min(edit.end, span.start + span.length) - max(edit.start, span.start) for span in touched)
    if covered == edit.end - edit.start:
        for number, span in enumerate(touched):
            start, end = max(edit.start, span.start), min(edit.end, span.start + span.length)
            yield span, start, end, "" if number else edit.text


def _put(release: Release, passage: Passage, span: Span, start: int, end: int, text: str) -> Release | None:
    """The release with characters of one span replaced; None when the field does not say what the passage said."""
    try:
        value = get(release, span.place)
    except ValueError:
        return None
    first, last = span.offset + start - span.start, span.offset + end - span.start
    if not isinstance(value, str) or not _says(value[first:last], passage.text[start:end]):
        return None
    new = text if _PLAIN.search(span.place) else escape(text)
    return put(release, span.place, value[:first] + new + value[last:])


def _says(raw: str, shown: str) -> bool:
    """Are they the same, characters that look alike left aside (no-break spaces, capitals, □ for what no font draws)?"""
    return len(raw) == len(shown) and all(
        one.casefold() == other.casefold() or other == "□" or not (one.isalnum() or other.isalnum())
        for one, other in zip(raw, shown, strict=True)
    )
