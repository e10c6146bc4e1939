"""Pictures from phones, screenshots and strangers."""

from io import BytesIO
from pathlib import Path
import struct
import zlib

from hypothesis import given
from hypothesis import strategies as st
from PIL import Image as Pixels
from PIL import ImageCms, PngImagePlugin
import pytest

from humas_desk.errors import FileTooLarge, PictureRefused
from humas_desk.photos import admit as admit_module
from humas_desk.photos.admit import admit
from humas_desk.photos.image import Image, dpi_at
from humas_desk.photos.markers import has_only_pixels

PATH = Path("foto.jpg")
RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)


def a_file(kind: str, mode: str = "RGB", size: tuple[int, int] = (120, 80), **options: object) -> bytes:
    """A file whose left half is red and right half is blue, in the given mode."""
    pixels = Pixels.new("RGB", size, RED)
    pixels.paste(BLUE, (size[0] // 2, 0, *size))
    out = BytesIO()
    pixels.convert(mode).save(out, kind, **options)
    return out.getvalue()


def shown(image: Image) -> Pixels.Image:
    return Pixels.open(BytesIO(image.data))


def is_near(pixel: object, colour: tuple[int, int, int]) -> bool:
    assert isinstance(pixel, tuple)
    return all(abs(a - b) < 12 for a, b in zip(pixel, colour, strict=True))


def exif(orientation: int) -> bytes:
    data = Pixels.Exif()
    data[0x0112] = orientation
    data[0x010F] = "Camera of a person"
    data.get_ifd(0x8825)[1] = "S"  # GPS
    return data.tobytes()


@pytest.mark.parametrize(
    ("kind", "mode", "becomes"),
    [
        ("JPEG", "RGB", ("JPEG", "RGB")),
        ("JPEG", "L", ("JPEG", "L")),
        ("JPEG", "CMYK", ("JPEG", "RGB")),
        ("PNG", "RGB", ("PNG", "RGB")),
        ("PNG", "RGBA", ("PNG", "RGB")),
        ("PNG", "LA", ("PNG", "L")),
        ("PNG", "P", ("PNG", "RGB")),
        ("PNG", "1", ("PNG", "L")),
        ("WEBP", "RGB", ("JPEG", "RGB")),
        ("WEBP", "RGBA", ("JPEG", "RGB")),
    ],
)
def test_every_format_becomes_rgb_or_grey(kind: str, mode: str, becomes: tuple[str, str]) -> None:
    image = admit(a_file(kind, mode), path=PATH)
    assert (image.format, shown(image).mode) == becomes
    assert (image.width_px, image.height_px) == shown(image).size == (120, 80)


def test_heic_from_a_phone_is_taken_upright() -> None:
    """The file: 64 × 32, left half red, right half blue, EXIF orientation 6 and a camera's name; made for this test."""
    image = admit((Path(__file__).parent / "turned.heic").read_bytes(), path=PATH)
    pixels = shown(image)
    assert (image.format, pixels.size) == ("JPEG", (32, 64))
    assert is_near(pixels.getpixel((16, 8)), RED)
    assert is_near(pixels.getpixel((16, 56)), BLUE)
    assert b"Camera" not in image.data


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_stands_upright_and_says_nothing_of_its_camera(orientation: int) -> None:
    image = admit(a_file("JPEG", exif=exif(orientation)), path=PATH)
    pixels = shown(image)
    assert pixels.size == ((120, 80) if orientation < 5 else (80, 120))
    left_or_top_is_red = {1: True, 4: True, 5: True, 6: True, 2: False, 3: False, 7: False, 8: False}
    assert is_near(pixels.getpixel((5, 5)), RED if left_or_top_is_red[orientation] else BLUE)
    assert not pixels.getexif()
    assert b"Camera" not in image.data


def test_nothing_but_pixels_is_left() -> None:
    text = PngImagePlugin.PngInfo()
    text.add_text("Author", "somebody")
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for data in (
        a_file("JPEG", exif=exif(1), comment=b"hidden", icc_profile=profile, dpi=(72, 72)),
        a_file("PNG", pnginfo=text, icc_profile=profile, dpi=(72, 72)),
        a_file("WEBP", exif=exif(1), icc_profile=profile),
        a_file("JPEG") + b"hidden behind the end",
    ):
        image = admit(data, path=PATH)
        assert has_only_pixels(image.data, image.format)
        assert b"hidden" not in image.data
        assert set(shown(image).info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


@pytest.mark.parametrize("logo", [False, True])
@pytest.mark.parametrize(("kind", "mode"), [("JPEG", "RGB"), ("PNG", "RGBA"), ("WEBP", "RGB"), ("PNG", "L")])
def test_an_admitted_picture_passes_byte_for_byte(kind: str, mode: str, *, logo: bool) -> None:
    once = admit(a_file(kind, mode, (3000, 500)), path=PATH, logo=logo)
    assert admit(once.data, path=PATH, logo=logo) == once


def test_the_same_picture_gives_the_same_bytes() -> None:
    data = a_file("JPEG", size=(2500, 1500))
    assert admit(data, path=PATH) == admit(data, path=Path("other.jpg"))


@pytest.mark.parametrize(
    ("size", "fits"),
    [((4000, 3000), (1831, 1373)), ((3000, 4000), (1831, 2441)), ((1831, 100), (1831, 100)), ((10, 8000), (4, 3508))],
)
def test_a_photo_has_no_more_pixels_than_300_dpi_in_print(size: tuple[int, int], fits: tuple[int, int]) -> None:
    for kind in ("JPEG", "PNG", "WEBP"):
        image = admit(a_file(kind, size=size), path=PATH)
        assert (image.width_px, image.height_px) == fits
    assert dpi_at(image, 155) <= 300.1


def test_a_turned_photo_is_measured_as_it_is_seen() -> None:
    image = admit(a_file("JPEG", size=(4000, 3000), exif=exif(6)), path=PATH)
    assert (image.width_px, image.height_px) == (1831, 2441)


def test_the_print_width_sets_the_pixels() -> None:
    assert admit(a_file("JPEG", size=(2000, 1000)), path=PATH, print_width_mm=75).width_px == 886
    assert admit(a_file("PNG", size=(2000, 1000)), path=PATH, print_width_mm=40, logo=True).width_px == 945


def test_dots_per_inch_follow_from_the_width() -> None:
    image = Image(data=b"", format="PNG", width_px=600, height_px=1, sha256="")
    assert dpi_at(image, 50.8) == pytest.approx(300)


def test_what_is_transparent_becomes_paper() -> None:
    out = BytesIO()
    Pixels.new("RGBA", (10, 10), (0, 0, 0, 0)).save(out, "PNG")
    for logo in (False, True):
        assert shown(admit(out.getvalue(), path=PATH, logo=logo)).getpixel((5, 5)) == WHITE


def test_a_logo_loses_no_colour() -> None:
    data = a_file("PNG", "RGBA")
    logo = admit(data, path=PATH, logo=True)
    assert logo.format == "PNG"
    assert [shown(logo).getpixel((x, 40)) for x in (0, 59, 60, 119)] == [RED, RED, BLUE, BLUE]
    assert admit(a_file("WEBP", lossless=True), path=PATH, logo=True).format == "PNG"


def test_a_noisy_png_photo_becomes_a_jpeg_and_a_flat_one_stays() -> None:
    out = BytesIO()
    Pixels.effect_noise((1500, 1500), 80).convert("RGB").save(out, "PNG")
    assert admit(out.getvalue(), path=PATH).format == "JPEG"
    assert admit(a_file("PNG", size=(1500, 1500)), path=PATH).format == "PNG"


def test_sixteen_bits_become_eight() -> None:
    out = BytesIO()
    Pixels.new("I;16", (10, 10), 65535).save(out, "PNG")
    image = admit(out.getvalue(), path=PATH)
    assert (shown(image).mode, shown(image).getpixel((1, 1))) == ("L", 255)


def test_only_the_first_frame_of_a_moving_picture_is_taken() -> None:
    out = BytesIO()
    frames = [Pixels.new("RGB", (20, 20), colour) for colour in (RED, GREEN)]
    frames[0].save(out, "WEBP", save_all=True, append_images=frames[1:], lossless=True)
    assert is_near(shown(admit(out.getvalue(), path=PATH)).getpixel((10, 10)), RED)


def a_png_that_says(width: int, height: int) -> bytes:
    """A tiny PNG whose header claims another size."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(100))), (b"IEND", b""))
    made = b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + made


@pytest.mark.parametrize("size", [(20_000, 20_000), (65_000, 65_000), (9000, 9000)])
def test_a_bomb_is_refused_by_its_header(size: tuple[int, int]) -> None:
    with pytest.raises(PictureRefused) as refused:
        admit(a_png_that_says(*size), path=PATH)
    assert (refused.value.path, refused.value.detail) == (PATH, "too many pixels")


def test_a_picture_that_ends_too_early_is_refused() -> None:
    for kind in ("JPEG", "PNG", "WEBP"):
        data = a_file(kind, size=(400, 400))
        with pytest.raises(PictureRefused):
            admit(data[: len(data) // 2], path=PATH)


def test_too_many_bytes_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(admit_module, "MAX_BYTES", 100)
    with pytest.raises(FileTooLarge):
        admit(bytes(101), path=PATH)


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"%PDF-1.7", b"<svg/>", b"\xff\xd8\xff", b"RIFF....WEBP"])
def test_what_is_no_picture_of_ours_is_refused(data: bytes) -> None:
    with pytest.raises(PictureRefused):
        admit(data, path=PATH)


SMALL = {kind: a_file(kind, size=(16, 16), exif=exif(6)) for kind in ("JPEG", "PNG", "WEBP")}


@given(st.sampled_from(sorted(SMALL)), st.integers(0, 400), st.binary(max_size=6), st.integers(0, 20))
def test_a_damaged_picture_is_taken_or_refused_by_name(kind: str, at: int, noise: bytes, lost: int) -> None:
    data = SMALL[kind]
    try:
        image = admit(data[:at] + noise + data[at + lost :], path=PATH)
    except PictureRefused:
        return
    assert has_only_pixels(image.data, image.format)
