"""What stands between a release and its next status: told for an approval, to be mended before it goes out."""

from collections.abc import Iterable

from humas_desk.desk.ignoring import is_guarded
from humas_desk.language.findings import Finding
from humas_desk.language.findings import Severity as Weight
from humas_desk.release.problems import Problem, Severity
from humas_desk.release.release import Release
from humas_desk.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """What a person sees before a step."""

    errors: tuple[Problem, ...] = ()
    """To be mended, or ignored with a reason, before the release is sent or final; an approval only lists them."""
    ignored: tuple[Problem, ...] = ()
    """Errors that somebody decided to leave; the reasons stand in the release."""
    warnings: tuple[Problem, ...] = ()
    mistakes: tuple[Finding, ...] = ()
    """Errors of the house style: as `errors`."""
    guarded: tuple[Finding, ...] = ()
    """Those of them that are to be withheld: no file is written while they stand."""
    unconfirmed: tuple[str, ...] = ()
    """Places that still say what the release it was started from says."""

    @property
    def lets_out(self) -> bool:
        """Whether the release may be sent or made final."""
        return not self.errors and not self.mistakes

    @property
    def lets_write(self) -> bool:
        """Whether a file for others may be written of it."""
        return not self.errors and not self.guarded


def gate(release: Release, problems: Iterable[Problem], findings: Iterable[Finding] = ()) -> Gate:
    """The gate of a release with these problems, and with these findings of the whole release."""
    from humas_desk.language.checker import standing  # all the rules come with it: not for the first screen

    left = {(note.place, note.rule) for note in release.ignored if note.reason.strip()}
    errors: list[Problem] = []
    ignored: list[Problem] = []
    warnings: list[Problem] = []
    for problem in problems:
        if problem.severity is not Severity.ERROR:
            warnings.append(problem)
        elif (problem.place, problem.code.value) in left:
            ignored.append(problem)
        else:
            errors.append(problem)
    mistakes = tuple(each for each in standing(findings, release.ignored) if each.severity is Weight.ERROR)
    return Gate(
        errors=tuple(errors),
        ignored=tuple(ignored),
        warnings=tuple(warnings),
        mistakes=mistakes,
        guarded=tuple(each for each in mistakes if is_guarded(each)),
        unconfirmed=release.unconfirmed,
    )
