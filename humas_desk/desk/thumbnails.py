"""Small pictures of the release's photos, for the screen."""

from humas_desk.photos import thumbnail as photos_thumbnail
from humas_desk.photos.image import Image


def thumbnail(image: Image, width_px: int, height_px: int) -> bytes:
    """The picture within this size, as a PPM file (which Tk reads by itself)."""
    return photos_thumbnail.thumbnail(image, width_px, height_px)
