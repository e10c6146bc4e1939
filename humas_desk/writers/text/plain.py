"""The release as plain text."""

from typing import Final

from humas_desk.layout.document import Document
from humas_desk.writers.text.passages import passages

_STRAIGHT: Final = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "‚": "'"})


def plain_text(document: Document, *, straight_quotes: bool = False) -> str:
    """The words of the document, a blank line between paragraphs; ends without a line break.

    `straight_quotes`: " and ' for the content systems that spoil “ ” ‘ ’.
    """
    text = "\n\n".join(
        "\n".join("".join(piece.text for piece in line) for line in lines) for lines in passages(document)
    )
    return straight(text) if straight_quotes else text


def straight(text: str) -> str:
    """The text with typewriter's quotation marks and apostrophes."""
    return text.translate(_STRAIGHT)
