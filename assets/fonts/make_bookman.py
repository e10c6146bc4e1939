"""Makes HumasBookman-*.ttf from the OpenType files of TeX Gyre Bonum 2.004 (Debian package fonts-texgyre).

PDF and DOCX carry TrueType outlines, TeX Gyre comes with PostScript ones. The outlines are drawn anew as quadratic curves
(off by at most half a thousandth of an em), widths stay; kerning and ligatures are left out, because neither Word nor we
use them, and LibreOffice would break the lines elsewhere. Renamed, as the GUST Font License asks of a changed font.

    python assets/fonts/make_bookman.py FOLDER-WITH-THE-OTF-FILES
"""

from pathlib import Path
import sys

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

FAMILY = "Humas Bookman"
FILE_STEM = "HumasBookman"
CUTS = {
    "regular": ("Regular", 400),
    "bold": ("Bold", 700),
    "italic": ("Italic", 400),
    "bolditalic": ("BoldItalic", 700),
}
"""Ending of the source file: name of the cut, weight (OS/2 usWeightClass)."""
LARGEST_ERROR = 0.5
"""Of a curve, in thousandths of an em."""
LEFT_OUT = ("CFF ", "VORG", "GPOS", "GSUB", "GDEF", "DSIG", "FFTM")
TRUETYPE = "\x00\x01\x00\x00"
KEPT_NAMES = (0, 5, 13, 14)
"""Copyright, version, licence and its address; the others are ours (OpenType, table `name`)."""
WINDOWS = (3, 1, 0x409)
MADE_ON = 3_500_000_000
"""Seconds since 1904: the files are the same whenever they are made."""


def convert(source: Path, target: Path, cut: str, weight: int) -> None:
    """Write the TrueType twin of one OpenType file."""
    font = TTFont(source, recalcTimestamp=False)
    outlines = font.getGlyphSet()
    glyphs = {}
    for name in font.getGlyphOrder():
        pen = TTGlyphPen(None)
        outlines[name].draw(Cu2QuPen(pen, LARGEST_ERROR, reverse_direction=True))
        glyphs[name] = pen.glyph()
    for tag in LEFT_OUT:
        if tag in font:
            del font[tag]
    font["loca"] = newTable("loca")
    font["glyf"] = newTable("glyf")
    font["glyf"].glyphOrder = font.getGlyphOrder()
    font["glyf"].glyphs = glyphs
    _truetype_limits(font, len(glyphs))
    _rename(font, cut)
    font["OS/2"].usWeightClass = weight
    font["head"].created = font["head"].modified = MADE_ON
    font.sfntVersion = TRUETYPE
    font.save(target)


def _truetype_limits(font: TTFont, count: int) -> None:
    """`maxp` 1.0 and a `post` with names, as TrueType wants them; fontTools fills in what depends on the outlines."""
    maxp = newTable("maxp")
    maxp.tableVersion = 0x00010000
    maxp.numGlyphs = count
    for field in ("Zones", "TwilightPoints", "Storage", "FunctionDefs", "InstructionDefs", "StackElements"):
        setattr(maxp, f"max{field}", 1 if field == "Zones" else 0)
    maxp.maxSizeOfInstructions = 0
    maxp.maxComponentElements = max(len(getattr(glyph, "components", ())) for glyph in font["glyf"].glyphs.values())
    font["maxp"] = maxp
    post = font["post"]
    post.formatType = 2.0
    post.extraNames, post.mapping = [], {}
    post.glyphOrder = font.getGlyphOrder()


def _rename(font: TTFont, cut: str) -> None:
    names = font["name"]
    kept = {number: names.getDebugName(number) or "" for number in KEPT_NAMES}
    names.names = []
    own = {
        1: FAMILY,
        2: "Bold Italic" if cut == "BoldItalic" else cut,
        3: f"{FILE_STEM}-{cut} 1.000",
        4: f"{FAMILY} {cut}",
        6: f"{FILE_STEM}-{cut}",
    }
    for number, text in {**kept, **own}.items():
        names.setName(text, number, *WINDOWS)


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    for ending, (cut_name, weight_class) in CUTS.items():
        convert(
            folder / f"texgyrebonum-{ending}.otf",
            Path(__file__).parent / f"{FILE_STEM}-{cut_name}.ttf",
            cut_name,
            weight_class,
        )
