"""Where rows stand when only some of them are measured: a table of heights and tops, without a toolkit."""

from bisect import bisect_right
from collections.abc import Sequence

from humas_desk.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of the form. Lengths are screen pixels."""

    key: str
    estimate: int
    """Height until it is measured."""
    gap: int = 0
    """Room above it."""


class Heights:
    """The rows in order, with the height each has or will probably have."""

    def __init__(self) -> None:
        self._rows: tuple[Row, ...] = ()
        self._index: dict[str, int] = {}
        self._measured: dict[str, int] = {}
        self._tops: list[int] = []
        self._total = 0

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(row.key for row in self._rows)

    @property
    def total(self) -> int:
        """Height of everything."""
        return self._total

    def __contains__(self, key: str) -> bool:
        return key in self._index

    def arrange(self, rows: Sequence[Row]) -> None:
        """Other rows, or another order; what was measured of rows that stay is kept."""
        self._rows = tuple(rows)
        self._index = {row.key: number for number, row in enumerate(self._rows)}
        self._measured = {key: height for key, height in self._measured.items() if key in self._index}
        self._place()

    def measure(self, key: str, height: int) -> bool:
        """A row is this high; True when that moves anything."""
        if key not in self._index or self._measured.get(key) == height:
            return False
        moved = self.height(key) != height
        self._measured[key] = height
        if moved:
            self._place()
        return moved

    def forget(self, kept: Sequence[str] = ()) -> None:
        """The width changed: nothing measured holds any more, except of rows that are on the screen."""
        self._measured = {key: height for key, height in self._measured.items() if key in kept}
        self._place()

    def index(self, key: str) -> int:
        return self._index[key]

    def top(self, key: str) -> int:
        return self._tops[self._index[key]]

    def height(self, key: str) -> int:
        row = self._rows[self._index[key]]
        return self._measured.get(key, row.estimate)

    def bottom(self, key: str) -> int:
        return self.top(key) + self.height(key)

    def between(self, upper: int, lower: int) -> tuple[str, ...]:
        """Keys of the rows that touch the stretch, in order."""
        first = max(0, bisect_right(self._tops, upper) - 1)
        last = bisect_right(self._tops, lower)
        return tuple(row.key for row in self._rows[first:last] if self.bottom(row.key) >= upper)

    def nearest(self, y: int) -> str | None:
        """Key of the row at y, or of the row above the gap at y; None without rows."""
        return self._rows[max(0, bisect_right(self._tops, y) - 1)].key if self._rows else None

    def _place(self) -> None:
        tops = []
        y = 0
        for row in self._rows:
            y += row.gap
            tops.append(y)
            y += self._measured.get(row.key, row.estimate)
        self._tops = tops
        self._total = y
