"""A day: typed as 28/8/2023 or picked from a calendar, shown with its weekday."""

import datetime as dt
import tkinter as tk
from tkinter.font import nametofont

import ttkbootstrap as ttk

from humas_desk.desk.shown_dates import long_date
from humas_desk.desk.typed_dates import short_date, shown_date, typed_date
from humas_desk.ui import theme
from humas_desk.ui.fields import text_keys
from humas_desk.ui.fields.field import Report, Spot
from humas_desk.ui.fields.line_field import label_above
from humas_desk.ui.fields.shortening import shortened
from humas_desk.wording import _


class DateField:
    """One day; the weekday is computed, never typed."""

    def __init__(self, parent: tk.Misc, name: str, report: Report, *, label: str = "", ground: str = "") -> None:
        self.name = name
        self._report = report
        self._value: dt.date | None = None
        ground = ground or theme.PAPER
        self.frame = tk.Frame(parent, background=ground)
        self._words = label
        self._label = label_above(self.frame, "", ground)
        self._label.configure(text=label, width=1)
        if label:
            self._label.pack(fill="x")
        row = tk.Frame(self.frame, background=ground)
        row.pack(fill="x")
        self.variable = tk.StringVar(self.frame)
        self.entry = ttk.Entry(row, textvariable=self.variable, font=theme.UI, width=4, exportselection=False)
        self.entry.pack(side="left", fill="x", expand=True)
        text_keys.install(self.entry)
        self.button = ttk.Button(
            row,
            icon="calendar3",
            icon_only=True,
            icon_size=theme.ICON_SMALL,
            bootstyle="ghost",
            command=self._pick,
            takefocus=False,
        )
        self.button.pack(side="left")
        ttk.ToolTip(self.button, text=_("Choose from the calendar (F4)"))
        self.hint = tk.Label(self.frame, font=theme.SMALL_TEXT, foreground=theme.RED, background=ground, anchor="w")
        self.hint.configure(borderwidth=0, padx=0, pady=0)
        self.entry.bind("<FocusIn>", lambda _event: self._begin(), add=True)
        self.entry.bind("<FocusOut>", lambda _event: self._end(), add=True)
        self.entry.bind("<F4>", lambda _event: self._pick())
        self.entry.bind("<Return>", lambda _event: self.entry.event_generate("<<NextWindow>>"))
        self.variable.trace_add("write", lambda *_names: self._typed())
        self._typing = False
        self._echoed: dt.date | None = None
        self._label.bind("<Configure>", lambda _event: self._echo(self._echoed))
        self.entry.bind("<Configure>", lambda _event: self._resized(), add=True)

    @property
    def inputs(self) -> tuple[tk.Misc, ...]:
        return (self.entry,)

    def show(self, value: object) -> None:
        day = value if isinstance(value, dt.date) else None
        if day != self._value or not self._typing:
            self._value = day
            self._write(self._text())

    def spot(self) -> Spot:
        at = self.entry.index("insert")
        return Spot(start=at, end=at)

    def go(self, spot: Spot) -> None:
        self.entry.focus_set()

    def mark(self, *, wrong: bool) -> None:
        self.entry.state(["invalid" if wrong else "!invalid"])

    def _text(self) -> str:
        if self._typing:
            return short_date(self._value) if self._value else ""
        day = self._value
        return _first_that_fits(self.entry, (shown_date(day), long_date(day), short_date(day))) if day else ""

    def _resized(self) -> None:
        """In little room the day is written shorter."""
        if not self._typing and self._value is not None and not self.entry.instate(["invalid"]):
            self._write(self._text())

    def _write(self, text: str) -> None:
        if self.variable.get() != text:
            self.variable.set(text)

    def _begin(self) -> None:
        if not self._typing:
            self._typing = True
            self._write(self._text())
            self.entry.selection_range(0, "end")

    def _typed(self) -> None:
        if not self._typing:
            return
        text = self.variable.get()
        day = typed_date(text)
        self._echo(day)
        if day is not None and day != self._value:
            self._value = day
            self._report(self, day)

    def _end(self) -> None:
        """The writer goes on: an empty line is no date; until now it may only have been on its way to another."""
        self._typing = False
        self._echo(None)
        self.entry.selection_clear()
        if not self.variable.get().strip() and self._value is not None:
            self._value = None
            self._report(self, None)
        is_wrong = bool(self.variable.get().strip()) and typed_date(self.variable.get()) is None
        self.mark(wrong=is_wrong)
        self._say(_("Write the date like 28/8/2023.") if is_wrong else "")
        if not is_wrong:
            self._write(self._text())

    def _echo(self, day: dt.date | None) -> None:
        """Beside the label, while typing: the day as it is understood."""
        self._echoed = day
        told = (f"{self._words} · {shown_date(day)}", shown_date(day), self._words) if day else (self._words,)
        words = _first_that_fits(self._label, told) if self._words else ""
        if self._label["text"] != words:
            self._label.configure(text=words)

    def _say(self, sentence: str) -> None:
        self.hint.configure(text=sentence)
        if sentence:
            self.hint.pack(fill="x")
        else:
            self.hint.pack_forget()

    def _pick(self) -> str:
        picked = ttk.Querybox.get_date(
            parent=self.entry, first_weekday=0, start_date=self._value or dt.date.today(), title=_("Choose a date")
        )
        if isinstance(picked, dt.datetime):
            picked = picked.date()
        if isinstance(picked, dt.date) and picked != self._value:
            self._value = picked
            self._write(self._text())
            self.mark(wrong=False)
            self._say("")
            self._report(self, picked)
        return "break"


def _first_that_fits(widget: tk.Widget, texts: tuple[str, ...]) -> str:
    """The first of these that the widget has room for; else as much of the last as it has room for."""
    font, room = nametofont(str(widget["font"]), widget), widget.winfo_width() - 2 * theme.px(widget, theme.SNUG)
    if widget.winfo_width() <= 1:
        return texts[0]
    fitting = (text for text in texts if font.measure(text) <= room)
    return next(fitting, None) or shortened(texts[-1], lambda part: font.measure(part) <= room)
