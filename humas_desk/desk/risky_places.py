"""Folders in which an archive may come to harm: on a network, or kept in step by a cloud service."""

from enum import StrEnum
from pathlib import Path
import sys


class Risk(StrEnum):
    """Why a folder is no good place for an archive."""

    NETWORK = "network"
    """Another computer's disk: locks and flushes may not be what they say."""
    CLOUD = "cloud"
    """A service copies its files while they change, and may bring back old ones."""


_CLOUD_FOLDERS = ("onedrive", "dropbox", "google drive", "googledrive", "my drive", "icloud", "nextcloud", "owncloud",
                  "pcloud", "mega", "megasync", "box sync", "syncthing")  # fmt: skip
_NETWORK_SYSTEMS = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ncpfs", "fuse.sshfs", "fuse.rclone", "9p", "davfs", "fuse.davfs2"}
)
_DRIVE_REMOTE = 4
"""What Windows' GetDriveTypeW says of another computer's disk."""


def risk_of(folder: Path) -> Risk | None:
    """What may happen to an archive there; None: nothing that is known."""
    if _is_on_network(folder):
        return Risk.NETWORK
    names = [part.casefold() for part in folder.parts]
    in_cloud = any(
        name == cloud or name.startswith((f"{cloud} ", f"{cloud}-")) for name in names for cloud in _CLOUD_FOLDERS
    )
    return Risk.CLOUD if in_cloud else None


def file_system_of(folder: Path, mounts: str) -> str:
    """The kind of file system a folder lies on, from the text of /proc/mounts; empty: not known."""
    best, found = -1, ""
    for line in mounts.splitlines():
        _device, place, kind, *_rest = line.split(" ")
        place = place.replace("\\040", " ")
        if len(place) > best and (folder == Path(place) or Path(place) in folder.parents):
            best, found = len(place), kind
    return found


def _is_on_network(folder: Path) -> bool:
    if sys.platform == "win32":
        import ctypes

        anchor = folder.absolute().anchor
        return anchor.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(anchor) == _DRIVE_REMOTE
    try:
        mounts = Path("/proc/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    return file_system_of(folder.absolute(), mounts) in _NETWORK_SYSTEMS
