"""Figures as lines of text: one column for each half, beside what was agreed."""

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
    def value(self) -> float:
        """In per cent; all of nothing is 100."""
        return 100 * self.right / self.of if self.of else 100.0

    def __str__(self) -> str:
        return f"{self.value:5.1f} % ({self.right}/{self.of})" if self.of else "–"


@dataclass(frozen=True, slots=True)
class Count:
    """So many things in so many words."""

    count: int
    words: int

    @property
    def value(self) -> float:
        """In a thousand words."""
        return 1000 * self.count / self.words if self.words else 0.0

    def __str__(self) -> str:
        return f"{self.value:5.2f} ({self.count})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure for both halves."""

    what: str
    dev: Share | Count
    held: Share | Count
    at_least: float | None = None
    """What was agreed, in per cent."""
    at_most: float | None = None
    """The same for a count, in a thousand words."""

    @property
    def is_kept(self) -> bool:
        """Do both halves keep what was agreed?"""
        low = self.at_least is None or min(self.dev.value, self.held.value) >= self.at_least
        return low and (self.at_most is None or max(self.dev.value, self.held.value) <= self.at_most)

    @property
    def agreed(self) -> str:
        """Such as "≥ 98 %"; empty: nothing was."""
        if self.at_least is not None:
            return f"≥ {self.at_least:g} %"
        return "" if self.at_most is None else f"≤ {self.at_most:g}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What was measured."""

    heading: str
    figures: tuple[Figure, ...]
    notes: tuple[str, ...]
    """What went wrong in the half that may be read."""

    @property
    def is_kept(self) -> bool:
        """Does every figure keep what was agreed?"""
        return all(figure.is_kept for figure in self.figures)


def table(report: Report) -> str:
    """All figures, columns under each other."""
    head = ("", "agreed", *(half.value for half in Half), "")
    rows = [(f.what, f.agreed, str(f.dev), str(f.held), "" if f.is_kept else "MISSED") for f in report.figures]
    cells = [head, *rows]
    widths = [max(len(row[column]) for row in cells) for column in range(len(head))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells]
    return "\n".join([report.heading, "-" * max(map(len, lines)), *lines]) + "\n"
