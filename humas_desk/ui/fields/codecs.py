"""How the value behind a text is shown as styled text, and read back: rich, plain, or one item a line."""

from collections.abc import Iterable, Sequence
import re
from typing import Protocol

from humas_desk.desk import markup
from humas_desk.desk.markup import Styled
from humas_desk.ui.fields.field import Spot

_FIRST_INDEX = re.compile(r"\[(\d+)\]")


class Codec(Protocol):
    """Between a value of the release and the visible characters of a field."""

    has_styles: bool
    """Whether italics and bold can be kept."""

    def pieces(self, value: object) -> tuple[Styled, ...]:
        """What the field shows for the value."""

    def value(self, pieces: Sequence[Styled]) -> object:
        """The value of what the field shows."""

    def spot(self, value: object, start: int, end: int) -> Spot:
        """The place of visible characters `start` to `end`."""

    def visible(self, value: object, spot: Spot) -> tuple[int, int]:
        """The visible characters of a place."""


def as_text(value: object) -> str:
    """The value as text; None is empty."""
    return value if isinstance(value, str) else ""


class Rich:
    """Inline markup, shown in real italics and bold."""

    has_styles = True

    def __init__(self, *, optional: bool = False) -> None:
        self._empty = None if optional else ""

    def pieces(self, value: object) -> tuple[Styled, ...]:
        return markup.styled(as_text(value))

    def value(self, pieces: Sequence[Styled]) -> object:
        return markup.markup_of(pieces) or self._empty

    def spot(self, value: object, start: int, end: int) -> Spot:
        text = as_text(value)
        return Spot(start=markup.raw_offset(text, start), end=markup.raw_offset(text, end))

    def visible(self, value: object, spot: Spot) -> tuple[int, int]:
        text = as_text(value)
        return markup.visible_offset(text, spot.start), markup.visible_offset(text, spot.end)


class Plain:
    """Characters as they are."""

    has_styles = False

    def __init__(self, *, optional: bool = False) -> None:
        self._empty = None if optional else ""

    def pieces(self, value: object) -> tuple[Styled, ...]:
        return (Styled(text=as_text(value)),)

    def value(self, pieces: Sequence[Styled]) -> object:
        return "".join(piece.text for piece in pieces) or self._empty

    def spot(self, value: object, start: int, end: int) -> Spot:
        return Spot(start=start, end=end)

    def visible(self, value: object, spot: Spot) -> tuple[int, int]:
        return spot.start, spot.end


class Lines:
    """A tuple of texts, one a line; rich or plain."""

    def __init__(self, *, rich: bool = False) -> None:
        self.has_styles = rich
        self._line: Codec = Rich() if rich else Plain()

    def pieces(self, value: object) -> tuple[Styled, ...]:
        pieces: list[Styled] = []
        for number, line in enumerate(_lines(value)):
            if number:
                pieces.append(Styled(text="\n"))
            pieces.extend(self._line.pieces(line.replace("\n", " ")))
        return tuple(pieces)

    def value(self, pieces: Sequence[Styled]) -> object:
        lines = tuple(as_text(self._line.value(line)) for line in _split(pieces))
        return lines if any(lines) else ()

    def spot(self, value: object, start: int, end: int) -> Spot:
        before = 0
        for number, line in enumerate(_lines(value)):
            length = sum(len(piece.text) for piece in self._line.pieces(line))
            if start <= before + length:
                inside = self._line.spot(line, start - before, min(end - before, length))
                return Spot(rest=f"[{number}]", start=inside.start, end=inside.end)
            before += length + 1
        return Spot()

    def visible(self, value: object, spot: Spot) -> tuple[int, int]:
        match = _FIRST_INDEX.match(spot.rest)
        wanted = int(match[1]) if match else 0
        before = 0
        for number, line in enumerate(_lines(value)):
            if number == wanted:
                start, end = self._line.visible(line, spot)
                return before + start, before + end
            before += sum(len(piece.text) for piece in self._line.pieces(line)) + 1
        return before, before


def _lines(value: object) -> tuple[str, ...]:
    return tuple(line for line in value if isinstance(line, str)) if isinstance(value, tuple) else ()


def _split(pieces: Iterable[Styled]) -> list[list[Styled]]:
    lines: list[list[Styled]] = [[]]
    for piece in pieces:
        first, *others = piece.text.split("\n")
        lines[-1].append(Styled(text=first, bold=piece.bold, italic=piece.italic))
        lines.extend([Styled(text=other, bold=piece.bold, italic=piece.italic)] for other in others)
    return lines
