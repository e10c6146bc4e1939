"""An archive that proves to be damaged while the desk is open: it goes aside unchanged, and what reads begins a new one."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from humas_desk.desk.archive_keeper import ArchiveKeeper
from humas_desk.errors import ArchiveDamaged, BackupDamaged, HumasError

if TYPE_CHECKING:
    from humas_desk.archive.salvage import Salvaged
    from humas_desk.desk.archive_line import Answer


class ArchiveMending:
    """`Desk.mending` has it; a window looks at `is_due` from time to time."""

    def __init__(self, keeper: ArchiveKeeper, *, save: Callable[[], object]) -> None:
        """`save` has the open release written once more."""
        self._keeper = keeper
        self._save = save

    @property
    def is_due(self) -> bool:
        """Whether a save, a look or a backup has met a damaged archive; what is written goes to a draft until it is mended."""
        return self._keeper.is_damaged

    @property
    def salvaged(self) -> "Salvaged | None":
        """What was had back of the damaged archive, at the start or since; None: it was whole."""
        return self._keeper.salvaged

    def note(self, error: HumasError) -> None:
        """What a look at the archive, or a backup of it, has met; only damage of the archive itself counts."""
        if isinstance(error, ArchiveDamaged) and not isinstance(error, BackupDamaged):
            self._keeper.is_damaged = True

    def mend(self) -> "Answer[Salvaged]":
        """Do it on the archive's thread; the open release comes into the new archive as it is now."""
        answer = self._keeper.mend()
        self._save()
        return answer
