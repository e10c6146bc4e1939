"""The page of the Word copy: paper, margins, and the header and footer parts that it shows."""

from collections.abc import Callable, Iterable

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

from humas_desk.layout.document import Document, Geometry, Letterhead, twips
from humas_desk.writers.docx.furniture import footer, letterhead
from humas_desk.writers.docx.package import TextPart
from humas_desk.writers.docx.story import Copy, Story
from humas_desk.writers.docx.xml import NAMESPACES

_KINDS = {
    "header": ("hdr", CONTENT_TYPE.WML_HEADER, RELATIONSHIP_TYPE.HEADER),
    "footer": ("ftr", CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER),
}
_F4_SIDES = {twips(215): twips(215) - 2, twips(330): twips(330) - 1}
"""What is written for a side of F4 paper, in twips."""


def section(document: Document, copy: Copy, main: TextPart) -> str:
    """`<w:sectPr>`; headers and footers are added to the package."""
    first_differs = has_letterhead(document.letterhead) and document.letterhead.pages == "first"
    references = "".join(_references(document, copy, main, first_differs=first_differs))
    title_page = "<w:titlePg/>" if first_differs else ""
    return f"<w:sectPr>{references}{_paper(document.geometry)}{title_page}</w:sectPr>"


def has_letterhead(head: Letterhead) -> bool:
    """Whether a header has to be written."""
    return head.pages != "none" and bool(head.lines or head.logo)


def _references(document: Document, copy: Copy, main: TextPart, *, first_differs: bool) -> Iterable[str]:
    """Header and footer of every page, or the first page's own; the footer is on every page."""
    head = document.letterhead
    if has_letterhead(head):
        yield _add(
            "header", "first" if first_differs else "default", 1, lambda story: letterhead(head, story), copy, main
        )
    if document.footer or document.mark:
        for number, pages in enumerate(["default", *["first"] * first_differs], start=1):
            yield _add("footer", pages, number, lambda story: footer(document, story), copy, main)


def _add(kind: str, pages: str, number: int, write: Callable[[Story], str], copy: Copy, main: TextPart) -> str:
    """Write a header or footer part; gives the section's reference to it."""
    tag, content_type, relation_type = _KINDS[kind]
    part = TextPart(f"/word/{kind}{number}.xml", content_type, copy.package)
    part.xml = f"<w:{tag} {NAMESPACES}>{write(Story(copy=copy, part=part))}</w:{tag}>"
    return f'<w:{kind}Reference w:type="{pages}" r:id="{main.relate_to(part, relation_type)}"/>'


def _paper(geometry: Geometry) -> str:
    """Paper and margins; the body gives way to the letterhead, which grows downwards from the header's distance."""
    width, narrower = _off_other_papers(twips(geometry.width_mm))
    height, lower = _off_other_papers(twips(geometry.height_mm))
    return (
        f'<w:pgSz w:w="{width}" w:h="{height}"/>'
        f'<w:pgMar w:top="{twips(geometry.next_top_mm)}" w:right="{twips(geometry.right_mm) - narrower}" '
        f'w:bottom="{twips(geometry.bottom_mm) - lower}" w:left="{twips(geometry.left_mm)}" '
        f'w:header="{twips(geometry.top_mm)}" w:footer="{max(twips(geometry.footer_mm) - lower, 0)}" w:gutter="0"/>'
        '<w:cols w:space="720"/>'
    )


def _off_other_papers(length: int) -> tuple[int, int]:
    """A side of the paper in twips, and how much it was shortened, so that LibreOffice takes it as it is.

    LibreOffice takes a side within 0.2 mm of any paper it knows as that paper's. F4 (215 × 330 mm) lies that close to
    215.19 and 330.2 mm, which would make every line half a point longer; a hair shorter (0.04 mm), it does not.
    """
    shorter = _F4_SIDES.get(length, length)
    return shorter, length - shorter
