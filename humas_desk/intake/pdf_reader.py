"""A PDF with text as a manuscript. A scan has none: it is named as what it is.

pypdfium2 is not made for several threads: call this from one thread at a time, best from a process of its own.
"""

from collections.abc import Iterator
import ctypes
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
from humas_desk.intake.pdf_paragraphs import joined, without_running
from humas_desk.intake.pictures import Pictures

MAX_PAGES: Final = 200
MAX_CHARACTERS: Final = 500_000
MIN_CHARACTERS: Final = 20
"""Of a page with text; what a scanner stamps on its pages is less."""
MIN_PICTURE_PX: Final = 150
MAX_PICTURES: Final = 200
_PROGRAM: Final = re.compile(rb"/(?:JavaScript|JS|Launch)\b")


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
    shown: list[tuple[int, float, ManuscriptImage]] = []
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
        lines += found
        if count < MIN_CHARACTERS:
            notes.append(Note(kind=NoteKind.PICTURE, text=f"{number + 1}"))
        else:
            for top, taken in _pictures(page, number, pictures):
                notes += [taken] if isinstance(taken, Note) else []
                shown += [(number, top, taken)] if isinstance(taken, ManuscriptImage) else []
        addresses |= dict.fromkeys(_addresses(document, page))
        page.close()
    if sum(len(line.text) for line in lines) < MIN_CHARACTERS:
        raise DraftWithoutText(path)
    items, dropped = _items(lines, shown)
    text = "\n".join(line.text for line in lines).lower()
    bare = {address: re.sub(r"^(?:mailto:|https?://)", "", address.lower()).rstrip("/") for address in addresses}
    outside = [Note(kind=NoteKind.EXTERNAL, text=address) for address in addresses if bare[address] not in text]
    return Manuscript(items=items, notes=(*notes, *dropped, *outside))


def _items(
    lines: list[PdfLine], shown: list[tuple[int, float, ManuscriptImage]]
) -> tuple[tuple[Item, ...], list[Note]]:
    """Paragraphs and pictures in the order of reading, and notes on what was left out."""
    kept, running = without_running(lines)
    notes = [Note(kind=NoteKind.HEADER, text=text) for text in running]
    below, letterhead = without_letterhead(tuple(ManuscriptParagraph(text=line.words.markup) for line in kept))
    items: list[Item] = []
    waiting = sorted(shown, key=lambda found: (found[0], -found[1]))
    for block in joined(kept[len(kept) - len(below) :]):
        while waiting and (waiting[0][0], -waiting[0][1]) < (block.page, -block.baseline):
            items.append(waiting.pop(0)[2])
        items.append(block.paragraph)
    items += [image for _, _, image in waiting]
    return tuple(items), [*notes, *letterhead]


def enclosed_names(document: pypdfium2.PdfDocument) -> list[str]:
    """Names of the files that a PDF encloses."""
    return [clean(document.get_attachment(number).get_name()) for number in range(document.count_attachments())]


def _pictures(
    page: pypdfium2.PdfPage, number: int, pictures: Pictures
) -> Iterator[tuple[float, ManuscriptImage | Note]]:
    """The photos of a page with the height of their upper edges. JPEGs are taken as they are, others told about."""
    for count, found in enumerate(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3)):
        if count >= MAX_PICTURES:
            return
        name = f"halaman-{number + 1}-{count + 1}.jpg"
        width, height = found.get_px_size()
        if min(width, height) < MIN_PICTURE_PX:
            continue
        top = found.get_bounds()[3]
        if found.get_filters() == ["DCTDecode"]:
            yield top, pictures.take(bytes(found.get_data()), name)
        else:
            yield top, Note(kind=NoteKind.PICTURE, text=name)


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
