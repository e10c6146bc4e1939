"""HTML as a manuscript: a file, or what a browser or Word puts on the clipboard (also with Windows' "HTML Format" head).

Scripts are never run and nothing is fetched; pictures come in only when they stand in the page itself.
"""

import base64
import binascii
from functools import partial
from pathlib import Path
import re
from typing import Final
from urllib.parse import unquote

from lxml import etree, html

from humas_desk.errors import DraftDamaged, DraftRefused, FileTooLarge
from humas_desk.intake.decoding import decoded, named_encoding
from humas_desk.intake.html_page import Page
from humas_desk.intake.letterhead import without_letterhead
from humas_desk.intake.manuscript import Manuscript
from humas_desk.intake.pictures import Pictures

MAX_BYTES: Final = 5_000_000
MAX_TAGS: Final = 200_000
_CF_HEAD: Final = re.compile(rb"\AVersion:[\d.]+\s", re.IGNORECASE)
_CF_OFFSET: Final = re.compile(rb"^(StartFragment|EndFragment):\s*(\d{1,12})", re.MULTILINE)
MAX_PICTURE_BYTES: Final = 40_000_000
_ELSEWHERE: Final = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\]", re.IGNORECASE)
_DATA: Final = re.compile(r"data:image/[\w.+-]+;base64,(.*)", re.IGNORECASE | re.DOTALL)


def read_html(data: bytes, path: Path, *, folder: Path | None = None) -> Manuscript:
    """The draft in HTML; `path` names it in errors only. Raises DraftDamaged, DraftRefused and FileTooLarge.

    `folder`: where the page was saved; pictures beside it are taken. None: it was not saved.
    """
    if len(data) > MAX_BYTES or data.count(b"<") > MAX_TAGS:
        raise FileTooLarge(path, f"{MAX_BYTES // 1_000_000} MB")
    copied = fragment(data)
    text = decoded(copied, told=named_encoding(copied)).replace("\0", "")
    if not text.strip():
        return Manuscript()
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser, ensure_head_body=True)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise DraftDamaged(path, str(error)[:200]) from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise DraftRefused(path, "depth")  # what lies deeper was cut off
    page = Page(Pictures(path), partial(_picture, folder=folder))
    page.walk(root)
    items, letterhead = without_letterhead(page.items)
    return Manuscript(items=items, notes=(*letterhead, *page.notes))


def fragment(data: bytes) -> bytes:
    """Of Windows' "HTML Format" the part that was copied; everything else as it is."""
    if not _CF_HEAD.match(data[:40]):
        return data
    offsets = {match[1].lower(): int(match[2]) for match in _CF_OFFSET.finditer(data[:1000])}
    start, end = offsets.get(b"startfragment", 0), offsets.get(b"endfragment", 0)
    if 0 < start < end <= len(data):
        return b'<meta charset="utf-8">' + data[start:end]
    return b'<meta charset="utf-8">' + data[max(0, data.find(b"<")) :]


def _picture(address: str, folder: Path | None) -> bytes:
    """The bytes of a picture that its address holds itself or that lies beside the page; empty: it lies elsewhere."""
    match = _DATA.fullmatch(address.strip())
    if match is None:
        return _picture_beside(address, folder) if folder is not None else b""
    try:
        return base64.b64decode("".join(match[1].split()), validate=True)
    except (binascii.Error, ValueError):
        return b""


def _picture_beside(address: str, folder: Path) -> bytes:
    """A file in or below the folder that the page was saved in; nothing else on this computer is looked at."""
    name = unquote(re.sub(r"[?#].*", "", address))
    if not name or _ELSEWHERE.match(name):
        return b""
    try:
        home, target = folder.resolve(), (folder / name).resolve()
        if not target.is_relative_to(home) or not target.is_file() or target.stat().st_size > MAX_PICTURE_BYTES:
            return b""
        return target.read_bytes()
    except (OSError, ValueError, RuntimeError):
        return b""
