"""The release inside of a working copy: a part of its own (custom XML), which Word and LibreOffice keep when they save."""

import base64
from hashlib import sha256
from typing import Final
from uuid import UUID

from docx.opc.part import Part

from humas_desk.writers.docx.package import Parts, TextPart

NAMESPACE: Final = "urn:humas-desk:carried:1"
CHUNK: Final = 60_000
"""Bytes of each element: parsers refuse very long texts."""
_ITEM: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"
_PROPERTIES: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps"
_PROPERTIES_TYPE: Final = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_DATA_STORE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"


def enclose(parts: Parts, enclosed: bytes) -> None:
    """Put the enclosed file into the package."""
    digest = sha256(enclosed)
    chunks = (base64.b64encode(enclosed[start : start + CHUNK]) for start in range(0, len(enclosed), CHUNK))
    listed = "".join(f"<chunk>{chunk.decode('ascii')}</chunk>" for chunk in chunks)
    item: Part = TextPart(
        "/customXml/item1.xml",
        "application/xml",
        parts.package,
        f'<carried xmlns="{NAMESPACE}" sha256="{digest.hexdigest()}">{listed}</carried>',
    )
    identity = str(UUID(bytes=digest.digest()[:16], version=4)).upper()
    properties = TextPart(
        "/customXml/itemProps1.xml",
        _PROPERTIES_TYPE,
        parts.package,
        f'<ds:datastoreItem ds:itemID="{{{identity}}}" xmlns:ds="{_DATA_STORE}"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>',
    )
    parts.document.relate_to(item, _ITEM)
    item.relate_to(properties, _PROPERTIES)
