"""The window: built hidden, shown whole, usable before anything heavy is loaded."""

from pathlib import Path
import sys
import tkinter as tk
from tkinter import messagebox

import ttkbootstrap as ttk

from humas_desk.desk.desk import Desk
from humas_desk.errors import HumasError, NoDisplay
from humas_desk.ui import theme
from humas_desk.ui.composing import put_off_composing
from humas_desk.ui.icon_drawing import make_icons_once
from humas_desk.ui.keys import press_by_space
from humas_desk.ui.list_keys import teach_lists
from humas_desk.ui.main_view import MainView
from humas_desk.ui.toolkit_greys import write_legibly_when_off
from humas_desk.ui.toolkit_words import speak_indonesian
from humas_desk.wording import _


def run(desk: Desk, file: Path | None = None) -> int:
    """Show the desk until its window is closed; gives the exit code.

    `file`: a release to open at once; when it cannot be opened the window says so and shows what was open last.
    """
    root = open_root(desk.folders.assets, look=desk.settings.look)
    theme.wear(root, desk.settings.look, desk.settings.size_percent)
    refused = _start(desk, file)
    view = MainView(root, desk)
    view.show()
    if refused is not None:
        view.scheduler.soon("refused-file", lambda: view.shell.tell_error(refused))
    elif desk.is_first_day:
        view.scheduler.after("first-day", theme.FIRST_DAY_MS, lambda: _offer_first_day(view, desk))
    root.mainloop()
    return 0


def _offer_first_day(view: MainView, desk: Desk) -> None:
    """Show how to begin, unless somebody has begun by now."""
    if desk.is_first_day:
        view.commands.first_day()


def open_root(assets: Path, *, look: str = theme.LIGHT, scaling: float | None = None) -> ttk.App:
    """The root, themed and hidden. `scaling`: pixels per point, where the system's own is not wanted (tests).

    Raises NoDisplay where there is no screen to open it on.
    """
    make_icons_once()
    write_legibly_when_off()
    toolkit_theme = theme.register(look)
    try:
        root = ttk.App(
            _("Humas Desk"),
            theme=toolkit_theme,
            iconphoto=str(_icon(assets)),
            scaling=scaling,
            default_button="neutral",
        )
    except tk.TclError as error:
        raise NoDisplay(str(error)) from error
    root.withdraw()
    put_off_composing(root)
    _listen_less(root)
    theme.prepare(root)
    press_by_space(root)
    teach_lists(root)
    speak_indonesian()
    _own_taskbar_place()
    return root


def _listen_less(root: ttk.App) -> None:
    """Take off what ttkbootstrap binds for all parts of the window and nothing here needs.

    Each part that comes onto the screen or moves would call Python four times: for the window's transparency (we have
    none), to send its parent a `<<MapChild>>` that nobody hears, and to know the size of the window while it is hidden.
    """
    for event in ("<Visibility>", "<Map>", "<Configure>"):
        root.unbind(event)
    root.unbind_all("<Map>")


def announce(text: str) -> None:
    """Say one thing in a small window of the system's own, for a program that was started without a console."""
    root = tk.Tk()
    root.withdraw()
    messagebox.showinfo(_("Humas Desk"), text, parent=root)
    root.destroy()


def _start(desk: Desk, file: Path | None) -> HumasError | None:
    """Bring the release onto the desk; gives why the file could not be opened."""
    desk.start()
    if file is None:
        return None
    try:
        desk.open(file)
    except HumasError as error:
        return error
    return None


def _icon(assets: Path) -> Path:
    return assets / "icons" / ("humas-desk.ico" if sys.platform == "win32" else "humas-desk.png")


def _own_taskbar_place() -> None:
    """Windows groups windows by this id; ttkbootstrap sets its own before."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID("id.humas-desk")
