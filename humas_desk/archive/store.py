"""Open releases: one live row each, overwritten while somebody writes; and which one was open last."""

from collections.abc import Mapping
import datetime as dt
import hashlib
from pathlib import Path

from humas_desk.archive.archive import Archive, get_note, moment, read_moment, set_note
from humas_desk.archive.database import Database, Row
from humas_desk.archive.pictures import PictureEntry, entry_of, picture_entries, pictures_text
from humas_desk.archive.values import Stored, read_status
from humas_desk.errors import ArchiveDamaged, FileMissing
from humas_desk.photos.image import Image
from humas_desk.release.codec import decode_release, encode_release
from humas_desk.release.folding import folded
from humas_desk.release.release import Release

OPEN_NOTE = "open"
_DAY = 1 << 24
"""Places of one day: the newest first is the order of the places."""


def keep_live(archive: Archive, release: Release, images: Mapping[str, Image | None]) -> None:
    """Have the release and its pictures on the disk as the one that is open.

    `images` has every file the release names; None: its picture is not at hand, and what was kept of it before stays.
    """
    archive.pictures.add(image for image in images.values() if image is not None)
    database = archive.database
    with database.transaction():
        pictures = pictures_text(picture_entries_of(database, release.id, images))
        put_live(archive, release, pictures, encode_release(release))
        if get_note(database, OPEN_NOTE) != release.id:
            set_note(database, OPEN_NOTE, release.id)


def put_live(archive: Archive, release: Release, pictures: str, content: bytes) -> None:
    """Write the live row with its line of the list; `content` is the release, `pictures` what `pictures_text` made."""
    _put_facts(archive, release)
    archive.database.run(
        "INSERT INTO live VALUES (?, ?, ?, ?) ON CONFLICT (release_id) DO UPDATE SET "
        "pictures = excluded.pictures, sha256 = excluded.sha256, content = excluded.content",
        (release.id, pictures, content_sha256(content, pictures), content),
    )


def load(archive: Archive, release_id: str) -> Stored:
    """The release as it was left. Raises FileMissing when there is none, ArchiveDamaged, and what decoding raises."""
    row = archive.database.one(
        "SELECT content, pictures, sha256, changed_at, status FROM live JOIN releases ON id = release_id WHERE id = ?",
        (release_id,),
    )
    if row is None:
        raise FileMissing(archive.database.path, release_id)
    content, pictures, sha256, changed_at, status = row
    release, images = decoded(archive, (content, pictures, sha256), f"release {release_id}")
    return Stored(release=release, images=images, changed_at=read_moment(changed_at), status=read_status(status))


def last_open(archive: Archive) -> Stored | None:
    """The release that was open last; None when there was none, or it lies in the trash."""
    release_id = get_note(archive.database, OPEN_NOTE)
    row = archive.database.one("SELECT 1 FROM releases WHERE id = ? AND trashed_at IS NULL", (release_id,))
    return None if row is None else load(archive, release_id)


def set_open(archive: Archive, release_id: str) -> None:
    """Remember which release is open; empty: none."""
    set_note(archive.database, OPEN_NOTE, release_id)


def discard(archive: Archive, release_id: str) -> None:
    """Drop a release that nobody wrote in: one without a version. Any other stays."""
    with archive.database.transaction():
        row = archive.database.one(
            "SELECT place FROM releases WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM revisions WHERE release_id = ?1)",
            (release_id,),
        )
        if row is not None:
            unindex(archive.database, int(row[0] or 0))
            archive.database.run("DELETE FROM releases WHERE id = ?", (release_id,))


def has(archive: Archive, release_id: str) -> bool:
    """Whether the archive holds the release, in the trash included."""
    return archive.database.one("SELECT 1 FROM releases WHERE id = ?", (release_id,)) is not None


def decoded(archive: Archive, kept: Row, place: str) -> tuple[Release, dict[str, Image]]:
    """The release and its pictures from content, pictures and SHA-256; ArchiveDamaged when they do not agree."""
    content, pictures, sha256 = kept
    if not isinstance(content, bytes) or content_sha256(content, str(pictures)) != sha256:
        raise ArchiveDamaged(archive.database.path, place)
    release = decode_release(content, Path(archive.database.path.name))
    entries = picture_entries(str(pictures))
    images = {name: archive.pictures.read(entry) for name, entry in entries.items()}
    return release, {name: image for name, image in images.items() if image is not None}


def content_sha256(content: bytes, pictures: str) -> str:
    """What proves that content and pictures are as they were written."""
    return hashlib.sha256(content + b"\n" + pictures.encode()).hexdigest()


def release_date(release: Release) -> dt.date | None:
    """The day a release belongs to."""
    return release.released or release.dateline.date


def picture_entries_of(
    database: Database, release_id: str, images: Mapping[str, Image | None]
) -> dict[str, PictureEntry]:
    """What is written of these pictures; of one that is not at hand (None) what the live row has."""
    entries = {name: entry_of(image) for name, image in images.items() if image is not None}
    if len(entries) == len(images):
        return entries
    row = database.one("SELECT pictures FROM live WHERE release_id = ?", (release_id,))
    before = picture_entries(str(row[0])) if row else {}
    return {name: entry for name, entry in before.items() if name in images} | entries


def _put_facts(archive: Archive, release: Release) -> None:
    """The release's line in the list, as the release is now; the index follows later. What is written leaves the trash."""
    database, now, date = archive.database, moment(archive.now()), release_date(release)
    facts = (release.kind.value, release.office or "", None if date is None else date.isoformat(),
             release.number or "", release.title, folded(release.title)[:120])  # fmt: skip
    row = database.one("SELECT date, place, is_indexed, created_at FROM releases WHERE id = ?", (release.id,))
    if row is None:
        place = _free_place(database, date or archive.now().date())
        database.run(
            "INSERT INTO releases (kind, office, date, number, title, sort_title, id, place, created_at, changed_at) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (*facts, release.id, place, now, now),
        )
        return
    if row[0] != facts[2]:
        unindex(database, int(row[1] or 0))
        place = _free_place(database, date or read_moment(row[3]).astimezone(archive.now().tzinfo).date())
        database.run("UPDATE releases SET place = ? WHERE id = ?", (place, release.id))
    database.run(
        "UPDATE releases SET kind = ?, office = ?, date = ?, number = ?, title = ?, sort_title = ?, changed_at = ?, "
        "trashed_at = NULL, is_indexed = 0 WHERE id = ?",
        (*facts, now, release.id),
    )


def unindex(database: Database, place: int) -> None:
    """Take a release out of the search, if it is there."""
    row = database.one("SELECT place, title, body, speakers, number, facets FROM texts WHERE place = ?", (place,))
    if row is not None:
        database.run(
            "INSERT INTO search (search, rowid, title, body, speakers, number, facets) "
            "VALUES ('delete', ?, ?, ?, ?, ?, ?)",
            row,
        )
        database.run("DELETE FROM texts WHERE place = ?", (place,))


def first_place(day: dt.date) -> int:
    """The first place a release of this day can have."""
    return day.toordinal() * _DAY


def place_after(day: dt.date) -> int:
    """The first place that comes after all releases of this day."""
    return first_place(day) + _DAY


def _free_place(database: Database, day: dt.date) -> int:
    first = first_place(day)
    row = database.one("SELECT max(place) FROM releases WHERE place >= ? AND place < ?", (first, place_after(day)))
    taken = row[0] if row else None
    return taken + 1 if isinstance(taken, int) else first
