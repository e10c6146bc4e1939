"""Pictures and captions of a draft as photo blocks: what stands beside each other belongs together."""

from dataclasses import dataclass, field, replace

from humas_desk.intake.manuscript import ManuscriptImage
from humas_desk.photos.image import Image
from humas_desk.release.blocks import Block, Photo, PhotoFile

_MOST_FILES = 6


@dataclass(slots=True)
class PhotoBlocks:
    """The pictures taken so far, by the file names the release has."""

    images: dict[str, Image] = field(default_factory=dict)
    row: int = 0
    """Of the last picture."""

    def put(self, blocks: list[Block], found: ManuscriptImage) -> int:
        """A picture; gives the block it stands in: with others of its row, or with the caption just before it."""
        suffix = ".png" if found.image.format == "PNG" else ".jpg"
        name = f"foto-{len(self.images) + 1}{suffix}"
        self.images[name] = found.image
        file = PhotoFile(file=name, alt=" ".join(found.alt.split()))
        last = blocks[-1] if blocks else None
        waits = isinstance(last, Photo) and not last.files
        in_row = isinstance(last, Photo) and found.row != 0 and found.row == self.row and len(last.files) < _MOST_FILES
        self.row = found.row
        if isinstance(last, Photo) and (waits or in_row):
            blocks[-1] = replace(last, files=(*last.files, file))
        else:
            blocks.append(Photo(id=f"i{len(blocks) + 1}", files=(file,)))
        return len(blocks) - 1

    def caption(self, blocks: list[Block], text: str, credit: str | None = None) -> int:
        """A caption; gives the block it stands in: of the picture just before it, else one that waits for a picture."""
        last = blocks[-1] if blocks else None
        if isinstance(last, Photo) and last.caption is None:
            blocks[-1] = replace(last, caption=text or None, credit=credit or last.credit)
        else:
            blocks.append(Photo(id=f"i{len(blocks) + 1}", caption=text or None, credit=credit))
        return len(blocks) - 1
