"""A package as a ZIP file that is the same everywhere: no clock, no machine, parts in one order."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.package import OpcPackage
from docx.opc.packuri import PACKAGE_URI
from docx.opc.part import Part

from humas_desk.writers.docx.xml import HEAD

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_MS_DOS = 0
_LEVEL = 6
_PICTURES = {"jpeg": CT.JPEG, "png": CT.PNG}


def archive(package: OpcPackage) -> bytes:
    """The package's file. Pictures are stored as they are: they are packed already."""
    parts = sorted(package.iter_parts(), key=lambda part: part.partname)
    entries = [("[Content_Types].xml", _content_types(parts)), (PACKAGE_URI.rels_uri[1:], _text(package.rels.xml))]
    for part in parts:
        entries.append((part.partname[1:], part.blob))
        if part.rels:
            entries.append((part.partname.rels_uri[1:], _text(part.rels.xml)))
    return zipped(entries)


def zipped(entries: list[tuple[str, bytes]]) -> bytes:
    """A ZIP file of these entries: the first stays first, the others are sorted."""
    buffer = BytesIO()
    with ZipFile(buffer, "w") as file:
        for name, data in [entries[0], *sorted(entries[1:])]:
            info = ZipInfo(name, _FIRST_DAY)
            info.create_system = _MS_DOS
            info.compress_type = ZIP_STORED if name.endswith(tuple(_PICTURES)) else ZIP_DEFLATED
            file.writestr(info, data, compresslevel=_LEVEL)
    return buffer.getvalue()


def _text(xml: bytes | str) -> bytes:
    return xml.encode("utf-8") if isinstance(xml, str) else xml


def _content_types(parts: list[Part]) -> bytes:
    kinds = {"rels": CT.OPC_RELATIONSHIPS, "xml": CT.XML}
    kinds |= {part.partname.ext: _PICTURES[part.partname.ext] for part in parts if part.partname.ext in _PICTURES}
    defaults = "".join(f'<Default Extension="{ext}" ContentType="{kind}"/>' for ext, kind in sorted(kinds.items()))
    overrides = "".join(
        f'<Override PartName="{part.partname}" ContentType="{part.content_type}"/>'
        for part in parts
        if part.partname.ext not in _PICTURES
    )
    types = f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{defaults}{overrides}</Types>'
    return f"{HEAD}{types}".encode()
