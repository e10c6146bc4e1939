"""Where speech stands between marks, whatever marks the writer used and however they were closed."""

from collections.abc import Iterator
from dataclasses import dataclass
import re

from humas_desk.intake.saying_verbs import follows_speech

OPENING = "“„«"
CLOSING = "”‟»"
ANY_MARK = OPENING + CLOSING + '"'
DOUBLED = ("''", "‘‘", "’’", "``")
"""Marks typed as two single ones."""
_MARK = re.compile(rf"[{ANY_MARK}]|{'|'.join(DOUBLED)}")
_OPENS_AFTER = frozenset("([{—–-/:")


@dataclass(frozen=True, slots=True)
class Span:
    """Words between two marks."""

    open: int
    """Of the opening mark; the speech's own first character where it is missing."""
    start: int
    end: int
    close: int
    """Behind the closing mark."""
    is_guessed: bool = False
    """True: one of the marks is missing."""
    is_open: bool = False
    """True: the text ends before the speech is closed."""


def spans_of(text: str) -> list[Span]:
    """The stretches between marks, in order, inner marks not counted; a speech may go on over line ends."""
    return list(_spans(text))


def is_open_at_end(text: str) -> bool:
    """Whether the paragraph ends within a speech that it began."""
    spans = spans_of(text) if _MARK.search(text) else []
    return bool(spans) and spans[-1].is_open


def _spans(text: str) -> Iterator[Span]:
    depth, first, last_end = 0, -1, 0
    for match in _MARK.finditer(text):
        opens = _opens(text, match, depth)
        if opens is None:
            continue
        if opens and depth == 0:
            depth, first = 1, match.start()
        elif opens and text[max(0, match.start() - 4) : match.start()].rstrip(" ").endswith("\n"):
            continue
        elif opens:
            depth += 1
        elif depth == 0:
            begin = _sentence_start(text, last_end, match.start())
            if follows_speech(text, match.end()) and begin < match.start():
                yield Span(begin, begin, match.start(), match.end(), is_guessed=True)
                last_end = match.end()
        elif depth == 1 or follows_speech(text, match.end()) or not text[match.end() :].strip(" .,"):
            yield _span(text, first, match.start(), match.end())
            depth, last_end = 0, match.end()
        else:
            depth -= 1
    if depth:
        yield from _unclosed(text, first)


def _span(text: str, first: int, end: int, close: int) -> Span:
    start = first + 1 if text[first : first + 1] in ANY_MARK else first
    if text[first : first + 2] in ("''", "‘‘", "``"):
        start = first + 2
    return Span(first, start, end, close)


def _unclosed(text: str, first: int) -> Iterator[Span]:
    """A speech whose closing mark is missing: up to its attribution, else to the end of the text."""
    begin = _span(text, first, len(text), len(text))
    for match in re.finditer(r"[,.?!]\s+", text[begin.start :]):
        at = begin.start + match.start() + 1
        if follows_speech(text, at, is_sure=True):
            yield Span(begin.open, begin.start, at, at, is_guessed=True)
            return
    yield Span(begin.open, begin.start, len(text), len(text), is_guessed=True, is_open=True)


def _opens(text: str, match: re.Match[str], depth: int) -> bool | None:
    """Whether the mark opens a speech; None: it is no quote mark (5")."""
    mark, start, end = match[0], match.start(), match.end()
    before = text[start - 1] if start else " "
    behind = text[end] if end < len(text) else " "
    is_free_before = before.isspace() or before in _OPENS_AFTER or before in ANY_MARK + "‘'"
    is_free_behind = behind.isspace() or behind in ".,;:!?)…-–—"
    if mark in OPENING:
        return not (is_free_behind and not is_free_before and depth > 0)
    if mark in CLOSING:
        begins_word = behind.isalnum() or behind in "‘'("
        return is_free_before and begins_word and (depth == 0 or before.isspace())
    if mark == '"' and before.isdigit() and depth == 0:
        return None
    if is_free_before != is_free_behind:
        return is_free_before
    return depth == 0 and (is_free_before or behind.isupper())


def _sentence_start(text: str, after: int, before: int) -> int:
    """Where the words begin that end at `before`: behind the last speech and its stop."""
    between = text[after:before]
    return after + len(between) - len(between.lstrip(" .,"))
