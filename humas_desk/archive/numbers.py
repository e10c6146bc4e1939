"""The number register (buku nomor): per office, class code and year; reserved while drafting, final with the release."""

from collections import Counter
from collections.abc import Sequence
import datetime as dt
from enum import StrEnum
from itertools import pairwise
import sqlite3

from humas_desk.archive.archive import Archive, moment, read_day, read_moment
from humas_desk.archive.database import Row, Value, is_taken
from humas_desk.errors import NumberTaken, NumberVoid
from humas_desk.values import dataclass

_COLUMNS = "id, office, code, year, seq, sub, state, release_id, number, title, date, reason, at"


class NumberState(StrEnum):
    """What became of a number."""

    RESERVED = "reserved"
    FINAL = "final"
    VOID = "void"


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """One register: it begins anew every year."""

    office: str
    """Folder name in DATA/offices; empty: the default office."""
    code: str
    """Class code, "HM"."""
    year: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberRow:
    """One line of a register."""

    id: int
    book: Book
    seq: int
    sub: str
    """Of a letter put in later, "1" in 2571.1; empty: none."""
    state: NumberState
    release_id: str | None
    """None: the release is not in the archive any more."""
    number: str
    """As it is printed."""
    title: str
    date: dt.date | None
    reason: str
    """Why it is void."""
    at: dt.datetime
    """When it came to this state."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Running numbers, one after the other, that nobody has: a slip of the hand may leave millions out."""

    first: int
    last: int

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """A register as it is shown: its lines in order, and what is not in order."""

    book: Book
    rows: tuple[NumberRow, ...]
    gaps: tuple[Gap, ...]
    """Between the first and the last running number."""
    duplicates: tuple[tuple[int, str], ...]
    """Running numbers with their sub-numbers that several have, void ones not counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """What the register notes of a release."""

    release_id: str
    number: str
    title: str
    date: dt.date | None


def books(archive: Archive) -> tuple[Book, ...]:
    """The registers there are, the latest year first."""
    rows = archive.database.rows("SELECT DISTINCT office, code, year FROM numbers ORDER BY year DESC, office, code")
    return tuple(_book(row) for row in rows)


def register(archive: Archive, book: Book) -> Register:
    """One register with all its lines."""
    rows = tuple(
        _row(row)
        for row in archive.database.rows(
            f"SELECT {_COLUMNS} FROM numbers WHERE office = ? AND code = ? AND year = ? ORDER BY seq, length(sub), sub, id",  # noqa: S608 - our own columns
            _values(book),
        )
    )
    taken = sorted({row.seq for row in rows})
    counts = Counter((row.seq, row.sub) for row in rows if row.state is not NumberState.VOID)
    return Register(
        book=book,
        rows=rows,
        gaps=tuple(Gap(first=a + 1, last=b - 1) for a, b in pairwise(taken) if b > a + 1),
        duplicates=tuple(sorted(key for key, count in counts.items() if count > 1)),
    )


def next_seq(archive: Archive, book: Book) -> int:
    """The running number after the last one, void ones included: a number is never given twice."""
    row = archive.database.one("SELECT max(seq) FROM numbers WHERE office = ? AND code = ? AND year = ?", _values(book))
    return int(row[0]) + 1 if row and isinstance(row[0], int) else 1


def next_sub(archive: Archive, book: Book, seq: int) -> str:
    """The sub-number after the last one under this running number: "1" in 2571.1."""
    rows = archive.database.rows(
        "SELECT sub FROM numbers WHERE office = ? AND code = ? AND year = ? AND seq = ?", (*_values(book), seq)
    )
    return str(max((int(str(sub)) for (sub,) in rows if str(sub).isdecimal()), default=0) + 1)


def holders(archive: Archive, book: Book, seq: int, sub: str) -> tuple[NumberRow, ...]:
    """The lines of one number, void ones included."""
    rows = archive.database.rows(
        f"SELECT {_COLUMNS} FROM numbers WHERE office = ? AND code = ? AND year = ? AND seq = ? AND sub = ? ORDER BY id",  # noqa: S608 - our own columns
        (*_values(book), seq, sub),
    )
    return tuple(_row(row) for row in rows)


def reserved_for(archive: Archive, release_id: str) -> NumberRow | None:
    """The number a release has; None: it has none."""
    row = archive.database.one(
        f"SELECT {_COLUMNS} FROM numbers WHERE release_id = ? AND state <> 'void'",  # noqa: S608 - our own columns
        (release_id,),
    )
    return None if row is None else _row(row)


def reserve(archive: Archive, book: Book, seq: int, sub: str, numbered: Numbered) -> NumberRow:
    """Note this number for the release; one it had reserved before is free again. Raises NumberTaken, NumberVoid.

    Somebody else may have reserved the same one by hand: the register shows both, until one is final.
    """
    database = archive.database
    with database.transaction():
        _refuse_gone(archive, book, seq, sub, numbered)
        database.run("DELETE FROM numbers WHERE release_id = ? AND state = 'reserved'", (numbered.release_id,))
        day = None if numbered.date is None else numbered.date.isoformat()
        made = database.insert(
            "INSERT INTO numbers (office, code, year, seq, sub, state, release_id, number, title, date, at) "
            "VALUES (?, ?, ?, ?, ?, 'reserved', ?, ?, ?, ?, ?)",
            (
                *_values(book),
                seq,
                sub,
                numbered.release_id,
                numbered.number,
                numbered.title,
                day,
                moment(archive.now()),
            ),
        )
    return _row(_one(archive, made))


def make_final(archive: Archive, numbered: Numbered) -> None:
    """The release goes out under its number. Raises NumberTaken when another final release has it."""
    try:
        archive.database.run(
            "UPDATE numbers SET state = 'final', number = ?, title = ?, date = ?, at = ? "
            "WHERE release_id = ? AND state = 'reserved'",
            (numbered.number, numbered.title, None if numbered.date is None else numbered.date.isoformat(),
             moment(archive.now()), numbered.release_id),
        )  # fmt: skip
    except sqlite3.IntegrityError as error:
        if is_taken(error):
            raise NumberTaken(numbered.number) from error
        raise


def make_void(archive: Archive, number_id: int, reason: str) -> None:
    """The number is used no more, and why. ValueError without a reason."""
    if not reason.strip():
        raise ValueError("a number is void for a reason")
    archive.database.run(
        "UPDATE numbers SET state = 'void', reason = ?, at = ? WHERE id = ?",
        (reason.strip(), moment(archive.now()), number_id),
    )


def set_free(archive: Archive, release_id: str) -> None:
    """The release gives back the number it had only reserved."""
    archive.database.run("DELETE FROM numbers WHERE release_id = ? AND state = 'reserved'", (release_id,))


def refuse_taken_text(archive: Archive, numbered: Numbered, office: str) -> None:
    """Raises NumberTaken when another final release of the office is printed under the same number."""
    row = archive.database.one(
        "SELECT title FROM releases WHERE number = ? AND number <> '' AND office = ? AND id <> ? AND status = 'final'",
        (numbered.number, office, numbered.release_id),
    )
    if row is not None:
        raise NumberTaken(numbered.number, str(row[0]))


def _refuse_gone(archive: Archive, book: Book, seq: int, sub: str, numbered: Numbered) -> None:
    for row in holders(archive, book, seq, sub):
        if row.state is NumberState.VOID:
            raise NumberVoid(numbered.number, row.title)
        if row.state is NumberState.FINAL and row.release_id != numbered.release_id:
            raise NumberTaken(numbered.number, row.title)


def _one(archive: Archive, number_id: int) -> Row:
    return archive.database.rows(f"SELECT {_COLUMNS} FROM numbers WHERE id = ?", (number_id,))[0]  # noqa: S608 - our own columns


def _values(book: Book) -> Sequence[Value]:
    return book.office, book.code, book.year


def _book(row: Row) -> Book:
    office, code, year = row
    return Book(office=str(office), code=str(code), year=int(year or 0))


def _row(row: Row) -> NumberRow:
    number_id, office, code, year, seq, sub, state, release_id, number, title, date, reason, at = row
    return NumberRow(
        id=int(number_id or 0),
        book=_book((office, code, year)),
        seq=int(seq or 0),
        sub=str(sub),
        state=NumberState(str(state)),
        release_id=None if release_id is None else str(release_id),
        number=str(number),
        title=str(title),
        date=read_day(date),
        reason=str(reason),
        at=read_moment(at),
    )
