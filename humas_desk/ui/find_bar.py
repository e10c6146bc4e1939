"""The bar for find and replace, over the form: what is looked for, how many there are, and the keys to go through them."""

from collections.abc import Callable
import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.desk.finding import Query
from humas_desk.ui import theme
from humas_desk.ui.blocks.small_button import icon_button
from humas_desk.ui.fields import text_keys
from humas_desk.values import dataclass
from humas_desk.wording import _


@dataclass(frozen=True, slots=True, kw_only=True)
class FindDoors:
    """What the bar asks for."""

    changed: Callable[[], object]
    """Something else is looked for."""
    go: Callable[[int], object]
    """To the next (+1) or the one before (-1)."""
    replace: Callable[[], object]
    replace_all: Callable[[], object]
    close: Callable[[], object]


class FindBar(tk.Frame):
    """Two lines to write in, the count, and a few buttons."""

    def __init__(self, parent: tk.Misc, doors: FindDoors) -> None:
        super().__init__(parent, background=theme.CHROME)
        self._doors = doors
        self.wanted = tk.StringVar(self)
        self.replacement = tk.StringVar(self)
        self.match_case = tk.BooleanVar(self)
        self.whole_word = tk.BooleanVar(self)
        inside = tk.Frame(self, background=theme.CHROME)
        inside.pack(fill="x", padx=theme.px(self, theme.PAD), pady=theme.px(self, theme.SNUG))
        inside.columnconfigure(1, weight=1)
        self._build_find(inside)
        self._build_replace(inside)
        self._build_ticks(inside)
        tk.Frame(self, background=theme.EDGE, height=theme.px(self, theme.HAIR)).pack(fill="x")
        for variable in (self.wanted, self.match_case, self.whole_word):
            variable.trace_add("write", lambda *_names: doors.changed())

    @property
    def query(self) -> Query:
        """What is looked for."""
        return Query(text=self.wanted.get(), match_case=self.match_case.get(), whole_word=self.whole_word.get())

    @property
    def has_focus(self) -> bool:
        """Whether the writer is in the bar."""
        return str(self.tk.call("focus")).startswith(f"{self}.")

    @property
    def count(self) -> str:
        """What it says about how many there are."""
        return str(self._count["text"])

    def begin(self, text: str, *, replacing: bool) -> None:
        """Stand ready for typing; `text` is looked for at once when there is any."""
        for widget in self._replacing:
            if replacing:
                widget.grid()
            else:
                widget.grid_remove()
        if text:
            self.wanted.set(text)
        self.update_idletasks()
        self.entry.focus_set()
        self.entry.selection_range(0, "end")
        self.entry.icursor("end")

    def say(self, words: str, *, is_missing: bool = False) -> None:
        """How many there are; missing: in red, beside the words that say so."""
        self._count.configure(text=words, foreground=theme.RED if is_missing else theme.INK_SOFT)

    # Building ------------------------------------------------------------------------------------------------------

    def _build_find(self, parent: tk.Frame) -> None:
        self._label(parent, _("Find")).grid(row=0, column=0, sticky="w")
        self.entry = self._entry(parent, self.wanted)
        self.entry.grid(row=0, column=1, sticky="ew")
        self.entry.bind("<Return>", lambda _event: self._doors.go(+1))
        self.entry.bind("<Shift-Return>", lambda _event: self._doors.go(-1))
        self.entry.bind("<Down>", lambda _event: self._doors.go(+1))
        self.entry.bind("<Up>", lambda _event: self._doors.go(-1))
        row = tk.Frame(parent, background=theme.CHROME)
        row.grid(row=0, column=2, sticky="e", padx=theme.pair(parent, theme.GAP, 0))
        self._count = tk.Label(row, font=theme.SMALL_TEXT, background=theme.CHROME, foreground=theme.INK_SOFT)
        self._count.configure(borderwidth=0, width=theme.COUNT_COLUMNS, anchor="e")
        self._count.pack(side="left", padx=theme.pair(row, 0, theme.GAP))
        for icon, hint, work in (
            ("chevron-up", _("The one before (Shift+F3)"), lambda: self._doors.go(-1)),
            ("chevron-down", _("The next one (F3)"), lambda: self._doors.go(+1)),
            ("x-lg", _("Close (Esc)"), self._doors.close),
        ):
            button = icon_button(row, icon, hint, work, ground=theme.CHROME)
            button.pack(side="left", padx=theme.px(row, theme.SMALL))

    def _build_replace(self, parent: tk.Frame) -> None:
        gap = theme.px(parent, theme.SMALL)
        label = self._label(parent, _("Replace with"))
        label.grid(row=1, column=0, sticky="w", pady=(gap, 0))
        self.other = self._entry(parent, self.replacement)
        self.other.grid(row=1, column=1, sticky="ew", pady=(gap, 0))
        self.other.bind("<Return>", lambda _event: self._doors.replace())
        row = tk.Frame(parent, background=theme.CHROME)
        row.grid(row=1, column=2, sticky="e", padx=theme.pair(parent, theme.GAP, 0), pady=(gap, 0))
        style = f"{theme.SURFACE_CHROME} ghost"
        for words, work in ((_("Replace"), self._doors.replace), (_("Replace all"), self._doors.replace_all)):
            button = ttk.Button(row, text=words, command=work, bootstyle=style)
            button.configure(padding=theme.pads(row, theme.SNUG, theme.TINY))
            button.bind("<Escape>", lambda _event: self._closed())
            button.pack(side="left")
        self._replacing: tuple[tk.Widget, ...] = (label, self.other, row)

    def _build_ticks(self, parent: tk.Frame) -> None:
        row = tk.Frame(parent, background=theme.CHROME)
        row.grid(row=2, column=1, columnspan=2, sticky="w", pady=theme.pair(parent, theme.SMALL, 0))
        for words, variable in ((_("Match case"), self.match_case), (_("Whole words"), self.whole_word)):
            tick = ttk.Checkbutton(row, text=words, variable=variable, bootstyle=theme.SURFACE_CHROME)
            tick.bind("<Escape>", lambda _event: self._closed())
            tick.pack(side="left", padx=theme.pair(row, 0, theme.WIDE))

    def _label(self, parent: tk.Frame, words: str) -> tk.Label:
        label = tk.Label(parent, text=words, font=theme.SMALL_TEXT, background=theme.CHROME, foreground=theme.INK_SOFT)
        label.configure(borderwidth=0, padx=0, pady=0)
        label.grid_configure(padx=theme.pair(parent, 0, theme.GAP))
        return label

    def _entry(self, parent: tk.Frame, variable: tk.StringVar) -> ttk.Entry:
        entry = ttk.Entry(parent, textvariable=variable, font=theme.UI, width=4, exportselection=False)
        text_keys.install(entry)
        entry.bind("<Escape>", lambda _event: self._closed())
        return entry

    def _closed(self) -> str:
        self._doors.close()
        return "break"
