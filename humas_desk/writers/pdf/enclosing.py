"""The release inside of a working copy: an embedded file that stands for the document's source (ISO 19005-3, 6.8)."""

from collections.abc import Iterator
from typing import Final

from humas_desk.release.carried import CARRIED_NAME
from humas_desk.writers.pdf.about import About, pdf_date
from humas_desk.writers.pdf.file import PdfFile, literal

DESCRIPTION: Final = "Rilis dalam format Humas Desk"


def enclosed_file(file: PdfFile, enclosed: bytes, facts: About) -> Iterator[str]:
    """Put the file into the PDF; gives what the catalogue says of it."""
    stream = file.add_stream(
        "/Type /EmbeddedFile /Subtype /application#2Fzip "
        f"/Params << /ModDate ({pdf_date(facts.created)}) /Size {len(enclosed)} >>",
        enclosed,
    )
    name = literal(CARRIED_NAME)
    specification = file.add(
        f"<< /Type /Filespec /F {name} /UF {name} /Desc {literal(DESCRIPTION)} /AFRelationship /Source "
        f"/EF << /F {stream} /UF {stream} >> >>"
    )
    yield f"/Names << /EmbeddedFiles << /Names [{name} {specification}] >> >>"
    yield f"/AF [{specification}]"
