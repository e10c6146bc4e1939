"""The archive's file, opened, brought to the newest schema and closed; and SQLite's refusals by their names.

One connection belongs to one thread. A commit is on the disk when it returns (WAL, synchronous=FULL).
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
import sqlite3

from humas_desk.archive.files import LOG_ENDINGS
from humas_desk.archive.schema import APPLICATION_ID, MIGRATIONS
from humas_desk.errors import (
    ArchiveDamaged,
    DiskFull,
    FileError,
    FileMissing,
    FileUnreadable,
    NewerVersion,
    NotOurFile,
    TargetLocked,
    TargetReadOnly,
    WriteFailed,
)

Value = str | int | float | bytes | None
Row = tuple[Value, ...]

BUSY_S = 2.5
"""How long another program (a scanner, a backup) is waited for."""
STEPS_UNWATCHED = 100_000
"""Of SQLite's machine, between two looks: some milliseconds."""
_HEAD = b"SQLite format 3\x00"
_HEAD_BYTES = 100
_NAMES: dict[int, type[FileError]] = {
    sqlite3.SQLITE_FULL: DiskFull,
    sqlite3.SQLITE_READONLY: TargetReadOnly,
    sqlite3.SQLITE_PERM: TargetReadOnly,
    sqlite3.SQLITE_CANTOPEN: TargetReadOnly,
    sqlite3.SQLITE_BUSY: TargetLocked,
    sqlite3.SQLITE_LOCKED: TargetLocked,
    sqlite3.SQLITE_CORRUPT: ArchiveDamaged,
    sqlite3.SQLITE_NOTADB: ArchiveDamaged,
}


