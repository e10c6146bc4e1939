"""The index follows the releases: when a revision is cut, and before somebody searches; not with every stroke."""

from humas_desk.archive.archive import Archive
from humas_desk.archive.database import Database
from humas_desk.archive.store import load, unindex
from humas_desk.archive.texts import search_text
from humas_desk.archive.values import read_status
from humas_desk.errors import HumasError
from humas_desk.release.release import Release


def index_release(database: Database, release: Release) -> None:
    """Have the release found by the words it has now; one in the trash is not found."""
    row = database.one("SELECT place, status, trashed_at FROM releases WHERE id = ?", (release.id,))
    if row is None:
        return
    place, status, trashed_at = row
    with database.transaction():
        unindex(database, int(place or 0))
        if trashed_at is None:
            text = search_text(release, read_status(status))
            values = (place, text.title, text.body, text.speakers, text.number, text.facets)
            database.run("INSERT INTO texts VALUES (?, ?, ?, ?, ?, ?)", values)
            database.run(
                "INSERT INTO search (rowid, title, body, speakers, number, facets) VALUES (?, ?, ?, ?, ?, ?)", values
            )
        database.run("UPDATE releases SET is_indexed = 1 WHERE id = ?", (release.id,))


def index_rest(archive: Archive) -> None:
    """Index what was changed since it last was; a release that cannot be read stays as it was found before."""
    for (release_id,) in archive.database.rows("SELECT id FROM releases WHERE is_indexed = 0"):
        try:
            stored = load(archive, str(release_id))
        except HumasError:
            archive.database.run("UPDATE releases SET is_indexed = 1 WHERE id = ?", (release_id,))
            continue
        index_release(archive.database, stored.release)
