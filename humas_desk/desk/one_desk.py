"""One window per data folder: a lock that the system takes back by itself when the program ends, however it ends."""

from contextlib import suppress
from pathlib import Path
import sys
from types import TracebackType
from typing import IO, Self

from humas_desk.desk.saving import write_error
from humas_desk.errors import DeskInUse

LOCK_NAME = "desk.lock"

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
        """Raises DeskInUse when another program has the folder, TargetReadOnly or WriteFailed when it cannot be used."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            file = self._path.open("ab")
        except OSError as error:
            raise write_error(self._path, error) from error
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
