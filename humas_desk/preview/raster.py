"""A PDF's pages as pixels (PDFium). PDFium is not thread-safe: one thread at a time may be in here."""

from collections.abc import Sequence

import pypdfium2

from humas_desk.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Raster:
    """One page as pixels, red-green-blue, eight bits each, rows from the top without padding."""

    number: int
    """Of the page, from 1."""
    width_px: int
    height_px: int
    rgb: bytes


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def rasterise(pdf: bytes, pages: Sequence[int], width_px: int) -> tuple[Raster, ...]:
    """The pages of these numbers (from 1), each `width_px` wide; numbers that the PDF does not have are left out."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return tuple(_raster(document, number, width_px) for number in pages if 1 <= number <= len(document))
    finally:
        document.close()


def _raster(document: pypdfium2.PdfDocument, number: int, width_px: int) -> Raster:
    page = document[number - 1]
    try:
        bitmap = page.render(scale=(width_px - 0.5) / page.get_width(), rev_byteorder=True)
        try:
            width, height, stride = bitmap.width, bitmap.height, bitmap.stride
            rgb = _packed(bytes(bitmap.buffer), width, height, stride)
        finally:
            bitmap.close()
    finally:
        page.close()
    return Raster(number=number, width_px=width, height_px=height, rgb=rgb)


def _packed(pixels: bytes, width: int, height: int, stride: int) -> bytes:
    """The rows without the bytes that fill them up to PDFium's stride."""
    if stride == 3 * width:
        return pixels
    return b"".join(pixels[row * stride : row * stride + 3 * width] for row in range(height))
