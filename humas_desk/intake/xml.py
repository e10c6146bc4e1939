"""XML from outside, read into a tree; whatever reaches out of the part or grows by itself is refused."""

from pathlib import Path
import re
from typing import Final

from lxml import etree

from humas_desk.errors import DraftDamaged, DraftRefused, FileTooLarge

MAX_TAGS: Final = 400_000
MAX_DEPTH: Final = 100
"""Elements inside each other that are followed; Word's own files stay below fifty."""

_DECLARED: Final = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
_ENCODING: Final = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']*)""")
_ENCODINGS: Final = {b"utf-8", b"utf8", b"utf-16", b"us-ascii", b"ascii", b"iso-8859-1", b"windows-1252"}
_BYTE_ORDER_MARKS: Final = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def parse(data: bytes, path: Path) -> etree._Element:
    """The root of a part. Raises DraftDamaged, DraftRefused (a DTD, an entity, endless depth) and FileTooLarge."""
    _check(data, path)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        said = str(error)[:200]
        if "depth" in said or "huge" in said or "entity" in said.lower():
            raise DraftRefused(path, said) from error
        raise DraftDamaged(path, said) from error


def local(element: etree._Element) -> str:
    """The element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def _check(data: bytes, path: Path) -> None:
    """Look at the bytes before any parser does."""
    if data.count(b"<") > MAX_TAGS:
        raise FileTooLarge(path, f"{MAX_TAGS} tags")
    plain = data.replace(b"\0", b"") if b"\0" in data[:64] else data
    for mark in _BYTE_ORDER_MARKS:
        plain = plain.removeprefix(mark)
    if not plain.lstrip().startswith(b"<"):
        raise DraftDamaged(path, "no XML")
    if _DECLARED.search(plain):
        raise DraftRefused(path, "DTD")
    encoding = _ENCODING.match(plain[:200])
    if encoding and encoding[1].lower() not in _ENCODINGS:
        raise DraftRefused(path, f"encoding {encoding[1][:40]!r}")
