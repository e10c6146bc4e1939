"""Which place of the release was pointed at on a page."""

from collections.abc import Sequence
from typing import Protocol

from humas_desk.desk.history import Focus


class ShownPlace(Protocol):
    """A piece of a page that shows a place, as the worker's page map tells it."""

    @property
    def page(self) -> int:
        """Counted from 1."""

    @property
    def x0_pt(self) -> float: ...
    @property
    def y0_pt(self) -> float: ...
    @property
    def x1_pt(self) -> float: ...
    @property
    def y1_pt(self) -> float: ...
    @property
    def place(self) -> str: ...
    @property
    def offset(self) -> int: ...
    @property
    def length(self) -> int: ...


def place_at(boxes: Sequence[ShownPlace], page: int, x_pt: float, y_pt: float) -> Focus | None:
    """The place and the character under a point (page from 0), or the nearest on the same line; None beside all text."""
    line = [box for box in boxes if box.page == page + 1 and box.y0_pt <= y_pt < box.y1_pt]
    if not line:
        return None
    box = min(line, key=lambda box: max(box.x0_pt - x_pt, x_pt - box.x1_pt, 0.0))
    width = box.x1_pt - box.x0_pt
    share = min(1.0, max(0.0, (x_pt - box.x0_pt) / width)) if width > 0 else 0.0
    at = box.offset + round(share * box.length)
    return Focus(place=box.place, start=at, end=at)
