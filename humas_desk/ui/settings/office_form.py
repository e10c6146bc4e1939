"""The fields of an office; every change is reported at once, mistakes are said at the field."""

from collections.abc import Callable, Sequence
from dataclasses import replace
import datetime as dt
from functools import partial
import tkinter as tk
from typing import Any

import ttkbootstrap as ttk

from humas_desk.desk.office_editing import (
    dateline_options,
    number_example,
    office_problems,
    shown_pattern,
    typed_pattern,
)
from humas_desk.desk.offices import OfficeEntry, logo_problems
from humas_desk.desk.regions import Regions
from humas_desk.desk.templates import TemplateChoice
from humas_desk.release.office import Body, Level, Office
from humas_desk.release.person import Contact
from humas_desk.release.release import Zone
from humas_desk.ui import theme
from humas_desk.ui.fields.choice_field import ChoiceField, TickField
from humas_desk.ui.fields.codecs import Lines, Plain
from humas_desk.ui.fields.field import Field
from humas_desk.ui.fields.line_field import LineField, label_above
from humas_desk.ui.fields.suggestions import Suggestion
from humas_desk.ui.settings.contact_rows import ContactRows
from humas_desk.ui.settings.labelled_text import LabelledText, PlacedField
from humas_desk.ui.settings.logo_well import LogoWell
from humas_desk.ui.settings.scrolled import Scrolled
from humas_desk.wording import _, mark, problem_sentence

LEVELS = (
    (Level.RI, mark("National")),
    (Level.PROVINSI, mark("Province")),
    (Level.KABUPATEN, mark("Regency")),
    (Level.KOTA, mark("City")),
    (Level.KECAMATAN, mark("District")),
)
BODIES = ((Body.BAWASLU, "Bawaslu"), (Body.PANWASLIH, "Panwaslih"), (Body.PANWASLU, "Panwaslu"))
PATTERN = "number_pattern"
MOST_REGIONS = 8
"""Regions that are offered while one is typed."""


