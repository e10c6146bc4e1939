"""A draft before it is taken over: its parts, what they become, and how it gets onto the desk, without a toolkit."""

from bisect import bisect_right
from contextlib import suppress
from dataclasses import replace
import datetime as dt
from typing import TYPE_CHECKING, Protocol

from humas_desk.desk.counting import count_text
from humas_desk.desk.desk import Desk
from humas_desk.desk.editing import new_release
from humas_desk.desk.history import State
from humas_desk.desk.offices import find_office
from humas_desk.desk.requests import Job, PreviewRequest
from humas_desk.errors import HumasError
from humas_desk.intake.manuscript import OBJECT
from humas_desk.intake.parts import Dropped, Intake, Part, Role, Unsure
from humas_desk.release.blocks import Photo, Quote
from humas_desk.release.release import Kind, Release
from humas_desk.values import dataclass

if TYPE_CHECKING:
    from humas_desk.desk.importing import Imported
    from humas_desk.intake.manuscript import Note

CHANNEL = "draft"
"""Of the worker's pages of a release to come."""
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
    Role.EVENT,
    Role.SIGNATORY,
    Role.NUMBER,
    Role.RECIPIENT,
    Role.SUBJECT,
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


class Bench(Protocol):
    """Where a long draft is read anew: `draft_reading.DraftReading`."""

    def reassign(self, step: int, index: int, role: Role) -> None: ...

    def reassigned(self) -> Intake | HumasError | None: ...

    def close(self) -> None: ...


