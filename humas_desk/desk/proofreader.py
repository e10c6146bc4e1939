"""The checker on a thread of its own: it is loaded there, reads there, and the window only asks and looks for answers.

Newest wins: what was asked while it read is read at once, in the release as it was asked last.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
import logging
from queue import Empty, SimpleQueue
import threading
from typing import TYPE_CHECKING

from humas_desk.desk.folders import Folders
from humas_desk.desk.logs import describe, where
from humas_desk.desk.proofs import Proofs, in_order
from humas_desk.errors import HumasError
from humas_desk.release.release import Release
from humas_desk.values import dataclass

if TYPE_CHECKING:
    from humas_desk.language.checker import Checker
    from humas_desk.language.rules import Rule

log = logging.getLogger(__name__)

MOST_SUGGESTIONS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An answer: what stands in the release of this revision."""

    revision: int
    proofs: Proofs
    is_whole: bool
    """False: only the parts that were asked for are new, what needs the whole release is as it was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Question:
    serial: int
    release: Release
    revision: int
    parts: frozenset[str] | None
    """None: everything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Use:
    office: str | None
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Suggest:
    word: str
    give: Callable[[tuple[str, ...]], None]


_Wish = _Question | _Use | _Suggest | None


class Proofreader:
    """Reads the open release for one office at a time. Its methods are the window's; they never wait, `suggest` aside."""

    def __init__(self, folders: Folders) -> None:
        self._folders = folders
        self._wishes: SimpleQueue[_Wish] = SimpleQueue()
        self._answers: SimpleQueue[Reading | HumasError] = SimpleQueue()
        self._thread: threading.Thread | None = None
        self._checker: Checker | None = None
        self._proofs: Proofs | None = None
        self._told = threading.Condition()
        self._asked = 0
        self._answered = 0

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come, or to be polled."""
        return self._reads or not self._answers.empty()

    @property
    def is_open(self) -> bool:
        """Whether it was told what to read with."""
        return self._thread is not None

    @property
    def _reads(self) -> bool:
        """Whether a question is not answered; the answer is in the queue before this is over."""
        return self._answered < self._asked

    def use(self, office: str | None, people: tuple[str, ...] = ()) -> None:
        """Read with the words and choices of this office from now on; asked again, they are read anew from its file.

        `people`: names that are known and never alarms.
        """
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="proofreader", daemon=True)
            self._thread.start()
        self._wishes.put(_Use(office=office, people=people))

    def read(self, release: Release, revision: int, parts: frozenset[str] | None = None) -> None:
        """Ask for a look at these parts (`blocks[2]`, `title`); None: at everything."""
        self._asked += 1
        self._wishes.put(_Question(serial=self._asked, release=release, revision=revision, parts=parts))

    def wait(self, timeout_s: float) -> None:
        """Come back when everything that was asked is answered, or after the time."""
        with self._told:
            self._told.wait_for(lambda: not self._reads, timeout_s)

    def poll(self) -> tuple[Reading | HumasError, ...]:
        """What has been answered since the last look; an error says why there is no checker."""
        answers: list[Reading | HumasError] = []
        while True:
            try:
                answers.append(self._answers.get_nowait())
            except Empty:
                return tuple(answers)

    def rule(self, code: str) -> "Rule | None":
        """The rule of a finding; None before the checker is there."""
        checker = self._checker
        return checker.rule(code) if checker is not None else None

    def suggest(self, word: str, timeout_s: float) -> tuple[str, ...]:
        """What an unknown word may have been meant as; empty when that is not known in time."""
        found: SimpleQueue[tuple[str, ...]] = SimpleQueue()
        self._wishes.put(_Suggest(word=word, give=found.put))
        try:
            return found.get(timeout=timeout_s)
        except Empty:
            return ()

    def close(self) -> None:
        """End the thread; nothing is answered any more."""
        if self._thread is not None:
            self._wishes.put(None)
            self._thread.join(timeout=2)
            self._thread = None

    # On the thread -------------------------------------------------------------------------------------------------

    def _run(self) -> None:
        while True:
            for wish in _newest(self._taken()):
                if wish is None:
                    return
                try:
                    self._do(wish)
                except Exception as error:  # noqa: BLE001 - a fault of one rule ends neither the thread nor the writing
                    log.error("a fault while reading: %s\n%s", describe(error), where(error.__traceback__))  # noqa: TRY400
                if isinstance(wish, _Question):
                    with self._told:
                        self._answered = wish.serial
                        self._told.notify_all()

    def _taken(self) -> list[_Wish]:
        """Everything that is wished by now, one wish at least."""
        wishes = [self._wishes.get()]
        while True:
            try:
                wishes.append(self._wishes.get_nowait())
            except Empty:
                return wishes

    def _do(self, wish: "_Question | _Use | _Suggest") -> None:
        match wish:
            case _Question():
                self._read(wish)
            case _Use():
                self._load(wish)
            case _Suggest():
                checker = self._checker
                wish.give(checker.suggest(wish.word)[:MOST_SUGGESTIONS] if checker is not None else ())

    def _load(self, use: _Use) -> None:
        from humas_desk.desk.checking import office_checker  # the rules' code: read here, beside the writing

        self._proofs = None
        try:
            self._checker = office_checker(self._folders, use.office, use.people)
        except HumasError as error:
            self._checker = None
            self._answers.put(error)

    def _read(self, question: _Question) -> None:
        checker, known = self._checker, self._proofs
        if checker is None:
            return
        release = question.release
        if question.parts is None or known is None:
            found = in_order(checker.check_release(release), release)
            self._proofs = Proofs(release=release, findings=found, names=checker.names_in(release))
        else:
            proofs = known
            for part in sorted(question.parts):
                here = checker.check_part(release, part, names=known.names)
                proofs = proofs.with_part(release, part, here)
            self._proofs = proofs
        is_whole = question.parts is None or known is None
        self._answers.put(Reading(revision=question.revision, proofs=self._proofs, is_whole=is_whole))


def _newest(wishes: Sequence[_Wish]) -> list[_Wish]:
    """The wishes in their order, of questions that follow each other only the newest, for the parts of all."""
    kept: list[_Wish] = []
    for wish in wishes:
        before = kept[-1] if kept else None
        if isinstance(wish, _Question) and isinstance(before, _Question):
            parts = None if wish.parts is None or before.parts is None else wish.parts | before.parts
            kept[-1] = replace(wish, parts=parts)
        else:
            kept.append(wish)
    return kept
