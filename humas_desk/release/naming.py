"""Names for the files of a release."""

import unicodedata

from humas_desk.release import inline
from humas_desk.release.filename import safe_name
from humas_desk.release.release import Release

MAX_STEM = 100
"""Characters; leaves room for " (2)" and ".docx" within 120."""
_MAX_BYTES = 200
"""In UTF-8: Linux file systems allow 255 for the whole name."""


def file_stem(release: Release) -> str:
    """The name of the release's copies without suffix: day of release and title, cut at a word.

    "2023-08-28 Bawaslu Probolinggo Ikuti Rakornas". Valid on NTFS; without date and title the release's kind.
    """
    day = release.released or release.dateline.date
    title = unicodedata.normalize("NFC", inline.plain(release.title))
    name = safe_name(f"{day.isoformat() if day else ''} {title}")
    return safe_name(cut_name(name)) or release.kind.value


def cut_name(name: str, most: int = MAX_STEM) -> str:
    """The name within `most` characters and 200 bytes, at the last space where there is one in its second half."""
    short = name[:most].encode("utf-8", "replace")[:_MAX_BYTES].decode("utf-8", "ignore")
    if short == name:
        return name
    space = short.rfind(" ")
    return short[:space] if space > len(short) // 2 and name[len(short) : len(short) + 1] != " " else short
