"""A letterhead that was typed at the top of a draft: the desk sets its own, so it is left out and told about."""

import re
from typing import Final

from humas_desk.intake.manuscript import Item, ManuscriptImage, ManuscriptParagraph, ManuscriptTable, Note, NoteKind
from humas_desk.release.inline import plain

LONGEST: Final = 14
"""Items that a letterhead takes at most, blank lines left aside."""
_NAME: Final = re.compile(
    r"(?:badan pengawas pemilihan umum|bawaslu|panwaslih|panwaslu|panitia pengawas|republik indonesia|"
    r"provinsi|kabupaten|kota|kecamatan|distrik|sekretariat|pemilihan umum)\b[\w\s.,()'’-]{0,80}",
    re.IGNORECASE,
)
_ADDRESS: Final = re.compile(
    r"^(?:alamat|sekretariat)\s*:|^(?:jl\b|jln\b|jalan\s)|\b(?:telp|telepon|tlp|fax|faks|faksimile|phone)\b\s*[.:(+\d]|"
    r"\b(?:kode pos|website|laman|situs|e-?mail|surel)\b\s*:?|^(?:https?://|www\.)\S+$|^\S+@\S+\.\S+$|"
    r"^\(?0\d{2,3}\)?[ -]?\d{5,8}\b(?=.*@|.*www\.|$)",
    re.IGNORECASE,
)
_LONGEST_LINE: Final = 220
BANNER: Final = 3.5
"""A picture so many times as wide as high, above all text, is no photo."""


def without_letterhead(items: tuple[Item, ...]) -> tuple[tuple[Item, ...], tuple[Note, ...]]:
    """The draft without a letterhead at its top, and a note with what was left out.

    It is one only when the office's name comes first and an address after it; else everything stays.
    """
    end = _end(items) or _banner_end(items)
    if not end:
        return items, ()
    rows = {item.row for item in items[:end] if isinstance(item, ManuscriptImage)} - {0}
    while end < len(items) and isinstance(other := items[end], ManuscriptImage) and other.row in rows:
        end += 1  # the logo at the right
    lines = [line for item in items[:end] for line in _lines(item) or _shown(item)]
    return items[end:], (Note(kind=NoteKind.HEADER, text="\n".join(lines)),)


def _end(items: tuple[Item, ...]) -> int:
    """How many items the letterhead takes: up to the last line of its address; 0: there is none."""
    end = taken = 0
    has_name = False
    for number, item in enumerate(items):
        lines = _lines(item)
        taken += bool(lines)
        if taken > LONGEST:
            break
        if not lines:
            continue
        kinds = {_kind(line) for line in lines}
        if "" in kinds:
            break
        has_name = has_name or "name" in kinds
        if not has_name:
            break
        if "address" in kinds:
            end = number + 1
    return end


def _banner_end(items: tuple[Item, ...]) -> int:
    """Behind a picture of a letterhead at the very top, as wide as the page and low; 0: there is none."""
    for number, item in enumerate(items):
        if isinstance(item, ManuscriptImage):
            return number + 1 if item.image.width_px >= BANNER * item.image.height_px else 0
        if _lines(item):
            break
    return 0


def _shown(item: Item) -> list[str]:
    return [item.alt or "logo"] if isinstance(item, ManuscriptImage) else []


def _kind(line: str) -> str:
    """ "name" | "address"; empty: neither."""
    if len(line) > _LONGEST_LINE:
        return ""
    if _ADDRESS.search(line):
        return "address"
    letters = [letter for letter in line if letter.isalpha()]
    is_name = bool(letters) and _NAME.fullmatch(line) is not None
    return "name" if is_name and (line.isupper() or len(line.split()) <= 5) else ""


def _lines(item: Item) -> list[str]:
    match item:
        case ManuscriptParagraph(text=text):
            return [line.strip() for line in plain(text).splitlines() if line.strip()]
        case ManuscriptTable(rows=rows):
            return [line.strip() for row in rows for cell in row for line in plain(cell).splitlines() if line.strip()]
        case ManuscriptImage():
            return []
