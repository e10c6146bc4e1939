"""An open archive: its database, its photos, and the clock its entries are dated by."""

from collections.abc import Callable
import datetime as dt
from pathlib import Path

from humas_desk.archive.database import Database, Value, open_database
from humas_desk.archive.files import ARCHIVE_NAME, PHOTOS_NAME
from humas_desk.archive.pictures import Pictures, Write
from humas_desk.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """What every function of this part works on. For one thread only."""

    database: Database
    pictures: Pictures
    now: Callable[[], dt.datetime]
    """The local time, with its zone."""

    def close(self) -> None:
        """Give the files back."""
        self.database.close()


def open_archive(folder: Path, *, write: Write, now: Callable[[], dt.datetime], log_beside: bool = True) -> Archive:
    """The archive in DATA, made when there is none. Raises what `open_database` raises."""
    database = open_database(folder / ARCHIVE_NAME, log_beside=log_beside)
    return Archive(database=database, pictures=Pictures(folder / PHOTOS_NAME, write), now=now)


def moment(value: dt.datetime) -> str:
    """A moment as it is written: UTC, sortable as text."""
    return value.astimezone(dt.UTC).isoformat(timespec="microseconds")


def read_moment(text: Value) -> dt.datetime:
    """The moment that was written; the epoch where a damaged file holds no moment."""
    try:
        return dt.datetime.fromisoformat(str(text))
    except ValueError:
        return dt.datetime.fromtimestamp(0, dt.UTC)


def read_day(text: Value) -> dt.date | None:
    """The day that was written; None for none, and where a damaged file holds no day."""
    try:
        return dt.date.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None


def get_note(database: Database, name: str) -> str:
    """A small fact the archive remembers; empty: none."""
    row = database.one("SELECT value FROM notes WHERE name = ?", (name,))
    return str(row[0]) if row else ""


def set_note(database: Database, name: str, value: str) -> None:
    """Remember a small fact."""
    database.run(
        "INSERT INTO notes VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value", (name, value)
    )
