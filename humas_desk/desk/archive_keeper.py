"""Keeps the open release in the archive, cutting versions on the way; takes over the draft of an earlier program.

Where the archive cannot be used (made by a newer program, damaged), the draft folder keeps the text as it always did, every
release that is written meanwhile in a folder of its own, and the archive takes them over when it can be used again.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
import datetime as dt
from functools import partial
import logging
from pathlib import Path
from typing import TYPE_CHECKING

from humas_desk.desk.archive_line import Answer, ArchiveLine
from humas_desk.desk.history import State
from humas_desk.desk.keeper import DraftKeeper
from humas_desk.desk.logs import describe
from humas_desk.desk.photographs import named_photos
from humas_desk.errors import ArchiveDamaged, ClockSetBack, FileUnreadable, HumasError, NewerVersion, NotOurFile
from humas_desk.photos.image import Image
from humas_desk.release.release import Release

if TYPE_CHECKING:
    from humas_desk.archive.archive import Archive
    from humas_desk.archive.salvage import Salvaged
    from humas_desk.archive.values import Stored

log = logging.getLogger(__name__)

CLOCK_SLACK = dt.timedelta(hours=1)
"""A clock that was put right by less than this is not spoken of."""
UNUSABLE = (NewerVersion, NotOurFile, ArchiveDamaged, FileUnreadable)
"""What makes the draft folder stand in for the archive."""


class ArchiveKeeper:
    """The desk's Keeper: `keep` returns when the text is on the disk, and is called on the autosave's thread."""

    def __init__(self, line: ArchiveLine, drafts: DraftKeeper, *, who: Callable[[], str]) -> None:
        """`who` gives the initials that versions are signed with."""
        self.notices: list[HumasError] = []
        """What `last` met and the window should tell; of a damaged archive `salvaged` tells more."""
        self.kept_at: dt.datetime | None = None
        """When the release that `last` gave was changed; None: not known."""
        self.stands_in = False
        """True: the archive could not be used, the text lies in the draft folder."""
        self.salvaged: Salvaged | None = None
        """What of a damaged archive was had back since the start; None: nothing was damaged."""
        self.is_damaged = False
        """The archive proved to be damaged while it was in use: `mend` is to be asked for."""
        self._line = line
        self._drafts = drafts
        self._has_drafts = True
        """Whether drafts may have been put by."""
        self._who = who
        self._begun = line.look(_last_open, None)

    def keep(self, release: Release, photos: Mapping[str, Image]) -> None:
        """Have it on disk when this returns. Raises TargetLocked, TargetReadOnly, DiskFull or WriteFailed."""
        images, who = named_photos(release, photos), self._who()
        try:
            self._line.ask(lambda archive: _keep(archive, release, images, who)).get()
        except UNUSABLE as error:
            if not self.stands_in:
                log.warning("the archive cannot be used, the draft folder stands in: %s", type(error).__name__)
            self.stands_in = self._has_drafts = True
            self.is_damaged = isinstance(error, ArchiveDamaged)
            self._drafts.keep(release, photos)
            return
        self.stands_in = False
        self._leave_draft(release.id)
        if self._has_drafts:
            self._has_drafts = not self._take_over()

    def last(self) -> State | None:
        """The release that was open last, None when there was none; what stood in the way is told in `notices`."""
        state = self._last()
        self._has_drafts = not self._take_over()
        return state

    def _last(self) -> State | None:
        draft, stored = self._draft(), self._stored()
        draft_at = self._drafts.kept_at()
        if draft is not None and (stored is None or draft_at is None or draft_at > stored.changed_at):
            self.kept_at = draft_at
            return draft
        if stored is None:
            return None
        if draft is not None and draft.release != stored.release:
            self._put_by()
        self.kept_at = stored.changed_at
        if stored.changed_at - self._line.now() > CLOCK_SLACK:
            self.notices.append(ClockSetBack())
        return State(release=stored.release, photos=stored.images)

    def mend(self) -> "Answer[Salvaged]":
        """Set the damaged archive aside unchanged and begin a new one with what reads of it; the answer says what came."""
        self.is_damaged = False

        def work(archive: "Archive", aside: Path) -> "Salvaged":
            self.salvaged, _stored = _salvage(archive, aside)
            return self.salvaged

        return self._line.begun_anew(work)

    def begin_again(self) -> None:
        """Read anew what is open: the archive is another one now (a backup was restored)."""
        self.is_damaged, self.salvaged = False, None
        self._begun = self._line.look(_last_open, None)

    def forget(self) -> None:
        """Keep no release as the open one any more; the archive goes on holding it."""
        self._drafts.forget()
        self._line.look(_forget_open, None).get()

    def discard(self) -> None:
        """The open release is one that nobody wrote in: it needs no draft."""
        if self.stands_in:
            self._drafts.forget()

    def _draft(self) -> State | None:
        """What an earlier program left, or what was written while the archive could not be used."""
        try:
            return self._drafts.last()
        except HumasError as error:
            log.warning("the draft is unreadable and set aside: %s", type(error).__name__)
            self._drafts.set_aside()
            self.notices.append(error)
            return None

    def _stored(self) -> "Stored | None":
        try:
            return self._begun.get()
        except HumasError as error:
            log.warning("the archive's open release is unreadable: %s", describe(error))
            stored = self._salvaged() if isinstance(error, ArchiveDamaged | NotOurFile) else None
            if self.salvaged is None:
                self.notices.append(error)
            return stored

    def _salvaged(self) -> "Stored | None":
        """The damaged archive goes aside unchanged; what reads of it begins a new one."""
        try:
            self.salvaged, stored = self._line.begun_anew(_salvage).get()
        except HumasError as error:
            log.warning("nothing was salvaged: %s", describe(error))
            return None
        return stored

    def _leave_draft(self, release_id: str) -> None:
        """The archive has it now: the draft goes; one with pictures that nobody could read is set aside instead."""
        if not self._drafts.path.exists():
            return
        if self._drafts.has_unread:
            self._drafts.set_aside()
        elif self._drafts.holds_another(release_id):
            self._put_by()
        else:
            self._drafts.forget()

    def _put_by(self) -> None:
        self._has_drafts = True
        try:
            self._drafts.put_by()
        except HumasError as error:
            log.warning("a draft stays where it is: %s", describe(error))

    def _take_over(self) -> bool:
        """Have the drafts that were put by in the archive; whether none is left."""
        for draft in self._drafts.others():
            try:
                state = draft.last()
                if state is not None:
                    images = named_photos(state.release, state.photos)
                    at = draft.kept_at() or self._line.now()
                    work = partial(_take_in, release=state.release, images=images, at=at, who=self._who())
                    self._line.ask(work).get()
            except HumasError as error:
                log.warning("a draft is not taken over: %s", describe(error))
                return False
            if draft.has_unread:
                draft.set_aside()
            else:
                draft.remove()
        return True


def _keep(archive: "Archive", release: Release, images: Mapping[str, Image | None], who: str) -> None:
    from humas_desk.archive.revisions import cut, is_due
    from humas_desk.archive.store import keep_live
    from humas_desk.archive.values import Why

    with archive.database.transaction():
        keep_live(archive, release, images)
        if is_due(archive, release.id):
            cut(archive, release, Why.TIME, who)


def _take_in(
    archive: "Archive", release: Release, images: Mapping[str, Image | None], at: dt.datetime, who: str
) -> None:
    """A draft of that time into the archive: as a release, or as a version of one that was changed since; nothing is opened."""
    from humas_desk.archive.archive import get_note
    from humas_desk.archive.revisions import cut
    from humas_desk.archive.search import line
    from humas_desk.archive.store import OPEN_NOTE, keep_live, load, set_open
    from humas_desk.archive.values import Why

    with archive.database.transaction():
        known, opened = line(archive, release.id), get_note(archive.database, OPEN_NOTE)
        if known is None or known.changed_at < at:
            if known is not None:
                with suppress(HumasError):
                    cut(archive, load(archive, release.id).release, Why.CLOSE, who)
            keep_live(archive, release, images)
            set_open(archive, opened)
        cut(archive, release, Why.CLOSE, who, images)


def _last_open(archive: "Archive") -> "Stored | None":
    from humas_desk.archive.store import last_open

    return last_open(archive)


def _salvage(archive: "Archive", aside: Path) -> "tuple[Salvaged, Stored | None]":
    from humas_desk.archive.salvage import salvage
    from humas_desk.archive.store import last_open

    found = salvage(aside, archive)
    log.warning("salvaged %d releases and %d versions, lost %d", found.releases, found.revisions, len(found.lost))
    return found, last_open(archive) or _changed_last(archive)


def _changed_last(archive: "Archive") -> "Stored | None":
    """What to go on with where nobody knows which release was open."""
    from humas_desk.archive.search import search
    from humas_desk.archive.store import load, set_open
    from humas_desk.archive.values import Search, Sort

    for row in search(archive, Search(sort=Sort.CHANGED, limit=1)):
        set_open(archive, row.id)
        return load(archive, row.id)
    return None


def _forget_open(archive: "Archive") -> None:
    from humas_desk.archive.store import set_open

    set_open(archive, "")
