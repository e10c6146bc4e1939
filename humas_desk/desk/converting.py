"""Paragraph ↔ quote ↔ heading ↔ list: a block becomes one of another kind, and every word stays.

A paragraph that is a quoted sentence becomes the filled quote that makes this sentence (`quote_reading`); sentences before
and behind it stay paragraphs, set on in the same paragraph of the page. Any other paragraph becomes the speech of a
quote whose speaker is still to be named. A quote becomes its made sentence.
"""

from collections.abc import Iterator
from dataclasses import replace

from humas_desk.desk.editing import new_id
from humas_desk.desk.history import Focus
from humas_desk.desk.splitting import Edited, first_text, put_blocks
from humas_desk.intake.quote_reading import OPENING, read_quote, sentence_ends
from humas_desk.release.blocks import Block, Heading, ItemList, Paragraph, Pattern, Quote
from humas_desk.release.markup import Styled, cut, markup_of, styled, visible_text
from humas_desk.release.person import Speaker
from humas_desk.release.quote import made_quote, quote_sentence, resolve_mentions
from humas_desk.release.release import Release

CONVERTIBLE = (Paragraph, Quote, Heading, ItemList)
_SPLIT = (Pattern.SPLIT, Pattern.SPLIT_SENTENCES)
KINDS = ("paragraph", "quote", "heading", "list")


def can_convert(block: Block) -> bool:
    """Whether the block holds running text that another kind can take."""
    return isinstance(block, CONVERTIBLE)


def kind_of(block: Block) -> str:
    """Its name among `KINDS`; empty for photos and tables."""
    return next((kind for kind, made in zip(KINDS, CONVERTIBLE, strict=True) if isinstance(block, made)), "")


def convert(release: Release, first: int, kind: str, last: int | None = None) -> Edited:
    """The blocks from `first` to `last` (None: only the first) as blocks of one of `KINDS`.

    A list becomes a paragraph (heading, quote) for each item, neighbouring paragraphs become one list. Photos and tables
    stay as they are. The cursor goes to the first of the new blocks. ValueError for another kind.
    """
    if kind not in KINDS:
        raise ValueError(f"no such kind: {kind!r}")
    end = len(release.blocks) - (first if last is None else last)  # counted from behind: it stays while blocks come in
    index = first
    while index <= len(release.blocks) - end:
        if kind == "quote" and isinstance(release.blocks[index], ItemList):
            release = _converted(release, index, "paragraph")
        before = len(release.blocks)
        release = _converted(release, index, kind)
        index += 1 + len(release.blocks) - before
    if kind == "list":
        release = _merged(release, first, len(release.blocks) - end)
    quoted = (at for at in range(first, index) if kind_of(release.blocks[at]) == kind)
    at = next(quoted, first)
    return Edited(release=release, focus=Focus(place=first_text(release.blocks[at], at)))


def _converted(release: Release, index: int, kind: str) -> Release:
    block = release.blocks[index]
    if not isinstance(block, CONVERTIBLE) or kind_of(block) == kind:
        return release
    texts = _texts(release, index)
    goes_on = isinstance(block, Paragraph | Quote) and block.joined
    made: list[Block]
    match kind:
        case "quote":
            made = _quote_blocks(release, index, texts[0])
        case "list":
            items = tuple(line for text in texts for line in _markup_lines(text))
            made = [ItemList(id=new_id(), items=items or ("",))]
        case "heading":
            made = [Heading(id=new_id(), text=_one_line(text)) for text in texts]
        case _:
            made = [Paragraph(id=new_id(), text=text) for text in texts]
    lead = replace(made[0], unknown=block.unknown)
    made[0] = replace(lead, joined=goes_on) if isinstance(lead, Paragraph | Quote) else lead
    return put_blocks(release, index, index, made)


def _texts(release: Release, index: int) -> tuple[str, ...]:
    """The block's words as markup, a text for each paragraph it would make; at least one."""
    block = release.blocks[index]
    match block:
        case Paragraph() | Heading():
            return (block.text,)
        case ItemList():
            return tuple(item for item in block.items if item) or ("",)
        case Quote():
            return (sentence_markup(release, index),)
        case _:
            return ("",)


