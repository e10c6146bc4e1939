"""Random edits for weeks: memory stays flat, and the archive grows with what it holds and with nothing else."""

import json
from pathlib import Path
import subprocess
import sys

import pytest

from tests.torture.amounts import LONG

EDITS = 100_000 if LONG else 2000
MEMORY_MB = 10
"""More at the end than when a fifth was done."""
FILE_RATIO, FILE_BYTES = 4, 1_000_000
"""The archive's file against the most it ever held, and what an empty one may take."""
LOG_BYTES = 8_000_000


@pytest.mark.skipif(sys.platform == "win32", reason="only Linux tells a process its memory as a file")
@pytest.mark.timeout(3600)
def test_weeks_of_random_edits_need_no_more_memory_and_no_more_disk(
    tmp_path: Path, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = [sys.executable, "-m", "tests.torture.long_writer", str(tmp_path), str(EDITS)]
    done = subprocess.run(command, cwd=root, check=True, capture_output=True, text=True, encoding="utf-8")
    looks = [json.loads(line) for line in done.stdout.splitlines()]
    with capsys.disabled():
        sys.stdout.write(f"\n{EDITS} edits: {looks[1]} … {looks[-1]}\n")
    assert looks[-1]["megabytes"] - looks[1]["megabytes"] < MEMORY_MB
    assert looks[-1]["file"] < FILE_RATIO * max(look["holds"] for look in looks) + FILE_BYTES
    assert max(look["log"] for look in looks) < LOG_BYTES
