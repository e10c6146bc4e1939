"""What the Word copy says of itself: title, office, day. Nothing of the machine or its user."""

from datetime import UTC, datetime

from humas_desk.layout.document import Metadata
from humas_desk.writers.docx.xml import clean, content

_LONGEST = 255
"""Word's limit for a property."""
_NAMESPACES = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)


def core_properties(metadata: Metadata) -> str:
    """The core properties part."""
    created = datetime.fromisoformat(metadata.created).astimezone(UTC)
    day = created.replace(microsecond=0, tzinfo=None).isoformat() + "Z"
    author = _one_line(metadata.author)
    said = (
        ("dc:title", _one_line(metadata.title)),
        ("dc:subject", _one_line(metadata.subject)),
        ("dc:creator", author),
        ("cp:keywords", _one_line(", ".join(metadata.keywords))),
        ("cp:lastModifiedBy", author),
        ("cp:revision", "1"),
        ("dc:language", metadata.language),
    )
    listed = "".join(f"<{tag}>{content(text)}</{tag}>" for tag, text in said)
    dates = "".join(
        f'<dcterms:{tag} xsi:type="dcterms:W3CDTF">{day}</dcterms:{tag}>' for tag in ("created", "modified")
    )
    return f"<cp:coreProperties {_NAMESPACES}>{listed}{dates}</cp:coreProperties>"


def _one_line(text: str) -> str:
    return " ".join(clean(text).split())[:_LONGEST]
