"""The body: every kind of block, joined ones in one paragraph, the dateline before the first words."""

from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from humas_desk.layout.document import Block, Origin, Role, Run, Text
from humas_desk.layout.pictures import picture_rows
from humas_desk.layout.runs import Runs, finished, from_markup, is_blank, lines_of, made, text_of, trimmed
from humas_desk.layout.source import Source, paragraph
from humas_desk.layout.tables import table_grid
from humas_desk.release import blocks as facts
from humas_desk.release.dateline import dateline_text
from humas_desk.release.quote import MadePiece, ResolvedMention, made_quote, resolve_mentions

BULLET = "•"
CLOSING = tuple(",.;:!?)]”’…")


def story(source: Source) -> tuple[Block, ...]:
    """The body of the release."""
    lead = dateline(source) if source.template.parts.dateline == "lead" else ()
    return composed_blocks(source, source.release.blocks, "blocks", lead=lead)


def dateline(source: Source) -> Runs:
    """The dateline with its separator; the city is traceable, the rest is made."""
    text = dateline_text(source.release.dateline, source.office)
    raw = source.release.dateline.city
    city = raw.strip()
    start = text.lower().find(city.lower()) if city else -1
    if start < 0:
        return made(text)
    end = start + len(city)
    origin = Origin(place="dateline.city", offset=raw.find(city))
    return (*made(text[:start]), Run(text=text[start:end], origin=origin), *made(text[end:]))


def composed_blocks(
    source: Source, release_blocks: Sequence[facts.Block], place: str, *, lead: Runs = ()
) -> tuple[Block, ...]:
    """Blocks of the release or of an attachment; `lead` stands before the first words."""
    mentions = resolve_mentions(release_blocks)
    composed: list[Block] = []
    for index, block in enumerate(release_blocks):
        here = f"{place}[{index}]"
        match block:
            case facts.Paragraph():
                lead = _add(source, composed, _paragraphs(block, here), block, lead)
            case facts.Quote():
                lead = _add(source, composed, _spoken(source, block, here, mentions), block, lead)
            case facts.Heading():
                composed += paragraph(source, Role.HEADING, from_markup(block.text, f"{here}.text"), block_id=block.id)
            case facts.ItemList():
                composed += _items(source, block, here)
            case facts.Photo():
                composed += picture_rows(source, block, here)
            case facts.Table():
                composed += table_grid(source, block, here)
            case _:
                assert_never(block)
    composed += paragraph(source, Role.BODY, trimmed(lead))
    return tuple(composed)


def _add(
    source: Source,
    composed: list[Block],
    paragraphs: Sequence[Runs],
    block: facts.Paragraph | facts.Quote,
    lead: Runs,
) -> Runs:
    """Add a block's paragraphs, the first one to the paragraph before it when it is joined.

    Gives back the lead when it still waits for words.
    """
    if not paragraphs:
        return lead
    first, *others = paragraphs
    last = composed[-1] if composed else None
    if block.joined and isinstance(last, Text) and last.role is Role.BODY:
        runs = finished(_glued(last.runs, first), caps=source.rules(Role.BODY).caps)
        composed[-1] = replace(last, runs=runs, quoted=False)
    else:
        quoted = isinstance(block, facts.Quote) and not lead
        composed += paragraph(source, Role.BODY, (*lead, *trimmed(first)), block_id=block.id, quoted=quoted)
        lead = ()
    for runs in others:
        composed += paragraph(source, Role.BODY, runs, block_id=block.id, quoted=isinstance(block, facts.Quote))
    return lead


def _glued(before: Runs, after: Runs) -> Runs:
    """Two halves of a paragraph with a space between, unless the second begins with a closing mark."""
    after = trimmed(after)
    return (*before, *(() if text_of(after).startswith(CLOSING) else made(" ")), *after)


def _paragraphs(block: facts.Paragraph, place: str) -> tuple[Runs, ...]:
    """A pasted line break is a paragraph break."""
    return lines_of(from_markup(block.text, f"{place}.text"))


def _spoken(source: Source, quote: facts.Quote, place: str, mentions: dict[str, ResolvedMention]) -> tuple[Runs, ...]:
    """The made sentence; empty while nothing was said."""
    sentence = made_quote(
        quote, mention=mentions.get(quote.id, ResolvedMention.FULL), degrees=source.template.parts.degrees
    )
    runs = (tuple(_run(piece, place) for piece in pieces) for pieces in sentence)
    return tuple(line for line in runs if not is_blank(line))


def _run(piece: MadePiece, place: str) -> Run:
    origin = None
    if piece.field is not None and piece.offset is not None:
        origin = Origin(place=f"{place}.{piece.field}", offset=piece.offset)
    return Run(text=piece.text, bold=piece.bold, italic=piece.italic, origin=origin)


def _items(source: Source, block: facts.ItemList, place: str) -> tuple[Text, ...]:
    """The items that hold words, numbered without gaps."""
    rules = source.rules(Role.LIST)
    texts: list[Text] = []
    for index, item in enumerate(block.items):
        runs = from_markup(item, f"{place}.items[{index}]")
        for text in paragraph(source, Role.LIST, runs, newline="\n", block_id=block.id):
            marker = f"{len(texts) + 1}." if block.numbered else BULLET
            if rules.hang_mm:
                texts.append(replace(text, marker=marker, numbered=block.numbered))
            else:
                texts.append(replace(text, runs=(*made(f"{marker}\u00a0"), *text.runs)))
    return tuple(texts)
