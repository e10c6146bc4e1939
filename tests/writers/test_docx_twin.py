"""Both copies of a release say the same words in the same order, read back from the files themselves."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from humas_desk.layout.document import Document, Letterhead, TableGrid
from humas_desk.release.release import Kind
from humas_desk.typeset.setting import typeset
from humas_desk.writers.docx.docx import write_docx
from humas_desk.writers.pdf.fonts import Fonts
from humas_desk.writers.pdf.pdf import write_pdf
from tests.writers import docx_samples as samples
from tests.writers.docx_reading import paragraphs, read, words
from tests.writers.sample_release import sample_document

_DRAWN_ALIKE = str.maketrans({"\u2011": "-", "\x02": "-", "\u00a0": " ", "\ufffe": "-"})


@pytest.fixture(scope="session")
def fonts(root: Path) -> Fonts:
    return Fonts(root / "assets" / "fonts")


def pdf_words(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    try:
        pages = [document[number].get_textpage() for number in range(len(document))]
        return "\n".join(page.get_text_range() for page in pages).translate(_DRAWN_ALIKE).split()
    finally:
        document.close()


def joined(found: list[str], expected: list[str]) -> list[str]:
    """The words of the PDF with those put together again that a line end parts ("turun-" and "naik")."""
    return list(_joined(iter(found), expected))


def _joined(found: Iterator[str], expected: list[str]) -> Iterator[str]:
    for wanted in expected:
        word = next(found, "")
        while word != wanted and wanted.startswith(word) and (rest := next(found, "")):
            word += rest
        yield word
    yield from found


def plain(document: Document) -> Document:
    """The running text alone: what stands on several pages (letterhead, footer, a table's head) comes once."""
    body = tuple(replace(block, header=False) if isinstance(block, TableGrid) else block for block in document.body)
    return replace(document, letterhead=Letterhead(pages="none"), footer=None, body=body)


def assert_twins(document: Document, fonts: Fonts, base: Path) -> None:
    made = typeset(plain(document), fonts)
    said = [word.translate(_DRAWN_ALIKE) for word in words(read(write_docx(made.document, base=base)))]
    expected = [part for word in said for part in word.split()]
    assert len(expected) > 20
    assert joined(pdf_words(write_pdf(made.pages, fonts)), expected) == expected


@pytest.mark.parametrize("seed", range(12))
def test_generated_documents_say_the_same_in_both_copies(root: Path, fonts: Fonts, seed: int) -> None:
    assert_twins(samples.generated(seed), fonts, root / "templates" / "base.docx")


@pytest.mark.parametrize("kind", Kind)
def test_the_sample_says_the_same_in_both_copies(root: Path, fonts: Fonts, kind: Kind) -> None:
    assert_twins(sample_document(root, kind), fonts, root / "templates" / "base.docx")


def test_the_letterhead_says_the_same_in_both_copies(root: Path, fonts: Fonts) -> None:
    made = typeset(samples.everything(), fonts)
    file = read(write_docx(made.document, base=root / "templates" / "base.docx"))
    said = " ".join(paragraphs(file.tree("word/header1.xml"))).split()
    assert pdf_words(write_pdf(made.pages, fonts))[: len(said)] == said
