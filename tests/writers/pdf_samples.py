"""Documents for the tests of the PDF, made by hand in words of our own, and what is read back from the bytes."""

from collections.abc import Sequence
import hashlib
from io import BytesIO
from pathlib import Path

from PIL import Image as Pixels
import pypdfium2

from humas_desk.layout.document import (
    Align,
    Block,
    Document,
    Footer,
    Geometry,
    Letterhead,
    Line,
    Metadata,
    Origin,
    Picture,
    PictureRow,
    Role,
    Run,
    Style,
    Text,
)
from humas_desk.photos.image import Image
from humas_desk.typeset.setting import Typeset, typeset
from humas_desk.writers.pdf.fonts import Fonts
from humas_desk.writers.pdf.pdf import write_pdf

FONTS = Fonts(Path(__file__).resolve().parent.parent.parent / "assets" / "fonts")
STYLES = dict.fromkeys(Role, Style(size_pt=12, leading_pt=16, after_pt=8)) | {
    Role.BODY: Style(align=Align.JUSTIFY),
    Role.TITLE: Style(size_pt=15, leading_pt=19, bold=True, keep_next=True),
    Role.OFFICE: Style(size_pt=14, leading_pt=17, bold=True, align=Align.CENTER, after_pt=14, below=Line()),
}
SENTENCES = (
    "Pengawas desa mencatat hasil kunjungan setiap sore lalu membacakannya di hadapan warga yang berkumpul. "
    "Anak-anak muda ikut membantu karena mereka ingin tahu bagaimana suara dihitung, dan siapa yang menjaganya. "
)


def image(kind: str = "JPEG", mode: str = "RGB", shade: int = 90) -> Image:
    """A small picture with a slope of grey."""
    pixels = Pixels.linear_gradient("L").resize((60, 40)).point(lambda value: (value + shade) % 256).convert(mode)
    if mode == "RGBA":
        pixels.putalpha(128)
    buffer = BytesIO()
    pixels.save(buffer, kind)
    data = buffer.getvalue()
    return Image(data=data, format=kind, width_px=60, height_px=40, sha256=hashlib.sha256(data).hexdigest())


def paragraph(*runs: Run | str, role: Role = Role.BODY) -> Text:
    return Text(role=role, runs=tuple(Run(text=run) if isinstance(run, str) else run for run in runs))


def photo(picture: Image) -> PictureRow:
    return PictureRow(pictures=(Picture(image=picture, width_mm=90, height_mm=60, alt="Warga berkumpul"),))


def document(*body: Block, title: str = "Warga Menjaga Suara", logo: Image | None = None) -> Document:
    """A document with a letterhead and a footer."""
    head = Letterhead(
        lines=(paragraph("KANTOR CONTOH", role=Role.OFFICE),),
        logo=None if logo is None else Picture(image=logo, width_mm=20, height_mm=20),
    )
    footer = Footer(text=paragraph("Halaman ", Run(text="9", field="page"), role=Role.FOOTER))
    metadata = Metadata(title=title, author="Kantor Contoh", created="2026-05-04T00:00:00+08:00")
    return Document(metadata=metadata, geometry=Geometry(), styles=STYLES, letterhead=head, body=body, footer=footer)


def full_document() -> Document:
    """Every kind of thing a page holds."""
    origin = Origin(place="blocks[0].text")
    return document(
        paragraph("Warga Menjaga Suara di Kampung", role=Role.TITLE),
        paragraph(Run(text=SENTENCES * 6, origin=origin), Run(text="huruf miring", italic=True), " → α ✓."),
        paragraph("Tahap berikutnya", role=Role.HEADING),
        paragraph(SENTENCES * 12, Run(text="lihat situs", link="https://contoh.id/a?b=(c)")),
        photo(image()),
        paragraph("Foto: kantor", role=Role.CAPTION),
        paragraph(SENTENCES * 14),
        logo=image("PNG", "RGBA"),
    )


def set_pages(made: Document) -> Typeset:
    return typeset(made, FONTS)


def pdf_of(*body: Block, compress: bool = True) -> bytes:
    return write_pdf(set_pages(document(*body)).pages, FONTS, compress=compress)


def sample_digest() -> str:
    """SHA-256 of the full document's file, for comparison between processes."""
    return hashlib.sha256(write_pdf(set_pages(full_document()).pages, FONTS)).hexdigest()


def page_texts(pdf: bytes) -> Sequence[str]:
    """What a reader copies from each page."""
    opened = pypdfium2.PdfDocument(pdf)
    try:
        texts = []
        for number in range(len(opened)):
            page = opened[number]
            text_page = page.get_textpage()
            texts.append(str(text_page.get_text_bounded()))
            text_page.close()
            page.close()
        return texts
    finally:
        opened.close()
