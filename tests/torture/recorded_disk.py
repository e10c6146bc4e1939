"""Everything that is written below a folder, in order: files of Python's own, and SQLite's by a recording VFS."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
import ctypes
import ctypes.util
from dataclasses import dataclass
import io
import os
from pathlib import Path
import shutil
from typing import IO, Any

import pytest

OK = 0
CREATES = 0x4
MAIN_JOURNAL, WAL = 0x800, 0x80000
"""Flags of SQLite's xOpen."""


@dataclass(frozen=True)
class Written:
    """Bytes given to the system."""

    path: str
    offset: int
    data: bytes


@dataclass(frozen=True)
class Made:
    """A new empty file, or a folder."""

    path: str
    is_folder: bool = False


@dataclass(frozen=True)
class CutOff:
    """A file's new length."""

    path: str
    size: int


@dataclass(frozen=True)
class Synced:
    """A file's bytes are on the disk; or a folder's names, and with them all changes of names before."""

    path: str


@dataclass(frozen=True)
class Renamed:
    """A file or a folder has another name; what stood there is gone."""

    path: str
    to: str


@dataclass(frozen=True)
class Removed:
    """A file, or a folder with what is in it."""

    path: str


@dataclass(frozen=True)
class Told:
    """Here the person was told that this is safe."""

    what: object


Operation = Written | Made | CutOff | Synced | Renamed | Removed | Told


class Recorder:
    """The operations below `folder` so far; paths are relative to it."""

    def __init__(self, folder: Path) -> None:
        self.operations: list[Operation] = []
        self._folder = f"{folder}{os.sep}"

    def tell(self, what: object) -> None:
        """From here on this must outlive a power loss."""
        self.operations.append(Told(what))

    def name(self, path: object) -> str | None:
        """The path below the folder; None: it lies elsewhere."""
        text = os.fspath(path) if isinstance(path, str | os.PathLike) else ""
        return text.removeprefix(self._folder) if isinstance(text, str) and text.startswith(self._folder) else None

    def note(self, operation: Operation) -> None:
        self.operations.append(operation)


@contextmanager
def recorded(folder: Path) -> Iterator[Recorder]:
    """Record until this is left."""
    recorder = Recorder(folder)
    with pytest.MonkeyPatch.context() as patch, _recording_vfs(recorder):
        _PythonFiles(recorder, patch)
        yield recorder


class _PythonFiles:
    """What Python calls instead of the system's functions; each calls those and notes what was done."""

    def __init__(self, recorder: Recorder, patch: pytest.MonkeyPatch) -> None:
        self._recorder = recorder
        self._handles: dict[int, str] = {}
        self._open, self._open_handle, self._fsync, self._rmtree = io.open, os.open, os.fsync, shutil.rmtree
        patch.setattr(io, "open", self._opened)
        patch.setattr(os, "open", self._handle)
        patch.setattr(os, "fsync", self._synced)
        patch.setattr(shutil, "rmtree", self._tree_removed)
        patch.setattr(os, "mkdir", self._after(os.mkdir, lambda path, *_mode: Made(path, is_folder=True)))
        for name in ("replace", "rename"):
            patch.setattr(os, name, self._after(getattr(os, name), self._renamed))
        for name in ("unlink", "rmdir", "remove"):
            patch.setattr(os, name, self._after(getattr(os, name), Removed))

    def _opened(self, path: Any, mode: str = "r", *rest: Any, **more: Any) -> object:  # noqa: ANN401 - handed on as it came
        name = self._recorder.name(path)
        is_new = name is not None and not Path(path).exists()
        file = self._open(path, mode, *rest, **more)
        if name is None or mode.startswith("r"):
            return file
        assert mode in ("wb", "xb"), "all that is written so far"
        self._recorder.note(Made(name) if is_new else CutOff(name, 0))
        self._handles[file.fileno()] = name
        return _RecordedFile(file, self._recorder, name)

    def _handle(self, path: Any, flags: int, *rest: Any, **more: Any) -> int:  # noqa: ANN401 - handed on as it came
        number = self._open_handle(path, flags, *rest, **more)
        name = None if more else self._recorder.name(f"{path}{os.sep}")
        if name is not None:
            self._handles[number] = name.rstrip(os.sep)
        return number

    def _synced(self, number: int) -> None:
        self._fsync(number)
        if number in self._handles:
            self._recorder.note(Synced(self._handles[number]))

    def _tree_removed(self, path: Any, *rest: Any, **more: Any) -> None:  # noqa: ANN401 - handed on as it came
        self._rmtree(path, *rest, **more)
        if (name := self._recorder.name(path)) is not None:
            self._recorder.note(Removed(name))

    def _renamed(self, name: str, to: object) -> Operation:
        target = self._recorder.name(to)
        return Removed(name) if target is None else Renamed(name, target)

    def _after(self, real: Callable[..., object], note: Callable[..., Operation]) -> Callable[..., object]:
        def done(path: object, *rest: Any, **more: Any) -> object:  # noqa: ANN401 - handed on as it came
            value = real(path, *rest, **more)
            if (name := self._recorder.name(path)) is not None:
                self._recorder.note(note(name, *rest))
            return value

        return done


