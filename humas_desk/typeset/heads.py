"""The letterhead: lines that fit beside or under the logo, the rule below, and what it takes of the page."""

from dataclasses import replace
from itertools import pairwise
from typing import Final

from humas_desk.layout.document import PT_PER_MM, Align, Letterhead, Style, Text
from humas_desk.release.problems import Problem, ProblemCode, Severity
from humas_desk.typeset.breaking import NEWLINE
from humas_desk.typeset.metrics import FontMetrics
from humas_desk.typeset.paragraph import TOLERANCE_PT, Column, break_paragraph, natural_width_pt, points
from humas_desk.typeset.titles import balanced, shrunk
from humas_desk.values import dataclass

SMALLEST_SHARE: Final = 0.85
"""A line that is too long is set this much smaller before it is broken."""
SHRINK_STEP: Final = 0.01
TALLEST_MM: Final = {True: 34.0, False: 50.0}
"""Most height of the whole letterhead, logo left or above (shared typography rules)."""
PLACE: Final = "letterhead"


@dataclass(frozen=True, slots=True, kw_only=True)
class FittedHead:
    """A letterhead whose lines fit."""

    letterhead: Letterhead
    problems: tuple[Problem, ...] = ()


def fit_head(letterhead: Letterhead, styles: tuple[Style, ...], column: Column, metrics: FontMetrics) -> FittedHead:
    """The letterhead with long lines set smaller, then broken, and its rule below the logo.

    `styles` are those of its lines; lines of one size get smaller together. Broken lines carry newlines, so both
    copies break them alike. A line that had to be cut within a word is a problem, and so are broken lines that make the
    head too tall.
    """
    if not letterhead.lines:
        return FittedHead(letterhead=letterhead)
    fitted: list[tuple[Text, Style]] = []
    smallest: dict[tuple[float, bool], float] = {}
    top = 0.0
    tight = False
    for text, style in zip(letterhead.lines, styles, strict=True):
        clear = _clear_indent_pt(letterhead, top)
        line, own, fits = _fit_line(text, _beside(style, clear), _room_pt(style, column, clear), metrics)
        tight = tight or not fits
        look = (style.size_pt, style.bold)
        smallest[look] = min(smallest.get(look, style.size_pt), own.size_pt)
        fitted.append((line, own))
        top += _text_height_pt(line, own) + own.after_pt
    own_styles = [
        replace(own, size_pt=smallest[style.size_pt, style.bold])
        for (_, own), style in zip(fitted, styles, strict=True)
    ]
    lines = [
        line if own == style else replace(line, style=own)
        for (line, _), own, style in zip(fitted, own_styles, styles, strict=True)
    ]
    head = _clear_of_logo(replace(letterhead, lines=tuple(lines)), tuple(own_styles))
    height = head_height_pt(
        head, tuple(line.style or style for line, style in zip(head.lines, own_styles, strict=True))
    )
    tight = tight or (is_broken(head) and height > TALLEST_MM[letterhead.logo_left] * PT_PER_MM)
    problem = Problem(place=PLACE, code=ProblemCode.LETTERHEAD_TIGHT, severity=Severity.WARNING)
    return FittedHead(letterhead=head, problems=(problem,) if tight else ())


def is_broken(letterhead: Letterhead) -> bool:
    """Whether any of its lines stands on several."""
    return any(NEWLINE in line.plain for line in letterhead.lines)


def _clear_indent_pt(letterhead: Letterhead, top_pt: float) -> float:
    """How far a line at this height must stay from the left edge; 0 below the logo, or without one at the left."""
    logo = letterhead.logo
    if logo is None or not letterhead.logo_left or top_pt >= points(logo.height_mm):
        return 0
    return points(logo.width_mm + letterhead.logo_gap_mm)


def _room_pt(style: Style, column: Column, clear_pt: float) -> float:
    """The widest a line may be: its own indents, and for a centred one the logo's place on both sides."""
    left, right = points(style.left_mm), points(style.right_mm)
    if style.align is Align.CENTER:
        return column.width_pt - 2 * max(clear_pt, left, right)
    return column.width_pt - max(clear_pt, left) - right


