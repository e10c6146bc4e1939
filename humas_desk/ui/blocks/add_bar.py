"""The row behind the last card: what can be added."""

from collections.abc import Callable
from functools import partial
import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.ui import theme
from humas_desk.ui.blocks.small_button import word_button
from humas_desk.ui.fields.field import Field
from humas_desk.wording import _, mark

_OFTEN = (("paragraph", mark("Paragraph")), ("quote", mark("Quote")), ("photo", mark("Photo")))
_SELDOM = (("heading", mark("Heading")), ("list", mark("List")), ("table", mark("Table")))


class AddBar:
    """Buttons for the usual blocks, a menu for the others."""

    fields: tuple[Field, ...] = ()

    def __init__(self, parent: tk.Misc, add: Callable[[str], None]) -> None:
        self.frame = tk.Frame(parent, background=theme.CHROME)
        buttons: list[tk.Misc] = []
        for kind, words in _OFTEN:
            button = word_button(self.frame, _(words), "plus-lg", partial(add, kind), ground=theme.CHROME)
            button.pack(side="left", padx=(0, theme.px(parent, theme.SMALL)))
            buttons.append(button)
        more = word_button(self.frame, _("More"), "chevron-down", lambda: drop_down(menu, more), ground=theme.CHROME)
        menu = add_menu(more, add, _SELDOM)
        more.pack(side="left")
        self.buttons: tuple[tk.Misc, ...] = (*buttons, more)


def drop_down(menu: tk.Menu, under: tk.Misc) -> None:
    """Open a menu below a widget."""
    menu.tk_popup(under.winfo_rootx(), under.winfo_rooty() + under.winfo_height())


def add_menu(
    parent: tk.Misc, add: Callable[[str], None], kinds: tuple[tuple[str, str], ...] = (*_OFTEN, *_SELDOM)
) -> tk.Menu:
    """A menu of the kinds of blocks."""
    menu = ttk.Menu(parent)
    for kind, words in kinds:
        menu.add_command(label=_(words), command=partial(add, kind))
    return menu
