"""Files of drafts that were made to hurt: what they cost, and the fuzzer's try at each reader."""

import os
from pathlib import Path
import subprocess
import sys

import pytest

from tests.intake import hostile
from tests.torture.amounts import LONG

ROOT = Path(__file__).resolve().parents[2]
MOST_MB = 300
MOST_SECONDS = 0.2
FUZZING_SECONDS = 300
_COST = """
import sys, time
from pathlib import Path
from humas_desk.errors import FileError
from humas_desk.intake.opening import open_draft
taken = []
for _ in range(3):
    start = time.perf_counter()
    try:
        open_draft(Path(sys.argv[1]))
        said = "read"
    except FileError as error:
        said = type(error).__name__
    taken.append(time.perf_counter() - start)
most = next(line for line in Path("/proc/self/status").read_text(encoding="utf-8").splitlines() if line[:5] == "VmHWM")
print(said, min(taken), int(most.split()[1]) / 1024)
"""


def cost(path: Path) -> tuple[str, float, float]:
    """What became of a file in a process of its own: word, seconds (the best of three), and the most memory in MB."""
    command = [sys.executable, "-c", _COST, str(path)]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True, encoding="utf-8")
    said, seconds, megabytes = done.stdout.split()
    return said, float(seconds), float(megabytes)


if LONG and sys.platform == "linux":

    @pytest.mark.parametrize("name", hostile.REFUSED)
    def test_a_hostile_file_is_refused_at_once_and_in_little_memory(name: str, tmp_path: Path) -> None:
        path = tmp_path / "draf.docx"
        path.write_bytes(hostile.REFUSED[name]())
        said, seconds, megabytes = cost(path)
        assert said != "read"
        assert seconds < MOST_SECONDS
        assert megabytes < MOST_MB

    def test_fifty_large_pictures_stay_within_the_memory(tmp_path: Path) -> None:
        path = tmp_path / "draf.docx"
        path.write_bytes(hostile.many_pictures())
        said, _seconds, megabytes = cost(path)
        assert said == "read"
        assert megabytes < MOST_MB

    @pytest.mark.parametrize("reader", ["docx", "odt", "html", "pdf"])
    def test_the_fuzzer_finds_no_crash_no_hang_and_no_hunger(reader: str, tmp_path: Path) -> None:
        command = [sys.executable, "-m", "tests.torture.fuzz_drafts", reader, f"-max_total_time={FUZZING_SECONDS}"]
        limits = ["-timeout=10", f"-rss_limit_mb={MOST_MB}", "-max_len=4000", f"-artifact_prefix={tmp_path}/"]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        done = subprocess.run([*command, *limits], cwd=tmp_path, env=environment, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr[-3000:].decode("utf-8", "replace")
