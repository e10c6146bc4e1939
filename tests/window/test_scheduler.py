from collections.abc import Callable

import pytest
import ttkbootstrap as ttk

from humas_desk.ui.scheduler import Scheduler

Pump = Callable[..., None]


@pytest.fixture
def scheduler(app: ttk.App) -> Scheduler:
    return Scheduler(app)


def test_later_work_replaces_its_namesake(scheduler: Scheduler, pump: Pump) -> None:
    done: list[str] = []
    scheduler.after("save", 1, lambda: done.append("first"))
    scheduler.after("save", 5, lambda: done.append("second"))
    pump(lambda: done)
    assert done == ["second"]


def test_a_throttle_keeps_the_first(scheduler: Scheduler, pump: Pump) -> None:
    done: list[str] = []
    scheduler.within("look", 5, lambda: done.append("first"))
    scheduler.within("look", 1, lambda: done.append("second"))
    pump(lambda: done)
    assert done == ["first"]


def test_work_that_is_called_off_is_not_done(scheduler: Scheduler, pump: Pump) -> None:
    done: list[str] = []
    scheduler.after("a", 1, lambda: done.append("a"))
    scheduler.soon("b", lambda: done.append("b"))
    scheduler.after("c", 10, lambda: done.append("c"))
    scheduler.cancel("a")
    scheduler.cancel("b")
    scheduler.cancel("never")
    pump(lambda: done)
    assert done == ["c"]


def test_work_again_and_again_ends_when_it_is_called_off_from_within(scheduler: Scheduler, pump: Pump) -> None:
    turns: list[int] = []

    def turn() -> None:
        turns.append(1)
        if len(turns) == 3:
            scheduler.cancel("tick")
            scheduler.after("end", 10, lambda: turns.append(0))

    scheduler.every("tick", 1, turn)
    pump(lambda: 0 in turns)
    assert turns == [1, 1, 1, 0]


def test_an_error_goes_to_the_window_and_the_name_is_free_again(
    scheduler: Scheduler, pump: Pump, callback_errors: list[BaseException]
) -> None:
    def fail() -> None:
        raise ValueError("broken")

    scheduler.after("x", 1, fail)
    pump(lambda: callback_errors)
    assert isinstance(callback_errors.pop(), ValueError)
    assert not scheduler.waits("x")


def test_closing_calls_everything_off(scheduler: Scheduler, pump: Pump, app: ttk.App) -> None:
    done: list[str] = []
    scheduler.after("a", 1, lambda: done.append("a"))
    scheduler.every("b", 1, lambda: done.append("b"))
    scheduler.close()
    app.after(10, lambda: done.append("end"))
    pump(lambda: done)
    assert done == ["end"]
