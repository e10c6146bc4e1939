from collections.abc import Iterator
from dataclasses import replace
import tkinter as tk
from tkinter.font import nametofont

import pytest
import ttkbootstrap as ttk

from humas_desk.desk.desk import Desk
from humas_desk.desk.folders import Folders
from humas_desk.desk.history import Focus
from humas_desk.desk.settings import load_settings
from humas_desk.release.blocks import Quote
from humas_desk.release.person import Speaker
from humas_desk.ui import theme
from humas_desk.ui.main_view import MainView
from humas_desk.wording import _
from tests.window.stand_ins import Pump, walk, writing


@pytest.fixture(autouse=True)
def as_it_was(app: ttk.App) -> Iterator[None]:
    yield
    theme.wear(app, theme.LIGHT, 100)


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("look", "least"), [(theme.LIGHT, 2.4), (theme.DARK, 3.0), (theme.CONTRAST, 7.0)])
@pytest.mark.parametrize("style", ["primary", "outline", "ghost"])
def test_what_cannot_be_taken_now_can_still_be_read(app: ttk.App, look: str, least: float, style: str) -> None:
    theme.wear(app, look, 100)
    button = ttk.Button(app, text="Simpan", bootstyle=style)
    ink = str(ttk.Style().lookup(button.cget("style"), "foreground", ["disabled"]))
    assert contrast(ink, theme.PAPER) >= least


def test_what_cannot_be_taken_has_no_stronger_border_than_what_can(app: ttk.App) -> None:
    style, name = ttk.Style(), ttk.Button(app, text="Batal", bootstyle="outline").cget("style")
    off, on = (str(style.lookup(name, "bordercolor", state)) for state in (["disabled"], ["!disabled"]))
    assert contrast(off, theme.PAPER) <= contrast(on, theme.PAPER)


@pytest.mark.parametrize(("look", "least"), [(theme.LIGHT, 4.5), (theme.DARK, 4.5), (theme.CONTRAST, 7.0)])
def test_every_ink_can_be_read_on_every_ground_it_stands_on(app: ttk.App, look: str, least: float) -> None:
    theme.wear(app, look, 100)
    pairs = {
        f"{ink} on {ground}": contrast(getattr(theme, ink), getattr(theme, ground))
        for ground in ("PAPER", "CHROME", "NAVY_SOFT", "HOVER", "SELECTION")
        for ink in ("INK", "INK_SOFT")
        if (ink, ground) != ("INK_SOFT", "SELECTION")
    }
    pairs |= {
        f"{ink} on {ground}": contrast(getattr(theme, ink), getattr(theme, ground))
        for ink, ground in (
            ("INK_FAINT", "PAPER"),
            ("NAVY", "PAPER"),
            ("RED", "PAPER"),
            ("RED", "RED_SOFT"),
            ("AMBER", "PAPER"),
            ("AMBER", "AMBER_SOFT"),
            ("GREEN", "PAPER"),
            ("INK", "RED_SOFT"),
            ("INK", "AMBER_SOFT"),
        )
    }
    low = {pair: round(value, 2) for pair, value in pairs.items() if value < (least if "FAINT" not in pair else 4.4)}
    assert low == {}


@pytest.mark.parametrize("look", [theme.DARK, theme.CONTRAST])
def test_no_colour_of_the_light_look_is_left_in_the_window(view: MainView, pump: Pump, look: str) -> None:
    light = {getattr(theme, name) for name in ("PAPER", "CHROME", "INK", "NAVY", "EDGE", "HOVER")}
    view.actions.run(f"look-{look}")
    pump()
    dressed = {getattr(theme, name) for name in ("PAPER", "CHROME", "INK", "NAVY", "EDGE", "HOVER")}
    wrong = []
    for widget in walk(view.root):
        for option in ("background", "foreground", "highlightbackground", "insertbackground"):
            try:
                colour = str(widget.cget(option))
            except tk.TclError:
                continue
            if colour in light - dressed:
                wrong.append(f"{widget} {option}")
    assert wrong == []


def test_the_page_stays_white_paper_in_the_dark(view: MainView, pump: Pump) -> None:
    view.actions.run("look-dark")
    pump()
    canvas = view.preview.canvas
    kinds = {item: str(canvas.tk.call(str(canvas), "type", item)) for item in canvas.find_all()}
    fills = {
        str(canvas.tk.call(str(canvas), "itemcget", item, "-fill")) for item in kinds if kinds[item] == "rectangle"
    }
    assert theme.SHEET in fills
    assert contrast(theme.SHEET, "#ffffff") == 1


