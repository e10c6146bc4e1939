"""How a benchmark tells what it measured: always beside a floor measured in the same run."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
import statistics
import time


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One figure."""

    what: str
    value: float
    unit: str = "ms"
    floor: float | None = None
    """The least possible, measured in the same run; None: none is known."""
    floor_name: str = ""
    limit: str = ""
    """What was agreed, in words: "≤ 10 ms, ≤ 6 × floor"."""
    is_kept: bool = True
    """Does the figure keep what was agreed?"""


def times_ms(work: Callable[[int], object], *, count: int, warm: int = 3) -> list[float]:
    """How long each call took, the warming calls left out; the work gets a number that grows, to change its data."""
    taken = []
    for number in range(warm + count):
        start = time.perf_counter()
        work(number)
        taken.append((time.perf_counter() - start) * 1000)
    return taken[warm:]


def median(values: Sequence[float]) -> float:
    return statistics.median(values)


def p95(values: Sequence[float]) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(0.95 * (len(ordered) - 1)))]


def table(rows: Sequence[Row]) -> str:
    """All figures as lines of text, columns under each other."""
    head = ("what", "figure", "floor", "ratio", "agreed", "")
    cells = [head, *(_cells(row) for row in rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(head))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in cells]
    return "\n".join([lines[0], "-" * max(map(len, lines)), *lines[1:]]) + "\n"


def _cells(row: Row) -> tuple[str, str, str, str, str, str]:
    floor = f"{row.floor:.1f} ({row.floor_name})" if row.floor is not None else ""
    ratio = f"{row.value / row.floor:.1f}" if row.floor else ""
    return row.what, f"{row.value:.1f} {row.unit}", floor, ratio, row.limit, "" if row.is_kept else "MISSED"
