"""The archive put in order, once when the window stands: thinned, the trash emptied, photos nobody needs taken away."""

from humas_desk.archive.archive import Archive, get_note, read_day, set_note
from humas_desk.archive.checking import needed_pictures
from humas_desk.archive.revisions import thin
from humas_desk.archive.search_index import index_rest
from humas_desk.archive.status import empty_trash

LONGEST_ABSENCE_DAYS = 31
"""A clock that jumps further than this, or back, may be wrong: what is old by it may not be …"""
BELIEVED_AFTER_DAYS = 7
"""… unless it stays so."""
_ORDERED_NOTE, _JUMPED_NOTE = "ordered", "jumped"


def put_in_order(archive: Archive) -> None:
    """Do it; takes moments. Raises the errors of the disk."""
    if _clock_is_believed(archive) and thin(archive) + empty_trash(archive):
        archive.pictures.sweep(set(needed_pictures(archive.database)))
    index_rest(archive)


def _clock_is_believed(archive: Archive) -> bool:
    """Whether today follows the day on which this was last done; nothing goes for ever because a clock was set wrong."""
    today = archive.now().date()
    last, jumped = (read_day(get_note(archive.database, name)) for name in (_ORDERED_NOTE, _JUMPED_NOTE))
    follows = last is None or 0 <= (today - last).days <= LONGEST_ABSENCE_DAYS
    stays = jumped is not None and BELIEVED_AFTER_DAYS <= (today - jumped).days <= LONGEST_ABSENCE_DAYS
    if follows or stays:
        set_note(archive.database, _ORDERED_NOTE, today.isoformat())
        set_note(archive.database, _JUMPED_NOTE, "")
        return True
    if jumped is None or not 0 <= (today - jumped).days <= LONGEST_ABSENCE_DAYS:
        set_note(archive.database, _JUMPED_NOTE, today.isoformat())
    return False
