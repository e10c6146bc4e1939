"""A skip that nobody listed fails the run; a listed one does not."""

import os
from pathlib import Path
import subprocess
import sys

import pytest

from tests.conftest import SHARED_ABSENT, STRICT

SKIPPING = "import pytest\n\n\ndef test_of_something() -> None:\n    pytest.skip({reason!r})\n"
SKIPPING_FILE = "import pytest\n\npytest.skip({reason!r}, allow_module_level=True)\n"


def run(root: Path, folder: Path, text: str, *, strict: bool) -> subprocess.CompletedProcess[str]:
    """pytest over one file in a folder of its own, with this project's hooks."""
    (folder / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    (folder / "test_one.py").write_text(text, encoding="utf-8")
    environment = {name: value for name, value in os.environ.items() if name != STRICT} | {"PYTHONPATH": str(root)}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "tests.conftest", "-p", "no:cacheprovider", "."]
    return subprocess.run(
        command,
        cwd=folder,
        env=environment | ({STRICT: "1"} if strict else {}),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize("text", [SKIPPING, SKIPPING_FILE])
def test_a_skip_that_nobody_listed_fails_the_gate(root: Path, tmp_path: Path, text: str) -> None:
    done = run(root, tmp_path, text.format(reason="it is Monday"), strict=True)
    assert done.returncode != 0
    assert "not listed in tests/allowed_skips.txt: it is Monday" in done.stdout


def test_a_listed_skip_passes_the_gate(root: Path, tmp_path: Path) -> None:
    done = run(root, tmp_path, SKIPPING.format(reason=SHARED_ABSENT), strict=True)
    assert done.returncode == 0, done.stdout
    assert "1 skipped" in done.stdout


def test_at_the_desk_a_skip_is_only_a_skip(root: Path, tmp_path: Path) -> None:
    assert run(root, tmp_path, SKIPPING.format(reason="it is Monday"), strict=False).returncode == 0
