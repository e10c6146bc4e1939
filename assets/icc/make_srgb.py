"""Makes sRGB.icc, the colour profile that an archived PDF carries (run: `python assets/icc/make_srgb.py`).

The profile is Little CMS's own sRGB, which its author has put at everybody's disposal ("No copyright, use freely"). What
changes in it from day to day and from machine to machine is set here: the date (the month of the sRGB standard,
IEC 61966-2-1:1999) and the platform (none).
"""

from pathlib import Path
import struct

from PIL import ImageCms

DATE_AT, PLATFORM_AT = 24, 40
DATE = (1999, 10, 1, 0, 0, 0)


def srgb() -> bytes:
    """The profile's bytes."""
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    struct.pack_into(">6H", data, DATE_AT, *DATE)
    struct.pack_into(">L", data, PLATFORM_AT, 0)
    return bytes(data)


if __name__ == "__main__":
    Path(__file__).with_name("sRGB.icc").write_bytes(srgb())
