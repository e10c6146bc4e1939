"""A value of a template in the window: its input, made for its rule, and under it what is wrong with what was typed."""

from collections.abc import Callable
import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.desk.template_editing import shown_number, shown_tokens, typed_number, typed_tokens
from humas_desk.layout.rules import Choice, Flag, Number, Rule
from humas_desk.ui import theme
from humas_desk.ui.fields.choice_field import ChoiceField, Option, TickField
from humas_desk.ui.fields.field import Field
from humas_desk.ui.fields.line_field import LineField
from humas_desk.ui.settings.labelled_text import PlacedField
from humas_desk.ui.settings.template_plan import CHOICES
from humas_desk.wording import _

FROM_PAPER = ("page.left_mm", "page.bottom_mm")
"""What may stay empty."""


class CheckedField:
    """Shows a value, reports what was typed as files hold it, and says a mistake at the field."""

    def __init__(
        self,
        parent: tk.Misc,
        place: str,
        rule: Rule,
        *,
        label: str,
        on_value: Callable[["CheckedField", object], None],
        options: tuple[Option, ...] = (),
    ) -> None:
        """`options`: to choose from, where the rule alone does not tell."""
        self.place = place
        self._rule = rule
        self._on_value = on_value
        self.frame = tk.Frame(parent, background=theme.PAPER)
        self.field = self._input(label, options)
        self.field.frame.pack(fill="x", anchor="w")
        self._said = ttk.Label(self.frame, font=theme.SMALL_TEXT, bootstyle="danger", justify="left")

    @property
    def message(self) -> str:
        """What is wrong with the value; empty: nothing."""
        return str(self._said.cget("text"))

    def show(self, value: object) -> None:
        """The value as it stands in the template."""
        self.say("")
        if isinstance(self.field, LineField):
            self.field.show(shown_tokens(value) if isinstance(value, str) else shown_number(value))
        else:
            self.field.show(value)

    def say(self, text: str) -> None:
        """Mark the field and say why; empty: all is well."""
        if text == self.message:
            return
        self._said.configure(text=text, wraplength=max(1, self.frame.winfo_width()))
        self.field.mark(wrong=bool(text))
        if text:
            self._said.pack(fill="x", anchor="w")
        else:
            self._said.pack_forget()

    def _input(self, label: str, options: tuple[Option, ...]) -> PlacedField:
        words = CHOICES.get(self.place.rpartition(".")[2], {})
        match self._rule:
            case _ if options:
                return ChoiceField(self.frame, self.place, self._report, label=label, options=options)
            case Flag():
                return TickField(self.frame, self.place, self._report, label=label)
            case Choice(allowed=allowed):
                listed = tuple((value, _(words.get(value, value))) for value in allowed)
                return ChoiceField(self.frame, self.place, self._report, label=label, options=listed)
            case _:
                hint = _("As the paper has it") if self.place in FROM_PAPER else ""
                hint = _("as above") if ".tightest." in self.place else hint
                return LineField(self.frame, self.place, self._report, label=label, placeholder=hint)

    def _report(self, _field: Field, value: object) -> None:
        if isinstance(self.field, LineField):
            text = str(value)
            value = typed_number(text) if isinstance(self._rule, Number) else typed_tokens(text)
        self._on_value(self, value)
