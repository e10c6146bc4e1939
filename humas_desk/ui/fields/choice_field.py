"""A list to choose one entry from, and a tick."""

from collections.abc import Sequence
import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.ui import theme
from humas_desk.ui.fields.field import Report, Spot
from humas_desk.ui.fields.line_field import label_above
from humas_desk.ui.list_keys import TypeAhead

Option = tuple[object, str]
"""A value and the words for it."""


class ChoiceField:
    """One of several values; the writer sees words, the release gets the value."""

    def __init__(
        self,
        parent: tk.Misc,
        name: str,
        report: Report,
        *,
        label: str = "",
        options: Sequence[Option] = (),
        ground: str = "",
    ) -> None:
        self.name = name
        self._report = report
        self._options: tuple[Option, ...] = ()
        self._value: object = None
        ground = ground or theme.PAPER
        self.frame = tk.Frame(parent, background=ground)
        if label:
            label_above(self.frame, label, ground).pack(fill="x")
        self.box = ttk.Combobox(self.frame, state="readonly", font=theme.UI, width=4, exportselection=False)
        self.box.pack(fill="x")
        self.box.bind("<<ComboboxSelected>>", lambda _event: self._chosen())
        self.box.bind("<KeyPress>", self._letter)
        self._typed = TypeAhead()
        self.show_options(options)

    @property
    def inputs(self) -> tuple[tk.Misc, ...]:
        return (self.box,)

    def show_options(self, options: Sequence[Option]) -> None:
        """What there is to choose from; the value stays as it is."""
        if tuple(options) != self._options:
            self._options = tuple(options)
            self.box.configure(values=[words for _value, words in self._options])
            self._show_words()

    def show(self, value: object) -> None:
        if value != self._value:
            self._value = value
            self._show_words()

    def spot(self) -> Spot:
        return Spot()

    def go(self, spot: Spot) -> None:
        self.box.focus_set()

    def mark(self, *, wrong: bool) -> None:
        self.box.state(["invalid" if wrong else "!invalid"])

    def _show_words(self) -> None:
        unknown = self._value if isinstance(self._value, str) else ""
        self.box.set(next((words for value, words in self._options if value == self._value), unknown))
        self.box.selection_clear()

    def _letter(self, event: "tk.Event[tk.Misc]") -> None:
        """The first letters of an entry choose it, without opening the list."""
        found = self._typed.find(event, [text for _value, text in self._options])
        if found is not None:
            self.box.current(found)
            self._chosen()

    def _chosen(self) -> None:
        self.box.selection_clear()
        value = self._options[self.box.current()][0]
        if value != self._value:
            self._value = value
            self._report(self, value)


class TickField:
    """Yes or no."""

    def __init__(
        self,
        parent: tk.Misc,
        name: str,
        report: Report,
        *,
        label: str,
        on: object = True,
        off: object = False,
        surface: str = "",
    ) -> None:
        """`on` and `off`: what is reported; `surface`: the bootstyle words of a coloured ground."""
        self.name = name
        self._report = report
        self._on, self._off = on, off
        self._variable = tk.BooleanVar(parent)
        self.tick = ttk.Checkbutton(
            parent, text=label, variable=self._variable, command=self._ticked, bootstyle=surface or "default"
        )
        self.frame = self.tick

    @property
    def inputs(self) -> tuple[tk.Misc, ...]:
        return (self.tick,)

    def show(self, value: object) -> None:
        self._variable.set(value == self._on)

    def spot(self) -> Spot:
        return Spot()

    def go(self, spot: Spot) -> None:
        self.tick.focus_set()

    def mark(self, *, wrong: bool) -> None:
        self.tick.state(["invalid" if wrong else "!invalid"])

    def _ticked(self) -> None:
        self._report(self, self._on if self._variable.get() else self._off)
