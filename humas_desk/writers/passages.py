"""What a copy says paragraph by paragraph, and where its characters come from."""

from collections.abc import Iterator

from humas_desk.layout.document import Document, TableGrid, Text
from humas_desk.release.carried import Passage, Span


def passages_of(document: Document) -> tuple[Passage, ...]:
    """All paragraphs and cells of the body with something in them, in order."""
    return tuple(passage for text in _texts(document) if (passage := _passage(text)).text.strip())


def _texts(document: Document) -> Iterator[Text]:
    for block in document.body:
        if isinstance(block, Text):
            yield block
        elif isinstance(block, TableGrid):
            yield from (cell.text for row in block.rows for cell in row)


def _passage(text: Text) -> Passage:
    spans: list[Span] = []
    position = 0
    for run in text.runs:
        if run.origin is not None:
            spans.append(Span(start=position, length=len(run.text), place=run.origin.place, offset=run.origin.offset))
        position += len(run.text)
    return Passage(text=text.plain, spans=tuple(spans))
