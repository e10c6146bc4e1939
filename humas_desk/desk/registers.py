"""The number register and the people register as the window uses them; answers as in archive_desk.

number_for(release, entry, today)           -> Answer[str]                       the number it would get
reserve_number(state, entry, today)         -> Answer[str]                       for `session.put("number", …)`
books(), register(book)                     -> registers there are; lines, gaps, duplicates
make_void(number id, reason), sheet(book, words) -> bytes of the XLSX
people()                                    -> Answer[tuple[PersonRow, ...]]
save_person(row), remove_person(id)
near_names(release)                         -> Answer[tuple[NearName, ...]]
"""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from humas_desk.archive import numbers
from humas_desk.archive.numbers import Book, Numbered, Register
from humas_desk.archive.people import PersonRow, people, remember, remove_person, save_person
from humas_desk.archive.store import keep_live, release_date
from humas_desk.archive.values import Status
from humas_desk.desk.archive_desk import images_of
from humas_desk.desk.archive_line import Answer, ArchiveLine
from humas_desk.desk.history import State
from humas_desk.desk.near_names import NearName, near_names
from humas_desk.desk.offices import OfficeEntry
from humas_desk.desk.people import Person, merged, people_in, speaker_of
from humas_desk.desk.people_kept import kept_people, retire_kept_people
from humas_desk.release.number import NumberParts, number_text, read_number
from humas_desk.release.person import Speaker
from humas_desk.release.release import Release

if TYPE_CHECKING:
    from humas_desk.archive.archive import Archive
    from humas_desk.desk.register_sheet import SheetWords


class Registers:
    """Doors to both registers. `Desk.registers` has it."""

    def __init__(self, line: ArchiveLine, own_words: Path) -> None:
        """`own_words`: the folder where programs before the archive kept the people quoted."""
        self._line = line
        self._own_words = own_words
        self._people: Answer[tuple[PersonRow, ...]] | None = None
        self._known: tuple[PersonRow, ...] = ()

    # Numbers

    def number_for(self, release: Release, entry: OfficeEntry, today: dt.date) -> Answer[str]:
        """The number the release would get; its own, when it has one reserved."""

        def work(archive: "Archive") -> str:
            held = numbers.reserved_for(archive, release.id)
            if held is not None:
                return held.number
            return _text(release, entry, today, numbers.next_seq(archive, book_of(release, entry, today)), "")

        return self._line.ask(work)

    def reserve_number(
        self, state: State, entry: OfficeEntry, today: dt.date, *, seq: int | None = None, sub: bool = False
    ) -> Answer[str]:
        """Reserve the next number for the release, or `seq`; `sub`: the next sub-number under `seq`. Gives its text.

        The answer raises NumberTaken when a final release has it.
        """
        release, images = state.release, images_of(state)
        book = book_of(release, entry, today)

        def work(archive: "Archive") -> str:
            with archive.database.transaction():
                keep_live(archive, release, images)
                held = numbers.reserved_for(archive, release.id)
                if held is not None and seq is None and held.book == book:
                    return held.number
                wanted = numbers.next_seq(archive, book) if seq is None else seq
                under = numbers.next_sub(archive, book, wanted) if sub else ""
                text = _text(release, entry, today, wanted, under)
                numbers.reserve(archive, book, wanted, under, _numbered(release, text))
                return text

        return self._line.ask(work)

    def free_number(self, release: Release) -> Answer[None]:
        """Give back a number that was only reserved."""
        return self._line.look(lambda archive: numbers.set_free(archive, release.id), None)

    def books(self) -> Answer[tuple[Book, ...]]:
        """The registers there are, the latest year first."""
        return self._line.look(numbers.books, ())

    def register(self, book: Book) -> Answer[Register]:
        """One register: its lines in order, gaps and duplicates."""
        return self._line.ask(lambda archive: numbers.register(archive, book))

    def make_void(self, number_id: int, reason: str) -> Answer[None]:
        """A number is used no more; the answer raises ValueError without a reason."""
        return self._line.ask(lambda archive: numbers.make_void(archive, number_id, reason))

    def sheet(self, book: Book, words: "SheetWords") -> Answer[bytes]:
        """The register as an XLSX file, to be written with `write_atomically`."""
        from humas_desk.desk.register_sheet import register_sheet

        return self._line.ask(lambda archive: register_sheet(numbers.register(archive, book), words))

    # People

    def people(self) -> Answer[tuple[PersonRow, ...]]:
        """Everybody, who was quoted last first; what an earlier program kept is taken over first."""

        def work(archive: "Archive") -> tuple[PersonRow, ...]:
            self._take_over(archive)
            return people(archive)

        if kept_people(self._own_words):
            return self._line.ask(work)
        return self._line.look(people, ())

    def known_people(self) -> tuple[PersonRow, ...]:
        """Everybody as last read, without waiting: nobody until the first answer is there."""
        if self._people is None:
            self._people = self.people()
        if self._people.is_ready:
            self._known = self._people.get()
        return self._known

    def people_for(self, release: Release, *, today: dt.date, without: int | None) -> tuple[Person, ...]:
        """People to complete a speaker from: those of the release, then those of the register with the position of its day.

        `without`: index of the quote being written.
        """
        day = release_date(release) or today
        known = (Person(name=row.name, short=row.short, position=row.position_on(day)) for row in self.known_people())
        return merged((*people_in(release, without=without), *known))

    def remember_people_of(self, release: Release) -> None:
        """Note whom a release quotes."""
        quoted = [speaker_of(person) for person in reversed(people_in(release))]
        if not quoted:
            return

        def work(archive: "Archive") -> None:
            self._take_over(archive)
            remember(archive, quoted)

        self._line.ask(work)
        self._people = None

    def save_person(self, person: PersonRow) -> Answer[int]:
        """Write a line; the answer raises ValueError without a name, or for one that another has."""
        self._people = None
        return self._line.ask(lambda archive: save_person(archive, person))

    def remove_person(self, person_id: int) -> Answer[None]:
        """Take a line out; releases keep what they say."""
        self._people = None
        return self._line.ask(lambda archive: remove_person(archive, person_id))

    def near_names(self, release: Release) -> Answer[tuple[NearName, ...]]:
        """Names in the release that are one or two letters off somebody's."""
        return self._line.look(lambda archive: near_names(release, people(archive)), ())

    def _take_over(self, archive: "Archive") -> None:
        kept = kept_people(self._own_words)
        if kept:
            remember(archive, [Speaker(name=p.name, short=p.short, position=p.position) for p in reversed(kept)])
            retire_kept_people(self._own_words)


