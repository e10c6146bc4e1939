"""Pages as pixels."""

import pytest

from humas_desk.preview.raster import page_count, rasterise
from tests.writers.pdf_samples import SENTENCES, paragraph, pdf_of


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return pdf_of(paragraph(SENTENCES * 20))


def test_a_page_has_the_width_asked_for_and_three_bytes_a_pixel(pdf: bytes) -> None:
    for width in (1, 97, 400, 799, 1191):
        (page,) = rasterise(pdf, [1], width)
        assert page.width_px == width
        assert page.height_px == pytest.approx(width * 297 / 210, abs=1.1)
        assert len(page.rgb) == 3 * page.width_px * page.height_px


def test_paper_is_white_and_ink_is_dark(pdf: bytes) -> None:
    (page,) = rasterise(pdf, [2], 400)
    assert page.rgb[:3] == b"\xff\xff\xff"
    assert min(page.rgb) < 60


def test_pages_come_in_the_order_asked_and_unknown_ones_are_left_out(pdf: bytes) -> None:
    assert page_count(pdf) == 2
    assert [page.number for page in rasterise(pdf, [2, 1, 3, 0], 100)] == [2, 1]
