"""A PDF's bytes looked at before the library sees them: streams that unpack without end are refused.

The library counts to a gigabyte before it stops; here every packed stream is unpacked in small steps and forgotten.
"""

from pathlib import Path
import re
from typing import Final
import zlib

from humas_desk.errors import DraftRefused, FileTooLarge

MAX_BYTES: Final = 60_000_000
MAX_STREAM_BYTES: Final = 30_000_000
MAX_UNPACKED_BYTES: Final = 120_000_000
MAX_OBJECTS: Final = 100_000
MAX_LZW_BYTES: Final = 20_000
"""Of one stream in the old packing, which unpacks to more than a thousand times as much."""
_STREAM: Final = re.compile(rb"stream\r?\n")
_IMAGE: Final = re.compile(rb"/Subtype\s*/Image\b")
_FLATE: Final = re.compile(rb"/(?:FlateDecode|Fl)\b")
_LZW: Final = re.compile(rb"/(?:LZWDecode|LZW)\b")
_STEP: Final = 1_000_000
_DICTIONARY_BYTES: Final = 1500
"""Before a stream where its dictionary stands."""


def check_pdf(data: bytes, path: Path) -> None:
    """Let the file pass or raise DraftRefused or FileTooLarge."""
    if len(data) > MAX_BYTES or data.count(b" obj") > MAX_OBJECTS:
        raise FileTooLarge(path, f"{MAX_BYTES // 1_000_000} MB")
    left = MAX_UNPACKED_BYTES
    for match in _STREAM.finditer(data):
        start = match.end()
        head = data[max(0, match.start() - _DICTIONARY_BYTES) : match.start()]
        head = head[max(head.rfind(b" obj"), head.rfind(b"endstream")) + 1 :]
        if len(_FLATE.findall(head)) > 1 or (_LZW.search(head) and _length(data, start) > MAX_LZW_BYTES):
            raise DraftRefused(path, "packed more than once" if _FLATE.search(head) else "LZW")
        if _FLATE.search(head) and not _IMAGE.search(head):
            left -= _unpacked_bytes(memoryview(data)[start:], min(MAX_STREAM_BYTES, left))
            if left <= 0:
                raise DraftRefused(path, "unpacks without end")


def _length(data: bytes, start: int) -> int:
    end = data.find(b"endstream", start)
    return (len(data) if end < 0 else end) - start


def _unpacked_bytes(packed: memoryview, most: int) -> int:
    """How much comes out of a stream; a value that uses up every allowance when it is more than `most`."""
    unpacker = zlib.decompressobj()
    count = 0
    rest = bytes(packed[:_STEP])
    offset = len(rest)
    try:
        while rest and not unpacker.eof:
            count += len(unpacker.decompress(rest, _STEP))
            if count > most:
                return MAX_UNPACKED_BYTES
            rest = unpacker.unconsumed_tail
            if not rest:
                rest = bytes(packed[offset : offset + _STEP])
                offset += len(rest)
    except zlib.error:
        return count
    return count
