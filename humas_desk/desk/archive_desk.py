"""The archive as the window uses it: what is asked is answered on the archive's thread, and nobody waits at the screen.

Methods that give an `Answer` return at once; a window looks at `is_ready` and takes `get()`. The others wait for the disk
and are for moments when the writer waits anyway (opening a release, closing).
"""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from humas_desk.archive.values import Why
from humas_desk.desk.archive_line import ArchiveLine
from humas_desk.desk.editing import new_release_id
from humas_desk.desk.history import State
from humas_desk.release.release import Release

if TYPE_CHECKING:
    from humas_desk.archive.archive import Archive


class ArchiveDesk:
    """Doors to the archive. `Desk.archive` has it."""

    def __init__(self, line: ArchiveLine, *, who: Callable[[], str]) -> None:
        """`who` gives the initials that versions are signed with."""
        self._line = line
        self._who = who

    def opened(self, release_id: str) -> State:
        """A release of the archive, with its pictures. Raises FileMissing, ArchiveDamaged and what decoding raises."""
        from humas_desk.archive.store import load, set_open

        def work(archive: "Archive") -> State:
            stored = load(archive, release_id)
            set_open(archive, release_id)
            return State(release=stored.release, photos=stored.images)

        return self._line.ask(work).get()

    def arrived(self, state: State, *, replace_known: bool) -> State:
        """A release from a file as it enters the archive: under an id of its own, unless it replaces the one it is."""
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

        if self._line.look(is_known, absent=False).get() and not replace_known:
            return replace(state, release=replace(release, id=new_release_id()))
        return state

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
