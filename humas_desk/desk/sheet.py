"""What is written on: the body of the release, or of one of its attachments as if it were a release of its own.

A place on a sheet is the release's own for the body (`blocks[2].text`); on an attachment `blocks[2].text` means
`attachments[0].blocks[2].text`.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
import re

from humas_desk.desk.editing import new_block
from humas_desk.desk.history import Focus, State
from humas_desk.desk.offices import OfficeEntry
from humas_desk.desk.photographs import AdmittedPhoto
from humas_desk.desk.session import Session
from humas_desk.release.problems import Problem
from humas_desk.release.release import Attachment, Release

_ATTACHED = re.compile(r"attachments\[(\d+)\](?:\.|$)")


def attachment_of(place: str) -> int | None:
    """The index of the attachment a place is in; None: it is in none."""
    match = _ATTACHED.match(place)
    return int(match[1]) if match else None


def add_attachment(release: Release) -> Release:
    """The release with one more attachment, an empty paragraph in it."""
    return replace(release, attachments=(*release.attachments, Attachment(blocks=(new_block("paragraph"),))))


def remove_attachment(release: Release, index: int) -> Release:
    """The release without this attachment."""
    kept = (attachment for at, attachment in enumerate(release.attachments) if at != index)
    return replace(release, attachments=tuple(kept))


def move_attachment(release: Release, index: int, to: int) -> Release:
    """The release with this attachment at another place; the others close up."""
    left = [attachment for at, attachment in enumerate(release.attachments) if at != index]
    return replace(release, attachments=(*left[:to], release.attachments[index], *left[to:]))


class Sheet:
    """A session seen through the body that is written on. What is edited here is the session's one undo step as well."""

    def __init__(self, session: Session, attachment: int | None = None) -> None:
        """`attachment`: its index; None: the release's body."""
        self.session = session
        self.attachment = attachment
        self._before = "" if attachment is None else f"attachments[{attachment}]."

    @property
    def is_there(self) -> bool:
        """False when the attachment is gone."""
        return self.attachment is None or self.attachment < len(self.session.release.attachments)

    @property
    def release(self) -> Release:
        """The release, with the sheet's blocks as its body."""
        return self._seen(self.session.release)

    @property
    def state(self) -> State:
        """The session's, with its photos."""
        return self.session.state

    @property
    def office(self) -> OfficeEntry:
        return self.session.office

    def problems(self) -> tuple[Problem, ...]:
        """Those of the whole release; places on this sheet as the sheet names them, of another body they keep their names."""
        found = self.session.problems()
        if self.attachment is None:
            return found
        here = (problem for problem in found if not problem.place.startswith("blocks"))
        return tuple(replace(problem, place=self.place(problem.place)) for problem in here)

    def put(self, place: str, value: object, focus: Focus | None = None) -> None:
        """As `Session.put`, the places those of the sheet."""
        self.session.put(self.whole_place(place), value, self.whole(focus))

    def edit(self, change: Callable[[Release], Release], focus: Focus | None = None) -> None:
        """As `Session.edit`, the blocks those of the sheet."""
        self.session.edit(lambda release: self._written(release, change(self._seen(release))), self.whole(focus))

    def place_photos(self, index: int, photos: Sequence[AdmittedPhoto], *, into: bool = False) -> None:
        """As `Session.place_photos`."""
        self.session.place_photos(index, photos, into=into, seen=self._seen, written=self._written, before=self._before)

    def whole_place(self, place: str) -> str:
        """The release's name for a place of the sheet."""
        return f"{self._before}{place}" if place.startswith("blocks") else place

    def whole(self, focus: Focus | None) -> Focus | None:
        """The same, for where the cursor is."""
        return None if focus is None else replace(focus, place=self.whole_place(focus.place))

    def place(self, whole: str) -> str:
        """The sheet's name for a place of the release; what is not of its body keeps its name."""
        return whole.removeprefix(self._before) if whole.startswith(f"{self._before}blocks") else whole

    def places(self, whole: frozenset[str] | None) -> frozenset[str] | None:
        """What differs on the sheet when this differs in the release; None: everything may."""
        if whole is None or self.attachment is None:
            return whole
        if any(f"{self._before}blocks".startswith(place) for place in whole):
            return None
        return frozenset(self.place(place) for place in whole if not place.startswith("blocks"))

    def _seen(self, release: Release) -> Release:
        if self.attachment is None:
            return release
        attached = release.attachments[self.attachment] if self.attachment < len(release.attachments) else Attachment()
        return replace(release, blocks=attached.blocks)

    def _written(self, release: Release, changed: Release) -> Release:
        if self.attachment is None:
            return changed
        attachments = tuple(
            replace(attached, blocks=changed.blocks) if index == self.attachment else attached
            for index, attached in enumerate(changed.attachments)
        )
        return replace(changed, blocks=release.blocks, attachments=attachments)
