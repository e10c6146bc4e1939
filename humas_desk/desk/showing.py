"""When a problem is told: what is missing waits until the writer has been there, what is wrong does not."""

from collections.abc import Collection, Sequence

from humas_desk.release.problems import Problem, ProblemCode

NOT_YET = frozenset(
    {
        ProblemCode.TITLE_MISSING,
        ProblemCode.BODY_MISSING,
        ProblemCode.QUOTE_EMPTY,
        ProblemCode.SPEAKER_MISSING,
        ProblemCode.POSITION_MISSING,
        ProblemCode.REST_MISSING,
        ProblemCode.CITY_MISSING,
        ProblemCode.DATE_MISSING,
        ProblemCode.ALT_MISSING,
        ProblemCode.PHOTO_COUNT,
        ProblemCode.EVENT_INCOMPLETE,
        ProblemCode.BLOCK_EMPTY,
    }
)
"""Things that are only not written yet."""
PERHAPS_RIGHT = frozenset({ProblemCode.NAME_NEAR, ProblemCode.UNCONFIRMED})
"""Things to look at: they are told, but no field is called wrong for them."""


def problems_to_show(
    problems: Sequence[Problem], left: Collection[str], *, everything: bool = False
) -> tuple[Problem, ...]:
    """The problems to tell at their fields. `left`: places the cursor has been at and gone from."""
    return tuple(
        problem for problem in problems if everything or problem.code not in NOT_YET or _was_at(problem.place, left)
    )


def _was_at(place: str, left: Collection[str]) -> bool:
    """Whether the writer has been at the place, or at something in it; never at the whole body."""
    if place == "blocks":
        return False
    return any(been == place or been.startswith((f"{place}.", f"{place}[")) for been in left)
