"""Who stands in for the render worker and for the person at the file dialogs; and how to press a dialog's buttons."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
import tkinter as tk
from typing import TypeVar

import ttkbootstrap as ttk

from humas_desk.desk.folders import Folders
from humas_desk.desk.previewing import News, Previewer
from humas_desk.desk.requests import Errand, ExportRequest, PreviewRequest
from humas_desk.ui.choosing import Chooser
from humas_desk.ui.main_view import MainView

Pump = Callable[..., None]
Dialogs = Callable[[], list[tk.Toplevel]]
Answer = TypeVar("Answer")


class StillWorker(Previewer):
    """A render worker that writes down what it is asked, and says what the test tells it to."""

    def __init__(self, folders: Folders) -> None:
        super().__init__(folders)
        self.requests: list[PreviewRequest] = []
        self.errands: list[Errand] = []
        self.exports: list[ExportRequest] = []
        self.cancelled: list[int] = []
        self.news: list[News] = []
        self.starts = 0

    @property
    def busy(self) -> bool:
        return bool(self.news)

    def start(self) -> None:
        self.starts += 1

    def request(self, request: PreviewRequest) -> int:
        self.requests.append(request)
        return len(self.requests)

    def ask(self, errand: Errand) -> int:
        self.errands.append(errand)
        if isinstance(errand, ExportRequest):
            self.exports.append(errand)
        return len(self.errands)

    def cancel(self, serial: int) -> None:
        self.cancelled.append(serial)

    def poll(self) -> tuple[News, ...]:
        news, self.news = tuple(self.news), []
        return news

    def close(self) -> None:
        self.news = []


@dataclass(slots=True)
class Answers:
    """What the person at the test answers to questions for files and folders."""

    open_file: Path | None = None
    open_files: tuple[Path, ...] = ()
    save_file: Path | None = None
    folder: Path | None = None
    asked: list[str] = field(default_factory=list)

    def chooser(self) -> Chooser:
        return Chooser(
            open_file=lambda _owner, title, _kinds: self._say(title, self.open_file),
            open_files=lambda _owner, title, _kinds: self._say(title, self.open_files),
            save_file=lambda _owner, title, _name, _suffix: self._say(title, self.save_file),
            folder=lambda _owner, title, _start: self._say(title, self.folder),
        )

    def _say(self, title: str, answer: Answer) -> Answer:
        self.asked.append(title)
        return answer


def walk(widget: tk.Misc) -> list[tk.Misc]:
    """The widget and everything in it."""
    return [widget, *(found for child in widget.winfo_children() for found in walk(child))]


def said(dialog: tk.Misc) -> str:
    """What the labels of a dialog say."""
    return "\n".join(str(widget.cget("text")) for widget in walk(dialog) if isinstance(widget, ttk.Label))


def press(dialog: tk.Misc, label: str) -> None:
    """Take the button with this label, somewhere in the dialog."""
    buttons = [widget for widget in walk(dialog) if isinstance(widget, ttk.Button)]
    next(button for button in buttons if str(button.cget("text")).strip() == label).invoke()


def has_keyboard(widget: tk.Misc) -> bool:
    """Give it the keyboard; False: another window has it just now, and a key would be lost."""
    widget.focus_force()
    widget.update()
    return widget.focus_get() is widget


def writing(view: MainView, pump: Pump) -> tk.Misc:
    """The field of the form with the cursor, once the window has the keyboard."""
    pump(lambda: view.form.book.focused_widget() is not None)
    field = view.form.book.focused_widget()
    assert field is not None
    field.focus_force()
    pump()
    return field


def answer(app: ttk.App, dialogs: Dialogs, label: str) -> list[str]:
    """When the next dialog opens, press this button; gives what the dialog said, once it did."""
    heard: list[str] = []
    known = set(dialogs())

    def look() -> None:
        new = [dialog for dialog in dialogs() if dialog not in known]
        if not new:
            app.after(20, look)
            return
        heard.append(said(new[-1]))
        press(new[-1], label)

    app.after(20, look)
    return heard
