"""Keys as people read them ("Ctrl+Shift+Z") and as Tk binds them."""

import tkinter as tk

_MODIFIERS = {"Ctrl": "Control", "Shift": "Shift", "Alt": "Alt"}
_NAMED = {
    "↑": ("Up",),
    "↓": ("Down",),
    "+": ("plus", "equal", "KP_Add"),
    "-": ("minus", "KP_Subtract"),
    **{str(digit): (f"Key-{digit}", f"KP_{digit}") for digit in range(10)},
    ",": ("comma",),
    ".": ("period",),
    "Del": ("Delete",),
    "Space": ("space",),
    **{f"F{number}": (f"F{number}",) for number in range(1, 13)},
}
_DIGIT_PAD = "KP_"


def sequences(key: str) -> tuple[str, ...]:
    """Every Tk event pattern of a key: "Ctrl+S" also with caps lock on, "Ctrl++" also without shift and on the pad.

    A letter with caps lock arrives as the other letter: Ctrl+S as Control-Lock-S, Ctrl+Shift+Z as Control-Lock-Shift-z.
    """
    names, last = (key[:-2], "+") if key.endswith("++") else _parts(key)
    modifiers = [_MODIFIERS[name] for name in names.split("+") if name]
    if len(last) == 1 and last.isalpha():
        return _letter(modifiers, last)
    return tuple(_pattern(modifiers, name) for name in _NAMED[last] if not _types_a_letter(modifiers, name))


def _types_a_letter(modifiers: list[str], name: str) -> bool:
    """Windows makes letters of Alt and digits of the pad: Alt+0150 is a dash."""
    return modifiers == ["Alt"] and name.startswith(_DIGIT_PAD) and name[-1].isdigit()


def _parts(key: str) -> tuple[str, str]:
    names, _plus, last = key.rpartition("+")
    return names, last


def _letter(modifiers: list[str], letter: str) -> tuple[str, ...]:
    shifted = "Shift" in modifiers
    plain, locked = (letter.upper(), letter.lower()) if shifted else (letter.lower(), letter.upper())
    with_lock = [modifiers[0], "Lock", *modifiers[1:]]
    return _pattern(modifiers, plain), _pattern(with_lock, locked)


def _pattern(modifiers: list[str], name: str) -> str:
    return f"<{'-'.join([*modifiers, name])}>"


def press_by_space(root: tk.Misc) -> None:
    """The space bar presses the button that has the focus, as everywhere; ttkbootstrap leaves only Enter."""
    root.tk.call("bind", "TButton", "<Key-space>", "ttk::button::activate %W")
