"""The 44 px over form and page: what is done most, what is to be mended, and the one filled button."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
import tkinter as tk
from typing import Literal

import ttkbootstrap as ttk

from humas_desk.ui import theme
from humas_desk.ui.actions import Actions
from humas_desk.values import dataclass
from humas_desk.wording import _, ngettext

SPARE = ("settings", "print", "open")
"""What goes into the menu at the right end when the window is too narrow, in this order; its keys stay."""
OUTWARD = ("export", "package", "page-pictures", "|", "copy-whatsapp", "copy-web", "|", "print")
"""The menu beside the filled button; | draws a line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A line of the list behind the counter."""

    text: str
    place: str
    is_error: bool


class Toolbar(tk.Frame):
    """Buttons from the table of actions, the counter of problems and the state of the release."""

    def __init__(
        self,
        parent: tk.Misc,
        actions: Actions,
        *,
        on_finding: Callable[[Finding], None],
        on_status: Callable[[tk.Misc], object],
    ) -> None:
        """`on_status`: the sign of the status was pressed; it gets the widget to open a menu under."""
        super().__init__(parent, background=theme.PAPER, height=theme.px(parent, theme.TOOLBAR_HEIGHT))
        self.pack_propagate(False)
        self._actions = actions
        self._on_finding = on_finding
        self._on_status = on_status
        self._findings: tuple[Finding, ...] = ()
        self._parts: list[_Part] = []
        self._buttons: dict[str, ttk.Button] = {}
        self._level = 0
        self._count: _Part
        self._add_left()
        self._add_right()
        actions.on_refresh(self._show_enabled)
        self.bind("<Configure>", lambda event: self._fit(event.width))

    @property
    def counter_text(self) -> str:
        """What the counter of problems says."""
        return str(self._counter.cget("text")).strip()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """How much is to be mended; the list opens with a click."""
        if tuple(findings) == self._findings:
            return
        self._findings = tuple(findings)
        count = len(findings)
        icon = "exclamation-circle" if any(finding.is_error for finding in findings) else "info-circle"
        words = ngettext("{count} thing to mend", "{count} things to mend", count).format(count=count)
        self._counter.configure(icon=icon, icon_size=theme.ICON, bootstyle="ghost")
        self._count = self._count.worded(f" {words}", short=f" {count}") if count else self._count.without_room()
        self._fit(self.winfo_width(), anew=True)

    @property
    def status_text(self) -> str:
        """How far the release has come, as it is read now."""
        return str(self._status.cget("text")).strip()

    def open_status(self) -> None:
        """What may follow, under the sign."""
        self._on_status(self._status)

    def show_status(self, words: str, icon: str) -> None:
        """How far the release has come."""
        if self.status_text != words:
            self._status.configure(text=f" {words}", icon=icon, icon_size=theme.ICON_SMALL)
            self._fit(self.winfo_width(), anew=True)

    def _add_left(self) -> None:
        new = ttk.Menubutton(
            self, text=f"{_('New')}  ", icon="file-earmark-plus", icon_size=theme.ICON, bootstyle="ghost"
        )
        menu = ttk.Menu(new)
        for action_id in ("new-news", "new-press", "new-invitation"):
            menu.add_command(label=self._actions[action_id].short_label, command=partial(self._actions.run, action_id))
        new.configure(menu=menu)
        self._place(_Part(widget=new, side="left", padx=theme.pair(self, theme.GAP, 0)))
        self._add("open", worded=True)
        self._add_line()
        self._add("undo")
        self._add("redo")
        self._add_line()
        self._add("check")
        self._counter = ttk.Button(self, command=self._open_findings, bootstyle="ghost", compound="left")
        ttk.ToolTip(self._counter, text=_("Show what is to be mended"))
        self._count = _Part(
            widget=self._counter, side="left", padx=theme.pair(self, theme.SMALL, theme.SMALL)
        ).without_room()
        self._place(self._count)

    def _add_right(self) -> None:
        self._add_export()
        self._add("print", worded=True, side="right")
        self._add("settings", side="right")
        self._status = ttk.Button(self, text=f" {_('Draft')}", icon="pencil", icon_size=theme.ICON_SMALL)
        self._status.configure(compound="left", bootstyle="ghost", command=self.open_status)
        ttk.ToolTip(self._status, text=self._actions.hint("status"))
        self._place(
            _Part(
                widget=self._status,
                side="right",
                padx=theme.pair(self, theme.SMALL, theme.SMALL),
                leaves_at=_NARROW + 2,
            )
        )

    def _add_export(self) -> None:
        """The filled button, and the menu of everything else that leaves the window."""
        more = ttk.Menubutton(self, text="", padding=theme.pair(self, theme.SMALL, 0), bootstyle="primary")
        menu = ttk.Menu(more)
        for action_id in OUTWARD:
            if action_id == "|":
                menu.add_separator()
                continue
            action = self._actions[action_id]
            run = partial(self._actions.run, action_id)
            menu.add_command(label=action.label, accelerator=action.keys[0], command=run)
        more.configure(menu=menu)
        ttk.ToolTip(more, text=_("More ways to hand the release out"))
        self._place(_Part(widget=more, side="right", padx=theme.pair(self, theme.HAIR, theme.GAP)))
        export = self._make("export", worded=True, style="primary")
        self._place(_Part(widget=export, side="right", padx=theme.pair(self, theme.SMALL, 0)))
        self._rest = ttk.Menubutton(self, icon="three-dots", icon_only=True, icon_size=theme.ICON, bootstyle="ghost")
        self._rest.configure(menu=ttk.Menu(self._rest, postcommand=self._fill_rest))
        ttk.ToolTip(self._rest, text=_("More"))
        self._place(
            _Part(widget=self._rest, side="right", padx=theme.pair(self, theme.TINY, theme.TINY), comes_at=_NARROW + 3)
        )

    def _add(self, action_id: str, *, worded: bool = False, side: Literal["left", "right"] = "left") -> None:
        button = self._make(action_id, worded=worded, style="ghost")
        leaves_at = _NARROW + 3 + SPARE.index(action_id) if action_id in SPARE else _NEVER
        part = _Part(widget=button, side=side, padx=theme.pair(self, theme.TINY, theme.TINY), leaves_at=leaves_at)
        self._place(part.worded(f" {self._actions[action_id].short_label}") if worded else part)

    def _place(self, part: "_Part") -> None:
        self._parts.append(part)
        part.show(self._level)

    def _make(self, action_id: str, *, worded: bool, style: str) -> ttk.Button:
        action = self._actions[action_id]
        button = ttk.Button(
            self,
            text=f" {action.short_label}" if worded else "",
            icon=action.icon or "",
            icon_size=theme.ICON,
            icon_only=not worded,
            command=partial(self._actions.run, action_id),
            bootstyle=style,
        )
        ttk.ToolTip(button, text=self._actions.hint(action_id))
        self._buttons[action_id] = button
        return button

    def _add_line(self) -> None:
        line = tk.Frame(self, background=theme.EDGE, width=theme.px(self, theme.HAIR))
        pad = theme.pair(self, theme.SNUG, theme.SNUG)
        self._place(_Part(widget=line, side="left", padx=pad, fill="y", pady=theme.px(self, theme.PAD)))

    def _show_enabled(self) -> None:
        for action_id, button in self._buttons.items():
            button.state(["!disabled" if self._actions.is_enabled(action_id) else "disabled"])

    def _open_findings(self) -> None:
        menu = ttk.Menu(self._counter)
        for finding in self._findings:
            menu.add_command(label=finding.text, command=partial(self._on_finding, finding))
        menu.tk_popup(self._counter.winfo_rootx(), self._counter.winfo_rooty() + self._counter.winfo_height())

    def _fill_rest(self) -> None:
        """The actions that have no room in the bar."""
        menu = self._rest.nametowidget(self._rest["menu"])
        menu.delete(0, "end")
        for action_id in reversed(SPARE):
            if not self._buttons[action_id].winfo_manager():
                action = self._actions[action_id]
                run = partial(self._actions.run, action_id)
                menu.add_command(label=action.label, accelerator=action.keys[0], command=run)

    def _fit(self, width: int, *, anew: bool = False) -> None:
        """In little room the words go from the quiet buttons; then the least needed go into the menu at the end."""
        self._parts = [self._count if part.widget is self._counter else part for part in self._parts]
        spare = theme.px(self, theme.GAP)
        levels = range(_NARROW + 3 + len(SPARE))
        fitting = (at for at in levels if sum(part.room(at) for part in self._parts) + spare <= width)
        level = next(fitting, levels[-1]) if width > 1 else 0
        if level == self._level and not anew:
            return
        self._level = level
        for part in self._parts:
            part.widget.pack_forget()
        for part in self._parts:
            part.show(level)


_NARROW = 1
"""The level at which words go; at the next the counter is only a number; from then on a part goes at each."""
_NEVER = 99


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """Something in the bar, and at which levels of narrowness it stands there in which words."""

    widget: tk.Widget
    side: Literal["left", "right"]
    padx: tuple[int, int]
    fill: Literal["none", "y"] = "none"
    pady: int = 0
    comes_at: int = 0
    leaves_at: int = _NEVER
    words: str = ""
    short: str = ""
    shortens_at: int = _NARROW
    rooms: tuple[int, int] = (-1, -1)
    """In full words and in few; below 0: whatever it asks for."""

    def worded(self, words: str, *, short: str = "") -> "_Part":
        """With these words, and these few where there is little room."""
        rooms = (_asked(self.widget, words), _asked(self.widget, short))
        shortens_at = _NARROW + 1 if short else _NARROW
        return replace(self, words=words, short=short, shortens_at=shortens_at, rooms=rooms, leaves_at=self.leaves_at)

    def without_room(self) -> "_Part":
        """Not there at all."""
        return replace(self, rooms=(0, 0), words="", short="")

    def room(self, level: int) -> int:
        """How wide it is at this level; 0: it is not there."""
        room = self.rooms[level >= self.shortens_at]
        if room == 0 or not self.comes_at <= level < self.leaves_at:
            return 0
        return (room if room > 0 else self.widget.winfo_reqwidth()) + sum(self.padx)

    def show(self, level: int) -> None:
        """Put it there, if it belongs there."""
        if not self.room(level):
            return
        if self.words:
            self.widget.configure({"text": self.short if level >= self.shortens_at else self.words})
        self.widget.pack(side=self.side, padx=self.padx, pady=self.pady, fill=self.fill)


def _asked(widget: tk.Widget, words: str) -> int:
    widget.configure({"text": words})
    return widget.winfo_reqwidth()
