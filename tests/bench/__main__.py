"""`make bench`: runs every `bench_*.py` of this folder and prints one table.

A benchmark is a module with `rows() -> Iterable[Row]`. Names given as arguments choose some: `python -m tests.bench pdf`.
"""

from importlib import import_module
from pathlib import Path
import sys

from tests.bench.table import Row, table


def main(chosen: list[str]) -> int:
    """Run the benchmarks; 1 when a figure does not keep what was agreed."""
    rows: list[Row] = []
    for path in sorted(Path(__file__).parent.glob("bench_*.py")):
        if not chosen or path.stem.removeprefix("bench_") in chosen:
            rows += import_module(f"tests.bench.{path.stem}").rows()
    sys.stdout.write(table(rows))
    return 0 if all(row.is_kept for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