def _beside(style: Style, clear_pt: float) -> Style:
    """A line that is not centred begins right of the logo."""
    if style.align is Align.CENTER or points(style.left_mm) >= clear_pt:
        return style
    return replace(style, left_mm=clear_pt / PT_PER_MM)


def _fit_line(text: Text, style: Style, room: float, metrics: FontMetrics) -> tuple[Text, Style, bool]:
    """The line, broken where it must be; its style, in type small enough; and whether it fits well."""
    share = 1.0
    trial = style
    while (too_wide := _is_wider(text, trial, room, metrics)) and share > SMALLEST_SHARE:
        share = max(round(share - SHRINK_STEP, 2), SMALLEST_SHARE)
        trial = replace(style, size_pt=round(style.size_pt * share * 2) / 2)  # Word knows half points only
    if not too_wide:
        return text, trial, True
    small = replace(shrunk(style, SMALLEST_SHARE), size_pt=trial.size_pt)
    broken = balanced(text, small, room, metrics, most_lines=3)
    if not _is_wider(broken, small, room, metrics):
        return broken, small, True
    return _cut_to(text, small, room, metrics), small, False


def _is_wider(text: Text, style: Style, room: float, metrics: FontMetrics) -> bool:
    """Whether a line between two newlines is wider than the room."""
    widths = [0.0]
    for run in text.runs:
        for number, part in enumerate(run.text.split(NEWLINE)):
            if number:
                widths.append(0.0)
            widths[-1] += natural_width_pt(replace(text, runs=(replace(run, text=part),)), style, metrics)
    return max(widths) > room + TOLERANCE_PT


def _cut_to(text: Text, style: Style, room: float, metrics: FontMetrics) -> Text:
    """The text with newlines wherever greedy breaking ends a line, within words too."""
    free = replace(style, left_mm=0, right_mm=0, hang_mm=0)
    lines = break_paragraph(text, free, Column(left_pt=0, right_pt=room), metrics)
    ends, end = set(), 0
    for spans in lines[:-1]:
        end += sum(len(span.text) for span in spans)
        ends.add(end)
    runs, start = [], 0
    for run in text.runs:
        inside = sorted(at - start for at in ends if start < at <= start + len(run.text))
        parts = [run.text[a:b] for a, b in pairwise([0, *inside, len(run.text)])]
        runs.append(replace(run, text=NEWLINE.join(parts)))
        start += len(run.text)
    return replace(text, runs=tuple(runs))


def _clear_of_logo(letterhead: Letterhead, styles: tuple[Style, ...]) -> Letterhead:
    """With a tall logo at the left: the rule moves down until it is clear of it."""
    if letterhead.logo is None or not letterhead.logo_left:
        return letterhead
    text_height = sum(_text_height_pt(line, style) for line, style in zip(letterhead.lines, styles, strict=True))
    text_height += sum(style.after_pt for style in styles[:-1])
    short = points(letterhead.logo.height_mm) - text_height
    last = styles[-1]
    if short <= 0:
        return letterhead
    if last.below is not None and last.below.space_pt < short + 2:
        style = replace(last, below=replace(last.below, space_pt=short + 2))
    elif last.below is None:
        style = replace(last, after_pt=last.after_pt + short)
    else:
        return letterhead
    return replace(letterhead, lines=(*letterhead.lines[:-1], replace(letterhead.lines[-1], style=style)))


def _text_height_pt(text: Text, style: Style) -> float:
    return (text.plain.count(NEWLINE) + 1) * style.leading_pt


def head_height_pt(letterhead: Letterhead, styles: tuple[Style, ...]) -> float:
    """From the top of the letterhead to the lower edge of its rule, without the space to the text."""
    height = 0.0
    if letterhead.logo is not None and not letterhead.logo_left:
        height += points(letterhead.logo.height_mm) + points(letterhead.logo_gap_mm)
    for number, (text, style) in enumerate(zip(letterhead.lines, styles, strict=True)):
        height += _text_height_pt(text, style)
        height += sum(line.height_pt + line.space_pt for line in (style.above, style.below) if line is not None)
        height += style.after_pt if number < len(styles) - 1 else 0
    return height
