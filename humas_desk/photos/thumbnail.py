"""Small copies of a release's photos, for the screen."""

import io

from PIL import Image as Pixels

from humas_desk.photos.image import Image


def thumbnail(image: Image, width_px: int, height_px: int) -> bytes:
    """The picture within this size, as a PPM file (which Tk reads by itself)."""
    with Pixels.open(io.BytesIO(image.data)) as picture:
        picture.draft("RGB", (width_px, height_px))
        small = picture.convert("RGB")
    small.thumbnail((width_px, height_px), Pixels.Resampling.LANCZOS)
    out = io.BytesIO()
    small.save(out, "PPM")
    return out.getvalue()
