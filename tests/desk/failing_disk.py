"""A disk whose n-th operation fails: opening, writing, flushing, replacing, making a folder."""

from collections.abc import Callable
import errno
import io
import os
from pathlib import Path
from typing import IO, Any

import pytest

ERRORS = (errno.ENOSPC, errno.EACCES, errno.EIO)


class FailingDisk:
    """Counts what is asked of the system below one folder, and refuses the n-th of it."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.asked = 0
        self._folder = str(folder)
        self._fails_at = 0
        self._error = errno.EIO
        patch.setattr(io, "open", self._opening(io.open))
        for name in ("replace", "rename", "mkdir", "open"):
            patch.setattr(os, name, self._asking(getattr(os, name)))
        patch.setattr(os, "fsync", self._flushing(os.fsync))

    def fail_at(self, number: int, error: int) -> None:
        """From now on the `number`-th operation fails; 0: none."""
        self.asked, self._fails_at, self._error = 0, number, error

    def ask(self, path: object) -> None:
        """One operation."""
        self.asked += 1
        if self.asked == self._fails_at:
            raise OSError(self._error, os.strerror(self._error), str(path))

    def _is_here(self, path: object) -> bool:
        return isinstance(path, str | os.PathLike) and str(path).startswith(self._folder)

    def _asking(self, whole: Callable[..., Any]) -> Callable[..., Any]:
        def asked(path: object, *rest: object, **more: object) -> object:
            if self._is_here(path):
                self.ask(path)
            return whole(path, *rest, **more)

        return asked

    def _flushing(self, whole: Callable[[int], None]) -> Callable[[int], None]:
        def flushed(handle: int) -> None:
            self.ask("fsync")
            whole(handle)

        return flushed

    def _opening(self, whole: Callable[..., Any]) -> Callable[..., Any]:
        def opened(path: object, mode: str = "r", *rest: object, **more: object) -> IO[Any]:
            writes = self._is_here(path) and not mode.startswith("r")
            if writes:
                self.ask(path)
            file: IO[Any] = whole(path, mode, *rest, **more)
            return _Refusing(file, self, path) if writes else file  # type: ignore[return-value]  # all that is used of it

        return opened


class _Refusing:
    """A file being written, whose writing is counted too."""

    def __init__(self, file: IO[Any], disk: FailingDisk, path: object) -> None:
        self._file, self._disk, self._path = file, disk, path

    def write(self, data: Any) -> int:  # noqa: ANN401 - text or bytes
        self._disk.ask(self._path)
        return self._file.write(data)

    def __enter__(self) -> "_Refusing":  # noqa: PYI034 - no class is made from this one
        return self

    def __exit__(self, *_error: object) -> None:
        self._file.close()

    def __getattr__(self, name: str) -> object:
        return getattr(self._file, name)
