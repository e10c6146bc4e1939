"""What a picture's file says of itself, without being decoded."""

from io import BytesIO

from PIL import Image as Pillow
import pytest

from humas_desk.photos.markers import jpeg_channels, pixel_size


def a_file(kind: str, mode: str) -> bytes:
    out = BytesIO()
    Pillow.new(mode, (30, 20)).save(out, kind)
    return out.getvalue()


@pytest.mark.parametrize(("mode", "channels"), [("L", 1), ("RGB", 3), ("CMYK", 4)])
def test_a_jpeg_tells_its_channels_and_its_size(mode: str, channels: int) -> None:
    data = a_file("JPEG", mode)
    assert (jpeg_channels(data), pixel_size(data)) == (channels, (30, 20))


def test_a_progressive_jpeg_tells_them_too() -> None:
    out = BytesIO()
    Pillow.new("RGB", (30, 20)).save(out, "JPEG", progressive=True)
    assert (jpeg_channels(out.getvalue()), pixel_size(out.getvalue())) == (3, (30, 20))


def test_what_is_no_whole_jpeg_tells_no_channels() -> None:
    assert pixel_size(a_file("PNG", "RGB")) == (30, 20)
    assert jpeg_channels(a_file("PNG", "RGB")) is None
    assert jpeg_channels(a_file("JPEG", "RGB")[:40]) is None
    assert jpeg_channels(b"") is None
