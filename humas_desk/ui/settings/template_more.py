"""What of a template is rarely changed: photos, signature, and how each part of the page is set."""

from collections.abc import Callable
import tkinter as tk

from humas_desk.desk.template_editing import rule_at, value_at
from humas_desk.layout.document import Role
from humas_desk.layout.template import Template
from humas_desk.ui import theme
from humas_desk.ui.fields.choice_field import ChoiceField
from humas_desk.ui.fields.field import Field
from humas_desk.ui.fields.fold import beside
from humas_desk.ui.fields.line_field import label_above
from humas_desk.ui.settings.checked_field import CheckedField
from humas_desk.ui.settings.template_plan import MORE, ROLE_NAMES, ROLE_ROWS, Rows
from humas_desk.wording import _


class TemplateMore:
    """Fields for photos and signature, then one set of fields for the part that is chosen above them."""

    def __init__(self, parent: tk.Frame, template: Template, on_value: Callable[[CheckedField, object], None]) -> None:
        self._parent = parent
        self._template = template
        self._on_value = on_value
        self._role = Role.TITLE
        parent.columnconfigure(0, weight=1)
        self.fields = self._rows(MORE, "")
        """By their place."""
        options = tuple((role, _(words)) for role, words in ROLE_NAMES.items())
        self.roles = ChoiceField(parent, "role", self._chosen, label=_("How each part is set"), options=options)
        self._place(self.roles.frame)
        self.looks = self._rows(ROLE_ROWS, f"roles.{self._role}.")
        """Of the part that is chosen, by the name of the value."""
        self.show(template)

    def show(self, template: Template) -> None:
        """The template's values."""
        self._template = template
        self.roles.show(self._role)
        for field in (*self.fields.values(), *self.looks.values()):
            field.show(value_at(template, field.place))

    def _chosen(self, _field: Field, value: object) -> None:
        """Another part: its values in the same fields."""
        self._role = Role(str(value))
        for key, field in self.looks.items():
            field.place = f"roles.{self._role}.{key}"
        self.show(self._template)

    def _rows(self, rows: Rows, before: str) -> dict[str, CheckedField]:
        """The fields of these rows, those of one row beside each other; a row without a field is a heading."""
        made: dict[str, CheckedField] = {}
        for heading, row in rows:
            if heading:
                self._place(label_above(self._parent, _(heading), theme.PAPER))
            frame = tk.Frame(self._parent, background=theme.PAPER)
            for key, label in row:
                place = f"{before}{key}"
                rule = rule_at(self._template, place)
                made[key] = CheckedField(frame, place, rule, label=_(label), on_value=self._on_value)
            beside(frame, tuple(made[key].frame for key, _label in row), (1,) * len(row))
            self._place(frame)
        return made

    def _place(self, widget: tk.Widget) -> None:
        row = self._parent.grid_size()[1]
        widget.grid(row=row, column=0, sticky="ew", pady=theme.pair(self._parent, 0, theme.SNUG))
