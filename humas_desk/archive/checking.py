"""Is the archive whole, and what does it need besides its file; a copy of it while somebody writes."""

from pathlib import Path

from humas_desk.archive.database import Database, check_head, open_beside, open_to_read
from humas_desk.archive.pictures import picture_entries
from humas_desk.archive.progress import Progress, no_progress, stretch
from humas_desk.errors import ArchiveDamaged

PAGES_AT_ONCE = 2000
"""Copied between two looks at `progress`: about 8 MB."""
COPIED = 0.6
"""The share of the work when the copy is to be looked at."""


def check_database(path: Path, *, progress: Progress = no_progress) -> None:
    """Look at every page of a database that nobody writes; how far it is, is not known: `progress` is only told 0.

    Raises ArchiveDamaged, NewerVersion, NotOurFile.
    """
    check_head(path)
    database = open_to_read(path)
    try:
        with database.watched(lambda: progress(0.0)):
            quick_check(database)
    finally:
        database.close()


def quick_check(database: Database) -> None:
    """Look at every page, and that nothing refers to what is not there. Raises ArchiveDamaged with what SQLite says."""
    found = database.rows("PRAGMA quick_check(1)")
    if found != [("ok",)]:
        raise ArchiveDamaged(database.path, str(found[0][0]) if found else "quick_check")
    if database.one("PRAGMA foreign_key_check") is not None:
        raise ArchiveDamaged(database.path, "foreign keys")


def copy_archive(path: Path, target: Path, *, progress: Progress) -> None:
    """The archive as it is at this moment as a checked file of its own, by a connection of its own.

    Writing goes on meanwhile. Raises FileMissing, ArchiveDamaged and the errors of `named`.
    """
    database = open_beside(path)
    try:
        with database.watched(lambda: progress(0.0)):
            quick_check(database)
        if database.has_log_beside:  # else the writer would have to wait, and SQLite begins anew when somebody wrote
            database.run("BEGIN")
            database.one("SELECT count(*) FROM releases")  # from here on the copy is of this moment
        database.copy_into(
            target,
            pages=PAGES_AT_ONCE,
            progress=lambda _status, left, total: progress(COPIED * (1 - left / total) if total else COPIED),
        )
    finally:
        database.close()
    check_database(target, progress=stretch(progress, COPIED, 1.0))


def needed_pictures(database: Database) -> frozenset[str]:
    """SHA-256 of every picture that a release or a version shows."""
    texts = database.each(
        "SELECT pictures FROM live WHERE pictures <> '{}' UNION SELECT pictures FROM revisions WHERE pictures <> '{}'"
    )
    return frozenset(entry[0] for (text,) in texts for entry in picture_entries(str(text)).values())


def count_releases(database: Database) -> int:
    """How many releases it holds, the trash included."""
    row = database.one("SELECT count(*) FROM releases")
    return int(row[0]) if row and isinstance(row[0], int) else 0
