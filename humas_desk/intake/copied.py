"""What other programs put on the clipboard: HTML beside plain text, and which of the two is to be read."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from humas_desk.errors import FileError
from humas_desk.intake.html_reader import read_html
from humas_desk.intake.manuscript import Item, Manuscript, ManuscriptImage, ManuscriptParagraph, ManuscriptTable, Style
from humas_desk.intake.messenger import prefix_end
from humas_desk.release.inline import parse

_LEAST_SHARE: Final = 0.5
"""Of the plain text's letters: HTML with fewer has left out more than what stands around an article."""
_UTF_16: Final = ((b"<\0", b"\xff\xfe"), (b"\0<", b"\xfe\xff"))
"""How HTML begins in it when its mark is missing, and the mark."""


def copied_manuscript(html: bytes, text: str) -> Manuscript | None:
    """The draft in the HTML; None: the plain text is to be read.

    HTML is taken when it says more than letters (headings, lists, tables, pictures, bold, italics). A messenger's plain
    text says more than its HTML (who wrote when), and lines without any look are told apart better in plain text.
    """
    if any(prefix_end(line) for line in text.split("\n")):
        return None
    mark = next((mark for start, mark in _UTF_16 if html.startswith(start)), b"")
    try:
        manuscript = read_html(mark + html, Path())
    except FileError:
        return None
    letters = sum(_letters(words) for words in _words(manuscript))
    is_better = letters >= _LEAST_SHARE * _letters(text) and any(_says_more(item) for item in manuscript.items)
    return manuscript if letters and (is_better or not text.strip()) else None


def _says_more(item: Item) -> bool:
    """Whether plain text could not have said this."""
    if isinstance(item, ManuscriptParagraph):
        return item.style is not Style.BODY or any(piece.bold or piece.italic for piece in parse(item.text))
    return True


def _words(manuscript: Manuscript) -> Iterator[str]:
    for item in manuscript.items:
        match item:
            case ManuscriptParagraph():
                yield item.text
            case ManuscriptTable():
                yield from (cell for row in item.rows for cell in row)
            case ManuscriptImage():
                yield item.alt


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))
