"""The Word copy: the settled document as an Office Open XML file for Word, WPS and LibreOffice."""

from pathlib import Path

from humas_desk.layout.document import Document, Role, Style, twips
from humas_desk.release.carried import Carried, carried_bytes
from humas_desk.release.container import Bundle
from humas_desk.writers.docx.archive import archive
from humas_desk.writers.docx.body import body
from humas_desk.writers.docx.carrying import enclose
from humas_desk.writers.docx.names import LIST_NUMBER, ROLE_NAMES
from humas_desk.writers.docx.package import Parts, new_parts, read_base
from humas_desk.writers.docx.properties import core_properties
from humas_desk.writers.docx.section import section
from humas_desk.writers.docx.story import Copy, Story
from humas_desk.writers.docx.style_part import styles_xml
from humas_desk.writers.docx.styles import Look
from humas_desk.writers.docx.xml import NAMESPACES
from humas_desk.writers.passages import passages_of


def write_docx(document: Document, *, base: Path, carry: Bundle | None = None) -> bytes:
    """The settled document as DOCX; the same bytes for the same document.

    `carry`: the release that a working copy brings back; None, as for every copy that leaves the house: nothing hidden.
    Raises FileMissing or NotOurFile when the base file cannot be used.
    """
    from_base = read_base(base)
    parts = new_parts(from_base)
    copy = _new_copy(document, parts)
    running = body(document.body, Story(copy=copy, part=parts.document))
    page = section(document, copy, parts.document)
    parts.document.xml = f"<w:document {NAMESPACES}><w:body>{running}{page}</w:body></w:document>"
    parts.styles.xml = styles_xml(from_base, copy.sheet, document.styles.get(Role.BODY, Style()).family)
    parts.numbering.xml = f"<w:numbering {NAMESPACES}>{copy.lists.xml()}</w:numbering>"
    parts.core.xml = core_properties(document.metadata)
    if carry is not None:
        enclose(parts, carried_bytes(Carried(bundle=carry, passages=passages_of(document))))
    return archive(parts.package)


def _new_copy(document: Document, parts: Parts) -> Copy:
    """A copy whose named styles have the document's looks."""
    geometry = document.geometry
    measure = twips(geometry.width_mm) - twips(geometry.left_mm) - twips(geometry.right_mm)
    copy = Copy(package=parts.package, document=document, measure_twips=measure)
    for role, style in document.styles.items():
        copy.sheet.define(ROLE_NAMES[role], Look(style=style))
        if role is Role.LIST:
            copy.sheet.define(LIST_NUMBER, Look(style=style))
    return copy
