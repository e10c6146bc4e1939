"""Two thousand random actions on the desk; `make torture` (HUMAS_TORTURE=1) does that over and over."""

from pathlib import Path
from random import Random
import tempfile

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from humas_desk.desk.history import STEPS_KEPT
from tests.torture.amounts import LONG
from tests.torture.writer import ACTION, WEIGHTS, Writer, is_whole, there_and_back

ACTIONS = 2000


@given(st.integers(0, 2**32))
@settings(max_examples=60 if LONG else 2, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_two_thousand_actions_can_all_be_undone_and_done_again(seed: int) -> None:
    assert STEPS_KEPT > 2 * ACTIONS
    with tempfile.TemporaryDirectory() as folder:
        writer, chance = Writer(Path(folder)), Random(seed)
        for number, name in enumerate(chance.choices(list(ACTION), WEIGHTS, k=ACTIONS)):
            writer.do(name, chance)
            if number % 50 == 0:
                assert is_whole(writer)
        there_and_back(writer)


class ShortSession(RuleBasedStateMachine):
    """The same, a few steps at a time, so that a failure is told by the fewest."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self.writer = Writer(Path(self._folder.name))

    @rule(name=st.sampled_from(list(ACTION)), seed=st.integers(0, 10_000))
    def act(self, name: str, seed: int) -> None:
        self.writer.do(name, Random(seed))

    @invariant()
    def whole(self) -> None:
        assert is_whole(self.writer)

    def teardown(self) -> None:
        there_and_back(self.writer)
        self._folder.cleanup()


TestShortSessions = ShortSession.TestCase
TestShortSessions.settings = settings(max_examples=1000 if LONG else 40, stateful_step_count=25, deadline=None)