def book_of(release: Release, entry: OfficeEntry, today: dt.date) -> Book:
    """The register a release's number stands in."""
    return Book(office=entry.name, code=entry.office.class_code, year=(release_date(release) or today).year)


def number_follows(archive: "Archive", release: Release, entry: OfficeEntry, status: Status, reason: str) -> None:
    """What a step of the status does to the release's number. Raises NumberTaken; ValueError to void without a reason."""
    if status is Status.FINAL and release.number:
        numbered = _numbered(release, release.number)
        numbers.refuse_taken_text(archive, numbered, release.office or "")
        parts = read_number(entry.office, release.number)
        if parts is not None:
            _reserve_printed(archive, release, entry, parts)
        numbers.make_final(archive, numbered)
    if status is Status.VOID:
        held = numbers.reserved_for(archive, release.id)
        if held is not None:
            numbers.make_void(archive, held.id, reason)


def _reserve_printed(archive: "Archive", release: Release, entry: OfficeEntry, parts: NumberParts) -> None:
    """Have the register's line say the number that is printed, also one typed by hand."""
    book = book_of(release, entry, archive.now().date())
    held = numbers.reserved_for(archive, release.id)
    if held is None or (held.book, held.seq, held.sub) != (book, parts.seq, parts.sub):
        numbers.reserve(archive, book, parts.seq, parts.sub, _numbered(release, release.number or ""))


def _text(release: Release, entry: OfficeEntry, today: dt.date, seq: int, sub: str) -> str:
    return number_text(entry.office, seq, sub, release_date(release) or today)


def _numbered(release: Release, number: str) -> Numbered:
    return Numbered(release_id=release.id, number=number, title=release.title, date=release_date(release))
