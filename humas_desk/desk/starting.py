"""What a desk does besides showing the release when it starts: going on where it was cut off, putting things in order."""

import logging
from typing import TYPE_CHECKING

from humas_desk.desk.folders import Folders
from humas_desk.errors import HumasError

if TYPE_CHECKING:
    from humas_desk.archive.archive import Archive

log = logging.getLogger(__name__)


def finish_what_was_cut_off(folders: Folders) -> list[HumasError]:
    """Go on with the restore of a backup that did not come to its end; gives why that is not possible now."""
    if not folders.staged.is_dir():
        return []
    from humas_desk.desk.backups import finish_restoring

    try:
        finish_restoring(folders)
    except HumasError as error:
        log.warning("a backup is not yet restored: %s", type(error).__name__)
        return [error]
    return []


def put_in_order(archive: "Archive") -> None:
    """Thin versions out, empty the trash; when the window stands, on the archive's thread."""
    from humas_desk.archive.order import put_in_order

    put_in_order(archive)
