"""The number register and the people register as the window uses them; answers as in archive_desk.

number_for(release, entry, today)           -> Answer[str]                       the number it would get
reserve_number(state, entry, today)         -> Answer[str]                       for `session.put("number", …)`
books(), register(book)                     -> registers there are; lines, gaps, duplicates
make_void(number id, reason), sheet(book, words) -> bytes of the XLSX
people()                                    -> Answer[tuple[PersonRow, ...]]
save_person(row), remove_person(id)
hints(release, entry, today)                -> Answer[tuple[Problem, ...]]       near names, a number that is another's
"""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from humas_desk.archive import numbers
from humas_desk.archive.numbers import Book, NumberRow, NumberState, Register
from humas_desk.archive.people import PersonRow, people, remember, remove_person, save_person
from humas_desk.archive.store import keep_live, release_date
from humas_desk.desk.archive_desk import images_of
from humas_desk.desk.archive_line import Answer, ArchiveLine
from humas_desk.desk.history import State
from humas_desk.desk.near_names import near_names, near_problems
from humas_desk.desk.numbering import book_of, number_problems, numbered, text_of
from humas_desk.desk.offices import OfficeEntry
from humas_desk.desk.people import Person, merged, people_in, speaker_of
from humas_desk.desk.people_kept import kept_people, retire_kept_people
from humas_desk.release.person import Speaker
from humas_desk.release.problems import Problem
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
        """The number the release would get; its own, when it has one."""

        def work(archive: "Archive") -> str:
            held, book = numbers.reserved_for(archive, release.id), book_of(release, entry, today)
            if held is not None and (held.state is NumberState.FINAL or held.book == book):
                return _held_text(held, release, entry, today)
            return text_of(release, entry, today, numbers.next_seq(archive, book))

        return self._line.ask(work)

    def reserve_number(
        self, state: State, entry: OfficeEntry, today: dt.date, *, seq: int | None = None, sub: bool = False
    ) -> Answer[str]:
        """Reserve the next number for the release, or `seq`; `sub`: the next sub-number under `seq`. Gives its text.

        One that it has in this year's register stays its own, printed with the date of now. The answer raises NumberTaken
        when a final release has the number or it is void.
        """
        release, images = state.release, images_of(state)
        book = book_of(release, entry, today)

        def work(archive: "Archive") -> str:
            with archive.database.transaction():
                keep_live(archive, release, images)
                held = numbers.reserved_for(archive, release.id)
                if held is not None and held.state is NumberState.FINAL:
                    return held.number
                if held is not None and seq is None and held.book == book:
                    wanted, under = held.seq, held.sub
                else:
                    wanted = numbers.next_seq(archive, book) if seq is None else seq
                    under = numbers.next_sub(archive, book, wanted) if sub else ""
                text = text_of(release, entry, today, wanted, under)
                numbers.reserve(archive, book, wanted, under, numbered(release, text))
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

    def hints(self, release: Release, entry: OfficeEntry, today: dt.date) -> Answer[tuple[Problem, ...]]:
        """What only the registers know: names one or two letters off somebody's, a number that is not the release's own."""

        def work(archive: "Archive") -> tuple[Problem, ...]:
            near = near_problems(near_names(release, people(archive)))
            return (*number_problems(archive, release, entry, today), *near)

        return self._line.look(work, ())

    def _take_over(self, archive: "Archive") -> None:
        kept = kept_people(self._own_words)
        if kept:
            remember(archive, [Speaker(name=p.name, short=p.short, position=p.position) for p in reversed(kept)])
            retire_kept_people(self._own_words)


def _held_text(held: NumberRow, release: Release, entry: OfficeEntry, today: dt.date) -> str:
    """The number it has, as it is printed now; a final one never changes."""
    is_final = held.state is NumberState.FINAL
    return held.number if is_final else text_of(release, entry, today, held.seq, held.sub)
