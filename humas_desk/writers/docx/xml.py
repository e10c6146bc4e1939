"""Text that may stand in an XML part, and the parts' namespaces."""

import re
from xml.sax.saxutils import escape, quoteattr

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_UNUSUAL = re.compile("[^\t\n -~\u00a0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """The text as XML 1.0 allows it: control characters gone, foreign line ends as newlines, half characters as □."""
    if not _UNUSUAL.search(text):
        return text
    return _SURROGATE.sub("□", _FORBIDDEN.sub("", _BREAKS.sub("\n", text)))


def content(text: str) -> str:
    """Cleaned text between tags."""
    return escape(clean(text))


def attribute(text: str) -> str:
    """Cleaned text as an attribute's value on one line, quotation marks included."""
    return quoteattr(" ".join(clean(text).split()))
