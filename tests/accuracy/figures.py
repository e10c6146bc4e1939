"""Figures as lines of text: one column for each half."""

from collections.abc import Sequence
from dataclasses import dataclass

from tests.accuracy.corpora import Half


@dataclass(slots=True)
class Share:
    """So many of so many."""

    right: int = 0
    of: int = 0

    def add(self, is_right: bool) -> None:
        self.right += is_right
        self.of += 1

    @property
    def value(self) -> float | None:
        """Between 0 and 1; None: nothing was asked."""
        return self.right / self.of if self.of else None

    def __str__(self) -> str:
        return f"{100 * self.right / self.of:5.1f} % ({self.right}/{self.of})" if self.of else "–"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure for both halves."""

    what: str
    agreed: str
    dev: str
    held: str


def table(heading: str, figures: Sequence[Figure]) -> str:
    """All figures, columns under each other."""
    cells = [("", "agreed", *(half.value for half in Half)), *((f.what, f.agreed, f.dev, f.held) for f in figures)]
    widths = [max(len(row[column]) for row in cells) for column in range(4)]
    rows = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells]
    return "\n".join([heading, "-" * max(map(len, rows)), *rows]) + "\n"
