"""The first row: office, kind, number, city and date in one line; it opens for changing them."""

from collections.abc import Callable, Sequence
from functools import partial
import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.desk.offices import office_label
from humas_desk.desk.session import Session
from humas_desk.desk.shown_dates import long_date
from humas_desk.desk.typed_dates import short_date, shown_date
from humas_desk.release.release import Kind, Release
from humas_desk.ui import theme
from humas_desk.ui.fields.choice_field import ChoiceField, Option
from humas_desk.ui.fields.date_field import DateField
from humas_desk.ui.fields.field import Field, Report
from humas_desk.ui.fields.fold import Fold, beside
from humas_desk.ui.fields.line_field import LineField
from humas_desk.ui.fields.suggestions import Suggestion
from humas_desk.ui.form_doors import Choice, Choices
from humas_desk.wording import _, mark

_KINDS = {
    Kind.NEWS: mark("News release"),
    Kind.PRESS: mark("Press release"),
    Kind.INVITATION: mark("Media invitation"),
}
_PLACES = (
    "office",
    "kind",
    "template",
    "number",
    "dateline",
    "dateline.city",
    "dateline.date",
    "released",
    "issued_by",
)
_SEPARATOR = " · "


class SummaryGroup:
    """A fold with the facts around the text."""

    def __init__(
        self,
        parent: tk.Misc,
        report: Report,
        choices: Choices,
        cities: Callable[[str], Sequence[str]],
        number: Callable[[], None],
    ) -> None:
        """`cities`: what a typed beginning could become; `number`: reserve the next number of the register."""
        self._reserve = number
        self._reserve_button: ttk.Button | None = None
        self._cities = cities
        self._report = report
        self._choices = choices
        self._all: tuple[Field, ...] = ()
        self._session: Session | None = None
        self._wrong: dict[str, str] = {}
        self.fold = Fold(parent, build=self._build)
        self.frame = self.fold.frame

    @property
    def fields(self) -> tuple[Field, ...]:
        return self._all if self.fold.is_open else ()

    @property
    def buttons(self) -> tuple[tk.Misc, ...]:
        return (self._reserve_button,) if self._reserve_button is not None and self.fold.is_open else ()

    @property
    def header(self) -> tk.Misc:
        return self.fold.header

    def on_toggle(self, work: Callable[[], None]) -> None:
        """Call `work` when the row was opened or closed."""
        self.fold.on_toggle = work

    def show(self, session: Session) -> None:
        self._session = session
        release = session.release
        self._say()
        if self._all:
            self._template.show_options(self._templates())
        for field in self._all:
            field.show(_value(release, field.name, session))

    def show_choices(self, choices: Choices) -> None:
        """Offices or templates have changed."""
        self._choices = choices
        if self._all:
            self._office.show_options(_options(choices.offices))
            self._template.show_options(self._templates())
        self._say()

    def _templates(self) -> list[Option]:
        """Those that serve the release's kind."""
        kind = self._session.release.kind if self._session else None
        fitting = tuple(one for one in self._choices.templates if not one.kinds or kind in one.kinds)
        return [(None, _("The office's template")), *_options(fitting)]

    def covers(self, place: str) -> bool:
        return place in _PLACES

    def open(self) -> None:
        if not self.fold.is_open:
            self.fold.open()
            self.fold.on_toggle()

    def show_problems(self, sentences: dict[str, str]) -> None:
        self._wrong = sentences
        self._say()

    def _say(self) -> None:
        if self._session is None:
            return
        wrong = next(iter(self._wrong.values()), "")
        if wrong:
            self.fold.say(wrong, is_alarming=True)
            return
        day = self._session.release.dateline.date
        days = (shown_date(day), long_date(day), short_date(day)) if day else ("",)
        self.fold.say(*(self._summary(self._session, words) for words in days))

    def _summary(self, session: Session, day: str) -> str:
        release = session.release
        named = {choice.name: choice.label for choice in self._choices.offices}
        office = named.get(session.office.name) or office_label(session.office.office)
        number = _("No. {number}").format(number=release.number) if release.number else ""
        parts = (office, _(_KINDS[release.kind]), number, release.dateline.city, day)
        return _SEPARATOR.join(part for part in parts if part)

    def _build(self, body: tk.Frame) -> None:
        kinds = [(kind, _(words)) for kind, words in _KINDS.items()]
        self._office = ChoiceField(body, "office", self._report, label=_("Office"))
        kind = ChoiceField(body, "kind", self._report, label=_("Kind"), options=kinds)
        self._template = ChoiceField(body, "template", self._report, label=_("Template"))
        number = LineField(body, "number", self._report, label=_("Number"), optional=True)
        number.entry.pack_configure(side="left", expand=True)
        self._reserve_button = ttk.Button(number.frame, text=_("Next number"), command=self._reserve)
        self._reserve_button.configure(bootstyle="outline", padding=theme.pair(body, theme.GAP, theme.SMALL))
        self._reserve_button.pack(side="left", padx=theme.pair(body, theme.SMALL, 0))
        ttk.ToolTip(self._reserve_button, text=_("Reserve the next number of the number register"))
        city = LineField(body, "dateline.city", self._report, label=_("City"))
        city.complete(
            lambda typed: [Suggestion(text=name, take=partial(city.fill, name)) for name in self._cities(typed)]
        )
        date = DateField(body, "dateline.date", self._report, label=_("Event date"))
        released = DateField(body, "released", self._report, label=_("Release date, if it is another day"))
        issued_by = LineField(body, "issued_by", self._report, label=_("Issued by"), optional=True)
        beside(body, (self._office.frame, kind.frame), (50, 50))
        beside(body, (number.frame, self._template.frame), (50, 50), row=1)
        beside(body, (city.frame, date.frame), (50, 50), row=2)
        beside(body, (released.frame, issued_by.frame), (50, 50), row=3)
        self._all = (self._office, kind, number, self._template, city, date, released, issued_by)
        self.show_choices(self._choices)
        if self._session is not None:
            self.show(self._session)


def _options(choices: tuple[Choice, ...]) -> list[Option]:
    return [(choice.name, choice.label) for choice in choices]


def _value(release: Release, place: str, session: Session) -> object:
    if place == "office":
        return session.office.name
    if place.startswith("dateline."):
        return getattr(release.dateline, place.removeprefix("dateline."))
    return getattr(release, place)
