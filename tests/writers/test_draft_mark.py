import datetime as dt
from pathlib import Path

from openxml_audit import OpenXmlValidator
import pytest

from humas_desk.layout.compose import compose
from humas_desk.layout.document import Document
from humas_desk.preview.raster import rasterise
from humas_desk.typeset.setting import typeset
from humas_desk.writers.docx.docx import write_docx
from humas_desk.writers.pdf.pdf import write_pdf
from tests.layout.composing import AN_OFFICE, a_paragraph, a_release, template
from tests.writers.docx_reading import paragraphs, read
from tests.writers.pdf_samples import FONTS, page_texts

MOMENT = dt.datetime(2026, 5, 12, 14, 32, tzinfo=dt.UTC)
NOTE = "DRAF · versi 12.05.2026 14.32"


def document(draft: dt.datetime | None, count: int = 1) -> Document:
    release = a_release(*(a_paragraph("Warga mengawasi pemilu. " * 20, block_id=f"p{n}") for n in range(count)))
    return compose(release, AN_OFFICE, template(), images={}, draft=draft)


def pdf(draft: dt.datetime | None, count: int = 1) -> bytes:
    return write_pdf(typeset(document(draft, count), FONTS).pages, FONTS)


def test_every_page_says_that_it_is_a_draft() -> None:
    texts = page_texts(pdf(MOMENT, 12))
    assert len(texts) > 1
    assert all(NOTE in text for text in texts)
    assert not any("DRAF" in text for text in page_texts(pdf(None, 12)))


def test_a_final_copy_is_the_same_as_ever_and_a_draft_the_same_twice() -> None:
    assert pdf(MOMENT) == pdf(MOMENT)
    assert pdf(MOMENT) != pdf(None)
    assert pdf(MOMENT) != pdf(MOMENT.replace(minute=33))


def test_the_word_is_pale_and_lies_behind_the_text() -> None:
    (with_mark,) = rasterise(pdf(MOMENT), [1], 300)
    (without,) = rasterise(pdf(None), [1], 300)
    pairs = list(zip(with_mark.rgb[::3], without.rgb[::3], strict=True))
    changed = [new for new, old in pairs if new != old]
    pale = [new for new in changed if new > 225]
    assert len(pale) > len(pairs) / 50
    assert len(pale) > 0.9 * len(changed), "the rest is the small note, and edges of letters over the word"
    assert all(abs(new - old) < 12 for new, old in pairs if old < 40), "black type stays black"


def test_the_mark_is_an_artifact() -> None:
    raw = write_pdf(typeset(document(MOMENT), FONTS).pages, FONTS, compress=False)
    assert raw.count(b"/Subtype /Watermark >> BDC") == 1
    assert raw.count(b" BDC") == raw.count(b"\nEMC")


@pytest.mark.parametrize("count", [1, 12])
def test_the_word_copy_says_so_at_every_page_s_foot(count: int, root: Path, tmp_path: Path) -> None:
    settled = typeset(document(MOMENT, count), FONTS).document
    data = write_docx(settled, base=root / "templates" / "base.docx")
    file = read(data)
    feet = [part for name, part in file.stories().items() if "footer" in name]
    assert len(feet) == 2, "the first page has a footer of its own"
    assert all(paragraphs(foot)[-1] == NOTE for foot in feet)
    (tmp_path / "draf.docx").write_bytes(data)
    assert not OpenXmlValidator().validate(tmp_path / "draf.docx").errors
