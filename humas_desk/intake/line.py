"""The runs of a paragraph as they are found in a file, and the paragraph's text made of them."""

from dataclasses import dataclass, field
import re
from typing import Final

from humas_desk.release.inline import Piece, to_markup

_UNWANTED: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b\u2060\ufeff\ufffe\uffff\ud800-\udfff]")
"""Controls, and marks that only tell a program where to break a line."""
_LINE_ENDS: Final = re.compile("[ \t\u00a0]*(?:\r\n?|[\n\x0b\x0c\x85\u2028\u2029])[ \t\u00a0]*")


def clean(text: str) -> str:
    """The text without controls; every kind of line end is a newline."""
    return _UNWANTED.sub("", _LINE_ENDS.sub("\n", text))


@dataclass(slots=True)
class Line:
    """A paragraph in the making."""

    pieces: list[Piece] = field(default_factory=list)

    def add(self, text: str, *, bold: bool = False, italic: bool = False) -> None:
        """Characters of one look. Spaces take the look of what stands before them: marks hug their words."""
        if not text:
            return
        if not text.strip():
            before = self.pieces[-1] if self.pieces else Piece(text="")
            bold, italic = before.bold, before.italic
        self.pieces.append(Piece(text=text, bold=bold, italic=italic))

    def extend(self, other: "Line") -> None:
        """Go on with the text of another paragraph."""
        self.pieces += other.pieces

    @property
    def plain(self) -> str:
        """The characters without their looks."""
        return clean("".join(piece.text for piece in self.pieces)).strip()

    @property
    def markup(self) -> str:
        """The text as inline markup, without spaces at its ends."""
        return to_markup(_hugging(_stripped(self.pieces)))


def _stripped(pieces: list[Piece]) -> list[Piece]:
    """Cleaned as one text, the spaces at both ends gone."""
    kept = [piece for found in pieces if (piece := _cleaned(found)).text]
    while kept and not (text := kept[0].text.lstrip()):
        kept.pop(0)
    if kept:
        kept[0] = Piece(text=kept[0].text.lstrip(), bold=kept[0].bold, italic=kept[0].italic)
    while kept and not (text := kept[-1].text.rstrip()):
        kept.pop()
    if kept:
        kept[-1] = Piece(text=text, bold=kept[-1].bold, italic=kept[-1].italic)
    return kept


def _cleaned(piece: Piece) -> Piece:
    return Piece(text=clean(piece.text), bold=piece.bold, italic=piece.italic)


def _hugging(pieces: list[Piece]) -> list[Piece]:
    """The same text, spaces at the ends of bold or italic pieces standing outside of the marks."""
    merged: list[Piece] = []
    for piece in pieces:
        if merged and (merged[-1].bold, merged[-1].italic) == (piece.bold, piece.italic):
            merged[-1] = Piece(text=merged[-1].text + piece.text, bold=piece.bold, italic=piece.italic)
        else:
            merged.append(piece)
    out: list[Piece] = []
    for piece in merged:
        if not (piece.bold or piece.italic) or not piece.text.strip():
            out.append(piece)
            continue
        core = piece.text.strip()
        before, _, after = piece.text.partition(core)
        out += [Piece(text=before), Piece(text=core, bold=piece.bold, italic=piece.italic), Piece(text=after)]
    return [piece for piece in out if piece.text]
