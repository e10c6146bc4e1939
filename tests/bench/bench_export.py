"""A release as files: the warm path from facts to bytes, every round with an edited paragraph and a new character."""

from collections.abc import Iterator
import datetime as dt
from io import BytesIO
from pathlib import Path

from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from humas_desk.desk.folders import Folders
from humas_desk.desk.offices import sample_office
from humas_desk.desk.press import Press
from humas_desk.desk.requests import Job
from humas_desk.release.blocks import Block, Paragraph, Pattern, Quote
from humas_desk.release.person import Speaker
from humas_desk.release.release import Dateline, Release
from humas_desk.typeset.pages import Pages, SetLine
from humas_desk.writers.docx.docx import write_docx
from humas_desk.writers.pdf.pdf import write_pdf
from tests.bench.table import Row, median, times_ms

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = Folders(
    assets=ROOT / "assets", templates=ROOT / "templates", data=ROOT / "nothing", documents=ROOT / "nothing"
)
COUNT = 60
SENTENCE = "Petugas mencatat setiap laporan warga dan memeriksanya bersama panitia di tingkat desa. "
SPEAKER = Speaker(name="Rahmat Contoh", position="Ketua Bawaslu Kabupaten Contoh")
FLOOR_FONT = "Floor"


def release(paragraphs: int, *, edit: int) -> Release:
    """An article of our own words: about as long as the founding one with five paragraphs. `edit` changes a paragraph."""
    texts = [SENTENCE * 3 for _ in range(paragraphs)]
    texts[-1] += f"Catatan {edit} {chr(0x00C0 + edit % 320)}"
    blocks: tuple[Block, ...] = (
        *(Paragraph(id=f"p{number}", text=text) for number, text in enumerate(texts)),
        Quote(
            id="q1", text=SENTENCE.strip(), speaker=SPEAKER, verb="ujar", pattern=Pattern.QUOTE_VERB_NYA, joined=True
        ),
        Quote(id="q2", text=SENTENCE.strip(), speaker=SPEAKER, verb="tegas", pattern=Pattern.QUOTE_VERB_SPEAKER),
    )
    dateline = Dateline(city="Contoh", date=dt.date(2026, 5, 12))
    return Release(title="Warga dan Pengawas Mengawal Data Pemilih", dateline=dateline, blocks=blocks)


class Desk:
    """A press that is warm, and the three ways through it."""

    def __init__(self) -> None:
        self.press = Press(FOLDERS)
        self.office = sample_office(FOLDERS)

    def pages(self, paragraphs: int, edit: int) -> Pages:
        return self.press.set(Job(release=release(paragraphs, edit=edit), office=self.office)).typeset.pages

    def pdf(self, paragraphs: int, edit: int) -> bytes:
        return write_pdf(self.pages(paragraphs, edit), self.press.fonts)

    def docx(self, paragraphs: int, edit: int) -> bytes:
        made = self.press.set(Job(release=release(paragraphs, edit=edit), office=self.office))
        return write_docx(made.typeset.document, base=self.press.base)


def raw_canvas(pages: Pages, edit: int) -> bytes:
    """The same lines drawn straight onto reportlab's canvas: what any PDF of this text costs."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=(pages.geometry.width_pt, pages.geometry.height_pt), pageCompression=1, invariant=1)
    for page in pages.pages:
        set_lines = [item for item in page.items if isinstance(item, SetLine)]
        for line, span in [(one, span) for one in set_lines for span in one.spans]:
            canvas.setFont(FLOOR_FONT, span.size_pt)
            canvas.drawString(span.x_pt, pages.geometry.height_pt - line.baseline_pt, span.text)
        canvas.drawString(0, 0, chr(0x00C0 + edit % 320))
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def rows() -> Iterator[Row]:
    """PDF and DOCX of one article, and a long one."""
    registerFont(TTFont(FLOOR_FONT, str(FOLDERS.fonts / "LiberationSans-Regular.ttf")))
    desk = Desk()
    sample = desk.pages(5, 0)
    floor = median(times_ms(lambda edit: raw_canvas(sample, edit), count=COUNT))
    pdf = median(times_ms(lambda edit: desk.pdf(5, edit), count=COUNT))
    yield Row(
        what="article as PDF, warm, median",
        value=pdf,
        floor=floor,
        floor_name="raw canvas",
        limit="≤ 10 ms, ≤ 6 × floor",
        is_kept=pdf <= 10 and pdf <= 6 * floor,
    )
    docx = median(times_ms(lambda edit: desk.docx(5, edit), count=COUNT))
    yield Row(what="article as DOCX, warm, median", value=docx, limit="≤ 10 ms", is_kept=docx <= 10)
    yield long_release()


def long_release() -> Row:
    """A hundred pages against ten: time per page must not grow. Both are set from nothing, with a new press."""
    short, few = per_page(95)
    long, many = per_page(950)
    return Row(
        what=f"{many} pages as PDF, cold lines, per page",
        value=long,
        floor=short,
        floor_name=f"{few} pages",
        limit="≤ 1.3 × floor",
        is_kept=long <= 1.3 * short,
    )


def per_page(paragraphs: int) -> tuple[float, int]:
    """Milliseconds a page, and how many pages."""
    desk = Desk()
    desk.pdf(1, 0)
    took = times_ms(lambda edit: desk.pdf(paragraphs, edit), count=1, warm=0)[0]
    pages = len(desk.pages(paragraphs, 0).pages)
    return took / pages, pages
