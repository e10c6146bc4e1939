"""A disk that takes no more, by the system's own limit on files: the archive says so, loses nothing and goes on."""

from pathlib import Path
import subprocess
import sys

import pytest

WRITER = """
import resource, sys
from dataclasses import replace
from pathlib import Path
from humas_desk.archive.archive import open_archive
from humas_desk.archive.store import keep_live, load
from humas_desk.desk.saving import write_atomically
from humas_desk.errors import HumasError
from tests.archive.conftest import Calendar
from tests.desk.makes import a_release

folder = Path(sys.argv[1])
_soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)

def archive():
    return open_archive(folder, write=write_atomically, now=Calendar())

def release(number):
    return replace(a_release(f"{number}"), subtitle="kata " * 4000)

shelf, last, refused = archive(), 0, 0
keep_live(shelf, release(0), {})
for number in range(1, 80):
    log = folder / "archive.sqlite3-wal"
    room = (log.stat().st_size if log.exists() else 0) + (number % 20) * 1500
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, hard))
    try:
        keep_live(shelf, release(number), {})
        last = number
    except HumasError as error:
        refused += 1
        print(type(error).__name__)
    if number % 3 == 0:
        shelf.close()
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    if number % 3 == 0:
        shelf = archive()
    assert load(shelf, "r1").release == release(last), number
    assert shelf.database.rows("PRAGMA integrity_check") == [("ok",)]
assert refused > 10, refused
keep_live(shelf, release(1000), {})
assert load(shelf, "r1").release == release(1000)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="only POSIX limits the size of files")
def test_what_was_confirmed_is_there_whenever_the_disk_is_full(tmp_path: Path, root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WRITER, str(tmp_path)],
        cwd=root, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.stderr == ""
    assert set(done.stdout.split()) <= {"DiskFull", "WriteFailed"}
