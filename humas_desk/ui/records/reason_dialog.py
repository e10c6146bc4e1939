"""A step that needs a reason: asked for in a small window."""

import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.ui import theme
from humas_desk.ui.dialogs import Dialog
from humas_desk.ui.records import sizes
from humas_desk.wording import _

COLUMNS = 48


def ask_reason(owner: tk.Misc, verb: str, says: str, question: str) -> str:
    """The reason that was typed; empty: the step is not taken."""
    dialog = Dialog(owner, verb)
    reason = tk.StringVar(dialog)
    answers: list[str] = []

    def take() -> None:
        answers.append(reason.get().strip())
        dialog.close()

    for words, style in ((says, "default"), (question, "secondary")):
        label = ttk.Label(dialog.body, text=words, font=theme.UI, wraplength=theme.px(dialog, sizes.MESSAGE))
        label.configure(justify="left", bootstyle=style)
        label.pack(anchor="w", pady=theme.pair(dialog, 0, theme.GAP))
    entry = ttk.Entry(dialog.body, textvariable=reason, width=COLUMNS, font=theme.UI)
    entry.pack(fill="x")
    button = dialog.add_button(verb, take, primary=True)
    dialog.add_button(_("Not now"), dialog.close)
    button.state(["disabled"])
    reason.trace_add("write", lambda *_names: button.state(["!disabled" if reason.get().strip() else "disabled"]))
    dialog.show(focus=entry)
    dialog.wait()
    return answers[0] if answers else ""
