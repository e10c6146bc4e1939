"""The Word copy, warm: from facts to bytes and the writer alone, every round with an edited paragraph."""

from collections.abc import Iterator
from functools import partial
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import docx

from humas_desk.layout.compose import compose
from humas_desk.layout.document import Document
from humas_desk.layout.loader import load_template
from humas_desk.photos.image import Image
from humas_desk.release.release import Release
from humas_desk.typeset.setting import typeset
from humas_desk.typeset.settled import LineCache
from humas_desk.writers.docx.docx import write_docx
from humas_desk.writers.pdf.fonts import Fonts
from tests.bench.bench_pdf import OFFICE, PHOTO, SENTENCE, edited, photo, release
from tests.bench.table import Row, median, times_ms

ROOT = Path(__file__).resolve().parents[2]
BASE = ROOT / "templates" / "base.docx"
AGREED_MS = 10
AGREED_GROWTH = 1.3
COUNT = 80


class Shop:
    """What stays in a warm process."""

    def __init__(self) -> None:
        self.template = load_template(ROOT / "templates" / "rilis-berita")
        self.fonts, self.cache = Fonts(ROOT / "assets" / "fonts"), LineCache()
        self.images: dict[str, Image] = {PHOTO: photo()}

    def settled(self, made: Release) -> Document:
        document = compose(made, OFFICE, self.template, images=self.images)
        return typeset(document, self.fonts, self.cache).document


def rows() -> Iterator[Row]:
    """A release of two pages with a photo as DOCX, beside the least that can be done, and a hundred pages."""
    shop, made = Shop(), release()
    whole = median(times_ms(lambda n: write_docx(shop.settled(edited(made, n)), base=BASE), count=COUNT))
    yield Row(
        what="release of 2 pages as DOCX, one paragraph edited",
        value=whole,
        floor=median(times_ms(bare_python_docx, count=COUNT)),
        floor_name="bare python-docx",
        limit=f"≤ {AGREED_MS} ms",
        is_kept=whole <= AGREED_MS,
    )
    documents = [shop.settled(edited(made, number)) for number in range(COUNT)]
    sample = write_docx(documents[0], base=BASE)
    yield Row(
        what="its settled document as DOCX",
        value=median(times_ms(lambda n: write_docx(documents[n % COUNT], base=BASE), count=COUNT)),
        floor=median(times_ms(lambda _: bare_zip(sample), count=COUNT)),
        floor_name="bare ZIP of the parts",
    )
    yield from long_rows(shop)


def long_rows(shop: Shop) -> Iterator[Row]:
    """Time grows with the paragraphs and not faster."""
    each = []
    for paragraphs in (48, 480):
        document = shop.settled(release(paragraphs))
        taken = median(times_ms(partial(_again, document), count=5, warm=1))
        each.append(taken / paragraphs)
        yield Row(what=f"{paragraphs} paragraphs as DOCX", value=taken)
    growth = each[1] / each[0]
    yield Row(
        what="a paragraph of the longer against one of the shorter",
        value=growth,
        unit="×",
        limit=f"≤ {AGREED_GROWTH}",
        is_kept=growth <= AGREED_GROWTH,
    )


def _again(document: Document, _number: int) -> bytes:
    return write_docx(document, base=BASE)


def bare_python_docx(number: int) -> bytes:
    """Our base with four plain paragraphs, written by python-docx."""
    document = docx.Document(str(BASE))
    for paragraph in range(4):
        document.add_paragraph(f"{paragraph}. {SENTENCE * 3} {number}")
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def bare_zip(data: bytes) -> bytes:
    """The same parts packed alike, and nothing else done."""
    buffer = BytesIO()
    with ZipFile(BytesIO(data)) as file:
        parts = [(entry.filename, entry.compress_type, file.read(entry)) for entry in file.infolist()]
    with ZipFile(buffer, "w") as target:
        for name, kind, part in parts:
            target.writestr(name, part, ZIP_STORED if kind == ZIP_STORED else ZIP_DEFLATED, 6)
    return buffer.getvalue()
