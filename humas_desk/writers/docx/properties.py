"""What the Word copy says of itself: title, office, day. Nothing of the machine or its user."""

from datetime import UTC, datetime

from docx.opc.coreprops import CoreProperties

from humas_desk.layout.document import Metadata
from humas_desk.writers.docx.xml import clean

_LONGEST = 255
"""Word's limit for a property."""


def fill_properties(properties: CoreProperties, metadata: Metadata) -> None:
    """Write the document's metadata into the file's core properties."""
    created = datetime.fromisoformat(metadata.created).astimezone(UTC).replace(tzinfo=None, microsecond=0)
    properties.title = _one_line(metadata.title)
    properties.subject = _one_line(metadata.subject)
    properties.keywords = _one_line(", ".join(metadata.keywords))
    properties.author = properties.last_modified_by = _one_line(metadata.author)
    properties.created = properties.modified = created
    properties.language = metadata.language
    properties.revision = 1


def _one_line(text: str) -> str:
    return " ".join(clean(text).split())[:_LONGEST]
