"""A TrueType file: its characters, advances and outlines, read straight from its tables.

Only what a PDF needs is read (OpenType 1.9: cmap, head, hhea, hmtx, OS/2, post, loca, glyf). The shipped fonts are known
files, so damage is not mended here: it raises `FileUnreadable`.
"""

from array import array
from collections.abc import Iterable
from pathlib import Path
import struct
import sys

from humas_desk.errors import FileMissing, FileUnreadable
from humas_desk.values import dataclass

COPIED_TABLES = ("cvt ", "fpgm", "prep")
"""Hinting programs, embedded whole."""
CHECKSUM_MAGIC = 0xB1B0AFBA

MORE_COMPONENTS = 0x20
ARGUMENTS_ARE_WORDS = 0x01
HAS_SCALE = 0x08
HAS_TWO_SCALES = 0x40
HAS_MATRIX = 0x80


@dataclass(frozen=True, slots=True, kw_only=True)
class FontFile:
    """One face. Lengths are in the font's units, `units_per_em` of them to the em."""

    name: str
    """PostScript name: "LiberationSans-Bold"."""
    data: bytes
    tables: dict[str, tuple[int, int]]
    """Offset and length of each table in `data`."""
    units_per_em: int
    glyphs: dict[int, int]
    """Glyph number of each character."""
    advances: "array[int]"
    """Advance of each glyph."""
    offsets: "array[int]"
    """Start of each glyph's outline in `glyf`, and the end of the last."""
    bbox: tuple[int, int, int, int]
    ascent: int
    descent: int
    cap_height: int
    italic_angle: float
    weight: int
    serif: bool

    def table(self, tag: str) -> bytes:
        """A table's bytes; empty when the file has none of that name."""
        start, length = self.tables.get(tag, (0, 0))
        return self.data[start : start + length]


def read_font(path: Path) -> FontFile:
    """The face in a TrueType file. FileMissing, FileUnreadable."""
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise FileMissing(path) from error
    except OSError as error:
        raise FileUnreadable(path, str(error)) from error
    try:
        return _parse(path.stem, data)
    except (struct.error, IndexError, KeyError) as error:
        raise FileUnreadable(path, "not a TrueType font") from error


def _parse(name: str, data: bytes) -> FontFile:
    count = struct.unpack_from(">H", data, 4)[0]
    tables = {}
    for index in range(count):
        tag, _, start, length = struct.unpack_from(">4sLLL", data, 12 + 16 * index)
        tables[tag.decode("ascii")] = (start, length)
    head, hhea = tables["head"][0], tables["hhea"][0]
    units, box = struct.unpack_from(">H", data, head + 18)[0], struct.unpack_from(">4h", data, head + 36)
    glyph_count = struct.unpack_from(">H", data, tables["maxp"][0] + 4)[0]
    measured = struct.unpack_from(">H", data, hhea + 34)[0]
    pairs = _big_endian("H", data, tables["hmtx"][0], 2 * measured)
    advances = pairs[::2]
    advances.extend([advances[-1]] * (glyph_count - measured))
    if struct.unpack_from(">h", data, head + 50)[0]:
        offsets = _big_endian("I", data, tables["loca"][0], glyph_count + 1)
    else:
        offsets = array("I", [2 * half for half in _big_endian("H", data, tables["loca"][0], glyph_count + 1)])
    os2 = tables["OS/2"][0]
    version, weight = struct.unpack_from(">H", data, os2)[0], struct.unpack_from(">H", data, os2 + 4)[0]
    ascent, descent = struct.unpack_from(">hh", data, os2 + 68)
    return FontFile(
        name=name,
        data=data,
        tables=tables,
        units_per_em=units,
        glyphs=_characters(data, tables["cmap"][0]),
        advances=advances,
        offsets=offsets,
        bbox=box,
        ascent=ascent,
        descent=descent,
        cap_height=struct.unpack_from(">h", data, os2 + 88)[0] if version > 1 else ascent,
        italic_angle=struct.unpack_from(">l", data, tables["post"][0] + 4)[0] / 65536,
        weight=weight,
        serif="Serif" in name or "Bookman" in name,
    )


def _big_endian(code: str, data: bytes, start: int, count: int) -> "array[int]":
    values = array(code)
    values.frombytes(data[start : start + count * values.itemsize])
    if sys.byteorder == "little":
        values.byteswap()
    return values


def _characters(data: bytes, start: int) -> dict[int, int]:
    """The widest Unicode table of `cmap`: format 12 where there is one, else 4."""
    found = {}
    for index in range(struct.unpack_from(">H", data, start + 2)[0]):
        platform, encoding, offset = struct.unpack_from(">HHL", data, start + 4 + 8 * index)
        if (platform == 3 and encoding in (1, 10)) or platform == 0:
            found[struct.unpack_from(">H", data, start + offset)[0]] = start + offset
    return _segmented_coverage(data, found[12]) if 12 in found else _segment_mapping(data, found[4])


