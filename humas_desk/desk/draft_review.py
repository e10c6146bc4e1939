"""A draft before it is taken over: its parts, what they become, and how it gets onto the desk, without a toolkit."""

from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, assert_never

from humas_desk.desk.counting import count_text
from humas_desk.desk.desk import Desk
from humas_desk.desk.history import State
from humas_desk.desk.markup import styled
from humas_desk.desk.shown_dates import shown_moment
from humas_desk.intake.parts import Dropped, Intake, Part, Role, Unsure
from humas_desk.release.blocks import Heading, ItemList, Paragraph, Photo, Quote, Table
from humas_desk.release.dateline import dateline_text
from humas_desk.release.office import Office
from humas_desk.release.quote import quote_sentence, resolve_mentions
from humas_desk.release.release import Kind, Release
from humas_desk.values import dataclass

if TYPE_CHECKING:
    from humas_desk.desk.importing import Imported
    from humas_desk.intake.manuscript import Note

OFFERED: tuple[Role, ...] = (
    Role.TITLE,
    Role.SUBTITLE,
    Role.DATELINE,
    Role.PARAGRAPH,
    Role.QUOTE,
    Role.HEADING,
    Role.LIST,
    Role.CAPTION,
    Role.CREDIT,
    Role.CONTACT,
    Role.ABOUT,
    Role.NUMBER,
    Role.NOTICE,
    Role.EMBARGO,
    Role.HASHTAGS,
    Role.DROPPED,
)
"""What a part can be taken for by hand. Tables and photos are only what the file says they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPart:
    """A part as the review shows it."""

    index: int
    """Of the intake's parts."""
    role: Role
    text: str
    """Without the blank lines around it."""
    is_unsure: bool = False


