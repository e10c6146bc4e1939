"""A paragraph's rules as Word's borders: the same height on paper, the nearest strokes that Word has."""

from humas_desk.layout.document import Line
from humas_desk.values import dataclass

_SMALL_GAP_PT = 0.75
_THIN_PT = 0.75
_EIGHTHS_LEAST, _EIGHTHS_MOST = 2, 96
SPACE_MOST_PT = 31
"""Word's limit between a text and its rule."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Border:
    """A rule as Word stores it."""

    kind: str
    eighths: int
    """Of a point: one stroke's thickness."""
    space_pt: int
    short_pt: float
    """What Word's whole points and its limit of 31 leave out of the space between text and rule."""

    def xml(self, edge: str, color: str) -> str:
        """`<w:top>` or `<w:bottom>`; the color is six hexadecimal digits."""
        return f'<w:{edge} w:val="{self.kind}" w:sz="{self.eighths}" w:space="{self.space_pt}" w:color="{color}"/>'


def border(edge: str, line: Line) -> Border:
    """The border for a line at an edge, "top" or "bottom"."""
    kind, size = _strokes(edge, line)
    eighths = min(max(round(size * 8), _EIGHTHS_LEAST), _EIGHTHS_MOST)
    space = min(int(line.space_pt), SPACE_MOST_PT)
    return Border(kind=kind, eighths=eighths, space_pt=space, short_pt=line.space_pt - space)


def _strokes(edge: str, line: Line) -> tuple[str, float]:
    """Word's border kind and its size in pt.

    A size is one stroke's: "double" is three of it high, a medium gap two (stroke, half gap, half stroke), a small gap
    the stroke and 1.5 pt (ECMA-376 part 1, 17.18.2; LibreOffice reads them alike).
    """
    match line.kind:
        case "double":
            return "double", line.height_pt / 3
        case "thick-thin":
            name = "thickThin" if edge == "bottom" else "thinThick"  # from the text outwards
            medium = line.height_pt / 2
            small = line.height_pt - _SMALL_GAP_PT - _THIN_PT
            if abs(medium - line.thickness_pt) <= abs(small - line.thickness_pt):
                return f"{name}MediumGap", medium
            return f"{name}SmallGap", small
        case _:
            return "single", line.thickness_pt
