"""Composed letters can be typed from the first key on: the input method is there when the window is."""

import sys
from typing import TYPE_CHECKING

import pytest
import ttkbootstrap as ttk

from humas_desk.ui.composing import put_off_composing, take_up_composing

if TYPE_CHECKING:
    from humas_desk.ui.main_view import MainView
    from tests.window.conftest import Pump

on_x11 = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="only X11's Tk has a switch for input methods")


@pytest.fixture
def put_off(app: ttk.App) -> None:
    put_off_composing(app)
    assert not composes(app)


def composes(app: ttk.App) -> bool:
    return bool(app.tk.getboolean(app.tk.call("tk", "useinputmethods")))


@on_x11
def test_letters_are_composed_when_the_window_stands(put_off: None, view: "MainView") -> None:
    assert put_off is None
    assert composes(view.root)


def test_the_field_with_the_cursor_is_told_that_it_has_it(app: ttk.App, pump: "Pump") -> None:
    heard: list[object] = []
    field = ttk.Entry(app)
    field.pack()
    app.deiconify()
    field.focus_force()
    pump(lambda: app.focus_get() is field)
    field.bind("<FocusIn>", heard.append)
    put_off_composing(app)
    take_up_composing(app)
    pump(lambda: heard)


def test_without_a_cursor_in_the_window_nothing_is_told(app: ttk.App) -> None:
    app.withdraw()
    put_off_composing(app)
    take_up_composing(app)
