"""What still reads in a damaged archive, brought into a new one; every text is proved by its SHA-256.

The damaged file itself is only read, from a copy: it stays as it was set aside.
"""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
import shutil
from tempfile import TemporaryDirectory

from humas_desk.archive.archive import Archive, get_note, set_note
from humas_desk.archive.database import Database, Row, Value, open_database
from humas_desk.archive.search_index import index_release
from humas_desk.archive.status import link_correction
from humas_desk.archive.store import OPEN_NOTE, content_sha256, has, put_live
from humas_desk.errors import FileError, HumasError
from humas_desk.release.codec import decode_release
from humas_desk.release.release import Release
from humas_desk.values import dataclass

_MOST_ROWS = 200_000
"""Looked for where the damage hides how many there are."""
_FACTS = "status, created_at, changed_at, trashed_at, started_from"
_VERSION = "release_id, id, at, day, who, why, kept, words"
_TABLES = {
    "people": "id, name, short, folded, variants, used_at",
    "positions": "id, person_id, position, since, until",
    "numbers": "id, office, code, year, seq, sub, state, release_id, number, title, date, reason, at",
    "events": "id, release_id, at, who, before, after, reason",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Salvaged:
    """What came of it."""

    releases: int = 0
    revisions: int = 0
    lost: tuple[str, ...] = ()
    """Titles, as far as they read, of releases of which only an earlier version or nothing reads."""


def salvage(damaged: Path, archive: Archive) -> Salvaged:
    """Bring over what reads; what the archive has already stays. A file of which nothing reads gives nothing."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        copy = Path(scratch) / damaged.name
        for ending in ("", "-wal", "-journal"):
            beside = damaged.with_name(damaged.name + ending)
            if beside.exists():
                shutil.copyfile(beside, copy.with_name(copy.name + ending))
        try:
            source = open_database(copy)
        except FileError:
            return Salvaged()
        try:
            with archive.database.transaction():
                return _brought_over(source, archive)
        finally:
            source.close()


def _brought_over(source: Database, archive: Archive) -> Salvaged:
    """Row after row: an archive may be larger than memory."""
    mine: set[str] = set()
    seen: set[str] = set()
    lost: list[str] = []

    def bring(release: Release, row: Row) -> None:
        seen.add(release.id)
        if not has(archive, release.id):
            mine.add(release.id)
            _put(source, archive, release, row)

    for release, row in _good(source, "live", "release_id"):
        bring(release, row)
    newest = {release.id: row[4] for release, row in _good(source, "revisions", _VERSION)}
    for release, row in _good(source, "revisions", _VERSION, [newest[key] for key in newest if key not in seen]):
        lost.append(release.title)
        bring(release, row)
    versions = 0
    for release, row in _good(source, "revisions", _VERSION):
        if release.id in mine:
            _put_revision(archive, row)
            versions += 1
    lost += [str(title) for release_id, title in _each(source, "releases", "id, title") if release_id not in seen]
    _link_corrections(source, archive, mine)
    for table, columns in _TABLES.items():
        _copy_rows(source, archive, table, columns)
    _copy_open(source, archive)
    return Salvaged(releases=len(mine), revisions=versions, lost=tuple(lost))


def _good(
    source: Database, table: str, columns: str, numbers: Iterable[Value] | None = None
) -> Iterator[tuple[Release, Row]]:
    """Rows whose text is what was written (of these `numbers`): the release, and content, pictures, SHA-256, columns."""
    for row in _each(source, table, f"content, pictures, sha256, {columns}", numbers):
        content, pictures, sha256 = row[:3]
        if isinstance(content, bytes) and content_sha256(content, str(pictures)) == sha256:
            try:
                yield decode_release(content, source.path), row
            except HumasError:
                continue


def _each(source: Database, table: str, columns: str, numbers: Iterable[Value] | None = None) -> Iterator[Row]:
    """Row after row, each looked up by itself, so that a spoiled page takes only its own."""
    for number in _numbers(source, table) if numbers is None else numbers:
        try:
            row = source.one(f"SELECT {columns} FROM {table} WHERE rowid = ?", (number,))  # noqa: S608 - our own names
        except FileError:
            continue
        if row is not None:
            yield row


def _numbers(source: Database, table: str) -> range:
    """Rows are looked for under these numbers."""
    try:
        found = source.one(f"SELECT max(rowid) FROM {table}")  # noqa: S608 - our own names
    except FileError:
        return range(1, _MOST_ROWS + 1)
    last = found[0] if found else None
    return range(1, (last if isinstance(last, int) else 0) + 1)


def _put(source: Database, archive: Archive, release: Release, row: Row) -> None:
    content, pictures = row[0], str(row[1])
    put_live(archive, release, pictures, content if isinstance(content, bytes) else b"")
    try:
        facts = source.one(f"SELECT {_FACTS} FROM releases WHERE id = ?", (release.id,))  # noqa: S608 - our own names
    except FileError:
        facts = None
    if facts is not None:
        archive.database.run(
            "UPDATE releases SET status = ?, created_at = ?, changed_at = ?, trashed_at = ?, started_from = ? WHERE id = ?",
            (*facts, release.id),
        )
    index_release(archive.database, release)


def _put_revision(archive: Archive, row: Row) -> None:
    content, pictures, sha256, release_id, _number, at, day, who, why, kept, words = row
    made = archive.database.insert(
        "INSERT INTO revisions (release_id, at, day, who, why, kept, words, pictures, sha256, content) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (release_id, at, day, who, why, kept, words, pictures, sha256, content),
    )
    if why in ("approval", "final"):
        archive.database.run(
            "UPDATE releases SET baseline = ? WHERE id = ? AND status IN ('approved', 'final', 'void')",
            (made, release_id),
        )


def _link_corrections(source: Database, archive: Archive, mine: Collection[str]) -> None:
    """When all releases are there: which of mine corrects which."""
    for release_id, corrects in _each(source, "releases", "id, corrects"):
        if release_id in mine and isinstance(corrects, str) and has(archive, corrects):
            link_correction(archive, str(release_id), corrects)


def _copy_rows(source: Database, archive: Archive, table: str, columns: str) -> None:
    """Lines of a register; one that belongs to what is lost, or is there already, is left out."""
    marks = ", ".join("?" * len(columns.split(", ")))
    for row in _each(source, table, columns):
        belongs = _belongs(archive, table, row)
        if belongs:
            archive.database.run(f"INSERT OR IGNORE INTO {table} ({columns}) VALUES ({marks})", row)  # noqa: S608 - our own names


def _belongs(archive: Archive, table: str, row: Row) -> bool:
    match table:
        case "positions":
            return archive.database.one("SELECT 1 FROM people WHERE id = ?", (row[1],)) is not None
        case "events":
            return has(archive, str(row[1]))
        case "numbers":
            return row[7] is None or has(archive, str(row[7]))
        case _:
            return True


def _copy_open(source: Database, archive: Archive) -> None:
    try:
        release_id = get_note(source, OPEN_NOTE)
    except FileError:
        return
    if release_id and has(archive, release_id) and not get_note(archive.database, OPEN_NOTE):
        set_note(archive.database, OPEN_NOTE, release_id)
