"""The intake against the corpus of drafts."""

from dataclasses import dataclass, field
import re

from humas_desk.desk.importing import place_names
from humas_desk.desk.regions import read_regions
from humas_desk.intake.reading import read_text
from humas_desk.release.blocks import Paragraph, Photo, Quote
from humas_desk.release.inline import plain
from humas_desk.release.person import without_degrees
from humas_desk.release.release import Release
from tests.accuracy.corpora import WORDS, Draft, Half, Said, drafts
from tests.accuracy.figures import Figure, Report, Share

_MARKS = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "\N{NO-BREAK SPACE}": " "})
FACTS = ("title", "city and date", "city", "date", "paragraph count", "speaker", "position", "verb", "other parts")


@dataclass(slots=True)
class Score:
    """What was counted in one half."""

    facts: dict[str, Share] = field(default_factory=lambda: {fact: Share() for fact in FACTS})
    precision: Share = field(default_factory=Share)
    recall: Share = field(default_factory=Share)
    notes: list[str] = field(default_factory=list)
    """What went wrong, in words."""


def same(text: str | None) -> str:
    """A text as it is compared: without markup, kinds of marks, runs of blanks and the mark that a sentence adds."""
    return " ".join(plain(text or "").translate(_MARKS).split()).rstrip(".,").strip()


def said(text: str | None) -> str:
    """The same for speech, whose paragraphs count."""
    return "\n".join(same(line) for line in re.split(r"\s*\n\s*", (text or "").strip()))


def paragraph_count(release: Release) -> int:
    """Paragraphs as the page shows them: a joined block goes on in the one before, a speech may have several."""
    blocks = [block for block in release.blocks if isinstance(block, Paragraph | Quote)]
    starts = sum(not block.joined for block in blocks)
    return starts + sum(block.text.strip().count("\n") for block in blocks if isinstance(block, Quote))


def _note(score: Score, draft: Draft, fact: str, wanted: object, got: object) -> None:
    score.notes.append(f"{draft.name}: {fact}: {got!r} instead of {wanted!r}")


def _ask(score: Score, draft: Draft, fact: str, *, wanted: object, got: object, is_right: bool) -> None:
    score.facts[fact].add(is_right)
    if not is_right:
        _note(score, draft, fact, wanted, got)


def _score_head(draft: Draft, release: Release, score: Score) -> None:
    city, date = release.dateline.city, release.dateline.date
    titled = same(release.title).casefold() == same(draft.title).casefold()
    placed, dated = city.casefold() in {name.casefold() for name in draft.cities}, date in draft.dates
    _ask(score, draft, "title", wanted=draft.title, got=release.title, is_right=titled)
    _ask(score, draft, "city", wanted=draft.cities, got=city, is_right=placed)
    _ask(score, draft, "date", wanted=draft.dates, got=date, is_right=dated)
    score.facts["city and date"].add(placed and dated)
    count = paragraph_count(release)
    _ask(score, draft, "paragraph count", wanted=draft.paragraphs, got=count, is_right=count == draft.paragraphs)


def _is(quote: Quote, wanted: Said) -> bool:
    return said(quote.text) == said(wanted.text) and said(quote.rest) == said(wanted.rest)


def _score_quotes(draft: Draft, release: Release, score: Score) -> None:
    left = [block for block in release.blocks if isinstance(block, Quote)]
    score.precision.of += len(left)
    for wanted in draft.quotes:
        quote = next((each for each in left if _is(each, wanted)), None)
        score.recall.add(quote is not None)
        if quote is None:
            _note(score, draft, "quote", wanted.text, [each.text for each in left])
            continue
        left.remove(quote)
        score.precision.right += 1
        _score_quote(draft, wanted, quote, score)
    score.notes += [f"{draft.name}: a quote that is none: {quote.text!r}" for quote in left]


def _score_quote(draft: Draft, wanted: Said, quote: Quote, score: Score) -> None:
    names = {same(without_degrees(name)) for name in wanted.speakers}
    name, position = quote.speaker.name, quote.speaker.position
    is_named = same(without_degrees(name)) in names
    _ask(score, draft, "speaker", wanted=wanted.speakers, got=name, is_right=is_named)
    if wanted.position is not None:
        is_placed = same(position).casefold() == same(wanted.position).casefold()
        _ask(score, draft, "position", wanted=wanted.position, got=position, is_right=is_placed)
    if wanted.verb is not None:
        _ask(score, draft, "verb", wanted=wanted.verb, got=quote.verb, is_right=quote.verb == wanted.verb)


def _part(release: Release, place: str) -> str:
    if place == "caption":
        return "\n".join(block.caption or "" for block in release.blocks if isinstance(block, Photo))
    value: object = release
    for name in place.split("."):
        value = getattr(value, name, None)
    return "" if value is None else str(value)


def score_half(half: Half) -> Score:
    """Everything of one half."""
    score = Score()
    places = place_names(read_regions(WORDS))
    for draft in drafts(half):
        release = read_text(draft.text, today=draft.today, places=places).release
        _score_head(draft, release, score)
        _score_quotes(draft, release, score)
        for place, wanted in draft.parts.items():
            got = _part(release, place)
            _ask(score, draft, "other parts", wanted=wanted, got=got, is_right=same(got) == same(wanted))
    return score


AGREED = {"title": 97.0, "city and date": 95.0, "paragraph count": 90.0, "speaker": 90.0, "verb": 95.0}
"""Per cent, by fact."""
QUOTES_AGREED = 92.0


def figures_of(dev: Score, held: Score) -> tuple[Figure, ...]:
    """Both halves beside what was agreed."""

    def fact(name: str) -> Figure:
        return Figure(what=name, dev=dev.facts[name], held=held.facts[name], at_least=AGREED.get(name))

    def quotes(what: str, dev: Share, held: Share) -> Figure:
        return Figure(what=f"quotes, {what} (text exact)", dev=dev, held=held, at_least=QUOTES_AGREED)

    return (
        *(fact(name) for name in FACTS[:5]),
        quotes("precision", dev.precision, held.precision),
        quotes("recall", dev.recall, held.recall),
        *(fact(name) for name in FACTS[5:]),
    )


def report() -> Report:
    """The table, and everything that went wrong in the half that may be read."""
    dev, held = (score_half(half) for half in Half)
    return Report(heading="Drafts brought in", figures=figures_of(dev, held), notes=tuple(sorted(dev.notes)))
