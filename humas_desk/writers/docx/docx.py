"""The Word copy: the settled document as an Office Open XML file for Word, WPS and LibreOffice."""

from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import cast
from zipfile import BadZipFile

import docx as python_docx
from docx.document import Document as WordDocument
from docx.oxml.parser import parse_xml
from docx.package import Package

from humas_desk.errors import FileMissing, NotOurFile
from humas_desk.layout.document import Document, Role, twips
from humas_desk.writers.docx.archive import archive
from humas_desk.writers.docx.body import body
from humas_desk.writers.docx.names import LIST_NUMBER, ROLE_NAMES
from humas_desk.writers.docx.properties import fill_properties
from humas_desk.writers.docx.section import section
from humas_desk.writers.docx.story import Copy, Story
from humas_desk.writers.docx.style_part import fill_styles
from humas_desk.writers.docx.styles import Look
from humas_desk.writers.docx.xml import NAMESPACES


def write_docx(document: Document, *, base: Path) -> bytes:
    """The settled document as DOCX; the same bytes for the same document.

    Raises FileMissing or NotOurFile when the base file cannot be used.
    """
    word = _open(base)
    copy = _new_copy(document, word)
    running = body(document.body, Story(copy=copy, part=word.part)) + section(document, copy, word)
    word.element.body.extend(list(parse_xml(f"<w:body {NAMESPACES}>{running}</w:body>")))
    fill_styles(word.part.styles.element, copy.sheet)
    lists = f"<w:numbering {NAMESPACES}>{copy.lists.xml()}</w:numbering>"
    word.part.numbering_part.element.extend(list(parse_xml(lists)))
    fill_properties(word.core_properties, document.metadata)
    return archive(word.part.package)


def _open(base: Path) -> WordDocument:
    """The base file as python-docx sees it; the file is read again only when it has changed."""
    try:
        changed = base.stat().st_mtime_ns
    except OSError as error:
        raise FileMissing(base, str(error)) from error
    try:
        return python_docx.Document(BytesIO(_read(base, changed)))
    except (KeyError, ValueError, BadZipFile) as error:
        raise NotOurFile(base, str(error)) from error


@lru_cache(maxsize=4)
def _read(base: Path, _changed_ns: int) -> bytes:
    return base.read_bytes()


def _new_copy(document: Document, word: WordDocument) -> Copy:
    """A copy whose named styles have the document's looks."""
    geometry = document.geometry
    package = cast("Package", word.part.package)
    measure = twips(geometry.width_mm) - twips(geometry.left_mm) - twips(geometry.right_mm)
    copy = Copy(package=package, document=document, measure_twips=measure)
    for role, style in document.styles.items():
        copy.sheet.define(ROLE_NAMES[role], Look(style=style))
        if role is Role.LIST:
            copy.sheet.define(LIST_NUMBER, Look(style=style))
    return copy
