"""Letters made of several keys (´ and e), where the toolkit has them made by the system's input method: on X11.

It opens the input method for each part of the window as soon as anything happens to that part, and the screen is asked twice
for each: three hundred questions until the first screen stands, for parts that most writers never type in.
"""

import tkinter as tk


def put_off_composing(root: tk.Tk) -> None:
    """No part asks for the input method; nobody can type yet."""
    root.tk.call("tk", "useinputmethods", False)


def take_up_composing(root: tk.Tk) -> None:
    """From now on each part asks for it when something happens there; the one with the cursor does so at once."""
    root.tk.call("tk", "useinputmethods", True)
    focused = root.focus_get()
    if focused is not None:
        focused.event_generate("<FocusIn>")  # an input method that comes later than the cursor lacks the first letter
