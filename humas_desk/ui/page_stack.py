"""Where pages stand in the preview: one under the other, in the middle; numbers in, numbers out. Pages count from 0."""

from humas_desk.ui.page_zoom import Fit, Zoom
from humas_desk.values import dataclass

MM_PER_INCH = 25.4
PT_PER_INCH = 72
TRUE_DPI = 96


@dataclass(frozen=True, slots=True, kw_only=True)
class PageStack:
    """Pages of one size in a view; all lengths in screen pixels."""

    count: int
    width: int
    height: int
    """Of one page."""
    margin: int
    """Around and between pages."""
    view_width: int
    view_height: int

    @property
    def total_height(self) -> int:
        """Of all pages with their margins."""
        return self.margin + self.count * (self.height + self.margin)

    @property
    def total_width(self) -> int:
        """Of a page with its margins, at least the view's."""
        return max(self.view_width, self.width + 2 * self.margin)

    def left(self) -> int:
        """Left edge of every page."""
        return (self.total_width - self.width) // 2

    def top(self, number: int) -> int:
        """Upper edge of a page."""
        return self.margin + number * (self.height + self.margin)

    def visible(self, offset: int) -> tuple[int, ...]:
        """Numbers of the pages that are seen when the view starts at this height; at least one while there are any."""
        if self.count == 0:
            return ()
        step = self.height + self.margin
        first = max(0, offset - self.margin) // step
        last = max(first, (offset + self.view_height - self.margin - 1) // step)
        return tuple(range(min(first, self.count - 1), min(last, self.count - 1) + 1))

    def page_at(self, y: int) -> int:
        """Number of the page at this height; the nearest one above when it is between two."""
        return min(max(0, y - self.margin) // (self.height + self.margin), self.count - 1)


def page_width(
    *, size_mm: tuple[float, float], zoom: Zoom, view: tuple[int, int], margin: int, widest: int, scale: float
) -> int:
    """Width of a page in screen pixels.

    `view` is the view's width and height; a page that fits it is at most `widest` wide. `scale` is screen pixels per
    logical pixel.
    """
    if not isinstance(zoom, Fit):
        return max(1, round(size_mm[0] / MM_PER_INCH * TRUE_DPI * scale * zoom))
    width = min(view[0] - 2 * margin, widest)
    if zoom is Fit.PAGE:
        width = min(width, round((view[1] - 2 * margin) * size_mm[0] / size_mm[1]))
    return max(1, width)


def shown_zoom(*, width: int, size_mm: tuple[float, float], scale: float) -> float:
    """The share of its true size that a page of this width is shown at."""
    return width / (size_mm[0] / MM_PER_INCH * TRUE_DPI * scale)


def next_zoom(current: float, steps: tuple[float, ...], direction: int) -> float:
    """The next larger (+1) or smaller (-1) step; the last one when there is none."""
    tolerance = 0.01
    if direction > 0:
        return next((step for step in steps if step > current + tolerance), steps[-1])
    return next((step for step in reversed(steps) if step < current - tolerance), steps[0])
