"""Find and replace in the whole release, over what is read: marks and escapes are neither found nor broken."""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain, pairwise
import re
from typing import assert_never

from humas_desk.desk.editing import put
from humas_desk.desk.history import Focus
from humas_desk.desk.splitting import Edited
from humas_desk.release.blocks import Block, Heading, ItemList, Paragraph, Photo, Quote, Table
from humas_desk.release.inline import parse, plain
from humas_desk.release.markup import spliced, visible_offset
from humas_desk.release.release import Release
from humas_desk.values import dataclass

_SAME = ("[ \u00a0]", '["“”„‟]', "['‘’‚]", "[-‑–]")
"""Characters that a search takes for each other: nobody types the page's own marks into a search box."""
_OFFSETS_KEPT = 512
"""Of texts: more than one release has; they take as much memory as the texts themselves several times over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What is looked for."""

    text: str
    """Plain characters; empty: nothing is found."""
    match_case: bool = False
    whole_word: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Where it stands."""

    place: str
    start: int
    """Raw offsets in the place's text, as `Focus` has them."""
    end: int

    @property
    def focus(self) -> Focus:
        """The match selected."""
        return Focus(place=self.place, start=self.start, end=self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPlace:
    """One text of a release."""

    place: str
    text: str
    is_markup: bool
    """False: characters as they are (names, numbers, addresses)."""

    @property
    def seen(self) -> str:
        """What is read."""
        return plain(self.text) if self.is_markup else self.text

    def raw(self, visible: int) -> int:
        """The offset in the text behind the first `visible` characters."""
        return _raw_offsets(self.text)[visible] if self.is_markup else visible

    def visible(self, raw: int) -> int:
        """How many characters are read before that offset."""
        return visible_offset(self.text, raw) if self.is_markup else raw

    def spliced(self, spans: Sequence[tuple[int, int]], text: str) -> str:
        """The text with plain characters for what is read at each of the spans."""
        if self.is_markup:
            return spliced(self.text, spans, text)
        kept = [self.text[end:start] for end, start in pairwise((0, *chain.from_iterable(spans), len(self.text)))]
        return text.join(kept[::2])


@lru_cache(maxsize=_OFFSETS_KEPT)
def _raw_offsets(markup: str) -> Sequence[int]:
    """Offsets behind the first 0, 1, 2 … characters that are read."""
    pieces = parse(markup)
    offsets = (piece.offset + count for piece in pieces for count in range(1, len(piece.text) + 1))
    return array("L", (0, *offsets))


def text_places(release: Release) -> Iterator[TextPlace]:
    """Every text a person wrote, in the order it is read; files' names, ids and notes are none."""
    yield from _texts(release, "", ("number", "issued_by"), is_markup=False)
    yield from _texts(release, "", ("recipient", "subject", "title", "subtitle"))
    yield from _texts(release.dateline, "dateline.", ("city",), is_markup=False)
    yield from _block_texts(release.blocks, "blocks")
    if release.event is not None:
        yield from _texts(release.event, "event.", ("place", "agenda", "dress", "reply_to"))
    for index, link in enumerate(release.links):
        yield from _texts(link, f"links[{index}].", ("text",))
        yield from _texts(link, f"links[{index}].", ("url",), is_markup=False)
    yield from _texts(release, "", ("about",))
    for index, contact in enumerate(release.contacts):
        yield from _texts(contact, f"contacts[{index}].", ("name", "phone", "email"), is_markup=False)
    for index, signatory in enumerate(release.signatories):
        yield from _texts(signatory, f"signatories[{index}].", ("heading", "position"))
        yield from _texts(signatory, f"signatories[{index}].", ("name", "id_number"), is_markup=False)
    yield from _listed("copies", release.copies)
    yield from _texts(release.credits, "credits.", ("writer", "editor", "photographer"), is_markup=False)
    yield from _listed("hashtags", release.hashtags, is_markup=False)
    for index, attachment in enumerate(release.attachments):
        yield from _texts(attachment, f"attachments[{index}].", ("title",))
        yield from _block_texts(attachment.blocks, f"attachments[{index}].blocks")


def find(release: Release, query: Query) -> tuple[Match, ...]:
    """Every place where the query stands, in reading order; matches do not overlap."""
    pattern = _pattern(query)
    if pattern is None:
        return ()
    return tuple(
        Match(place=where.place, start=where.raw(found.start()), end=where.raw(found.end()))
        for where in text_places(release)
        for found in pattern.finditer(where.seen)
    )


def nearest(matches: tuple[Match, ...], release: Release, focus: Focus | None, *, back: bool = False) -> int | None:
    """Index of the match to go to from the cursor: the next one behind it, or before it; round the end. None: no match."""
    if not matches:
        return None
    order = {where.place: number for number, where in enumerate(text_places(release))}
    if focus is None or focus.place not in order:
        return len(matches) - 1 if back else 0
    here = (order[focus.place], focus.start if back else focus.end)
    keys = [(order[match.place], match.end if back else match.start) for match in matches]
    if back:
        return next((index for index in range(len(keys) - 1, -1, -1) if keys[index] <= here), len(keys) - 1)
    return next((index for index, key in enumerate(keys) if key >= here), 0)


def replace_one(release: Release, match: Match, replacement: str) -> Edited:
    """The release with the plain `replacement` where the match stands, in the look of what stood there.

    The cursor goes behind it. The match must be one of this very release. ValueError when its place is gone.
    """
    where = next((where for where in text_places(release) if where.place == match.place), None)
    if where is None:
        raise ValueError(f"nothing stands at {match.place}")
    start, end = where.visible(match.start), where.visible(match.end)
    text = where.spliced(((start, end),), replacement)
    caret = replace(where, text=text).raw(start + len(replacement))
    return Edited(release=put(release, where.place, text), focus=Focus(place=where.place, start=caret, end=caret))


def replace_all(release: Release, query: Query, replacement: str) -> tuple[Release, int]:
    """The release with every match replaced, and how many there were; one undo step."""
    pattern = _pattern(query)
    if pattern is None:
        return release, 0
    count = 0
    for where in tuple(text_places(release)):
        spans = [found.span() for found in pattern.finditer(where.seen)]
        count += len(spans)
        if spans:
            release = put(release, where.place, where.spliced(spans, replacement))
    return release, count


def _pattern(query: Query) -> re.Pattern[str] | None:
    if not query.text:
        return None
    wanted = "".join(next((same for same in _SAME if letter in same), re.escape(letter)) for letter in query.text)
    if query.whole_word:
        wanted = rf"(?<!\w){wanted}(?!\w)"
    return re.compile(wanted, re.NOFLAG if query.match_case else re.IGNORECASE)


def _texts(owner: object, prefix: str, names: Sequence[str], *, is_markup: bool = True) -> Iterator[TextPlace]:
    """The fields that hold words."""
    for name in names:
        text = getattr(owner, name)
        if text:
            yield TextPlace(place=f"{prefix}{name}", text=text, is_markup=is_markup)


def _listed(place: str, texts: Sequence[str], *, is_markup: bool = True) -> Iterator[TextPlace]:
    for index, text in enumerate(texts):
        yield TextPlace(place=f"{place}[{index}]", text=text, is_markup=is_markup)


def _block_texts(blocks: Sequence[Block], place: str) -> Iterator[TextPlace]:
    for index, block in enumerate(blocks):
        here = f"{place}[{index}]"
        match block:
            case Paragraph() | Heading():
                yield from _texts(block, f"{here}.", ("text",))
            case Quote():
                yield from _texts(block, f"{here}.", ("text", "rest"))
                yield from _texts(block.speaker, f"{here}.speaker.", ("name", "short", "position"), is_markup=False)
                yield from _texts(block, f"{here}.", ("tail",))
            case ItemList():
                yield from _listed(f"{here}.items", block.items)
            case Photo():
                for number, file in enumerate(block.files):
                    yield from _texts(file, f"{here}.files[{number}].", ("alt",), is_markup=False)
                yield from _texts(block, f"{here}.", ("caption", "credit"))
            case Table():
                yield from _texts(block, f"{here}.", ("caption",))
                for number, row in enumerate(block.rows):
                    yield from _listed(f"{here}.rows[{number}]", row)
            case _:
                assert_never(block)
