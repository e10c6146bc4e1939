"""The links of a page: safe addresses, and the rectangles one can click on."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Final, NamedTuple
from urllib.parse import quote

from humas_desk.typeset.pages import SetLine, Span
from humas_desk.writers.pdf.file import LONGEST_TEXT, literal

SAFE_SCHEMES: Final = ("http://", "https://", "mailto:")
ADDRESS_CHARACTERS: Final = "%/:?#[]@!$&'()*+,;=~"
"""Written as they are; everything that is not ASCII is percent-coded (RFC 3986)."""


class LinkArea(NamedTuple):
    """A link on one line."""

    address: str
    rectangle: tuple[float, float, float, float]
    """Left, lower, right, upper edge in pt from the paper's lower left corner."""


@lru_cache(maxsize=256)
def safe_address(link: str | None) -> str | None:
    """What a link points to, in ASCII; None when it is no web or mail address, or one that no browser takes."""
    if link is None or not link.lower().startswith(SAFE_SCHEMES):
        return None
    address = quote(link, safe=ADDRESS_CHARACTERS, errors="replace")
    return address if len(address) <= LONGEST_TEXT else None


def link_area(line: SetLine, spans: Sequence[Span], height_pt: float) -> LinkArea | None:
    """The rectangle of neighbouring spans with one address on a page of this height; None when it is none to follow."""
    address = safe_address(spans[0].link)
    if address is None:
        return None
    lower = height_pt - line.top_pt - line.height_pt
    right = spans[-1].x_pt + spans[-1].width_pt
    return LinkArea(address=address, rectangle=(spans[0].x_pt, lower, right, lower + line.height_pt))


def link_groups(line: SetLine) -> Iterator[tuple[Span, ...]]:
    """The line's spans, those with one address together."""
    for _, group in groupby(line.spans, key=lambda span: safe_address(span.link)):
        yield tuple(group)


def annotation(area: LinkArea, key: int | None) -> str:
    """The link as an annotation: printed, told by its address, and with a key where it stands in a structure tree."""
    rectangle = " ".join(f"{edge:.3f}" for edge in area.rectangle)
    told = "" if key is None else f" /StructParent {key} /Contents {literal(area.address.removeprefix('mailto:'))}"
    return (
        f"<< /Type /Annot /Subtype /Link /Rect [{rectangle}] /Border [0 0 0] /F 4{told}\n"
        f"/A << /S /URI /URI {literal(area.address)} >> >>"
    )
