"""A page as PDF operators: text by glyph number, bars and pictures; y turned to grow upwards."""

from collections.abc import Sequence
from math import cos, radians, sin
from typing import Final, assert_never

from humas_desk.photos.image import Image
from humas_desk.typeset.pages import Face, Item, PageMark, SetLine, SetPicture, Span, Stroke
from humas_desk.writers.pdf.fonts import Cut, Fonts

BLACK: Final = "#000000"


class Ink:
    """What a document's pages use: fonts with their characters, and images."""

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts
        self.cuts: dict[str, Cut] = {}
        """By resource name, in the order of first use."""
        self.characters: dict[str, set[str]] = {}
        self.images: dict[str, Image] = {}
        """By SHA-256."""
        self._names: dict[Face, tuple[str, Cut]] = {}

    def font(self, face: Face) -> tuple[str, Cut]:
        """Resource name and font file of a face; the same name for faces drawn by one file."""
        if (known := self._names.get(face)) is not None:
            return known
        cut = self._fonts.cut(face)
        name = next((name for name, other in self.cuts.items() if other is cut), f"T{len(self.cuts) + 1}")
        self.cuts.setdefault(name, cut)
        self.characters.setdefault(name, set())
        self._names[face] = (name, cut)
        return name, cut


def page_code(items: Sequence[Item], height_pt: float, ink: Ink) -> list[str | Image]:
    """The operators that draw the items on a page of this height; an image stands where it is to be painted."""
    pen = _Pen(height_pt, ink)
    for item in items:
        match item:
            case SetLine():
                for span in item.spans:
                    pen.text(span, item.baseline_pt)
            case Stroke():
                pen.bar(item)
            case SetPicture():
                pen.picture(item)
            case _:
                assert_never(item)
    return pen.finish()


def mark_code(mark: PageMark, height_pt: float, ink: Ink) -> str:
    """The operators that draw a draft's mark; they stand before the page's own, so that its text lies over the word.

    An artifact: neither read aloud nor part of the text (ISO 32000-1, 14.8.2.2).
    """
    word = mark.word
    across, up = cos(radians(mark.angle_deg)), sin(radians(mark.angle_deg))
    matrix = f"{across:.5f} {up:.5f} {-up:.5f} {across:.5f} {word.x_pt:.3f} {height_pt - mark.baseline_pt:.3f}"
    pen = _Pen(height_pt, ink)
    pen.aslant(word, matrix)
    for span in mark.note.spans:
        pen.text(span, mark.note.baseline_pt)
    code = "\n".join(part for part in pen.finish() if isinstance(part, str))
    return f"/Artifact <</Type /Pagination /Subtype /Watermark>> BDC\nq\n{code}\nQ\nEMC"


class _Pen:
    """Writes operators and leaves out those that change nothing."""

    def __init__(self, height_pt: float, ink: Ink) -> None:
        self._height = height_pt
        self._ink = ink
        self._parts: list[str | Image] = []
        self._code: list[str] = []
        self._color = BLACK
        self._font: tuple[str, float] | None = None
        self._tracking = 0.0
        self._in_text = False

    def text(self, span: Span, baseline_pt: float) -> None:
        self._show(span, f"1 0 0 1 {span.x_pt:.3f} {self._height - baseline_pt:.3f}")

    def aslant(self, span: Span, matrix: str) -> None:
        """A text under a matrix of its own."""
        self._show(span, matrix)

    def _show(self, span: Span, matrix: str) -> None:
        name, cut = self._ink.font(span.face)
        self._ink.characters[name].update(span.text)
        self._set_color(span.color)
        code = self._code
        if not self._in_text:
            code.append("BT")
            self._in_text = True
        if self._font != (name, span.size_pt):
            self._font = (name, span.size_pt)
            code.append(f"/{name} {number(span.size_pt)} Tf")
        if self._tracking != span.tracking_pt:
            self._tracking = span.tracking_pt
            code.append(f"{number(span.tracking_pt)} Tc")
        adjustment = -1000 * span.word_space_pt / span.size_pt if span.word_space_pt else 0.0
        code.append(f"{matrix} Tm {cut.coded(span.text, adjustment)} TJ")

    def bar(self, stroke: Stroke) -> None:
        self._end_text()
        self._set_color(stroke.color)
        y = self._height - stroke.y_pt - stroke.height_pt
        self._code.append(f"{stroke.x_pt:.3f} {y:.3f} {stroke.width_pt:.3f} {stroke.height_pt:.3f} re f")

    def picture(self, picture: SetPicture) -> None:
        self._end_text()
        self._ink.images[picture.image.sha256] = picture.image
        y = self._height - picture.y_pt - picture.height_pt
        matrix = f"{picture.width_pt:.3f} 0 0 {picture.height_pt:.3f} {picture.x_pt:.3f} {y:.3f}"
        self._code.append(f"q {matrix} cm")
        self._parts += ["\n".join(self._code), picture.image]
        self._code = ["Q"]

    def finish(self) -> list[str | Image]:
        self._end_text()
        return [*self._parts, "\n".join(self._code)]

    def _end_text(self) -> None:
        if self._in_text:
            self._code.append("ET")
            self._in_text = False

    def _set_color(self, color: str) -> None:
        if color != self._color:
            self._color = color
            red, green, blue = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
            self._code.append(f"{red:.3f} {green:.3f} {blue:.3f} rg")


def number(value: float) -> str:
    """A length as PDF writes it: no exponent, no needless zeros."""
    return f"{value:.3f}".rstrip("0").rstrip(".")