class _RecordedFile:
    """A file whose bytes count as given to the system when they are flushed."""

    def __init__(self, file: IO[bytes], recorder: Recorder, name: str) -> None:
        self._file, self._recorder, self._name = file, recorder, name
        self._held: list[Written] = []

    def write(self, data: Any) -> int:  # noqa: ANN401 - whatever has bytes
        self._held.append(Written(self._name, self._file.tell(), bytes(data)))
        return self._file.write(data)

    def flush(self) -> None:
        self._file.flush()
        self._recorder.operations += self._held
        self._held.clear()

    def close(self) -> None:
        self.flush()
        self._file.close()

    def __enter__(self) -> "_RecordedFile":  # noqa: PYI034 - no class is made from this one
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def __getattr__(self, name: str) -> object:
        return getattr(self._file, name)


# SQLite's side: its own VFS under another name, its files with three of their methods replaced

_P, _I, _L = ctypes.c_void_p, ctypes.c_int, ctypes.c_int64
_OPEN = ctypes.CFUNCTYPE(_I, _P, _P, _P, _I, _P)
_DELETE = ctypes.CFUNCTYPE(_I, _P, ctypes.c_char_p, _I)
_CLOSE = ctypes.CFUNCTYPE(_I, _P)
_WRITE = ctypes.CFUNCTYPE(_I, _P, _P, _I, _L)
_TRUNCATE = ctypes.CFUNCTYPE(_I, _P, _L)
_SYNC = ctypes.CFUNCTYPE(_I, _P, _I)


class _Vfs(ctypes.Structure):
    _fields_ = [("version", _I), ("file_size", _I), ("path_length", _I), ("next", _P), ("name", ctypes.c_char_p),
                ("data", _P), ("open", _P), ("delete", _P), ("rest", _P * 14)]  # fmt: skip


class _Methods(ctypes.Structure):
    _fields_ = [("version", _I), ("close", _P), ("read", _P), ("write", _P), ("truncate", _P), ("sync", _P),
                ("rest", _P * 13)]  # fmt: skip


def sqlite_library() -> ctypes.CDLL:
    """The SQLite that Python's module uses. It is tried: opening a database must come by what is registered in it."""
    import _sqlite3  # the module's own file has SQLite inside where it is not a library of the system

    for path in (_sqlite3.__file__, ctypes.util.find_library("sqlite3")):
        library = ctypes.CDLL(path)
        if hasattr(library, "sqlite3_vfs_find"):
            library.sqlite3_vfs_find.restype = _P
            library.sqlite3_vfs_find.argtypes = [ctypes.c_char_p]
            library.sqlite3_vfs_register.argtypes = [_P, _I]
            library.sqlite3_vfs_unregister.argtypes = [_P]
            return library
    raise AssertionError("SQLite gives no way in")


@contextmanager
def _recording_vfs(recorder: Recorder) -> Iterator[None]:
    library = sqlite_library()
    real = library.sqlite3_vfs_find(None)
    vfs = _Vfs.from_buffer_copy(ctypes.string_at(real, ctypes.sizeof(_Vfs)))
    vfs.name = b"recording"
    files = _SqliteFiles(recorder, real, vfs)
    vfs.open = ctypes.cast(files.open, _P)
    vfs.delete = ctypes.cast(files.delete, _P)
    assert library.sqlite3_vfs_register(ctypes.byref(vfs), 1) == OK
    try:
        yield
    finally:
        library.sqlite3_vfs_unregister(ctypes.byref(vfs))
        library.sqlite3_vfs_register(real, 1)


