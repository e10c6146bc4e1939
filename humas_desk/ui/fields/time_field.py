"""A time of day: typed as 9.30 or 09:30, kept as HH:MM, shown with a dot."""

import tkinter as tk

from humas_desk.desk.typed_dates import typed_time
from humas_desk.ui.fields.field import Field, Report
from humas_desk.ui.fields.line_field import LineField


class TimeField(LineField):
    """A line that reports only times; anything else keeps a red border until it is one."""

    def __init__(self, parent: tk.Misc, name: str, report: Report, *, label: str = "", placeholder: str = "") -> None:
        self._report_time = report
        super().__init__(parent, name, self._typed, label=label, placeholder=placeholder)
        self._time = ""
        self.entry.bind("<FocusOut>", lambda _event: self._tidy(), add=True)

    def show(self, value: object) -> None:
        time = value if isinstance(value, str) else ""
        if time != self._time:
            self._time = time
            super().show(time.replace(":", "."))

    def _typed(self, _field: Field, value: object) -> None:
        text = value if isinstance(value, str) else ""
        time = typed_time(text) if text else ""
        if time is not None and time != self._time:
            self._time = time
            self._report_time(self, time)

    def _tidy(self) -> None:
        text = self.variable.get()
        time = typed_time(text) if text else ""
        self.mark(wrong=time is None)
        if time is not None:
            super().show(self._time.replace(":", "."))
