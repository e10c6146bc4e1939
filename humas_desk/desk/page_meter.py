"""How much paper a release takes, read from its pages: "1 halaman + 3 baris"."""

from collections.abc import Sequence
from math import ceil

from humas_desk.desk.requests import PageMeter
from humas_desk.layout.document import Role
from humas_desk.typeset.pages import Page, Pages, SetLine, SetPicture
from humas_desk.typeset.setting import Typeset


def measure(made: Typeset) -> PageMeter:
    """The meter of set pages."""
    leading = made.document.styles[Role.BODY].leading_pt
    pages = _release_pages(made.pages)
    count = len(pages)
    over = _lines(pages[-1], leading) if count > 1 else 0
    room = made.pages.geometry.height_pt - made.pages.geometry.bottom_pt - pages[-1].used_pt
    return PageMeter(
        pages=max(1, count - 1),
        lines_over=over,
        lines_left=max(0, int(room // leading)),
        attachment_pages=len(made.pages.pages) - count,
    )


def _release_pages(pages: Pages) -> Sequence[Page]:
    """The pages before the first attachment's."""
    for number, page in enumerate(pages.pages):
        if number and any(isinstance(item, SetLine) and item.role is Role.ATTACHMENT_LABEL for item in page.items):
            return pages.pages[:number]
    return pages.pages


def _lines(page: Page, leading_pt: float) -> int:
    """Lines on the page, cells of one row counted once, pictures by their height; one at least."""
    lines = len({item.baseline_pt for item in page.items if isinstance(item, SetLine)})
    tops = {item.y_pt: item.height_pt for item in page.items if isinstance(item, SetPicture)}
    return max(1, lines + sum(ceil(height / leading_pt) for height in tops.values()))
