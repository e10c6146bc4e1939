"""The release as clean HTML: what the parts are, not how they look; for the editor of a web page."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import escape
from itertools import groupby
from typing import Final

from humas_desk.layout.document import Block, Cell, Document, PictureRow, Role, Run, TableGrid, Text
from humas_desk.values import dataclass
from humas_desk.writers.text.passages import plain_characters
from humas_desk.writers.text.plain import straight

_TAGS: Final = {
    Role.TITLE: "h1",
    Role.HEADING: "h2",
    Role.ABOUT_HEADING: "h2",
    Role.ATTACHMENT_LABEL: "h2",
    Role.ATTACHMENT_TITLE: "h3",
}
_ROWS: Final = frozenset({Role.NUMBER, Role.RECIPIENT, Role.FIELD, Role.LINK, Role.CONTACT})
"""Lines of one paragraph."""
_SIGNATURE: Final = frozenset({Role.SIGNATURE, Role.SIGNATURE_SPACE})

_Group = Sequence[Block]


def clean_html(document: Document, *, straight_quotes: bool = False) -> str:
    """The document's words as a fragment of HTML; without styles, classes and pictures.

    Headings, paragraphs, lists, tables, captions and links are named; bold and italics are strong and em. A photo leaves
    its caption in a figure, for the picture to be put there. `straight_quotes`: " and ' for the content systems that
    spoil “ ” ‘ ’.
    """
    writer = _Writer(document=document, straight_quotes=straight_quotes)
    return "\n".join(element for group in _groups(document.body) if (element := writer.element(group)))


def _groups(body: Sequence[Block]) -> Iterator[_Group]:
    """The blocks that make one element together."""
    group: list[Block] = []
    for block in body:
        if group and not _belongs(group[-1], block):
            yield group
            group = []
        group.append(block)
    if group:
        yield group


def _belongs(before: Block, after: Block) -> bool:
    is_same = before.block_id == after.block_id
    match before, after:
        case (PictureRow(), PictureRow() | Text(role=Role.CAPTION)) | (Text(role=Role.CAPTION), TableGrid()):
            return is_same
        case Text(), Text():
            if before.role in _SIGNATURE:
                return after.role in _SIGNATURE and before.keep_next
            is_row = before.role in _ROWS or (is_same and bool(before.marker) and bool(after.marker))
            return is_row and before.role is after.role and before.numbered == after.numbered
        case _:
            return False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    """What sets a run apart from the next one."""

    bold: bool
    italic: bool
    link: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Writer:
    """Blocks as elements, characters as they stand in HTML."""

    document: Document
    straight_quotes: bool

    def element(self, group: _Group) -> str:
        """One element; empty for pictures without a caption."""
        last = group[-1]
        match group[0]:
            case PictureRow():
                caption = self.runs(last.runs) if isinstance(last, Text) else ""
                return f"<figure><figcaption>{caption}</figcaption></figure>" if caption else ""
            case Text() as first if isinstance(last, TableGrid):
                return self.table(last, self.runs(first.runs))
            case TableGrid() as grid:
                return self.table(grid, "")
            case Text() as first:
                return self.texts(first, [block for block in group if isinstance(block, Text)])

    def texts(self, first: Text, texts: Sequence[Text]) -> str:
        """A heading, a list, or a paragraph of one or more lines."""
        if first.marker:
            tag = "ol" if first.numbered else "ul"
            items = "\n".join(f"<li>{self.runs(text.runs)}</li>" for text in texts)
            return f"<{tag}>\n{items}\n</{tag}>"
        if first.role in _TAGS:
            tag = _TAGS[first.role]
            runs = [replace(run, bold=False) for run in first.runs]  # a heading is bold by itself
            return f"<{tag}>{self.runs(runs)}</{tag}>"
        lines = (self.runs(text.runs, strong=self.document.style_of(text).bold) for text in texts)
        return f"<p>{'<br>'.join(lines)}</p>"

    def table(self, grid: TableGrid, caption: str) -> str:
        """A table with its caption and its head named."""
        count = 1 if grid.header else 0
        parts = (("thead", "th", grid.rows[:count]), ("tbody", "td", grid.rows[count:]))
        named = [f"<{name}>\n{self.rows(rows, tag)}\n</{name}>" for name, tag, rows in parts if rows]
        return "\n".join(("<table>", *([f"<caption>{caption}</caption>"] if caption else []), *named, "</table>"))

    def rows(self, rows: Sequence[Sequence[Cell]], tag: str) -> str:
        """Rows of cells, one row a line."""
        made = ("".join(f"<{tag}>{self.runs(cell.text.runs)}</{tag}>" for cell in row) for row in rows)
        return "\n".join(f"<tr>{cells}</tr>" for cells in made)

    def runs(self, runs: Sequence[Run], *, strong: bool = False) -> str:
        """Runs in the elements of their looks."""
        looks = groupby(runs, key=lambda run: _Look(bold=run.bold or strong, italic=run.italic, link=run.link))
        return "".join(self.look("".join(run.text for run in part), look) for look, part in looks)

    def look(self, text: str, look: _Look) -> str:
        """Escaped characters in their elements; a forced line break is a br."""
        text = plain_characters(straight(text) if self.straight_quotes else text)
        inner = escape(text, quote=False).replace("\n", "<br>")
        if not text.strip():
            return inner
        if look.link is not None:
            inner = f'<a href="{escape(look.link)}">{inner}</a>'
        if look.italic:
            inner = f"<em>{inner}</em>"
        return f"<strong>{inner}</strong>" if look.bold else inner
