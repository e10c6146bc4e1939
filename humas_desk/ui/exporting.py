"""A file that could not be written: what the person wants to do about it."""

from itertools import count
from pathlib import Path
import tkinter as tk

from humas_desk.errors import HumasError, TargetLocked, TargetReadOnly
from humas_desk.ui.dialogs import Choice, ask
from humas_desk.ui.shell import Shell
from humas_desk.wording import _, error_message

AGAIN, ELSEWHERE, STOP = "again", "elsewhere", "stop"


def ask_after_refusal(owner: tk.Misc, shell: Shell, error: HumasError) -> str:
    """AGAIN, ELSEWHERE (under another name, only where that helps) or STOP."""
    message = error_message(error, text_is_safe=shell.text_is_safe())
    way_out = (
        Choice(answer=ELSEWHERE, label=_("Save under another name"))
        if isinstance(error, TargetLocked | TargetReadOnly)
        else Choice(answer=STOP, label=_("Cancel"))
    )
    again = Choice(answer=AGAIN, label=_("Try again"), primary=True)
    return ask(owner, message, (again, way_out), icon="exclamation-triangle") or STOP


def other_stem(folder: Path, stem: str, formats: tuple[str, ...]) -> str:
    """A name like this one that no file in the folder has: "… (2)"."""
    candidates = (f"{stem} ({number})" for number in count(2))
    return next(name for name in candidates if not any((folder / f"{name}.{form}").exists() for form in formats))
