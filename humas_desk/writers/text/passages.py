"""What a document says as lines of characters, in reading order, without letterhead and footer."""

from collections.abc import Iterator
from typing import Final

from humas_desk.layout.document import Block, Document, PictureRow, Role, Run, TableGrid, Text
from humas_desk.values import dataclass

CELL_SEPARATOR: Final = " | "
_PLAIN: Final = {"\u00a0": " ", "\u202f": " ", "\u2007": " ", "\u2011": "-"}
"""Characters that only keep lines of a page together."""
_TOGETHER: Final = frozenset(
    {
        Role.NUMBER,
        Role.RECIPIENT,
        Role.LIST,
        Role.FIELD,
        Role.LINK,
        Role.CONTACT,
        Role.SIGNATURE,
        Role.SIGNATURE_SPACE,
        Role.COPIES,
        Role.CELL,
    }
)
"""Paragraphs of these roles follow each other without a blank line."""
_HEADS: Final = {
    Role.LABEL: frozenset({Role.NUMBER}),
    Role.ABOUT_HEADING: frozenset({Role.ABOUT, Role.CONTACT}),
    Role.CAPTION: frozenset({Role.CELL}),
    Role.ATTACHMENT_LABEL: frozenset({Role.ATTACHMENT_TITLE}),
}
"""What stands directly under a part of this role."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Characters of one look."""

    text: str
    bold: bool = False
    italic: bool = False
    is_link: bool = False


Line = tuple[Piece, ...]
Passage = tuple[Line, ...]
"""Lines that stand together; a blank line parts them from the next ones."""


def plain_characters(text: str) -> str:
    """The text as people type it: plain spaces and hyphens, a row's tabs as ": "."""
    for special, plain in _PLAIN.items():
        text = text.replace(special, plain)
    return text.replace("\t:\t", ": ").replace("\t", " ")


def passages(document: Document) -> tuple[Passage, ...]:
    """Everything in the document's body; pictures are left out, their captions stay."""
    result: list[Passage] = []
    before: Block | None = None
    for block in document.body:
        lines = tuple(_lines(block, document))
        if not lines:
            continue
        if before is not None and _stands_under(before, block):
            result[-1] = (*result[-1], *lines)
        else:
            result.append(lines)
        before = block
    return tuple(result)


def _lines(block: Block, document: Document) -> Iterator[Line]:
    match block:
        case Text():
            yield from _split(_pieces(block, document))
        case TableGrid():
            for row in block.rows:
                yield _joined([_pieces(cell.text, document) for cell in row])
        case PictureRow():
            return


def _pieces(text: Text, document: Document) -> Line:
    style = document.style_of(text)
    marker = (Piece(text=f"{text.marker} "),) if text.marker else ()
    return (*marker, *(_piece(run, bold=style.bold, italic=style.italic) for run in text.runs))


def _piece(run: Run, *, bold: bool, italic: bool) -> Piece:
    return Piece(
        text=plain_characters(run.text),
        bold=run.bold or bold,
        italic=run.italic or italic,
        is_link=run.link is not None,
    )


def _split(pieces: Line) -> Iterator[Line]:
    """Cut at forced line breaks."""
    line: list[Piece] = []
    for piece in pieces:
        first, *others = piece.text.split("\n")
        line.append(_with_text(piece, first))
        for part in others:
            yield tuple(line)
            line = [_with_text(piece, part)]
    yield tuple(line)


def _joined(cells: list[Line]) -> Line:
    """A table's row on one line."""
    line: list[Piece] = []
    for index, cell in enumerate(cells):
        if index:
            line.append(Piece(text=CELL_SEPARATOR))
        line += (_with_text(piece, piece.text.replace("\n", " ")) for piece in cell)
    return tuple(line)


def _with_text(piece: Piece, text: str) -> Piece:
    return Piece(text=text, bold=piece.bold, italic=piece.italic, is_link=piece.is_link)


def _stands_under(before: Block, after: Block) -> bool:
    over, under = _role(before), _role(after)
    if isinstance(before, Text) and before.role is Role.SIGNATURE and not before.keep_next:
        return False  # the next one signs
    if isinstance(before, Text) and before.role is Role.LIST and isinstance(after, Text):
        return under is Role.LIST and before.block_id == after.block_id
    is_signature = {over, under} <= {Role.SIGNATURE, Role.SIGNATURE_SPACE}
    return is_signature or (over is under and over in _TOGETHER) or under in _HEADS.get(over, frozenset())


def _role(block: Block) -> Role:
    match block:
        case Text():
            return block.role
        case TableGrid():
            return Role.CELL
        case PictureRow():
            return Role.PICTURE
