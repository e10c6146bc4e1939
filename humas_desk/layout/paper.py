"""Papers and their margins. The measure is the same on all of them, so lines break alike; margins follow."""

from humas_desk.layout.document import Geometry
from humas_desk.layout.template import PageRules
from humas_desk.values import dataclass

SMALLEST_RIGHT_MM = 10
WISHED_LEFT_MM = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A sheet and the margins that look right on it, in mm."""

    width_mm: float
    height_mm: float
    left_mm: float = WISHED_LEFT_MM
    bottom_mm: float = 20


PAPERS = {
    "A4": Paper(width_mm=210, height_mm=297),
    "F4-215": Paper(width_mm=215, height_mm=330, bottom_mm=22),
    "F4-210": Paper(width_mm=210, height_mm=330),
    "Folio": Paper(width_mm=215.9, height_mm=330.2, left_mm=30.5, bottom_mm=22),
}
"""F4 is 210 × 330 in one rule and 215 × 330 in another; Folio is Windows' 8.5 × 13 inches."""


def paper(page: PageRules) -> Paper:
    """The template's paper; one of its own size gets 30 mm at the left, or equal sides when that is too much."""
    if isinstance(page.size, str):
        return PAPERS[page.size]
    width, height = page.size
    spare = width - page.measure_mm
    left = WISHED_LEFT_MM if spare - WISHED_LEFT_MM >= SMALLEST_RIGHT_MM else spare / 2
    return Paper(width_mm=width, height_mm=height, left_mm=left)


def geometry(page: PageRules) -> Geometry:
    """Paper and margins of a template."""
    sheet = paper(page)
    left = sheet.left_mm if page.left_mm is None else page.left_mm
    return Geometry(
        width_mm=sheet.width_mm,
        height_mm=sheet.height_mm,
        left_mm=left,
        right_mm=sheet.width_mm - left - page.measure_mm,
        top_mm=page.top_mm,
        next_top_mm=page.next_top_mm,
        bottom_mm=sheet.bottom_mm if page.bottom_mm is None else page.bottom_mm,
        footer_mm=page.footer_mm,
    )


def fits(page: PageRules) -> bool:
    """Whether measure and margins leave room at the right (and at the left, on a sheet of its own size)."""
    sheet = geometry(page)
    return min(sheet.left_mm, sheet.right_mm) >= SMALLEST_RIGHT_MM
