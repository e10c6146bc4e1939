"""A sentence as somebody wrote it → the quote that makes it: “Kami siap,” ujar Sulastri, Ketua Panwaslu.

The inverse of `release.quote`, from the same table of verbs. Several readings of one sentence are tried, the most telling
first; the first whose made sentence is the written one, letter by letter, is taken. Failing that, the first one that
keeps every word: a hand-typed sentence may lack a comma or have other marks, which the made one then has right.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
import re

from humas_desk.intake.speaker_reading import who_readings
from humas_desk.intake.tokens import is_short_form
from humas_desk.release.blocks import Mention, Pattern, Quote
from humas_desk.release.markup import cut, visible_text
from humas_desk.release.person import Speaker
from humas_desk.release.verbs import VERBS, Verb
from humas_desk.values import dataclass

OPENING = '“"„«'
_CLOSING = '”"‟»'
_WORD = re.compile(r"\w+")
_PARAGRAPH_MARK = re.compile(rf"(\n\s*)[{OPENING}]")
_VERB = re.compile(r"[\s,]*([^\W\d_]+)")
_ACTIVE_WORD = re.compile(r"[^\W\d_]+")

_SENTENCE_END = re.compile(r"(?:(?<!\w)([A-Za-z]\w*)\.|[\w)%”]\.|[?!…]”?|[.?!]”) +(?=[“\"„A-Z])")

Make = Callable[[Quote], str]
"""The sentence a quote makes where it stands, plain."""

Span = tuple[int, int]


NOBODY = Speaker()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """One way to read the sentence; what may hold italics is still a place in it."""

    pattern: Pattern
    said: Span
    verb: str = ""
    speaker: Speaker = NOBODY
    rest: Span | None = None
    tail: Span | None = None


def read_quote(markup: str, make: Make, known: Sequence[Speaker] = (), *, one_sentence: bool = True) -> Quote | None:
    """The quote (without id) that the sentence is; None when it is no quoted sentence.

    `known`: speakers named before, whose short names are recognised. `one_sentence` False: an attribution may hold more
    than one sentence.
    """
    whole = visible_text(markup)
    text = whole.strip()
    markup = cut(cut(markup, len(whole.rstrip()), len(whole))[0], 0, len(whole) - len(whole.lstrip()))[1]
    loose: Quote | None = None
    for reading in _readings(text, known):
        who = f"{reading.speaker.position} {reading.speaker.name}"
        if one_sentence and (sentence_ends(who) or sentence_ends(text[slice(*(reading.tail or (0, 0)))])):
            continue
        for quote in _quotes(reading, markup):
            made = make(quote)
            if made == text:
                return quote
            if loose is None and _words(made) == _words(text):
                loose = quote
    return loose


def sentence_ends(text: str) -> tuple[int, ...]:
    """Where sentences begin behind others: a mark, a space, and a capital or an opening mark; not behind "Moh."."""
    found = _SENTENCE_END.finditer(text)
    return tuple(match.end() for match in found if not is_short_form(match[1] or ""))


def _quotes(reading: _Reading, markup: str) -> Iterator[Quote]:
    """The reading as a quote, with both ways to name the speaker and to set on the tail."""
    quote = Quote(
        id="",
        text=_speech(markup, reading.said),
        rest=None if reading.rest is None else _speech(markup, reading.rest),
        speaker=reading.speaker,
        verb=reading.verb or Quote(id="").verb,
        pattern=reading.pattern,
    )
    tail = "" if reading.tail is None else _slice(markup, reading.tail).strip(" ,")
    for mention in (Mention.AUTO, Mention.FULL):
        if not tail:
            yield replace(quote, mention=mention)
        else:
            yield replace(quote, mention=mention, tail=tail)
            yield replace(quote, mention=mention, tail=f", {tail}")


def _slice(markup: str, span: Span) -> str:
    ahead = cut(markup, span[1], len(markup))[0]
    return cut(ahead, 0, span[0])[1]


def _speech(markup: str, span: Span) -> str:
    """What stands between the marks, without the marks of later paragraphs and the comma before the last one."""
    return _PARAGRAPH_MARK.sub(r"\1", _slice(markup, span)).strip().removesuffix(",")


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _readings(text: str, known: Sequence[Speaker]) -> Iterator[_Reading]:
    if text[:1] in OPENING and text:
        for end in range(1, len(text)):
            if text[end] in _CLOSING:
                yield from _spoken_first(text, end, known)
    elif text:
        yield from _speaker_first(text, known)


def _last_mark(text: str) -> int:
    """Where the closing mark stands that ends the text; -1: it does not end with one."""
    bare = text.rstrip(" .,")
    return len(bare) - 1 if bare[-1:] and bare[-1] in _CLOSING else -1


def _spoken_first(text: str, end: int, known: Sequence[Speaker]) -> Iterator[_Reading]:
    """The speech ends at `end`; its attribution follows, and perhaps a second half."""
    said = (1, end)
    if not text[end + 1 :].strip(" .,"):
        yield _Reading(pattern=Pattern.PLAIN, said=said)
        return
    opening = next((at for at in range(end + 1, len(text)) if text[at] in OPENING), -1)
    if opening < 0:
        yield from _attributed(text, (end + 1, len(text)), said, known)
        return
    last = _last_mark(text)
    if last <= opening:
        return
    between = text[end + 1 : opening].rstrip()
    pattern = Pattern.SPLIT_SENTENCES if between.endswith((".", "?", "!")) else Pattern.SPLIT
    for reading in _attributed(text, (end + 1, end + 1 + len(between)), said, known):
        if reading.pattern in _NAMING_BEHIND:
            yield replace(reading, pattern=pattern, rest=(opening + 1, last))


_NAMING_BEHIND = (
    Pattern.QUOTE_VERB_SPEAKER_POSITION,
    Pattern.QUOTE_VERB_SPEAKER,
    Pattern.QUOTE_VERB_NYA,
)
"""Attributions that a split quote may have in its middle."""


def _roots(form: Callable[[Verb], str | None]) -> dict[str, str]:
    """Root by form; of two verbs with one form, the first in the table."""
    roots: dict[str, str] = {}
    for root, verb in VERBS.items():
        roots.setdefault(form(verb) or "", root)
    return roots


_NYA = _roots(lambda verb: verb.nya)
_INVERTED = _roots(lambda verb: verb.inverted)
_ACTIVE = _roots(lambda verb: verb.active)


def _attributed(text: str, span: Span, said: Span, known: Sequence[Speaker]) -> Iterator[_Reading]:
    """Readings of "ujarnya …", "ujar dia …", "ujar Sulastri …" between `span`."""
    start, stop = span
    match = _VERB.match(text, start, stop)
    if match is None:
        return
    verb, at = match[1], match.end()
    for end in _ends(text, at, stop):
        if verb in _NYA:
            yield _Reading(pattern=Pattern.QUOTE_VERB_NYA, said=said, verb=_NYA[verb], tail=(at, end))
            continue
        words = text[at:end]
        if verb not in _INVERTED and not words.lstrip()[:1].isupper():
            return
        root = _INVERTED.get(verb, verb)
        begin = at + len(words) - len(words.lstrip())
        if re.match(r"dia\b", text[begin:end]):
            yield _Reading(pattern=Pattern.QUOTE_VERB_DIA, said=said, verb=root, tail=(begin + len("dia"), end))
        elif words.strip():
            for who in who_readings(text[begin:end], known):
                tail = (begin + who.end, end)
                yield _Reading(pattern=who.pattern, said=said, verb=root, speaker=who.speaker, tail=tail)


def _ends(text: str, at: int, stop: int) -> Iterator[int]:
    """Where the attribution ends: its last full stop belongs to it when an abbreviation ends there ("S.H.")."""
    bare = text[at:stop].rstrip(" ,")
    without = bare.removesuffix(".")
    last_word = bare.split()[-1] if bare.split() else ""
    if last_word.count(".") > 1:
        yield at + len(bare)
    yield at + len(without)
    if bare != without:
        yield at + len(bare)


def _speaker_first(text: str, known: Sequence[Speaker]) -> Iterator[_Reading]:
    """Readings of "Sulastri mengatakan, “….”" and of the same with a colon."""
    opening = next((at for at, letter in enumerate(text) if letter in OPENING), -1)
    last = _last_mark(text)
    if opening < 0 or last <= opening:
        return
    lead = text[:opening].rstrip()
    is_colon = lead.endswith(":")
    pattern = Pattern.SPEAKER_VERB_COLON_QUOTE if is_colon else Pattern.SPEAKER_VERB_QUOTE
    lead = lead.rstrip(" ,:")
    for match in _ACTIVE_WORD.finditer(lead):
        who = lead[: match.start()].strip(" ,")
        if match[0] not in _ACTIVE or not who:
            continue
        reading = _Reading(
            pattern=pattern, said=(opening + 1, last), verb=_ACTIVE[match[0]], tail=(match.end(), len(lead))
        )
        if who == "Dia":
            yield reading
        for found in who_readings(who, known):
            if found.end == len(who):
                yield replace(reading, speaker=found.speaker)
