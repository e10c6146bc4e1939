import tkinter as tk

import pytest

from humas_desk.ui.main_view import MainView
from humas_desk.ui.menu_bar import MENUS
from humas_desk.ui.palette import Palette
from humas_desk.ui.word_search import folded, search
from humas_desk.wording import _
from tests.window.stand_ins import Pump, walk, writing


@pytest.fixture
def palette(view: MainView, pump: Pump) -> Palette:
    """The list, opened with its key from a field of the form."""
    writing(view, pump).event_generate("<Control-Shift-P>")
    pump(lambda: opened(view))
    return opened(view)[0]


def opened(view: MainView) -> list[Palette]:
    return [widget for widget in walk(view.root) if isinstance(widget, Palette)]


def type_in(palette: Palette, text: str, pump: Pump) -> None:
    palette.entry.focus_force()
    pump()
    for letter in text:
        palette.entry.event_generate("<KeyPress>", keysym="space" if letter == " " else letter)
    pump()


def said(palette: Palette) -> list[str]:
    return [
        str(widget.cget("text")) for widget in walk(palette) if isinstance(widget, tk.Label) and widget.winfo_viewable()
    ]


def test_it_offers_every_action_but_itself_with_its_menu_and_key(palette: Palette, view: MainView) -> None:
    actions = [action for action in view.actions if action.id != "palette"]
    assert sorted(palette.labels) == sorted(action.label for action in actions)
    texts = said(palette)
    assert view.actions["new-news"].label in texts
    assert "Ctrl+N" in texts
    assert _(MENUS[0][0]).replace("&", "") in texts


def test_typed_letters_find_a_command_and_enter_takes_it(palette: Palette, view: MainView, pump: Pump) -> None:
    before = view.desk.session.release.id
    type_in(palette, folded(view.actions["new-press"].label), pump)
    assert palette.labels[0] == view.actions["new-press"].label
    palette.entry.event_generate("<Return>")
    pump()
    assert opened(view) == []
    assert view.desk.session.release.id != before


def test_escape_closes_it_and_the_cursor_is_where_it_was(palette: Palette, view: MainView, pump: Pump) -> None:
    palette.entry.focus_force()
    pump()
    palette.entry.event_generate("<Escape>")
    pump(lambda: view.form.focused_place() is not None)
    assert opened(view) == []


def test_what_cannot_be_done_now_is_grey_and_enter_leaves_it(palette: Palette, view: MainView, pump: Pump) -> None:
    type_in(palette, folded(view.actions["undo"].label), pump)
    assert palette.labels[0] == view.actions["undo"].label
    chosen = palette.chosen
    assert chosen is not None
    assert not chosen.is_enabled
    assert any(_("{menu} · not now").format(menu=chosen.menu) in text for text in said(palette))
    palette.entry.event_generate("<Return>")
    pump()
    assert opened(view) == [palette]


def test_the_arrows_choose_and_stop_at_the_ends(palette: Palette, pump: Pump) -> None:
    palette.entry.focus_force()
    pump()
    for _number in range(len(palette.labels) + 3):
        palette.entry.event_generate("<Down>")
    assert palette.chosen is not None
    assert palette.chosen.action.label == palette.labels[-1]
    palette.entry.event_generate("<Prior>")
    palette.entry.event_generate("<Up>")
    assert palette.chosen.action.label == palette.labels[-11]


def test_a_click_takes_the_command_under_the_pointer(palette: Palette, view: MainView, pump: Pump) -> None:
    type_in(palette, folded(view.actions["look-dark"].label), pump)
    label = next(
        w for w in walk(palette) if isinstance(w, tk.Label) and w.cget("text") == view.actions["look-dark"].label
    )
    label.event_generate("<Button-1>")
    pump(lambda: view.commands.is_worn("dark"))
    view.commands.wear("light")


def test_nothing_found_is_said(palette: Palette, pump: Pump) -> None:
    type_in(palette, "zzqq", pump)
    assert palette.labels == ()
    assert _("No command is called so") in said(palette)
    palette.entry.event_generate("<Return>")
    palette.entry.event_generate("<Down>")


@pytest.mark.usefixtures("palette")
def test_leaving_it_for_a_field_closes_it(view: MainView, pump: Pump) -> None:
    view.preview.canvas.focus_force()
    pump(lambda: opened(view) == [])
    assert view.root.focus_get() is view.preview.canvas


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("CETAK", ["Cetak…", "Kartu cetak"]),
        ("crème", ["Creme brulee"]),
        ("brul cre", ["Creme brulee"]),
        ("etak", ["Kartu cetak", "Cetak…"]),
        ("", ["Kartu cetak", "Cetak…", "Creme brulee"]),
        ("kosong", []),
    ],
)
def test_words_are_found_without_accents_and_in_any_order(typed: str, found: list[str]) -> None:
    assert list(search(["Kartu cetak", "Cetak…", "Creme brulee"], typed, str)) == found
