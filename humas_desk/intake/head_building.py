"""The head's parts → title, number, notice, embargo, dateline."""

from collections.abc import Mapping
from dataclasses import dataclass, field
import datetime as dt
import re

from humas_desk.intake.body_building import unmarked, value_of
from humas_desk.intake.closing_reading import read_embargo
from humas_desk.intake.datelines import FoundDateline, find_dateline
from humas_desk.intake.draft import Draft
from humas_desk.intake.ledger import Ledger
from humas_desk.intake.line_kinds import RECIPIENT, SUBJECT
from humas_desk.intake.parts import DropReason, Part, Role, Setting, UnsureCode
from humas_desk.intake.written_dates import WrittenDate, dates_in
from humas_desk.release.dates import full_date, weekday
from humas_desk.release.inline import plain
from humas_desk.release.release import Embargo, Kind

_INVITATION = re.compile(r"\bundangan\b", re.IGNORECASE)
_WEEKDAY = re.compile(r"\b(?:senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu|ahad)\b", re.IGNORECASE)
_COUNTED = re.compile(r"\(?\d{1,2}[.)]\s+(?=\S{3})")
"""A number before a title, of a list of several releases."""
_PRESS = re.compile(r"siaran\s+pers|press\s*release|news\s+release", re.IGNORECASE)


@dataclass(slots=True)
class HeadBuilder:
    """The head as it grows while its parts are read."""

    draft: Draft
    setting: Setting
    ledger: Ledger
    years: Mapping[tuple[int, int], int]
    """Of the draft's full dates: one without a year has that of another mention."""
    titles: list[str] = field(default_factory=list)
    subtitles: list[str] = field(default_factory=list)
    number: str | None = None
    recipient: str | None = None
    subject: str | None = None
    notice: str | None = None
    embargo: Embargo | None = None
    city: str = ""
    date: WrittenDate | None = None
    dateline: Part | None = None
    kind: Kind = Kind.NEWS

    def read(self, part: Part) -> str:
        """Take a part in; gives its place."""
        match part.role:
            case Role.TITLE:
                return self._titled(part, self.titles, "title")
            case Role.SUBTITLE:
                return self._titled(part, self.subtitles, "subtitle")
            case Role.DATELINE:
                return self._dateline(part)
            case _:
                return self._formal(part)

    def note_kind(self, text: str) -> None:
        """Read off a label what kind of release it is."""
        if _INVITATION.search(text):
            self.kind = Kind.INVITATION
        elif _PRESS.search(text):
            self.kind = Kind.PRESS

    def day(self) -> dt.date | None:
        """The dateline's day; None: it has none, or no calendar has it."""
        return None if self.date is None else self.date.on(self.setting.today, self.years)

    def _titled(self, part: Part, texts: list[str], place: str) -> str:
        text = unmarked(self.draft.markup(*value_of(self.draft, part))).strip(" |")
        row = SUBJECT.fullmatch(text)
        text = unmarked(row["value"]) if row else text
        text = text if texts else _without_count(text)
        if text:
            texts.append(text)
        self.ledger.account(part, plain(text))
        return place

    def _formal(self, part: Part) -> str:
        """Number, notice or embargo, which a press release has."""
        text = self.draft.plain(*value_of(self.draft, part))
        self.note_kind(self.draft.text[part.start : part.end])
        self.kind = Kind.PRESS if self.kind is Kind.NEWS else self.kind
        match part.role:
            case Role.NUMBER:
                shown = "" if self.number else re.sub(r"\s*/\s*", "/", text).strip(" .:")
                self.number = self.number or shown
                self.ledger.account(part, shown)
            case Role.RECIPIENT:
                self.recipient = self._lines(part, RECIPIENT, self.recipient)
            case Role.SUBJECT:
                self.subject = self._lines(part, SUBJECT, self.subject)
            case Role.NOTICE:
                self.ledger.account(part, "" if self.notice else "segera")
                self.notice = "segera"
            case _:
                embargo = read_embargo(text, self.setting.today)
                self.embargo = embargo or self.embargo
                if embargo is None:
                    self.ledger.doubt(UnsureCode.DATE_ODD, "embargo", part, found=text)
                self.ledger.account(part, "")
        return part.role.value

    def _lines(self, part: Part, row: re.Pattern[str], known: str | None) -> str:
        """The lines of a letter's row without its label, below those that are known."""
        ends = [
            *(match.start() for match in re.finditer("\n", self.draft.text[part.start : part.end])),
            part.end - part.start,
        ]
        starts = [0, *(end + 1 for end in ends[:-1])]
        lines = (
            self.draft.markup(part.start + start, part.start + end) for start, end in zip(starts, ends, strict=True)
        )
        text = "\n".join(line for line in lines if line)
        match = row.fullmatch(text)
        value = match["value"] if match else text
        self.ledger.account(part, plain(value))
        return f"{known}\n{value}" if known else value

    def _dateline(self, part: Part) -> str:
        text = self.draft.text[part.start : part.end]
        found = find_dateline(text + self.draft.text[part.end : part.end + 1], self.setting.places)
        found = found or find_dateline(text, self.setting.places)
        if found is None:
            date = next(dates_in(text), None)
            city = text[: date.start] if date else text
            found = FoundDateline(len(text), city.strip(" ,.;:-–—|()\n"), date)
        shown = "" if self.city else found.city
        self.city = self.city or found.city
        self.dateline = self.dateline or part
        if found.date is not None and self.date is None:
            self.date = found.date
            day = found.date.on(self.setting.today, self.years)
            said = text[found.date.start : found.date.end]
            is_right = day is not None and weekday(day).casefold() in said.casefold()
            shown = f"{shown} {said if is_right else _WEEKDAY.sub('', said)}"
            self._check(found.date, part)
        self.ledger.account(part, shown, DropReason.DATELINE)
        return "dateline"

    def _check(self, date: WrittenDate, part: Part) -> None:
        shown = self.draft.text[part.start + date.start : part.start + date.end]
        day = date.on(self.setting.today, self.years)
        if day is None or date.swapped:
            self.ledger.doubt(UnsureCode.DATE_ODD, "dateline.date", part, found=shown)
        elif date.weekday is not None and day.weekday() != date.weekday:
            values = {"found": shown, "weekday": weekday(day), "date": full_date(day)}
            self.ledger.doubt(UnsureCode.WEEKDAY_WRONG, "dateline.date", part, **values)


def _without_count(title: str) -> str:
    match = _COUNTED.match(title)
    return title[match.end() :] if match else title
