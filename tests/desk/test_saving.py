import errno
from pathlib import Path
from typing import NoReturn

import pytest

from humas_desk.desk.saving import read_bytes, write_atomically, write_error
from humas_desk.errors import (
    DiskFull,
    FileMissing,
    FileUnreadable,
    HumasError,
    TargetLocked,
    TargetReadOnly,
    WriteFailed,
)


def windows_error(number: int) -> OSError:
    error = PermissionError(errno.EACCES, "Access is denied")
    error.winerror = number  # type: ignore[attr-defined] # only Windows' own errors have it
    return error


def refuses(error: OSError, times: int = 1000) -> "Refusal":
    return Refusal(error, times)


class Refusal:
    """A replace that fails a number of times."""

    def __init__(self, error: OSError, times: int) -> None:
        self.error = error
        self.left = times
        self.real = Path.replace

    def __call__(self, source: Path, target: Path) -> Path:
        self.left -= 1
        if self.left >= 0:
            raise self.error
        return self.real(source, target)


def put_in(monkeypatch: pytest.MonkeyPatch, refusal: Refusal) -> None:
    def replace(source: Path, target: Path) -> Path:
        return refusal(source, target)

    monkeypatch.setattr(Path, "replace", replace)


def test_the_file_holds_what_was_written_and_nothing_stands_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "new" / "a.txt"
    write_atomically(path, b"one")
    write_atomically(path, b"two")
    assert path.read_bytes() == b"two"
    assert [entry.name for entry in path.parent.iterdir()] == ["a.txt"]


def test_a_file_open_elsewhere_for_a_moment_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_in(monkeypatch, refuses(windows_error(32), times=2))
    waits: list[float] = []
    write_atomically(tmp_path / "a.txt", b"x", sleep=waits.append)
    assert (tmp_path / "a.txt").read_bytes() == b"x"
    assert len(waits) == 2


@pytest.mark.parametrize(
    ("error", "named"),
    [
        (windows_error(5), TargetLocked),
        (windows_error(32), TargetLocked),
        (OSError(errno.ENOSPC, "full"), DiskFull),
        (OSError(errno.EROFS, "read-only"), TargetReadOnly),
        (PermissionError(errno.EACCES, "denied"), TargetReadOnly),
        (OSError(errno.EIO, "broken"), WriteFailed),
    ],
)
def test_every_refusal_has_its_name_and_leaves_the_old_file_whole(
    error: OSError, named: type[HumasError], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    put_in(monkeypatch, refuses(error))
    with pytest.raises(named):
        write_atomically(path, b"new", sleep=lambda _seconds: None)
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.txt"]


def test_a_full_disk_while_writing_leaves_nothing_beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> NoReturn:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(DiskFull):
        write_atomically(tmp_path / "a.txt", b"x")
    assert list(tmp_path.iterdir()) == []


def test_a_file_marked_read_only_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    path.chmod(0o444)
    with pytest.raises(TargetReadOnly):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"


def test_a_folder_in_the_files_place_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()
    with pytest.raises(WriteFailed):
        write_atomically(tmp_path / "a.txt", b"x")
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(WriteFailed):
        write_atomically(tmp_path / "file" / "a.txt", b"x")


def test_a_name_with_four_byte_letters_is_not_too_long_for_its_temporary_file(tmp_path: Path) -> None:
    path = tmp_path / ("😀" * 60)
    write_atomically(path, b"x")
    assert path.read_bytes() == b"x"


def test_reading_names_what_is_missing_and_what_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        read_bytes(tmp_path / "nothing")
    with pytest.raises(FileUnreadable):
        read_bytes(tmp_path)


def test_a_locked_read_only_file_is_called_read_only(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"")
    path.chmod(0o444)
    assert isinstance(write_error(path, windows_error(5)), TargetReadOnly)
