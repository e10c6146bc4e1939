"""The sentence around a quote: marks, commas, verb, name and position are made, not typed.

quote-verb-nya               “Kami siap,” ujarnya.
quote-verb-dia               “Kami siap,” ujar dia.
quote-verb-speaker           “Kami siap,” ujar Sulastri.
quote-verb-speaker-position  “Kami siap,” ujar Sulastri, Ketua Panwaslu.
quote-verb-position-speaker  “Kami siap,” ujar Ketua Panwaslu Sulastri.
speaker-verb-quote           Sulastri mengatakan, “Kami siap.”
speaker-verb-colon-quote     Sulastri menegaskan: “Kami siap.”
split                        “Kami siap,” ujar Sulastri, “dan tidak gentar.”
split-sentences              “Kami siap,” ujar Sulastri. “Kami tidak gentar.”
plain                        “Kami siap.”

The pattern decides which parts stand, the mention how the speaker is named. A speaker without a name is named by the
position, one without both by -nya or Dia. Whatever a release holds, a sentence comes out; `check_release` tells the rest.
"""

from collections.abc import Iterable
from enum import StrEnum
import re

from humas_desk.release import inline, verbs
from humas_desk.release.blocks import Block, Mention, Pattern, Quote
from humas_desk.release.person import short_name, without_degrees
from humas_desk.release.speech import Cell, End, Speech, ended, paragraphs, trimmed
from humas_desk.values import dataclass


class ResolvedMention(StrEnum):
    """How a speaker is named in one sentence."""

    FULL = "full"
    """Full name, and the position where the pattern has one."""
    SHORT = "short"
    """Short name, no position."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MadePiece:
    """Characters of a made sentence, of one look and one origin."""

    text: str
    bold: bool = False
    italic: bool = False
    field: str | None = None
    """Which field of the quote they show: text, rest, speaker.name, speaker.short, speaker.position, verb, tail; None: made."""
    offset: int | None = None
    """Of the first character in that field's raw text; None: the characters are not there one by one (a verb's form)."""


Pieces = tuple[MadePiece, ...]

_DAY = re.compile(r"(?:Senin|Selasa|Rabu|Kamis|Jum['’]?at|Sabtu|Minggu|Ahad)\b")
WITH_POSITION = frozenset({Pattern.QUOTE_VERB_SPEAKER_POSITION, Pattern.QUOTE_VERB_POSITION_SPEAKER})
NAMING = frozenset(Pattern) - {Pattern.QUOTE_VERB_NYA, Pattern.QUOTE_VERB_DIA, Pattern.PLAIN}
"""Patterns that name the speaker."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Phrase:
    """Part of a sentence; `open`: a comma must follow if anything follows (a degree or an apposition stands last)."""

    pieces: Pieces = ()
    open: bool = False


def resolve_mentions(blocks: Iterable[Block]) -> dict[str, ResolvedMention]:
    """How each quote names its speaker, by block id: in full where the name first stands, short later.

    The same speaker is the same name without degrees. Patterns that name nobody do not count as a mention.
    """
    named: set[str] = set()
    resolved: dict[str, ResolvedMention] = {}
    for block in blocks:
        if not isinstance(block, Quote):
            continue
        who = " ".join(without_degrees(block.speaker.name).casefold().split())
        match block.mention:
            case Mention.AUTO:
                resolved[block.id] = ResolvedMention.SHORT if who in named else ResolvedMention.FULL
            case Mention.FULL | Mention.SHORT:
                resolved[block.id] = ResolvedMention(block.mention.value)
        if who and block.pattern in NAMING:
            named.add(who)
    return resolved


def quote_sentence(quote: Quote, *, mention: ResolvedMention = ResolvedMention.FULL, degrees: bool = False) -> str:
    """The made sentence as plain text; paragraphs are joined with a newline. Empty when nothing was said."""
    made = made_quote(quote, mention=mention, degrees=degrees)
    return "\n".join("".join(piece.text for piece in paragraph) for paragraph in made)


