"""Parts → the release they make, with what of their words it does not hold and what is not sure."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
import datetime as dt

from humas_desk.intake.body_building import BodyBuilder, value_of
from humas_desk.intake.closing_reading import ContactsFound, read_credits
from humas_desk.intake.draft import Draft
from humas_desk.intake.formal_rows import event_in, read_event, read_signatory
from humas_desk.intake.head_building import HeadBuilder
from humas_desk.intake.ledger import Ledger
from humas_desk.intake.line_kinds import kind_of
from humas_desk.intake.memory import Memory
from humas_desk.intake.near_names import near_names
from humas_desk.intake.parts import DropReason, Intake, Part, Role, Setting, Unsure, UnsureCode
from humas_desk.intake.wrapping import Para
from humas_desk.intake.written_dates import WrittenDate, dates_in, years_of
from humas_desk.release.blocks import Paragraph, Photo
from humas_desk.release.dates import full_date, weekday
from humas_desk.release.inline import plain
from humas_desk.release.release import Credits, Dateline, Event, Kind, Release, Signatory

_LONG_TITLE = 170
_BYLINES = 3
"""So many of a site's lines of date and author may tell the day."""
_HEAD = frozenset(
    {
        Role.TITLE,
        Role.SUBTITLE,
        Role.NUMBER,
        Role.RECIPIENT,
        Role.SUBJECT,
        Role.NOTICE,
        Role.EMBARGO,
        Role.DATELINE,
    }
)
_CLOSING = frozenset({Role.CREDIT, Role.CONTACT, Role.ABOUT, Role.HASHTAGS, Role.EVENT, Role.SIGNATORY})


def build(draft: Draft, paras: Sequence[Para], parts: Sequence[Part], setting: Setting) -> Intake:
    """The release that the parts make. `paras`: the draft's paragraphs."""
    return _Builder(draft, paras, setting, parts).intake()


@dataclass(slots=True)
class _Closing:
    """What stands below the body."""

    draft: Draft
    setting: Setting
    ledger: Ledger
    years: Mapping[tuple[int, int], int]
    abouts: list[str] = field(default_factory=list)
    hashtags: list[str] = field(default_factory=list)
    credits: Credits = field(default_factory=Credits)
    contacts: ContactsFound = field(default_factory=ContactsFound)
    event: Event | None = None
    signatories: list[Signatory] = field(default_factory=list)

    def read(self, part: Part) -> str:
        """Take a part in; gives its place."""
        text = self.draft.plain(part.start, part.end)
        match part.role:
            case Role.CREDIT:
                before, self.credits = self.credits, read_credits(text, self.credits)
                new = set(_names(self.credits)) - set(_names(before))
                self.ledger.account(part, " ".join(new))
                return "credits"
            case Role.CONTACT:
                self.contacts.read(text)
                people = [f"{one.name} {one.phone} {one.email}" for one in self.contacts.contacts]
                self.ledger.account(part, " ".join((*people, *(link.url for link in self.contacts.links))))
                return f"contacts[{max(0, len(self.contacts.contacts) - 1)}]"
            case Role.ABOUT:
                self._about(part, text)
                return "about"
            case Role.EVENT:
                found = read_event(self._lines(part), self.event, self.setting.today, self.years)
                self.event = found.event
                self.ledger.account(part, found.shown)
                return "event"
            case Role.SIGNATORY:
                signatory, shown = read_signatory(self._lines(part), self.setting.places)
                self.signatories.append(signatory)
                self.ledger.account(part, shown)
                return f"signatories[{len(self.signatories) - 1}]"
            case _:
                self.hashtags += [word.strip(",;") for word in text.split() if word.strip("#,;")]
                self.ledger.account(part, text)
                return "hashtags"

    def _lines(self, part: Part) -> str:
        """The part's lines, each as it is read."""
        text, lines, at = self.draft.text[part.start : part.end], [], part.start
        for line in text.split("\n"):
            lines.append(self.draft.plain(at, at + len(line)))
            at += len(line) + 1
        return "\n".join(lines)

    def _about(self, part: Part, text: str) -> None:
        kind = kind_of(text)
        is_heading = kind is not None and kind.role is Role.ABOUT and not (self.abouts or kind.start)
        if not is_heading:
            self.abouts.append(self.draft.markup(*value_of(self.draft, part)))
            text = self.draft.plain(*value_of(self.draft, part))
        self.ledger.account(part, "" if is_heading else text)


def _names(credits_: Credits) -> tuple[str, ...]:
    return tuple(filter(None, (credits_.writer, credits_.editor, credits_.photographer)))


