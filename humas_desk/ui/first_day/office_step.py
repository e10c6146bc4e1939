"""The first step: which office this is. The region brings its city and time zone along."""

from collections.abc import Callable
from dataclasses import replace
import tkinter as tk
from typing import Any

from humas_desk.desk.offices import OfficeEntry
from humas_desk.desk.regions import Region, Regions
from humas_desk.release.office import Body, Level, Office
from humas_desk.ui import theme
from humas_desk.ui.fields.choice_field import ChoiceField
from humas_desk.ui.fields.codecs import Lines
from humas_desk.ui.fields.field import Field
from humas_desk.ui.fields.line_field import LineField, label_above
from humas_desk.ui.first_day.region_field import RegionField
from humas_desk.ui.settings.labelled_text import LabelledText
from humas_desk.ui.settings.logo_well import LogoWell
from humas_desk.ui.settings.office_form import LEVELS
from humas_desk.wording import _

ACEH = "Aceh"
"""Where the office is called Panwaslih by law."""
CAPITAL = "Jakarta"
"""Where the national office sits."""


class OfficeStep(tk.Frame):
    """`on_change` gets the office after every change."""

    def __init__(
        self,
        parent: tk.Misc,
        *,
        regions: Regions,
        on_change: Callable[[Office], None],
        on_logo: Callable[[], None],
        on_no_logo: Callable[[], None],
    ) -> None:
        super().__init__(parent, background=theme.PAPER)
        self._regions = regions
        self._on_change = on_change
        self._office = Office()
        levels = tuple((level, _(words)) for level, words in LEVELS)
        self.level = ChoiceField(self, "level", self._report, label=_("Level"), options=levels)
        self.region = RegionField(
            self,
            label=_("Region, type a few letters of its name"),
            find=lambda text: regions.complete_region(self._office.level, text),
            on_text=lambda text: self._change(region=text),
            on_region=self._took,
        )
        row = tk.Frame(self, background=theme.PAPER)
        row.grid_columnconfigure(0, weight=2, uniform="place")
        row.grid_columnconfigure(1, weight=1, uniform="place")
        self.address = LabelledText(row, "address", self._report, _("Address, one line each"), Lines(), 2)
        self.city = LineField(row, "city", self._report, label=_("City of the dateline"))
        self.address.frame.grid(row=0, column=0, sticky="new", padx=theme.pair(self, 0, theme.GAP))
        self.city.frame.grid(row=0, column=1, sticky="new")
        logo = tk.Frame(self, background=theme.PAPER)
        label_above(logo, _("Logo, when there is one"), theme.PAPER).pack(fill="x")
        self.logo = LogoWell(logo, on_choose=on_logo, on_remove=on_no_logo)
        self.logo.pack(fill="x")
        self._below = row
        for part in (self.level.frame, self.region, row, logo):
            part.pack(fill="x", pady=theme.pair(self, 0, theme.INSET))

    @property
    def first_input(self) -> tk.Misc:
        """Where the cursor begins."""
        return self.region.entry if self.region.winfo_manager() else self.level.box

    def show(self, entry: OfficeEntry) -> None:
        """The office as far as it is known."""
        self._office = entry.office
        self.level.show(entry.office.level)
        self.address.show(entry.office.address)
        self.city.show(entry.office.city)
        self.region.show(entry.office.region)
        self.logo.show(entry.logo)
        self._show_region()

    def _show_region(self) -> None:
        """The national office has no region to ask for."""
        if self._office.level is Level.RI:
            self.region.pack_forget()
        elif not self.region.winfo_manager():
            self.region.pack(fill="x", pady=theme.pair(self, 0, theme.INSET), before=self._below)

    def _report(self, field: Field, value: object) -> None:
        if field.name == "level" and value is not self._office.level:
            city = CAPITAL if value is Level.RI else self._office.city
            self.city.show(city)
            self._change(level=value, region="", city=city)
            self.region.show("")
            self._show_region()
            return
        self._change(**{field.name: value})

    def _took(self, region: Region) -> None:
        """Everything the table knows about the region."""
        body = Body.PANWASLIH if region.province == ACEH else Body.BAWASLU
        city = region.seat or self._office.city
        self.city.show(city)
        self._change(region=region.name, city=city, zone=region.zone, body=body)

    def _change(self, **facts: Any) -> None:
        self._office = replace(self._office, **facts)
        self._on_change(self._office)
