"""A PDF's pages drawn on a printer of Windows (PDFium's FPDF_RenderPage, which it has only there)."""

from collections.abc import Callable
import ctypes

import pypdfium2
import pypdfium2.raw

RenderPage = Callable[..., None]
_ANNOTATIONS, _PRINTING = 0x01, 0x800


def draw_on_device(
    pdf: bytes, number: int, device: int, box: tuple[int, int, int, int], render: RenderPage | None = None
) -> None:
    """Draw the page of this number (from 1) on a device context; `box` is x, y, width and height in its dots.

    `render` stands in for PDFium's function in tests. OSError where this PDFium has none. Not tried on a real Windows.
    """
    draw: RenderPage | None = render or getattr(pypdfium2.raw, "FPDF_RenderPage", None)
    if draw is None:
        raise OSError("PDFium draws on printers only on Windows")
    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[number - 1]
        try:
            draw(_handle(draw, device), page.raw, *box, 0, _ANNOTATIONS | _PRINTING)
        finally:
            page.close()
    finally:
        document.close()


def _handle(draw: RenderPage, device: int) -> object:
    """The device as the type that the binding wants for it (a pointer to an opaque struct)."""
    types = getattr(draw, "argtypes", None)
    return ctypes.cast(device, types[0]) if types else device
