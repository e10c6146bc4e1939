"""The list of all commands: a few letters find one, Enter takes it. It is made from the same table as the menus."""

from collections.abc import Callable, Sequence
from functools import partial
import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.ui import theme
from humas_desk.ui.actions import Action, Actions
from humas_desk.ui.menu_bar import MENUS
from humas_desk.ui.word_search import search
from humas_desk.values import dataclass
from humas_desk.wording import _

ROWS = 9
_OWN_ID = "palette"


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A line of the list."""

    action: Action
    menu: str
    """Heading of the menu it stands in."""
    is_enabled: bool
    """As it was when the list was opened: before the keyboard left the field."""


class Palette(tk.Frame):
    """Lies over the window's upper part; Escape, a click elsewhere or a command taken close it."""

    def __init__(self, root: tk.Misc, actions: Actions) -> None:
        self._commands = all_commands(actions)
        self._back_to = root.focus_get()
        super().__init__(root, background=theme.EDGE_STRONG, highlightthickness=0)
        self._actions = actions
        self._found: tuple[Command, ...] = ()
        self._chosen = 0
        self._first = 0
        hair = theme.px(self, theme.HAIR)
        inside = tk.Frame(self, background=theme.PAPER)
        inside.pack(fill="both", expand=True, padx=hair, pady=hair)
        self._build_entry(inside)
        self._build_foot(inside)
        self._rows = [_Row(inside, partial(self._clicked, number)) for number in range(ROWS)]
        self._nothing = tk.Label(inside, text=_("No command is called so"), font=theme.UI, anchor="w")
        self._nothing.configure(background=theme.PAPER, foreground=theme.INK_SOFT, padx=theme.px(self, theme.WIDE))
        self._wheel()
        self.place(relx=0.5, y=theme.px(self, theme.PALETTE_TOP), anchor="n", width=theme.px(self, theme.PALETTE_WIDTH))
        self.lift()
        self._filter()
        self.entry.focus_set()

    @property
    def labels(self) -> tuple[str, ...]:
        """The commands that are found, as they are read."""
        return tuple(command.action.label for command in self._found)

    @property
    def chosen(self) -> Command | None:
        """The one that Enter takes."""
        return self._found[self._chosen] if self._found else None

    def close(self) -> None:
        """Take it away; the keyboard goes back to where it was."""
        if not self.winfo_exists():
            return
        self.destroy()
        if self._back_to is not None and self._back_to.winfo_exists():
            self._back_to.focus_set()

    def _build_entry(self, inside: tk.Frame) -> None:
        row = tk.Frame(inside, background=theme.PAPER)
        row.pack(fill="x", padx=theme.px(self, theme.PAD), pady=theme.px(self, theme.INSET))
        ttk.Label(row, icon="search", icon_size=theme.ICON, bootstyle="secondary").pack(side="left")
        self._typed = tk.StringVar(self)
        self.entry = tk.Entry(row, textvariable=self._typed, font=theme.BODY, relief="flat", highlightthickness=0)
        self.entry.configure(
            borderwidth=0, background=theme.PAPER, foreground=theme.INK, insertbackground=theme.INK, insertwidth=1
        )
        self.entry.pack(side="left", fill="x", expand=True, padx=theme.pair(self, theme.GAP, 0))
        theme.line(inside).pack(fill="x")
        self._typed.trace_add("write", lambda *_names: self._filter())
        for key, delta in (("<Up>", -1), ("<Down>", 1), ("<Prior>", -ROWS), ("<Next>", ROWS)):
            self.entry.bind(key, partial(self._move, delta))
        for key in ("<Return>", "<KP_Enter>"):
            self.entry.bind(key, self._take)
        self.entry.bind("<Escape>", self._escaped)
        for key in ("<Tab>", "<Shift-Tab>", "<<PrevWindow>>", "<<NextWindow>>"):
            self.entry.bind(key, lambda _event: "break")
        self.entry.bind("<FocusOut>", lambda _event: self.after_idle(self._left))

    def _build_foot(self, inside: tk.Frame) -> None:
        words = _("↑ ↓ choose   ·   Enter run   ·   Esc close")
        foot = tk.Label(inside, text=words, font=theme.SMALL_TEXT, anchor="w", foreground=theme.INK_SOFT)
        foot.configure(background=theme.CHROME, padx=theme.px(self, theme.WIDE), pady=theme.px(self, theme.SMALL))
        foot.pack(side="bottom", fill="x")
        theme.line(inside).pack(side="bottom", fill="x")

    def _wheel(self) -> None:
        for row in self._rows:
            for widget in row.widgets:
                widget.bind("<Button-4>", partial(self._move, -1))
                widget.bind("<Button-5>", partial(self._move, 1))
                widget.bind("<MouseWheel>", lambda event: self._move(-1 if event.delta > 0 else 1, event))

    def _filter(self) -> None:
        self._found = search(self._commands, self._typed.get(), _words)
        self._chosen = next((number for number, one in enumerate(self._found) if one.is_enabled), 0)
        self._first = 0
        self._show()

    def _show(self) -> None:
        """Paint the rows: as many as fit, the chosen one among them."""
        self._first = min(max(self._first, self._chosen - ROWS + 1), self._chosen)
        shown = self._found[self._first : self._first + ROWS]
        for number, row in enumerate(self._rows):
            if number < len(shown):
                row.show(shown[number], is_chosen=self._first + number == self._chosen)
            else:
                row.hide()
        if shown:
            self._nothing.pack_forget()
        else:
            self._nothing.pack(fill="x", ipady=theme.px(self, theme.GAP))

    def _move(self, delta: int, _event: object) -> str:
        if self._found:
            self._chosen = min(max(0, self._chosen + delta), len(self._found) - 1)
            self._show()
        return "break"

    def _clicked(self, row: int) -> None:
        self._chosen = self._first + row
        self._show()
        self._take(None)

    def _take(self, _event: object) -> str:
        command = self.chosen
        if command is not None and command.is_enabled:
            self.close()
            self._actions.run(command.action.id)
        return "break"

    def _escaped(self, _event: object) -> str:
        self.close()
        return "break"

    def _left(self) -> None:
        """The keyboard went to another place of the window: this list is not wanted any more."""
        if not self.winfo_exists():
            return
        focus = self.focus_get()
        if focus is not None and focus is not self.entry:
            self._back_to = None
            self.close()


