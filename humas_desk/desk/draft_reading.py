"""A draft on its way into the desk: a file is read in a process of its own, which is ended when it takes too long.

The window goes on meanwhile, and a file that was made to do harm, or breaks one of the libraries that read it, takes no
more with it than that process.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import field, replace
import datetime as dt
import logging
from pathlib import Path
import signal
import threading
import time
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from humas_desk.desk.importing import Imported, import_copied, import_file, import_text
from humas_desk.desk.logs import describe, where
from humas_desk.errors import DraftDamaged, DraftRefused, HumasError
from humas_desk.intake.parts import Intake
from humas_desk.release.office import Office
from humas_desk.values import dataclass

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from humas_desk.intake.parts import Role

log = logging.getLogger(__name__)

LIMIT_S = 60.0
"""Start of the process from a cold disk included."""
SHORT = 20_000
"""Characters of a text that is read at once: in less time than a process takes to start."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a draft comes from: a file, or text of the clipboard."""

    path: Path | None = None
    text: str = ""
    html: bytes = field(default=b"", repr=False)
    """What the clipboard held as HTML beside the text; empty: nothing."""

    @property
    def name(self) -> str:
        """Of the file; empty for the clipboard."""
        return "" if self.path is None else self.path.name


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadWith:
    """What a draft is read with."""

    today: dt.date
    office: Office | None = None
    places: frozenset[str] = frozenset()

    def read(self, source: Source) -> Imported:
        """What the draft brings; raises what `import_file` raises."""
        if source.path is not None:
            return import_file(source.path, today=self.today, office=self.office, places=self.places)
        if source.html:
            return import_copied(source.html, source.text, today=self.today, office=self.office, places=self.places)
        return import_text(source.text, today=self.today, office=self.office, places=self.places)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fault:
    """The program itself was at fault."""

    what: str
    frames: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wish:
    """One part of the draft is to be taken for something else."""

    step: int
    """How many re-assignments the draft has that this one is made on."""
    index: int
    role: "Role"


class DraftReading:
    """One draft on its way; `poll` until it gives something.

    A long draft's process stays: it reads the draft anew for every re-assignment, which the window would stand still for.
    """

    def __init__(self, source: Source, reader: ReadWith, *, clock: Callable[[], float] = time.monotonic) -> None:
        import multiprocessing  # not before the window is there

        self.source = source
        self._clock = clock
        self._since = clock()
        context = multiprocessing.get_context("spawn")
        # two one-way pipes: a two-way one would be a socket
        (heard, self._question), (self._answer, told) = context.Pipe(duplex=False), context.Pipe(duplex=False)
        self._process = context.Process(target=answer, args=(heard, told), name="draft-reader", daemon=True)
        self._process.start()
        heard.close()
        told.close()
        # a long text fills the pipe until the process is up and reads: on a thread the window does not wait for that
        self._asking = threading.Thread(target=self._ask, args=(source, reader), name="draft-question", daemon=True)
        self._asking.start()

    @property
    def is_open(self) -> bool:
        """Whether its process is there to read anew."""
        return not self._answer.closed

    def poll(self) -> Imported | HumasError | None:
        """What came of it; None: it is still read. After an answer it is not to be asked again."""
        found = self._heard()
        if isinstance(found, Imported):
            if not _is_long(found):
                self.close()
            return found
        if found is None or isinstance(found, HumasError):
            return found
        raise TypeError(f"no answer of a reader: {type(found)}")

    def reassign(self, step: int, index: int, role: "Role") -> None:
        """Have a long draft read anew with this part taken for something else; `reassigned` gives what came of it."""
        self._since = self._clock()
        with suppress(OSError):  # its end is noticed by the next look
            self._question.send(_Wish(step=step, index=index, role=role))

    def reassigned(self) -> "Intake | HumasError | None":
        """The draft with the next re-assignment; None: not yet. After an error the process is gone."""
        found = self._heard()
        if found is None or isinstance(found, HumasError):
            return found
        if isinstance(found, Imported):
            raise TypeError("an answer to another question")
        return found

    def close(self) -> None:
        """End the process; no harm when it has ended."""
        with suppress(ValueError):  # it was closed before
            self._process.kill()
            self._process.join()
            self._process.close()
        self._asking.join(timeout=1)  # nobody hears it any more, so it ends
        self._answer.close()
        self._question.close()

    def _heard(self) -> "Imported | Intake | HumasError | None":
        """The next answer; an error of the process or of the program ends it."""
        path = self.source.path or Path()
        found: Imported | Intake | HumasError | _Fault | None
        try:
            found = self._answer.recv() if self._answer.poll() else None
        except (EOFError, OSError):
            found = DraftRefused(path, "the reader died")
        if found is None and self._clock() - self._since > LIMIT_S:
            found = DraftRefused(path, "the reader took too long")
        if isinstance(found, _Fault):
            log.error("the reader of a draft met %s\n%s", found.what, found.frames)
            found = DraftDamaged(path, found.what)
        if isinstance(found, HumasError):
            self.close()
        return found

    def _ask(self, source: Source, reader: ReadWith) -> None:
        with suppress(OSError):  # nobody waits for it any more
            self._question.send((source, reader))


def read_at_once(source: Source, reader: ReadWith) -> Imported | None:
    """What a short text brings; None: it is to be read by a `DraftReading`, as HTML is, which may be made to do harm."""
    is_short = source.path is None and not source.html and len(source.text) <= SHORT
    return reader.read(source) if is_short else None


def answer(heard: "Connection", told: "Connection") -> None:
    """The process's main: hear what is to be read, read it, say what came of it; then the same with re-assignments."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    logging.getLogger().addHandler(logging.NullHandler())  # without one, warnings would go to the user's console
    with suppress(EOFError, OSError):  # the window does not wait any more
        source, reader = heard.recv()
        found = _tried(reader.read, source)
        if not (isinstance(found, Imported) and found.intake and _is_long(found)):
            told.send(found)
            return
        told.send(replace(found, intake=_light(found.intake)))
        from humas_desk.intake.reading import reassign  # known since the draft was read, not before

        steps = [found.intake]
        while True:
            wish = heard.recv()
            del steps[wish.step + 1 :]
            made = _tried(reassign, steps[-1], wish.index, wish.role)
            steps += [made] if isinstance(made, Intake) else []
            told.send(_light(made) if isinstance(made, Intake) else made)


Made = TypeVar("Made")
Given = ParamSpec("Given")


def _tried(work: Callable[Given, Made], *given: Given.args, **named: Given.kwargs) -> Made | HumasError | _Fault:
    try:
        return work(*given, **named)
    except HumasError as error:
        return error
    except Exception as error:  # noqa: BLE001 - whatever a file did to a library, the window hears of it
        return _Fault(what=describe(error), frames=where(error.__traceback__))


def _is_long(found: Imported) -> bool:
    return found.intake is not None and len(found.intake.text) > SHORT


def _light(intake: "Intake") -> "Intake":
    """Without what only reading anew needs, which stays in the process."""
    from humas_desk.intake.draft import Draft

    return replace(intake, draft=Draft(text="", lines=()))
