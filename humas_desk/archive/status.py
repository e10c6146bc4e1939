"""How far a release has come, who said so; and the trash, which keeps for thirty days."""

import datetime as dt

from humas_desk.archive.archive import Archive, moment, read_moment
from humas_desk.archive.revisions import cut, load_revision
from humas_desk.archive.search_index import index_release
from humas_desk.archive.store import load, unindex
from humas_desk.archive.values import Event, Status, Stored, Why, read_status
from humas_desk.errors import FileMissing

STEPS: dict[Status, tuple[Status, ...]] = {
    Status.DRAFT: (Status.WAITING, Status.APPROVED),
    Status.WAITING: (Status.APPROVED, Status.DRAFT),
    Status.APPROVED: (Status.FINAL, Status.WAITING, Status.DRAFT),
    Status.FINAL: (Status.VOID,),
    Status.VOID: (),
}
"""What may follow each status, the usual one first. What is final goes back nowhere: it is corrected by a Ralat."""
_CUT_FOR = {Status.APPROVED: Why.APPROVAL, Status.FINAL: Why.FINAL}
TRASH_DAYS = 30


def set_status(archive: Archive, release_id: str, status: Status, *, who: str, reason: str = "") -> None:
    """Take one of `STEPS`; an approved or final text is kept for ever. ValueError for a step that is none."""
    stored, database = load(archive, release_id), archive.database
    if status not in STEPS[stored.status]:
        raise ValueError(f"{stored.status} is not followed by {status}")
    with database.transaction():
        database.run("UPDATE releases SET status = ? WHERE id = ?", (status.value, release_id))
        if status in _CUT_FOR:
            baseline = cut(archive, stored.release, _CUT_FOR[status], who)
            database.run("UPDATE releases SET baseline = ? WHERE id = ?", (baseline, release_id))
        elif status in (Status.DRAFT, Status.WAITING):
            database.run("UPDATE releases SET baseline = NULL WHERE id = ?", (release_id,))
        index_release(database, stored.release)
        database.insert(
            "INSERT INTO events (release_id, at, who, before, after, reason) VALUES (?, ?, ?, ?, ?, ?)",
            (release_id, moment(archive.now()), who, stored.status.value, status.value, reason),
        )


def events(archive: Archive, release_id: str) -> tuple[Event, ...]:
    """The steps of a release's status, the first one first."""
    rows = archive.database.rows(
        "SELECT at, who, before, after, reason FROM events WHERE release_id = ? ORDER BY id", (release_id,)
    )
    return tuple(
        Event(
            at=read_moment(at),
            who=str(who),
            before=read_status(before),
            after=read_status(after),
            reason=str(reason),
        )
        for at, who, before, after, reason in rows
    )


def baseline(archive: Archive, release_id: str) -> Stored | None:
    """The text that was approved, or made final after that; None while there is none."""
    row = archive.database.one("SELECT baseline FROM releases WHERE id = ?", (release_id,))
    if row is None:
        raise FileMissing(archive.database.path, release_id)
    return load_revision(archive, row[0]) if isinstance(row[0], int) else None


def link_correction(archive: Archive, release_id: str, corrects: str) -> None:
    """Say which release this one corrects."""
    archive.database.run("UPDATE releases SET corrects = ? WHERE id = ?", (corrects, release_id))


def put_in_trash(archive: Archive, release_id: str) -> None:
    """Take the release out of list and search; it can be had back for thirty days."""
    with archive.database.transaction():
        row = archive.database.one("SELECT place FROM releases WHERE id = ?", (release_id,))
        if row is None:
            raise FileMissing(archive.database.path, release_id)
        unindex(archive.database, int(row[0] or 0))
        archive.database.run(
            "UPDATE releases SET trashed_at = ?, is_indexed = 1 WHERE id = ?", (moment(archive.now()), release_id)
        )


def take_from_trash(archive: Archive, release_id: str) -> None:
    """Have it in list and search again."""
    archive.database.run(
        "UPDATE releases SET trashed_at = NULL, is_indexed = 0 WHERE id = ? AND trashed_at IS NOT NULL", (release_id,)
    )


def empty_trash(archive: Archive) -> int:
    """Remove what lies there longer than thirty days; gives how many.

    A release of which a version was exported, approved or final stays in the trash: such versions are kept for ever.
    """
    before = moment(archive.now() - dt.timedelta(days=TRASH_DAYS))
    return archive.database.run(
        "DELETE FROM releases WHERE trashed_at < ? AND NOT EXISTS "
        "(SELECT 1 FROM revisions WHERE release_id = releases.id AND kept = 1)",
        (before,),
    )
