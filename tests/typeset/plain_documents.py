"""Documents for the tests of typesetting, made by hand, and a font in which every width is known."""

from collections.abc import Iterable
import hashlib

from humas_desk.layout.document import (
    Align,
    Block,
    Document,
    Family,
    Geometry,
    Letterhead,
    Metadata,
    Origin,
    Picture,
    Role,
    Run,
    Style,
    Text,
)
from humas_desk.photos.image import Image
from humas_desk.typeset.pages import Face, Item, Page, Pages, SetLine

LEFT = Style(size_pt=10, leading_pt=20, after_pt=10)
"""Ten points, so a character of half an em is 5 pt wide."""
STYLES = dict.fromkeys(Role, LEFT)
PAPER = Geometry(width_mm=100, height_mm=100, left_mm=10, right_mm=10, top_mm=10, next_top_mm=10, bottom_mm=10)


class HalfEm:
    """Every character is half an em wide; nothing beyond U+2FFF can be drawn, and the fallback alone has Greek."""

    def advances(self, text: str, _face: Face) -> list[float]:
        return [0.5] * len(text)

    def width_pt(self, text: str, face: Face, size_pt: float) -> float:
        return sum(self.advances(text, face)) * size_pt

    def covers(self, character: str, face: Face) -> bool:
        if "\u0370" <= character <= "\u03ff":
            return face.family is Family.FALLBACK
        return ord(character) < 0x3000 and not 0xD800 <= ord(character) < 0xE000


HALF_EM = HalfEm()


def text(
    characters: str,
    *,
    role: Role = Role.BODY,
    place: str = "blocks[0].text",
    marker: str = "",
    new_page: bool = False,
) -> Text:
    """A paragraph of one run."""
    run = Run(text=characters, origin=Origin(place=place))
    return Text(role=role, runs=(run,), marker=marker, new_page=new_page)


def document(*body: Block, styles: dict[Role, Style] | None = None, geometry: Geometry = PAPER) -> Document:
    """A document without letterhead or footer."""
    return Document(
        metadata=Metadata(title="Judul", author="Kantor Contoh"),
        geometry=geometry,
        styles=STYLES | (styles or {}),
        letterhead=Letterhead(pages="none"),
        body=body,
    )


def image(data: bytes = b"pixels", width_px: int = 100, height_px: int = 50) -> Image:
    """A picture whose bytes are never looked at."""
    digest = hashlib.sha256(data).hexdigest()
    return Image(data=data, format="JPEG", width_px=width_px, height_px=height_px, sha256=digest)


def picture(width_mm: float, height_mm: float) -> Picture:
    return Picture(image=image(), width_mm=width_mm, height_mm=height_mm, alt="Rapat", place="blocks[1].files[0]")


def lines(items: Iterable[Item]) -> list[SetLine]:
    return [item for item in items if isinstance(item, SetLine)]


def words_of(page: Page) -> list[str]:
    """The lines of a page's body, without the spaces that hang."""
    return [line.text.rstrip() for line in lines(page.items)]


def page_lines(pages: Pages) -> list[list[str]]:
    return [words_of(page) for page in pages.pages]


def centred(size_pt: float = 10, leading_pt: float = 12) -> Style:
    return Style(size_pt=size_pt, leading_pt=leading_pt, after_pt=0, align=Align.CENTER)
