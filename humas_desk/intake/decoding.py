"""Bytes as text: by their mark, by what they say of themselves, else UTF-8, else Windows' western encoding."""

import re
from typing import Final

_META: Final = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_DECLARED: Final = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})""")
_HEAD_BYTES: Final = 4096
_LEAST_BYTES: Final = 40
_MARKS: Final = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_REALLY_WINDOWS: Final = {"iso-8859-1", "latin1", "us-ascii", "ascii"}
_TEXT_ENCODINGS: Final = re.compile(
    r"utf-?8|(?:windows-?|cp)\d{3,4}|iso-?8859-?\d{1,2}|mac-?roman|koi8-r|gb\w+|big5|shift_jis|euc-\w+"
)


def decoded(data: bytes, *, told: str = "") -> str:
    """The text; characters that no encoding explains become \ufffd. `told`: the encoding that the file names."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if unmarked := utf16_without_mark(data):
        return data.decode(unmarked, "replace")
    told = "windows-1252" if told in _REALLY_WINDOWS else told
    for encoding in (*([told] if _TEXT_ENCODINGS.fullmatch(told) else []), "utf-8", "windows-1252"):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("utf-8", "replace")


def utf16_without_mark(data: bytes) -> str:
    """The encoding of text in two bytes a character that does not begin with its mark; empty: it is not such a text."""
    head = data[:_HEAD_BYTES]
    for encoding, blank in (("utf-16-le", head[1::2]), ("utf-16-be", head[::2])):
        if len(head) >= _LEAST_BYTES and blank.count(0) > 0.9 * len(blank) and head.count(0) < 0.6 * len(head):
            return encoding
    return ""


def named_encoding(data: bytes) -> str:
    """What an HTML or XML file says its encoding is, in lower case; empty: nothing."""
    head = data[:_HEAD_BYTES]
    named = _DECLARED.match(head) or _META.search(head)
    return named[1].decode("ascii", "replace").lower() if named else ""