def sentence_markup(release: Release, index: int) -> str:
    """The made sentence of the quote with its italics and the speaker's degrees; its paragraphs on lines of their own.

    A second half that the pattern does not say stands in marks behind it. Before anything was said: what is known of the
    speaker. TypeError when the block is not a quote.
    """
    quote = release.blocks[index]
    if not isinstance(quote, Quote):
        raise TypeError(f"block {index} is not a quote")
    mention = resolve_mentions(release.blocks)[quote.id]
    made = made_quote(quote, mention=mention, degrees=True)
    if made and quote.rest and quote.pattern not in _SPLIT:
        unsaid = replace(quote, text=quote.rest, rest=None, pattern=Pattern.PLAIN)
        made += made_quote(unsaid, mention=mention, degrees=True)
    if not made:
        speaker = quote.speaker
        known = ", ".join(word for word in (speaker.name.strip(), speaker.position.strip()) if word)
        return markup_of(
            (Styled(text=known), Styled(text=" " if known and quote.tail else ""), *styled(quote.tail or ""))
        )
    return "\n".join(
        markup_of(Styled(text=piece.text, bold=piece.bold, italic=piece.italic) for piece in pieces) for pieces in made
    )


def _one_line(markup: str) -> str:
    """The lines of a text as one."""
    pieces = (
        Styled(text=piece.text.replace("\n", " "), bold=piece.bold, italic=piece.italic) for piece in styled(markup)
    )
    return markup_of(pieces)


def _markup_lines(markup: str) -> list[str]:
    """The lines of a text, each whole in itself; none for an empty text."""
    lines: list[str] = []
    rest = markup
    while "\n" in (text := visible_text(rest)):
        at = text.index("\n")
        line, rest = cut(rest, at, at + 1)
        lines.append(line)
    return [line for line in (*lines, rest) if styled(line)]


def _merged(release: Release, first: int, last: int) -> Release:
    """Lists that stand beside each other among these blocks as one."""
    for index in range(last, first, -1):
        before, block = release.blocks[index - 1], release.blocks[index]
        if isinstance(before, ItemList) and isinstance(block, ItemList) and before.numbered == block.numbered:
            whole = replace(before, items=tuple(item for item in (*before.items, *block.items) if item) or ("",))
            release = put_blocks(release, index - 1, index, [whole])
    return release


def _quote_blocks(release: Release, index: int, text: str) -> list[Block]:
    """The text as a quote, with the sentences around it, if any, as paragraphs."""
    known = speakers_before(release, index)

    def make(quote: Quote) -> str:
        tried = replace(quote, id=_PROBE)
        mention = resolve_mentions((*release.blocks[:index], tried))[_PROBE]
        return quote_sentence(tried, mention=mention, degrees=True)

    if (whole := read_quote(text, make, known)) is not None:
        return [replace(whole, id=new_id())]
    for before, sentence, after in _thirds(text):
        found = read_quote(sentence, make, known)
        if found is not None:
            lead: list[Block] = [Paragraph(id=new_id(), text=before)] if before else []
            trail: list[Block] = [Paragraph(id=new_id(), text=after, joined=True)] if after else []
            return [*lead, replace(found, id=new_id(), joined=bool(before)), *trail]
    loose = read_quote(text, make, known, one_sentence=False)
    return [Quote(id=new_id(), text=text) if loose is None else replace(loose, id=new_id())]


_PROBE = "reading"
"""Id of the quote that is tried where the paragraph stands."""


def _thirds(text: str) -> Iterator[tuple[str, str, str]]:
    """The text cut in three between sentences, the longest middle that holds a mark first."""
    seen = visible_text(text)
    ends = (0, *sentence_ends(seen), len(seen))
    spans = [(start, end) for start in ends for end in ends if start < end and (start, end) != (0, len(seen))]
    spans = [span for span in spans if any(mark in seen[slice(*span)] for mark in OPENING)]
    for start, end in sorted(spans, key=lambda span: (span[0] - span[1], span[0])):
        ahead, after = cut(text, end, end)
        before, middle = cut(ahead, start, start)
        yield _stripped(before), _stripped(middle), _stripped(after)


def _stripped(markup: str) -> str:
    text = visible_text(markup)
    inner = cut(markup, len(text.rstrip()), len(text))[0]
    return cut(inner, 0, len(text) - len(text.lstrip()))[1]


def speakers_before(release: Release, index: int) -> tuple[Speaker, ...]:
    """The speakers quoted before block `index`, the latest first, each once."""
    found = [block.speaker for block in reversed(release.blocks[:index]) if isinstance(block, Quote)]
    return tuple(dict.fromkeys(speaker for speaker in found if speaker.name.strip()))
