"""A PDF with text as a manuscript. A scan has none: it is named as what it is.

pypdfium2 is not made for several threads: call this from one thread at a time, best from a process of its own.
"""

from collections.abc import Iterator
import ctypes
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
import re
from typing import Final

import pypdfium2
import pypdfium2.raw as pdfium

from humas_desk.errors import DraftDamaged, DraftEncrypted, DraftWithoutText, FileTooLarge
from humas_desk.intake.letterhead import without_letterhead
from humas_desk.intake.line import clean
from humas_desk.intake.manuscript import Item, Manuscript, ManuscriptImage, ManuscriptParagraph, Note, NoteKind
from humas_desk.intake.pdf_guard import check_pdf
from humas_desk.intake.pdf_lines import PdfLine, page_lines
from humas_desk.intake.pdf_paragraphs import as_caption, in_order, joined, without_running
from humas_desk.intake.pictures import Pictures
from humas_desk.intake.tables import captioned
from humas_desk.values import dataclass

MAX_PAGES: Final = 200
MAX_CHARACTERS: Final = 500_000
MIN_CHARACTERS: Final = 20
"""Of a page with text; what a scanner stamps on its pages is less."""
MIN_PICTURE_PX: Final = 150
MAX_PICTURES: Final = 200
_PROGRAM: Final = re.compile(rb"/(?:JavaScript|JS|Launch)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """A picture and where it stands on its page, in pt from the page's lower edge."""

    page: int
    top: float
    bottom: float
    image: ManuscriptImage


def read_pdf(data: bytes, path: Path) -> Manuscript:
    """The draft in a PDF, from its bytes; `path` names it in errors only.

    Raises DraftDamaged, DraftEncrypted, DraftRefused, DraftWithoutText and FileTooLarge.
    """
    check_pdf(data, path)
    document = opened(data, path)
    try:
        return _read(document, data, path)
    except pypdfium2.PdfiumError as error:
        raise DraftDamaged(path, str(error)[:200]) from error
    finally:
        document.close()


def opened(data: bytes, path: Path) -> pypdfium2.PdfDocument:
    """The file in pypdfium2; who calls closes it."""
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise DraftEncrypted(path) from error
        raise DraftDamaged(path, str(error)[:200]) from error


def _read(document: pypdfium2.PdfDocument, data: bytes, path: Path) -> Manuscript:
    if len(document) > MAX_PAGES:
        raise FileTooLarge(path, f"{MAX_PAGES} pages")
    lines: list[PdfLine] = []
    shown: list[_Shown] = []
    notes = [Note(kind=NoteKind.MACRO, text="JavaScript")] if _PROGRAM.search(data) else []
    notes += [Note(kind=NoteKind.OTHER, text=name) for name in enclosed_names(document)]
    pictures, addresses = Pictures(path), dict[str, None]()
    left = MAX_CHARACTERS
    for number in range(len(document)):
        page = document[number]
        found, count = page_lines(page, number, left)
        left -= count
        if left < 0:
            raise FileTooLarge(path, f"{MAX_CHARACTERS} characters")
        lines += in_order(found)
        if count < MIN_CHARACTERS:
            notes.append(Note(kind=NoteKind.PICTURE, text=f"{number + 1}"))
        else:
            for taken in _pictures(page, number, pictures):
                notes += [taken] if isinstance(taken, Note) else []
                shown += [taken] if isinstance(taken, _Shown) else []
        addresses |= dict.fromkeys(_addresses(document, page))
        page.close()
    if sum(len(line.text) for line in lines) < MIN_CHARACTERS:
        raise DraftWithoutText(path)
    items, dropped = _items(lines, shown)
    text = "\n".join(line.text for line in lines).lower()
    bare = {address: re.sub(r"^(?:mailto:|https?://)", "", address.lower()).rstrip("/") for address in addresses}
    outside = [Note(kind=NoteKind.EXTERNAL, text=address) for address in addresses if bare[address] not in text]
    return Manuscript(items=items, notes=(*notes, *dropped, *outside))


def _items(lines: list[PdfLine], shown: list[_Shown]) -> tuple[tuple[Item, ...], list[Note]]:
    """Paragraphs and pictures in the order of reading, and notes on what was left out."""
    kept, running = without_running(lines)
    notes = [Note(kind=NoteKind.HEADER, text=text) for text in running]
    below, letterhead = without_letterhead(tuple(ManuscriptParagraph(text=line.words.markup) for line in kept))
    items: list[Item] = []
    waiting = _in_rows(sorted(shown, key=lambda found: (found.page, -found.top)))
    for block in joined(kept[len(kept) - len(below) :]):
        while waiting and (waiting[0].page, -waiting[0].top) < (block.page, -block.baseline):
            items.append(waiting.pop(0).image)
        is_below = bool(items) and isinstance(items[-1], ManuscriptImage)
        items.append(as_caption(block) if is_below else block.item)
    items += [found.image for found in waiting]
    return captioned(items), [*notes, *letterhead]


def _in_rows(shown: list[_Shown]) -> list[_Shown]:
    """The same pictures; those side by side have the number of their row."""
    found = list(shown)
    for number, (left, right) in enumerate(pairwise(shown), 1):
        if left.page == right.page and right.top > (left.top + left.bottom) / 2:
            row = found[number - 1].image.row or number
            for at in (number - 1, number):
                found[at] = replace(found[at], image=replace(found[at].image, row=row))
    return found


def enclosed_names(document: pypdfium2.PdfDocument) -> list[str]:
    """Names of the files that a PDF encloses."""
    return [clean(document.get_attachment(number).get_name()) for number in range(document.count_attachments())]


def _pictures(page: pypdfium2.PdfPage, number: int, pictures: Pictures) -> Iterator[_Shown | Note]:
    """The photos of a page and where they stand. JPEGs are taken as they are, others told about."""
    for count, found in enumerate(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3)):
        if count >= MAX_PICTURES:
            return
        name = f"halaman-{number + 1}-{count + 1}.jpg"
        width, height = found.get_px_size()
        if min(width, height) < MIN_PICTURE_PX:
            continue
        _left, bottom, _right, top = found.get_bounds()
        is_jpeg = found.get_filters() == ["DCTDecode"]
        refused = Note(kind=NoteKind.PICTURE, text=name)
        taken = pictures.take(bytes(found.get_data()), name) if is_jpeg else refused
        yield taken if isinstance(taken, Note) else _Shown(page=number, top=top, bottom=bottom, image=taken)


def _addresses(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage) -> Iterator[str]:
    """Where the page's links lead to."""
    position, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    for _ in range(MAX_PICTURES):
        if not pdfium.FPDFLink_Enumerate(page, position, link):
            return
        action = pdfium.FPDFLink_GetAction(link)
        length = pdfium.FPDFAction_GetURIPath(document, action, None, 0) if action else 0
        if 1 < length < 4000:
            buffer = ctypes.create_string_buffer(length)
            pdfium.FPDFAction_GetURIPath(document, action, buffer, length)
            yield clean(buffer.value.decode("utf-8", "replace"))
