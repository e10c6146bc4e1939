"""Verbs to choose from in a quote's card: those that fit the pattern, neutral ones first, and a word on repetition."""

from dataclasses import replace
from functools import lru_cache

from humas_desk.desk.quoting import verbs_for
from humas_desk.release.blocks import Pattern, Quote
from humas_desk.release.release import Release
from humas_desk.release.verbs import VERBS, active, inverted, nya
from humas_desk.values import dataclass

_ACTIVE = frozenset({Pattern.SPEAKER_VERB_QUOTE, Pattern.SPEAKER_VERB_COLON_QUOTE})


@dataclass(frozen=True, slots=True, kw_only=True)
class VerbChoice:
    """One verb."""

    root: str
    """What the release keeps: "ujar"."""
    form: str
    """What stands in the sentence: "ujarnya", "ujar", "berujar"."""
    neutral: bool
    """True: reports without judging."""


@lru_cache(maxsize=32)
def verb_choices(pattern: Pattern) -> tuple[VerbChoice, ...]:
    """The verbs that have the form this pattern needs, neutral ones first; none for `PLAIN`, which shows no verb."""
    if pattern is Pattern.PLAIN:
        return ()
    return tuple(
        VerbChoice(root=root, form=form_of(root, pattern), neutral=VERBS[root].neutral) for root in verbs_for(pattern)
    )


def form_of(root: str, pattern: Pattern) -> str:
    """The form of the verb in the pattern; empty for `PLAIN`."""
    if pattern is Pattern.PLAIN:
        return ""
    if pattern in _ACTIVE:
        return active(root)
    return nya(root) if pattern is Pattern.QUOTE_VERB_NYA else inverted(root)


def root_of(typed: str, pattern: Pattern) -> str:
    """The root meant by a typed verb in any of its forms: "ujarnya", "Mengatakan", "ujar" → the root; else as typed."""
    word = " ".join(typed.split()).casefold()
    if word in VERBS:
        return word
    fitting = (choice.root for choice in verb_choices(pattern) if choice.form == word)
    others = (verb.root for verb in VERBS.values() if word in (verb.nya, verb.inverted, verb.active))
    return next(fitting, next(others, " ".join(typed.split())))


def with_another_verb(release: Release, index: int, quote: Quote) -> Quote:
    """The new quote for this place, its verb a neutral one that the quote before does not have."""
    before = _before(release, index)
    if before is None or before.verb.strip() != quote.verb:
        return quote
    others = (one.root for one in verb_choices(quote.pattern) if one.neutral and one.root != quote.verb)
    return replace(quote, verb=next(others, quote.verb))


def repeats(release: Release, index: int) -> str | None:
    """The root that block `index` has in common with the quote before it; None: it varies, or shows no verb.

    Quotes without a verb of their own in between do not count (attribution notes: the same verb twice running tires).
    """
    block = release.blocks[index]
    if not isinstance(block, Quote) or not _shows(block):
        return None
    before = _before(release, index)
    return block.verb if before is not None and before.verb.strip() == block.verb.strip() else None


def _before(release: Release, index: int) -> Quote | None:
    """The last quote with a verb of its own before this place."""
    return next((b for b in reversed(release.blocks[:index]) if isinstance(b, Quote) and _shows(b)), None)


def _shows(quote: Quote) -> bool:
    """Whether its sentence has a verb."""
    return quote.pattern is not Pattern.PLAIN and bool(quote.verb.strip()) and bool(quote.text.strip())
