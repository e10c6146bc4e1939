from collections.abc import Callable
from pathlib import Path
import shutil
import sqlite3

import pytest

from humas_desk.archive.archive import Archive, open_archive
from humas_desk.archive.database import named, open_beside, open_database, open_to_read
from humas_desk.archive.schema import APPLICATION_ID, MIGRATIONS
from humas_desk.archive.search import search
from humas_desk.archive.store import last_open
from humas_desk.archive.values import Search
from humas_desk.desk.saving import write_atomically
from humas_desk.errors import (
    ArchiveDamaged,
    DiskFull,
    FileMissing,
    HumasError,
    NewerVersion,
    NotOurFile,
    TargetLocked,
    TargetReadOnly,
)
from tests.archive.conftest import Calendar

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "archive"
SMALL = ("CREATE TABLE one (a);", "CREATE TABLE two (a);\nINSERT INTO two VALUES (1);")


def names(path: Path) -> list[str]:
    database = open_to_read(path)
    found = [str(name) for (name,) in database.rows("SELECT name FROM sqlite_master ORDER BY name")]
    database.close()
    return found


def test_a_new_archive_has_the_newest_schema_and_is_written_so_that_power_may_fail(tmp_path: Path) -> None:
    database = open_database(tmp_path / "new" / "archive.sqlite3")
    facts = [
        database.one(f"PRAGMA {name}")
        for name in ("user_version", "application_id", "journal_mode", "synchronous", "foreign_keys")
    ]
    database.close()
    assert facts == [(len(MIGRATIONS),), (APPLICATION_ID,), ("wal",), (2,), (1,)]


def test_on_a_network_folder_there_is_no_log_beside(tmp_path: Path) -> None:
    database = open_database(tmp_path / "archive.sqlite3", log_beside=False)
    assert database.one("PRAGMA journal_mode") == ("truncate",)
    database.close()


@pytest.mark.parametrize("log_beside", [True, False])
def test_a_connection_beside_leaves_the_way_of_writing_as_it_is(tmp_path: Path, log_beside: bool) -> None:
    path = tmp_path / "archive.sqlite3"
    database = open_database(path, log_beside=log_beside)
    beside = open_beside(path)
    assert beside.has_log_beside is log_beside
    assert beside.one("SELECT count(*) FROM releases") == (0,)
    beside.close()
    with pytest.raises(FileMissing):
        open_beside(tmp_path / "none.sqlite3")
    database.run("INSERT INTO notes VALUES ('a', 'b')")
    database.close()


def test_a_torn_first_page_is_mended_from_the_journal_beside(tmp_path: Path) -> None:
    path, torn = tmp_path / "a.sqlite3", tmp_path / "torn.sqlite3"
    database = open_database(path, log_beside=False)
    database.run("BEGIN IMMEDIATE")
    database.run("INSERT INTO notes VALUES ('a', 'b')")
    database.run("PRAGMA user_version = 7")
    database.run("PRAGMA cache_spill = 1")
    database.run("PRAGMA cache_size = 1")
    for number in range(2000):
        database.run("INSERT INTO notes VALUES (?, 'much')", (str(number),))
    torn.write_bytes(bytes(4096) + path.read_bytes()[4096:])
    shutil.copyfile(f"{path}-journal", f"{torn}-journal")
    database.run("ROLLBACK")
    database.close()
    mended = open_database(torn, log_beside=False)
    assert mended.rows("SELECT * FROM notes") == []
    assert mended.rows("PRAGMA integrity_check") == [("ok",)]
    mended.close()


