from collections import Counter
from collections.abc import Callable
import tkinter as tk
from typing import cast

import pytest
import ttkbootstrap as ttk

from humas_desk.ui import theme
from humas_desk.ui.action_table import Doers, build_actions
from humas_desk.ui.actions import Actions
from humas_desk.ui.keys import sequences
from humas_desk.ui.menu_bar import MENUS
from humas_desk.wording import _


class Recorder:
    """Writes down what it is told to do; everything can be done but what it is told to refuse."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.refuse: set[str] = set()
        self.records = self
        self.checking = self

    def __getattr__(self, name: str) -> object:
        def note(*facts: object) -> bool:
            if name.startswith("can_"):
                return name not in self.refuse
            self.done.append(" ".join([name, *map(str, facts)]))
            return True

        return note


@pytest.fixture
def recorder() -> Recorder:
    return Recorder()


@pytest.fixture
def actions(recorder: Recorder) -> Actions:
    return build_actions(cast("Doers", recorder))


def test_every_action_stands_in_the_menu_bar_once(actions: Actions) -> None:
    in_menus = [name for _heading, ids in MENUS for name in ids.split() if name != "|"]
    assert Counter(in_menus) == Counter(action.id for action in actions)


def test_every_action_has_a_key(actions: Actions) -> None:
    assert [action.id for action in actions if not action.keys] == []


def test_no_key_does_two_things(actions: Actions) -> None:
    bound = [sequence for action in actions for key in action.keys for sequence in sequences(key)]
    assert [sequence for sequence, count in Counter(bound).items() if count > 1] == []


def test_every_underlined_letter_opens_one_entry_of_its_menu(actions: Actions) -> None:
    for heading, ids in MENUS:
        letters = [actions[name].label[actions[name].underline].lower() for name in ids.split() if name != "|"]
        assert [letter for letter, count in Counter(letters).items() if count > 1] == [], _(heading)


def test_every_icon_exists(app: ttk.App, actions: Actions) -> None:
    for action in actions:
        if action.icon:
            ttk.Button(app, icon=action.icon)


def test_an_action_that_cannot_be_taken_does_nothing(recorder: Recorder, actions: Actions) -> None:
    recorder.refuse = {"can_undo"}
    actions.run("undo")
    actions.run("redo")
    assert recorder.done == ["redo"]


@pytest.mark.parametrize(
    ("key", "done"),
    [
        ("<Control-o>", "open"),
        ("<Control-Lock-O>", "open"),
        ("<Control-e>", "export"),
        ("<Control-z>", "undo"),
        ("<Control-y>", "redo"),
        ("<Control-Shift-Z>", "redo"),
        ("<Control-p>", "print"),
        ("<Control-plus>", "resize 1"),
        ("<Alt-plus>", "zoom_step 1"),
        ("<Control-Shift-P>", "palette"),
        ("<Control-F10>", "wear dark"),
        ("<Control-Shift-K>", "insert quote"),
    ],
)
def test_in_a_text_a_key_does_the_windows_action_and_nothing_of_tks_own(
    app: ttk.App, actions: Actions, recorder: Recorder, key: str, done: str
) -> None:
    text = tk.Text(app)
    theme.plain_text(text)
    text.pack()
    text.insert("1.0", "satu\ndua\ntiga")
    text.mark_set("insert", "2.1")
    actions.bind(app)
    app.deiconify()
    text.focus_force()
    app.update()
    text.event_generate(key)
    app.update()
    assert recorder.done == [done]
    assert text.get("1.0", "end-1c") == "satu\ndua\ntiga"
    assert text.index("insert") == "2.1"


@pytest.mark.parametrize("make", [tk.Text, tk.Entry, ttk.Entry])
def test_ctrl_a_selects_all_in_every_field(
    app: ttk.App, actions: Actions, make: Callable[[tk.Misc], tk.Widget]
) -> None:
    actions.bind(app)
    field = make(app)
    field.pack()
    app.tk.call(str(field), "insert", "1.0" if isinstance(field, tk.Text) else 0, "semua ini")
    app.deiconify()
    field.focus_force()
    app.update()
    field.event_generate("<Control-a>")
    assert str(app.tk.call("selection", "get")).strip() == "semua ini"


def test_a_window_that_went_leaves_no_key_behind(app: ttk.App, recorder: Recorder, actions: Actions) -> None:
    actions.bind(app)
    actions.unbind(app)
    app.focus_force()
    app.update()
    app.event_generate("<Control-Key-z>")
    app.update()
    assert recorder.done == []


def test_a_hint_tells_the_key(actions: Actions) -> None:
    assert actions.hint("undo").endswith("(Ctrl+Z)")
    assert "…" not in actions.hint("open")
