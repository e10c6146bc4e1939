"""The copy's package: the base file's parts, read once, with our own text in the place of some of them."""

from functools import lru_cache
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile

import docx
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.styles import CT_Styles
from docx.package import Package

from humas_desk.errors import FileMissing, NotOurFile
from humas_desk.values import dataclass
from humas_desk.writers.docx.xml import HEAD


class TextPart(Part):
    """A part whose XML is made as text, and may be set last: what it refers to is known only then."""

    def __init__(self, name: str, content_type: str, package: Package, xml: str = "") -> None:
        super().__init__(PackURI(name), content_type, None, package)
        self.xml = xml

    @property
    def blob(self) -> bytes:
        return f"{HEAD}{self.xml}".encode()


@dataclass(frozen=True, slots=True, eq=False)
class Base:
    """What is taken from the base file. Its parts are shared by all copies and never changed."""

    styles: CT_Styles
    shared: tuple[tuple[str, Part], ...]
    """Parts that every copy has as they are, with their relation to the document."""
    package_shared: tuple[tuple[str, Part], ...]
    """The same for the file as a whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """A new copy's package and the parts that are still to be written."""

    package: Package
    document: TextPart
    styles: TextPart
    numbering: TextPart
    core: TextPart


def read_base(path: Path) -> Base:
    """The base file; read again only when it has changed. Raises FileMissing, NotOurFile."""
    try:
        changed = path.stat().st_mtime_ns
    except OSError as error:
        raise FileMissing(path, str(error)) from error
    return _read(path, changed)


@lru_cache(maxsize=4)
def _read(path: Path, _changed_ns: int) -> Base:
    try:
        word = docx.Document(BytesIO(path.read_bytes()))
    except (KeyError, ValueError, BadZipFile) as error:
        raise NotOurFile(path, str(error)) from error
    return Base(
        styles=word.styles.element,
        shared=_shared(word.part, {RT.STYLES, RT.NUMBERING}),
        package_shared=_shared(word.part.package, {RT.OFFICE_DOCUMENT, RT.CORE_PROPERTIES}),
    )


def _shared(owner: Part | OpcPackage, ours: set[str]) -> tuple[tuple[str, Part], ...]:
    relations = (owner.rels[key] for key in sorted(owner.rels))
    return tuple(
        (relation.reltype, _frozen(relation.target_part)) for relation in relations if relation.reltype not in ours
    )


def _frozen(part: Part) -> Part:
    """The part as bytes."""
    return Part(part.partname, part.content_type, part.blob)


def new_parts(base: Base) -> Parts:
    """A package with the base file's parts; document, styles, lists and properties are empty."""
    package = Package()
    document = TextPart("/word/document.xml", CT.WML_DOCUMENT_MAIN, package)
    styles = TextPart("/word/styles.xml", CT.WML_STYLES, package)
    numbering = TextPart("/word/numbering.xml", CT.WML_NUMBERING, package)
    core = TextPart("/docProps/core.xml", CT.OPC_CORE_PROPERTIES, package)
    for relation, part in ((RT.OFFICE_DOCUMENT, document), (RT.CORE_PROPERTIES, core), *base.package_shared):
        package.relate_to(part, relation)
    for relation, part in ((RT.STYLES, styles), (RT.NUMBERING, numbering), *base.shared):
        document.relate_to(part, relation)
    return Parts(package=package, document=document, styles=styles, numbering=numbering, core=core)