def made_quote(quote: Quote, *, mention: ResolvedMention, degrees: bool) -> tuple[Pieces, ...]:
    """The made sentence as paragraphs of pieces; several where the speech has newlines, none where it is empty.

    `degrees`: whether a full name keeps its degrees.
    """
    said, rest = _halves(quote)
    if not said:
        return ()
    match quote.pattern:
        case Pattern.PLAIN:
            return _spoken(said, End.STOP)
        case Pattern.SPEAKER_VERB_QUOTE | Pattern.SPEAKER_VERB_COLON_QUOTE:
            mark = ": " if quote.pattern is Pattern.SPEAKER_VERB_COLON_QUOTE else ", "
            return _joined((_lead_in(quote, mention, degrees=degrees),), _glue(mark), _spoken(said, End.STOP))
        case _:
            pass
    first = _joined(_spoken(said, End.COMMA), _glue(" "), (_attribution(quote, mention, degrees=degrees),))
    if not rest:
        return _closed(first)
    if quote.pattern is Pattern.SPLIT_SENTENCES:
        return _joined(_closed(first), _glue(" "), _spoken(rest, End.STOP))
    return _joined(first, _glue(", "), _spoken(rest, End.STOP))


def _halves(quote: Quote) -> tuple[tuple[tuple[str, Speech], ...], tuple[tuple[str, Speech], ...]]:
    """Both halves of the speech as (field, paragraph) pairs; a missing first half is replaced by the second.

    Outside the split patterns a second half, left over from one, is not said (`check_release` tells).
    """
    said = tuple(("text", speech) for speech in paragraphs(quote.text))
    rest = tuple(("rest", speech) for speech in paragraphs(quote.rest or ""))
    if quote.pattern not in (Pattern.SPLIT, Pattern.SPLIT_SENTENCES):
        return said, ()
    return (said, rest) if said else (rest, ())


def _spoken(said: tuple[tuple[str, Speech], ...], end: End) -> tuple[Pieces, ...]:
    """The speech in its marks: every paragraph opens, only the last one closes."""
    made: list[Pieces] = []
    for number, (field, speech) in enumerate(said, 1):
        is_last = number == len(said)
        body = _pieces(ended(speech, end if is_last else End.PARAGRAPH), field)
        made.append((MadePiece(text="“"), *body, *_glue("”" if is_last else "")))
    return tuple(made)


def _pieces(speech: Speech, field: str) -> Pieces:
    """Cells of one look that follow each other in the raw text as one piece."""
    starts = [index for index in range(len(speech)) if index == 0 or not _goes_on(speech[index - 1], speech[index])]
    runs = (speech[start:end] for start, end in zip(starts, [*starts[1:], len(speech)], strict=True))
    return tuple(
        MadePiece(
            text="".join([cell.char for cell in run]),
            bold=run[0].bold,
            italic=run[0].italic,
            field=None if run[0].offset is None else field,
            offset=run[0].offset,
        )
        for run in runs
    )


def _goes_on(before: Cell, cell: Cell) -> bool:
    """Whether both stand in one piece; cells that were made stand alone."""
    if before.offset is None or cell.offset is None:
        return False
    return cell.offset == before.offset + 1 and cell.italic == before.italic and cell.bold == before.bold


def _glue(text: str) -> Pieces:
    return (MadePiece(text=text),) if text else ()


def _joined(before: tuple[Pieces, ...], glue: Pieces, after: tuple[Pieces, ...]) -> tuple[Pieces, ...]:
    """Two runs of paragraphs; the last of one and the first of the other are the same paragraph."""
    return (*before[:-1], (*before[-1], *glue, *after[0]), *after[1:])


def _closed(made: tuple[Pieces, ...]) -> tuple[Pieces, ...]:
    """With the full stop after the attribution, unless a degree or an abbreviation already ends with one."""
    ends = made[-1][-1].text.endswith((".", "?", "!"))
    return made if ends else (*made[:-1], (*made[-1], MadePiece(text=".")))


