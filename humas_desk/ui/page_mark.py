"""Where on the pages the card stands that is being written in; numbers in, numbers out."""

from collections.abc import Iterator, Sequence
import re

from humas_desk.desk.history import Focus
from humas_desk.ui.page_pick import ShownPlace
from humas_desk.values import dataclass

JOIN_PT = 24
"""Lines of one card that are farther apart than this are marked one by one."""
_CARD = re.compile(r"(?:attachments\[\d+\]\.)?blocks\[\d+\]|attachments\[\d+\]\.title|\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A part of a page from one height to another; pt from the paper's upper edge."""

    page: int
    """From 0."""
    top_pt: float
    bottom_pt: float


def card_of(place: str) -> str:
    """The card or the section a place belongs to: "blocks[3]" of "blocks[3].speaker.name", "dateline" of its city."""
    found = _CARD.match(place)
    return found.group() if found is not None else place


def stretches(boxes: Sequence[ShownPlace], card: str) -> tuple[Stretch, ...]:
    """The lines and pictures of a card, those that follow each other on a page as one; none when nothing shows it."""
    return tuple(_joined(sorted(_lines(boxes, card))))


def text_edge(boxes: Sequence[ShownPlace]) -> float | None:
    """Left edge of the text on the pages, in pt; None when no page shows any."""
    return min((box.x0_pt for box in boxes), default=None)


def line_of(boxes: Sequence[ShownPlace], focus: Focus) -> Stretch | None:
    """The line the cursor is on, else its card's first; None when no page shows it."""
    here = [box for box in boxes if box.place == focus.place]
    behind = [box for box in here if box.offset <= focus.start]
    at = (behind[-1:] or here or [box for box in boxes if card_of(box.place) == card_of(focus.place)])[:1]
    return next((Stretch(page=box.page - 1, top_pt=box.y0_pt, bottom_pt=box.y1_pt) for box in at), None)


def _lines(boxes: Sequence[ShownPlace], card: str) -> set[tuple[int, float, float]]:
    return {(box.page - 1, box.y0_pt, box.y1_pt) for box in boxes if card_of(box.place) == card}


def _joined(lines: Sequence[tuple[int, float, float]]) -> Iterator[Stretch]:
    last: Stretch | None = None
    for page, top, bottom in lines:
        if last is not None and page == last.page and top - last.bottom_pt <= JOIN_PT:
            last = Stretch(page=page, top_pt=last.top_pt, bottom_pt=max(bottom, last.bottom_pt))
            continue
        if last is not None:
            yield last
        last = Stretch(page=page, top_pt=top, bottom_pt=bottom)
    if last is not None:
        yield last
