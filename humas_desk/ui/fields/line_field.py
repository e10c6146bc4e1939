"""A single line to type in, with its label above and a hint while it is empty."""

from collections.abc import Callable, Sequence
import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.ui import theme
from humas_desk.ui.fields import text_keys
from humas_desk.ui.fields.empty_hint import hint_while_empty
from humas_desk.ui.fields.entry_hits import EntryHits
from humas_desk.ui.fields.entry_lines import EntryLines
from humas_desk.ui.fields.field import Mark, Report, Spot
from humas_desk.ui.fields.shortening import keep_within
from humas_desk.ui.fields.suggestions import Suggestion, Suggestions

_IN_SIGHT = 24
"""Characters seen before the cursor in a line that is too long for its entry."""


def label_above(parent: tk.Misc, text: str, ground: str) -> tk.Label:
    """A small label over an input; without words for now, it is the caller who sees that they fit."""
    label = tk.Label(parent, text=text, font=theme.SMALL_TEXT, foreground=theme.INK_SOFT, background=ground)
    label.configure(borderwidth=0, padx=0, pady=0, anchor="w")
    return keep_within(label) if text else label


class LineField:
    """One line of plain text."""

    def __init__(
        self,
        parent: tk.Misc,
        name: str,
        report: Report,
        *,
        label: str = "",
        placeholder: str = "",
        optional: bool = False,
        ground: str = "",
    ) -> None:
        """`optional`: an empty line is reported as None."""
        self.name = name
        self._report = report
        self._empty = None if optional else ""
        self._value: object = ""
        self._suggestions: Suggestions | None = None
        self._hits: EntryHits | None = None
        self._lines: EntryLines | None = None
        ground = ground or theme.PAPER
        self.frame = tk.Frame(parent, background=ground)
        if label:
            label_above(self.frame, label, ground).pack(fill="x")
        self.variable = tk.StringVar(self.frame)
        self.entry = ttk.Entry(self.frame, textvariable=self.variable, font=theme.UI, width=4, exportselection=False)
        self.entry.pack(fill="x")
        text_keys.install(self.entry)
        if placeholder:
            hint_while_empty(self.entry, self.variable, placeholder)
        self.variable.trace_add("write", lambda *_names: self._changed())
        self.entry.bind("<Return>", lambda _event: self.entry.event_generate("<<NextWindow>>"))

    @property
    def inputs(self) -> tuple[tk.Misc, ...]:
        return (self.entry,)

    def show(self, value: object) -> None:
        if value != self._value:
            self._value = value
            self.variable.set(value if isinstance(value, str) else "")

    def spot(self) -> Spot:
        if self.entry.selection_present():
            return Spot(start=self.entry.index("sel.first"), end=self.entry.index("sel.last"))
        at = self.entry.index("insert")
        return Spot(start=at, end=at)

    def go(self, spot: Spot) -> None:
        self.entry.focus_set()
        self.entry.selection_clear()
        if spot.start != spot.end:
            self.entry.selection_range(spot.start, spot.end)
        self.entry.icursor(spot.end)
        self.entry.xview(max(0, spot.end - _IN_SIGHT))

    def mark(self, *, wrong: bool) -> None:
        self.entry.state(["invalid" if wrong else "!invalid"])

    def highlight(self, hits: Sequence[Spot], now: Spot | None) -> None:
        """Mark these stretches as found; the one the writer is at more strongly."""
        if self._hits is None and hits:
            self._hits = EntryHits(self.entry)
        if self._hits is not None:
            self._hits.show(hits, now)

    def underline(self, marks: Sequence[Mark]) -> None:
        """Draw the lines of these findings and no others."""
        if self._lines is None and marks:
            self._lines = EntryLines(self.entry)
        if self._lines is not None:
            self._lines.show(marks)

    def mark_at(self, index: int) -> str | None:
        """The key of the line under this character; None when there is none."""
        return self._lines.key_at(index) if self._lines is not None else None

    def _changed(self) -> None:
        text = self.variable.get()
        value = text or self._empty
        if value != self._value and (text or self._value):
            self._value = value
            self._report(self, value)
            if self._suggestions is not None:
                self._suggestions.typed()

    def complete(self, find: Callable[[str], Sequence[Suggestion]]) -> Suggestions:
        """Offer what fits while the writer types."""
        self._suggestions = Suggestions(self.entry, find)
        return self._suggestions

    def fill(self, text: str) -> None:
        """Put a text there as if it had been typed; the cursor behind it."""
        self.variable.set(text)
        self.entry.icursor("end")
        if self._suggestions is not None:
            self._suggestions.close()
