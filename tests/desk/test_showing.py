from humas_desk.desk.showing import problems_to_show
from humas_desk.release.problems import Problem, ProblemCode

MISSING = Problem(place="blocks[1].speaker.name", code=ProblemCode.SPEAKER_MISSING)
EMPTY = Problem(place="blocks[0]", code=ProblemCode.BLOCK_EMPTY)
WRONG = Problem(place="number", code=ProblemCode.NUMBER_INVALID)
ALL = (MISSING, EMPTY, WRONG)


def test_what_is_not_written_yet_waits_and_what_is_wrong_does_not() -> None:
    assert problems_to_show(ALL, set()) == (WRONG,)


def test_a_place_the_writer_was_at_is_told() -> None:
    assert problems_to_show(ALL, {"blocks[1].speaker.name"}) == (MISSING, WRONG)
    assert problems_to_show(ALL, {"blocks[0].text"}) == (EMPTY, WRONG)
    assert problems_to_show(ALL, {"blocks[01].text", "blocks"}) == (WRONG,)


def test_an_empty_body_waits_for_the_export() -> None:
    body = Problem(place="blocks", code=ProblemCode.BODY_MISSING)
    assert problems_to_show([body], {"blocks[0].text"}) == ()
    assert problems_to_show([body], set(), everything=True) == (body,)


def test_everything_is_told_when_it_matters() -> None:
    assert problems_to_show(ALL, set(), everything=True) == ALL
