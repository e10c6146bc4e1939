"""`python -m tests.accuracy`: how right the checker and the intake are; `--dev` lists what went wrong in the dev half.

Names given as arguments choose some: `python -m tests.accuracy language`. Ends with 1 when a figure does not keep what
was agreed, with 2 for a name that is none.
"""

from importlib import import_module
import sys

from tests.accuracy.figures import Report, table

REPORTS = ("language", "intake")
"""Modules with `report() -> Report`."""


def main(arguments: list[str]) -> int:
    """Print the tables."""
    chosen = [name for name in arguments if name != "--dev"] or REPORTS
    if unknown := [name for name in chosen if name not in REPORTS]:
        sys.stderr.write(f"unknown: {', '.join(unknown)}; there are {', '.join(REPORTS)}\n")
        return 2
    reports: list[Report] = [import_module(f"tests.accuracy.{name}").report() for name in chosen]
    for report in reports:
        if "--dev" in arguments:
            sys.stdout.write("".join(f"{note}\n" for note in report.notes))
        sys.stdout.write(f"\n{table(report)}")
    return 0 if all(report.is_kept for report in reports) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