def _attribution(quote: Quote, mention: ResolvedMention, *, degrees: bool) -> Pieces:
    """What stands after the quote, without its last mark: "ujar Sulastri, Ketua Panwaslu, dalam sambutannya"."""
    by_verb = _verb(verbs.inverted(quote.verb))
    who = _who(quote, mention, degrees=degrees)
    match quote.pattern:
        case Pattern.QUOTE_VERB_DIA:
            phrase = _Phrase(pieces=(by_verb, MadePiece(text=" dia")))
        case Pattern.QUOTE_VERB_NYA:
            phrase = _Phrase(pieces=(_verb(verbs.nya(quote.verb)),))
        case _ if not who.pieces:
            phrase = _Phrase(pieces=(_verb(verbs.nya(quote.verb)),))
        case _:
            phrase = _Phrase(pieces=(by_verb, *_glue(" "), *who.pieces), open=who.open)
    return _with_tail(phrase, quote.tail).pieces


def _lead_in(quote: Quote, mention: ResolvedMention, *, degrees: bool) -> Pieces:
    """What stands before the quote: "Sulastri, S.H., mengatakan dalam sambutannya"."""
    who = _who(quote, mention, degrees=degrees)
    subject = who.pieces or _glue("Dia")
    phrase = _Phrase(pieces=(*subject, *_glue(", " if who.open else " "), _verb(verbs.active(quote.verb))))
    return _with_tail(phrase, quote.tail).pieces


def _verb(form: str) -> MadePiece:
    return MadePiece(text=_on_one_line(form), field="verb")


def _with_tail(phrase: _Phrase, tail: str | None) -> _Phrase:
    """The tail after a space, or after a comma where it is a day, starts with one, or follows an apposition."""
    text, start = trimmed(_on_one_line(tail or ""))
    has_comma = text.startswith(",")
    bare = text.lstrip(", ")
    start += len(text) - len(bare)
    if not bare:
        return phrase
    pieces = tuple(
        MadePiece(text=piece.text, bold=piece.bold, italic=piece.italic, field="tail", offset=start + piece.offset)
        for piece in inline.parse(bare)
    )
    comma = has_comma or phrase.open or _DAY.match(inline.plain(bare)) is not None
    return _Phrase(pieces=(*phrase.pieces, *_glue(", " if comma else " "), *pieces))


def _who(quote: Quote, mention: ResolvedMention, *, degrees: bool) -> _Phrase:
    """The speaker as the pattern and the mention want; the position alone when there is no name; empty without both."""
    name = _name(quote, mention, degrees=degrees)
    position = _typed(quote.speaker.position, "speaker.position")
    if name is None or position is None:
        only = name or position
        return _Phrase(pieces=(only,) if only else (), open=only is not None and "," in only.text)
    if mention is ResolvedMention.SHORT or quote.pattern not in WITH_POSITION:
        return _Phrase(pieces=(name,), open="," in name.text)
    if quote.pattern is Pattern.QUOTE_VERB_POSITION_SPEAKER:
        return _Phrase(pieces=(position, *_glue(" "), name), open="," in name.text)
    return _Phrase(pieces=(name, *_glue(", "), position), open=True)


def _name(quote: Quote, mention: ResolvedMention, *, degrees: bool) -> MadePiece | None:
    speaker = quote.speaker
    if mention is ResolvedMention.FULL and degrees:
        return _typed(speaker.name, "speaker.name")
    if mention is ResolvedMention.SHORT and speaker.short and speaker.short.strip():
        return _typed(speaker.short, "speaker.short")
    shown = short_name(speaker) if mention is ResolvedMention.SHORT else without_degrees(speaker.name)
    made = _typed(shown, "speaker.name")
    if made is None:
        return None
    start = speaker.name.find(made.text)
    return MadePiece(text=made.text, field="speaker.name", offset=start if start >= 0 else None)


def _typed(text: str, field: str) -> MadePiece | None:
    """A name or position as typed, on one line; None when it is empty."""
    shown, start = trimmed(_on_one_line(text))
    return MadePiece(text=shown, field=field, offset=start) if shown else None


def _on_one_line(text: str) -> str:
    """With a space for each newline, so that offsets stay."""
    return text.replace("\n", " ")
