"""The menu bar: every action under its heading, with its key."""

from functools import partial
import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.ui.actions import Action, Actions
from humas_desk.wording import _, mark

MENUS: tuple[tuple[str, str], ...] = (
    (
        mark("&File"),
        (
            "new-news new-press new-invitation | open import save save-copy"
            " | export package page-pictures print | copy-whatsapp copy-web | quit"
        ),
    ),
    (
        mark("&Edit"),
        "undo redo | cut copy paste select-all | find replace find-next find-previous | italic bold | templates settings",
    ),
    (
        mark("&Insert"),
        "insert-paragraph insert-quote insert-heading insert-list insert-photo insert-table | no-break-space",
    ),
    (
        mark("&Part"),
        "as-paragraph as-quote as-heading as-list | join | duplicate move-up move-down delete-block",
    ),
    (
        mark("&View"),
        (
            "palette | look-light look-dark look-contrast | larger smaller normal-size"
            " | zoom-in zoom-out zoom-fit zoom-page zoom-true | fit-page mark-drafts"
        ),
    ),
    (mark("&Check"), "check | next-finding previous-finding fixes mend-definite | house-style"),
    (mark("A&rchive"), "archive versions status | numbers people | backup | write"),
    (mark("&Help"), "help key-card first-day | report about"),
)
"""Headings and the ids under them; | draws a line."""


def build_menu_bar(root: tk.Tk, actions: Actions) -> tk.Menu:
    """The menu bar, hung into the root; a menu is filled when it first opens, and its entries are greyed whenever it does."""
    bar = ttk.Menu(root)
    for heading, ids in MENUS:
        menu = ttk.Menu(bar)
        menu.configure(postcommand=partial(_opened, menu, actions, ids))
        label = _(heading)
        bar.add_cascade(label=label.replace("&", ""), underline=label.find("&"), menu=menu)
    root.configure(menu=bar)
    return bar


def _opened(menu: tk.Menu, actions: Actions, ids: str) -> None:
    if menu.index("end") is None:
        _fill(menu, actions, ids)
    _show_enabled(menu, actions, ids)


def _fill(menu: tk.Menu, actions: Actions, ids: str) -> None:
    for action_id in ids.split():
        if action_id == "|":
            menu.add_separator()
        else:
            _add(menu, actions, actions[action_id])


def _add(menu: tk.Menu, actions: Actions, action: Action) -> None:
    label, key = action.label, action.keys[0] if action.keys else ""
    run = partial(actions.run, action.id)
    if action.checked is None:
        menu.add_command(label=label, underline=action.underline, accelerator=key, command=run)
        return
    tick = tk.BooleanVar(menu, name=f"tick-{action.id}")
    menu.add_checkbutton(label=label, underline=action.underline, accelerator=key, command=run, variable=tick)


def _show_enabled(menu: tk.Menu, actions: Actions, ids: str) -> None:
    for position, action_id in enumerate(ids.split()):
        if action_id == "|":
            continue
        action = actions[action_id]
        menu.entryconfigure(position, state="normal" if actions.is_enabled(action_id) else "disabled")
        if action.checked is not None:
            menu.setvar(f"tick-{action.id}", str(int(action.checked())))
