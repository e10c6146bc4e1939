"""The archive's list: searched, narrowed and sorted; fast because only as much is read as is shown.

A release's place in the index grows with its day, so "the newest first" is the index's own order, a year or a month is a
range of it, and status, kind and speaker are words of the index like any other.
"""

import calendar
import datetime as dt

from humas_desk.archive.archive import Archive, read_day, read_moment
from humas_desk.archive.database import Row, Value
from humas_desk.archive.search_index import index_rest
from humas_desk.archive.store import first_place, place_after
from humas_desk.archive.texts import kind_facet, searched_words, snippet, speaker_facet, status_facet
from humas_desk.archive.values import ArchiveRow, Search, Snippet, Sort, read_status
from humas_desk.release.release import Kind

_COLUMNS = "id, kind, office, status, date, number, title, created_at, changed_at, trashed_at, corrects, place"
_ORDERS = {Sort.TITLE: "sort_title, place", Sort.CHANGED: "changed_at DESC"}
LONGEST_BEGINNING = 10
"""The index knows beginnings of words up to this length; of a longer word they are enough."""
_BY_PLACE = {Sort.NEWEST: "DESC", Sort.OLDEST: "ASC"}


def search(archive: Archive, wanted: Search) -> tuple[ArchiveRow, ...]:
    """The lines of the list. One letter alone does not narrow, nor does a last one that more are to follow."""
    index_rest(archive)
    words = searched_words(wanted.words)
    match = _match(words, wanted)
    first, last = _places(wanted)
    page: tuple[Value, ...] = (wanted.limit, wanted.offset)
    if wanted.sort in _BY_PLACE:
        found = _by_place(archive, match, (first, last), _BY_PLACE[wanted.sort], page)
    else:
        found = _sorted(archive, match, (first, last), _ORDERS[wanted.sort], page)
    return _rows(archive, found, words)


def trash(archive: Archive) -> tuple[ArchiveRow, ...]:
    """What lies in the trash, the latest first."""
    rows = archive.database.rows(
        f"SELECT {_COLUMNS} FROM releases WHERE trashed_at IS NOT NULL ORDER BY trashed_at DESC"  # noqa: S608 - our own columns
    )
    return tuple(_row(row, None) for row in rows)


def line(archive: Archive, release_id: str) -> ArchiveRow | None:
    """The list's line of one release; None: it is not in the archive."""
    row = archive.database.one(
        f"SELECT {_COLUMNS} FROM releases WHERE id = ?",  # noqa: S608 - our own columns
        (release_id,),
    )
    return None if row is None else _row(row, None)


def corrections(archive: Archive, release_id: str) -> tuple[ArchiveRow, ...]:
    """The releases that correct this one, the latest first."""
    rows = archive.database.rows(
        f"SELECT {_COLUMNS} FROM releases WHERE corrects = ? AND trashed_at IS NULL ORDER BY place DESC",  # noqa: S608 - our own columns
        (release_id,),
    )
    return tuple(_row(row, None) for row in rows)


def years(archive: Archive) -> tuple[int, ...]:
    """Years in which the archive has releases, the latest first."""
    found: list[int] = []
    place: Value = place_after(dt.date.max)
    while True:
        row = archive.database.one("SELECT max(place) FROM releases WHERE place < ? AND trashed_at IS NULL", (place,))
        newest = row[0] if row else None
        if not isinstance(newest, int):
            return tuple(found)
        year = dt.date.fromordinal(newest >> 24).year
        found.append(year)
        place = first_place(dt.date(year, 1, 1))


def _match(words: tuple[str, ...], wanted: Search) -> str:
    """The question in the index's own language; empty: everything."""
    parts = [f'"{word[:LONGEST_BEGINNING]}"{"*" if len(word) > 1 else ""}' for word in words]
    if wanted.status is not None:
        parts.append(f'"{status_facet(wanted.status)}"')
    if wanted.kind is not None:
        parts.append(f'"{kind_facet(wanted.kind)}"')
    if wanted.speaker.strip():
        parts.append(f'"{speaker_facet(wanted.speaker)}"')
    return " AND ".join(parts)


def _places(wanted: Search) -> tuple[int, int]:
    """The first place, and the one after the last."""
    if wanted.year is None:
        return 0, place_after(dt.date.max)
    first, last = wanted.month or 1, wanted.month or 12
    days = calendar.monthrange(wanted.year, last)[1]
    return first_place(dt.date(wanted.year, first, 1)), place_after(dt.date(wanted.year, last, days))


def _by_place(archive: Archive, match: str, span: tuple[int, int], order: str, page: tuple[Value, ...]) -> list[Value]:
    if match:
        sql = f"SELECT rowid FROM search WHERE search MATCH ? AND rowid >= ? AND rowid < ? ORDER BY rowid {order}"  # noqa: S608 - our own words
        rows = archive.database.rows(f"{sql} LIMIT ? OFFSET ?", (match, *span, *page))
    else:
        sql = f"SELECT place FROM releases WHERE place >= ? AND place < ? AND trashed_at IS NULL ORDER BY place {order}"  # noqa: S608 - our own words
        rows = archive.database.rows(f"{sql} LIMIT ? OFFSET ?", (*span, *page))
    return [row[0] for row in rows]


def _sorted(archive: Archive, match: str, span: tuple[int, int], order: str, page: tuple[Value, ...]) -> list[Value]:
    narrowed = "AND place IN (SELECT rowid FROM search WHERE search MATCH ?)" if match else ""
    values = (*span, *((match,) if match else ()), *page)
    rows = archive.database.rows(
        f"SELECT place FROM releases WHERE +place >= ? AND +place < ? AND trashed_at IS NULL {narrowed} "  # noqa: S608 - our own words
        f"ORDER BY {order} LIMIT ? OFFSET ?",
        values,
    )
    return [row[0] for row in rows]


def _rows(archive: Archive, places: list[Value], words: tuple[str, ...]) -> tuple[ArchiveRow, ...]:
    marks = ", ".join("?" * len(places))
    rows = archive.database.rows(f"SELECT {_COLUMNS} FROM releases WHERE place IN ({marks})", places)  # noqa: S608 - marks
    by_place = {row[-1]: row for row in rows}
    bodies: dict[Value, str] = {}
    if words:
        texts = archive.database.rows(f"SELECT place, body FROM texts WHERE place IN ({marks})", places)  # noqa: S608 - marks
        bodies = {place: str(body) for place, body in texts}
    return tuple(
        _row(by_place[place], snippet(bodies.get(place, ""), words) if words else None)
        for place in places
        if place in by_place
    )


def _row(row: Row, found: Snippet | None) -> ArchiveRow:
    release_id, kind, office, status, date, number, title, created_at, changed_at, trashed_at, corrects, _place = row
    return ArchiveRow(
        id=str(release_id),
        kind=_kind(kind),
        office=str(office),
        status=read_status(status),
        date=read_day(date),
        number=str(number),
        title=str(title),
        created_at=read_moment(created_at),
        changed_at=read_moment(changed_at),
        trashed_at=None if trashed_at is None else read_moment(trashed_at),
        corrects=None if corrects is None else str(corrects),
        snippet=found,
    )


def _kind(text: Value) -> Kind:
    return next((kind for kind in Kind if kind.value == text), Kind.NEWS)
