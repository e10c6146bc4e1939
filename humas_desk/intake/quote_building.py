"""A stretch of a draft that is speech with its attribution → the quote that makes the same words."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
import re

from humas_desk.intake.attribution import Before, Behind, before, behind
from humas_desk.intake.memory import Memory
from humas_desk.intake.names import Person
from humas_desk.intake.speech_marks import ANY_MARK, Span
from humas_desk.release.blocks import Mention, Pattern, Quote
from humas_desk.release.person import Speaker, short_name, without_degrees
from humas_desk.release.quote import NAMING, ResolvedMention, quote_sentence

_NO_LETTERS = re.compile(r"[\W_]+")
_OTHER_PRONOUN = re.compile(r"\b(?:ia|beliau|mereka)$", re.IGNORECASE)
_FIRST_WORD = re.compile(r"\s*(\w+)")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of a draft: its characters, and the same as markup."""

    text: str
    """Paragraphs on lines of their own, wrapped lines as one."""
    markup: Callable[[int, int], str]
    """Of the characters from … to …, on one line."""


@dataclass(frozen=True, slots=True)
class Swap:
    """Words of the stretch that stand in other words, or not at all."""

    start: int
    end: int
    by: str = ""


@dataclass(frozen=True, slots=True)
class Built:
    """A quote and what of its words it does not show."""

    quote: Quote
    swaps: tuple[Swap, ...] = ()
    rest: tuple[int, int] | None = None
    """Characters of the stretch that no pattern makes; they stay text behind a plain quote."""
    lead: tuple[int, int] | None = None
    """The same before it."""


@dataclass(frozen=True, slots=True)
class _Try:
    quote: Quote
    swaps: tuple[Swap, ...] = ()


def build_quote(stretch: Stretch, spans: Sequence[Span], memory: Memory, named: set[str], ahead: str = "") -> Built:
    """The quote that a stretch is.

    `named`: who was named by a quote before, as `resolve_mentions` counts. `ahead`: the words before it in its paragraph.
    """
    text = stretch.text
    if not spans:
        speech = _speech(stretch, 0, len(text))
        return Built(Quote(id="", text=speech, pattern=Pattern.PLAIN, speaker=memory.current or Speaker()))
    first = spans[0]
    lead = before(text, 0, first.open, memory.places) if text[: first.open].strip() else None
    found = behind(text, first.close, spans[1:], memory.places)
    halves = _halves(spans, found)
    for tried in _tries(stretch, found, lead, halves, memory):
        if _made(tried.quote, named) == _letters(_around(text, halves, tried.swaps)):
            return Built(_led(_spoken(tried.quote, stretch, halves), ahead, memory), tried.swaps)
    speech = _speech(stretch, first.start, first.end)
    quote = Quote(id="", text=speech, pattern=Pattern.PLAIN, speaker=plain_speaker(found, lead, memory))
    root = found.root if found else lead.root if lead else ""
    quote = replace(quote, verb=root) if root else quote
    led = (0, first.open) if text[: first.open].strip() else None
    after = (first.close, len(text)) if _letters(text[first.close :]) else None
    return Built(quote, rest=after, lead=led)


_STAND_IN = "0"
"""A speech while the words around it are tried: its own are the same in every try."""


def _halves(spans: Sequence[Span], found: Behind | None) -> tuple[Span, ...]:
    """The speech, and its second half where one follows the attribution; marks in between belong to a tail."""
    later = [span for span in spans[1:] if found is not None and span.open >= found.end]
    if not later:
        return (spans[0],)
    whole = replace(later[0], end=later[-1].end, close=later[-1].close)
    return (spans[0], whole)


def _around(text: str, halves: Sequence[Span], swaps: Sequence[Swap]) -> str:
    """The words around the speech, a stand-in for each half of it, swapped words in the others' place."""
    changes = [*swaps, *(Swap(half.open, half.close, _STAND_IN) for half in halves)]
    for change in sorted(changes, key=lambda change: -change.start):
        text = text[: change.start] + change.by + text[change.end :]
    return text


def _spoken(quote: Quote, stretch: Stretch, halves: Sequence[Span]) -> Quote:
    """The quote with what was said in the stand-ins' place."""
    said = [_speech(stretch, half.start, half.end) for half in halves]
    return replace(quote, text=said[0], rest=said[1] if quote.rest is not None else None)


def _led(quote: Quote, ahead: str, memory: Memory) -> Quote:
    """A plain quote with verb and speaker of the words that lead it in."""
    if quote.pattern is not Pattern.PLAIN or not ahead:
        return quote
    lead = before(ahead, 0, len(ahead), memory.places)
    if lead is None:
        return quote
    return replace(quote, verb=lead.root, speaker=plain_speaker(None, lead, memory))