class _Builder:
    """A release as it grows while the parts are read from top to bottom."""

    def __init__(self, draft: Draft, paras: Sequence[Para], setting: Setting, parts: Sequence[Part]) -> None:
        self.draft = draft
        self.setting = setting
        self.parts = parts
        self.ledger = Ledger(draft)
        self.dates: tuple[WrittenDate, ...] = tuple(dates_in(draft.text))
        self.years = years_of(self.dates)
        self.head = HeadBuilder(draft, setting, self.ledger, self.years)
        self.body = BodyBuilder(draft, paras, self.ledger, Memory(places=setting.places))
        self.closing = _Closing(draft, setting, self.ledger, self.years)

    def intake(self) -> Intake:
        """All of it."""
        parts = tuple(self._placed(number) for number in range(len(self.parts)))
        self.ledger.drop_cuts()
        release = self._release()
        self._doubt(release)
        unsure = (*self.ledger.unsure, *self._wrong_weekdays(parts))
        return Intake(
            text=self.draft.text,
            release=release,
            photos=self.body.photos.images,
            parts=parts,
            dropped=tuple(sorted(self.ledger.dropped, key=lambda one: (one.start, one.end))),
            unsure=tuple(sorted(unsure, key=lambda one: one.start)),
            notes=self.draft.notes,
            draft=self.draft,
            setting=self.setting,
        )

    def _placed(self, number: int) -> Part:
        """The part with the place it got."""
        part = self.parts[number]
        if part.role in _HEAD:
            return replace(part, place=self.head.read(part), reason=None)
        if part.role in _CLOSING:
            return replace(part, place=self.closing.read(part), reason=None)
        if part.role is not Role.DROPPED:
            behind = self.parts[number + 1] if number + 1 < len(self.parts) else None
            return Part(start=part.start, end=part.end, role=part.role, place=self.body.read(part, behind))
        reason = part.reason or DropReason.CHOSEN
        self.ledger.drop(part.start, part.end, reason)
        if reason is DropReason.LABEL:
            self.head.note_kind(self.draft.text[part.start : part.end])
        return replace(part, place=None, reason=reason)

    def _release(self) -> Release:
        head, closing = self.head, self.closing
        event = closing.event or self._told_event()
        return Release(
            kind=self._kind(event),
            number=head.number,
            recipient=head.recipient,
            subject=head.subject,
            notice=head.notice,
            embargo=head.embargo,
            title=" ".join(head.titles),
            subtitle=" ".join(head.subtitles) or None,
            dateline=Dateline(city=head.city, date=self._day()),
            blocks=tuple(self.body.blocks),
            event=event,
            signatories=tuple(closing.signatories),
            about="\n".join(closing.abouts) or None,
            contacts=tuple(closing.contacts.contacts),
            links=tuple(closing.contacts.links),
            hashtags=tuple(closing.hashtags),
            credits=closing.credits,
        )

    def _kind(self, event: Event | None) -> Kind:
        """What the draft says it is, or has the parts of: news is not signed, and would show neither the name nor a field."""
        if event is not None:
            return Kind.INVITATION
        return Kind.PRESS if self.closing.signatories and self.head.kind is Kind.NEWS else self.head.kind

    def _told_event(self) -> Event | None:
        """The event of an invitation that has no rows, from its sentences, which stay."""
        if self.head.kind is not Kind.INVITATION:
            return None
        texts = (plain(block.text) for block in self.body.blocks if isinstance(block, Paragraph))
        told = (event_in(text, self.setting.today, self.years) for text in texts)
        return next((event for event in told if event is not None), None)

    def _day(self) -> dt.date | None:
        """The dateline's day; without one in it, the first of the lead that is not to come, else the site's."""
        if self.head.date is not None:
            return self.head.day()
        spans = [(part.start, part.end) for part in self.parts if part.reason is DropReason.BYLINE][-_BYLINES:]
        lead = next((part.start for part in self.parts if part.role in (Role.PARAGRAPH, Role.QUOTE)), None)
        if lead is not None and self.body.paras:
            spans.insert(0, (lead, self.body.paras[self.body.para_at(lead)].end))
        near = (date for start, end in spans for date in self.dates if start <= date.start < end)
        days = (date.on(self.setting.today, self.years) for date in near)
        return next((day for day in days if day is not None and day <= self.setting.today), None)

    def _doubt(self, release: Release) -> None:
        """Note what is missing or odd in the whole."""
        doubt = self.ledger.doubt
        if not release.title:
            doubt(UnsureCode.TITLE_MISSING, "title")
        elif len(plain(release.title)) > _LONG_TITLE:
            doubt(UnsureCode.TITLE_LONG, "title", next((part for part in self.parts if part.role is Role.TITLE), None))
        if not release.dateline.city:
            doubt(UnsureCode.CITY_MISSING, "dateline.city")
        if release.dateline.date is None and self.head.date is None:
            doubt(UnsureCode.DATE_MISSING, "dateline.date", self.head.dateline)
        for index, block in enumerate(release.blocks):
            if isinstance(block, Photo) and not block.files:
                doubt(UnsureCode.PHOTO_MISSING, f"blocks[{index}]")
        for other, found in near_names(self.body.memory.people):
            doubt(UnsureCode.NAMES_NEAR, None, self._part_with(found), found=found, other=other)
        if self.draft.was_broken:
            doubt(UnsureCode.MENDED, None)

    def _part_with(self, name: str) -> Part | None:
        """The first part of the draft that shows the name."""
        at = self.draft.text.find(name)
        return self.parts[bisect_right(self.parts, at, key=lambda part: part.start) - 1] if at >= 0 else None

    def _wrong_weekdays(self, parts: Sequence[Part]) -> Iterator[Unsure]:
        """Full dates in the text whose weekday is another one."""
        for date in self.dates:
            day = date.on(self.setting.today) if date.weekday is not None and date.year is not None else None
            if day is None or day.weekday() == date.weekday:
                continue
            part = parts[bisect_right(parts, date.start, key=lambda part: part.start) - 1]
            if part.role is Role.DATELINE:
                continue
            found = " ".join(self.draft.text[date.start : date.end].split())
            values = (("found", found), ("weekday", weekday(day)), ("date", full_date(day)))
            yield Unsure(code=UnsureCode.WEEKDAY_WRONG, place=part.place, start=date.start, end=date.end, values=values)
