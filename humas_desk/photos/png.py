"""Pixels as a PNG file."""

import io

from PIL import Image as Pixels

MM_PER_INCH = 25.4


def png_bytes(width_px: int, height_px: int, rgb: bytes, *, width_mm: float) -> bytes:
    """The picture as a PNG that is `width_mm` wide on paper; the same bytes for the same pixels.

    `rgb`: three bytes for every pixel, row after row.
    """
    out = io.BytesIO()
    dpi = width_px / width_mm * MM_PER_INCH
    Pixels.frombytes("RGB", (width_px, height_px), rgb).save(out, "PNG", dpi=(dpi, dpi), compress_level=9)
    return out.getvalue()
