"""Titles in balanced lines: about equally long, none ending on a small word, no word alone on the last."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Final

from humas_desk.layout.document import Run, Style, Text
from humas_desk.typeset.breaking import NEWLINE, SPACE, TAB
from humas_desk.typeset.metrics import FontMetrics
from humas_desk.typeset.paragraph import TOLERANCE_PT, Column, break_paragraph, reaches_pt, text_column
from humas_desk.values import dataclass

BOUND_WORDS: Final = frozenset({"di", "ke", "dari", "dan", "yang", "untuk", "pada"})
"""Words that no title line ends on (shared typography rules)."""
SMALLEST_PT: Final = 12
SHRINK_STEP_PT: Final = 0.5
MOST_TRIALS: Final = 2000
"""Ways of breaking that are compared at most."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class _Badness:
    """How far a way of breaking is from good; smaller is better, first field first."""

    bound_ends: int
    lonely: int
    spread: float
    """Longest less shortest line, as a share of the longest."""


def settle_title(text: Text, style: Style, column: Column, metrics: FontMetrics, most_lines: int) -> Text:
    """The title with its line breaks written in as newlines; smaller, down to 12 pt, where it needs too many lines.

    A title with newlines of its own, beside a label (a tab), or of one line, stays as it is.
    """
    characters = text.plain
    if not characters.strip() or NEWLINE in characters or TAB in characters:
        return text
    smaller = style
    while len(break_paragraph(text, smaller, column, metrics)) > most_lines and smaller.size_pt > SMALLEST_PT:
        smaller = shrunk(style, max(smaller.size_pt - SHRINK_STEP_PT, SMALLEST_PT) / style.size_pt)
    if smaller is not style:
        text = replace(text, style=smaller)
    return balanced(text, smaller, text_column(smaller, column).width_pt, metrics, most_lines)


def shrunk(style: Style, share: float) -> Style:
    """The style in smaller type; the leading follows in half points."""
    return replace(style, size_pt=style.size_pt * share, leading_pt=round(style.leading_pt * share * 2) / 2)


def balanced(text: Text, style: Style, width_pt: float, metrics: FontMetrics, most_lines: int) -> Text:
    """The text with newlines in place of some spaces, so that its lines are about equally long.

    One line more than needed is taken, up to `most_lines`, when that alone keeps small words from the line ends. A text
    that needs more lines than that stays as it is.
    """
    column = Column(left_pt=0, right_pt=width_pt)
    free = replace(style, left_mm=0, right_mm=0, hang_mm=0)
    needed = len(break_paragraph(text, free, column, metrics))
    if not 2 <= needed <= most_lines:
        return text
    characters = text.plain
    spaces = [at for at, character in enumerate(characters) if _is_single_space(characters, at)]
    sums = reaches_pt(text, free, metrics)
    best: tuple[_Badness, tuple[int, ...]] | None = None
    for lines in range(needed, most_lines + 1):
        for ends in islice(_ways(spaces, sums, width_pt, lines, 0), MOST_TRIALS):
            trial = (_badness(characters, sums, ends), ends)
            best = trial if best is None or trial < best else best
        if best is not None and not best[0].bound_ends:
            break
    return text if best is None else _with_newlines(text, frozenset(best[1]))


def _ways(spaces: list[int], sums: list[float], width_pt: float, lines: int, start: int) -> Iterator[tuple[int, ...]]:
    """Every way to end so many lines at spaces so that each fits; the last line ends with the text."""
    if lines == 1:
        if sums[-1] - sums[start] <= width_pt + TOLERANCE_PT:
            yield ()
        return
    for end in spaces[bisect_right(spaces, start) :]:
        if sums[end] - sums[start] > width_pt + TOLERANCE_PT:
            return
        if sums[-1] - sums[end + 1] <= (lines - 1) * (width_pt + TOLERANCE_PT):
            for rest in _ways(spaces, sums, width_pt, lines - 1, end + 1):
                yield (end, *rest)


def _is_single_space(characters: str, at: int) -> bool:
    return (
        characters[at] == SPACE
        and 0 < at < len(characters) - 1
        and SPACE not in (characters[at - 1], characters[at + 1])
    )


def _badness(characters: str, sums: list[float], ends: tuple[int, ...]) -> _Badness:
    starts = (0, *(end + 1 for end in ends))
    widths = [sums[stop] - sums[start] for start, stop in zip(starts, (*ends, len(characters)), strict=True)]
    last_words = [
        characters[start:stop].rsplit(SPACE, 1)[-1].lower() for start, stop in zip(starts, ends, strict=False)
    ]
    return _Badness(
        bound_ends=sum(word in BOUND_WORDS for word in last_words),
        lonely=int(SPACE not in characters[starts[-1] :]),
        spread=round((max(widths) - min(widths)) / max(widths), 4),
    )


def _with_newlines(text: Text, ends: frozenset[int]) -> Text:
    runs: list[Run] = []
    start = 0
    for run in text.runs:
        characters = "".join(NEWLINE if start + at in ends else character for at, character in enumerate(run.text))
        runs.append(run if characters == run.text else replace(run, text=characters))
        start += len(run.text)
    return replace(text, runs=tuple(runs))
