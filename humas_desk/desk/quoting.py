"""What a quote's card offers: the sentence as it will be made, and the verbs and patterns that go together."""

from dataclasses import replace
from functools import lru_cache

from humas_desk.release.blocks import Pattern, Quote
from humas_desk.release.person import Speaker
from humas_desk.release.quote import ResolvedMention, quote_sentence, resolve_mentions
from humas_desk.release.release import Kind, Release
from humas_desk.release.verbs import VERBS, patterns_of

_EXAMPLE = Quote(id="", text="…", speaker=Speaker(name="Nama", short="Nama", position="Jabatan"))
"""Placeholders in the language of the releases, as house style writes its patterns."""


def made_sentence(release: Release, index: int, *, degrees: bool | None = None) -> str:
    """The sentence that block `index` becomes, plain; paragraphs of the speech stand on lines of their own.

    `degrees` is the template's choice; None: left out only in news. TypeError when the block is not a quote.
    """
    block = release.blocks[index]
    if not isinstance(block, Quote):
        raise TypeError(f"block {index} is not a quote")
    kept = release.kind is not Kind.NEWS if degrees is None else degrees
    return quote_sentence(block, mention=resolve_mentions(release.blocks)[block.id], degrees=kept)


def verbs_for(pattern: Pattern) -> tuple[str, ...]:
    """The roots that have the form the pattern needs; neutral ones first, then in the table's order."""
    fitting = [root for root in VERBS if pattern in patterns_of(root)]
    return tuple(sorted(fitting, key=lambda root: not VERBS[root].neutral))


def patterns_for(verb: str) -> tuple[Pattern, ...]:
    """The patterns that have a form of the verb, in the order of `Pattern`; all of them for a verb not in the table."""
    if verb not in VERBS:
        return tuple(Pattern)
    possible = patterns_of(verb)
    return tuple(pattern for pattern in Pattern if pattern in possible)


@lru_cache(maxsize=64)
def example(pattern: Pattern, verb: str | None = None) -> str:
    """A short sentence in the pattern, for the list to choose from.

    `verb` None, or without the form that is needed: the first that fits.
    """
    fitting = verbs_for(pattern)
    root = verb if verb in fitting else next(iter(fitting), _EXAMPLE.verb)
    rest = "…" if pattern in (Pattern.SPLIT, Pattern.SPLIT_SENTENCES) else None
    quote = replace(_EXAMPLE, pattern=pattern, verb=root or _EXAMPLE.verb, rest=rest)
    return quote_sentence(quote, mention=ResolvedMention.FULL, degrees=True)
