"""In a narrow window nothing is cut off, and every action keeps a way to it."""

import tkinter as tk

import pytest

from humas_desk.ui.fields.line_field import label_above
from humas_desk.ui.main_view import MainView
from humas_desk.ui.toolbar import SPARE, Finding
from humas_desk.wording import _
from tests.window.stand_ins import Pump

FINDINGS = tuple(Finding(text=f"{number}", place="title", is_error=True) for number in range(12))


def resize(view: MainView, pump: Pump, width: int) -> None:
    view.root.minsize(1, 1)
    view.root.geometry(f"{width}x640+0+0")
    pump(lambda: view.toolbar.winfo_width() == width)
    pump()


def cut_off(bar: tk.Misc) -> list[str]:
    """What in the bar has less room than it asks for, or stands past its end."""
    return [
        str(child)
        for child in bar.winfo_children()
        if child.winfo_manager() == "pack"
        and (child.winfo_width() < child.winfo_reqwidth() or child.winfo_x() + child.winfo_width() > bar.winfo_width())
    ]


@pytest.mark.parametrize("width", [1366, 900, 760, 640])
def test_the_bars_cut_nothing_off_and_every_action_is_in_the_bar_or_its_menu(
    view: MainView, pump: Pump, width: int
) -> None:
    view.toolbar.show_findings(FINDINGS)
    resize(view, pump, width)
    assert cut_off(view.toolbar) == []
    assert cut_off(view.preview.bar) == []
    rest = view.toolbar._rest
    menu = rest.nametowidget(rest["menu"])
    view.toolbar._fill_rest()
    end = menu.index("end")
    offered = {menu.entrycget(index, "label") for index in range(end + 1)} if end is not None else set()
    assert bool(offered) == bool(rest.winfo_manager())
    for action_id in SPARE:
        is_seen = bool(view.toolbar._buttons[action_id].winfo_manager())
        assert is_seen != (view.actions[action_id].label in offered)
    resize(view, pump, 1366)
    assert all(view.toolbar._buttons[action_id].winfo_manager() for action_id in SPARE)
    assert not rest.winfo_manager()


def test_findings_that_come_into_a_narrow_bar_shrink_to_their_number(view: MainView, pump: Pump) -> None:
    view.toolbar.show_findings(())
    resize(view, pump, 700)
    view.toolbar.show_findings(FINDINGS)
    pump()
    assert view.toolbar.counter_text == "12"
    assert cut_off(view.toolbar) == []


def test_a_label_in_little_room_ends_in_an_ellipsis(view: MainView, pump: Pump) -> None:
    frame = tk.Frame(view.root, width=60, height=30)
    frame.pack_propagate(False)
    frame.place(x=0, y=0)
    label = label_above(frame, _("Attribution verb"), "white")
    label.pack(fill="x")
    pump(lambda: str(label["text"]).endswith("…"))
    frame.configure(width=300)
    pump(lambda: label["text"] == _("Attribution verb"))
