from pathlib import Path
import subprocess
import sys

import pytest

from humas_desk.desk.large_blocks import give_back_large_blocks

ROOT = Path(__file__).resolve().parents[2]

BLOCKS_OF_THEIR_OWN = """
import sys
from humas_desk.desk.large_blocks import give_back_large_blocks

def size_mb():
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[0]) * 4096 // 2**20

bytes(30 * 2**20)  # freed at once: from now on glibc calls nothing below 30 MB large
done = give_back_large_blocks()
before = size_mb()
pictures, small = [], []
for _ in range(20):
    pictures.append(bytes(2 * 2**20))
    small.append(bytes(1000))
del pictures
print(done, size_mb() - before)
"""
"""Tells whether there was something to set, and how many megabytes stay taken after twenty pictures have gone."""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux's C library keeps large blocks")
def test_pictures_leave_no_holes_between_what_is_small() -> None:
    done = subprocess.run(
        [sys.executable, "-c", BLOCKS_OF_THEIR_OWN],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    given_back, left_mb = done.stdout.split()
    if given_back == "True":  # another C library than glibc has nothing to set
        assert int(left_mb) <= 4


def test_other_systems_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    assert not give_back_large_blocks()
