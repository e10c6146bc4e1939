"""An ODT (LibreOffice, OpenDocument 1.3) as a manuscript, with the same care as a DOCX."""

from pathlib import Path, PurePosixPath
import re
from typing import Final

from lxml import etree

from humas_desk.errors import DraftDamaged, DraftEncrypted
from humas_desk.intake.letterhead import without_letterhead
from humas_desk.intake.line import clean
from humas_desk.intake.manuscript import Item, Manuscript, ManuscriptParagraph, ManuscriptTable, Note, NoteKind
from humas_desk.intake.odt_body import OFFICE, STYLE, TEXT, XLINK, OdtBody, lines_of
from humas_desk.intake.odt_styles import OdtStyles
from humas_desk.intake.packed import Packed
from humas_desk.intake.pictures import Pictures
from humas_desk.intake.tables import captioned
from humas_desk.intake.xml import parse
from humas_desk.release.inline import plain

CONTENT: Final = "content.xml"
_MACRO: Final = re.compile(r"^(?:basic|scripts)/.*(?<!script-lc\.xml)(?<!script-lb\.xml)$", re.IGNORECASE)
_REMOTE: Final = re.compile(r"^[a-z][a-z0-9+.-]*:", re.IGNORECASE)


def read_odt(data: bytes, path: Path) -> Manuscript:
    """The draft in an ODT, from its bytes; `path` names it in errors only.

    Raises DraftDamaged, DraftEncrypted, DraftRefused and FileTooLarge.
    """
    packed = Packed(data, path)
    if b"encryption-data" in packed.read("META-INF/manifest.xml"):
        raise DraftEncrypted(path)
    root = parse(packed.read(CONTENT), path)
    text = root.find(f"{OFFICE}body/{OFFICE}text")
    if text is None:
        raise DraftDamaged(path, "no text")
    stylesheet = packed.read("styles.xml")
    styles = parse(stylesheet, path) if stylesheet else None
    body = OdtBody(packed, OdtStyles(root, styles), Pictures(path))
    items, letterhead = without_letterhead(captioned(body.items(text)))
    notes = (
        *(Note(kind=NoteKind.MACRO, text=PurePosixPath(name).name) for name in packed.names if _MACRO.match(name)),
        *_outside(root, items),
        *letterhead,
        *_heads(styles),
        *body.notes,
        *_deleted(text),
    )
    return Manuscript(items=items, notes=notes)


def _outside(root: etree._Element, items: tuple[Item, ...]) -> list[Note]:
    """Addresses that the file points to and does not spell out, each once."""
    spoken = "\n".join(_said(item) for item in items).lower()
    targets = dict.fromkeys(element.get(f"{XLINK}href", "") for element in root.iter() if element.get(f"{XLINK}href"))
    bare = {target: re.sub(r"^(?:mailto:|https?://)", "", target.lower()).rstrip("/") for target in targets}
    return [
        Note(kind=NoteKind.EXTERNAL, text=clean(target))
        for target in targets
        if _REMOTE.match(target) and bare[target] not in spoken
    ]


def _said(item: Item) -> str:
    match item:
        case ManuscriptParagraph(text=text):
            return plain(text)
        case ManuscriptTable(rows=rows):
            return "\n".join(plain(cell) for row in rows for cell in row)
        case _:
            return ""


def _heads(styles: etree._Element | None) -> list[Note]:
    """The texts of the pages' heads and feet, each once."""
    found: dict[str, None] = {}
    for element in () if styles is None else styles.iter(f"{STYLE}header", f"{STYLE}footer", f"{STYLE}header-first"):
        if text := lines_of(element):
            found[text] = None
    return [Note(kind=NoteKind.HEADER, text=text) for text in found]


def _deleted(text: etree._Element) -> list[Note]:
    regions = text.iterfind(f"{TEXT}tracked-changes/{TEXT}changed-region/{TEXT}deletion")
    found = [lines_of(region) for region in regions]
    return [Note(kind=NoteKind.DELETED, text=words) for words in found if words]
