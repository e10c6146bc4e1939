"""The shipped sample office and release: shown at the first start, and written where the user wants to look at them."""

import hashlib
from pathlib import Path

from humas_desk.desk.folders import Folders
from humas_desk.desk.history import State
from humas_desk.desk.saving import read_bytes, write_atomically
from humas_desk.photos.image import Image
from humas_desk.photos.markers import pixel_size
from humas_desk.release.container import bundle_bytes, read_bundle

OFFICE_NAME = "office.toml"
RELEASE_NAME = "contoh.json"
CONTAINER_NAME = "contoh.humas"


def sample_state(folders: Folders) -> State:
    """The sample release with its pictures. They are ours and admitted already, so their pixels are not looked at.

    Raises what `read_bundle` raises when the program's own files are spoilt.
    """
    bundle = read_bundle(folders.samples / RELEASE_NAME)
    photos = {name: _admitted_before(data) for name, data in bundle.photos.items()}
    return State(release=bundle.release, photos={name: image for name, image in photos.items() if image is not None})


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


def _admitted_before(data: bytes) -> Image | None:
    size = pixel_size(data)
    if size is None:
        return None
    form = "JPEG" if data.startswith(b"\xff\xd8") else "PNG"
    return Image(data=data, format=form, width_px=size[0], height_px=size[1], sha256=hashlib.sha256(data).hexdigest())
