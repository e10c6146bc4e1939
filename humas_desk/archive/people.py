"""The people register (daftar narasumber): who was quoted, how the name is written, which positions they held when."""

from collections.abc import Iterable
import datetime as dt
import json

from humas_desk.archive.archive import Archive, moment, read_day, read_moment
from humas_desk.archive.database import Database, Row, Value
from humas_desk.release.folding import folded
from humas_desk.release.person import Speaker, without_degrees
from humas_desk.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionRow:
    """A position somebody holds or held; no day: since or until nobody knows when."""

    position: str
    since: dt.date | None = None
    until: dt.date | None = None
    """The last day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """One line of the people register."""

    id: int = 0
    """0: not in the register yet."""
    name: str
    """Full name, degrees included."""
    short: str | None = None
    variants: tuple[str, ...] = ()
    """Other spellings that are right too."""
    positions: tuple[PositionRow, ...] = ()
    """The latest last."""
    used_at: dt.datetime | None = None
    """When a release last quoted the person; None: never."""

    def position_on(self, day: dt.date) -> str:
        """The latest position that is held on that day; empty: none is known."""
        held = [row for row in self.positions if _holds(row, day)]
        return held[-1].position if held else ""


def people(archive: Archive) -> tuple[PersonRow, ...]:
    """Everybody, who was quoted last first."""
    positions: dict[Value, list[PositionRow]] = {}
    for person_id, position, since, until in archive.database.rows(
        "SELECT person_id, position, since, until FROM positions ORDER BY id"
    ):
        held = PositionRow(position=str(position), since=read_day(since), until=read_day(until))
        positions.setdefault(person_id, []).append(held)
    rows = archive.database.rows("SELECT id, name, short, variants, used_at FROM people ORDER BY used_at DESC, id")
    return tuple(_person(row, positions.get(row[0], [])) for row in rows)


def people_names(database: Database) -> tuple[str, ...]:
    """Every spelling of every name."""
    rows = database.rows("SELECT name, variants FROM people")
    return tuple(name for full, variants in rows for name in (str(full), *_variants(variants)))


def remember(archive: Archive, speakers: Iterable[Speaker]) -> None:
    """Note people a release quotes, the latest last: new ones come in, a longer name or a new position is added."""
    with archive.database.transaction():
        for order, speaker in enumerate(speakers):
            key = person_key(speaker.name)
            if key:
                _remember(archive, speaker, key, archive.now() + dt.timedelta(microseconds=order))


def save_person(archive: Archive, person: PersonRow) -> int:
    """Write a line of the register as it stands; gives its number. ValueError without a name, or one that another has."""
    key, database = person_key(person.name), archive.database
    if not key:
        raise ValueError("a person has a name")
    other = database.one("SELECT id FROM people WHERE folded = ? AND id <> ?", (key, person.id))
    if other is not None:
        raise ValueError("another person has this name")
    values = (person.name.strip(), person.short, key, json.dumps(list(person.variants), ensure_ascii=False))
    with database.transaction():
        if person.id:
            database.run(
                "UPDATE people SET name = ?, short = ?, folded = ?, variants = ? WHERE id = ?", (*values, person.id)
            )
            person_id = person.id
        else:
            person_id = database.insert(
                "INSERT INTO people (name, short, folded, variants, used_at) VALUES (?, ?, ?, ?, '')", values
            )
        database.run("DELETE FROM positions WHERE person_id = ?", (person_id,))
        for row in person.positions:
            _add_position(archive, person_id, row)
    return person_id


def remove_person(archive: Archive, person_id: int) -> None:
    """Take a line out of the register; releases keep what they say."""
    archive.database.run("DELETE FROM people WHERE id = ?", (person_id,))


def person_key(name: str) -> str:
    """What makes two spellings the same name: small letters, no degrees, no accents."""
    return " ".join(folded(without_degrees(name)).split())


def _remember(archive: Archive, speaker: Speaker, key: str, at: dt.datetime) -> None:
    database, now, position = archive.database, moment(at), speaker.position.strip()
    row = database.one("SELECT id, name, short FROM people WHERE folded = ?", (key,)) or _by_variant(archive, key)
    if row is None:
        person_id = database.insert(
            "INSERT INTO people (name, short, folded, used_at) VALUES (?, ?, ?, ?)",
            (speaker.name.strip(), speaker.short, key, now),
        )
    else:
        person_id = int(row[0] or 0)
        name = max(str(row[1]), speaker.name.strip(), key=len) if person_key(str(row[1])) == key else row[1]
        database.run(
            "UPDATE people SET name = ?, short = coalesce(short, ?), used_at = ? WHERE id = ?",
            (name, speaker.short, now, person_id),
        )
    known = database.rows("SELECT position FROM positions WHERE person_id = ?", (person_id,))
    if position and folded(position) not in {folded(str(held)) for (held,) in known}:
        _add_position(archive, person_id, PositionRow(position=position))


def _by_variant(archive: Archive, key: str) -> Row | None:
    rows = archive.database.rows("SELECT id, name, short, variants FROM people WHERE variants <> '[]'")
    return next((row for row in rows if key in {person_key(variant) for variant in _variants(row[3])}), None)


def _add_position(archive: Archive, person_id: int, row: PositionRow) -> None:
    since, until = (None if day is None else day.isoformat() for day in (row.since, row.until))
    archive.database.insert(
        "INSERT INTO positions (person_id, position, since, until) VALUES (?, ?, ?, ?)",
        (person_id, row.position.strip(), since, until),
    )


def _person(row: Row, positions: list[PositionRow]) -> PersonRow:
    person_id, name, short, variants, used_at = row
    return PersonRow(
        id=int(person_id or 0),
        name=str(name),
        short=None if short is None else str(short),
        variants=_variants(variants),
        positions=tuple(positions),
        used_at=read_moment(used_at) if used_at else None,
    )


def _variants(text: Value) -> tuple[str, ...]:
    """None where a damaged file holds no list."""
    try:
        values = json.loads(str(text))
    except ValueError:
        return ()
    return tuple(str(value) for value in values) if isinstance(values, list) else ()


def _holds(row: PositionRow, day: dt.date) -> bool:
    return (row.since is None or row.since <= day) and (row.until is None or day <= row.until)
