"""The form's own actions by their keys, in the whole window."""

from collections.abc import Callable
import tkinter as tk

import pytest
import ttkbootstrap as ttk

from humas_desk.desk.history import Focus
from humas_desk.release.blocks import Block, Heading, ItemList, Paragraph, Quote
from humas_desk.ui.main_view import MainView
from tests.window.conftest import Pump
from tests.window.stand_ins import walk

Press = Callable[[str], None]


@pytest.fixture
def press(app: ttk.App, view: MainView, pump: Pump) -> Press:
    app.focus_force()
    view.form.go_to(Focus(place="blocks[0].text", start=4, end=4))
    pump()

    def send(key: str) -> None:
        widget = app.focus_get()
        assert widget is not None
        widget.event_generate(f"<{key}>")
        pump()

    return send


def first(view: MainView) -> Block:
    return view.desk.session.release.blocks[0]


def count(view: MainView) -> int:
    return len(view.desk.session.release.blocks)


def test_one_key_makes_a_part_another_kind(view: MainView, press: Press) -> None:
    for key, kind in (("3", Heading), ("4", ItemList), ("2", Quote), ("1", Paragraph)):
        press(f"Control-Key-{key}")
        assert isinstance(first(view), kind)


def test_a_part_is_doubled(view: MainView, press: Press) -> None:
    before = count(view)
    press("Control-Key-d")
    assert count(view) == before + 1


def test_a_key_joins_a_part_to_the_paragraph_before_and_parts_it_again(
    view: MainView, press: Press, pump: Pump
) -> None:
    assert not view.actions.is_enabled("join"), "nothing stands before the first"
    index = next(n for n, b in enumerate(view.desk.session.release.blocks) if isinstance(b, Quote) and not b.joined)
    view.form.go_to(Focus(place=f"blocks[{index}].text"))
    pump()
    for joined in (True, False):
        press("Control-Key-j")
        block = view.desk.session.release.blocks[index]
        assert isinstance(block, Quote)
        assert block.joined is joined
        checked = view.actions["join"].checked
        assert checked is not None
        assert checked() is joined


def test_a_deleted_part_is_told_and_comes_back_by_the_button(view: MainView, press: Press) -> None:
    before = view.desk.session.release
    press("Control-Shift-Key-Delete")
    assert view.shell.toasts.text == "Paragraf dihapus"
    buttons = [widget for widget in walk(view.root) if isinstance(widget, ttk.Button)]
    next(button for button in buttons if str(button["text"]) == "Urungkan").invoke()
    assert view.desk.session.release == before


def test_the_way_back_goes_when_something_else_is_done(view: MainView, press: Press) -> None:
    press("Control-Shift-Key-Delete")
    view.desk.session.put("title", "Lain")
    assert view.shell.toasts.text == ""


def test_find_and_replace_open_over_the_form(view: MainView, press: Press, pump: Pump) -> None:
    press("Control-Key-f")
    bar = view.form.finding.bar
    assert bar is not None
    assert bar.has_focus
    assert not bar.other.winfo_ismapped()
    press("Control-Key-h")
    pump(bar.other.winfo_ismapped)
    press("Key-Escape")
    assert not bar.winfo_ismapped()
    assert view.form.focused_place() == Focus(place="blocks[0].text", start=4, end=4)


def test_f3_goes_on_with_what_was_looked_for(view: MainView, press: Press, pump: Pump) -> None:
    press("Control-Key-f")
    bar = view.form.finding.bar
    assert bar is not None
    bar.wanted.set("warga")
    pump(lambda: "dari" in bar.count)
    press("Key-Escape")
    first_hit = view.form.focused_place()
    press("Key-F3")
    second_hit = view.form.focused_place()
    assert second_hit != first_hit
    press("Shift-Key-F3")
    assert view.form.focused_place() == first_hit


def test_a_no_break_space_has_a_key(view: MainView, press: Press) -> None:
    press("Control-Shift-Key-space")
    block = first(view)
    assert isinstance(block, Paragraph)
    assert "\u00a0" in block.text


def test_the_city_is_completed_from_the_table_of_regions(
    app: ttk.App, view: MainView, press: Press, pump: Pump
) -> None:
    view.desk.session.put("dateline.city", "")
    view.form.go_to(Focus(place="dateline.city"))
    pump()
    for key in ("k", "r", "a", "k", "Down", "Return"):
        press(f"Key-{key}")
    assert view.desk.session.release.dateline.city == "Kraksaan"
    assert isinstance(app.focus_get(), tk.Entry)


def test_the_line_below_says_how_much_there_is(view: MainView, pump: Pump) -> None:
    view.desk.session.put("title", "Judul baru")
    pump(lambda: any("judul 10 karakter" in str(words) for words in texts(view)))


def texts(view: MainView) -> list[str]:
    return [str(widget["text"]) for widget in walk(view.status_bar) if isinstance(widget, ttk.Label)]
