"""Which stretches of a paragraph are quotes: speech with its attribution or lead-in, not titles between marks."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
import re

from humas_desk.intake.attribution import THEME, Before, before, behind
from humas_desk.intake.speech_marks import ANY_MARK, DOUBLED, Span, is_open_at_end, spans_of

_MOST_PARAGRAPHS = 8
"""A speech goes on over so many paragraphs at most."""
_PHRASE_WORDS = 6
"""So many words between marks are a title or a term when nobody says them (house-style notes on attribution, position 15)."""
_FIRST_MARK = re.compile(rf"[{ANY_MARK}]")
_AFTER = re.compile(r"[ ]*[.,;!?]*")
_SENTENCE_BEFORE = re.compile(r"(?:^|[.!?:…”\"])\s*$")


@dataclass(frozen=True, slots=True)
class FoundQuote:
    """A quote's stretch, from its first word or mark to its last stop."""

    start: int
    end: int
    is_guessed: bool = False
    """Whether a mark was missing."""


def speech_paragraphs(texts: Sequence[str], at: int) -> int:
    """How many paragraphs from `at` on belong together because a speech goes on over their ends; at least 1."""
    if not is_open_at_end(texts[at]):
        return 1
    for count in range(2, min(_MOST_PARAGRAPHS, len(texts) - at) + 1):
        text = texts[at + count - 1].lstrip()
        mark = _FIRST_MARK.search(text)
        if mark is None and count < _MOST_PARAGRAPHS:
            continue
        if mark is None or not (mark.start() == 0 or _closes(text, mark.start())):
            return 1
        if not is_open_at_end("\n".join(texts[at : at + count])):
            return count
        if mark.start() != 0:
            return 1
    return 1


def _closes(text: str, at: int) -> bool:
    return at > 0 and not text[at - 1].isspace()


def find_quotes(text: str, places: Collection[str] = ()) -> Iterator[FoundQuote]:
    """The quotes of a paragraph, or of paragraphs that one speech joins, in order."""
    if _FIRST_MARK.search(text) is None and not any(mark in text for mark in DOUBLED):
        return
    spans = spans_of(text)
    at, goes_on = 0, False
    for number, span in enumerate(spans):
        if span.open < at or not any(c.isalnum() for c in text[span.start : span.end]):
            continue
        found = _quote(text, at, spans[number:], places, is_second_half=goes_on and not text[at : span.open].strip())
        goes_on = False
        if found is not None:
            quote, goes_on = found
            yield quote
            at = quote.end


def _quote(
    text: str, at: int, spans: Sequence[Span], places: Collection[str], *, is_second_half: bool
) -> tuple[FoundQuote, bool] | None:
    span = spans[0]
    attribution = behind(text, span.close, spans[1:], places)
    is_theme = THEME.search(text, max(0, span.open - 60), span.open) is not None
    if attribution is not None and not (is_theme and len(text[span.start : span.end].split()) <= _PHRASE_WORDS):
        person = attribution.person
        rest = next((later for later in spans[1:] if later.open >= attribution.end), None)
        can_split = attribution.is_short or (person is not None and bool(person.name))
        if (
            rest is not None
            and can_split
            and not text[attribution.end : rest.open].strip()
            and _is_rest(text, spans, rest, places, goes_on=attribution.goes_on)
        ):
            return FoundQuote(span.open, _end(text, rest), span.is_guessed), False
        return FoundQuote(span.open, attribution.end, span.is_guessed), attribution.goes_on
    if is_theme and not is_second_half:
        return None
    lead = before(text, at, span.open, places) if text[at : span.open].strip() else None
    if lead is not None and _is_led(text, span, lead):
        return FoundQuote(lead.start if lead.makes else span.open, _end(text, span), span.is_guessed), False
    if is_second_half or _is_free(text, span):
        return FoundQuote(span.open, _end(text, span), span.is_guessed), False
    return None


def _is_rest(text: str, spans: Sequence[Span], rest: Span, places: Collection[str], *, goes_on: bool) -> bool:
    """Whether the next stretch between marks is the second half of the same speech."""
    later = [span for span in spans if span.open > rest.open]
    return goes_on or behind(text, rest.close, later, places) is None


def _is_led(text: str, span: Span, lead: Before) -> bool:
    """Whether the words between marks are what the lead-in announces."""
    words = text[span.start : span.end].split()
    ahead = text[: span.open].rstrip()
    ends = (
        not text[span.close :].strip()
        or text[span.close :].lstrip(" ").startswith((".", "\n"))
        or (text[span.end - 1 : span.end] in (".", "!", "?", ","))
    )
    is_capital = text[span.start : span.end].lstrip()[:1].isupper()
    if lead.is_colon or ahead.endswith(","):
        return is_capital or len(words) > _PHRASE_WORDS
    return ends and (len(words) > _PHRASE_WORDS or (is_capital and lead.makes and len(words) > 2))


def _is_free(text: str, span: Span) -> bool:
    """Whether the words stand as sentences of their own."""
    said = text[span.start : span.end].strip()
    count = len(said.split())
    ends = said.endswith((".", "!", "?", "…", ",")) or not text[span.close :].strip(" .")
    if not said[:1].isupper() or _SENTENCE_BEFORE.search(text[max(0, span.open - 4) : span.open]) is None:
        return False
    return count > _PHRASE_WORDS or (ends and count > 3)


def _end(text: str, span: Span) -> int:
    match = _AFTER.match(text, span.close)
    return match.end() if match else span.close
