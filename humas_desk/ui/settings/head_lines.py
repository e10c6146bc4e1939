"""The lines of a letterhead: text with its tokens, size, weight and capitals; added, moved and taken away."""

from collections.abc import Callable
from functools import partial
import tkinter as tk
from typing import Protocol

import ttkbootstrap as ttk

from humas_desk.desk.template_editing import MOST_LINES, rule_at, value_at
from humas_desk.layout.template import Template
from humas_desk.ui import theme
from humas_desk.ui.settings.checked_field import CheckedField
from humas_desk.wording import _


class LineDoers(Protocol):
    """What the rows ask for."""

    def put(self, field: CheckedField, value: object) -> None: ...
    def add_line(self, index: int) -> None: ...
    def remove_line(self, index: int) -> None: ...
    def move_line(self, index: int, to: int) -> None: ...


class HeadLines(tk.Frame):
    """One row for each line of the letterhead, and a button for one more."""

    def __init__(self, parent: tk.Misc, doers: LineDoers) -> None:
        super().__init__(parent, background=theme.PAPER)
        self._doers = doers
        self.rows: list[_Row] = []
        tokens = _("In braces stands what the office fills in: {tokens}").format(
            tokens="{lembaga} {wilayah} {alamat} {telepon} {surel} {situs} {medsos}"
        )
        hint = ttk.Label(self, text=tokens, font=theme.SMALL_TEXT, bootstyle="secondary", justify="left")
        hint.configure(wraplength=theme.px(self, theme.TEMPLATES_WRAP))
        hint.pack(fill="x", pady=theme.pair(self, 0, theme.SNUG))
        self._add = ttk.Button(self, text=_("Add a line"), icon="plus", command=self._one_more, bootstyle="ghost")
        self._add.pack(side="bottom", anchor="w")

    def show(self, template: Template) -> None:
        """The lines of this template."""
        count = len(template.letterhead.lines)
        while len(self.rows) > count:
            self.rows.pop().frame.destroy()
        while len(self.rows) < count:
            self.rows.append(_Row(self, template, len(self.rows), self._doers))
        for row in self.rows:
            row.show(template, count)
        self._add.state(["!disabled" if count < MOST_LINES else "disabled"])

    def _one_more(self) -> None:
        self._doers.add_line(len(self.rows))


class _Row:
    """One line: its text, and under it how it is set."""

    def __init__(self, parent: tk.Misc, template: Template, index: int, doers: LineDoers) -> None:
        self._place = f"letterhead.lines[{index}]"
        self.frame = tk.Frame(parent, background=theme.PAPER)
        self.frame.pack(fill="x", pady=theme.pair(parent, 0, theme.GAP))

        def field(under: tk.Misc, key: str, label: str) -> CheckedField:
            place = f"{self._place}.{key}"
            return CheckedField(under, place, rule_at(template, place), label=label, on_value=doers.put)

        head = tk.Frame(self.frame, background=theme.PAPER)
        head.pack(fill="x")
        self.buttons = [
            _button(head, "trash3", _("Remove this line"), partial(doers.remove_line, index)),
            _button(head, "chevron-down", _("Move the line down"), partial(doers.move_line, index, index + 1)),
            _button(head, "chevron-up", _("Move the line up"), partial(doers.move_line, index, index - 1)),
        ]
        text = field(head, "text", "")
        text.frame.pack(side="left", fill="x", expand=True)
        below = tk.Frame(self.frame, background=theme.PAPER)
        below.pack(fill="x", pady=theme.pair(parent, theme.TINY, 0))
        others = (
            field(below, "size_pt", _("Size (pt)")),
            field(below, "leading_pt", _("Line distance (pt)")),
            field(below, "weight", _("Weight")),
            field(below, "caps", _("Capitals")),
        )
        for column, one in enumerate(others):
            one.frame.grid(row=0, column=column, sticky="sew", padx=theme.pair(parent, 0, theme.SMALL))
            below.grid_columnconfigure(column, weight=1, uniform="line")
        self.fields = (text, *others)

    def show(self, template: Template, count: int) -> None:
        for field in self.fields:
            field.show(value_at(template, field.place))
        index = int(self._place.rpartition("[")[2].rstrip("]"))
        possible = (True, index < count - 1, index > 0)
        for button, can in zip(self.buttons, possible, strict=True):
            button.state(["!disabled" if can else "disabled"])


def _button(parent: tk.Misc, icon: str, hint: str, run: Callable[[], None]) -> ttk.Button:
    button = ttk.Button(
        parent, icon=icon, icon_only=True, icon_size=theme.ICON_SMALL, command=run, bootstyle="ghost", takefocus=True
    )
    button.pack(side="right")
    ttk.ToolTip(button, text=hint)
    return button
