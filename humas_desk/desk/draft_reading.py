"""A draft on its way into the desk: a file is read in a process of its own, which is ended when it takes too long.

The window goes on meanwhile, and a file that was made to do harm, or breaks one of the libraries that read it, takes no
more with it than that process.
"""

from collections.abc import Callable
from dataclasses import field
import datetime as dt
import logging
from pathlib import Path
import signal
import time
from typing import TYPE_CHECKING

from humas_desk.desk.importing import Imported, import_copied, import_file, import_text
from humas_desk.desk.logs import describe, where
from humas_desk.errors import DraftDamaged, DraftRefused, HumasError
from humas_desk.release.office import Office
from humas_desk.values import dataclass

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

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


class DraftReading:
    """One draft on its way; `poll` until it gives something."""

    def __init__(self, source: Source, reader: ReadWith, *, clock: Callable[[], float] = time.monotonic) -> None:
        import multiprocessing  # not before the window is there

        self.source = source
        self._clock = clock
        self._since = clock()
        context = multiprocessing.get_context("spawn")
        self._answer, told = context.Pipe(duplex=False)
        self._process = context.Process(target=answer, args=(told, source, reader), name="draft-reader", daemon=True)
        self._process.start()
        told.close()

    def poll(self) -> Imported | HumasError | None:
        """What came of it; None: it is still read. After an answer it is not to be asked again."""
        path = self.source.path or Path()
        try:
            found = self._answer.recv() if self._answer.poll() else None
        except (EOFError, OSError):
            self._end()
            return DraftRefused(path, "the reader died")
        if found is None and self._clock() - self._since > LIMIT_S:
            self._end()
            return DraftRefused(path, "the reader took too long")
        if isinstance(found, _Fault):
            log.error("the reader of a draft met %s\n%s", found.what, found.frames)
            found = DraftDamaged(path, found.what)
        if found is None or isinstance(found, Imported | HumasError):
            if found is not None:
                self._end()
            return found
        raise TypeError(f"no answer of a reader: {type(found)}")

    def cancel(self) -> None:
        """Nobody waits for it any more."""
        self._end()

    def _end(self) -> None:
        self._answer.close()
        self._process.kill()
        self._process.join()
        self._process.close()


def read_at_once(source: Source, reader: ReadWith) -> Imported | None:
    """What a short text brings; None: it is to be read by a `DraftReading`, as HTML is, which may be made to do harm."""
    is_short = source.path is None and not source.html and len(source.text) <= SHORT
    return reader.read(source) if is_short else None


def answer(told: "Connection", source: Source, reader: ReadWith) -> None:
    """The process's main: read, say what came of it, end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    logging.getLogger().addHandler(logging.NullHandler())  # without one, warnings would go to the user's console
    found: Imported | HumasError | _Fault
    try:
        found = reader.read(source)
    except HumasError as error:
        found = error
    except Exception as error:  # noqa: BLE001 - whatever a file did to a library, the window hears of it
        found = _Fault(what=describe(error), frames=where(error.__traceback__))
    try:
        told.send(found)
    except OSError:
        return  # the window does not wait any more
