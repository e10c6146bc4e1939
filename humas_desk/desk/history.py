"""Undo and redo: a line of immutable snapshots; typing in one place within a second is one step."""

from collections.abc import Mapping
from dataclasses import field

from humas_desk.photos.image import Image
from humas_desk.release.release import Release
from humas_desk.values import dataclass

SAME_STEP_S = 1.0
"""Changes with the same key that follow each other within this time are one step."""
LONGEST_STEP_S = 5.0
"""Steady typing still makes a new step after this time, so that one undo never takes away a whole paragraph."""
STEPS_KEPT = 5000


@dataclass(frozen=True, slots=True, kw_only=True)
class Focus:
    """Where the cursor stands: a place and a selection in its raw text; start == end is a caret."""

    place: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """Everything one undo step brings back."""

    release: Release
    photos: Mapping[str, Image] = field(default_factory=dict)
    """By bare file name; never changed in place."""
    focus: Focus | None = None
    """Where the change that made this state happened; None: not known."""


class History:
    """The snapshots before and after the present one. All times are seconds of one steady clock."""

    def __init__(self, state: State) -> None:
        self._states: list[State] = [state]
        self._present = 0
        self._key: str | None = None
        self._began = 0.0
        self._latest = 0.0

    @property
    def state(self) -> State:
        """The present."""
        return self._states[self._present]

    @property
    def can_undo(self) -> bool:
        return self._present > 0

    @property
    def can_redo(self) -> bool:
        return self._present < len(self._states) - 1

    def commit(self, state: State, key: str | None, at: float) -> None:
        """Make `state` the present; what was undone is gone. The same key again soon is the same step; None never is."""
        goes_on = (
            key is not None
            and key == self._key
            and at - self._latest <= SAME_STEP_S
            and at - self._began <= LONGEST_STEP_S
        )
        del self._states[self._present + 1 :]
        if goes_on:
            self._states[self._present] = state
        else:
            self._states.append(state)
            self._began = at
            del self._states[: max(0, len(self._states) - STEPS_KEPT - 1)]
        self._present = len(self._states) - 1
        self._key = key
        self._latest = at

    def undo(self) -> State | None:
        """The state before, now the present; None when there is none."""
        return self._go(-1) if self.can_undo else None

    def redo(self) -> State | None:
        """The state that was undone, now the present; None when there is none."""
        return self._go(+1) if self.can_redo else None

    def _go(self, by: int) -> State:
        self._present += by
        self._key = None
        return self.state
