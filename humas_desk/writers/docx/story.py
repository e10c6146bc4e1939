"""What paragraphs of one part (body, header, footer) share: styles, lists, relationships and picture numbers."""

from dataclasses import field
from hashlib import sha256

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package

from humas_desk.layout.document import Document, Picture
from humas_desk.photos.image import Image
from humas_desk.values import dataclass
from humas_desk.writers.docx.links import safe_target
from humas_desk.writers.docx.numbering import Lists
from humas_desk.writers.docx.styles import StyleSheet


@dataclass(slots=True, kw_only=True)
class Copy:
    """Remembers what the whole file has so far."""

    package: Package
    document: Document
    measure_twips: int
    sheet: StyleSheet = field(default_factory=StyleSheet)
    lists: Lists = field(default_factory=Lists)
    _images: dict[str, Part] = field(default_factory=dict)
    _numbers: set[int] = field(default_factory=set)

    def image_part(self, image: Image) -> Part:
        """The part that holds an image; one for all its places."""
        if image.sha256 not in self._images:
            ending, kind = ("png", CONTENT_TYPE.PNG) if image.format == "PNG" else ("jpeg", CONTENT_TYPE.JPEG)
            name = PackURI(f"/word/media/{image.sha256[:16]}.{ending}")
            self._images[image.sha256] = Part(name, kind, image.data, self.package)
        return self._images[image.sha256]

    def drawing_number(self, picture: Picture) -> int:
        """A number that no other drawing of the file has, from the picture itself."""
        known = f"{picture.image.sha256}/{picture.place}/{picture.alt}".encode("utf-8", "replace")
        number = int.from_bytes(sha256(known).digest()[:4], "big") >> 1 or 1
        while number in self._numbers:
            number = number % 0x7FFFFFFF + 1
        self._numbers.add(number)
        return number


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One part of the file, while it is written."""

    copy: Copy
    part: Part

    def image_relation(self, image: Image) -> str:
        """Relationship id of an image in this part."""
        return self.part.relate_to(self.copy.image_part(image), RELATIONSHIP_TYPE.IMAGE)

    def link_relation(self, link: str) -> str | None:
        """Relationship id of an address; None when Word could not open it."""
        target = safe_target(link)
        return self.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True) if target else None
