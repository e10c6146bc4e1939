"""The letterhead: lines that fit beside or under the logo, the rule below, and what it takes of the page."""

from dataclasses import dataclass, replace
from typing import Final

from humas_desk.layout.document import Align, Letterhead, Style, Text
from humas_desk.release.problems import Problem, ProblemCode, Severity
from humas_desk.typeset.breaking import NEWLINE
from humas_desk.typeset.metrics import FontMetrics
from humas_desk.typeset.paragraph import TOLERANCE_PT, Column, natural_width_pt, points
from humas_desk.typeset.titles import balanced, shrunk

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


def room_pt(letterhead: Letterhead, column: Column) -> float:
    """Width that a centred line may have without touching a logo at the left."""
    return column.width_pt - 2 * _indent_mm(letterhead) * 72 / 25.4


def _indent_mm(letterhead: Letterhead) -> float:
    if letterhead.logo is None or not letterhead.logo_left:
        return 0
    return letterhead.logo.width_mm + letterhead.logo_gap_mm


def fit_head(letterhead: Letterhead, styles: tuple[Style, ...], column: Column, metrics: FontMetrics) -> FittedHead:
    """The letterhead with long lines set smaller, then broken, and its rule below the logo.

    `styles` are those of its lines. Broken lines carry newlines, so both copies break them alike; a line that still is
    too wide, or a head that grows too tall, is a problem.
    """
    if not letterhead.lines:
        return FittedHead(letterhead=letterhead)
    lines: list[Text] = []
    tight = False
    for text, style in zip(letterhead.lines, styles, strict=True):
        fitted, fits = _fit_line(text, _beside(style, letterhead), room_pt(letterhead, column), metrics)
        tight = tight or not fits
        lines.append(fitted)
    fitted_head = _clear_of_logo(replace(letterhead, lines=tuple(lines)), styles)
    height = head_height_pt(
        fitted_head, tuple(line.style or style for line, style in zip(fitted_head.lines, styles, strict=True))
    )
    tight = tight or height > TALLEST_MM[letterhead.logo_left] * 72 / 25.4
    problem = Problem(place=PLACE, code=ProblemCode.LETTERHEAD_TIGHT, severity=Severity.WARNING)
    return FittedHead(letterhead=fitted_head, problems=(problem,) if tight else ())


def _beside(style: Style, letterhead: Letterhead) -> Style:
    """A line that is not centred starts right of the logo instead of staying clear of it by its breaks."""
    indent = _indent_mm(letterhead)
    if not indent or style.align is Align.CENTER:
        return style
    return replace(style, left_mm=max(style.left_mm, indent))


def _fit_line(text: Text, style: Style, room: float, metrics: FontMetrics) -> tuple[Text, bool]:
    """The line in type small enough, or broken; and whether it fits now."""
    unchanged = text.style or style
    share = 1.0
    trial = style
    while natural_width_pt(text, trial, metrics) > room + TOLERANCE_PT and share > SMALLEST_SHARE:
        share = max(round(share - SHRINK_STEP, 2), SMALLEST_SHARE)
        trial = replace(style, size_pt=round(style.size_pt * share * 4) / 4)
    if trial != unchanged:
        text = replace(text, style=trial)
    if natural_width_pt(text, trial, metrics) <= room + TOLERANCE_PT:
        return text, True
    small = shrunk(style, SMALLEST_SHARE)
    small = replace(small, size_pt=trial.size_pt)
    broken = balanced(replace(text, style=small), small, room, metrics, most_lines=3)
    return broken, all(width <= room + TOLERANCE_PT for width in _line_widths(broken, small, metrics))


def _line_widths(text: Text, style: Style, metrics: FontMetrics) -> list[float]:
    """Width of each line between the newlines."""
    widths = [0.0]
    for run in text.runs:
        for number, part in enumerate(run.text.split(NEWLINE)):
            if number:
                widths.append(0.0)
            widths[-1] += natural_width_pt(replace(text, runs=(replace(run, text=part),)), style, metrics)
    return widths


def _clear_of_logo(letterhead: Letterhead, styles: tuple[Style, ...]) -> Letterhead:
    """With a tall logo at the left: the rule moves down until it is clear of it."""
    if letterhead.logo is None or not letterhead.logo_left:
        return letterhead
    own = tuple(line.style or style for line, style in zip(letterhead.lines, styles, strict=True))
    text_height = sum(_text_height_pt(line, style) for line, style in zip(letterhead.lines, own, strict=True))
    text_height += sum(style.after_pt for style in own[:-1])
    short = points(letterhead.logo.height_mm) - text_height
    last = own[-1]
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