class Database:
    """One connection. Every method raises the named errors of `named`."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self.path = path

    def rows(self, sql: str, values: Sequence[Value] = ()) -> list[Row]:
        """All rows of a question."""
        with self._named():
            return self._connection.execute(sql, values).fetchall()

    def one(self, sql: str, values: Sequence[Value] = ()) -> Row | None:
        """The first row; None: there is none."""
        with self._named():
            row: Row | None = self._connection.execute(sql, values).fetchone()
            return row

    def each(self, sql: str, values: Sequence[Value] = ()) -> Iterator[Row]:
        """Row after row, for more than memory should hold."""
        with self._named(), closing(self._connection.cursor()) as cursor:
            yield from cursor.execute(sql, values)

    def run(self, sql: str, values: Sequence[Value] = ()) -> int:
        """Do it; gives how many rows were changed."""
        with self._named():
            return self._connection.execute(sql, values).rowcount

    def insert(self, sql: str, values: Sequence[Value] = ()) -> int:
        """Do it; gives the new row's number."""
        with self._named():
            return self._connection.execute(sql, values).lastrowid or 0

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing; what is done inside is on the disk when this is left. Inside another one: a part of that."""
        if self._connection.in_transaction:
            yield
            return
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                self._connection.rollback()
            raise

    def copy_into(
        self, target: Path, *, pages: int = -1, progress: Callable[[int, int, int], object] | None = None
    ) -> None:
        """The database as it is now, as a file of its own, by SQLite's online backup."""
        with self._named(), closing(sqlite3.connect(target, isolation_level=None)) as copy:
            self._connection.backup(copy, pages=pages, progress=progress)

    @contextmanager
    def watched(self, look: Callable[[], None]) -> Iterator[None]:
        """While this goes on `look` is called again and again; what it raises breaks off a long question, and is raised."""
        raised: list[BaseException] = []

        def looks_up() -> int:
            try:
                look()
            except BaseException as error:  # noqa: BLE001 - SQLite lets nothing through
                raised.append(error)
            return len(raised)

        self._connection.set_progress_handler(looks_up, STEPS_UNWATCHED)
        try:
            yield
        except FileError:
            if raised:
                raise raised[0] from None
            raise
        finally:
            self._connection.set_progress_handler(None, 0)

    @property
    def has_log_beside(self) -> bool:
        """Whether it is written by a log beside it (WAL), so that readers and the writer do not wait for each other."""
        return self.one("PRAGMA journal_mode") == ("wal",)

    def close(self) -> None:
        """Give the file back; what is in the log beside it moves into it."""
        with suppress(sqlite3.Error):
            self._connection.close()

    @contextmanager
    def _named(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.IntegrityError:
            raise
        except sqlite3.Error as error:
            raise named(self.path, error) from error


def named(path: Path, error: sqlite3.Error) -> FileError:
    """SQLite's refusal by its name: DiskFull, TargetReadOnly, TargetLocked, ArchiveDamaged or WriteFailed."""
    code = getattr(error, "sqlite_errorcode", None)
    primary = code & 0xFF if isinstance(code, int) else 0
    return _NAMES.get(primary, WriteFailed)(path, getattr(error, "sqlite_errorname", type(error).__name__))


def is_taken(error: Exception) -> bool:
    """Whether a row was refused because another one holds what may stand once only."""
    return getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_CONSTRAINT_UNIQUE


def open_database(path: Path, *, log_beside: bool = True, migrations: Sequence[str] = MIGRATIONS) -> Database:
    """The archive's file at the newest schema, made when it is not there.

    `log_beside` False: no WAL, for folders on a network. Raises NewerVersion, NotOurFile and ArchiveDamaged before anything
    is changed, and the errors of `named`.
    """
    check_head(path, newest=len(migrations))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise TargetReadOnly(path, type(error).__name__) from error
    database = _connected(path)
    try:
        _prepare(database, "WAL" if log_beside else "TRUNCATE")
        _migrate(database, migrations)
    except BaseException:
        database.close()
        raise
    return database


def open_beside(path: Path) -> Database:
    """Another connection to the archive while the first one writes, to read what there is; it changes nothing of the file.

    Raises FileMissing, and what `check_head` raises.
    """
    if not path.exists():
        raise FileMissing(path)
    check_head(path)
    database = _connected(path)
    database.run("PRAGMA cell_size_check = ON")
    return database


def open_to_read(path: Path) -> Database:
    """A file that nobody writes (a backup, a damaged one), read only and left as it is."""
    if not path.is_file():
        raise FileUnreadable(path)
    return _connected(path, f"{path.absolute().as_uri()}?mode=ro&immutable=1")


def check_head(path: Path, *, newest: int = len(MIGRATIONS)) -> None:
    """Look at the file's first bytes without opening it; raises NewerVersion, NotOurFile, ArchiveDamaged."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD_BYTES)
    except FileNotFoundError:
        return
    except OSError as error:
        raise FileUnreadable(path, type(error).__name__) from error
    if not head:
        return
    if len(head) < _HEAD_BYTES or not head.startswith(_HEAD):
        if _mends_itself(path):
            return
        raise ArchiveDamaged(path, "head")
    version, application = (int.from_bytes(head[at : at + 4], "big") for at in (60, 68))
    if application not in (0, APPLICATION_ID):
        raise NotOurFile(path, "application id")
    if version > newest:
        raise NewerVersion(path, str(version))


def _mends_itself(path: Path) -> bool:
    """Whether a write was cut off of which the log beside knows what belongs there: SQLite looks at that, and judges."""
    beside = (path.with_name(path.name + ending) for ending in LOG_ENDINGS if ending != "-shm")
    return any(log.is_file() and log.stat().st_size for log in beside)


def _connected(path: Path, address: str | None = None) -> Database:
    try:
        connection = sqlite3.connect(
            address or path, timeout=BUSY_S, isolation_level=None, uri=address is not None, cached_statements=256
        )
    except sqlite3.Error as error:
        raise named(path, error) from error
    return Database(connection, path)


def _prepare(database: Database, journal: str) -> None:
    database.run("PRAGMA cell_size_check = ON")
    database.run(f"PRAGMA journal_mode = {journal}")
    database.run("PRAGMA synchronous = FULL")
    database.run("PRAGMA foreign_keys = ON")
    database.run("PRAGMA journal_size_limit = 16777216")


def _migrate(database: Database, migrations: Sequence[str]) -> None:
    version = _version(database)
    if version > len(migrations):
        raise NewerVersion(database.path, str(version))
    for number in range(version, len(migrations)):
        with database.transaction():
            if _version(database) > number:
                continue
            for statement in _statements(migrations[number]):
                database.run(statement)
            database.run(f"PRAGMA application_id = {APPLICATION_ID}")
            database.run(f"PRAGMA user_version = {number + 1}")


def _version(database: Database) -> int:
    row = database.one("PRAGMA user_version")
    return int(row[0]) if row and isinstance(row[0], int) else 0


def _statements(script: str) -> Iterator[str]:
    """The script cut at the ends of its statements; a trigger's inner semicolons are none."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