def _segmented_coverage(data: bytes, start: int) -> dict[int, int]:
    """Format 12: ranges of characters with consecutive glyphs."""
    glyphs: dict[int, int] = {}
    for index in range(struct.unpack_from(">L", data, start + 12)[0]):
        first, last, glyph = struct.unpack_from(">LLL", data, start + 16 + 12 * index)
        glyphs.update(zip(range(first, last + 1), range(glyph, glyph + last - first + 1), strict=True))
    return glyphs


def _segment_mapping(data: bytes, start: int) -> dict[int, int]:
    """Format 4: ranges with a delta, or with a list of glyphs."""
    count = struct.unpack_from(">H", data, start + 6)[0] // 2
    ends = _big_endian("H", data, start + 14, count)
    starts = _big_endian("H", data, start + 16 + 2 * count, count)
    deltas = _big_endian("H", data, start + 16 + 4 * count, count)
    range_table = start + 16 + 6 * count
    ranges = _big_endian("H", data, range_table, count)
    glyphs: dict[int, int] = {}
    for index, (first, last, delta, shift) in enumerate(zip(starts, ends, deltas, ranges, strict=True)):
        for code in range(first, last + 1):
            glyph = code
            if shift:
                glyph = struct.unpack_from(">H", data, range_table + 2 * index + shift + 2 * (code - first))[0]
                if glyph == 0:
                    continue
            if glyph := (glyph + delta) & 0xFFFF:
                glyphs[code] = glyph
    glyphs.pop(0xFFFF, None)
    return glyphs


def subset(font: FontFile, glyphs: Iterable[int]) -> bytes:
    """A TrueType program with the outlines of these glyphs alone, under their old numbers.

    Glyph numbers are kept (PDF: CIDToGIDMap /Identity), so text drawn with them is the same whatever else is embedded.
    """
    outlines = font.tables["glyf"][0]
    bearings = font.tables["hmtx"][0]
    measured = struct.unpack_from(">H", font.data, font.tables["hhea"][0] + 34)[0]
    count = len(font.offsets) - 1
    glyf, loca, hmtx = bytearray(), array("I"), bytearray(4 * count)
    for number in sorted(_with_components(font, glyphs)):
        loca.extend([len(glyf)] * (number + 1 - len(loca)))
        glyf += font.data[outlines + font.offsets[number] : outlines + font.offsets[number + 1]]
        glyf += b"\0" * (-len(glyf) % 4)
        at = bearings + 4 * number + 2 if number < measured else bearings + 4 * measured + 2 * (number - measured)
        struct.pack_into(">H2s", hmtx, 4 * number, font.advances[number], font.data[at : at + 2])
    loca.extend([len(glyf)] * (count + 1 - len(loca)))
    if sys.byteorder == "little":
        loca.byteswap()
    head, hhea = bytearray(font.table("head")), bytearray(font.table("hhea"))
    struct.pack_into(">L", head, 8, 0)
    struct.pack_into(">h", head, 50, 1)
    struct.pack_into(">H", hhea, 34, count)
    tables = {tag: font.table(tag) for tag in COPIED_TABLES if tag in font.tables}
    tables |= {"maxp": font.table("maxp"), "head": bytes(head), "hhea": bytes(hhea)}
    tables |= {"glyf": bytes(glyf), "loca": loca.tobytes(), "hmtx": bytes(hmtx)}
    return _assemble(tables)


def _with_components(font: FontFile, glyphs: Iterable[int]) -> set[int]:
    """The glyphs, .notdef, and the parts that composite glyphs are built of."""
    wanted, todo = {0}, [0, *glyphs]
    wanted.update(todo)
    start = font.tables["glyf"][0]
    while todo:
        number = todo.pop()
        at = start + font.offsets[number]
        if font.offsets[number] == font.offsets[number + 1] or struct.unpack_from(">h", font.data, at)[0] >= 0:
            continue
        at += 10
        flags = MORE_COMPONENTS
        while flags & MORE_COMPONENTS:
            flags, part = struct.unpack_from(">HH", font.data, at)
            at += 8 if flags & ARGUMENTS_ARE_WORDS else 6
            at += 2 if flags & HAS_SCALE else 4 if flags & HAS_TWO_SCALES else 8 if flags & HAS_MATRIX else 0
            if part not in wanted:
                wanted.add(part)
                todo.append(part)
    return wanted


def _assemble(tables: dict[str, bytes]) -> bytes:
    """A TrueType file of these tables, with its checksums."""
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    directory = bytearray(
        struct.pack(">LHHHH", 0x00010000, count, 16 * power, power.bit_length() - 1, 16 * (count - power))
    )
    body = bytearray()
    start, head_at, total = 12 + 16 * count, 0, 0
    for tag, data in sorted(tables.items()):
        if tag == "head":
            head_at = start + len(body)
        padded = data + b"\0" * (-len(data) % 4)
        checksum = _checksum(padded)
        total += checksum
        directory += struct.pack(">4sLLL", tag.encode("ascii"), checksum, start + len(body), len(data))
        body += padded
    total += _checksum(bytes(directory))
    program = directory + body
    struct.pack_into(">L", program, head_at + 8, (CHECKSUM_MAGIC - total) & 0xFFFFFFFF)
    return bytes(program)


def _checksum(data: bytes) -> int:
    return sum(_big_endian("I", data, 0, len(data) // 4)) & 0xFFFFFFFF
