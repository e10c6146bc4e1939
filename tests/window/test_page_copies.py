"""Copies for WhatsApp and for the web page, through the window's own keys and buttons."""

from collections.abc import Callable
from pathlib import Path
import tkinter as tk

import pytest
import ttkbootstrap as ttk

from humas_desk.desk.desk import Desk
from humas_desk.desk.requests import Copied, Copies, CopyRequest
from humas_desk.errors import ClipboardBusy, FileMissing
from humas_desk.ui.clipboard import Clip, put_on_clipboard
from humas_desk.ui.copy_dialog import CopyDialog
from humas_desk.ui.main_view import MainView
from humas_desk.wording import _
from tests.window.stand_ins import Dialogs, Pump, StillWorker, answer, press, said

MESSAGE = "*Judul*\n\n“Kutipan,” ujar Ratna. _Istilah_ 🙂"
COPIES = Copies(whatsapp=MESSAGE, whatsapp_excess=0, plain="Judul\n\nTeks", html="<h1>Judul</h1>\n<p>Teks</p>")
Open = Callable[..., CopyDialog]


@pytest.fixture
def open_dialog(view: MainView, worker: StillWorker, pump: Pump) -> Open:
    """A copy dialog whose text has come."""

    def open_it(copies: Copies = COPIES, *, for_web: bool = False, **doors: Callable[..., None]) -> CopyDialog:
        dialog = CopyDialog(view.shell, for_web=for_web, on_finding=lambda _finding: None, **doors)
        dialog.dialog.show()
        assert dialog.copy_button.instate(["disabled"])
        tell(view, worker, copies)
        pump(lambda: dialog.copy_button.instate(["!disabled"]))
        return dialog

    return open_it


def tell(view: MainView, worker: StillWorker, copies: Copies) -> None:
    worker.news.append(Copied(serial=len(worker.errands), copies=copies))
    view.link._watch()


def asked(worker: StillWorker) -> list[CopyRequest]:
    return [errand for errand in worker.errands if isinstance(errand, CopyRequest)]


def test_the_message_is_shown_as_it_will_be_pasted_and_counted(open_dialog: Open) -> None:
    dialog = open_dialog()
    assert dialog.text.get("1.0", "end-1c") == MESSAGE
    assert dialog.length_text == f"{len(MESSAGE)} karakter"


def test_copying_puts_it_on_the_clipboard_and_says_so(open_dialog: Open, view: MainView, app: ttk.App) -> None:
    dialog = open_dialog()
    press(dialog.dialog, _("Copy"))
    assert app.clipboard_get(type="UTF8_STRING") == MESSAGE
    assert view.shell.toasts.text == _("Copied; paste it into WhatsApp")
    assert not dialog.dialog.winfo_exists()


def test_enter_copies_and_escape_does_not(open_dialog: Open, app: ttk.App, pump: Pump) -> None:
    app.clipboard_clear()
    app.clipboard_append("lama")
    for key, expected in (("<Escape>", "lama"), ("<Return>", MESSAGE)):
        dialog = open_dialog()
        dialog.text.focus_force()
        pump()
        dialog.text.event_generate(key)
        pump()
        assert app.clipboard_get(type="UTF8_STRING") == expected
        assert not dialog.dialog.winfo_exists()


def test_the_preview_cannot_be_written_in_but_parts_of_it_can_be_selected(open_dialog: Open, pump: Pump) -> None:
    dialog = open_dialog()
    dialog.text.focus_force()
    pump()
    dialog.text.event_generate("<Key-x>")
    dialog.text.event_generate("<<SelectAll>>")
    pump()
    assert dialog.text.get("1.0", "end-1c") == MESSAGE
    assert dialog.text.tag_ranges("sel")


def test_a_message_that_is_too_long_for_whatsapp_is_said_with_its_excess(open_dialog: Open) -> None:
    long = Copies(whatsapp="a" * 66_769, whatsapp_excess=1_233, plain="", html="")
    dialog = open_dialog(long)
    assert "66.769" in dialog.length_text
    assert "1.233" in dialog.length_text
    assert dialog.copy_button.instate(["!disabled"])