class DraftReview:
    """The draft as it is read now; every re-assignment can be taken back.

    A long draft is read anew elsewhere: `poll` until nothing `is_working`. The parts show at once what they were taken for.
    """

    def __init__(self, imported: "Imported", *, name: str, bench: Bench | None = None) -> None:
        """`bench`: of a long draft; None: it is read anew here. RuntimeError for what is no draft."""
        if imported.intake is None:
            raise RuntimeError("a release of our own is not reviewed")
        self.name = name
        self._bench = bench
        self._steps: list[Intake] = [imported.intake]
        self._wishes: list[tuple[int, Role]] = []
        """Re-assignments that the newest step does not hold yet; the first is worked on."""
        self._unwanted = 0
        """Answers still to come that were taken back meanwhile."""
        self._shown: tuple[Intake, tuple[ShownPart, ...]] | None = None

    @property
    def intake(self) -> Intake:
        return self._steps[-1]

    @property
    def parts(self) -> tuple[ShownPart, ...]:
        """Those with something to read, in order."""
        if self._shown is None or self._shown[0] is not self.intake:
            self._shown = (self.intake, self._parts())
        wished = dict(self._wishes)
        if not wished:
            return self._shown[1]
        return tuple(
            replace(part, role=wished[part.index]) if part.index in wished else part for part in self._shown[1]
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
    def quotes(self) -> tuple[tuple[int | None, Quote], ...]:
        """The quotes of the release to come, each with its part."""
        first: dict[str, int] = {}
        for number, part in enumerate(self.intake.parts):
            if part.place:
                first.setdefault(_root(part.place), number)
        blocks = enumerate(self.intake.release.blocks)
        return tuple((first.get(f"blocks[{at}]"), block) for at, block in blocks if isinstance(block, Quote))

    @property
    def can_undo(self) -> bool:
        return len(self._steps) > 1 or bool(self._wishes)

    @property
    def is_waiting(self) -> bool:
        """Whether an answer is to come, wanted or not."""
        return bool(self._wishes) or self._unwanted > 0

    @property
    def is_working(self) -> bool:
        """Whether a re-assignment is not worked out yet."""
        return bool(self._wishes)

    def role_of(self, index: int) -> Role:
        """What a part is taken for."""
        return dict(self._wishes).get(index, self.intake.parts[index].role)

    def assign(self, index: int, role: Role) -> None:
        """Take a part for something else."""
        if self.role_of(index) is role:
            return
        if self._bench is None:
            self._steps.append(_reassigned(self.intake, index, role))
            return
        self._wishes.append((index, role))
        if len(self._wishes) == 1:
            self._ask(self._bench)

    def undo(self) -> None:
        """Take back the last re-assignment."""
        if self._wishes:
            self._wishes.pop()
            self._unwanted += not self._wishes
        elif len(self._steps) > 1:
            self._steps.pop()

    def poll(self) -> bool:
        """Whether something that was worked on is there now. Raises why it will not come; it is taken back then."""
        bench = self._bench
        found = bench.reassigned() if bench is not None and self.is_waiting else None
        if bench is None or found is None:
            return False
        if isinstance(found, HumasError):
            self._wishes.clear()
            self._unwanted = 0
            raise found
        if self._unwanted:
            self._unwanted -= 1
            return False
        self._wishes.pop(0)
        self._steps.append(found)
        if self._wishes:
            self._ask(bench)
        return True

    def close(self) -> None:
        """Nobody looks at it any more."""
        if self._bench is not None:
            self._bench.close()

    def _ask(self, bench: Bench) -> None:
        bench.reassign(len(self._steps) - 1, *self._wishes[0])

    def place_of(self, index: int) -> str | None:
        """Where the part stands in the release."""
        return self.intake.parts[index].place

    def part_of_place(self, place: str) -> int | None:
        """The part that stands at this place of the release; of several the first."""
        found = (n for n, part in enumerate(self.intake.parts) if part.place and _root(part.place) == _root(place))
        return next(found, None)

    def part_at(self, doubt: Unsure | Dropped) -> int | None:
        """The part that holds what is doubted or dropped; None: nothing of the draft stands for it."""
        if doubt.end > doubt.start:
            return self._part_with(doubt.start)
        place = doubt.place if isinstance(doubt, Unsure) else None
        return self.part_of_place(place) if place else None

    def state(self) -> State:
        """Release and photos."""
        return State(release=self.intake.release, photos=dict(self.intake.photos))

    def _parts(self) -> tuple[ShownPart, ...]:
        unsure = {self.part_at(doubt) for doubt in self.unsure}
        shown = ((number, part, self._text(part)) for number, part in enumerate(self.intake.parts))
        return tuple(
            ShownPart(index=number, role=part.role, text=text, is_unsure=number in unsure)
            for number, part, text in shown
            if text or part.role in {Role.PHOTO, Role.TABLE}
        )

    def _part_with(self, at: int) -> int | None:
        """The part in which this character stands."""
        parts = self.intake.parts
        number = bisect_right(parts, at, key=lambda part: part.start) - 1
        return number if number >= 0 and at < parts[number].end else None

    def _text(self, part: Part) -> str:
        return self.intake.text[part.start : part.end].replace(OBJECT, "").strip()


def _reassigned(intake: Intake, index: int, role: Role) -> Intake:
    from humas_desk.intake.reading import reassign

    return reassign(intake, index, role)


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
    session.restore(_grown(session.release, state.release), state.photos)


class PagesToCome:
    """Asks the press for the pages of the release that `take_in` would make now."""

    def __init__(self, desk: Desk) -> None:
        session = desk.session
        self._before = session.release if is_empty(session.release) else None
        """None: a new release is begun for the draft, under the desk's own office."""
        self._office = session.office
        if self._before is None:
            with suppress(HumasError):  # told of when the release is begun
                self._office = find_office(desk.folders, None, desk.settings.default_office or None).entry

    def request(self, state: State, pages: tuple[int, ...], width_px: int) -> PreviewRequest:
        """These pages of the draft as it is read now."""
        kind = state.release.kind
        before = self._before or new_release(kind, self._office, dt.datetime.now().astimezone().date())
        job = Job(release=_grown(before, state.release), photos=state.photos, office=self._office)
        return PreviewRequest(channel=CHANNEL, job=job, pages=pages, width_px=width_px)


def _grown(before: Release, release: Release) -> Release:
    """The draft's release with what an empty one has from its office; a draft that says its kind is of that kind."""
    kind = before.kind if release.kind is Kind.NEWS else release.kind
    return replace(
        release,
        kind=kind,
        office=before.office,
        template=before.template if kind is before.kind else None,
        contacts=release.contacts or before.contacts,
        about=release.about or before.about,
        event=release.event or before.event,
    )


def _root(place: str) -> str:
    """ "blocks[3].speaker.name" → "blocks[3]"."""
    return place.split(".", maxsplit=1)[0]
