"""The inputs of a section, drawn from its slots."""

import tkinter as tk

from humas_desk.ui import theme
from humas_desk.ui.fields.choice_field import ChoiceField, TickField
from humas_desk.ui.fields.codecs import Lines, Rich
from humas_desk.ui.fields.date_field import DateField
from humas_desk.ui.fields.embargo_field import EmbargoField
from humas_desk.ui.fields.field import Field, Report
from humas_desk.ui.fields.line_field import LineField, label_above
from humas_desk.ui.fields.section_plan import Input, Slot
from humas_desk.ui.fields.text_field import TextField, TextKeys, TextLook
from humas_desk.ui.fields.time_field import TimeField
from humas_desk.wording import _

_FULL = 100


def draw_slots(parent: tk.Frame, slots: tuple[Slot, ...], report: Report, *, before: str = "") -> list[Field]:
    """The inputs of these slots in rows; `before` stands before their names."""
    fields: list[Field] = []
    row: tk.Frame | None = None
    filled = _FULL
    for slot in slots:
        if row is None or filled + slot.share > _FULL:
            row = tk.Frame(parent, background=theme.PAPER)
            row.pack(fill="x", pady=(theme.px(parent, theme.SNUG) if fields else 0, 0))
            filled = 0
        field, widget = _draw(row, slot, report, before + slot.name)
        column = len(row.grid_slaves())
        row.columnconfigure(column, weight=slot.share, uniform="slots")
        widget.grid(row=0, column=column, sticky="new", padx=(theme.px(row, theme.GAP) if column else 0, 0))
        filled += slot.share
        fields.append(field)
    return fields


def _draw(row: tk.Frame, slot: Slot, report: Report, name: str) -> tuple[Field, tk.Widget]:
    words, hint = _(slot.msgid), _(slot.hint)
    field: LineField | DateField | ChoiceField | TickField | EmbargoField
    match slot.input:
        case Input.LINE:
            field = LineField(row, name, report, label=words, placeholder=hint, optional=slot.optional)
        case Input.DATE:
            field = DateField(row, name, report, label=words)
        case Input.TIME:
            field = TimeField(row, name, report, label=words, placeholder=hint)
        case Input.CHOICE:
            options = [(value, _(text)) for value, text in slot.options]
            field = ChoiceField(row, name, report, label=words, options=options)
        case Input.TICK:
            field = TickField(row, name, report, label=words, on=slot.options[0][0], off=slot.options[1][0])
        case Input.EMBARGO:
            field = EmbargoField(row, name, report)
        case Input.RICH | Input.LINES | Input.RICH_LINES:
            return _draw_text(row, slot, report, name, words=words, hint=hint)
    return field, field.frame


def _draw_text(
    row: tk.Frame, slot: Slot, report: Report, name: str, *, words: str, hint: str
) -> tuple[Field, tk.Widget]:
    frame = tk.Frame(row, background=theme.PAPER)
    label_above(frame, words, theme.PAPER).pack(fill="x")
    is_one = slot.input is Input.RICH
    text = TextField(
        frame,
        name,
        report,
        codec=Rich(optional=slot.optional) if is_one else Lines(rich=slot.input is Input.RICH_LINES),
        look=TextLook(boxed=True, placeholder=hint),
        keys=TextKeys(takes_lines=not is_one or slot.share == _FULL),
    )
    text.frame.pack(fill="x")
    return text, frame
