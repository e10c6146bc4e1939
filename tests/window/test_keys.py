from functools import partial
import tkinter as tk

import pytest
import ttkbootstrap as ttk

from humas_desk.ui.fields.suggestions import Suggestion, Suggestions
from humas_desk.ui.keys import sequences
from tests.window.stand_ins import Pump


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("Ctrl+S", ("<Control-s>", "<Control-Lock-S>")),
        ("Ctrl+Shift+Z", ("<Control-Shift-Z>", "<Control-Lock-Shift-z>")),
        ("Ctrl++", ("<Control-plus>", "<Control-equal>", "<Control-KP_Add>")),
        ("Alt+↑", ("<Alt-Up>",)),
        ("Ctrl+0", ("<Control-Key-0>", "<Control-KP_0>")),
        ("F1", ("<F1>",)),
    ],
)
def test_a_key_is_bound_as_tk_will_see_it_also_with_caps_lock_and_on_the_pad(
    key: str, expected: tuple[str, ...]
) -> None:
    assert sequences(key) == expected


@pytest.fixture
def shown(app: ttk.App) -> ttk.App:
    app.geometry("400x300+0+0")
    app.deiconify()
    app.focus_force()
    return app


def test_every_list_knows_home_end_page_keys_and_first_letters(shown: ttk.App, pump: Pump) -> None:
    box = tk.Listbox(shown, height=5, exportselection=False)
    box.insert("end", *(f" {letter}{number}" for letter in "abc" for number in range(10)))
    box.pack()
    heard: list[int] = []
    box.bind("<<ListboxSelect>>", lambda _event: heard.append(int(box.index("active"))))
    box.focus_force()
    pump()
    for key in ("End", "Home", "Next", "b", "Prior"):
        box.event_generate(f"<{key}>")
    shown.update()
    assert heard == [29, 0, 4, 10, 6]


def test_page_keys_go_to_the_ends_of_what_is_offered_and_home_stays_in_the_text(shown: ttk.App, pump: Pump) -> None:
    entry = ttk.Entry(shown)
    entry.pack()
    taken: list[str] = []
    names = ("Bandung", "Bangkalan", "Banyumas")
    found = tuple(Suggestion(text=name, take=partial(taken.append, name)) for name in names)
    offered = Suggestions(entry, lambda _typed: found)
    entry.focus_force()
    pump()
    entry.insert(0, "ban")
    offered.typed()
    assert offered.texts == names
    entry.event_generate("<Home>")
    assert entry.index("insert") == 0
    entry.event_generate("<Next>")
    entry.event_generate("<Return>")
    assert taken == ["Banyumas"]
    offered.typed()
    for key in ("Next", "Home", "Return"):
        entry.event_generate(f"<{key}>")
    assert taken == ["Banyumas", "Bandung"]
