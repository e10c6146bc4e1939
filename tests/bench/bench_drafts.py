"""Drafts in files, warm: twenty pages as DOCX, ODT and PDF, and what hostile files cost until they are refused."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
import tempfile

from lxml import etree

from humas_desk.errors import FileError
from humas_desk.intake.docx_reader import read_docx
from humas_desk.intake.manuscript import Manuscript
from humas_desk.intake.opening import open_draft
from humas_desk.intake.packed import Packed
from humas_desk.intake.pdf_reader import read_pdf
from humas_desk.layout.compose import compose
from humas_desk.typeset.setting import typeset
from humas_desk.writers.docx.docx import write_docx
from humas_desk.writers.pdf.pdf import write_pdf
from tests.bench.bench_docx import BASE, Shop
from tests.bench.bench_pdf import OFFICE, release
from tests.bench.table import Row, median, times_ms
from tests.intake import hostile
from tests.intake.docx_building import docx, p, r, tbl, tc

PATH = Path("draf")
AGREED_MS = 300
AGREED_HOSTILE_MS = 200
AGREED_GROWTH = 1.3
PARAGRAPHS = 110
"""About twenty pages."""


def rows() -> Iterator[Row]:
    """Reading against the least that can be done: unpacking and parsing."""
    yield from _reading()
    yield from _growth()
    slowest, name = max((_refusing_ms(make()), name) for name, make in hostile.REFUSED.items())
    yield Row(
        what=f"a hostile file until it is refused ({name})",
        value=slowest,
        limit=f"≤ {AGREED_HOSTILE_MS} ms",
        is_kept=slowest <= AGREED_HOSTILE_MS,
    )


def _reading() -> Iterator[Row]:
    shop = Shop()
    made = typeset(compose(release(PARAGRAPHS), OFFICE, shop.template, images=shop.images), shop.fonts)
    word = write_docx(made.document, base=BASE)
    pdf = write_pdf(made.pages, shop.fonts)
    for name, data, read in (("DOCX of ours", word, read_docx), ("PDF of ours", pdf, read_pdf)):
        taken = median(times_ms(partial(_again, read, data), count=10))
        yield Row(
            what=f"{name}, {len(made.pages.pages)} pages, with a photo",
            value=taken,
            floor=median(times_ms(partial(_parsed, word), count=10)),
            floor_name="unpack and parse the DOCX",
            limit=f"≤ {AGREED_MS} ms" if read is read_docx else "",
            is_kept=taken <= AGREED_MS or read is not read_docx,
        )
    messy = messy_docx(PARAGRAPHS * 3)
    taken = median(times_ms(partial(_again, read_docx, messy), count=10))
    yield Row(
        what="DOCX of 20 pages as Word leaves it, every word a run, tracked changes, tables",
        value=taken,
        floor=median(times_ms(partial(_parsed, messy), count=10)),
        floor_name="unpack and parse",
        limit=f"≤ {AGREED_MS} ms",
        is_kept=taken <= AGREED_MS,
    )


def _growth() -> Iterator[Row]:
    """Time grows with the paragraphs and not faster."""
    each = []
    for count in (200, 2000):
        data = messy_docx(count)
        each.append(median(times_ms(partial(_again, read_docx, data), count=3, warm=1)) / count)
    growth = each[1] / each[0]
    yield Row(
        what="a paragraph of a DOCX ten times as long",
        value=growth,
        unit="×",
        limit=f"≤ {AGREED_GROWTH}",
        is_kept=growth <= AGREED_GROWTH,
    )


def messy_docx(paragraphs: int) -> bytes:
    """Text in very many runs, with insertions, deletions, looks and a table now and then."""
    words = [
        "pengawas",
        "pemilu",
        "mencatat",
        "hasil",
        "pengawasan",
        "setiap",
        "hari",
        "lalu",
        "menyampaikannya",
        "kepada",
        "rekan",
        "di",
        "kabupaten",
    ]
    body = []
    for number in range(paragraphs):
        runs = "".join(r(f"{word} ", "<w:b/>" if (number + at) % 7 == 0 else "") for at, word in enumerate(words * 2))
        changed = f"<w:ins w:id='1'>{r('baru ')}</w:ins><w:del w:id='2'><w:r><w:delText>lama </w:delText></w:r></w:del>"
        body.append(p(f"{runs}{changed}{number}"))
        if number % 20 == 0:
            body.append(tbl(*(tc(p("Desa")) + tc(p(str(row))) for row in range(8))))
    return docx("".join(body))


def _parsed(data: bytes, _number: int) -> etree._Element:
    return etree.fromstring(Packed(data, PATH).read("word/document.xml"))


def _refusing_ms(data: bytes) -> float:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "draf.docx"
        path.write_bytes(data)
        return median(times_ms(partial(_refused, path), count=3, warm=1))


def _again(read: Callable[[bytes, Path], Manuscript], data: bytes, _number: int) -> Manuscript:
    return read(data, PATH)


def _refused(path: Path, _number: int) -> None:
    with suppress(FileError):
        open_draft(path)