def test_a_look_is_put_on_at_once_kept_and_the_cursor_stays(
    view: MainView, desk: Desk, folders: Folders, pump: Pump
) -> None:
    writing(view, pump)
    view.form.go_to(Focus(place="blocks[0].text", start=3, end=3))
    pump(lambda: str(view.form.focused_place()).find("blocks[0]") > 0)
    place = view.form.focused_place()
    field = view.root.focus_get()
    assert isinstance(field, tk.Misc)
    field.event_generate("<Control-F10>")
    pump(lambda: theme.worn()[0] == theme.DARK)
    assert load_settings(folders.settings_file).look == "dark"
    assert view.form.focused_place() == place
    assert desk.session.release.title


def test_rows_icons_and_letters_grow_together_and_shrink_again(view: MainView, folders: Folders, pump: Pump) -> None:
    before = view.toolbar.winfo_height(), letters(), view.status_bar.winfo_height()
    writing(view, pump)
    for key in ("<Control-plus>", "<Control-equal>", "<Control-KP_Add>"):
        field = view.root.focus_get()
        assert isinstance(field, tk.Misc)
        field.event_generate(key)
        pump()
    assert theme.worn()[1] == 150
    grown = view.toolbar.winfo_height(), letters(), view.status_bar.winfo_height()
    assert [round(new / old, 1) for new, old in zip(grown, before, strict=True)] == [1.5, 1.5, 1.5]
    assert load_settings(folders.settings_file).size_percent == 150
    view.actions.run("normal-size")
    pump()
    assert (view.toolbar.winfo_height(), letters(), view.status_bar.winfo_height()) == before


@pytest.mark.parametrize("percent", [100, 125, 150])
def test_the_labels_of_a_quote_are_whole(view: MainView, desk: Desk, pump: Pump, percent: int) -> None:
    quote = Quote(id="cafe", text="Kami siap melayani.", speaker=Speaker(name="Sulastri Dewi"))
    desk.session.edit(lambda release: replace(release, blocks=(quote,)))
    view.wear(theme.LIGHT, percent)
    view.form.go_to(Focus(place="blocks[0].text"))
    pump(lambda: view.form.blocks.is_open("cafe"))
    pump()
    labels = [
        str(widget["text"])
        for widget in walk(view.form.blocks.cards["cafe"].shell.frame)
        if isinstance(widget, tk.Label) and widget.winfo_ismapped()
    ]
    assert {_("Speaker"), _("Position"), _("Attribution verb")} <= set(labels)


def letters() -> int:
    return abs(int(nametofont(theme.BODY).cget("size")))


def test_the_page_keeps_its_true_size_while_the_window_grows(view: MainView, pump: Pump) -> None:
    view.preview.set_zoom(1.0)
    pump()
    before = view.preview._stack().width
    view.actions.run("larger")
    pump()
    assert view.preview.zoom == 1.0
    assert abs(view.preview._stack().width - before) <= 1


@pytest.mark.parametrize(
    ("percent", "direction", "expected"), [(100, 1, 110), (80, -1, 80), (200, 1, 200), (130, 0, 100), (130, -1, 125)]
)
def test_sizes_go_in_steps_and_stop_at_the_ends(percent: int, direction: int, expected: int) -> None:
    assert theme.next_size(percent, direction) == expected


def test_writing_undo_and_problems_go_on_after_a_change_of_look(view: MainView, desk: Desk, pump: Pump) -> None:
    view.actions.run("look-contrast")
    view.form.go_to(Focus(place="title"))
    desk.session.put("title", "Judul yang lain")
    pump()
    assert view.root.title() == "Judul yang lain"
    view.actions.run("undo")
    pump()
    assert view.root.title() != "Judul yang lain"


def test_the_width_of_the_panes_is_kept_through_a_change_and_to_the_next_start(
    view: MainView, desk: Desk, pump: Pump
) -> None:
    view.split.sash_place(0, 700, 0)
    view.split._dragged()
    share = view.split.share
    view.actions.run("look-dark")
    pump()
    assert abs(view.split.share - share) < 0.01
    assert abs(desk.settings.pane_percent - share * 100) <= 0.5
