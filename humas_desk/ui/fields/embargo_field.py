"""Not before: day, time and zone of an embargo as one field."""

import datetime as dt
import tkinter as tk

from humas_desk.release.release import Embargo, Zone
from humas_desk.ui import theme
from humas_desk.ui.fields.choice_field import ChoiceField
from humas_desk.ui.fields.date_field import DateField
from humas_desk.ui.fields.field import Field, Report, Spot
from humas_desk.ui.fields.fold import beside
from humas_desk.ui.fields.time_field import TimeField
from humas_desk.wording import _


class EmbargoField:
    """Three inputs, one value: an Embargo, or None when day and time are empty."""

    def __init__(self, parent: tk.Misc, name: str, report: Report) -> None:
        self.name = name
        self._report = report
        self._value: object = None
        self._day: dt.date | None = None
        self._time = ""
        self._zone = Zone.WIB
        self.frame = tk.Frame(parent, background=theme.PAPER)
        zones = [(zone, zone.value) for zone in Zone]
        self._date_field = DateField(self.frame, "day", self._changed, label=_("Embargo until"))
        self._time_field = TimeField(self.frame, "time", self._changed, label=_("Time"), placeholder=_("10.00"))
        self._zone_field = ChoiceField(self.frame, "zone", self._changed, label=_("Time zone"), options=zones)
        beside(self.frame, (self._date_field.frame, self._time_field.frame, self._zone_field.frame), (50, 25, 25))
        self._zone_field.show(self._zone)

    @property
    def inputs(self) -> tuple[tk.Misc, ...]:
        return (*self._date_field.inputs, *self._time_field.inputs, *self._zone_field.inputs)

    def show(self, value: object) -> None:
        if value == self._value:
            return
        self._value = value
        embargo = value if isinstance(value, Embargo) else Embargo(until="", zone=self._zone)
        day, _between, self._time = embargo.until.partition("T")
        try:
            self._day = dt.date.fromisoformat(day)
        except ValueError:
            self._day = None
        self._zone = embargo.zone
        self._date_field.show(self._day)
        self._time_field.show(self._time)
        self._zone_field.show(self._zone)

    def spot(self) -> Spot:
        return Spot()

    def go(self, spot: Spot) -> None:
        self._date_field.go(spot)

    def mark(self, *, wrong: bool) -> None:
        for field in (self._date_field, self._time_field):
            field.mark(wrong=wrong)

    def _changed(self, field: Field, value: object) -> None:
        if field is self._zone_field and isinstance(value, Zone):
            self._zone = value
        elif field is self._date_field:
            self._day = value if isinstance(value, dt.date) else None
        elif isinstance(value, str):
            self._time = value
        day = self._day.isoformat() if self._day else ""
        is_empty = not day and not self._time
        new = None if is_empty else Embargo(until=f"{day}T{self._time}" if self._time else day, zone=self._zone)
        if new != self._value:
            self._value = new
            self._report(self, new)
