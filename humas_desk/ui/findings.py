"""The list behind the toolbar's counter: place and sentence of every problem."""

from collections.abc import Sequence

from humas_desk.release.problems import Problem, Severity
from humas_desk.release.release import Release
from humas_desk.ui.toolbar import Finding
from humas_desk.wording import place_name, problem_sentence


def findings(problems: Sequence[Problem], release: Release) -> tuple[Finding, ...]:
    """Errors first, otherwise in reading order; every line once."""
    ordered = sorted(problems, key=lambda problem: problem.severity is not Severity.ERROR)
    lines = [
        Finding(
            text=f"{place_name(problem.place, release)}: {problem_sentence(problem)}",
            place=problem.place,
            is_error=problem.severity is Severity.ERROR,
        )
        for problem in ordered
    ]
    return tuple(dict.fromkeys(lines))
