import io

import pypdfium2
import pytest

from humas_desk.preview.on_paper import draw_on_device


def a_pdf(pages: int) -> bytes:
    document = pypdfium2.PdfDocument.new()
    for number in range(pages):
        document.new_page(200 + number, 300)
    out = io.BytesIO()
    document.save(out)
    document.close()
    return out.getvalue()


def test_the_page_is_drawn_into_its_box_as_it_is_printed() -> None:
    drawn: list[tuple[object, ...]] = []

    def render(device: int, page: object, *values: int) -> None:
        width = pypdfium2.raw.FPDF_GetPageWidthF(page)
        drawn.append((device, round(width), *values))

    draw_on_device(a_pdf(3), 2, 77, (-1, -2, 4961, 7016), render)
    assert drawn == [(77, 201, -1, -2, 4961, 7016, 0, 0x801)]


def test_where_pdfium_draws_on_no_printer_that_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("pypdfium2.raw.FPDF_RenderPage", raising=False)
    with pytest.raises(OSError, match="PDFium"):
        draw_on_device(a_pdf(1), 1, 77, (0, 0, 10, 10))
