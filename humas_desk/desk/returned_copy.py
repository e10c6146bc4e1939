"""A working copy of ours that came back, changed elsewhere: which changes there are, which are wanted, and taking them over."""

from typing import TYPE_CHECKING

from humas_desk.desk.desk import Desk
from humas_desk.desk.draft_review import is_empty
from humas_desk.desk.taking_over import take_over
from humas_desk.intake.differences import Difference, Kind
from humas_desk.release.release import Release

if TYPE_CHECKING:
    from humas_desk.desk.importing import Imported


class ReturnedCopy:
    """The copy, and the changes that are wanted of it: at first all that can be taken over."""

    def __init__(self, desk: Desk, imported: "Imported", *, name: str) -> None:
        """RuntimeError for what is no working copy of ours."""
        if imported.returned is None:
            raise RuntimeError("the file carries no release")
        self.name = name
        self._desk = desk
        self._state = imported.state
        self._returned = imported.returned
        self.differences: tuple[Difference, ...] = imported.differences
        self.notes = imported.returned.notes
        """Comments and footnotes that somebody wrote into the copy."""
        self.by_hand = frozenset(self._numbers(take_over(imported.returned).left))
        """Numbers of those that touch words the desk makes itself: they cannot be taken over."""
        self.wanted = {number for number in range(len(self.differences)) if number not in self.by_hand}

    @property
    def release(self) -> Release:
        """As it was when the copy was made."""
        return self._state.release

    @property
    def is_behind(self) -> bool:
        """Whether the open release is the one that was copied, and was written in since."""
        now = self._desk.session.release
        return now.id == self._state.release.id and now != self._state.release

    @property
    def puts_away(self) -> bool:
        """Whether another release is open that somebody has written in, which makes room."""
        now = self._desk.session.release
        return now.id != self._state.release.id and not is_empty(now)

    def place(self, number: int) -> str | None:
        """Where the changed paragraph stands in the release that was copied; None: new, or made by the desk."""
        difference, passages = self.differences[number], self._returned.carried.passages
        if difference.passage < 0 or not difference.before:
            return None
        spans = passages[difference.passage].spans
        return spans[0].place if spans else None

    def block_above(self, number: int) -> str | None:
        """The block of the release below which a new paragraph was put; None: above all of them, or it is not new."""
        difference = self.differences[number]
        if difference.kind is not Kind.ADDED:
            return None
        above = self._returned.carried.passages[: difference.passage + 1]
        places = (span.place for passage in reversed(above) for span in reversed(passage.spans))
        return next((place.partition(".")[0] for place in places if place.startswith("blocks[")), None)

    def turn(self, number: int) -> None:
        """Want this change, or not."""
        if number not in self.by_hand:
            self.wanted ^= {number}

    def want_all(self, *, wanted: bool) -> None:
        """Want every change that can be taken over, or none."""
        every = set(range(len(self.differences))) - self.by_hand
        self.wanted = every if wanted else set()

    def bring_back(self) -> None:
        """The release that the copy carried is the open one; raises what `Desk.open` raises."""
        desk = self._desk
        if desk.session.release.id == self._state.release.id:
            desk.session.restore(self._state.release, self._state.photos)
        else:
            desk.begin_with(desk.archive.arrived(self._state, replace_known=True))

    def take_over(self) -> None:
        """The open release is the one that was copied with the wanted changes in it, in one step that can be undone."""
        desk = self._desk
        chosen = [self.differences[number] for number in sorted(self.wanted)]
        if desk.session.release.id != self._state.release.id:
            self.bring_back()
        desk.session.restore(take_over(self._returned, chosen).release, self._state.photos)

    def _numbers(self, left: tuple[Difference, ...]) -> set[int]:
        return {number for number, found in enumerate(self.differences) if found in left}
