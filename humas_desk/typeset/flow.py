"""Pieces onto pages: what stays together, what may part, where the next page begins.

Rules as Word and LibreOffice have them: at least two lines of a paragraph on either side of a page end, a heading with
the first lines of what follows, no space after at the end of a page.
"""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from humas_desk.typeset.pages import Item
from humas_desk.values import dataclass

TOLERANCE_PT: Final = 0.01


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A block as strips that do not part (lines, table rows, a picture row), top to bottom."""

    strips: tuple[float, ...]
    """Heights in pt; never empty."""
    items: Callable[[int, int, float], list[Item]]
    """The items of strips first to last (exclusive) at an upper edge."""
    after_pt: float = 0
    keep_next: bool = False
    whole: bool = False
    """Does not part unless it is taller than a page."""
    new_page: bool = False
    least_before: int = 1
    """Strips that stand at least before a page end."""
    least_after: int = 1
    repeated_pt: float = 0
    """Height of what is repeated above the strips on a following page (a table's header)."""
    closing_pt: float = 0
    """Height of what closes the piece on every page (a table's last rule)."""

    @property
    def height_pt(self) -> float:
        return sum(self.strips) + self.closing_pt

    @property
    def start_pt(self) -> float:
        """The least height it needs on the page where it begins."""
        if self.whole or len(self.strips) < self.least_before + self.least_after:
            return self.height_pt
        return sum(self.strips[: self.least_before]) + self.closing_pt


class Placed(NamedTuple):
    """Strips of a piece on a page."""

    number: int
    """The piece's."""
    piece: Piece
    first: int
    last: int
    """Exclusive."""
    top_pt: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The body of one page."""

    placed: tuple[Placed, ...]
    used_pt: float
    """Lower edge of the last item."""

    @property
    def first(self) -> int:
        """Number of the piece that stands first on it."""
        return self.placed[0].number if self.placed else 0

    def items(self) -> tuple[Item, ...]:
        """What stands on it, made when it is asked for: pages may be filled more than once."""
        return tuple(
            item for placed in self.placed for item in placed.piece.items(placed.first, placed.last, placed.top_pt)
        )


class _Sheets:
    """Pages as they fill."""

    def __init__(self, tops: tuple[float, float], bottom_pt: float) -> None:
        self._first_top, self.next_top = tops
        self.bottom = bottom_pt
        self.y = self._first_top
        self.done: list[Sheet] = []
        self._placed: list[Placed] = []
        self._used = self._first_top

    @property
    def is_fresh(self) -> bool:
        """Whether nothing stands on the page yet."""
        return not self._placed and self.y == (self.next_top if self.done else self._first_top)

    def put(self, number: int, piece: Piece, first: int, last: int) -> None:
        """Strips first to last (exclusive) of the piece of this number."""
        self._placed.append(Placed(number, piece, first, last, self.y))
        self.y += sum(piece.strips[first:last]) + piece.closing_pt + (piece.repeated_pt if first else 0)
        self._used = self.y

    def turn(self) -> None:
        """Begin the next page."""
        self.done.append(Sheet(placed=tuple(self._placed), used_pt=self._used))
        self._placed = []
        self.y = self._used = self.next_top


def fill_pages(pieces: Sequence[Piece], *, first_top: float, next_top: float, bottom: float) -> tuple[Sheet, ...]:
    """The pieces on pages; at least one page."""
    sheets = _Sheets((first_top, next_top), bottom)
    for number, piece in enumerate(pieces):
        if piece.new_page and not sheets.is_fresh:
            sheets.turn()
        if piece.keep_next and not sheets.is_fresh:
            needed = _chain_pt(pieces, number, bottom - next_top)
            if sheets.y + needed > bottom + TOLERANCE_PT and needed <= bottom - next_top + TOLERANCE_PT:
                sheets.turn()
        _put_piece(sheets, number, piece)
        sheets.y += piece.after_pt
    sheets.turn()
    return tuple(sheets.done)


def _chain_pt(pieces: Sequence[Piece], number: int, most: float) -> float:
    """Height of a piece and those it is kept with, to the least of the last; stops counting beyond a page."""
    height = 0.0
    while number < len(pieces) and height <= most:
        piece = pieces[number]
        following = pieces[number + 1] if number + 1 < len(pieces) else None
        if not piece.keep_next or following is None or following.new_page:
            return height + piece.start_pt
        height += piece.height_pt + piece.after_pt
        number += 1
    return height


def _put_piece(sheets: _Sheets, number: int, piece: Piece) -> None:
    first, count = 0, len(piece.strips)
    while first < count:
        fitting = _fitting(piece, first, sheets.bottom - sheets.y)
        if first + fitting == count:
            sheets.put(number, piece, first, count)
            return
        split = min(fitting, count - first - piece.least_after)
        if piece.whole and piece.height_pt <= sheets.bottom - sheets.next_top:
            split = 0
        if split < (piece.least_before if first == 0 else 1):
            split = 0
        if split <= 0 and sheets.is_fresh:
            split = max(fitting, 1)
        if split > 0:
            sheets.put(number, piece, first, first + split)
            first += split
            if first == count:
                return
        sheets.turn()


def _fitting(piece: Piece, first: int, room: float) -> int:
    """How many strips from `first` on fit into the room."""
    room += TOLERANCE_PT - piece.closing_pt - (piece.repeated_pt if first else 0)
    fitting = 0
    for height in piece.strips[first:]:
        room -= height
        if room < 0:
            break
        fitting += 1
    return fitting
