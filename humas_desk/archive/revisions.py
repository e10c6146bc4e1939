"""Versions of a release: cut while it is written, thinned out with time; exported, approved and final ones stay."""

from collections.abc import Mapping
import datetime as dt

from humas_desk.archive.archive import Archive, get_note, moment, read_moment, set_note
from humas_desk.archive.database import Row, Value
from humas_desk.archive.pictures import pictures_text
from humas_desk.archive.search_index import index_release
from humas_desk.archive.store import content_sha256, decoded, picture_entries_of
from humas_desk.archive.values import KEPT, Revision, Status, Stored, Why
from humas_desk.errors import FileMissing
from humas_desk.photos.image import Image
from humas_desk.release.block_words import count_block
from humas_desk.release.codec import encode_release
from humas_desk.release.release import Release

EVERY = dt.timedelta(minutes=5)
"""Working revisions are not cut more often."""
DAILY_DAYS = 365
"""Of today all working revisions stay, then one a day for so long."""
_THINNED_NOTE = "thinned"
_COLUMNS = "id, release_id, at, who, why, kept, words, sha256"


def is_due(archive: Archive, release_id: str) -> bool:
    """Whether five minutes went by since the last revision, or since the release was begun."""
    row = archive.database.one(
        "SELECT coalesce((SELECT at FROM revisions WHERE release_id = ?1 ORDER BY id DESC LIMIT 1), created_at) "
        "FROM releases WHERE id = ?1",
        (release_id,),
    )
    return row is not None and abs(archive.now() - read_moment(row[0])) >= EVERY


def cut(
    archive: Archive, release: Release, why: Why, who: str, images: Mapping[str, Image | None] | None = None
) -> int:
    """Keep the release as it is given here as a revision; gives the revision's number.

    `images` None: the pictures are those of its live row. A working revision is not cut twice from the same text: the one
    that is there is given. Raises FileMissing for a release that the archive does not hold.
    """
    database, now, content = archive.database, archive.now(), encode_release(release)
    if images is not None:
        archive.pictures.add(image for image in images.values() if image is not None)
    with database.transaction():
        live = database.one("SELECT pictures FROM live WHERE release_id = ?", (release.id,))
        if live is None:
            raise FileMissing(database.path, release.id)
        pictures = str(live[0]) if images is None else pictures_text(picture_entries_of(database, release.id, images))
        sha256 = content_sha256(content, pictures)
        index_release(database, release)
        newest = database.one(
            "SELECT id, sha256 FROM revisions WHERE release_id = ? ORDER BY id DESC LIMIT 1", (release.id,)
        )
        if newest is not None and newest[1] == sha256 and why not in KEPT:
            return int(newest[0] or 0)
        return database.insert(
            "INSERT INTO revisions (release_id, at, day, who, why, kept, words, pictures, sha256, content) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (release.id, moment(now), now.date().isoformat(), who, why.value, int(why in KEPT), _words(release),
             pictures, sha256, content),
        )  # fmt: skip


def _words(release: Release) -> int:
    """As many as the line under the window counts."""
    return sum(count_block(block)[0] for block in release.blocks)


def revisions(archive: Archive, release_id: str) -> tuple[Revision, ...]:
    """All revisions of a release, the newest first."""
    rows = archive.database.rows(
        f"SELECT {_COLUMNS} FROM revisions WHERE release_id = ? ORDER BY id DESC",  # noqa: S608 - our own columns
        (release_id,),
    )
    return tuple(_revision(row) for row in rows)


def load_revision(archive: Archive, number: int) -> Stored:
    """A revision's release and pictures. Raises FileMissing, ArchiveDamaged, and what decoding raises."""
    row = archive.database.one("SELECT content, pictures, sha256, at FROM revisions WHERE id = ?", (number,))
    if row is None:
        raise FileMissing(archive.database.path, f"revision {number}")
    release, images = decoded(archive, row[:3], f"revision {number}")
    return Stored(release=release, images=images, changed_at=read_moment(row[3]), status=Status.DRAFT)


def thin(archive: Archive) -> int:
    """Once a day: drop working revisions of earlier days but the last of each, and all that are a year old."""
    today = archive.now().date()
    if get_note(archive.database, _THINNED_NOTE) == today.isoformat():
        return 0
    oldest = (today - dt.timedelta(days=DAILY_DAYS)).isoformat()
    values: tuple[Value, ...] = (today.isoformat(), oldest)
    with archive.database.transaction():
        gone = archive.database.run(
            "DELETE FROM revisions WHERE kept = 0 AND day < ?1 AND (day < ?2 OR id NOT IN "
            "(SELECT max(id) FROM revisions WHERE kept = 0 AND day < ?1 GROUP BY release_id, day))",
            values,
        )
        set_note(archive.database, _THINNED_NOTE, today.isoformat())
    return gone


def _revision(row: Row) -> Revision:
    number, release_id, at, who, why, kept, words, sha256 = row
    return Revision(
        id=int(number or 0),
        release_id=str(release_id),
        at=read_moment(at),
        who=str(who),
        why=Why(str(why)),
        kept=bool(kept),
        words=int(words or 0),
        sha256=str(sha256),
    )
