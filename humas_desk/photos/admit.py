"""Pictures in: whatever a phone or a screenshot tool made becomes a picture that is safe to send.

Upright, RGB or grey in sRGB, no EXIF, GPS, comments or profiles, not more pixels than the print needs. The original is not
kept. A picture that is already so passes byte for byte, so opening a release does not wear its photos out.
"""

from contextlib import suppress
from functools import cache
import hashlib
from io import BytesIO
from pathlib import Path
import struct
import warnings
import zlib

from PIL import Image as Pixels
from PIL import ImageOps, ImageSequence

from humas_desk.errors import FileTooLarge, PictureRefused
from humas_desk.photos.image import Image
from humas_desk.photos.markers import has_only_pixels

MAX_BYTES = 60_000_000
MAX_PIXELS = 64_000_000
"""Decoded at once; a full-size photo of a 50-megapixel phone passes."""
MAX_JPEG_PIXELS = 210_000_000
"""JPEGs are decoded at a fraction of their size, so those of 108 and 200 megapixels pass."""
PHOTO_DPI = 300
LOGO_DPI = 600
MAX_HEIGHT_MM = 297
"""Longest side upwards that any page can show."""

_MM_PER_INCH = 25.4
_MAX_PNG_BYTES = 1_500_000
"""A PNG photo larger than this becomes a JPEG; smaller ones (screenshots, charts) stay sharp."""
_FORMATS = ("JPEG", "PNG", "WEBP", "HEIF")
_DAMAGED = (OSError, ValueError, SyntaxError, TypeError, KeyError, IndexError, AttributeError, RuntimeError,
            OverflowError, MemoryError, EOFError, struct.error, zlib.error)  # fmt: skip
"""What Pillow's decoders raise on damaged or hostile data."""
_ORIENTATION = 0x0112


def admit(data: bytes, *, path: Path, print_width_mm: float = 155, logo: bool = False) -> Image:
    """The picture as it goes into the files; the same bytes for the same input.

    `path` names the file in errors only. `logo`: lossless (PNG) unless it came as JPEG, at up to 600 dpi instead of 300.
    Transparent parts become white. Raises PictureRefused, and FileTooLarge over 60 MB.
    """
    if len(data) > MAX_BYTES:
        raise FileTooLarge(path, f"{MAX_BYTES // 1_000_000} MB")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _admitted(data, path, print_width_mm, logo=logo)
    except Pixels.DecompressionBombError as error:
        raise PictureRefused(path, "too many pixels") from error
    except _DAMAGED as error:
        raise PictureRefused(path, "damaged or unknown format") from error


def pixels_in(data: bytes) -> tuple[int, str]:
    """How many pixels decoding would make, and Pillow's name of the format, both from the head alone; 0, "": no picture."""
    _load_decoders()
    with suppress(*_DAMAGED, Pixels.DecompressionBombError), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with Pixels.open(BytesIO(data), formats=_FORMATS) as opened:
            return opened.width * opened.height, opened.format or ""
    return 0, ""


@cache
def _load_decoders() -> None:
    """Teach Pillow the formats we take, at the first picture and not at start."""
    import pi_heif
    from PIL import JpegImagePlugin, PngImagePlugin, WebPImagePlugin  # noqa: F401 (they register)

    pi_heif.register_heif_opener()


def _admitted(data: bytes, path: Path, print_width_mm: float, *, logo: bool) -> Image:
    _load_decoders()
    with Pixels.open(BytesIO(data), formats=_FORMATS) as opened:
        kind = "JPEG" if opened.format == "MPO" else opened.format or ""
        if opened.width * opened.height > (MAX_JPEG_PIXELS if kind == "JPEG" else MAX_PIXELS):
            raise PictureRefused(path, "too many pixels")
        most = _most_pixels(print_width_mm, LOGO_DPI if logo else PHOTO_DPI)
        if _is_ready(opened, data, kind, most) and (kind == "JPEG" or logo or len(data) <= _MAX_PNG_BYTES):
            opened.load()
            return _image(data, kind, opened.width, opened.height)
        pixels = _small_enough(opened, most, path)
        return _written(_flat(_in_srgb(pixels)), as_png=kind == "PNG" or (logo and kind != "JPEG"), logo=logo)


def _most_pixels(print_width_mm: float, dpi: int) -> tuple[int, int]:
    return round(print_width_mm / _MM_PER_INCH * dpi), round(MAX_HEIGHT_MM / _MM_PER_INCH * dpi)


