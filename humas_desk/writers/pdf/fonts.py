"""The shipped fonts: widths and coverage for typesetting, subsets for the PDF.

A subset keeps the font's glyph numbers and text is written as those numbers, so what is remembered here (widths, coded
text, packed programs) is right for every document: nothing depends on what was drawn before.
"""

from collections.abc import Iterator
from functools import lru_cache
import hashlib
from pathlib import Path
from typing import Final
import zlib

from humas_desk.errors import FileMissing, FileUnreadable
from humas_desk.layout.document import Family
from humas_desk.typeset.pages import Face
from humas_desk.typeset.paragraph import FIRM_SPACE, STRETCHING
from humas_desk.values import dataclass
from humas_desk.writers.pdf.font_file import FontFile, read_font, subset

FILES: Final = {
    (Family.SANS, False, False): "LiberationSans-Regular.ttf",
    (Family.SANS, True, False): "LiberationSans-Bold.ttf",
    (Family.SANS, False, True): "LiberationSans-Italic.ttf",
    (Family.SANS, True, True): "LiberationSans-BoldItalic.ttf",
    (Family.SERIF, False, False): "LiberationSerif-Regular.ttf",
    (Family.SERIF, True, False): "LiberationSerif-Bold.ttf",
    (Family.SERIF, False, True): "LiberationSerif-Italic.ttf",
    (Family.SERIF, True, True): "LiberationSerif-BoldItalic.ttf",
    (Family.CARLITO, False, False): "Carlito-Regular.ttf",
    (Family.CARLITO, True, False): "Carlito-Bold.ttf",
    (Family.CARLITO, False, True): "Carlito-Italic.ttf",
    (Family.CARLITO, True, True): "Carlito-BoldItalic.ttf",
    (Family.BOOKMAN, False, False): "HumasBookman-Regular.ttf",
    (Family.BOOKMAN, True, False): "HumasBookman-Bold.ttf",
    (Family.BOOKMAN, False, True): "HumasBookman-Italic.ttf",
    (Family.BOOKMAN, True, True): "HumasBookman-BoldItalic.ttf",
    (Family.FALLBACK, False, False): "DejaVuSans.ttf",
    (Family.FALLBACK, True, False): "DejaVuSans-Bold.ttf",
    (Family.FALLBACK, False, True): "DejaVuSans.ttf",
    (Family.FALLBACK, True, True): "DejaVuSans-Bold.ttf",
}
"""The fallback has no italics: its upright cut stands in (same advances)."""

SAME_GLYPH: Final = ((0x2011, 0x2D), (0x00A0, 0x20))
"""Characters that a font may lack, and those that look the same: Liberation has no firm hyphen."""
PROFILE_FILE: Final = "icc/sRGB.icc"
"""Beside the fonts' folder."""
PROGRAMS_KEPT: Final = 64
"""Subsets remembered; about 20 kB each, 40 kB plain."""
CODED_KEPT: Final = 30_000
"""Coded pieces of lines remembered: about 300 pages."""


def read_profile(path: Path) -> bytes:
    """A colour profile's bytes. FileMissing, FileUnreadable."""
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise FileMissing(path) from error
    except OSError as error:
        raise FileUnreadable(path, str(error)) from error


class _Advances(dict[str, float]):
    """Advance of each character in em, worked out when first asked for."""

    def __init__(self, font: FontFile, glyphs: dict[int, int]) -> None:
        super().__init__()
        self._font = font
        self._glyphs = glyphs

    def __missing__(self, character: str) -> float:
        advance = self._font.advances[self._glyphs.get(ord(character), 0)] / self._font.units_per_em
        self[character] = advance
        return advance


class _Codes(dict[str, str]):
    """Glyph number of each character as four hexadecimal digits."""

    def __init__(self, glyphs: dict[int, int]) -> None:
        super().__init__()
        self._glyphs = glyphs

    def __missing__(self, character: str) -> str:
        code = f"{self._glyphs.get(ord(character), 0):04x}"
        self[character] = code
        return code


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """A font subset as it is embedded."""

    tag: str
    """Six letters that tell this subset from others (ISO 32000-1, 9.6.4)."""
    data: bytes
    """Deflated, or plain."""
    length: int
    """Plain, in bytes."""
    is_packed: bool


class Cut:
    """One font file, read, with what is remembered of it."""

    def __init__(self, font: FontFile) -> None:
        self.font = font
        self.glyphs = {other: font.glyphs[code] for other, code in SAME_GLYPH if code in font.glyphs} | font.glyphs
        """Glyph number of each character that can be drawn."""
        self.advances = _Advances(font, self.glyphs)
        self.codes = _Codes(self.glyphs)
        self.program = lru_cache(maxsize=PROGRAMS_KEPT)(self._program)
        """Subset for a set of glyph numbers, to be packed or not."""
        self.coded = lru_cache(maxsize=CODED_KEPT)(self._coded)
        """A text as the operand of TJ: glyph numbers, with an adjustment (thousandths of an em) after each space."""

    def _coded(self, text: str, adjustment: float) -> str:
        codes = self.codes
        if not adjustment:
            return "[<" + "".join(map(codes.__getitem__, text)) + ">]"
        gap = f">{adjustment:.1f}<"
        words = (
            "".join(codes[character] + gap if character in STRETCHING else codes[character] for character in text)
            if FIRM_SPACE in text
            else (codes[" "] + gap).join("".join(map(codes.__getitem__, word)) for word in text.split(" "))
        )
        return f"[<{words}>]"

    def _program(self, glyphs: frozenset[int], *, compress: bool) -> Program:
        plain = subset(self.font, glyphs)
        digest = hashlib.sha256(",".join(map(str, sorted(glyphs))).encode("ascii")).digest()
        tag = "".join(chr(65 + byte % 26) for byte in digest[:6])
        data = zlib.compress(plain) if compress else plain
        return Program(tag=tag, data=data, length=len(plain), is_packed=compress)


class Fonts:
    """The fonts of a folder and the profile of the one beside it. Read when first used; FileMissing, FileUnreadable."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._profile = b""
        self._cuts: dict[str, Cut] = {}
        self._by_face: dict[Face, Cut] = {}

    def cut(self, face: Face) -> Cut:
        """The font file that draws a face."""
        if (known := self._by_face.get(face)) is not None:
            return known
        name = FILES[face.family, face.bold, face.italic]
        if name not in self._cuts:
            self._cuts[name] = Cut(read_font(self._folder / name))
        self._by_face[face] = self._cuts[name]
        return self._cuts[name]

    @property
    def srgb(self) -> bytes:
        """The colour profile that an archived file carries: what its red, green and blue mean."""
        if not self._profile:
            self._profile = read_profile(self._folder.parent / PROFILE_FILE)
        return self._profile

    def width_pt(self, text: str, face: Face, size_pt: float) -> float:
        """Advance of the characters, unkerned, in pt."""
        return sum(map(self.cut(face).advances.__getitem__, text)) * size_pt

    def advances(self, text: str, face: Face) -> Iterator[float]:
        """Advance of each character, unkerned, in em."""
        return map(self.cut(face).advances.__getitem__, text)

    def covers(self, character: str, face: Face) -> bool:
        """Whether the face can draw the character."""
        return ord(character) in self.cut(face).glyphs
