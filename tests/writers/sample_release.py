"""The shipped sample as a document, in each of the shipped templates."""

from dataclasses import replace
from pathlib import Path

from humas_desk.layout.compose import compose
from humas_desk.layout.document import Document
from humas_desk.layout.loader import load_template
from humas_desk.photos.admit import admit
from humas_desk.photos.image import Image
from humas_desk.release.codec import decode_release
from humas_desk.release.office_file import read_office
from humas_desk.release.release import Kind


def sample_document(root: Path, kind: Kind, logo: Image | None = None) -> Document:
    """The sample as a release of this kind, composed with the template of the same name."""
    folder = root / "assets" / "samples"
    release = decode_release((folder / "contoh.json").read_bytes(), folder / "contoh.json")
    photo = admit((folder / "contoh.jpg").read_bytes(), path=folder / "contoh.jpg")
    office = read_office(folder / "office.toml")
    template = load_template(root / "templates" / kind.value)
    return compose(replace(release, kind=kind), office, template, images={"contoh.jpg": photo}, logo=logo)
