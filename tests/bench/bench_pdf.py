"""How long the page takes: from facts to PDF with the process warm, as when somebody types, and at a hundred pages."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
import datetime as dt
from functools import partial
from io import BytesIO
from pathlib import Path
from random import Random

from PIL import Image as Pixels
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from humas_desk.layout.compose import compose
from humas_desk.layout.document import Document
from humas_desk.layout.loader import load_template
from humas_desk.photos.admit import admit
from humas_desk.photos.image import Image
from humas_desk.preview.raster import rasterise
from humas_desk.release.blocks import Paragraph, Photo, PhotoFile, Quote
from humas_desk.release.office import Office
from humas_desk.release.person import Contact, Speaker
from humas_desk.release.release import Dateline, Release
from humas_desk.typeset.pages import Pages, SetLine
from humas_desk.typeset.setting import typeset
from humas_desk.typeset.settled import LineCache
from humas_desk.writers.pdf.fonts import Fonts
from humas_desk.writers.pdf.pdf import write_pdf
from tests.bench.table import Row, median, times_ms

ROOT = Path(__file__).resolve().parent.parent.parent
PHOTO = "rapat.jpg"
AGREED_MS = 10
AGREED_RATIO = 6
AGREED_GROWTH = 1.3
"""A page of a long document may cost so much more than one of a short document."""
PREVIEW_PX = 1191
SENTENCE = (
    "Pengawas desa mencatat hasil kunjungan setiap sore lalu membacakannya di hadapan warga yang berkumpul di balai, "
    "sementara anak-anak muda membantu menyalin catatan itu agar keesokan harinya dapat dibaca semua orang. "
)
OFFICE = Office(
    region="Kabupaten Contoh",
    address=("Jalan Contoh Nomor 12", "Kota Contoh 12345"),
    phone="(0000) 000000",
    email="humas@contoh.id",
    city="Kota Contoh",
    contacts=(Contact(name="Humas", phone="0000"),),
    about="Kantor contoh mengawasi jalannya pemilihan di wilayahnya.",
)


def photo() -> Image:
    """A photograph as large as the admitted ones."""
    buffer = BytesIO()
    Pixels.effect_noise((1800, 1100), 40).convert("RGB").save(buffer, "JPEG", quality=80)
    return admit(buffer.getvalue(), path=Path(PHOTO))


def release(paragraphs: int = 4) -> Release:
    """A release of two pages with a photo and a quote, or a longer one; no two of its paragraphs say the same."""
    told = [Paragraph(id=f"p{number}", text=f"{number}. {_prose(number)}") for number in range(paragraphs)]
    speaker = Speaker(name="Rahma Lestari", position="Ketua Kantor Contoh")
    return Release(
        title="Pengawas Desa Membacakan Catatan Kunjungan di Hadapan Warga",
        dateline=Dateline(city="Kota Contoh", date=dt.date(2026, 5, 4)),
        blocks=(
            told[0],
            Quote(id="q", text=SENTENCE.strip(), speaker=speaker),
            Photo(id="f", files=(PhotoFile(file=PHOTO, alt="Warga berkumpul"),), caption="Warga di balai."),
            *told[1:],
        ),
    )


def _prose(number: int) -> str:
    """The words of three sentences in an order of their own."""
    words = SENTENCE.split() * 3
    Random(number).shuffle(words)
    return " ".join(words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shop:
    """What stays in a warm process."""

    fonts: Fonts
    images: dict[str, Image]

    def composed(self, made: Release) -> Document:
        return compose(made, OFFICE, load_template(ROOT / "templates" / "rilis-berita"), images=self.images)


def edited(made: Release, number: int) -> Release:
    """The release with another sentence in its last paragraph, and a letter that was not in it before."""
    last = made.blocks[-1]
    assert isinstance(last, Paragraph)
    return replace(made, blocks=(*made.blocks[:-1], replace(last, text=f"{last.text} {number} {chr(0x100 + number)}")))


def floor_ms(pages: Pages, count: int) -> float:
    """The same lines at the same places on a bare canvas, in one font, without the photo."""
    pdfmetrics.registerFont(TTFont("Bare", ROOT / "assets" / "fonts" / "LiberationSans-Regular.ttf"))
    height = pages.geometry.height_pt
    placed = [
        [(item.spans[0].x_pt, height - item.baseline_pt, item.text) for item in page.items if isinstance(item, SetLine)]
        for page in pages.pages
    ]

    def draw(_number: int) -> bytes:
        file = BytesIO()
        canvas = Canvas(file, pagesize=(pages.geometry.width_pt, height), pageCompression=1)
        for page in placed:
            canvas.setFont("Bare", 12)
            for x, y, words in page:
                canvas.drawString(x, y, words)
            canvas.showPage()
        canvas.save()
        return file.getvalue()

    return median(times_ms(draw, count=count))


def rows() -> Iterable[Row]:
    """The figures, the agreed ones first."""
    shop = Shop(fonts=Fonts(ROOT / "assets" / "fonts"), images={PHOTO: photo()})
    yield from typing_rows(shop)
    yield from long_rows(shop)


def typing_rows(shop: Shop) -> Iterable[Row]:
    """While somebody types: everything is warm, one paragraph is new, one glyph is new."""
    made, cache = release(), LineCache()
    template = load_template(ROOT / "templates" / "rilis-berita")

    def whole(number: int, *, compress: bool = True) -> bytes:
        document = compose(edited(made, number), OFFICE, template, images=shop.images)
        return write_pdf(typeset(document, shop.fonts, cache).pages, shop.fonts, compress=compress)

    pages = typeset(shop.composed(made), shop.fonts).pages
    floor = floor_ms(pages, 40)
    value = median(times_ms(whole, count=80))
    yield Row(
        what=f"release of {len(pages.pages)} pages as PDF, one paragraph edited",
        value=value,
        floor=floor,
        floor_name="bare canvas",
        limit=f"≤ {AGREED_MS} ms, ≤ {AGREED_RATIO} × floor",
        is_kept=value <= AGREED_MS and value <= AGREED_RATIO * floor,
    )
    preview = median(times_ms(lambda number: whole(number + 100, compress=False), count=80))
    yield Row(what="the same for the preview, not packed", value=preview)
    pdf = whole(0, compress=False)
    yield Row(
        what="its first page as pixels, 144 dpi",
        value=median(times_ms(lambda _: rasterise(pdf, [1], PREVIEW_PX), count=20)),
    )


def long_rows(shop: Shop) -> Iterable[Row]:
    """Time grows with the pages and not faster. The least of several runs: the question is the shape, not the speed."""
    per_page = []
    for paragraphs in (48, 480):
        document = shop.composed(release(paragraphs))
        count = len(typeset(document, shop.fonts).pages.pages)
        taken = min(times_ms(partial(_set_and_write, document, shop.fonts), count=5, warm=1))
        per_page.append(taken / count)
        yield Row(what=f"{count} pages typeset and written, no paragraph remembered", value=taken)
    growth = per_page[1] / per_page[0]
    yield Row(
        what="a page of the longer against one of the shorter",
        value=growth,
        unit="×",
        limit=f"≤ {AGREED_GROWTH}",
        is_kept=growth <= AGREED_GROWTH,
    )


def _set_and_write(document: Document, fonts: Fonts, _number: int) -> bytes:
    return write_pdf(typeset(document, fonts).pages, fonts)
