"""A view that takes the whole window: the way back, its name, the way to its neighbours, and its content below."""

import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.ui import theme
from humas_desk.ui.actions import Actions
from humas_desk.ui.shell import Shell
from humas_desk.ui.tag_keys import bind_tag
from humas_desk.wording import _

NEIGHBOURS = ("archive", "versions", "numbers", "people")
WHILE_COVERED = frozenset(
    [
        "quit",
        "save",
        "help",
        "about",
        "cut",
        "copy",
        "paste",
        "select-all",
        "palette",
        "archive",
        "numbers",
        "people",
        "versions",
        "backup",
        "report",
        "write",
        "look-light",
        "look-dark",
        "look-contrast",
        "larger",
        "smaller",
        "normal-size",
    ]
)
"""What can be done while such a view lies over the form."""


class FullView(tk.Frame):
    """Lies over everything but the status bar. Escape goes back to the writing."""

    action = ""
    """The action that opens it."""
    title_words = ""

    def __init__(self, shell: Shell, actions: Actions) -> None:
        super().__init__(shell.root, background=theme.PAPER)
        self.shell = shell
        self.actions = actions
        self._is_open = True
        self.head = tk.Frame(self, background=theme.PAPER, height=theme.px(self, theme.TOOLBAR_HEIGHT))
        self.head.pack_propagate(False)
        self.head.pack(side="top", fill="x")
        theme.line(self).pack(side="top", fill="x")
        self._fill_head()
        self.body = tk.Frame(self, background=theme.PAPER)
        self.body.pack(side="top", fill="both", expand=True)
        self.build()
        bind_tag(self, self._tag, "<Escape>", lambda _event: self.leave())

    def build(self) -> None:
        """Fill `body`."""
        raise NotImplementedError

    def entered(self) -> None:
        """It is on the screen: give the keyboard to where one begins."""

    def left(self) -> None:
        """It goes away: call off what waits."""

    def open(self) -> None:
        """Lay it over the window's content."""
        below = theme.px(self, theme.STATUS_HEIGHT)
        self.place(x=0, y=0, relwidth=1, relheight=1, height=-below)
        self.lift()
        self.update_idletasks()
        self._tag_all(self)
        self.entered()

    def close(self) -> None:
        """Take it away."""
        if self._is_open:
            self._is_open = False
            self.left()
            if self.winfo_exists():
                self.destroy()

    def leave(self) -> str:
        """Back to the writing."""
        self.actions.run("write")
        return "break"

    @property
    def _tag(self) -> str:
        return f"FullView{id(self)}"

    def _tag_all(self, widget: tk.Misc) -> None:
        """Escape is heard in every part of the view."""
        if self._tag not in widget.bindtags():
            widget.bindtags((*widget.bindtags(), self._tag))
        for child in widget.winfo_children():
            if not isinstance(child, tk.Toplevel):
                self._tag_all(child)

    def _fill_head(self) -> None:
        back = ttk.Button(self.head, text=f" {_('Back to writing')}", icon="arrow-left", icon_size=theme.ICON)
        back.configure(command=self.leave, bootstyle="ghost")
        back.pack(side="left", padx=theme.px(self, theme.GAP))
        ttk.ToolTip(back, text=_("Back to writing (Esc)"))
        ttk.Label(self.head, text=_(self.title_words), font=theme.DIALOG_TITLE).pack(
            side="left", padx=theme.pair(self, theme.GAP, theme.WIDE)
        )
        for name in reversed([one for one in NEIGHBOURS if one != self.action]):
            action = self.actions[name]
            button = ttk.Button(self.head, text=f" {action.short_label}", icon=action.icon or "", icon_size=theme.ICON)
            button.configure(bootstyle="ghost", command=lambda name=name: self.actions.run(name))
            button.pack(side="right", padx=theme.pair(self, 0, theme.SMALL))
            ttk.ToolTip(button, text=self.actions.hint(name))
