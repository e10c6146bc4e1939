"""Set pages as a PDF file: the same bytes for the same pages, on every machine and in every process."""

from collections.abc import Iterator
from typing import assert_never

from humas_desk.release.carried import Carried, carried_bytes
from humas_desk.release.container import Bundle
from humas_desk.typeset.pages import Item, Page, Pages, SetLine, SetPicture, Stroke
from humas_desk.writers.pdf.about import About, about, info, xmp
from humas_desk.writers.pdf.drawing import WATERMARK, Ink, Pen
from humas_desk.writers.pdf.embedding import embed_font, embed_image
from humas_desk.writers.pdf.enclosing import enclosed_file
from humas_desk.writers.pdf.file import PdfFile, number
from humas_desk.writers.pdf.fonts import Fonts
from humas_desk.writers.pdf.links import LinkArea, annotation, link_area, link_groups
from humas_desk.writers.pdf.outline import Outline
from humas_desk.writers.pdf.profile import Profile
from humas_desk.writers.pdf.structure import Annotated, Element, write_structure
from humas_desk.writers.pdf.tagging import RULE, Tagger, Zone

SRGB_NAME = "sRGB IEC61966-2.1"


def write_pdf(
    pages: Pages,
    fonts: Fonts,
    *,
    profile: Profile = Profile.ARCHIVE,
    compress: bool = True,
    show_reserved: bool = False,
    carry: Bundle | None = None,
) -> bytes:
    """The pages as PDF 1.7; tagged, described and with its colours defined unless the profile is PLAIN.

    Every profile shows the same pixels. `compress` False is for the preview: larger, sooner. `show_reserved` tints the
    place that is kept for a pre-printed letterhead; copies never do. `carry`: the release that a working copy encloses;
    None, as for every copy that leaves the house: nothing hidden.
    """
    file = PdfFile(compress=compress)
    writer = _PagesWriter(pages, fonts, file, Tagger() if profile is Profile.ARCHIVE else None)
    outline = Outline()
    references = [writer.write(page, show_reserved=show_reserved) for page in pages.pages]
    for page, reference in zip(pages.pages, references, strict=True):
        outline.add(page, reference, pages.geometry.height_pt)
    tree = writer.finish(references)
    facts = about(pages.metadata)
    entries = [f"/Pages {tree} /Lang ({facts.language}) /PageMode /UseNone"]
    entries.append("/ViewerPreferences << /DisplayDocTitle true /PrintScaling /None >>")
    if (bookmarks := outline.write(file)) is not None:
        entries.append(f"/Outlines {bookmarks}")
    if writer.tagger is not None:
        structure = write_structure(file, writer.tagger.document, references)
        entries += [f"/StructTreeRoot {structure} /MarkInfo << /Marked true >>", *_archived(file, facts, fonts)]
    if carry is not None:
        entries += enclosed_file(file, carried_bytes(Carried(bundle=carry)), facts)
    return file.finished(catalog=f"<< /Type /Catalog {' '.join(entries)} >>", info=info(facts))


def _archived(file: PdfFile, facts: About, fonts: Fonts) -> Iterator[str]:
    """What an archive asks of the catalogue: metadata that can be read without unpacking, and what colours mean."""
    packet = xmp(facts)
    yield f"/Metadata {file.add(f'<< /Type /Metadata /Subtype /XML /Length {len(packet)} >>', packet)}"
    colours = file.add(f"<< /N 3 /Length {len(fonts.srgb)} >>", fonts.srgb)
    yield (
        f"/OutputIntents [<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier ({SRGB_NAME}) "
        f"/Info ({SRGB_NAME}) /RegistryName (http://www.color.org) /DestOutputProfile {colours} >>]"
    )


class _PagesWriter:
    """The pages on their way into the file, with what they share."""

    def __init__(self, pages: Pages, fonts: Fonts, file: PdfFile, tagger: Tagger | None) -> None:
        self.tagger = tagger
        self._pages = pages
        self._file = file
        self._ink = Ink(fonts)
        self._tree = file.reserve()
        self._resources = file.reserve()
        self._height = pages.geometry.height_pt
        self._next_key = len(pages.pages)
        self._annotations: list[str] = []

    def write(self, page: Page, *, show_reserved: bool) -> str:
        """Put a page into the file; gives the reference to it."""
        if self.tagger is not None:
            self.tagger.begin_page()
        self._annotations = []
        pen = Pen(self._height, self._ink)
        if self._pages.mark is not None:
            pen.mark(WATERMARK)
            pen.draft(self._pages.mark)
        if show_reserved and page.reserved is not None:
            pen.mark(RULE)
            pen.bar(page.reserved)
        for zone, items in ((Zone.HEAD, page.head), (Zone.BODY, page.items), (Zone.FOOT, page.foot)):
            for item in items:
                if self.tagger is None:
                    pen.mark("")
                    self._draw(pen, item)
                else:
                    self._draw_tagged(pen, item, zone, self.tagger)
        content = self._file.add_stream("", pen.finish())
        size = f"{number(self._pages.geometry.width_pt)} {number(self._height)}"
        links = f" /Annots [{' '.join(self._annotations)}]" if self._annotations else ""
        tags = "" if self.tagger is None else f" /StructParents {self.tagger.page} /Tabs /S"
        return self._file.add(
            f"<< /Type /Page /Parent {self._tree.reference} /MediaBox [0 0 {size}] "
            f"/Resources {self._resources.reference} /Contents {content}{links}{tags} >>"
        )

    def finish(self, references: list[str]) -> str:
        """Put what the pages share into the file; gives the reference to their tree."""
        ink, file = self._ink, self._file
        fonts = [f"/{name} {embed_font(file, cut, ink.characters(name))}" for name, cut in ink.cuts.items()]
        images = [f"/{name} {embed_image(file, image)}" for name, image in ink.images.items()]
        shown = f" /XObject << {' '.join(images)} >>" if images else ""
        file.fill(self._resources, f"<< /Font << {' '.join(fonts)} >>{shown} >>")
        file.fill(self._tree, f"<< /Type /Pages /Count {len(references)} /Kids [{' '.join(references)}] >>")
        return self._tree.reference

    def _draw(self, pen: Pen, item: Item) -> None:
        match item:
            case SetLine():
                for spans in link_groups(item):
                    pen.line(spans, item.baseline_pt)
                    if (area := link_area(item, spans, self._height)) is not None:
                        self._annotations.append(self._file.add(annotation(area, None)))
            case Stroke():
                pen.bar(item)
            case SetPicture():
                pen.picture(item)
            case _:
                assert_never(item)

    def _draw_tagged(self, pen: Pen, item: Item, zone: Zone, tagger: Tagger) -> None:
        match item:
            case SetLine():
                for marked in tagger.line(item, zone):
                    pen.mark(marked.operator)
                    pen.line(marked.spans, item.baseline_pt)
                    area = None if marked.link is None else link_area(item, marked.spans, self._height)
                    if marked.link is not None and area is not None:
                        self._annotate(area, marked.link, tagger.page)
            case Stroke():
                pen.mark(tagger.rule(zone))
                pen.bar(item)
            case SetPicture():
                pen.mark(tagger.picture(item, zone, self._height))
                pen.picture(item)
            case _:
                assert_never(item)

    def _annotate(self, area: LinkArea, link: Element, page: int) -> None:
        reference = self._file.add(annotation(area, self._next_key))
        link.kids.append(Annotated(page=page, reference=reference, key=self._next_key))
        self._annotations.append(reference)
        self._next_key += 1
