"""The letterhead at its place on the page."""

from dataclasses import replace
from typing import Final

from humas_desk.layout.document import Document, Letterhead
from humas_desk.release.problems import Problem
from humas_desk.typeset.heads import fit_head, head_height_pt
from humas_desk.typeset.metrics import FontMetrics
from humas_desk.typeset.pages import Item, SetPicture, Stroke
from humas_desk.typeset.paragraph import Column, points
from humas_desk.typeset.pieces import text_items, text_strips
from humas_desk.typeset.settled import LineCache, SettledText
from humas_desk.values import dataclass

RESERVED_COLOR: Final = "#e6e6e6"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetHead:
    """A letterhead, fitted and set."""

    letterhead: Letterhead
    """Settled, for the other writer."""
    items: tuple[Item, ...]
    body_top_pt: float
    """Where the text of a page that carries it begins."""
    reserved: Stroke | None = None
    """The place left empty for pre-printed paper."""
    problems: tuple[Problem, ...] = ()


def head_on_page(letterhead: Letterhead, number: int) -> bool:
    """Whether a page carries the letterhead; pages are counted from 0."""
    return letterhead.pages == "all" or (letterhead.pages == "first" and number == 0)


def set_head(document: Document, column: Column, metrics: FontMetrics, cache: LineCache) -> SetHead:
    """The letterhead from the top margin down; items are empty when it is to stay blank."""
    geometry, letterhead = document.geometry, document.letterhead
    if letterhead.pages == "none" or not (letterhead.lines or letterhead.logo):
        return SetHead(letterhead=letterhead, items=(), body_top_pt=geometry.next_top_pt)
    plain = [cache.settle(line, document.style_of(line), column, metrics, 1) for line in letterhead.lines]
    letterhead = replace(letterhead, lines=tuple(settled.text for settled in plain))
    fitted = fit_head(letterhead, tuple(document.style_of(line) for line in letterhead.lines), column, metrics)
    lines = [cache.settle(line, document.style_of(line), column, metrics, 1) for line in fitted.letterhead.lines]
    styles = tuple(settled.style for settled in lines)
    height = head_height_pt(fitted.letterhead, styles)
    after = styles[-1].after_pt if styles else 0
    items = _items(fitted.letterhead, lines, column, geometry.top_pt)
    reserved = Stroke(
        x_pt=column.left_pt, y_pt=geometry.top_pt, width_pt=column.width_pt, height_pt=height, color=RESERVED_COLOR
    )
    return SetHead(
        letterhead=fitted.letterhead,
        items=() if letterhead.blank else items,
        body_top_pt=max(geometry.top_pt + height + after, geometry.next_top_pt),
        reserved=reserved if letterhead.blank else None,
        problems=(*(problem for settled in plain for problem in settled.problems), *fitted.problems),
    )


def _items(letterhead: Letterhead, lines: list[SettledText], column: Column, top_pt: float) -> tuple[Item, ...]:
    items: list[Item] = []
    if letterhead.logo is not None:
        logo = letterhead.logo
        width, height = points(logo.width_mm), points(logo.height_mm)
        x = column.left_pt if letterhead.logo_left else column.left_pt + (column.width_pt - width) / 2
        items.append(
            SetPicture(
                image=logo.image, x_pt=x, y_pt=top_pt, width_pt=width, height_pt=height, alt=logo.alt, place=logo.place
            )
        )
        if not letterhead.logo_left:
            top_pt += height + points(letterhead.logo_gap_mm)
    for number, settled in enumerate(lines):
        items += text_items(settled, column, number, 0, len(settled.lines), top_pt)
        top_pt += sum(text_strips(settled)) + settled.style.after_pt
    return tuple(items)
