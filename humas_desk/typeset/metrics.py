"""What typesetting needs to know of fonts, and nothing more."""

from typing import Protocol

from humas_desk.typeset.pages import Face


class FontMetrics(Protocol):
    """Widths without kerning and coverage of the shipped fonts."""

    def width_pt(self, text: str, face: Face, size_pt: float) -> float:
        """Advance of the characters, unkerned, in pt. Characters the face lacks count as its .notdef."""
        ...

    def covers(self, character: str, face: Face) -> bool:
        """Whether the face can draw the character."""
        ...
