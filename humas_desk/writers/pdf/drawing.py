"""A page as PDF operators: text by glyph number, bars and pictures; y turned to grow upwards."""

from collections.abc import Iterable
from functools import lru_cache
from math import cos, radians, sin
from typing import Final

from humas_desk.photos.image import Image
from humas_desk.typeset.pages import Face, PageMark, SetPicture, Span, Stroke
from humas_desk.writers.pdf.file import number
from humas_desk.writers.pdf.fonts import Cut, Fonts

BLACK: Final = "#000000"
WATERMARK: Final = "/Artifact << /Type /Pagination /Subtype /Watermark >> BDC"


_Font = tuple[str, Cut, list[str]]


@lru_cache(maxsize=4096)
def _fixed(length_pt: float) -> str:
    """A place, remembered: lines stand below each other, and on every page at the same heights."""
    return f"{length_pt:.3f}"


class Ink:
    """What a document's pages use: fonts with their characters, and images."""

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts
        self.cuts: dict[str, Cut] = {}
        """By resource name, in the order of first use."""
        self.texts: dict[str, list[str]] = {}
        """What is set in each of them, piece by piece."""
        self.images: dict[str, Image] = {}
        """By resource name, in the order of first use."""
        self._known: dict[Face, _Font] = {}
        self._last: tuple[Face, _Font] | None = None
        self._image_names: dict[str, str] = {}

    def font(self, face: Face) -> _Font:
        """Resource name and font file of a face, and the list of its texts; the same for faces drawn by one file."""
        if self._last is None or self._last[0] is not face:
            self._last = face, self._known.get(face) or self._new_font(face)
        return self._last[1]

    def _new_font(self, face: Face) -> _Font:
        cut = self._fonts.cut(face)
        name = next((name for name, other in self.cuts.items() if other is cut), f"T{len(self.cuts) + 1}")
        self.cuts.setdefault(name, cut)
        self.texts.setdefault(name, [])
        found = self._known[face] = name, cut, self.texts[name]
        return found

    def image(self, image: Image) -> str:
        """Resource name of an image; the same one for the same bytes."""
        name = self._image_names.setdefault(image.sha256, f"I{len(self._image_names) + 1}")
        self.images.setdefault(name, image)
        return name

    def characters(self, name: str) -> set[str]:
        """What a font has to draw. The ASCII ones are looked for: that is several times faster than gathering them."""
        texts = self.texts[name]
        plain = "".join(filter(str.isascii, texts))
        return {sign for sign in map(chr, range(128)) if sign in plain}.union(
            *(text for text in texts if not text.isascii())
        )


class Pen:
    """Writes a page's operators and leaves out those that change nothing."""

    def __init__(self, height_pt: float, ink: Ink) -> None:
        self._height = height_pt
        self._ink = ink
        self._code: list[str] = []
        self._color = BLACK
        self._font: tuple[str, float] | None = None
        self._tracking = 0.0
        self._in_text = False
        self._mark = ""

    def mark(self, operator: str) -> None:
        """What follows belongs to the marked piece that this operator opens; one that is open goes on. "": to none."""
        if operator == self._mark:
            return
        self._end_text()
        if self._mark:
            self._code.append("EMC")
        if operator:
            self._code.append(operator)
        self._mark = operator

    def line(self, spans: Iterable[Span], baseline_pt: float) -> None:
        for span in spans:
            self._show(span, f"1 0 0 1 {_fixed(span.x_pt)} {_fixed(self._height - baseline_pt)}")

    def draft(self, mark: PageMark) -> None:
        """A draft's mark, before all else, so that the page's text lies over the word."""
        across, up = cos(radians(mark.angle_deg)), sin(radians(mark.angle_deg))
        x, y = mark.word.x_pt, self._height - mark.baseline_pt
        self._show(mark.word, f"{across:.5f} {up:.5f} {-up:.5f} {across:.5f} {x:.3f} {y:.3f}")
        self.line(mark.note.spans, mark.note.baseline_pt)

    def bar(self, stroke: Stroke) -> None:
        self._end_text()
        self._set_color(stroke.color)
        y = self._height - stroke.y_pt - stroke.height_pt
        self._code.append(f"{stroke.x_pt:.3f} {y:.3f} {stroke.width_pt:.3f} {stroke.height_pt:.3f} re f")

    def picture(self, picture: SetPicture) -> None:
        self._end_text()
        y = self._height - picture.y_pt - picture.height_pt
        matrix = f"{picture.width_pt:.3f} 0 0 {picture.height_pt:.3f} {picture.x_pt:.3f} {y:.3f}"
        self._code.append(f"q {matrix} cm /{self._ink.image(picture.image)} Do Q")

    def finish(self) -> bytes:
        """The page's content."""
        self.mark("")
        self._end_text()
        return "\n".join(self._code).encode("ascii")

    def _show(self, span: Span, matrix: str) -> None:
        text, _, _, face, size, word_space, tracking, _, color, _, _ = span
        name, cut, texts = self._ink.font(face)
        texts.append(text)
        if color != self._color:
            self._set_color(color)
        code = self._code
        if not self._in_text:
            code.append("BT")
            self._in_text = True
        if self._font != (name, size):
            self._font = (name, size)
            code.append(f"/{name} {number(size)} Tf")
        if self._tracking != tracking:
            self._tracking = tracking
            code.append(f"{number(tracking)} Tc")
        adjustment = -1000 * word_space / size if word_space else 0.0
        code.append(f"{matrix} Tm {cut.coded(text, adjustment)} TJ")

    def _end_text(self) -> None:
        if self._in_text:
            self._code.append("ET")
            self._in_text = False

    def _set_color(self, color: str) -> None:
        if color != self._color:
            self._color = color
            red, green, blue = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
            self._code.append(f"{red:.3f} {green:.3f} {blue:.3f} rg")
