"""A text of several lines under its label, in a box like the other inputs."""

import tkinter as tk
from typing import Protocol

from humas_desk.ui import theme
from humas_desk.ui.fields.codecs import Codec
from humas_desk.ui.fields.field import Field, Report, Spot
from humas_desk.ui.fields.line_field import label_above
from humas_desk.ui.fields.text_field import TextField, TextKeys, TextLook


class PlacedField(Field, Protocol):
    """A field that brings the widget to be placed."""

    @property
    def frame(self) -> tk.Widget:
        """Label and input."""


class LabelledText:
    """A plain text field that grows with what stands in it."""

    def __init__(self, parent: tk.Misc, name: str, report: Report, label: str, codec: Codec, least_lines: int) -> None:
        self.name = name
        self.frame = tk.Frame(parent, background=theme.PAPER)
        label_above(self.frame, label, theme.PAPER).pack(fill="x")
        fonts = (theme.UI, theme.UI_BOLD, theme.UI, theme.UI_BOLD)
        self._field = TextField(
            self.frame,
            name,
            report,
            codec=codec,
            look=TextLook(boxed=True, least_lines=least_lines, fonts=fonts),
            keys=TextKeys(takes_lines=True),
        )
        self._field.frame.pack(fill="x")

    @property
    def inputs(self) -> tuple[tk.Misc, ...]:
        return self._field.inputs

    def show(self, value: object) -> None:
        self._field.show(value)

    def spot(self) -> Spot:
        return self._field.spot()

    def go(self, spot: Spot) -> None:
        self._field.go(spot)

    def mark(self, *, wrong: bool) -> None:
        self._field.mark(wrong=wrong)
