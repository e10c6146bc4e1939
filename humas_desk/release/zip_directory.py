"""A ZIP file's table of contents, looked at before any library reads it: reading alone can take seconds."""

import struct
from typing import Final

END: Final = b"PK\x05\x06"
_ZIP64_LOCATOR: Final = b"PK\x06\x07"


def directory_bytes(data: bytes) -> int | None:
    """How long the table of contents says it is; None when the file has no end, or is one of 64 bits, which nobody needs."""
    end = data.rfind(END)
    if end < 0 or len(data) < end + 22 or data[max(0, end - 20) : max(0, end - 16)] == _ZIP64_LOCATOR:
        return None
    (size,) = struct.unpack_from("<I", data, end + 12)
    return int(size)
