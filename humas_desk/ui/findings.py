"""The list behind the toolbar's counter: place and sentence of every problem."""

from collections.abc import Iterable, Sequence

from humas_desk.desk.gates import gate
from humas_desk.language.findings import Finding as Mistake
from humas_desk.release.problems import Problem, Severity
from humas_desk.release.release import Release
from humas_desk.ui.toolbar import Finding
from humas_desk.wording import place_name, problem_sentence


def findings(problems: Sequence[Problem], release: Release) -> tuple[Finding, ...]:
    """Errors first, otherwise in reading order; every line once."""
    ordered = sorted(problems, key=lambda problem: problem.severity is not Severity.ERROR)
    lines = [
        Finding(
            text=problem_line(problem, release),
            place=problem.place,
            is_error=problem.severity is Severity.ERROR,
        )
        for problem in ordered
    ]
    return tuple(dict.fromkeys(lines))


def withheld(found: Iterable[Mistake], release: Release) -> tuple[Finding, ...]:
    """What the guard found and nobody left with a reason: no file is written while it stands."""
    return tuple(
        Finding(text=mistake_line(each, release), place=each.place, is_error=True)
        for each in gate(release, (), found).guarded
    )


def problem_line(problem: Problem, release: Release) -> str:
    """Place and sentence of a problem."""
    return f"{place_name(problem.place, release)}: {problem_sentence(problem)}"


def mistake_line(mistake: Mistake, release: Release) -> str:
    """Place, words and reason of what the checker found."""
    return f"{place_name(mistake.place, release)}: “{mistake.text}” – {mistake.message}"
