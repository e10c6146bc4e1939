"""The way to the archive: one thread that has the database open, and questions that are answered there, in order.

The window's thread asks and goes on; whoever must wait (the autosave's thread, a closing desk) takes the answer with
`get`. SQLite and the archive's modules are loaded on the thread, not on the way to the first screen.
"""

from collections import deque
from collections.abc import Callable
from contextlib import suppress
import datetime as dt
from pathlib import Path
import threading
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from humas_desk.archive.files import ARCHIVE_NAME, LOG_ENDINGS
from humas_desk.desk.risky_places import Risk, risk_of
from humas_desk.desk.saving import replace_file, write_atomically, write_error
from humas_desk.errors import HumasError

if TYPE_CHECKING:
    from humas_desk.archive.archive import Archive

T = TypeVar("T")
CLOSE_LIMIT_S = 15.0
"""How long a closing desk waits for a disk that does not answer."""


class Answer(Generic[T]):
    """What the archive says, as soon as it has said it."""

    def __init__(self) -> None:
        self._done = threading.Event()
        self._value: T | None = None
        self._error: BaseException | None = None

    @property
    def is_ready(self) -> bool:
        """Whether `get` gives at once: what a window polls."""
        return self._done.is_set()

    def get(self, *, timeout_s: float | None = None) -> T:
        """The answer, waited for. Raises what the archive raised; TimeoutError when the time is over."""
        if not self._done.wait(timeout_s):
            raise TimeoutError
        if self._error is not None:
            raise self._error
        return cast(T, self._value)

    def fill(self, work: Callable[[], T]) -> None:
        """Do the work and have its value, or what it raised, as the answer."""
        try:
            self._value = work()
        except BaseException as error:  # noqa: BLE001 - whoever asked is told
            self._error = error
        self._done.set()


class ArchiveLine:
    """Asks the archive in `data`. `threaded` False: every question is answered at once, where it is asked."""

    def __init__(self, data: Path, *, now: Callable[[], dt.datetime], threaded: bool = True) -> None:
        self._data = data
        self._now = now
        self._archive: Archive | None = None
        self._waiting: deque[Callable[[], None]] = deque()
        self._changed = threading.Condition()
        self._closed = False
        self._thread: threading.Thread | None = None
        if threaded:
            self._thread = threading.Thread(target=self._run, name="archive", daemon=True)
            self._thread.start()

    def now(self) -> dt.datetime:
        """The local time that the archive's entries are dated by."""
        return self._now()

    @property
    def path(self) -> Path:
        """The archive's file."""
        return self._data / ARCHIVE_NAME

    def ask(self, work: "Callable[[Archive], T]") -> Answer[T]:
        """Have the work done with the archive, which is made when there is none; returns at once."""
        return self._enqueue(lambda: work(self._opened()))

    def look(self, work: "Callable[[Archive], T]", absent: T) -> Answer[T]:
        """Like `ask`, but where there is no archive yet none is made: the answer is `absent`."""
        return self._enqueue(lambda: work(self._opened()) if self.path.exists() else absent)

    def without(self, work: Callable[[], T]) -> Answer[T]:
        """Have something done while the archive's file is closed (restoring a backup)."""

        def closed() -> T:
            self._close()
            return work()

        return self._enqueue(closed)

    def begun_anew(self, work: "Callable[[Archive, Path], T]") -> Answer[T]:
        """Set the damaged file aside, and have the work done with a new archive; it is told where the old one lies now.

        The answer raises TargetLocked, TargetReadOnly, DiskFull or WriteFailed where the system refuses.
        """

        def closed() -> T:
            self._close()
            try:
                aside = set_archive_aside(self.path)
                return work(self._opened(), aside)
            except OSError as error:
                raise write_error(self.path, error) from error

        return self._enqueue(closed)

    def close(self) -> None:
        """Answer what was asked, close the file and end the thread."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        if self._thread is None:
            self._close()
        else:
            self._thread.join(timeout=CLOSE_LIMIT_S)

    def _enqueue(self, work: Callable[[], T]) -> Answer[T]:
        answer: Answer[T] = Answer()
        if self._thread is None:
            answer.fill(work)
            return answer
        with self._changed:
            self._waiting.append(lambda: answer.fill(work))
            self._changed.notify_all()
        return answer

    def _run(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._waiting or self._closed)
                work = self._waiting.popleft() if self._waiting else None
            if work is None:
                self._close()
                return
            work()

    def _opened(self) -> "Archive":
        """The archive; on another computer's disk without SQLite's WAL, which may not be used there."""
        from humas_desk.archive.archive import open_archive  # SQLite: on the archive's own thread

        if self._archive is None:
            is_here = risk_of(self._data) is not Risk.NETWORK
            self._archive = open_archive(self._data, write=write_atomically, now=self._now, log_beside=is_here)
        return self._archive

    def _close(self) -> None:
        if self._archive is not None:
            with suppress(HumasError):
                self._archive.close()
            self._archive = None


def set_archive_aside(path: Path) -> Path:
    """Move a damaged archive, and the log beside it, out of the way unchanged; gives where it lies now.

    Raises OSError, and nothing is moved then: another one's log would spoil a new archive.
    """
    number = 1
    while (aside := path.with_name(f"{path.stem}.rusak-{number}{path.suffix}")).exists():
        number += 1
    moved: list[tuple[Path, Path]] = []
    try:
        for ending in ("", *LOG_ENDINGS):
            old, new = path.with_name(path.name + ending), aside.with_name(aside.name + ending)
            with suppress(FileNotFoundError):
                replace_file(old, new)
                moved.append((old, new))
    except OSError:
        for old, new in moved:
            with suppress(OSError):
                new.rename(old)
        raise
    return aside
