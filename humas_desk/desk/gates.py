"""What stands between a release and its next status: told for an approval, to be mended before it goes out."""

from collections.abc import Iterable

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
    unconfirmed: tuple[str, ...] = ()
    """Places that still say what the release it was started from says."""

    @property
    def lets_out(self) -> bool:
        """Whether the release may be sent or made final."""
        return not self.errors


def gate(release: Release, problems: Iterable[Problem]) -> Gate:
    """The gate of a release with these problems."""
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
    return Gate(errors=tuple(errors), ignored=tuple(ignored), warnings=tuple(warnings), unconfirmed=release.unconfirmed)
