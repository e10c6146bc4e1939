"""The archive as the window uses it: what is asked is answered on the archive's thread, and nobody waits at the screen.

Methods that give an `Answer` return at once; a window looks at `is_ready` from time to time and then takes `get()`, which
gives the value or raises the named error. `opened` and `arrived` wait for the disk: the writer waits then anyway.

    search(Search(words="pengaw", year=2026))   -> Answer[tuple[ArchiveRow, ...]]   newest first, 50 lines
    trash(), years(), row(id)                   -> lines of the trash, years to filter by, one line
    put_in_trash(id), take_from_trash(id)
    check()                                     -> Answer[None]                      every page; raises ArchiveDamaged
    versions(id)                                -> Answer[tuple[Revision, ...]]      newest first
    version(number)                             -> Answer[State]                     for `session.restore`, or to look at
    compare(number, with_release)               -> Answer[Comparison]                words added and removed, by place
    standing(id, release)                       -> Answer[Standing]                  status, next steps, words since approval
    set_status(state, office, status, reason)   -> Answer[None]                      NumberTaken when the number is another's
    note_export(state)                          -> Answer[int]                       after an export: kept for ever
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
import threading
from typing import TYPE_CHECKING

from humas_desk.archive.values import ArchiveRow, Event, Revision, Search, Status, Why
from humas_desk.desk.archive_keeper import UNUSABLE
from humas_desk.desk.archive_line import Answer, ArchiveLine
from humas_desk.desk.comparing import Comparison, compare_releases
from humas_desk.desk.editing import new_release_id
from humas_desk.desk.history import State
from humas_desk.desk.offices import OfficeEntry
from humas_desk.desk.photographs import named_photos
from humas_desk.photos.image import Image
from humas_desk.release.release import Release
from humas_desk.values import dataclass

if TYPE_CHECKING:
    from humas_desk.archive.archive import Archive


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How far a release has come."""

    status: Status
    steps: tuple[Status, ...]
    """What may follow, the usual one first."""
    events: tuple[Event, ...]
    """What was done, the first one first."""
    since: Comparison | None
    """Against the text that was approved or final (`since.changed_words`); None while there is none."""
    corrects: ArchiveRow | None
    """The release this one corrects."""
    corrected_by: tuple[ArchiveRow, ...]


