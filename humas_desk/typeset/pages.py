"""Lines on pages: what the PDF draws, what the page map is read from, and what tests compare.

All lengths are in pt; x from the paper's left edge, y and baselines from its upper edge downwards.
"""

from typing import NamedTuple

from humas_desk.layout.document import Family, Geometry, Metadata, Origin, Role
from humas_desk.photos.image import Image
from humas_desk.release.problems import Problem
from humas_desk.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """One font file: a family in one of its four cuts."""

    family: Family
    bold: bool = False
    italic: bool = False


class Span(NamedTuple):
    """Characters of one face on one line, at their final place. A tuple, like every line: a long release has thousands."""

    text: str
    x_pt: float
    width_pt: float
    """Advance with word and letter space included."""
    face: Face
    size_pt: float
    word_space_pt: float = 0
    """Added to every U+0020 and U+00A0 of the span (justified lines)."""
    tracking_pt: float = 0
    link: str | None = None
    color: str = "#000000"
    field: str | None = None
    origin: Origin | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SetCell:
    """Which cell of a table a line stands in."""

    table: int
    """Number of the table's first paragraph: one for each table."""
    row: int
    """Counted from 0, the header included."""
    column: int
    is_head: bool = False
    is_repeated: bool = False
    """The header again, at the top of a following page."""


class SetLine(NamedTuple):
    """One line of a paragraph."""

    spans: tuple[Span, ...]
    baseline_pt: float
    top_pt: float
    """Upper edge of its leading box; the box is `height_pt` high."""
    height_pt: float
    role: Role
    paragraph: int
    """Number of its paragraph in the document, counted in reading order: lines of one paragraph share it."""
    block_id: str = ""
    last: bool = False
    """The paragraph ends here."""
    breaks: bool = False
    """A newline ends the line within its paragraph: read aloud it is a space."""
    labelled: bool = False
    """The first span is the paragraph's marker (bullet or number)."""
    quoted: bool = False
    """A line of `Text.quoted`."""
    cell: SetCell | None = None
    """None: not in a table."""

    @property
    def text(self) -> str:
        """The line's characters, marker included."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPicture:
    """An image at its place."""

    image: Image
    x_pt: float
    y_pt: float
    """Upper edge."""
    width_pt: float
    height_pt: float
    alt: str = ""
    place: str = ""
    block_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """A filled horizontal or vertical bar (rule, table line)."""

    x_pt: float
    y_pt: float
    width_pt: float
    height_pt: float
    color: str = "#000000"


Item = SetLine | SetPicture | Stroke


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMark:
    """The mark of a draft, on every page: no part of the text."""

    word: Span
    """Stands behind everything; `x_pt` and `baseline_pt` are where it begins."""
    baseline_pt: float
    angle_deg: float
    """Its line rises by this."""
    note: SetLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page: its text in reading order, and the furniture that is not part of it (letterhead, footer)."""

    items: tuple[Item, ...]
    head: tuple[Item, ...] = ()
    foot: tuple[Item, ...] = ()
    used_pt: float = 0
    """Lower edge of the last body item."""
    reserved: Stroke | None = None
    """Place of a letterhead that is left empty for pre-printed paper: tinted in the preview, never in the copies."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """A document, set."""

    geometry: Geometry
    metadata: Metadata
    pages: tuple[Page, ...]
    mark: PageMark | None = None
    """None: a final copy."""
    problems: tuple[Problem, ...] = ()
    """Characters that no font has, a letterhead that did not fit at its smallest size."""
