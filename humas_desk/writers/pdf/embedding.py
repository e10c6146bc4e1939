"""Fonts and images as PDF objects (ISO 32000-1: 9.7 composite fonts, 9.10.3 ToUnicode, 8.9.5 image dictionaries)."""

from functools import lru_cache
from io import BytesIO
from typing import Any, Final, NamedTuple

from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfdoc import PDFImageXObject

from humas_desk.photos.image import Image
from humas_desk.photos.markers import jpeg_channels
from humas_desk.writers.pdf.file import PdfFile
from humas_desk.writers.pdf.font_file import FontFile
from humas_desk.writers.pdf.fonts import Cut

rl_config.useA85 = 0  # pixels deflated, not spelt in letters besides

SYMBOLIC: Final = 1 << 2
SERIF: Final = 1 << 1
ITALIC: Final = 1 << 6
FORCE_BOLD: Final = 1 << 18
BOLD_WEIGHT: Final = 600
CMAP_BLOCK: Final = 100
"""Most entries of one bfchar block (Adobe Technical Note 5014)."""
IMAGES_KEPT: Final = 16

CMAP_HEAD: Final = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""
CMAP_FOOT: Final = """endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


def embed_font(file: PdfFile, cut: Cut, characters: set[str]) -> str:
    """Put the font with the characters' glyphs into the file; gives the reference to it. Text names glyph numbers."""
    font = cut.font
    glyphs = {cut.glyphs.get(ord(character), 0): character for character in sorted(characters, reverse=True)}
    program = cut.program(frozenset(glyphs), compress=file.compress)
    base_name = f"/{program.tag}+{font.name}"
    packing = " /Filter /FlateDecode" if program.is_packed else ""
    data = file.add(f"<< /Length {len(program.data)} /Length1 {program.length}{packing} >>", program.data)
    descriptor = file.add(f"<< {_description(font)} /FontName {base_name} /FontFile2 {data} >>")
    widths = " ".join(f"{glyph} [{_scaled(font, font.advances[glyph])}]" for glyph in sorted(glyphs))
    descendant = file.add(
        f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont {base_name} /CIDToGIDMap /Identity\n"
        f"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>\n"
        f"/FontDescriptor {descriptor} /DW {_scaled(font, font.advances[0])}\n/W [{widths}] >>"
    )
    unicode = file.add_stream("", to_unicode_map(glyphs).encode("ascii"))
    return file.add(
        f"<< /Type /Font /Subtype /Type0 /BaseFont {base_name} /Encoding /Identity-H\n"
        f"/DescendantFonts [{descendant}] /ToUnicode {unicode} >>"
    )


def _scaled(font: FontFile, length: float) -> str:
    """A length in thousandths of an em, as PDF counts glyph widths."""
    return f"{length * 1000 / font.units_per_em:.2f}".rstrip("0").rstrip(".")


def _description(font: FontFile) -> str:
    """What a reader without the font would need to imitate it."""
    flags = SYMBOLIC | (SERIF if font.serif else 0) | (ITALIC if font.italic_angle else 0)
    flags |= FORCE_BOLD if font.weight >= BOLD_WEIGHT else 0
    box = " ".join(_scaled(font, edge) for edge in font.bbox)
    return (
        f"/Type /FontDescriptor /Flags {flags} /FontBBox [{box}] /ItalicAngle {font.italic_angle:.2f}\n"
        f"/Ascent {_scaled(font, font.ascent)} /Descent {_scaled(font, font.descent)} "
        f"/CapHeight {_scaled(font, font.cap_height)} /StemV {50 + int((font.weight / 65) ** 2)}\n"
    )


def to_unicode_map(glyphs: dict[int, str]) -> str:
    """A CMap from glyph numbers to the characters they stand for, for copying and reading aloud."""
    entries = [
        f"<{glyph:04x}> <{character.encode('utf-16-be', 'replace').hex()}>"
        for glyph, character in sorted(glyphs.items())
        if glyph
    ]
    blocks = [entries[start : start + CMAP_BLOCK] for start in range(0, len(entries), CMAP_BLOCK)]
    body = "".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks)
    return CMAP_HEAD + body + CMAP_FOOT


_JPEG_SPACES: dict[int | None, str] = {1: "/DeviceGray", 3: "/DeviceRGB"}


class PackedImage(NamedTuple):
    """An image as a PDF stores it."""

    data: bytes
    filter: str
    color_space: str
    width_px: int
    height_px: int
    alpha: bytes | None = None
    """Deflated grey samples of the same size: the soft mask."""


@lru_cache(maxsize=IMAGES_KEPT)
def packed_image(image: Image) -> PackedImage:
    """A JPEG's bytes as they are; a PNG's pixels, deflated, transparency apart."""
    space = _JPEG_SPACES.get(jpeg_channels(image.data)) if image.format == "JPEG" else None
    if space is not None:  # no need to wake Pillow, which loads all its formats before it opens one
        return PackedImage(image.data, "/DCTDecode", space, image.width_px, image.height_px)
    drawn: Any = PDFImageXObject(image.sha256, ImageReader(BytesIO(image.data)), mask="auto")
    mask = getattr(drawn, "_smask", None)
    is_jpeg = image.format == "JPEG"
    return PackedImage(
        data=image.data if is_jpeg else drawn.streamContent,
        filter="/DCTDecode" if is_jpeg else "/FlateDecode",
        color_space=f"/{drawn.colorSpace}",
        width_px=drawn.width,
        height_px=drawn.height,
        alpha=None if mask is None else mask.streamContent,
    )


def embed_image(file: PdfFile, image: Image) -> str:
    """Put an image into the file; gives the reference to it."""
    packed = packed_image(image)
    size = f"/Width {packed.width_px} /Height {packed.height_px} /BitsPerComponent 8"
    mask = ""
    if packed.alpha is not None:
        words = f"/ColorSpace /DeviceGray /Filter /FlateDecode /Length {len(packed.alpha)}"
        reference = file.add(f"<< /Type /XObject /Subtype /Image {size} {words} >>", packed.alpha)
        mask = f" /SMask {reference}"
    words = f"/ColorSpace {packed.color_space} /Filter {packed.filter}{mask} /Length {len(packed.data)}"
    file.identify(image.sha256)
    return file.add(f"<< /Type /XObject /Subtype /Image {size} {words} >>", packed.data)
