"""The way back from a point on the page to the words in the form."""

from humas_desk.typeset.pages import Item, Pages, SetLine, SetPicture
from humas_desk.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A piece of a page that shows a place of the release; pt from the paper's upper left corner."""

    page: int
    """Counted from 1."""
    x0_pt: float
    y0_pt: float
    x1_pt: float
    y1_pt: float
    place: str
    """In the common grammar."""
    offset: int = 0
    """Of its first character within the place's raw text."""
    length: int = 0
    """Characters shown; 0 for a picture."""


def boxes(pages: Pages) -> tuple[Box, ...]:
    """A box for every run of characters and every picture that comes from the release, in reading order."""
    return tuple(
        box
        for number, page in enumerate(pages.pages, start=1)
        for item in (*page.head, *page.items, *page.foot)
        for box in _item_boxes(number, item)
    )


def _item_boxes(page: int, item: Item) -> list[Box]:
    match item:
        case SetLine():
            return [
                Box(
                    page=page,
                    x0_pt=span.x_pt,
                    y0_pt=item.top_pt,
                    x1_pt=span.x_pt + span.width_pt,
                    y1_pt=item.top_pt + item.height_pt,
                    place=span.origin.place,
                    offset=span.origin.offset,
                    length=len(span.text),
                )
                for span in item.spans
                if span.origin is not None
            ]
        case SetPicture() if item.place:
            right, bottom = item.x_pt + item.width_pt, item.y_pt + item.height_pt
            return [Box(page=page, x0_pt=item.x_pt, y0_pt=item.y_pt, x1_pt=right, y1_pt=bottom, place=item.place)]
        case _:
            return []
