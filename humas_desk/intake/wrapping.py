"""Lines → paragraphs: lines that were broken to a width are one paragraph again, a line for each paragraph stays so."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
import re

from humas_desk.intake.datelines import find_dateline
from humas_desk.intake.draft import Draft, Line
from humas_desk.intake.line_kinds import kind_of
from humas_desk.intake.manuscript import Style
from humas_desk.intake.parts import DropReason
from humas_desk.intake.site_lines import is_byline

_WIDEST = 140
"""No program breaks lines wider than this; a longer line is a paragraph."""
_NARROWEST_BREAK = 30
"""A line this short was not broken by its width, unless the draft is wrapped throughout."""
_MIN_BREAKS = 2
_CLOSED = re.compile(r"[.!?…:;][”\"’')\]]*$|(?<!,)[”\"]$")
MARKER = re.compile(
    r"(?P<number>\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+|(?P<bullet>(?:[-–—•*·‣▪▫●○◦■□◆➢➤►✓✔✅☑👉➡🔹🔸]\ufe0f?)\s*(?=\S))"
)
_BULLETED = re.compile(
    r"[-–—•*·‣▪▫●○◦■□◆➢➤►✓✔✅☑👉➡🔹🔸]\ufe0f?\s+\S|[•▪▫●○◦■□◆➢➤►✓✔✅☑👉➡🔹🔸]|\(?(?:\d{1,2}|[a-z])[.)]\s+\S"
)
_LABELLED = re.compile(r"[A-Z][\w/& ]{1,28}\s?:(?:\s|$)")


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph of the draft."""

    start: int
    end: int
    text: str
    """What is read, on one line."""
    style: Style = Style.BODY
    gap: int = 0
    """Blank lines before it."""
    reason: DropReason | None = None
    """Already known to be dropped."""


def paragraphs_of(draft: Draft) -> tuple[Para, ...]:
    """The draft's paragraphs in order; blank lines stand between them."""
    width = wrap_width(draft)
    made: list[Para] = []
    group: list[Line] = []
    gap = group_gap = 0
    for line in draft.lines:
        if not draft.text[line.start : line.end].strip():
            gap += 1
            continue
        if group and not _goes_on(draft, group[-1], line, width, gap, is_first=not made):
            made.append(_para(draft, group, group_gap))
            group = []
        if not group:
            group_gap = gap
        group.append(line)
        gap = 0
    if group:
        made.append(_para(draft, group, group_gap))
    return tuple(made)


def _para(draft: Draft, group: Sequence[Line], gap: int) -> Para:
    start, end = group[0].start, group[-1].end
    return Para(start, end, draft.plain(start, end), style=group[0].style, gap=gap, reason=group[0].reason)


def wrap_width(draft: Draft) -> int:
    """Where lines were broken; 0: they were not."""
    if not draft.wrapped:
        return 0
    breaks = [len(a) for a, b in _neighbours(draft) if _is_broken(a, b)]
    if len(breaks) < _MIN_BREAKS:
        return 0
    breaks.sort()
    return breaks[max(0, len(breaks) - 1 - len(breaks) // 20)]


def _neighbours(draft: Draft) -> Iterator[tuple[str, str]]:
    texts = (draft.text[line.start : line.end].strip() if line.reason is None else "" for line in draft.lines)
    return ((a, b) for a, b in pairwise(texts) if a and b)


def _is_broken(a: str, b: str) -> bool:
    """Whether a sentence certainly goes on from one line to the next."""
    fits = _NARROWEST_BREAK <= len(a) <= _WIDEST
    return fits and b[:1].islower() and not _CLOSED.search(a) and not _begins(a) and not _begins(b)


def _begins(text: str) -> bool:
    """Whether the line begins something of its own: an item, a labelled line, or one that says what it is."""
    if _BULLETED.match(text) or _LABELLED.match(text):
        return True
    return len(text) <= _WIDEST and (kind_of(text) is not None or is_byline(text))


def _goes_on(draft: Draft, a: Line, b: Line, width: int, gap: int, *, is_first: bool) -> bool:
    """Whether `b` is the same paragraph as `a`, `gap` blank lines between them. `is_first`: it may be the title."""
    is_whole = any(line.start in draft.tables or line.start in draft.images for line in (a, b))
    if is_whole or a.reason is not None or b.is_message or a.style is not b.style:
        return False
    first, second = (draft.text[line.start : line.end].strip() for line in (a, b))
    if _is_indented(draft, b) and not _is_indented(draft, a) and draft.wrapped:
        return False
    if gap:
        return not is_first and bool(width) and gap == 1 and len(first) > width // 2 and _is_broken(first, second)
    if (not draft.wrapped and a.item != b.item) or "\t" in first or "\t" in second:
        return False
    goes_on = _is_wrapped(first, second, width) if width else _is_broken(first, second)
    if not goes_on or not is_first:
        return goes_on
    is_whole = bool(width) and not second[:1].islower() and not _is_full(first, second, width)
    return not is_whole and find_dateline(second) is None


def _is_indented(draft: Draft, line: Line) -> bool:
    """Whether the line is set in, as the first one of a paragraph is in a typed text."""
    return draft.text.startswith((_INDENT, "\t"), line.start)


_INDENT = " " * 3


def _is_full(first: str, second: str, width: int) -> bool:
    """Whether the next line's first word had no room in the first line."""
    return len(first) + 1 + len(second.split(maxsplit=1)[0]) > width


_SAID = re.compile(
    r"[”\"]\s*[.,]?\s*(?:\w+nya|kata|ujar|tutur|ucap|ungkap|jelas|terang|tegas|tandas|papar|tambah|imbuh|lanjut|sambung|pungkas)\b[^.“”\"]*\.$"
)
"""A line that ends with an attribution: what follows is a paragraph more often than not, however full the line is."""


def _is_wrapped(first: str, second: str, width: int) -> bool:
    """Whether the first line was broken off at this width, or in the middle of a clause."""
    if _begins(second) or len(first) > _WIDEST:
        return False
    if _SAID.search(first) and _CLOSED.search(first):
        return False
    if _is_full(first, second, width):
        return True
    least = width // 3 if second[:1].islower() else width * 2 // 3
    return not _CLOSED.search(first) and len(first) > least