class OfficeForm(Scrolled):
    """Shows one office. `on_change` gets the office after every change, `on_default` the tick for the main office."""

    def __init__(
        self,
        parent: tk.Misc,
        *,
        templates: Sequence[TemplateChoice],
        regions: Regions,
        today: dt.date,
        on_change: Callable[[Office], None],
        on_default: Callable[[bool], None],
        on_logo: Callable[[], None],
        on_no_logo: Callable[[], None],
        on_style: Callable[[], None],
    ) -> None:
        super().__init__(parent)
        self._templates = templates
        self._regions = regions
        self._today = today
        self._on_change = on_change
        self._on_default = on_default
        self._on_style = on_style
        self._office = Office()
        self._fields: dict[str, Field] = {}
        self._row = 0
        for column in (0, 1):
            self.inside.grid_columnconfigure(column, weight=1, uniform="half")
        self.inside.configure(padx=theme.px(self, theme.WIDE), pady=theme.px(self, theme.PAD))
        self._build_office()
        self.logo = LogoWell(self.inside, on_choose=on_logo, on_remove=on_no_logo)
        self._build_letterhead()
        self._build_habits()
        self._build_people()
        self.bind_wheel()

    def show(self, entry: OfficeEntry, *, is_default: bool) -> None:
        """The office's facts."""
        self._office = entry.office
        self.show_logo(entry)
        self._default.show(is_default)
        self.contacts.show(entry.office.contacts)
        self._show_options()
        for name, field in self._fields.items():
            value = getattr(entry.office, name)
            field.show(shown_pattern(value) if name == PATTERN else value)
        self._show_number()

    def show_logo(self, entry: OfficeEntry) -> None:
        """The logo, or why the one that was chosen is not there."""
        trouble = next((problem_sentence(problem) for problem in logo_problems(entry)), "")
        self.logo.show(entry.logo, trouble=trouble)

    def focus_region(self) -> None:
        """Put the cursor into the field that names the office."""
        self._fields["region"].inputs[0].focus_set()

    @property
    def number_hint(self) -> str:
        """What stands under the number's pattern."""
        return str(self._number_hint.cget("text"))

    def _build_office(self) -> None:
        self._section(_("Office"))
        levels = tuple((level, _(words)) for level, words in LEVELS)
        self._pair(
            ChoiceField(self.inside, "level", self._report, label=_("Level"), options=levels),
            ChoiceField(self.inside, "body", self._report, label=_("Supervising body"), options=BODIES),
        )
        region = self._line("region", _("Region, as in the letterhead"))
        region.complete(lambda typed: self._regions_like(typed, region))
        self._wide(region)
        self._default = TickField(
            self.inside, "default", lambda _field, value: self._on_default(bool(value)), label=_("Use for new releases")
        )
        self._place(self._default.frame)

    def _regions_like(self, typed: str, field: LineField) -> list[Suggestion]:
        """Regions of the office's level; a whole name needs no other."""
        found = self._regions.complete_region(self._office.level, typed, MOST_REGIONS)
        if any(region.name == typed for region in found):
            return []
        return [
            Suggestion(
                text=region.name,
                more="" if region.name == region.province else region.province,
                take=partial(field.fill, region.name),
            )
            for region in found
        ]

    def _build_letterhead(self) -> None:
        self._section(_("Letterhead"))
        self._place(self.logo)
        self._wide(self._text("address", _("Address, one line each"), least_lines=2))
        self._pair(self._line("phone", _("Telephone")), self._line("email", _("E-mail")))
        self._pair(self._line("website", _("Website")), self._text("social", _("Social media, one a line")))

    def _build_habits(self) -> None:
        self._section(_("Habits"))
        zones = tuple((zone, zone.value) for zone in Zone)
        self._pair(
            self._line("city", _("City of the dateline")),
            ChoiceField(self.inside, "zone", self._report, label=_("Time zone"), options=zones),
        )
        self._wide(ChoiceField(self.inside, "dateline_pattern", self._report, label=_("Dateline")))
        self._wide(self._line(PATTERN, _("Pattern of the number")))
        self._number_hint = ttk.Label(
            self.inside,
            font=theme.SMALL_TEXT,
            bootstyle="secondary",
            justify="left",
            wraplength=theme.px(self, theme.LABEL_WRAP),
        )
        self._place(self._number_hint)
        self._pair(self._line("class_code", _("Code {kode}")), self._line("unit_code", _("Code {unit}")))
        titles = tuple((choice.name, choice.title) for choice in self._templates)
        self._wide(ChoiceField(self.inside, "template", self._report, label=_("Template"), options=titles))
        words = _("House style and dictionary…")
        self.style = ttk.Button(self.inside, text=words, command=self._on_style, bootstyle="outline")
        self.style.grid(row=self._row, column=0, columnspan=2, sticky="w", pady=theme.pair(self, 0, theme.GAP))
        self._row += 1

    def _build_people(self) -> None:
        self._section(_("At the end of every release"))
        self._wide(self._text("about", _("About the office"), least_lines=3))
        self._place(label_above(self.inside, _("Contacts"), theme.PAPER))
        self.contacts = ContactRows(self.inside, self._contacts_changed, self.bind_wheel)
        self._place(self.contacts)

    def _line(self, name: str, label: str) -> LineField:
        return LineField(self.inside, name, self._report, label=label)

    def _text(self, name: str, label: str, *, least_lines: int = 1) -> LabelledText:
        codec = Plain() if name == "about" else Lines()
        return LabelledText(self.inside, name, self._report, label, codec, least_lines)

    def _section(self, heading: str) -> None:
        label = ttk.Label(self.inside, text=heading, font=theme.UI_BOLD)
        above = theme.WIDE if self._row else 0
        label.grid(row=self._row, column=0, columnspan=2, sticky="w", pady=theme.pair(self, above, theme.SMALL))
        self._row += 1

    def _pair(self, *fields: PlacedField) -> None:
        for column, field in enumerate(fields):
            self._fields[field.name] = field
            field.frame.grid(
                row=self._row,
                column=column,
                sticky="new",
                padx=theme.pair(self, column * theme.SMALL, (1 - column) * theme.SMALL),
            )
        self.inside.grid_rowconfigure(self._row, pad=theme.px(self, theme.INSET))
        self._row += 1

    def _wide(self, field: PlacedField) -> None:
        self._fields[field.name] = field
        self._place(field.frame)

    def _place(self, widget: tk.Widget) -> None:
        widget.grid(row=self._row, column=0, columnspan=2, sticky="ew", pady=theme.pair(self, 0, theme.GAP))
        self._row += 1

    def _report(self, field: Field, value: object) -> None:
        if field.name == PATTERN:
            value = typed_pattern(str(value))
        change: dict[str, Any] = {field.name: value}
        self._office = replace(self._office, **change)
        if field.name in ("city", "region"):
            self._show_options()
        self._show_number()
        self._on_change(self._office)

    def _contacts_changed(self, contacts: tuple[Contact, ...]) -> None:
        self._office = replace(self._office, contacts=contacts)
        self._on_change(self._office)

    def _show_options(self) -> None:
        options = dateline_options(self._office, self._today)
        dateline = self._fields["dateline_pattern"]
        if isinstance(dateline, ChoiceField):
            dateline.show_options([(option.pattern, option.example or _("No dateline")) for option in options])

    def _show_number(self) -> None:
        problems = [problem for problem in office_problems(self._office) if problem.place == PATTERN]
        self._fields[PATTERN].mark(wrong=bool(problems))
        example = _("Example: {number}").format(number=number_example(self._office, self._today))
        text = problem_sentence(problems[0]) if problems else example
        self._number_hint.configure(text=text, bootstyle="danger" if problems else "secondary")
