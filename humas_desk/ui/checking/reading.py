"""The checker behind the open release: it is asked when the writer pauses, and answers from its own thread."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from humas_desk.desk.desk import Desk
from humas_desk.desk.ignoring import is_spelling
from humas_desk.desk.proofs import Proofs, part_of
from humas_desk.desk.session import Change
from humas_desk.errors import HumasError
from humas_desk.language.findings import Finding
from humas_desk.ui.scheduler import Scheduler

if TYPE_CHECKING:
    from humas_desk.archive.people import PersonRow
    from humas_desk.desk.proofreader import Proofreader, Reading
    from humas_desk.language.rules import Rule

PART = "proof-part"
ALL = "proof-all"
LOOK = "proof-look"
_PART_MS = 120
"""While the writer types: the changed part is read that often."""
_ALL_MS = 900
"""After the last key: what needs the whole release is read."""
_LOOK_MS = 20
_SUGGEST_S = 0.3
_COMPLETE_S = 3.0
"""A long release is read in a tenth of it; the rest is for a slow disk at the first time."""


class ProofReading:
    """What the checker has to say about the release on the desk, as it stands."""

    def __init__(self, desk: Desk, scheduler: Scheduler) -> None:
        self._desk = desk
        self._scheduler = scheduler
        self.on_found: Callable[[], None] = _nothing
        """There is something else to show."""
        self.on_trouble: Callable[[HumasError], None] = _nothing
        """There is no checker, and why."""
        self._opened: Proofreader | None = None
        self._office: str | None = None
        self._people: tuple[PersonRow, ...] = ()
        self._runs = False
        self._parts: set[str] = set()
        self._proofs: Proofs | None = None
        self._standing: tuple[Finding, ...] = ()
        self.has_definite = False
        """Whether some of it can be mended without asking."""

    @property
    def _reader(self) -> "Proofreader":
        from humas_desk.desk.proofreader import Proofreader  # the window does not wait for it

        if self._opened is None:
            self._opened = Proofreader(self._desk.folders)
        return self._opened

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What stands, in reading order; without what the writer left."""
        return self._standing

    @property
    def is_known(self) -> bool:
        """Whether the release was read; before that no findings mean nothing."""
        return self._proofs is not None

    @property
    def office(self) -> str:
        """Whose words and choices are used; empty: the plain ones."""
        return self._office or ""

    def start(self) -> None:
        """The window is usable: load the checker and read everything."""
        if not self._runs:
            self._runs = True
            self._use_office()
            self._ask_all()

    def begin(self) -> None:
        """Another release is on the desk."""
        self._proofs, self._standing, self.has_definite = None, (), False
        self.on_found()
        if self._runs:
            self._use_office()
            self._ask_all()

    def reload(self) -> None:
        """The office's words or choices are others now."""
        if self._runs:
            self._use_office(anew=True)
            self._ask_all()

    def changed(self, change: Change) -> None:
        """The release has changed."""
        if not self._runs:
            return
        self._use_office()
        if change.places is None or change.structure:
            self._scheduler.after(ALL, _PART_MS, self._ask_all)
            return
        self._parts |= {part_of(place) for place in change.places}
        if change.places == frozenset({"ignored"}):
            self._take_standing()
        self._scheduler.within(PART, _PART_MS, self._ask_parts)
        self._scheduler.after(ALL, _ALL_MS, self._ask_all)

    def ask_now(self) -> None:
        """Somebody waits for the answer: read what has changed without waiting for a pause."""
        if self._runs and self._scheduler.waits(PART):
            self._scheduler.cancel(PART)
            self._ask_parts()

    def complete(self) -> tuple[Finding, ...]:
        """What stands in the release at this moment, for a step that cannot be taken back; waits until it is read."""
        self.start()
        self._ask_all()
        self._reader.wait(_COMPLETE_S)
        self._look()
        return self._standing

    def rule(self, code: str) -> "Rule | None":
        """The rule of a finding, with its source and examples."""
        return self._reader.rule(code)

    def suggestions(self, finding: Finding) -> tuple[str, ...]:
        """What could stand there instead; for an unknown word the dictionary is asked, which takes a moment."""
        if finding.replacements or not is_spelling(finding):
            return finding.replacements
        return self._reader.suggest(finding.text, _SUGGEST_S)

    def close(self) -> None:
        """The window goes away."""
        self._runs = False
        for work in (PART, ALL, LOOK):
            self._scheduler.cancel(work)
        self._reader.close()

    def _use_office(self, *, anew: bool = False) -> None:
        office = self._desk.session.office.name or None
        people = self._desk.registers.known_people()
        if anew or office != self._office or people is not self._people or not self._reader.is_open:
            self._office, self._people = office, people
            self._reader.use(office, tuple(name for row in people for name in (row.name, *row.variants)))

    def _ask_parts(self) -> None:
        parts, self._parts = frozenset(self._parts), set()
        self._ask(parts)

    def _ask_all(self) -> None:
        self._parts.clear()
        self._scheduler.cancel(PART)
        self._scheduler.cancel(ALL)
        self._ask(None)

    def _ask(self, parts: frozenset[str] | None) -> None:
        session = self._desk.session
        self._reader.read(session.release, session.revision, parts)
        self._scheduler.within(LOOK, _LOOK_MS, self._look)

    def _look(self) -> None:
        for answer in self._reader.poll():
            if isinstance(answer, HumasError):
                self.on_trouble(answer)
            else:
                self._take(answer)
        if self._reader.busy:
            self._scheduler.after(LOOK, _LOOK_MS, self._look)

    def _take(self, reading: "Reading") -> None:
        """Show it, unless the text is another by now: then the next answer is near."""
        if reading.revision == self._desk.session.revision:
            self._proofs = reading.proofs
            self._take_standing()

    def _take_standing(self) -> None:
        session = self._desk.session
        standing = self._proofs.standing(session.release, session.office.office) if self._proofs is not None else ()
        if standing != self._standing or not self._standing:
            self._standing = standing
            self.has_definite = any(each.definite and each.replacements for each in standing)
            self.on_found()


def _nothing(*_anything: object) -> None:
    return None
