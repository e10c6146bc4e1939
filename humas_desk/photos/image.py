"""A picture that is safe to put into an outgoing file."""

from humas_desk.values import dataclass

_MM_PER_INCH = 25.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """Pixels as they go into the files: upright, RGB or grey, no metadata. Made by `humas_desk.photos.admit`."""

    data: bytes
    """A whole JPEG or PNG file."""
    format: str
    """"JPEG" | "PNG"."""
    width_px: int
    height_px: int
    sha256: str
    """Of `data`, in hexadecimal: the picture's name inside files and messages."""


def dpi_at(image: Image, width_mm: float) -> float:
    """Pixels per inch when the picture is printed this wide."""
    return image.width_px / (width_mm / _MM_PER_INCH)
