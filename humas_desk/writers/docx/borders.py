"""A paragraph's rules as Word's borders: the same height on paper, the nearest strokes that Word has."""

from humas_desk.layout.document import Line

_SMALL_GAP_PT = 0.75
_THIN_PT = 0.75
_EIGHTHS_LEAST, _EIGHTHS_MOST = 2, 96
_SPACE_MOST_PT = 31


def border(edge: str, line: Line) -> str:
    """`<w:top>` or `<w:bottom>` for a line."""
    kind, size = _strokes(edge, line)
    eighths = min(max(round(size * 8), _EIGHTHS_LEAST), _EIGHTHS_MOST)
    space = min(round(line.space_pt), _SPACE_MOST_PT)
    return f'<w:{edge} w:val="{kind}" w:sz="{eighths}" w:space="{space}" w:color="000000"/>'


def _strokes(edge: str, line: Line) -> tuple[str, float]:
    """Word's border kind and its size in pt.

    A size is one stroke's: "double" is three of it high, a medium gap two (stroke, half gap, half stroke), a small gap
    the stroke and 1.5 pt (ECMA-376 part 1, 17.18.2; LibreOffice reads them alike).
    """
    match line.kind:
        case "double":
            return "double", line.height_pt / 3
        case "thick-thin":
            names = ("thinThick", "thickThin") if edge == "bottom" else ("thickThin", "thinThick")
            medium = line.height_pt / 2
            small = line.height_pt - _SMALL_GAP_PT - _THIN_PT
            if abs(medium - line.thickness_pt) <= abs(small - line.thickness_pt):
                return f"{names[0]}MediumGap", medium
            return f"{names[0]}SmallGap", small
        case _:
            return "single", line.thickness_pt
