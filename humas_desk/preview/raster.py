"""A PDF's pages as pixels (PDFium). PDFium is not thread-safe: one thread at a time may be in here."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
import math

import pypdfium2

from humas_desk.values import dataclass

_SEAM_PX = 2
"""More rows above and below: edges are softened over the rows beside them. Outside of these as many are drawn and not
taken, for what the end of the drawing cuts through comes out otherwise in its last row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Raster:
    """One page as pixels, red-green-blue, eight bits each, rows from the top without padding."""

    number: int
    """Of the page, from 1."""
    width_px: int
    height_px: int
    rgb: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Redraw:
    """How a page comes from its last picture: only the rows between two heights, parts of the page's height, are others."""

    before: Raster
    top: float = 0
    bottom: float = 0
    """As `top`: nothing has changed."""


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def rasterise(
    pdf: bytes, pages: Sequence[int], width_px: int, redraws: Mapping[int, Redraw] | None = None
) -> tuple[Raster, ...]:
    """The pages of these numbers (from 1), each `width_px` wide; numbers that the PDF does not have are left out.

    `redraws`: pages whose last picture, of the same width, is known.
    """
    document = pypdfium2.PdfDocument(pdf)
    try:
        return tuple(
            _raster(document, number, width_px, (redraws or {}).get(number))
            for number in pages
            if 1 <= number <= len(document)
        )
    finally:
        document.close()


def _raster(document: pypdfium2.PdfDocument, number: int, width_px: int, redraw: Redraw | None) -> Raster:
    if redraw is None:
        return _drawn(document, number, width_px)
    before = redraw.before
    height = before.height_px
    top = max(0, math.floor(redraw.top * height) - _SEAM_PX)
    bottom = min(height, math.ceil(redraw.bottom * height) + _SEAM_PX)
    if redraw.top >= redraw.bottom or top >= bottom:
        return before
    first, last = max(0, top - _SEAM_PX), min(height, bottom + _SEAM_PX)
    drawn = _drawn(document, number, width_px, first, height - last).rgb
    row = 3 * before.width_px
    rows = drawn[(top - first) * row : (bottom - first) * row]
    return replace(before, rgb=before.rgb[: top * row] + rows + before.rgb[bottom * row :])


def _drawn(document: pypdfium2.PdfDocument, number: int, width_px: int, above_px: int = 0, below_px: int = 0) -> Raster:
    """The page, without as many rows at its top and its foot. What is in them is not drawn and takes no time."""
    page = document[number - 1]
    try:
        scale = (width_px - 0.5) / page.get_width()  # half a pixel less: PDFium rounds up, here and for what is cut off
        above, below = (max(0, px - 0.5) / scale for px in (above_px, below_px))
        bitmap = page.render(scale=scale, rev_byteorder=True, crop=(0, below, 0, above))
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
