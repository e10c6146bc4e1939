"""Set pages as a PDF file: the same bytes for the same pages, on every machine and in every process."""

from collections.abc import Iterator
from datetime import datetime
import hashlib
from io import BytesIO
from itertools import groupby, pairwise
from typing import Any, Final
from urllib.parse import quote

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfgen.canvas import Canvas

from humas_desk.layout.document import Metadata, Role
from humas_desk.photos.image import Image
from humas_desk.typeset.pages import Item, Page, Pages, SetLine
from humas_desk.writers.pdf.drawing import Ink, mark_code, page_code
from humas_desk.writers.pdf.embedding import embed_font, embed_images
from humas_desk.writers.pdf.fonts import Fonts

rl_config.useA85 = 0  # binary streams; reportlab reads this when it packs a page
rl_config.invariant = 1  # no clock, no comments with class names

PRODUCER: Final = "Humas Desk"
SAFE_SCHEMES: Final = ("http://", "https://", "mailto:")
ADDRESS_CHARACTERS: Final = "%/:?#[]@!$&'()*+,;=~"
"""Written as they are; everything that is not ASCII is percent-coded (RFC 3986)."""
TAB_GAP_PT: Final = 1
BOOKMARKED: Final = {Role.TITLE: 0, Role.ATTACHMENT_TITLE: 0, Role.HEADING: 1}
"""Roles in the outline, with their level."""
BASIC_FONTS: Final = "BasicFonts"
"""reportlab's name of the font resources that all pages share."""


class _Canvas(Canvas):
    """reportlab's canvas without its preamble, which would name a font that is not embedded.

    The private names and the document's attributes used here are pinned by tests/writers/test_pdf.py.
    """

    _doc: Any

    def _make_preamble(self) -> None:
        self._preamble = ""

    @property
    def file(self) -> PDFDocument:
        """The file that is being made."""
        document: PDFDocument = self._doc
        return document

    def identify_by_content(self) -> None:
        """Make the file's /ID from what is added from now on, not from the clock."""
        self._doc.signature = hashlib.md5(usedforsecurity=False)

    def add_content(self, content: str | Image) -> None:
        """Operators, or an image in the place they left for it."""
        if isinstance(content, Image):
            self.doForm(content.sha256)
            self._doc.updateSignature(content.sha256)
        else:
            self.addLiteral(content)
            self._doc.updateSignature(content)

    def add_font(self, name: str, reference: str) -> None:
        """A font for all pages."""
        self._doc.idToObject[BASIC_FONTS].dict[name] = reference


def write_pdf(pages: Pages, fonts: Fonts, *, compress: bool = True, show_reserved: bool = False) -> bytes:
    """The pages as PDF 1.7, untagged.

    `compress` False is for the preview: larger, sooner. `show_reserved` tints the place that is kept for a pre-printed
    letterhead; copies never do.
    """
    geometry = pages.geometry
    canvas = _Canvas(
        BytesIO(),
        pagesize=(geometry.width_pt, geometry.height_pt),
        pageCompression=int(compress),
        invariant=1,
        pdfVersion=(1, 7),
        lang=pages.metadata.language,
    )
    canvas.identify_by_content()
    _describe(canvas, pages.metadata)
    ink = Ink(fonts)
    outline = _Outline(canvas, geometry.height_pt)
    for page in pages.pages:
        items = _items(page, show_reserved=show_reserved)
        if pages.mark is not None:
            canvas.add_content(mark_code(pages.mark, geometry.height_pt, ink))
        for content in page_code(items, geometry.height_pt, ink):
            canvas.add_content(content)
        outline.add(page)
        for url, rectangle in _links(items, geometry.height_pt):
            canvas.linkURL(url, rectangle, Border="[0 0 0]")
        canvas.showPage()
    for name, cut in ink.cuts.items():
        canvas.add_font(name, embed_font(canvas.file, name, cut, ink.characters[name]))
    embed_images(canvas.file, ink.images.values())
    return bytes(canvas.getpdfdata())


def _items(page: Page, *, show_reserved: bool) -> tuple[Item, ...]:
    reserved = (page.reserved,) if show_reserved and page.reserved is not None else ()
    return (*reserved, *page.head, *page.items, *page.foot)


def _describe(canvas: Canvas, metadata: Metadata) -> None:
    canvas.setTitle(_clean(metadata.title))
    canvas.setAuthor(_clean(metadata.author))
    canvas.setSubject(_clean(metadata.subject))
    canvas.setKeywords(_clean(", ".join(metadata.keywords)))
    canvas.setCreator(PRODUCER)
    canvas.setProducer(PRODUCER)
    stamp = pdf_date(metadata.created)
    canvas.setDateFormatter(lambda *_clock: stamp)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.setViewerPreference("PrintScaling", "None")


def _clean(text: str) -> str:
    """The text without what UTF-16 cannot hold (lone surrogates)."""
    return text.encode("utf-8", "replace").decode("utf-8")


def pdf_date(iso: str) -> str:
    """An ISO 8601 time as PDF writes it (ISO 32000-1, 7.9.4): "D:20230828000000+07'00'"."""
    moment = datetime.fromisoformat(iso)
    offset = moment.utcoffset()
    minutes = 0 if offset is None else round(offset.total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    clock = f"{moment.year:04}{moment.month:02}{moment.day:02}{moment.hour:02}{moment.minute:02}{moment.second:02}"
    return f"D:{clock}{'-' if minutes < 0 else '+'}{hours:02}'{rest:02}'"


def _links(items: tuple[Item, ...], height_pt: float) -> Iterator[tuple[str, tuple[float, float, float, float]]]:
    """Address and rectangle of each link on a line; neighbours with one address are one link."""
    for item in items:
        if not isinstance(item, SetLine):
            continue
        for url, spans in groupby(item.spans, key=lambda span: span.link):
            if url is None or not url.lower().startswith(SAFE_SCHEMES):
                continue
            linked = list(spans)
            lower = height_pt - item.top_pt - item.height_pt
            right = linked[-1].x_pt + linked[-1].width_pt
            yield (
                quote(url, safe=ADDRESS_CHARACTERS, errors="replace"),
                (linked[0].x_pt, lower, right, lower + item.height_pt),
            )


def _heading_text(line: SetLine) -> str:
    """A heading line without the label that stands before a tab."""
    start = 0
    for number, (left, right) in enumerate(pairwise(line.spans), start=1):
        if right.x_pt - left.x_pt - left.width_pt > TAB_GAP_PT:
            start = number
    return "".join(span.text for span in line.spans[start:]).strip()


class _Outline:
    """The file's bookmarks: the title and the headings."""

    def __init__(self, canvas: Canvas, height_pt: float) -> None:
        self._canvas = canvas
        self._height = height_pt
        self._count = 0
        self._level = -1

    def add(self, page: Page) -> None:
        """Bookmarks for the headings that begin on the page now being drawn."""
        lines = [item for item in page.items if isinstance(item, SetLine) and item.role in BOOKMARKED]
        for _, group in groupby(lines, key=lambda line: line.paragraph):
            heading = list(group)
            title = " ".join(map(_heading_text, heading))
            if not title:
                continue
            self._level = min(BOOKMARKED[heading[0].role], self._level + 1)
            self._count += 1
            key = f"heading-{self._count}"
            self._canvas.bookmarkPage(key, fit="XYZ", left=0, top=round(self._height - heading[0].top_pt, 2))
            self._canvas.addOutlineEntry(_clean(title), key, level=self._level)