class ArchiveDesk:
    """Doors to the archive. `Desk.archive` has it."""

    def __init__(self, line: ArchiveLine, *, who: Callable[[], str]) -> None:
        """`who` gives the initials that versions are signed with."""
        self._line = line
        self._who = who

    # The list

    def search(self, wanted: Search) -> Answer[tuple[ArchiveRow, ...]]:
        """The lines of the list; none where there is no archive yet."""
        from humas_desk.archive.search import search

        return self._line.look(lambda archive: search(archive, wanted), ())

    def trash(self) -> Answer[tuple[ArchiveRow, ...]]:
        """What lies in the trash, the latest first."""
        from humas_desk.archive.search import trash

        return self._line.look(trash, ())

    def years(self) -> Answer[tuple[int, ...]]:
        """Years that have releases, the latest first."""
        from humas_desk.archive.search import years

        return self._line.look(years, ())

    def row(self, release_id: str) -> Answer[ArchiveRow | None]:
        """The line of one release; None: the archive does not hold it. What an import asks before it replaces."""
        from humas_desk.archive.search import line

        return self._line.look(lambda archive: line(archive, release_id), None)

    def put_in_trash(self, release_id: str) -> Answer[None]:
        """Out of the list for thirty days, and then gone, unless a version was exported, approved or final."""
        from humas_desk.archive.status import put_in_trash

        return self._line.ask(lambda archive: put_in_trash(archive, release_id))

    def take_from_trash(self, release_id: str) -> Answer[None]:
        """Back into the list."""
        from humas_desk.archive.status import take_from_trash

        return self._line.ask(lambda archive: take_from_trash(archive, release_id))

    def check(self) -> Answer[None]:
        """Look at every page of the archive's file, on a thread and by a connection of its own; for a quiet moment.

        The answer raises ArchiveDamaged: `Desk.mending` then sets the file aside and has back what reads.
        """
        answer: Answer[None] = Answer()
        threading.Thread(target=lambda: answer.fill(self._checked), name="check", daemon=True).start()
        return answer

    def _checked(self) -> None:
        from humas_desk.archive.checking import quick_check
        from humas_desk.archive.database import open_beside

        if self._line.path.exists():
            database = open_beside(self._line.path)
            try:
                quick_check(database)
            finally:
                database.close()

    # Opening and leaving

    def opened(self, release_id: str) -> State:
        """A release of the archive, as the open one, from the trash too; raises FileMissing, ArchiveDamaged, and as decoding."""
        from humas_desk.archive.status import take_from_trash
        from humas_desk.archive.store import load, set_open

        def work(archive: "Archive") -> State:
            stored = load(archive, release_id)
            take_from_trash(archive, release_id)
            set_open(archive, release_id)
            return State(release=stored.release, photos=stored.images)

        return self._line.ask(work).get()

    def peek(self, release_id: str) -> Answer[State]:
        """A release of the archive, to look at, to duplicate or to start from; the open one stays open."""
        from humas_desk.archive.store import load

        def work(archive: "Archive") -> State:
            stored = load(archive, release_id)
            return State(release=stored.release, photos=stored.images)

        return self._line.ask(work)

    def arrived(self, state: State, *, replace_known: bool) -> State:
        """A release from a file as it enters the archive: under an id of its own, unless it replaces the one it is.

        Where the archive cannot be used now nobody knows whether it has the release: it stays one of its own.
        """
        from humas_desk.archive.revisions import cut
        from humas_desk.archive.store import has, load

        release, who = state.release, self._who()
        if not release.id:
            return replace(state, release=replace(release, id=new_release_id()))

        def is_known(archive: "Archive") -> bool:
            known = has(archive, release.id)
            if known and replace_known:
                cut(archive, load(archive, release.id).release, Why.IMPORT, who)
            return known

        try:
            known = self._line.look(is_known, absent=False).get()
            stays = replace_known or not known
        except UNUSABLE:
            stays = False
        return state if stays else replace(state, release=replace(release, id=new_release_id()))

    def leave(self, release: Release, *, pristine: bool = False) -> None:
        """The release is left: a version is cut; one that nobody wrote in is dropped."""
        from humas_desk.archive.revisions import cut
        from humas_desk.archive.store import discard, has

        who = self._who()

        def work(archive: "Archive") -> None:
            if pristine:
                discard(archive, release.id)
            elif has(archive, release.id):
                cut(archive, release, Why.CLOSE, who)

        self._line.look(work, None)

    # Versions

    def versions(self, release_id: str) -> Answer[tuple[Revision, ...]]:
        """The versions of a release, the newest first."""
        from humas_desk.archive.revisions import revisions

        return self._line.look(lambda archive: revisions(archive, release_id), ())

    def version(self, number: int) -> Answer[State]:
        """One version with its pictures."""
        from humas_desk.archive.revisions import load_revision

        def work(archive: "Archive") -> State:
            stored = load_revision(archive, number)
            return State(release=stored.release, photos=stored.images)

        return self._line.ask(work)

    def compare(self, number: int, with_release: "Release | int") -> Answer[Comparison]:
        """What differs from a version to a later one, or to the release as it is now."""
        from humas_desk.archive.revisions import load_revision

        def work(archive: "Archive") -> Comparison:
            before = load_revision(archive, number).release
            later = load_revision(archive, with_release).release if isinstance(with_release, int) else with_release
            return compare_releases(before, later)

        return self._line.ask(work)

    def to_restore(self, number: int, now: State) -> Answer[State]:
        """One version, for `Session.restore`; of what it takes the place of one is kept before."""
        from humas_desk.archive.revisions import load_revision

        def work(archive: "Archive") -> State:
            stored = load_revision(archive, number)
            keep(archive)
            return State(release=stored.release, photos=stored.images)

        keep = self._cutting(now, Why.RESTORE)
        return self._line.ask(work)

    def note_export(self, state: State) -> Answer[int]:
        """The release went out as it is here: the version is kept for ever."""
        return self._cut(state, Why.EXPORT)

    # Status

    def standing(self, release_id: str, now: Release) -> Answer[Standing]:
        """How far a release has come; `now`: its text at this moment."""
        from humas_desk.archive.search import corrections, line
        from humas_desk.archive.status import STEPS, baseline, events

        def work(archive: "Archive") -> Standing:
            row = line(archive, release_id)
            if row is None:
                return _DRAFT
            approved = baseline(archive, release_id)
            return Standing(
                status=row.status,
                steps=STEPS[row.status],
                events=events(archive, release_id),
                since=None if approved is None else compare_releases(approved.release, now),
                corrects=None if row.corrects is None else line(archive, row.corrects),
                corrected_by=corrections(archive, release_id),
            )

        return self._line.look(work, _DRAFT)

    def set_status(self, state: State, entry: OfficeEntry, status: Status, *, reason: str = "") -> Answer[None]:
        """The next step, with the text as it is here: approved and final texts are kept, a final one takes its number.

        The answer raises NumberTaken when another final release has the number, and nothing is changed then.
        """
        from humas_desk.archive.status import set_status
        from humas_desk.archive.store import keep_live
        from humas_desk.desk.numbering import number_follows

        who, images = self._who(), images_of(state)

        def work(archive: "Archive") -> None:
            with archive.database.transaction():
                keep_live(archive, state.release, images)
                number_follows(archive, state.release, entry, status, reason)
                set_status(archive, state.release.id, status, who=who, reason=reason)

        return self._line.ask(work)

    def link_correction(self, state: State, corrects: str) -> Answer[None]:
        """Note that the new release corrects that one (after `begin_with` of a Ralat)."""
        from humas_desk.archive.status import link_correction
        from humas_desk.archive.store import keep_live

        def work(archive: "Archive") -> None:
            with archive.database.transaction():
                keep_live(archive, state.release, images_of(state))
                link_correction(archive, state.release.id, corrects)

        return self._line.ask(work)

    def _cut(self, state: State, why: Why) -> Answer[int]:
        return self._line.ask(self._cutting(state, why))

    def _cutting(self, state: State, why: Why) -> "Callable[[Archive], int]":
        from humas_desk.archive.revisions import cut
        from humas_desk.archive.store import has, keep_live

        who, images = self._who(), images_of(state)

        def work(archive: "Archive") -> int:
            with archive.database.transaction():
                if not has(archive, state.release.id):
                    keep_live(archive, state.release, images)
                return cut(archive, state.release, why, who, images)

        return work


_DRAFT = Standing(
    status=Status.DRAFT, steps=(Status.WAITING, Status.APPROVED), events=(), since=None, corrects=None, corrected_by=()
)
"""Of a release that was not saved yet."""


def images_of(state: State) -> Mapping[str, Image | None]:
    """Every file the release names, with its picture if that is at hand."""
    return named_photos(state.release, state.photos)