class _Row:
    """One line: icon, label, menu and key."""

    def __init__(self, parent: tk.Frame, on_click: Callable[[], None]) -> None:
        self.frame = tk.Frame(parent, background=theme.PAPER)
        self._edge = tk.Frame(self.frame, width=theme.px(parent, theme.FOCUS_EDGE))
        self._edge.pack(side="left", fill="y")
        self._icon = tk.Label(self.frame, borderwidth=0, width=theme.px(parent, theme.ICON_LARGE))
        self._icon.pack(side="left", padx=theme.pair(parent, theme.GAP, theme.SMALL))
        self._label = tk.Label(self.frame, font=theme.UI, anchor="w")
        self._label.pack(side="left", ipady=theme.px(parent, theme.SMALL))
        self._menu = tk.Label(self.frame, font=theme.SMALL_TEXT, anchor="w")
        self._menu.pack(side="left", padx=theme.px(parent, theme.GAP))
        self._keys = tk.Label(self.frame, font=theme.SMALL_TEXT)
        self._keys.pack(side="right", padx=theme.px(parent, theme.WIDE))
        self._blank = tk.PhotoImage(master=parent, width=theme.px(parent, theme.ICON), height=1)
        self.widgets: tuple[tk.Misc, ...] = (self.frame, self._icon, self._label, self._menu, self._keys)
        for widget in self.widgets:
            widget.bind("<Button-1>", lambda _event: on_click())

    def show(self, command: Command, *, is_chosen: bool) -> None:
        """Paint this command; one that cannot be taken is grey and says so."""
        ground = theme.NAVY_SOFT if is_chosen else theme.PAPER
        ink = theme.INK if command.is_enabled else theme.INK_OFF
        action = command.action
        icon = ttk.Icon(action.icon, size=theme.ICON, color=ink) if action.icon else self._blank
        self._icon.configure(image=icon, background=ground)
        self._label.configure(text=action.label, foreground=ink, background=ground)
        menu = command.menu if command.is_enabled else _("{menu} · not now").format(menu=command.menu)
        soft = theme.INK_SOFT if command.is_enabled else theme.INK_OFF
        self._menu.configure(text=menu, foreground=soft, background=ground)
        self._keys.configure(text="   ".join(action.keys), foreground=soft, background=ground)
        self._edge.configure(background=theme.NAVY if is_chosen else ground)
        self.frame.configure(background=ground)
        self.frame.pack(fill="x")

    def hide(self) -> None:
        """Nothing is left for this row."""
        self.frame.pack_forget()


def all_commands(actions: Actions) -> tuple[Command, ...]:
    """Every action in the order of the menus, but for the one that opens this list."""
    return tuple(
        Command(action=actions[name], menu=_(heading).replace("&", ""), is_enabled=actions.is_enabled(name))
        for heading, ids in MENUS
        for name in _names(ids)
    )


def _names(ids: str) -> Sequence[str]:
    return [name for name in ids.split() if name not in ("|", _OWN_ID)]


def _words(command: Command) -> str:
    return " ".join((command.action.label, command.menu, *command.action.keys))
