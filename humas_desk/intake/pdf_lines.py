"""A PDF's pages as lines with their places, as pypdfium2 finds their characters."""

import ctypes
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

import pypdfium2
import pypdfium2.raw as pdfium

from humas_desk.intake.line import Line

CELL_GAP: Final = 0.9
"""Of the letters' size: a gap in a line that is wider stands between two columns of a table, or in a justified line."""
_NAME_BYTES: Final = 128
_HYPHEN: Final = "\x02"
"""What pdfium gives for a hyphen at the end of a line."""


@dataclass(slots=True)
class PdfCell:
    """A stretch of a line."""

    left: float
    right: float
    text: str = ""


@dataclass(kw_only=True)
class PdfLine:
    """A line of a page; lengths in pt from the page's lower left corner."""

    page: int
    """From 0."""
    baseline: float
    left: float
    right: float
    size: float
    page_height: float
    words: Line = field(default_factory=Line)
    cells: list["PdfCell"] = field(default_factory=list)
    """Its words in stretches, parted by gaps that no two words of a sentence have."""

    @cached_property
    def text(self) -> str:
        """Its characters; asked for when the line is whole."""
        return self.words.plain

    @property
    def is_bold(self) -> bool:
        """Is every letter of it bold?"""
        return all(piece.bold for piece in self.words.pieces if piece.text.strip())


class _Reader:
    """Reads one page's characters one after another."""

    def __init__(self, text: pypdfium2.PdfTextPage, number: int, height: float) -> None:
        self._text = text.raw
        self._number = number
        self._height = height
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._box = [ctypes.c_double() for _ in range(4)]
        self._name = ctypes.create_string_buffer(_NAME_BYTES)
        self._flags = ctypes.c_int()
        self.lines: list[PdfLine] = []
        self._open: PdfLine | None = None
        self._word: list[str] = []
        self._last = 0
        self._look = (False, False)

    def read(self, count: int) -> list[PdfLine]:
        """The page's lines in the order of its content."""
        code_of = pdfium.FPDFText_GetUnicode
        for index in range(count):
            code = code_of(self._text, index)
            character = chr(code) if 0 < code < 0xD800 or 0xE000 <= code <= 0x10FFFF else ""
            if character in {"\r", "\n"}:
                self._end_line()
            elif character.isspace():
                self._end_word(" ")
            elif character:
                if not self._word:
                    self._begin_word(index)
                self._last = index
                self._word.append("-" if character == _HYPHEN else character)
                if character == _HYPHEN:
                    self._end_line()
        self._end_line()
        return [line for line in self.lines if line.text]

    def _begin_word(self, index: int) -> None:
        """Places are asked for words, not for letters: each question is a call into the library."""
        self._look = self._look_at(index)
        if not pdfium.FPDFText_GetCharOrigin(self._text, index, self._x, self._y):
            return
        x, y = self._x.value, self._y.value
        line = self._open
        if line is not None and (abs(line.baseline - y) > 0.6 * line.size or x < line.left - line.size):
            self._end_line()
            line = None
        if line is None:
            size = max(1.0, pdfium.FPDFText_GetFontSize(self._text, index))
            line = PdfLine(page=self._number, baseline=y, left=x, right=x, size=size, page_height=self._height)
            self._open = line
        if not line.cells or x - line.cells[-1].right > CELL_GAP * line.size:
            line.cells.append(PdfCell(x, x))

    def _look_at(self, index: int) -> tuple[bool, bool]:
        """Bold and italic, as the font's name says."""
        length = pdfium.FPDFText_GetFontInfo(self._text, index, self._name, _NAME_BYTES, self._flags)
        name = self._name.raw[: min(max(0, length - 1), _NAME_BYTES)].decode("utf-8", "replace").lower()
        bold = any(part in name for part in ("bold", "black", "heavy", "demi"))
        return bold, "italic" in name or "oblique" in name

    def _end_word(self, after: str = "") -> None:
        if self._open is not None and self._word:
            left, right, bottom, top = self._box
            if pdfium.FPDFText_GetCharBox(self._text, self._last, left, right, bottom, top):
                self._open.right = max(self._open.right, right.value)
                self._open.cells[-1].right = right.value
            bold, italic = self._look
            word = "".join(self._word)
            self._open.words.add(word, bold=bold, italic=italic)
            self._open.cells[-1].text += f" {word}" if self._open.cells[-1].text else word
        if self._open is not None:
            self._open.words.add(after)
        self._word = []

    def _end_line(self) -> None:
        self._end_word()
        if self._open is not None:
            self.lines.append(self._open)
        self._open = None


def page_lines(page: pypdfium2.PdfPage, number: int, most: int) -> tuple[list[PdfLine], int]:
    """The lines of a page and how many characters it has; at most so many are read."""
    text = page.get_textpage()
    try:
        count = text.count_chars()
        return _Reader(text, number, page.get_height()).read(min(count, most)), count
    finally:
        text.close()
