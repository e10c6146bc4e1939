"""Files dropped on the window: tkdnd, an extension of Tk, tells of them; without it the window works as ever."""

from collections.abc import Callable, Sequence
import logging
from pathlib import Path
import tkinter as tk

from humas_desk.ui.choosing import PICTURES

log = logging.getLogger(__name__)


def accept_files(root: tk.Tk, on_drop: Callable[[tuple[Path, ...]], object]) -> None:
    """Have files that are dropped anywhere on the window handed over; not while a dialog keeps the keyboard.

    A system that tkdnd was not built for is logged: files are then opened from the menu only.
    """
    from tkinterdnd2 import TkinterDnD

    try:
        TkinterDnD._require(root)  # noqa: SLF001  # the library's only way for a root that it did not make itself
    except (RuntimeError, tk.TclError) as error:
        log.warning("files cannot be dropped on the window: %s", error)
        return

    def dropped(names: str) -> str:
        paths = tuple(Path(name) for name in root.tk.splitlist(names))
        if paths and root.grab_current() is None:
            root.after_idle(lambda: on_drop(paths))  # the other program waits for the answer
        return "copy"

    root.tk.call("tkdnd::drop_target", "register", str(root), ("DND_Files",))
    root.tk.call("bind", str(root), "<<Drop:DND_Files>>", f"{root.register(dropped)} %D")


def sorted_out(paths: Sequence[Path]) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Pictures, and everything else."""
    pictures = tuple(path for path in paths if path.suffix.lower() in PICTURES)
    return pictures, tuple(path for path in paths if path not in pictures)