class LineKind(StrEnum):
    """How a line of the release to come is shown."""

    TITLE = "title"
    FACT = "fact"
    """Number, subtitle, embargo, contact: with a word before it."""
    TEXT = "text"
    HEADING = "heading"
    ITEM = "item"
    PICTURE = "picture"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line or paragraph of the release to come."""

    kind: LineKind
    text: str
    place: str
    """In the release."""
    is_quote: bool = False
    is_joined: bool = False
    """It goes on in the paragraph of the line before it."""


class DraftReview:
    """The draft as it is read now; every re-assignment can be taken back."""

    def __init__(self, imported: "Imported", *, name: str, office: Office) -> None:
        """RuntimeError for what is no draft."""
        if imported.intake is None:
            raise RuntimeError("a release of our own is not reviewed")
        self.name = name
        self._office = office
        self._steps: list[Intake] = [imported.intake]

    @property
    def intake(self) -> Intake:
        return self._steps[-1]

    @property
    def parts(self) -> tuple[ShownPart, ...]:
        """Those with something to read, in order."""
        unsure = {self.part_at(doubt) for doubt in self.unsure}
        shown = ((number, part, self._text(part)) for number, part in enumerate(self.intake.parts))
        return tuple(
            ShownPart(index=number, role=part.role, text=text, is_unsure=number in unsure)
            for number, part, text in shown
            if text or part.role in {Role.PHOTO, Role.TABLE}
        )

    @property
    def unsure(self) -> tuple[Unsure, ...]:
        return self.intake.unsure

    @property
    def dropped(self) -> tuple[Dropped, ...]:
        return self.intake.dropped

    @property
    def notes(self) -> "tuple[Note, ...]":
        return self.intake.notes

    @property
    def can_undo(self) -> bool:
        return len(self._steps) > 1

    def assign(self, index: int, role: Role) -> None:
        """Take a part for something else."""
        from humas_desk.intake.reading import reassign

        if self.intake.parts[index].role is not role:
            self._steps.append(reassign(self.intake, index, role))

    def undo(self) -> None:
        """Take back the last re-assignment."""
        if self.can_undo:
            self._steps.pop()

    def place_of(self, index: int) -> str | None:
        """Where the part stands in the release."""
        return self.intake.parts[index].place

    def part_at(self, doubt: Unsure | Dropped) -> int | None:
        """The part that holds what is doubted or dropped; None: nothing of the draft stands for it."""
        if doubt.end > doubt.start:
            for number, part in enumerate(self.intake.parts):
                if part.start <= doubt.start < part.end:
                    return number
        place = doubt.place if isinstance(doubt, Unsure) else None
        for number, part in enumerate(self.intake.parts):
            if place is not None and part.place is not None and _root(part.place) == _root(place):
                return number
        return None

    def lines(self) -> tuple[Line, ...]:
        """The release that would come of it, as it reads."""
        return tuple(_lines(self.intake.release, self._office))

    def state(self) -> State:
        """Release and photos."""
        return State(release=self.intake.release, photos=dict(self.intake.photos))

    def _text(self, part: Part) -> str:
        return self.intake.text[part.start : part.end].strip()


def is_empty(release: Release) -> bool:
    """Whether nobody has written anything in it that would be lost."""
    counts = count_text(release)
    pictures = any(isinstance(block, Photo) and (block.files or block.caption) for block in release.blocks)
    return not (counts.words or counts.title_words or pictures or release.subtitle or release.attachments)


def take_in(desk: Desk, state: State) -> None:
    """The draft is the open release, in one step that can be undone.

    An empty release becomes it; one that was written in stays in the archive as it is, and a new one becomes it. Raises
    what `Desk.new` raises.
    """
    if not is_empty(desk.session.release):
        desk.new(state.release.kind)
    session = desk.session
    before, release = session.release, state.release
    session.restore(
        replace(
            release,
            kind=before.kind,
            office=before.office,
            template=before.template,
            contacts=release.contacts or before.contacts,
            about=release.about or before.about,
            event=release.event or before.event,
        ),
        state.photos,
    )


def _root(place: str) -> str:
    """ "blocks[3].speaker.name" → "blocks[3]"."""
    return place.split(".", maxsplit=1)[0]


def _plain(markup: str) -> str:
    return "".join(piece.text for piece in styled(markup))


def _lines(release: Release, office: Office) -> Iterator[Line]:
    for place in ("number", "notice"):
        value = getattr(release, place)
        if value:
            yield Line(kind=LineKind.FACT, text=str(value), place=place)
    if release.embargo is not None:
        moment = shown_moment(release.embargo.until, release.embargo.zone)
        yield Line(kind=LineKind.FACT, text=moment, place="embargo")
    yield Line(kind=LineKind.TITLE, text=_plain(release.title), place="title")
    if release.subtitle:
        yield Line(kind=LineKind.FACT, text=_plain(release.subtitle), place="subtitle")
    yield from _body(release, dateline_text(release.dateline, office))
    if release.about:
        yield Line(kind=LineKind.FACT, text=_plain(release.about), place="about")
    for number, contact in enumerate(release.contacts):
        said = (contact.name, contact.phone, contact.email)
        yield Line(kind=LineKind.FACT, text=" · ".join(word for word in said if word), place=f"contacts[{number}]")
    for place in ("writer", "editor", "photographer"):
        name = getattr(release.credits, place)
        if name:
            yield Line(kind=LineKind.FACT, text=name, place=f"credits.{place}")
    if release.hashtags:
        yield Line(kind=LineKind.FACT, text=" ".join(release.hashtags), place="hashtags")


def _body(release: Release, dateline: str) -> Iterator[Line]:
    """The blocks, joined ones in one line, the dateline before the first text."""
    mentions = resolve_mentions(release.blocks)
    keeps_degrees = release.kind is not Kind.NEWS
    for number, block in enumerate(release.blocks):
        place = f"blocks[{number}]"
        match block:
            case Paragraph() | Quote():
                is_quote = isinstance(block, Quote)
                text = (
                    quote_sentence(block, mention=mentions[block.id], degrees=keeps_degrees)
                    if isinstance(block, Quote)
                    else _plain(block.text)
                )
                joined = block.joined and number > 0
                text = f"{dateline}{text}"
                yield Line(kind=LineKind.TEXT, text=text, place=place, is_quote=is_quote, is_joined=joined)
                dateline = ""
            case Heading():
                yield Line(kind=LineKind.HEADING, text=_plain(block.text), place=place)
            case ItemList():
                for item, text in enumerate(block.items):
                    mark = f"{item + 1}." if block.numbered else "•"
                    yield Line(kind=LineKind.ITEM, text=f"{mark} {_plain(text)}", place=place)
            case Photo():
                yield from _picture(block, place)
            case Table():
                for cells in block.rows:
                    yield Line(kind=LineKind.ITEM, text="  |  ".join(_plain(cell) for cell in cells), place=place)
            case _:
                assert_never(block)
    if dateline:
        yield Line(kind=LineKind.TEXT, text=dateline, place="dateline")


def _picture(block: Photo, place: str) -> Iterator[Line]:
    yield Line(kind=LineKind.PICTURE, text=", ".join(file.file for file in block.files), place=place)
    said = " ".join(_plain(text) for text in (block.caption or "", block.credit or "") if text)
    if said:
        yield Line(kind=LineKind.CAPTION, text=said, place=place)
