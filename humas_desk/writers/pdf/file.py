"""A PDF file of objects in PDF's own words. reportlab counts them and writes the cross-reference table and the trailer.

Of reportlab only its document is used, by public names that tests/writers/test_pdf.py pins. Its dictionaries are several
times slower than words, and its streams end without the line end that PDF/A asks for (ISO 19005-3, 6.1.7.1).
"""

import hashlib
from typing import Any, Final, cast
import zlib

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject

from humas_desk.values import dataclass

rl_config.invariant = 1  # no comments with class names

VERSION: Final = (1, 7)
PACKING: Final = 3
"""How hard zlib tries on pages (of 9): half the time of its default, for half a kilobyte a page more."""
LONGEST_TEXT: Final = 8000
"""Characters of a string: in any spelling it stays below the 32767 bytes that PDF/A allows (ISO 19005-3, 6.1.13)."""


class _Object(PDFObject):
    """What reportlab asks of an object of the file."""

    __RefOnly__ = 1

    def __init__(self) -> None:
        self.data = b"null"

    def format(self, _document: PDFDocument) -> bytes:
        """What stands in the file."""
        return self.data


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """An object that is known by its number before it is written."""

    reference: str
    """How others name it: "12 0 R"."""
    held: _Object


class PdfFile:
    """A file in the making. Its /ID is made from the words added to it, so the same words give the same bytes."""

    def __init__(self, *, compress: bool) -> None:
        self.compress = compress
        self._document = cast(Any, PDFDocument(invariant=1, pdfVersion=VERSION))
        self._forget_fonts()
        self._digest: Any = hashlib.md5(usedforsecurity=False)
        self._document.signature = self._digest

    def _forget_fonts(self) -> None:
        """Leave out the list of fonts that reportlab begins every file with."""
        document = self._document
        document.objectcounter = 0
        for known in (document.idToObject, document.idToObjectNumberAndVersion, document.numberToId):
            known.clear()

    def identify(self, content: str) -> None:
        """Let the file's /ID depend on content that its words do not show."""
        self._digest.update(content.encode())

    def reserve(self) -> Place:
        """A place for an object whose words are not known yet."""
        held = _Object()
        self._document.Reference(held)
        return Place(reference=f"{self._document.objectcounter} 0 R", held=held)

    def fill(self, place: Place, words: str, stream: bytes | None = None) -> None:
        """Write the object that a place was reserved for. A stream's words name its length themselves."""
        data = words.encode("ascii")
        self._digest.update(data)
        if stream is not None:
            data += b"\nstream\n" + stream + b"\nendstream"
        place.held.data = data

    def add(self, words: str, stream: bytes | None = None) -> str:
        """Put an object into the file; gives the reference to it."""
        place = self.reserve()
        self.fill(place, words, stream)
        return place.reference

    def add_stream(self, entries: str, data: bytes) -> str:
        """Put a stream into the file, packed if the file is; `entries` of its dictionary besides length and filter."""
        self._digest.update(data)
        if not self.compress:
            return self.add(f"<< {entries} /Length {len(data)} >>", data)
        packed = zlib.compress(data, PACKING)
        return self.add(f"<< {entries} /Filter /FlateDecode /Length {len(packed)} >>", packed)

    def finished(self, catalog: str, info: str) -> bytes:
        """The whole file, with the words of its catalogue and of its information dictionary."""
        document = self._document
        for name, words in (("Catalog", catalog), ("info", info)):
            place = self.reserve()
            self.fill(place, words)
            setattr(document, name, place.held)
        return bytes(document.format())


def literal(text: str) -> str:
    """A text as a PDF string: as it reads where it is printable ASCII, else UTF-16 (ISO 32000-1, 7.9.2.2).

    Cut after `LONGEST_TEXT` characters.
    """
    text = text[:LONGEST_TEXT]
    if text.isascii() and text.isprintable():
        escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        return f"({escaped})"
    return f"<feff{text.encode('utf-16-be', 'replace').hex()}>"


def number(value: float) -> str:
    """A length as PDF writes it: no exponent, no needless zeros."""
    return f"{value:.3f}".rstrip("0").rstrip(".")
