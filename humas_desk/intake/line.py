"""The runs of a paragraph as they are found in a file, and the paragraph's text made of them."""

from dataclasses import dataclass, field, replace
from itertools import groupby
import re
from typing import Final

from humas_desk.release.inline import Piece, to_markup

_UNWANTED: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b\u2060\ufeff\ufffe\uffff\ud800-\udfff]")
"""Controls, and marks that only tell a program where to break a line."""
_SIGNS: Final = {0xF0B7: "•", 0xF0A7: "▪", 0xF0A8: "◻", 0xF076: "❖", 0xF0D8: "➢", 0xF0FC: "✓", 0xF0FE: "☑"}
"""Signs of Symbol and Wingdings as Word and many PDFs write them: characters that mean nothing in other fonts."""
_LINE_ENDS: Final = re.compile("[ \t\u00a0]*(?:\r\n?|[\n\x0b\x0c\x85\u2028\u2029])[ \t\u00a0]*")


def clean(text: str) -> str:
    """The text without controls; every kind of line end is a newline."""
    if text.isprintable():
        return text
    return _UNWANTED.sub("", _LINE_ENDS.sub("\n", text)).translate(_SIGNS)


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
        return to_markup(_hugging(_stripped(_merged(self.pieces))))


def _merged(pieces: list[Piece]) -> list[Piece]:
    """Cleaned, neighbours of the same look as one."""
    merged: list[Piece] = []
    for (bold, italic), same in groupby(pieces, key=_look):
        text = clean("".join([piece.text for piece in same]))
        if text:
            merged.append(Piece(text=text, bold=bold, italic=italic))
    return merged


def _look(piece: Piece) -> tuple[bool, bool]:
    return piece.bold, piece.italic


def _stripped(pieces: list[Piece]) -> list[Piece]:
    """The spaces at both ends gone."""
    kept = list(pieces)
    while kept and not kept[0].text.lstrip():
        kept.pop(0)
    while kept and not kept[-1].text.rstrip():
        kept.pop()
    if kept:
        kept[0] = replace(kept[0], text=kept[0].text.lstrip())
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip())
    return kept


def _hugging(pieces: list[Piece]) -> list[Piece]:
    """The same text, spaces at the ends of bold or italic pieces standing outside of the marks."""
    out: list[Piece] = []
    for piece in pieces:
        core = piece.text.strip()
        if not (piece.bold or piece.italic) or not core or core == piece.text:
            out.append(piece)
            continue
        before, _, after = piece.text.partition(core)
        out += [Piece(text=before), replace(piece, text=core), Piece(text=after)]
    return [piece for piece in out if piece.text]
