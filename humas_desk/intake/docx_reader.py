"""A DOCX as a manuscript: what it says after all tracked changes are accepted, and notes on all else it holds.

Nothing in the file is run and no address in it is fetched. What other readers lose (insertions, content controls, text
boxes, footnotes) is the reason for this one.
"""

from pathlib import Path, PurePosixPath
import re
from typing import Final

from lxml import etree

from humas_desk.errors import DraftDamaged
from humas_desk.intake.docx_body import Body
from humas_desk.intake.docx_marks import R
from humas_desk.intake.docx_parts import Parts
from humas_desk.intake.docx_styles import Styles, W
from humas_desk.intake.letterhead import without_letterhead
from humas_desk.intake.line import clean
from humas_desk.intake.manuscript import Item, Manuscript, ManuscriptParagraph, ManuscriptTable, Note, NoteKind
from humas_desk.intake.packed import Packed
from humas_desk.intake.pictures import Pictures
from humas_desk.intake.tables import captioned
from humas_desk.release.inline import plain

_MACRO: Final = re.compile(r"(?:^|/)(?:vbaproject|vbadata|activex)[^/]*\.(?:bin|xml)$", re.IGNORECASE)
_ENCLOSED: Final = re.compile(r"(?:^|/)embeddings/", re.IGNORECASE)
_FIELD_ADDRESS: Final = re.compile(r"\b(?:HYPERLINK|INCLUDEPICTURE|INCLUDETEXT|LINK|DDE|DDEAUTO)\b[^\"]*\"([^\"]+)\"")


def read_docx(data: bytes, path: Path) -> Manuscript:
    """The draft in a DOCX, from its bytes; `path` names it in errors only.

    Raises DraftDamaged, DraftEncrypted, DraftKindUnknown, DraftRefused and FileTooLarge.
    """
    parts = Parts(Packed(data, path), path)
    body = Body(parts, Styles(parts.related("styles"), parts.related("numbering")), Pictures(path))
    root = parts.document.find(f"{W}body")
    if root is None:
        raise DraftDamaged(path, "no body")
    items, letterhead = without_letterhead(captioned(body.items(root)))
    notes = (
        *_macros(parts.packed),
        *_outside(parts, body, items),
        *letterhead,
        *_heads(parts, root),
        *_moved_away(body.moved, items),
        *body.notes,
        *_footnotes(parts, body),
        *_comments(parts),
        *(Note(kind=NoteKind.OTHER, text=f"{kind}: damaged") for kind in parts.spoiled),
    )
    return Manuscript(items=items, notes=notes)


def paragraphs_of(data: bytes, path: Path) -> tuple[tuple[str, ...], tuple[Note, ...]]:
    """All paragraphs and cells that say something as inline markup, changes accepted, and notes on them; raises as `read_docx`."""
    parts = Parts(Packed(data, path), path)
    body = Body(parts, Styles(parts.related("styles"), parts.related("numbering")), Pictures(path), as_written=True)
    paragraphs = tuple(line for item in body.items(parts.document) for line in _markups(item) if line)
    return paragraphs, (*_footnotes(parts, body), *_comments(parts))


def _markups(item: Item) -> list[str]:
    match item:
        case ManuscriptParagraph(text=text):
            return [text]
        case ManuscriptTable(rows=rows):
            return [cell for row in rows for cell in row]
        case _:
            return []


def _text(items: tuple[Item, ...]) -> str:
    return "\n".join(plain(line) for item in items for line in _markups(item))


def _macros(packed: Packed) -> list[Note]:
    """Programs, and files that are enclosed."""
    found = [Note(kind=NoteKind.MACRO, text=PurePosixPath(name).name) for name in packed.names if _MACRO.search(name)]
    enclosed = [name for name in packed.names if _ENCLOSED.search(name)]
    return [*found, *(Note(kind=NoteKind.OTHER, text=PurePosixPath(name).name) for name in enclosed)]


def _outside(parts: Parts, body: Body, items: tuple[Item, ...]) -> list[Note]:
    """Addresses that the file points to, each once; not those that the text spells out anyway."""
    found: dict[str, None] = {}
    for name in parts.packed.names:
        owner = PurePosixPath(name)
        if owner.suffix == ".rels":
            relations = parts.relations(str(owner.parent.parent / owner.stem) if owner.stem != ".rels" else "")
            found |= {relation.target: None for relation in relations.values() if relation.is_external}
    for match in _FIELD_ADDRESS.finditer("".join(body.instructions)):
        found[match[1]] = None
    spoken = _text(items).lower() if found else ""
    hidden = [target for target in found if _bare(target) and _bare(target) not in spoken]
    return [Note(kind=NoteKind.EXTERNAL, text=clean(target)) for target in hidden]


def _bare(target: str) -> str:
    return re.sub(r"^(?:mailto:|https?://)", "", target.lower()).rstrip("/")


def _heads(parts: Parts, root: etree._Element) -> list[Note]:
    """The texts of the pages' heads and feet, each once."""
    relations = parts.relations(parts.main)
    found: dict[str, None] = {}
    for reference in root.iter(f"{W}headerReference", f"{W}footerReference"):
        relation = relations.get(reference.get(f"{R}id", ""))
        if relation is None or relation.is_external:
            continue
        try:
            part = parts.part(relation.target)
        except DraftDamaged:
            parts.spoiled.append(relation.kind)
            continue
        if part is not None and (text := _lines(part)):
            found[text] = None
    return [Note(kind=NoteKind.HEADER, text=text) for text in found]


def _lines(element: etree._Element) -> str:
    """The letters of every paragraph below, one line each, without deleted ones and the second version of text boxes."""
    lines = []
    for paragraph in element.iter(f"{W}p"):
        if any("Fallback" in str(parent.tag) for parent in paragraph.iterancestors()):
            continue
        letters = [
            found.text or " "
            for found in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br")
            if next(found.iterancestors(f"{W}p")) is paragraph
            and next(found.iterancestors(f"{W}moveFrom"), None) is None
        ]
        lines.append(" ".join("".join(letters).split()))
    return clean("\n".join(filter(None, lines)))


def _moved_away(moved: list[str], items: tuple[Item, ...]) -> list[Note]:
    """Texts that were moved and do not stand anywhere else."""
    flat = " ".join(_text(items).split()) if moved else ""
    lost = [clean(found).strip() for found in moved if " ".join(found.split()) not in flat]
    return [Note(kind=NoteKind.DELETED, text=found) for found in lost if found]


def _footnotes(parts: Parts, body: Body) -> list[Note]:
    """Foot- and endnotes in the order of the text."""
    notes = []
    for kind in dict.fromkeys(kind for kind, _ in body.footnotes):
        part = parts.related(f"{kind}s")
        known = {} if part is None else {found.get(f"{W}id", ""): found for found in part.iterfind(f"{W}{kind}")}
        texts = [_lines(known[number]) for of, number in body.footnotes if of == kind and number in known]
        notes += [Note(kind=NoteKind.FOOTNOTE, text=text) for text in texts if text]
    return notes


def _comments(parts: Parts) -> list[Note]:
    part = parts.related("comments")
    found = [] if part is None else list(part.iterfind(f"{W}comment"))
    return [
        Note(kind=NoteKind.COMMENT, text=text, author=clean(comment.get(f"{W}author", "")))
        for comment in found
        if (text := _lines(comment))
    ]
