"""The shipped sample office and release, written where the user wants to look at them."""

from pathlib import Path

from humas_desk.desk.folders import Folders
from humas_desk.desk.saving import read_bytes, write_atomically
from humas_desk.release.container import bundle_bytes, read_bundle

OFFICE_NAME = "office.toml"
RELEASE_NAME = "contoh.json"
CONTAINER_NAME = "contoh.humas"


def write_samples(folders: Folders, to: Path) -> tuple[Path, ...]:
    """Write office.toml, contoh.humas, contoh.json and the pictures it names into the folder; gives their paths.

    Raises TargetLocked, TargetReadOnly, DiskFull or WriteFailed.
    """
    bundle = read_bundle(folders.samples / RELEASE_NAME)
    files = {
        OFFICE_NAME: read_bytes(folders.samples / OFFICE_NAME),
        CONTAINER_NAME: bundle_bytes(bundle),
        RELEASE_NAME: read_bytes(folders.samples / RELEASE_NAME),
        **bundle.photos,
    }
    for name, data in files.items():
        write_atomically(to / name, data)
    return tuple(to / name for name in files)
