"""The Word copy breaks its lines and pages where the PDF does: LibreOffice lays it out, line is compared with line."""

from pathlib import Path

import pytest

from humas_desk.layout.document import Align, Block, Document, Family, Geometry, Role
from humas_desk.release.release import Kind
from humas_desk.typeset.setting import typeset
from humas_desk.writers.docx.docx import write_docx
from humas_desk.writers.pdf.fonts import Fonts
from humas_desk.writers.pdf.pdf import write_pdf
from tests.parity.laying_out import Comparison, compare, lay_out, lines
from tests.writers import docx_samples as samples
from tests.writers.sample_release import sample_document

pytestmark = [pytest.mark.parity, pytest.mark.timeout(180)]

LEAST_SHARE = 0.99
FARTHEST_PT = 0.3
"""Rounding of twips and borders; a wrong line height or space would show as more."""


def _short() -> Document:
    return samples.document((*samples.opening(), *samples.paragraphs(3, 55)))


def _justified() -> Document:
    return samples.document((*samples.opening(), *samples.paragraphs(12, 60, 3)))


def _photo_and_table() -> Document:
    body: tuple[Block, ...] = (
        *samples.opening(),
        *samples.paragraphs(3, 60),
        samples.photo(),
        samples.text(Role.CAPTION, "Warga membaca papan. (Foto: Humas)"),
        *samples.paragraphs(3, 60, 3),
        samples.grid(6),
        *samples.paragraphs(2, 60, 7),
        samples.pair(),
        samples.text(Role.CAPTION, "Rapat dan kunjungan"),
        *samples.paragraphs(2, 50, 12),
    )
    return samples.document(body, align=Align.LEFT)


def _lists() -> Document:
    body = (
        *samples.opening(),
        *samples.paragraphs(1, 60),
        *samples.items(9, numbered=False, block_id="a"),
        samples.text(Role.HEADING, "Langkah berikutnya"),
        *samples.items(12, numbered=True, block_id="b"),
        *samples.paragraphs(2, 60),
        *samples.items(4, numbered=True, block_id="c", seed=5),
    )
    return samples.document(body)


def _logo_left() -> Document:
    return samples.document((*samples.opening(), *samples.paragraphs(12, 60)), head=samples.letterhead(logo="left"))


def _in_family(family: Family, letterhead: Family) -> Document:
    head = samples.letterhead(letterhead)
    return samples.document((*samples.opening(), *samples.paragraphs(16, 60)), family=family, head=head)


def _on_paper(**sides: float) -> Document:
    return samples.document((*samples.opening(), *samples.paragraphs(14, 60, 5)), geometry=Geometry(**sides))


def _blank() -> Document:
    return samples.document((*samples.opening(), *samples.paragraphs(9, 60)), head=samples.letterhead(blank=True))


def _all_pages() -> Document:
    return samples.document((*samples.opening(), *samples.paragraphs(9, 60)), head=samples.letterhead(pages="all"))


def _lonely_end(words: int, *end: Block) -> Document:
    """So many words that the end would stand alone on the second page."""
    body = (*samples.opening(), *samples.paragraphs(4, 50, 2), samples.text(Role.BODY, samples.prose(words, 7)), *end)
    return samples.document(body)


def _last_row_of_a_table() -> Document:
    """The table's last row alone would go to the second page."""
    return samples.document((*samples.opening(), *samples.paragraphs(3, 60), samples.grid(5)))


_CONTACT = (samples.text(Role.ABOUT_HEADING, "Narahubung"), samples.text(Role.CONTACT, "Humas  ·  0812-0000-0000"))
_ABOUT = (samples.text(Role.ABOUT_HEADING, "Tentang kantor"), samples.text(Role.ABOUT, samples.prose(10, 3)))
_HEADER_ROW_AT_PAGE_END = 209
DOCUMENTS = {
    "short": _short(),
    "justified": _justified(),
    "photo-and-table": _photo_and_table(),
    "lists": _lists(),
    "logo-left": _logo_left(),
    "serif": _in_family(Family.SERIF, Family.SERIF),
    "carlito": _in_family(Family.CARLITO, Family.CARLITO),
    "bookman-under-serif": _in_family(Family.BOOKMAN, Family.SERIF),
    "f4-215": _on_paper(width_mm=215, height_mm=330, right_mm=30, bottom_mm=22),
    "f4-210": _on_paper(width_mm=210, height_mm=330),
    "folio": _on_paper(width_mm=215.9, height_mm=330.2, left_mm=30.5, right_mm=30.4, bottom_mm=22),
    "blank-letterhead": _blank(),
    "letterhead-on-all-pages": _all_pages(),
    "end-on-the-next-page": _lonely_end(30, *_CONTACT),
    "end-over-the-page-end": _lonely_end(10, *_ABOUT, *_CONTACT),
    "last-row": _last_row_of_a_table(),
    "everything": samples.everything(),
    **{f"generated-{seed}": samples.generated(seed) for seed in (*range(6), _HEADER_ROW_AT_PAGE_END)},
}
SAMPLES = {f"sample-{kind.value}": kind for kind in Kind}
_LOGO = samples.picture(600, 600, kind="PNG")
NAMES = (*DOCUMENTS, *SAMPLES)
WITH_LIGATURES = {"carlito"}
"""LibreOffice sets Carlito's ligatures whatever the file says; Word, for whom this family is there, sets none."""


@pytest.fixture(scope="session")
def copies(root: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Comparison]:
    fonts = Fonts(root / "assets" / "fonts")
    documents = DOCUMENTS | {name: sample_document(root, kind, _LOGO) for name, kind in SAMPLES.items()}
    set_documents = {name: typeset(document, fonts) for name, document in documents.items()}
    base = root / "templates" / "base.docx"
    word = {name: write_docx(made.document, base=base) for name, made in set_documents.items()}
    theirs = lay_out(word, tmp_path_factory.mktemp("parity"), root / "assets" / "fonts")
    return {
        name: compare(lines(theirs[name]), lines(write_pdf(made.pages, fonts))) for name, made in set_documents.items()
    }


@pytest.mark.parametrize("name", [name for name in NAMES if name not in WITH_LIGATURES])
def test_lines_break_alike_in_both_copies(copies: dict[str, Comparison], name: str) -> None:
    compared = copies[name]
    assert compared.share >= LEAST_SHARE, compared.differing


@pytest.mark.parametrize("name", NAMES)
def test_both_copies_have_as_many_pages(copies: dict[str, Comparison], name: str) -> None:
    theirs, ours = copies[name].pages
    assert theirs == ours


@pytest.mark.parametrize("name", NAMES)
def test_lines_stand_at_the_same_height_in_both_copies(copies: dict[str, Comparison], name: str) -> None:
    assert copies[name].farthest_pt <= FARTHEST_PT
