"""A disk that is really full, and one that is read-only: a small tmpfs in a namespace of its own."""

from pathlib import Path
import shlex
import subprocess
import sys

import pytest

NOT_ALLOWED = "no small disk may be mounted here"
MEGABYTES = 3
MOUNT = f"mount -t tmpfs -o size={MEGABYTES}m small {{disk}}"


def apart(command: str) -> subprocess.CompletedProcess[str]:
    """Run in a mount namespace that goes with the process."""
    return subprocess.run(
        ["unshare", "--map-root-user", "--mount", "sh", "-ec", command],
        cwd=Path(__file__).resolve().parents[2], capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux mounts a disk of a few megabytes for one process")
def test_on_a_full_and_on_a_read_only_disk_nothing_is_lost_and_work_goes_on(tmp_path: Path) -> None:
    mount = MOUNT.format(disk=shlex.quote(str(tmp_path)))
    if apart(mount).returncode:
        pytest.skip(NOT_ALLOWED)
    done = apart(
        f"{mount}; exec {shlex.quote(sys.executable)} -m tests.torture.small_disk {shlex.quote(str(tmp_path))}"
    )
    assert (done.stdout, done.returncode) == ("done\n", 0), done.stderr
