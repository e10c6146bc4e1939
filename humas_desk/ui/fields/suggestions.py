"""A drop-down under a line that completes what is typed: arrows choose, Enter takes, Escape closes, typing goes on."""

from collections.abc import Callable, Sequence
from functools import partial
import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.ui import theme
from humas_desk.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """One line of the drop-down."""

    text: str
    """What is meant: a name, a city."""
    more: str = ""
    """What tells it from others: a position."""
    take: Callable[[], object]
    """Put it where it belongs."""


class Suggestions:
    """Belongs to one entry; the drop-down is built when there is something to suggest."""

    def __init__(self, entry: ttk.Entry, find: Callable[[str], Sequence[Suggestion]]) -> None:
        """`find`: what fits the text as it stands."""
        self._entry = entry
        self._find = find
        self._frame: tk.Frame | None = None
        self._rows: list[tk.Frame] = []
        self._shown: tuple[Suggestion, ...] = ()
        self._chosen = -1
        entry.bind("<Down>", lambda _event: self._step(+1), add=True)
        entry.bind("<Up>", lambda _event: self._step(-1), add=True)
        for key, edge in (("<Prior>", 0), ("<Next>", -1), ("<Home>", 0), ("<End>", -1)):
            entry.bind(key, partial(self._to_edge, edge), add=True)
        entry.bind("<Return>", lambda _event: self._take_chosen())
        entry.bind("<KP_Enter>", lambda _event: self._take_chosen())
        entry.bind("<Escape>", lambda _event: self._escaped())
        entry.bind("<FocusOut>", lambda _event: self.close(), add=True)
        entry.bind("<Unmap>", lambda _event: self.close(), add=True)

    @property
    def texts(self) -> tuple[str, ...]:
        """What is offered now."""
        return tuple(one.text for one in self._shown)

    def typed(self) -> None:
        """The writer has changed the text."""
        if str(self._entry.tk.call("focus")) == str(self._entry):
            self._show(self._find(self._entry.get()) if self._entry.get().strip() else ())

    def close(self) -> None:
        """Nothing is offered any more."""
        self._shown = ()
        self._chosen = -1
        if self._frame is not None:
            self._frame.destroy()
            self._frame = None
            self._rows = []

    def _show(self, found: Sequence[Suggestion]) -> None:
        if [(one.text, one.more) for one in found] == [(one.text, one.more) for one in self._shown]:
            self._shown = tuple(found)
            return
        self.close()
        self._shown = tuple(found)
        if not found:
            return
        entry = self._entry
        top = entry.winfo_toplevel()
        frame = tk.Frame(top, background=theme.PAPER, highlightthickness=theme.px(top, theme.HAIR))
        frame.configure(highlightbackground=theme.EDGE_STRONG, highlightcolor=theme.EDGE_STRONG)
        self._rows = [self._row(frame, number, one) for number, one in enumerate(self._shown)]
        self._frame = frame
        self._place(frame, top)

    def _place(self, frame: tk.Frame, top: tk.Misc) -> None:
        """Below the line, above it where there is no room below; it goes along when the form is scrolled."""
        entry = self._entry
        frame.update_idletasks()
        x, y = entry.winfo_rootx() - top.winfo_rootx(), entry.winfo_rooty() - top.winfo_rooty()
        height = frame.winfo_reqheight()
        gap = theme.px(top, theme.TINY)
        is_below = y + entry.winfo_height() + gap + height <= top.winfo_height()
        width = max(entry.winfo_width(), min(frame.winfo_reqwidth(), top.winfo_width() - x - gap))
        if is_below:
            frame.place(in_=entry, relx=0, rely=1.0, y=gap, anchor="nw", width=width)
        else:
            frame.place(in_=entry, relx=0, rely=0.0, y=-gap, anchor="sw", width=width)
        frame.lift()

    def _row(self, parent: tk.Frame, number: int, one: Suggestion) -> tk.Frame:
        row = tk.Frame(parent, background=theme.PAPER)
        row.pack(fill="x")
        pad, small = theme.pads(parent, theme.GAP, theme.SMALL)
        for words, font, ink in ((one.text, theme.UI, theme.INK), (one.more, theme.SMALL_TEXT, theme.INK_SOFT)):
            if words:
                label = tk.Label(row, text=words, font=font, foreground=ink, background=theme.PAPER, anchor="w")
                label.configure(borderwidth=0, pady=small, padx=pad)
                label.pack(side="left")
        for widget in (row, *row.winfo_children()):
            widget.bind("<Button-1>", lambda _event: self._take(number))
            widget.bind("<Enter>", lambda _event: self._choose(number))
        return row

    def _step(self, delta: int) -> str | None:
        if not self._shown:
            found = self._find(self._entry.get()) if delta > 0 else ()
            if not found:
                return None
            self._show(found)
            delta = 1
        self._choose((self._chosen + delta) % len(self._shown) if self._chosen >= 0 or delta > 0 else -1)
        return "break"

    def _to_edge(self, edge: int, event: "tk.Event[tk.Misc]") -> str | None:
        """To the first line (0) or the last (-1); Home and End belong to the text until a line is chosen."""
        if not self._shown or (self._chosen < 0 and event.keysym in {"Home", "End"}):
            return None
        self._choose(edge % len(self._shown))
        return "break"

    def _choose(self, number: int) -> None:
        """The chosen line has another ground and an edge."""
        self._chosen = number
        for at, row in enumerate(self._rows):
            ground = theme.SELECTION if at == number else theme.PAPER
            for widget in (row, *row.winfo_children()):
                widget.configure(background=ground)  # type: ignore[call-arg]  # frames and labels both have it
            row.configure(
                highlightthickness=theme.px(row, theme.HAIR),
                highlightbackground=theme.NAVY if at == number else theme.PAPER,
            )

    def _take_chosen(self) -> str:
        if self._shown and self._chosen >= 0:
            self._take(self._chosen)
        else:
            self.close()
            self._entry.event_generate("<<NextWindow>>")
        return "break"

    def _take(self, number: int) -> None:
        one = self._shown[number]
        self.close()
        one.take()

    def _escaped(self) -> str | None:
        if not self._shown:
            return None
        self.close()
        return "break"
