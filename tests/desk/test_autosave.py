from collections.abc import Mapping
from pathlib import Path
import threading

import pytest

from humas_desk.desk.autosave import RETRY_AFTER_S, WRITE_AFTER_S, Autosave, SaveState
from humas_desk.desk.history import State
from humas_desk.errors import DiskFull
from humas_desk.photos.image import Image
from humas_desk.release.release import Release
from tests.desk.conftest import Clock

PROMISED_S = 1.5


class Shelf:
    """A keeper that remembers what it was given, and fails when told to."""

    def __init__(self) -> None:
        self.kept: list[str] = []
        self.error: Exception | None = None
        self.threads: set[int] = set()

    def keep(self, release: Release, photos: Mapping[str, Image]) -> None:
        self.threads.add(threading.get_ident())
        if self.error is not None:
            raise self.error
        assert photos == {}
        self.kept.append(release.title)

    def last(self) -> State | None:
        return None

    def forget(self) -> None:
        self.kept.clear()


def a_state(title: str) -> State:
    return State(release=Release(title=title))


def an_autosave(shelf: Shelf, clock: Clock) -> Autosave:
    return Autosave(shelf, clock=clock, now=clock.now, threaded=False)


def test_the_first_edit_is_written_within_the_promised_time_also_while_typing_goes_on(clock: Clock) -> None:
    shelf = Shelf()
    autosave = an_autosave(shelf, clock)
    typed = written = 0.0
    for stroke in range(60):
        autosave.changed(a_state(f"stroke {stroke}"))
        autosave.step()
        if len(shelf.kept) == 1 and not written:
            written = typed
        clock.pass_by(0.05)
        typed += 0.05
    assert 0 < written < PROMISED_S - 0.5
    assert len(shelf.kept) >= 3


def test_saved_is_said_only_after_the_keeper_came_back(clock: Clock) -> None:
    shelf = Shelf()
    autosave = an_autosave(shelf, clock)
    assert autosave.poll().state is SaveState.UNTOUCHED
    autosave.changed(a_state("a"))
    assert autosave.poll().state is SaveState.SAVING
    assert not autosave.poll().is_safe
    assert autosave.step() == pytest.approx(WRITE_AFTER_S)
    clock.pass_by(WRITE_AFTER_S)
    assert autosave.step() is None
    status = autosave.poll()
    assert (status.state, status.at, status.is_safe) == (SaveState.SAVED, clock.now(), True)


def test_an_edit_during_the_write_is_not_called_saved(clock: Clock) -> None:
    class Slow(Shelf):
        def keep(self, release: Release, photos: Mapping[str, Image]) -> None:
            super().keep(release, photos)
            if len(self.kept) == 1:
                autosave.changed(a_state("later"))

    shelf = Slow()
    autosave = an_autosave(shelf, clock)
    autosave.changed(a_state("first"))
    assert autosave.flush().state is SaveState.SAVING
    assert autosave.flush().state is SaveState.SAVED
    assert shelf.kept == ["first", "later"]


def test_a_failure_is_named_and_tried_again_until_it_succeeds(clock: Clock) -> None:
    shelf = Shelf()
    autosave = an_autosave(shelf, clock)
    shelf.error = DiskFull(Path("release.json"))
    autosave.changed(a_state("a"))
    assert autosave.flush().error is shelf.error
    autosave.changed(a_state("b"))
    assert autosave.poll().state is SaveState.FAILED
    assert not autosave.poll().is_safe
    shelf.error = None
    assert autosave.step() == pytest.approx(RETRY_AFTER_S)
    clock.pass_by(RETRY_AFTER_S)
    autosave.step()
    assert autosave.poll().state is SaveState.SAVED
    assert shelf.kept == ["b"]


def test_without_a_newer_edit_the_failed_one_is_written(clock: Clock) -> None:
    shelf = Shelf()
    autosave = an_autosave(shelf, clock)
    shelf.error = DiskFull(Path("release.json"))
    autosave.changed(a_state("a"))
    autosave.flush()
    shelf.error = None
    autosave.flush()
    assert shelf.kept == ["a"]


def test_a_fault_of_the_program_does_not_end_the_saving(clock: Clock) -> None:
    shelf = Shelf()
    autosave = an_autosave(shelf, clock)
    shelf.error = ZeroDivisionError()
    autosave.changed(a_state("a"))
    assert autosave.flush().state is SaveState.FAILED
    shelf.error = None
    assert autosave.flush().state is SaveState.SAVED


def test_flush_without_an_edit_writes_nothing(clock: Clock) -> None:
    shelf = Shelf()
    assert an_autosave(shelf, clock).flush().state is SaveState.UNTOUCHED
    assert shelf.kept == []


def test_the_writer_works_beside_the_window_and_closing_brings_everything_to_the_disk() -> None:
    shelf = Shelf()
    autosave = Autosave(shelf)
    for number in range(100):
        autosave.changed(a_state(str(number)))
    assert autosave.close().state is SaveState.SAVED
    assert shelf.kept[-1] == "99"
    assert threading.get_ident() not in shelf.threads


def test_closing_while_an_older_edit_is_on_its_way_brings_the_newer_one_to_the_disk_too() -> None:
    class Slow(Shelf):
        """A disk that takes its time over the first write."""

        begun, goes_on = threading.Event(), threading.Event()

        def keep(self, release: Release, photos: Mapping[str, Image]) -> None:
            self.begun.set()
            assert self.goes_on.wait(timeout=30)
            super().keep(release, photos)

    class Told(Autosave):
        """Lets the disk go on once it was told to hurry."""

        def hurry(self) -> None:
            super().hurry()
            shelf.goes_on.set()

    shelf = Slow()
    autosave = Told(shelf)
    autosave.changed(a_state("first"))
    assert shelf.begun.wait(timeout=30)
    autosave.changed(a_state("later"))
    assert autosave.close().state is SaveState.SAVED
    assert shelf.kept == ["first", "later"]


def test_the_writer_writes_by_itself() -> None:
    written = threading.Event()

    class Bell(Shelf):
        def keep(self, release: Release, photos: Mapping[str, Image]) -> None:
            super().keep(release, photos)
            written.set()

    autosave = Autosave(Bell())
    autosave.changed(a_state("a"))
    assert written.wait(timeout=30)
    autosave.close()


def test_closing_after_a_failure_says_so() -> None:
    shelf = Shelf()
    shelf.error = DiskFull(Path("release.json"))
    autosave = Autosave(shelf)
    autosave.changed(a_state("a"))
    assert autosave.close().error is shelf.error
