"""One window per data folder: a lock that the system takes back by itself when the program ends, however it ends."""

from contextlib import suppress
from pathlib import Path
import sys
import time
from types import TracebackType
from typing import IO, Self

from humas_desk.desk.saving import write_atomically, write_error
from humas_desk.errors import DataReadOnly, DeskInUse, TargetReadOnly
from humas_desk.values import dataclass

LOCK_NAME = "desk.lock"
CALL_NAME = "desk.call"
"""Written by a second start for the first window, which looks for it: no sockets, no prompts of a firewall."""
PATIENCE_S = 1.5
"""How long a second start waits to be heard; the first window looks several times a second."""
LOOK_S = 0.05

if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


class OneDesk:
    """Holds the folder for this program from entering to leaving."""

    def __init__(self, data: Path) -> None:
        self._path = data / LOCK_NAME
        self._file: IO[bytes] | None = None

    def __enter__(self) -> Self:
        """Raises DeskInUse when another program has the folder, DataReadOnly, DiskFull or WriteFailed when it cannot be used."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            file = self._path.open("ab")
        except OSError as error:
            refused = write_error(self._path, error)
            is_closed = isinstance(refused, TargetReadOnly)
            raise (DataReadOnly(self._path.parent) if is_closed else refused) from error
        try:
            _lock(file)
        except OSError as error:
            file.close()
            raise DeskInUse from error
        self._file = file
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file is not None:
            with suppress(OSError):
                self._file.close()
            self._file = None


def call_first_window(data: Path, file: Path | None, *, patience_s: float = PATIENCE_S) -> bool:
    """Ask the window that has the folder to come forward, and to open this file; whether it heard.

    Raises TargetLocked, TargetReadOnly, DiskFull or WriteFailed.
    """
    path, text = data / CALL_NAME, "" if file is None else str(file.absolute())
    write_atomically(path, text.encode("utf-8", "surrogateescape"))
    until = time.monotonic() + patience_s
    while path.exists():
        if time.monotonic() >= until:
            answer_call(data)
            return False
        time.sleep(LOOK_S)
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """What a second start asked of the first window."""

    file: Path | None
    """To be opened; None: only come forward."""


def answer_call(data: Path) -> Call | None:
    """What a second start asked for since the last look, once; None: nobody did. Takes microseconds."""
    path = data / CALL_NAME
    try:
        text = path.read_bytes().decode("utf-8", "surrogateescape")
        path.unlink()
    except OSError:
        return None
    return Call(file=Path(text) if text else None)
