import tkinter as tk

import pytest
import ttkbootstrap as ttk

from humas_desk.ui.dialogs import Choice, Dialog, ask
from humas_desk.ui.scheduler import Scheduler
from humas_desk.ui.toast import Toasts
from humas_desk.wording import Message
from tests.window.stand_ins import Dialogs, Pump, has_keyboard, press, said, walk

MESSAGE = Message(what="It is locked.", safe="The text is safe.", todo="Close the file.")
CHOICES = (Choice(answer="again", label="Try", primary=True), Choice(answer="leave", label="Leave"))


@pytest.fixture
def shown(app: ttk.App) -> ttk.App:
    app.deiconify()
    app.update()
    return app


def when_open(app: ttk.App, dialogs: Dialogs, do: str) -> list[str]:
    """When the dialog is open: press a key in what has the keyboard, or a button."""
    heard: list[str] = []

    def look() -> None:
        if not dialogs():
            app.after(20, look)
            return
        dialog = dialogs()[-1]
        focused = dialog.focus_get()
        field = focused if focused is not None and focused.winfo_toplevel() is dialog else dialog
        if do.startswith("<") and not has_keyboard(field):
            app.after(20, look)
            return
        heard.append(said(dialog))
        if do.startswith("<"):
            field.event_generate(do)
        else:
            press(dialog, do)

    app.after(20, look)
    return heard


@pytest.mark.parametrize(
    ("do", "answered"),
    [("Try", "again"), ("Leave", "leave"), ("<Return>", "again"), ("<KP_Enter>", "again"), ("<Escape>", None)],
)
def test_a_message_is_answered_by_button_enter_or_escape(
    shown: ttk.App, dialogs: Dialogs, do: str, answered: str | None
) -> None:
    heard = when_open(shown, dialogs, do)
    assert ask(shown, MESSAGE, CHOICES) == answered
    assert all(part in heard[0] for part in (MESSAGE.what, MESSAGE.safe, MESSAGE.todo))
    assert dialogs() == []


@pytest.mark.parametrize("when", ["idle", "mapped"])
def test_a_dialog_that_is_closed_while_it_opens_stays_closed(shown: ttk.App, dialogs: Dialogs, when: str) -> None:
    dialog = Dialog(shown, "Title")
    if when == "idle":
        shown.after_idle(dialog.destroy)
    else:
        dialog.bind("<Map>", lambda _event: dialog.destroy())
    dialog.show()
    dialog.wait()
    assert dialogs() == []
    assert shown.grab_current() is None


def test_enter_on_another_button_takes_that_one(shown: ttk.App, dialogs: Dialogs) -> None:
    def look() -> None:
        if not dialogs():
            shown.after(20, look)
            return
        other = next(w for w in walk(dialogs()[-1]) if isinstance(w, ttk.Button) and w.cget("text") == "Leave")
        if not has_keyboard(other):
            shown.after(20, look)
            return
        other.event_generate("<Return>")

    shown.after(20, look)
    assert ask(shown, MESSAGE, CHOICES) == "leave"


def test_a_toast_has_one_action_and_goes_by_itself_or_for_the_next(shown: ttk.App, pump: Pump) -> None:
    done: list[str] = []
    scheduler = Scheduler(shown)
    toasts = Toasts(shown, scheduler)
    toasts.show("First")
    toasts.show("Second", action=("Open", lambda: done.append("opened")))
    assert toasts.text == "Second"
    assert len([child for child in shown.winfo_children() if isinstance(child, tk.Frame)]) == 1
    press(shown, "Open")
    assert (done, toasts.text) == (["opened"], "")
    toasts.show("Third")
    assert scheduler.waits("toast")
    toasts.hide()
    assert not scheduler.waits("toast")
    pump()
