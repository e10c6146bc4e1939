"""One paragraph, settled and broken, and the memory of it: an edit of one paragraph sets that one anew."""

from typing import Final

from humas_desk.layout.document import Role, Style, Text
from humas_desk.release.problems import Problem
from humas_desk.typeset.breaking import NEWLINE, TAB
from humas_desk.typeset.characters import settle_characters
from humas_desk.typeset.metrics import FontMetrics
from humas_desk.typeset.pages import Span
from humas_desk.typeset.paragraph import Column, break_paragraph
from humas_desk.typeset.titles import settle_title
from humas_desk.values import dataclass

BALANCED_ROLES: Final = frozenset({Role.TITLE, Role.ATTACHMENT_TITLE})


@dataclass(frozen=True, slots=True, kw_only=True)
class SettledText:
    """A paragraph as both writers get it, with its lines."""

    text: Text
    style: Style
    lines: tuple[tuple[Span, ...], ...]
    breaks: frozenset[int] = frozenset()
    """Numbers of the lines that a newline ends, from 0."""
    problems: tuple[Problem, ...] = ()


class _Key:
    """Everything that decides a paragraph's lines. Its hash is worked out once, however often it is looked up."""

    __slots__ = ("_hash", "_parts")

    def __init__(self, *parts: object) -> None:
        self._parts = parts
        self._hash = hash(parts)

    def __hash__(self) -> int:
        return self._hash

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and self._parts == other._parts


class LineCache:
    """Remembers the paragraphs of the document being set and of the two before it.

    Keyed by everything that decides a paragraph's lines (runs, style, column). Two, because the page and the
    letterhead's own preview take turns. For one thread.
    """

    def __init__(self) -> None:
        self._now: dict[_Key, SettledText] = {}
        self._before: dict[_Key, SettledText] = {}
        self._earlier: dict[_Key, SettledText] = {}
        self.hits = 0
        self.misses = 0

    def begin(self) -> None:
        """A new document is set."""
        self._now, self._before, self._earlier = {}, self._now, self._before

    def settle(self, text: Text, style: Style, column: Column, metrics: FontMetrics, most_lines: int) -> SettledText:
        """The paragraph, from memory where it was set before."""
        key = _Key(text, style, column, most_lines)
        found = self._now.get(key) or self._before.get(key) or self._earlier.get(key)
        if found is None:
            self.misses += 1
            found = settle_text(text, style, column, metrics, most_lines)
        else:
            self.hits += 1
        self._now[key] = found
        return found


class NoCache(LineCache):
    """Remembers nothing, for a document that is set once: a paragraph is set sooner than two are compared."""

    def settle(self, text: Text, style: Style, column: Column, metrics: FontMetrics, most_lines: int) -> SettledText:
        """The paragraph, set."""
        return settle_text(text, style, column, metrics, most_lines)


def settle_text(text: Text, style: Style, column: Column, metrics: FontMetrics, most_lines: int) -> SettledText:
    """A paragraph with its characters drawable, its title lines balanced, and broken."""
    settled, problems = settle_characters(text, style, metrics)
    if settled.role in BALANCED_ROLES:
        settled = settle_title(settled, style, column, metrics, most_lines)
    style = settled.style or style
    lines = break_paragraph(settled, style, column, metrics)
    breaks = _breaks(settled, lines) if any(NEWLINE in run.text for run in settled.runs) else frozenset()
    return SettledText(text=settled, style=style, lines=lines, breaks=breaks, problems=problems)


def _breaks(text: Text, lines: tuple[tuple[Span, ...], ...]) -> frozenset[int]:
    """Which lines end with a newline, found by walking along the characters."""
    characters = text.plain.replace(TAB, "")
    broken, at = set(), 0
    for number, spans in enumerate(lines):
        shown = spans[1:] if text.marker and number == 0 else spans
        at += sum(len(span.text) for span in shown)
        if characters.startswith(NEWLINE, at):
            broken.add(number)
            at += len(NEWLINE)
    return frozenset(broken)
