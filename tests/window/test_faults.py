import logging
from pathlib import Path
import sys

import pytest
import ttkbootstrap as ttk

from humas_desk.errors import TargetLocked
from humas_desk.ui.faults import Faults, message_for
from humas_desk.wording import Message

WRITTEN = "Kalimat rahasia dari siaran pers"


def an_error() -> BaseException:
    try:
        int(WRITTEN)
    except ValueError as error:
        return error
    raise AssertionError


def test_the_log_has_the_place_but_not_a_word_of_the_release(caplog: pytest.LogCaptureFixture) -> None:
    error = an_error()
    with caplog.at_level(logging.ERROR):
        Faults(is_saved=lambda: True, tell=lambda _message: None).report(type(error), error, error.__traceback__)
    assert "ValueError" in caplog.text
    assert "test_faults.py" in caplog.text
    assert "rahasia" not in caplog.text


@pytest.mark.parametrize("saved", [True, False])
def test_the_text_is_called_safe_only_when_it_is(saved: bool) -> None:
    told: list[Message] = []
    error = an_error()
    Faults(is_saved=lambda: saved, tell=told.append).report(type(error), error, None)
    assert len(told) == 1
    assert bool(told[0].safe) is saved


def test_an_error_while_telling_an_error_does_not_tell_again() -> None:
    told: list[Message] = []
    error = an_error()

    def tell(message: Message) -> None:
        told.append(message)
        faults.report(type(error), error, None)

    faults = Faults(is_saved=lambda: True, tell=tell)
    faults.report(type(error), error, None)
    faults.report(type(error), error, None)
    assert len(told) == 2


def test_leaving_the_program_is_not_a_fault() -> None:
    told: list[Message] = []
    Faults(is_saved=lambda: True, tell=told.append).report(SystemExit, SystemExit(0), None)
    assert told == []


def test_a_foreseen_error_keeps_its_own_sentences() -> None:
    message = message_for(TargetLocked(Path("rilis.pdf")), text_is_safe=True)
    assert "rilis.pdf" in message.what


def test_errors_of_callbacks_come_here(app: ttk.App) -> None:
    told: list[Message] = []
    Faults(is_saved=lambda: True, tell=told.append).install(app)
    app.after(0, lambda: 1 / 0)
    app.update()
    assert len(told) == 1
    assert sys.exc_info() == (None, None, None)
