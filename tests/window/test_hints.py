import tkinter as tk

import pytest
import ttkbootstrap as ttk

from humas_desk.desk.history import Focus
from humas_desk.ui import theme
from humas_desk.ui.dialogs import Dialog
from humas_desk.ui.export_dialog import ExportDialog
from humas_desk.ui.main_view import MainView
from humas_desk.ui.settings.settings_dialog import SettingsDialog
from tests.window.stand_ins import Pump, walk, writing


def buttons(widget: tk.Misc) -> list[ttk.Button]:
    return [found for found in walk(widget) if isinstance(found, ttk.Button)]


def without_words(widget: tk.Misc) -> list[ttk.Button]:
    return [button for button in buttons(widget) if not str(button.cget("text")).strip()]


def hinted(button: tk.Misc, pump: Pump) -> str:
    """What the tooltip says when the pointer rests on the button."""
    before = {top for top in walk(button.winfo_toplevel()) if isinstance(top, tk.Toplevel)}
    button.event_generate("<Enter>")
    tips: list[tk.Toplevel] = []

    def shown() -> bool:
        tops = [top for top in walk(button.nametowidget(".")) if isinstance(top, tk.Toplevel) and top not in before]
        tips[:] = [top for top in tops if top.overrideredirect()]
        return bool(tips)

    pump(shown)
    text = " ".join(str(w.cget("text")) for w in walk(tips[0]) if isinstance(w, ttk.Label | tk.Label))
    button.event_generate("<Leave>")
    pump()
    return text


def test_every_button_of_the_toolbar_tells_its_key(view: MainView, pump: Pump) -> None:
    for name, button in view.toolbar._buttons.items():
        assert hinted(button, pump) == view.actions.hint(name)
        assert view.actions[name].keys[0] in view.actions.hint(name)


@pytest.mark.parametrize("make", [ExportDialog, SettingsDialog])
def test_no_button_of_a_dialog_is_a_riddle(
    view: MainView, pump: Pump, make: type[ExportDialog] | type[SettingsDialog]
) -> None:
    if make is ExportDialog:
        dialog: Dialog = ExportDialog(view.shell, on_finding=print).dialog
    else:
        dialog = SettingsDialog(view.shell, on_change=view.show_choices).dialog
    dialog.show()
    pump()
    assert [str(button) for button in without_words(dialog) if not button.bind("<Enter>")] == []


def test_no_button_of_the_window_is_a_riddle(view: MainView) -> None:
    assert [str(button) for button in without_words(view.root) if not button.bind("<Enter>")] == []


def test_escape_backs_out_of_a_dialog_from_any_field_in_it(view: MainView, pump: Pump) -> None:
    inputs = ("TEntry", "TCombobox", "TCheckbutton", "TRadiobutton", "TButton", "Listbox", "Text")
    count = len(inputs_of(SettingsDialog(view.shell, on_change=view.show_choices).dialog, inputs))
    for top in view.root.winfo_children():
        if isinstance(top, Dialog):
            top.close()
    assert count > 10
    for number in range(0, count, 5):
        dialog = SettingsDialog(view.shell, on_change=view.show_choices).dialog
        dialog.show()
        field = inputs_of(dialog, inputs)[number]
        field.focus_force()
        pump()
        field.event_generate("<Escape>")
        pump(lambda gone=dialog: not gone.winfo_exists())


def inputs_of(dialog: tk.Misc, classes: tuple[str, ...]) -> list[tk.Misc]:
    return [widget for widget in walk(dialog) if widget.winfo_class() in classes]


def test_tab_goes_down_a_dialog_as_it_is_read(view: MainView, pump: Pump) -> None:
    dialog = ExportDialog(view.shell, on_finding=print).dialog
    dialog.show()
    pump()
    stops: list[tk.Misc] = []
    widget = dialog.body.tk_focusNext()
    while widget is not None and widget not in stops and str(widget).startswith(str(dialog.body)):
        stops.append(widget)
        widget = widget.tk_focusNext()
    tops = [(stop.winfo_rooty() // theme.px(dialog, theme.FIELD_HEIGHT), stop.winfo_rootx()) for stop in stops]
    assert len(stops) > 4
    assert tops == sorted(tops)


def test_where_the_keyboard_is_can_be_seen_in_every_look(view: MainView, pump: Pump) -> None:
    for look in theme.LOOKS:
        view.actions.run(f"look-{look}")
        writing(view, pump)
        view.form.go_to(Focus(place="blocks[0].text"))
        pump()
        card = view.form.blocks.cards[view.form.blocks.key(0) or ""]
        assert str(card.shell._edge.cget("background")) == theme.NAVY
    view.actions.run("look-light")
