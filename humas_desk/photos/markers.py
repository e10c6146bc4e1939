"""What a JPEG or PNG file says of itself, and carries besides its pixels: read without decoding."""

_JPEG_START, _JPEG_END, _JPEG_SCAN = 0xD8, 0xD9, 0xDA
_JPEG_APP0 = 0xE0
_JPEG_FRAMES = frozenset({0xC0, 0xC1, 0xC2})
_JPEG_TABLES_AND_FRAMES = frozenset({0xC0, 0xC1, 0xC2, 0xC4, 0xDB, 0xDD})
_PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_PNG_NEEDED = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND"})


def has_only_pixels(data: bytes, kind: str) -> bool:
    """Whether the file holds nothing but what its pixels need: no metadata, profile, thumbnail or hidden end."""
    match kind:
        case "JPEG":
            return _jpeg_is_bare(data)
        case "PNG":
            return _png_is_bare(data)
        case _:
            return False


def pixel_size(data: bytes) -> tuple[int, int] | None:
    """Width and height that a bare JPEG or PNG file tells of itself; None when it tells none."""
    if data.startswith(_PNG_SIGNATURE) and len(data) >= 24:
        return int.from_bytes(data[16:20]), int.from_bytes(data[20:24])
    frame = _jpeg_frame(data)
    return None if frame is None else (int.from_bytes(frame[7:9]), int.from_bytes(frame[5:7]))


def jpeg_channels(data: bytes) -> int | None:
    """1 for a grey JPEG file, 3 for a coloured one, 4 for one of inks; None when it does not tell."""
    frame = _jpeg_frame(data)
    return None if frame is None else frame[9]


def _jpeg_frame(data: bytes) -> bytes | None:
    """The first bytes of the segment that describes the picture."""
    at = 2
    while data[:2] == b"\xff\xd8" and at + 10 <= len(data) and data[at] == 0xFF:
        if data[at + 1] in _JPEG_FRAMES:
            return data[at : at + 10]
        at += 2 + int.from_bytes(data[at + 2 : at + 4])
    return None


def _jpeg_is_bare(data: bytes) -> bool:
    """Only a JFIF header without thumbnail, tables, one frame and its scans, ending exactly at the end marker."""
    if data[:3] != b"\xff\xd8\xff" or data[-2:] != b"\xff\xd9":
        return False
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        length = int.from_bytes(data[at + 2 : at + 4])
        if marker == _JPEG_APP0:
            if data[at + 4 : at + 9] != b"JFIF\0" or length != 16:
                return False
        elif marker == _JPEG_SCAN:
            at = _after_scan(data, at + 2 + length)
            if data[at : at + 2] == b"\xff\xd9":
                return at + 2 == len(data)
            continue
        elif marker not in _JPEG_TABLES_AND_FRAMES:
            return False
        at += 2 + length
    return False


def _after_scan(data: bytes, at: int) -> int:
    """Position of the marker that ends the scan: stuffed zeros and restart markers belong to it."""
    while (at := data.find(b"\xff", at)) >= 0:
        follower = data[at + 1 : at + 2]
        if follower and follower != b"\0" and not 0xD0 <= follower[0] <= 0xD7:
            return at
        at += 2
    return len(data)


def _png_is_bare(data: bytes) -> bool:
    if not data.startswith(_PNG_SIGNATURE):
        return False
    at = len(_PNG_SIGNATURE)
    while at + 12 <= len(data):
        length = int.from_bytes(data[at : at + 4])
        name = data[at + 4 : at + 8]
        if name not in _PNG_NEEDED:
            return False
        at += 12 + length
        if name == b"IEND":
            return at == len(data)
    return False
