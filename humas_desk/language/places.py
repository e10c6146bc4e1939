"""A release and a plain text as passages, in reading order."""

from collections.abc import Iterator
from dataclasses import replace
import itertools
import re

from humas_desk.language.passage import Passage, Role
from humas_desk.release.blocks import Block, Heading, ItemList, Paragraph, Photo, Quote, Table
from humas_desk.release.release import Release

_LONGEST_TITLE = 25
_LINE = re.compile(r"[^\r\n]+")
_PART = re.compile(r"(?:attachments\[(\d+)\]\.)?blocks\[(\d+)\]")


def release_passages(release: Release) -> Iterator[Passage]:
    """Every text of the release that a reader sees, paragraph by paragraph; empty ones are left out."""
    yield from _one("title", release.title, Role.TITLE)
    yield from _one("subtitle", release.subtitle, Role.TITLE)
    yield from _one("subject", release.subject, Role.TITLE)
    yield from _one("dateline.city", release.dateline.city, Role.NAME)
    yield from _blocks("blocks", release.blocks)
    if release.event is not None:
        for name in ("place", "agenda", "dress", "reply_to"):
            yield from _one(f"event.{name}", getattr(release.event, name), Role.CELL)
    yield from _one("about", release.about, Role.BODY)
    for index, contact in enumerate(release.contacts):
        yield from _one(f"contacts[{index}].name", contact.name, Role.NAME)
    for index, attachment in enumerate(release.attachments):
        yield from _one(f"attachments[{index}].title", attachment.title, Role.TITLE)
        yield from _blocks(f"attachments[{index}].blocks", attachment.blocks)


def part_passages(release: Release, part: str) -> Iterator[Passage]:
    """The passages of one part: a block (`blocks[2]`, `attachments[0].blocks[1]`) or what stands outside the blocks (`title`, `event`).

    None when there is no such part any more.
    """
    block = _PART.fullmatch(part)
    if block is None:
        outside = release_passages(replace(release, blocks=(), attachments=()))
        yield from (passage for passage in outside if passage.place.startswith(part))
        return
    attached, index = block[1], int(block[2])
    if attached is not None and int(attached) >= len(release.attachments):
        return
    blocks = release.blocks if attached is None else release.attachments[int(attached)].blocks
    if index < len(blocks):
        yield from _block(part, blocks[index])


def _blocks(place: str, blocks: tuple[Block, ...]) -> Iterator[Passage]:
    for index, block in enumerate(blocks):
        yield from _block(f"{place}[{index}]", block)


def _block(place: str, block: Block) -> Iterator[Passage]:
    match block:
        case Paragraph():
            yield from _one(f"{place}.text", block.text, Role.BODY)
        case Heading():
            yield from _one(f"{place}.text", block.text, Role.TITLE)
        case Quote():
            yield from _one(f"{place}.text", block.text, Role.SPEECH)
            yield from _one(f"{place}.rest", block.rest, Role.NAME)
            yield from _one(f"{place}.speaker.name", block.speaker.name, Role.NAME)
            yield from _one(f"{place}.speaker.position", block.speaker.position, Role.NAME)
            yield from _one(f"{place}.tail", block.tail, Role.CELL)
        case ItemList():
            for number, item in enumerate(block.items):
                yield from _one(f"{place}.items[{number}]", item, Role.ITEM)
        case Photo():
            for number, file in enumerate(block.files):
                yield from _one(f"{place}.files[{number}].alt", file.alt, Role.CELL)
            yield from _one(f"{place}.caption", block.caption, Role.BODY)
        case Table():
            cells = (
                (f"{place}.rows[{n}][{m}]", cell) for n, row in enumerate(block.rows) for m, cell in enumerate(row)
            )
            for here, cell in cells:
                yield from _one(here, cell, Role.CELL)
            yield from _one(f"{place}.caption", block.caption, Role.BODY)


def _one(place: str, text: str | None, role: Role) -> Iterator[Passage]:
    if not text or not text.strip():
        return
    if "\n" not in text:
        yield Passage(text, place=place, role=role, has_markup=True)
        return
    for found in _LINE.finditer(text):
        yield Passage(found[0], place=place, role=role, base=found.start(), has_markup=True)


def text_passages(text: str) -> list[Passage]:
    """A plain text's paragraphs, one a line; a first line that looks like a headline is one."""
    lines = [found for found in _LINE.finditer(text) if not found[0].isspace()]
    passages = []
    for number, found in enumerate(lines):
        role = Role.TITLE if number == 0 and len(lines) > 1 and looks_like_title(found[0]) else Role.BODY
        passages.append(Passage(found[0], role=role, base=found.start()))
    for passage, following in itertools.pairwise(passages):
        opens = passage.text.lstrip()[:1] in {"“", '"'} and following.text.lstrip()[:1] in {"“", '"'}
        passage.goes_on = opens and passage.text.count("“") > passage.text.count("”")
    return passages


def looks_like_title(line: str) -> bool:
    """Short, and most words begin with a capital."""
    words = line.split()
    if not 3 <= len(words) <= _LONGEST_TITLE:
        return False
    long_words = [word for word in words if len(word.strip('“”",.')) > 3 and word[0].isalpha()]
    capital = sum(word[0].isupper() for word in long_words)
    return len(long_words) > 1 and capital >= len(long_words) * 0.75