def test_migrations_are_done_one_after_the_other_each_once(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite3"
    for count in (1, 2, 2):
        open_database(path, migrations=SMALL[:count]).close()
    assert names(path) == ["one", "two"]


def test_a_migration_that_fails_leaves_the_archive_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite3"
    open_database(path, migrations=SMALL[:1]).close()
    with pytest.raises(HumasError):
        open_database(path, migrations=(SMALL[0], "CREATE TABLE two (a);\nCREATE TABLE one (a);"))
    assert names(path) == ["one"]
    open_database(path, migrations=SMALL).close()
    assert names(path) == ["one", "two"]


def test_a_newer_schema_is_refused_and_not_a_byte_changes(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite3"
    open_database(path, migrations=(*MIGRATIONS, "CREATE TABLE later (a);")).close()
    before = path.read_bytes()
    with pytest.raises(NewerVersion):
        open_database(path)
    assert path.read_bytes() == before
    assert [found.name for found in tmp_path.iterdir()] == [path.name]


def test_a_newer_schema_that_is_still_in_the_log_beside_is_refused_too(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite3"
    open_database(path).close()
    newer = open_database(path, migrations=(*MIGRATIONS, "CREATE TABLE later (a);"))
    with pytest.raises(NewerVersion):
        open_database(path)
    newer.close()


@pytest.mark.parametrize(
    ("content", "error"),
    [(b"SQLite format 3\x00short", ArchiveDamaged), (b"\x00" * 4096, ArchiveDamaged), (b"PK\x03\x04" * 99, ArchiveDamaged)],
)  # fmt: skip
def test_what_is_no_database_is_refused_and_left_alone(tmp_path: Path, content: bytes, error: type[HumasError]) -> None:
    path = tmp_path / "archive.sqlite3"
    path.write_bytes(content)
    with pytest.raises(error):
        open_database(path)
    assert path.read_bytes() == content


def test_a_database_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "archive.sqlite3"
    other = sqlite3.connect(path)
    other.execute("PRAGMA application_id = 7")
    other.execute("CREATE TABLE theirs (a)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(NotOurFile):
        open_database(path)
    assert path.read_bytes() == before


def test_a_folder_that_cannot_be_made_has_a_name(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(HumasError):
        open_database(tmp_path / "file" / "data" / "archive.sqlite3")


@pytest.mark.parametrize(
    ("code", "kind"),
    [(sqlite3.SQLITE_FULL, DiskFull), (sqlite3.SQLITE_READONLY_DIRECTORY, TargetReadOnly), (sqlite3.SQLITE_BUSY, TargetLocked),
     (sqlite3.SQLITE_CORRUPT_VTAB, ArchiveDamaged)],
)  # fmt: skip
def test_refusals_have_the_names_the_window_knows(code: int, kind: type[HumasError]) -> None:
    error = sqlite3.OperationalError("told by a test")
    error.sqlite_errorcode = code
    assert type(named(Path("archive.sqlite3"), error)) is kind


def test_what_another_connection_holds_is_locked_and_can_be_had_afterwards(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("humas_desk.archive.database.BUSY_S", 0.01)
    other = open_database(archive.database.path)
    with archive.database.transaction(), pytest.raises(TargetLocked):
        other.run("INSERT INTO notes VALUES ('a', 'b')")
    assert other.run("INSERT INTO notes VALUES ('a', 'b')") == 1
    other.close()


def test_a_transaction_that_is_broken_off_leaves_nothing(archive: Archive) -> None:
    def broken_off() -> None:
        with archive.database.transaction():
            archive.database.run("INSERT INTO notes VALUES ('a', 'b')")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        broken_off()
    assert archive.database.rows("SELECT * FROM notes") == []


def test_all_is_there_again_after_closing(archive: Archive, reopen: Callable[[], Archive]) -> None:
    archive.database.run("INSERT INTO notes VALUES ('a', 'b')")
    assert reopen().database.rows("SELECT * FROM notes") == [("a", "b")]


@pytest.mark.parametrize("schema", range(1, len(MIGRATIONS) + 1))
def test_an_archive_of_every_schema_there_was_opens_with_what_is_in_it(
    tmp_path: Path, calendar: Calendar, schema: int
) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "archive.sqlite3").write_bytes((GOLDEN / f"schema-{schema}.sqlite3").read_bytes())
    archive = open_archive(data, write=write_atomically, now=calendar)
    stored = last_open(archive)
    assert stored is not None
    assert stored.release.title == "Arsip emas"
    assert [row.title for row in search(archive, Search(words="perahu"))] == ["Arsip emas"]
    assert archive.database.rows("PRAGMA integrity_check") == [("ok",)]
    archive.close()