def plain_speaker(found: Behind | None, lead: Before | None, memory: Memory) -> Speaker:
    """Who says a plain quote: whoever is named beside it, else who spoke last."""
    person = found.person if found else lead.person if lead else None
    if person is not None and person.name:
        known = None if person.position else memory.full_name(person.name)
        return known or memory.meet(person.name, person.position)
    return memory.current or Speaker()


def note_named(quote: Quote, named: set[str]) -> None:
    """Count a quote's speaker as named from now on."""
    who = _folded(quote.speaker.name)
    if who and quote.pattern in NAMING:
        named.add(who)


def _tries(
    stretch: Stretch, found: Behind | None, lead: Before | None, halves: Sequence[Span], memory: Memory
) -> Iterator[_Try]:
    text, first = stretch.text, halves[0]
    base = Quote(id="", text=_STAND_IN)
    if found is not None and not text[: first.open].strip():
        if len(halves) > 1 and found.person is not None and found.person.position:
            yield from (_with_rest(tried, halves, found) for tried in _split_tries(stretch, base, found, found.person))
        if len(halves) > 1 and found.is_short:
            yield from (_with_rest(tried, halves, found) for tried in _short_split_tries(stretch, base, found, memory))
        yield from (_with_rest(tried, halves, found) for tried in _behind_tries(stretch, base, found, memory))
    elif lead is not None and lead.makes:
        yield from _before_tries(stretch, base, lead, memory)
    elif not _letters(text[: first.open] + text[first.close :]):
        yield _Try(replace(base, pattern=Pattern.PLAIN, speaker=memory.current or Speaker()))


def _behind_tries(stretch: Stretch, base: Quote, found: Behind, memory: Memory) -> Iterator[_Try]:
    quote = replace(base, verb=found.root, tail=_tail(stretch, found.tail))
    who = memory.current or Speaker()
    if found.has_nya:
        yield _Try(replace(quote, pattern=Pattern.QUOTE_VERB_NYA, speaker=who))
    elif found.pronoun:
        other = _OTHER_PRONOUN.search(stretch.text[: found.tail[0]])
        swaps = (Swap(other.start(), other.end(), "dia"),) if other else ()
        yield _Try(replace(quote, pattern=Pattern.QUOTE_VERB_DIA, speaker=who), swaps)
    elif found.epithet:
        words = " ".join(found.epithet.split())
        if meant := memory.meant(words):
            speaker = replace(meant, short=words)
            yield _Try(replace(quote, pattern=Pattern.QUOTE_VERB_SPEAKER, speaker=speaker, mention=Mention.SHORT))
        speaker = Speaker(position=words)
        yield _Try(replace(quote, pattern=Pattern.QUOTE_VERB_SPEAKER_POSITION, speaker=speaker))
    elif found.person is not None:
        yield from _named_tries(quote, found.person, memory)


def _short_split_tries(stretch: Stretch, base: Quote, found: Behind, memory: Memory) -> Iterator[_Try]:
    """A split speech names its speaker: the name stands for "-nya" or the pronoun where it is known."""
    word = _SHORT_WORD.search(stretch.text, 0, found.tail[0])
    who = memory.current
    if word is None:
        return
    if who is None or not who.name:
        yield _Try(replace(base, verb=found.root))
        return
    swaps = (Swap(word.start(), word.end(), f"{word['verb'] or ''} {short_name(who)}"),)
    yield _Try(replace(base, verb=found.root, speaker=who, mention=Mention.SHORT), swaps)


_SHORT_WORD = re.compile(r"(?:(?P<verb>[^\W\d_]+?)\s*nya|\b(?:dia|ia|beliau|mereka))$", re.IGNORECASE)


def _split_tries(stretch: Stretch, base: Quote, found: Behind, person: Person) -> Iterator[_Try]:
    """A split speech shows no position: one behind the name goes with the tail, one before it with the short name."""
    swaps = tuple(Swap(start, end) for start, end in person.linked)
    tail = _tail(stretch, found.tail)
    speaker = Speaker(name=person.name, position=person.position)
    if person.position_first:
        speaker = replace(speaker, short=f"{person.position} {person.name}")
        yield _Try(replace(base, verb=found.root, tail=tail, speaker=speaker, mention=Mention.SHORT), swaps)
        return
    whole = ", ".join(part for part in (person.position, (tail or "").lstrip(", ")) if part)
    for mention in (Mention.AUTO, Mention.FULL):
        yield _Try(replace(base, verb=found.root, tail=f", {whole}", speaker=speaker, mention=mention), swaps)


def _named_tries(quote: Quote, person: Person, memory: Memory) -> Iterator[_Try]:
    """The speaker as named here, with what is known of them from before."""
    swaps = tuple(Swap(start, end) for start, end in person.linked)
    for speaker, pattern, mention in _speakers(person, memory):
        yield _Try(replace(quote, pattern=pattern, speaker=speaker, mention=mention), swaps)


