"""The Word copy, warm: from facts to bytes, every round with an edited paragraph and a new character."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import docx

from humas_desk.layout.compose import compose
from humas_desk.layout.loader import load_template
from humas_desk.typeset.setting import typeset
from humas_desk.typeset.settled import LineCache
from humas_desk.writers.docx.docx import write_docx
from humas_desk.writers.pdf.fonts import Fonts
from tests.bench.bench_pdf import OFFICE, PHOTO, SENTENCE, edited, photo, release
from tests.bench.table import Row, median, times_ms

ROOT = Path(__file__).resolve().parents[2]
AGREED_MS = 10
COUNT = 80


def rows() -> Iterator[Row]:
    """A release of two pages with a photo as DOCX, beside the same paragraphs through python-docx alone."""
    base = ROOT / "templates" / "base.docx"
    template = load_template(ROOT / "templates" / "rilis-berita")
    fonts, cache, images = Fonts(ROOT / "assets" / "fonts"), LineCache(), {PHOTO: photo()}
    made = release()

    def whole(number: int) -> bytes:
        document = compose(edited(made, number), OFFICE, template, images=images)
        return write_docx(typeset(document, fonts, cache).document, base=base)

    value = median(times_ms(whole, count=COUNT))
    yield Row(
        what="release of 2 pages as DOCX, one paragraph edited",
        value=value,
        floor=median(times_ms(lambda number: bare(base, number), count=COUNT)),
        floor_name="bare python-docx",
        limit=f"≤ {AGREED_MS} ms",
        is_kept=value <= AGREED_MS,
    )


def bare(base: Path, number: int) -> bytes:
    """Our base with four plain paragraphs, written by python-docx."""
    document = docx.Document(str(base))
    for paragraph in range(4):
        document.add_paragraph(f"{paragraph}. {SENTENCE * 3} {number}")
    file = BytesIO()
    document.save(file)
    return file.getvalue()
