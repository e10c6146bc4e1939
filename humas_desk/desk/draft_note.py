"""What the desk notes beside the draft and never in the release: whether the open release is set to fit one page.

release.json has no key for it (contracts), and a copy for somebody else should not carry this desk's choice.
"""

import json
import logging
from pathlib import Path

from humas_desk.desk.saving import write_atomically
from humas_desk.values import dataclass

log = logging.getLogger(__name__)

NOTE_NAME = "catatan.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftNote:
    """The note."""

    release_id: str = ""
    """Whom it is about; a note about another release does not count."""
    fit_page: bool = False


def load_note(folder: Path, release_id: str) -> DraftNote:
    """The note about this release; a fresh one when there is none, or none that can be read."""
    fresh = DraftNote(release_id=release_id)
    try:
        values = json.loads((folder / NOTE_NAME).read_bytes())
    except FileNotFoundError:
        return fresh
    except (OSError, ValueError) as error:
        log.warning("the note beside the draft is unreadable: %s", type(error).__name__)
        return fresh
    if not isinstance(values, dict) or not release_id or values.get("release_id") != release_id:
        return fresh
    return DraftNote(release_id=release_id, fit_page=values.get("fit_page") is True)


def save_note(folder: Path, note: DraftNote) -> None:
    """Write the note. Raises TargetLocked, TargetReadOnly, DiskFull or WriteFailed."""
    values = {"release_id": note.release_id, "fit_page": note.fit_page}
    write_atomically(folder / NOTE_NAME, json.dumps(values, indent=2).encode())
