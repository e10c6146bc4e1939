"""A release's number and the register: which register is its own, what a step of its status does, what is wrong with it."""

from collections.abc import Iterator
import datetime as dt
from typing import TYPE_CHECKING

from humas_desk.archive import numbers
from humas_desk.archive.numbers import Book, Numbered, NumberState
from humas_desk.archive.store import release_date
from humas_desk.archive.values import Status
from humas_desk.desk.offices import OfficeEntry
from humas_desk.release.number import NumberParts, number_text, read_number
from humas_desk.release.problems import Problem, ProblemCode, Severity
from humas_desk.release.release import Release

if TYPE_CHECKING:
    from humas_desk.archive.archive import Archive


def book_of(release: Release, entry: OfficeEntry, today: dt.date) -> Book:
    """The register a release's number stands in."""
    return Book(office=entry.name, code=entry.office.class_code, year=(release_date(release) or today).year)


def text_of(release: Release, entry: OfficeEntry, today: dt.date, seq: int, sub: str = "") -> str:
    """The number as it is printed on this release."""
    return number_text(entry.office, seq, sub, release_date(release) or today)


def numbered(release: Release, number: str) -> Numbered:
    """What the register notes of the release."""
    return Numbered(release_id=release.id, number=number, title=release.title, date=release_date(release))


def number_follows(archive: "Archive", release: Release, entry: OfficeEntry, status: Status, reason: str) -> None:
    """What a step of the status does to the release's number. Raises NumberTaken; ValueError to void without a reason."""
    if status is Status.FINAL and release.number:
        noted = numbered(release, release.number)
        numbers.refuse_taken_text(archive, noted, release.office or "")
        parts = read_number(entry.office, release.number)
        if parts is not None:
            _reserve_printed(archive, release, entry, parts)
        numbers.make_final(archive, noted)
    if status is Status.VOID:
        held = numbers.reserved_for(archive, release.id)
        if held is not None:
            numbers.make_void(archive, held.id, reason)


def number_problems(archive: "Archive", release: Release, entry: OfficeEntry, today: dt.date) -> Iterator[Problem]:
    """Another release has the number, it is void, or it is not the one that the release became final under."""
    parts = read_number(entry.office, release.number or "")
    held = numbers.reserved_for(archive, release.id)
    if held is not None and held.state is NumberState.FINAL:
        if release.number != held.number:
            yield _problem(ProblemCode.NUMBER_CHANGED, "number", held.number)
        return
    if parts is None:
        return
    for row in numbers.holders(archive, book_of(release, entry, today), parts.seq, parts.sub):
        if row.state is NumberState.VOID:
            yield _problem(ProblemCode.NUMBER_VOID, "reason", row.reason)
        elif row.release_id != release.id:
            yield _problem(ProblemCode.NUMBER_HELD, "title", row.title)


def _reserve_printed(archive: "Archive", release: Release, entry: OfficeEntry, parts: NumberParts) -> None:
    """Have the register's line say the number that is printed, also one typed by hand."""
    book = book_of(release, entry, archive.now().date())
    held = numbers.reserved_for(archive, release.id)
    if held is None or (held.book, held.seq, held.sub) != (book, parts.seq, parts.sub):
        numbers.reserve(archive, book, parts.seq, parts.sub, numbered(release, release.number or ""))


def _problem(code: ProblemCode, name: str, text: str) -> Problem:
    return Problem(place="number", code=code, severity=Severity.WARNING, values=((name, text),))