def _is_ready(opened: Pixels.Image, data: bytes, kind: str, most: tuple[int, int]) -> bool:
    fits = opened.width <= most[0] and opened.height <= most[1]
    return fits and opened.mode in {"RGB", "L"} and has_only_pixels(data, kind)


def _small_enough(opened: Pixels.Image, most: tuple[int, int], path: Path) -> Pixels.Image:
    """The first frame, upright and scaled down to the pixels the print needs."""
    frame = opened if opened.format in {"JPEG", "MPO"} else next(iter(ImageSequence.Iterator(opened)))
    turned = _orientation(frame) in {5, 6, 7, 8}
    box = (most[1], most[0]) if turned else most
    frame.draft(None, box)
    if frame.width * frame.height > MAX_PIXELS:
        raise PictureRefused(path, "too many pixels")
    frame.load()
    upright = frame
    with suppress(*_DAMAGED):  # EXIF that cannot be read turns nothing
        upright = ImageOps.exif_transpose(frame)
    scale = min(1.0, most[0] / upright.width, most[1] / upright.height)
    if scale == 1.0:
        return upright
    size = max(1, round(upright.width * scale)), max(1, round(upright.height * scale))
    return _resizable(upright).resize(size, Pixels.Resampling.LANCZOS, reducing_gap=3.0)


def _orientation(frame: Pixels.Image) -> int:
    with suppress(*_DAMAGED):
        return int(frame.getexif().get(_ORIENTATION, 1))
    return 1


def _resizable(pixels: Pixels.Image) -> Pixels.Image:
    """Palettes and bitmaps cannot be scaled smoothly; sixteen-bit greys lose their low half."""
    if pixels.mode in {"P", "PA"}:
        return pixels.convert("RGBA" if "transparency" in pixels.info or pixels.mode == "PA" else "RGB")
    if pixels.mode == "1":
        return pixels.convert("L")
    if pixels.mode.startswith("I;16") or pixels.mode == "I":
        return pixels.convert("I").point(lambda value: value / 257).convert("L")
    return pixels


def _in_srgb(pixels: Pixels.Image) -> Pixels.Image:
    """Colours of a wide or printer's profile brought to sRGB; a profile that cannot be read is ignored."""
    profile = pixels.info.get("icc_profile")
    pixels = _resizable(pixels)
    if not profile or pixels.mode not in {"RGB", "RGBA", "CMYK"}:
        return pixels
    from PIL import ImageCms

    alpha = pixels.getchannel("A") if pixels.mode == "RGBA" else None
    colours = pixels.convert("RGB") if alpha else pixels
    with suppress(ImageCms.PyCMSError, *_DAMAGED):
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        made = ImageCms.profileToProfile(colours, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
        if made is not None:
            if alpha:
                made.putalpha(alpha)
            return made
    return pixels


def _flat(pixels: Pixels.Image) -> Pixels.Image:
    """RGB or L without transparency: what was transparent is white, as paper."""
    pixels = _resizable(pixels)
    if pixels.mode == "L" and "transparency" not in pixels.info:
        return pixels
    if pixels.mode in {"LA", "La", "RGBA", "RGBa"} or "transparency" in pixels.info:
        layer = pixels.convert("RGBA")
        paper = Pixels.new("RGBA", layer.size, (255, 255, 255, 255))
        return Pixels.alpha_composite(paper, layer).convert("L" if pixels.mode in {"L", "LA", "La"} else "RGB")
    return pixels if pixels.mode == "RGB" else pixels.convert("RGB")


def _written(pixels: Pixels.Image, *, as_png: bool, logo: bool) -> Image:
    """The pixels as a file without anything else in it."""
    bare = Pixels.frombytes(pixels.mode, pixels.size, pixels.tobytes())
    if as_png:
        out = BytesIO()
        bare.save(out, "PNG", optimize=True)
        if logo or out.tell() <= _MAX_PNG_BYTES:
            return _image(out.getvalue(), "PNG", *bare.size)
    out = BytesIO()
    bare.save(out, "JPEG", quality=90, optimize=True, subsampling="4:2:0")
    return _image(out.getvalue(), "JPEG", *bare.size)


def _image(data: bytes, kind: str, width: int, height: int) -> Image:
    return Image(data=data, format=kind, width_px=width, height_px=height, sha256=hashlib.sha256(data).hexdigest())