def test_the_web_page_gets_html_beside_the_plain_text(open_dialog: Open, view: MainView, app: ttk.App) -> None:
    dialog = open_dialog(for_web=True)
    assert dialog.text.get("1.0", "end-1c") == COPIES.plain
    press(dialog.dialog, _("Copy"))
    assert app.clipboard_get(type="UTF8_STRING") == COPIES.plain
    assert app.clipboard_get(type="text/html") == COPIES.html
    assert view.shell.toasts.text == _("Copied; paste it into the editor of the web page")


def test_straight_quotes_ask_anew_and_are_remembered(
    open_dialog: Open, view: MainView, desk: Desk, worker: StillWorker, pump: Pump
) -> None:
    dialog = open_dialog(for_web=True)
    assert not asked(worker)[-1].straight_quotes
    tick(dialog.dialog)
    assert asked(worker)[-1].straight_quotes
    tell(view, worker, Copies(whatsapp="", whatsapp_excess=0, plain='"lurus"', html="<p>lurus</p>"))
    pump(lambda: dialog.text.get("1.0", "end-1c") == '"lurus"')
    press(dialog.dialog, _("Copy"))
    assert desk.settings.straight_quotes
    open_dialog(for_web=True)
    assert asked(worker)[-1].straight_quotes


def test_a_copy_of_other_marks_waits_for_them(open_dialog: Open) -> None:
    dialog = open_dialog(for_web=True)
    tick(dialog.dialog)
    assert dialog.copy_button.instate(["disabled"])


def test_a_busy_clipboard_is_told_and_the_dialog_stays(
    open_dialog: Open, app: ttk.App, dialogs: Dialogs, pump: Pump
) -> None:
    def refuse(_root: tk.Misc, _clip: Clip) -> None:
        raise ClipboardBusy

    dialog = open_dialog(for_web=True, put=refuse)
    heard = answer(app, dialogs, _("Close"))
    dialog.copy_button.invoke()
    pump(lambda: heard)
    assert dialog.dialog.winfo_exists()


def test_a_text_that_could_not_be_made_is_told(
    view: MainView, worker: StillWorker, app: ttk.App, dialogs: Dialogs, pump: Pump, tmp_path: Path
) -> None:
    dialog = CopyDialog(view.shell, for_web=False, on_finding=lambda _finding: None)
    dialog.dialog.show()
    heard = answer(app, dialogs, _("Close"))
    worker.news.append(Copied(serial=len(worker.errands), error=FileMissing(tmp_path / "template.toml")))
    view.link._watch()
    pump(lambda: heard)
    assert not dialog.dialog.winfo_exists()


def test_a_text_for_a_dialog_that_is_gone_is_dropped(view: MainView, worker: StillWorker, pump: Pump) -> None:
    dialog = CopyDialog(view.shell, for_web=False, on_finding=lambda _finding: None)
    dialog.dialog.show()
    dialog.dialog.close()
    tell(view, worker, COPIES)
    pump(lambda: not worker.news)
    assert not view.shell.toasts.text


@pytest.mark.parametrize(
    ("key", "title"), [("<Control-Shift-W>", _("Copy for WhatsApp")), ("<Control-Shift-B>", _("Copy for the web page"))]
)
def test_each_copy_has_its_key(view: MainView, dialogs: Dialogs, pump: Pump, key: str, title: str) -> None:
    seen: list[str] = []

    def look() -> None:
        if not dialogs():
            view.root.after(20, look)
            return
        seen.append(str(dialogs()[-1].title()))
        press(dialogs()[-1], _("Cancel"))

    view.root.focus_force()
    pump()
    view.root.after(20, look)
    view.root.event_generate(key)
    pump(lambda: seen)
    assert seen == [title]


def test_plain_text_alone_needs_no_html(app: ttk.App) -> None:
    put_on_clipboard(app, Clip(plain="hanya teks"), platform="win32")
    assert app.clipboard_get(type="UTF8_STRING") == "hanya teks"


def test_the_hint_says_where_it_goes(open_dialog: Open) -> None:
    assert "WhatsApp" in said(open_dialog().dialog)


def tick(dialog: tk.Misc) -> None:
    """Take the dialog's one switch."""

    def switches(widget: tk.Misc) -> list[ttk.Checkbutton]:
        own = [widget] if isinstance(widget, ttk.Checkbutton) else []
        return [*own, *(found for child in widget.winfo_children() for found in switches(child))]

    switches(dialog)[0].invoke()