def _speakers(person: Person, memory: Memory) -> Iterator[tuple[Speaker, Pattern, Mention]]:
    words = f"{person.position} {person.name}".strip()
    if person.position_first and (meant := memory.meant(words)) and meant.name != person.name:
        yield replace(meant, short=words), Pattern.QUOTE_VERB_SPEAKER, Mention.SHORT
    if not person.name:
        yield Speaker(position=person.position), Pattern.QUOTE_VERB_SPEAKER_POSITION, Mention.AUTO
        return
    if person.position:
        speaker = Speaker(name=person.name, position=person.position)
        pattern = Pattern.QUOTE_VERB_POSITION_SPEAKER if person.position_first else Pattern.QUOTE_VERB_SPEAKER_POSITION
        known = memory.known(person.name)
        if known is not None and _folded(known.name) != _folded(person.name):
            whole = Speaker(name=known.name, short=f"{person.position} {person.name}", position=person.position)
            yield whole, Pattern.QUOTE_VERB_SPEAKER, Mention.SHORT
        yield from ((speaker, pattern, mention) for mention in (Mention.AUTO, Mention.FULL))
        return
    known = memory.full_name(person.name)
    if known is not None:
        shown = {short_name(known), without_degrees(known.name), known.name}
        speaker = known if person.name in shown else replace(known, short=person.name)
        for mention in (Mention.AUTO, Mention.SHORT, Mention.FULL):
            yield speaker, Pattern.QUOTE_VERB_SPEAKER, mention
        yield replace(known, short=person.name), Pattern.QUOTE_VERB_SPEAKER, Mention.SHORT
    for mention in (Mention.AUTO, Mention.FULL):
        yield Speaker(name=person.name), Pattern.QUOTE_VERB_SPEAKER, mention


def _with_rest(tried: _Try, halves: Sequence[Span], found: Behind) -> _Try:
    """The quote, in a split pattern when a second half follows."""
    if len(halves) == 1:
        return tried
    pattern = Pattern.SPLIT if found.goes_on else Pattern.SPLIT_SENTENCES
    return _Try(replace(tried.quote, pattern=pattern, rest=_STAND_IN), tried.swaps)


def _before_tries(stretch: Stretch, base: Quote, lead: Before, memory: Memory) -> Iterator[_Try]:
    pattern = Pattern.SPEAKER_VERB_COLON_QUOTE if lead.is_colon else Pattern.SPEAKER_VERB_QUOTE
    quote = replace(base, verb=lead.root, pattern=pattern, tail=_tail(stretch, lead.tail))
    if lead.pronoun:
        yield from _pronoun_tries(stretch, quote, memory)
    elif lead.person is not None:
        bare = replace(lead.person, position="", position_first=False)
        for tried in _named_tries(quote, bare, memory):
            speaker = tried.quote.speaker
            position = speaker.position or lead.person.position
            yield _Try(replace(tried.quote, pattern=pattern, speaker=replace(speaker, position=position)), tried.swaps)


def _pronoun_tries(stretch: Stretch, quote: Quote, memory: Memory) -> Iterator[_Try]:
    """A pronoun at the head gives way to the name; to "Dia" where nobody is known."""
    word = _FIRST_WORD.match(stretch.text)
    who = memory.current
    if word is None:
        return
    if who is None or not who.name:
        yield _Try(quote, (Swap(word.start(1), word.end(1), "dia"),))
        return
    shown = short_name(who)
    yield _Try(replace(quote, speaker=who, mention=Mention.SHORT), (Swap(word.start(1), word.end(1), shown),))


def _tail(stretch: Stretch, span: tuple[int, int]) -> str | None:
    raw = stretch.text[slice(*span)]
    start = span[0] + len(raw) - len(raw.lstrip(" ,.;:"))
    tail = stretch.markup(start, span[1]).rstrip(" ,;:")
    if not tail:
        return None
    has_comma = raw.lstrip().startswith(",") or stretch.text[: span[0]].endswith(",")
    return f", {tail}" if has_comma else tail


def _made(quote: Quote, named: set[str]) -> str:
    """The letters of the sentence the quote makes where it stands."""
    match quote.mention:
        case Mention.AUTO:
            mention = ResolvedMention.SHORT if _folded(quote.speaker.name) in named else ResolvedMention.FULL
        case _:
            mention = ResolvedMention(quote.mention.value)
    return _letters(quote_sentence(quote, mention=mention, degrees=True))


def _folded(name: str) -> str:
    return " ".join(without_degrees(name).casefold().split())


def _letters(text: str) -> str:
    return _NO_LETTERS.sub("", text).casefold()


def _speech(stretch: Stretch, start: int, end: int) -> str:
    """What was said: without the marks of its paragraphs and the comma before the attribution."""
    lines: list[str] = []
    at = start
    for line in stretch.text[start:end].split("\n"):
        bare = line.lstrip(" " + ANY_MARK)
        begin = at + len(line) - len(bare)
        lines.append(stretch.markup(begin, at + len(line.rstrip(" "))))
        at += len(line) + 1
    return "\n".join(line for line in lines if line).removesuffix(",").rstrip()
