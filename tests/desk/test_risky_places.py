from pathlib import Path, PurePosixPath

import pytest

from humas_desk.desk import risky_places
from humas_desk.desk.risky_places import Risk, file_system_of, risk_of

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
//server/humas /mnt/kantor\\040kami cifs rw 0 0
server:/home /mnt nfs4 rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [("/data/x", "ext4"), ("/mnt/x", "nfs4"), ("/mnt/kantor kami/x", "cifs"), ("/mnt/kantor kami", "cifs")],
)
def test_the_file_system_of_a_folder_is_that_of_its_nearest_mount(folder: str, kind: str) -> None:
    assert file_system_of(Path(PurePosixPath(folder)), MOUNTS) == kind


def test_nothing_is_known_of_a_folder_without_a_mount() -> None:
    assert file_system_of(Path("/x"), "") == ""


@pytest.mark.parametrize(
    "folder", ["OneDrive/DATA", "OneDrive - Bawaslu/a", "Dropbox", "Google Drive/a", "iCloud Drive"]
)
def test_folders_of_cloud_services_are_risky(tmp_path: Path, folder: str) -> None:
    assert risk_of(tmp_path / folder) is Risk.CLOUD


@pytest.mark.parametrize("folder", ["data", "Megah", "Boxes", "cloudy"])
def test_other_folders_are_not(tmp_path: Path, folder: str) -> None:
    assert risk_of(tmp_path / folder) is None


def test_a_network_folder_is_risky(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(risky_places, "_is_on_network", lambda _folder: True)
    assert risk_of(tmp_path) is Risk.NETWORK