class _SqliteFiles:
    """What SQLite calls instead of its own functions; each calls those and notes what was done."""

    def __init__(self, recorder: Recorder, real: int, vfs: _Vfs) -> None:
        self._recorder, self._real = recorder, real
        self._names: dict[int, str] = {}
        self._new: set[int] = set()
        """Logs and journals that were just made: their first sync brings their name to the disk too."""
        self._theirs: dict[int, _Methods] = {}
        """By file: SQLite's own methods."""
        self._copies: dict[int, _Methods] = {}
        self._real_open, self._real_delete = ctypes.cast(vfs.open, _OPEN), ctypes.cast(vfs.delete, _DELETE)
        self.open, self.delete = _OPEN(self._open), _DELETE(self._delete)
        self._calls = (_CLOSE(self._close), _WRITE(self._write), _TRUNCATE(self._truncate), _SYNC(self._sync))

    def _open(self, _vfs: int, name: int | None, file: int, flags: int, out: int | None) -> int:
        path = None if name is None else self._recorder.name(os.fsdecode(ctypes.string_at(name)))
        is_new = path is not None and flags & CREATES and not Path(os.fsdecode(ctypes.string_at(name or 0))).exists()
        code = int(self._real_open(self._real, name, file, flags, out))
        if code == OK and path is not None:
            if is_new:
                self._recorder.note(Made(path))
                if flags & (MAIN_JOURNAL | WAL):
                    self._new.add(file)
            self._names[file] = path
            where = ctypes.cast(file, ctypes.POINTER(_P))
            self._theirs[file] = ctypes.cast(where[0], ctypes.POINTER(_Methods))[0]
            where[0] = ctypes.addressof(self._copy(where[0] or 0))
        return code

    def _copy(self, address: int) -> _Methods:
        if address not in self._copies:
            real = ctypes.cast(address, ctypes.POINTER(_Methods))[0]
            size = ctypes.sizeof(_Methods) - ctypes.sizeof(_P) * (
                0 if real.version > 2 else 2 if real.version > 1 else 6
            )
            copy = _Methods()
            ctypes.memmove(ctypes.addressof(copy), address, size)
            copy.close, copy.write, copy.truncate, copy.sync = (ctypes.cast(call, _P) for call in self._calls)
            self._copies[address] = copy
        return self._copies[address]

    def _close(self, file: int) -> int:
        real = self._theirs.pop(file)
        self._names.pop(file)
        self._new.discard(file)
        return int(ctypes.cast(real.close, _CLOSE)(file))

    def _write(self, file: int, data: int, amount: int, offset: int) -> int:
        code = int(ctypes.cast(self._theirs[file].write, _WRITE)(file, data, amount, offset))
        if code == OK:
            self._recorder.note(Written(self._names[file], offset, ctypes.string_at(data, amount)))
        return code

    def _truncate(self, file: int, size: int) -> int:
        code = int(ctypes.cast(self._theirs[file].truncate, _TRUNCATE)(file, size))
        if code == OK:
            self._recorder.note(CutOff(self._names[file], size))
        return code

    def _sync(self, file: int, flags: int) -> int:
        code = int(ctypes.cast(self._theirs[file].sync, _SYNC)(file, flags))
        if code == OK:
            self._recorder.note(Synced(self._names[file]))
            if file in self._new:
                self._new.remove(file)
                self._recorder.note(Synced(_folder(self._names[file])))
        return code

    def _delete(self, _vfs: int, name: bytes, sync_folder: int) -> int:
        code = int(self._real_delete(self._real, name, sync_folder))
        path = self._recorder.name(os.fsdecode(name))
        if code == OK and path is not None:
            self._recorder.note(Removed(path))
            if sync_folder:
                self._recorder.note(Synced(_folder(path)))
        return code


def _folder(path: str) -> str:
    """Empty: the recorded folder itself."""
    return path.rpartition("/")[0]
