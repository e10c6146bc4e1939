"""Fonts and images as PDF objects (ISO 32000-1: 9.7 composite fonts, 9.10.3 ToUnicode, 8.9.5 image dictionaries)."""

from collections.abc import Iterable
from functools import lru_cache
from io import BytesIO
from typing import Any, Final, NamedTuple

from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFImageXObject,
    PDFObjectReference,
    PDFStream,
)

from humas_desk.photos.image import Image
from humas_desk.writers.pdf.fonts import Cut

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


def embed_font(document: PDFDocument, name: str, cut: Cut, characters: set[str]) -> PDFObjectReference:
    """The font with the characters' glyphs, as a resource `name`; text is drawn in it by glyph number."""
    font = cut.font
    glyphs = {cut.glyphs.get(ord(character), 0): character for character in sorted(characters, reverse=True)}
    program = cut.program(frozenset(glyphs))
    base_name = f"/{program.tag}+{font.name}"

    def scaled(length: float) -> float:
        return round(length * 1000 / font.units_per_em, 2)

    flags = SYMBOLIC | (SERIF if font.serif else 0) | (ITALIC if font.italic_angle else 0)
    file = PDFStream(
        PDFDictionary({"Length1": program.length, "Filter": "/FlateDecode"}), content=program.packed, filters=[]
    )
    descriptor = PDFDictionary(
        {
            "Type": "/FontDescriptor",
            "FontName": base_name,
            "Flags": flags | (FORCE_BOLD if font.weight >= BOLD_WEIGHT else 0),
            "FontBBox": f"[{' '.join(str(round(scaled(edge))) for edge in font.bbox)}]",
            "ItalicAngle": round(font.italic_angle, 2),
            "Ascent": scaled(font.ascent),
            "Descent": scaled(font.descent),
            "CapHeight": scaled(font.cap_height),
            "StemV": 50 + int((font.weight / 65) ** 2),
            "FontFile2": document.Reference(file, f"{name}.file"),
        }
    )
    widths = " ".join(f"{glyph} [{scaled(font.advances[glyph]):g}]" for glyph in sorted(glyphs))
    descendant = PDFDictionary(
        {
            "Type": "/Font",
            "Subtype": "/CIDFontType2",
            "BaseFont": base_name,
            "CIDSystemInfo": "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>",
            "FontDescriptor": document.Reference(descriptor, f"{name}.descriptor"),
            "DW": scaled(font.advances[0]),
            "W": f"[{widths}]",
            "CIDToGIDMap": "/Identity",
        }
    )
    to_unicode = PDFStream(content=to_unicode_map(glyphs), filters=None)
    whole = PDFDictionary(
        {
            "Type": "/Font",
            "Subtype": "/Type0",
            "BaseFont": base_name,
            "Encoding": "/Identity-H",
            "DescendantFonts": PDFArray([document.Reference(descendant, f"{name}.descendant")]),
            "ToUnicode": document.Reference(to_unicode, f"{name}.unicode"),
        }
    )
    reference: PDFObjectReference = document.Reference(whole, name)
    return reference


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


def embed_images(document: PDFDocument, images: Iterable[Image]) -> None:
    """Each image once, under its SHA-256."""
    for image in images:
        packed = packed_image(image)
        size = {"Width": packed.width_px, "Height": packed.height_px, "BitsPerComponent": 8}
        entries = {"Type": "/XObject", "Subtype": "/Image", **size}
        if packed.alpha is not None:
            mask = {**entries, "ColorSpace": "/DeviceGray", "Filter": "/FlateDecode"}
            stream = PDFStream(PDFDictionary(mask), content=packed.alpha, filters=[])
            entries["SMask"] = document.Reference(stream, f"{image.sha256}.mask")
        entries |= {"ColorSpace": packed.color_space, "Filter": packed.filter}
        document.addForm(image.sha256, PDFStream(PDFDictionary(entries), content=packed.data, filters=[]))
