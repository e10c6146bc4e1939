"""What of a page must be drawn anew after an edit: mostly a few lines, while a photo beside them takes the longest to draw."""

from collections.abc import Sequence

from humas_desk.preview.raster import Raster, Redraw
from humas_desk.typeset.pages import Item, Page, Pages, SetLine, SetPicture

_ROOM = 0.3
"""Parts of a line's height. Capitals with two accents stand out by a sixth of it; with more, photos beside would be drawn too."""


def redraw(before: Pages, raster: Raster, after: Pages) -> Redraw | None:
    """How the page of `raster`, a picture of `before`, becomes one of `after`; None: it has to be drawn as a whole."""
    at = raster.number - 1
    if before.geometry != after.geometry or before.mark != after.mark or at >= min(len(before.pages), len(after.pages)):
        return None
    old, new = before.pages[at], after.pages[at]
    if (old.head, old.foot, old.reserved) != (new.head, new.foot, new.reserved):
        return None
    changed = _changed(old.items, new.items)
    if not changed:
        return Redraw(before=raster)
    top, bottom = _with_pictures(_stretch(changed), old, new)
    height_pt = after.geometry.height_pt
    return Redraw(before=raster, top=top / height_pt, bottom=bottom / height_pt)


def _changed(old: Sequence[Item], new: Sequence[Item]) -> Sequence[Item]:
    """Both states of all that stands between the first and the last item that is another."""
    shorter = min(len(old), len(new))
    head = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    tail = next((at for at in range(shorter - head) if old[-1 - at] != new[-1 - at]), shorter - head)
    return (*old[head : len(old) - tail], *new[head : len(new) - tail])


def _stretch(items: Sequence[Item]) -> tuple[float, float]:
    """From the upper to the lower edge of these items, in pt from the top of the paper."""
    edges = [_edges(item) for item in items]
    return min(top for top, _bottom in edges), max(bottom for _top, bottom in edges)


def _edges(item: Item) -> tuple[float, float]:
    """Of a line with some room, for marks that stand out of its leading."""
    if isinstance(item, SetLine):
        room = _ROOM * item.height_pt
        return item.top_pt - room, item.top_pt + item.height_pt + room
    return item.y_pt, item.y_pt + item.height_pt


def _with_pictures(stretch: tuple[float, float], *pages: Page) -> tuple[float, float]:
    """A picture is drawn whole or not at all: scaled in parts, its pixels could be others at the seam."""
    pictures = [_edges(item) for page in pages for item in page.items if isinstance(item, SetPicture)]
    for top, bottom in sorted(pictures) + sorted(pictures, reverse=True):
        if top < stretch[1] and bottom > stretch[0]:
            stretch = min(stretch[0], top), max(stretch[1], bottom)
    return stretch
