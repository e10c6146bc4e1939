"""What typesetting needs to know of fonts, and nothing more."""

from collections.abc import Iterable
from typing import Protocol

from humas_desk.typeset.pages import Face


class FontMetrics(Protocol):
    """Widths without kerning and coverage of the shipped fonts."""

    def width_pt(self, text: str, face: Face, size_pt: float) -> float:
        """Advance of the characters, unkerned, in pt. Characters the face lacks count as its .notdef."""
        ...

    def advances(self, text: str, face: Face) -> Iterable[float]:
        """Advance of each character, unkerned, in em (1.0 is the type size)."""
        ...

    def covers(self, character: str, face: Face) -> bool:
        """Whether the face can draw the character."""
        ...
