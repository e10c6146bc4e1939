"""Files that nobody needs any more: what printing left for the PDF reader, and what was called off while it was written."""

from contextlib import suppress
from pathlib import Path
import shutil
import tempfile
import time
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from humas_desk.desk.requests import ExportResult

PRINT_FOLDER: Final = "humas-desk-"
"""How the names of folders begin in which a PDF waits for the reader that prints it."""
READING_S: Final = 600.0
"""A reader that was asked to print a file has opened it long before."""


def sweep_printed(folder: Path | None = None, *, now: float | None = None) -> int:
    """Take away what was printed more than ten minutes ago; gives how many folders went.

    `folder`: the system's place for such files when None; `now`: seconds since 1970. A folder that holds anything but
    PDF files is not ours, and one that the system still holds stays for the next time.
    """
    place = Path(tempfile.gettempdir()) if folder is None else folder
    moment = time.time() if now is None else now
    gone = 0
    with suppress(OSError):
        for left in place.glob(f"{PRINT_FOLDER}*"):
            if _is_ours(left) and moment - left.stat().st_mtime > READING_S:
                shutil.rmtree(left, ignore_errors=True)
                gone += not left.exists()
    return gone


def take_back(result: "ExportResult") -> None:
    """Delete what was written new, and the folder that was made for it; a file somebody holds open stays."""
    for path in result.paths:
        with suppress(OSError):
            path.unlink(missing_ok=True)
    if result.folder is not None:
        with suppress(OSError):
            result.folder.rmdir()


def _is_ours(folder: Path) -> bool:
    try:
        return not folder.is_symlink() and folder.is_dir() and all(one.suffix == ".pdf" for one in folder.iterdir())
    except OSError:
        return False
