"""The text of an ODT in the order of reading. LibreOffice keeps deleted words apart, so what stands in the text is said."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from lxml import etree

from humas_desk.errors import DraftRefused, FileTooLarge
from humas_desk.intake.line import Line, clean
from humas_desk.intake.manuscript import Item, ManuscriptImage, ManuscriptParagraph, Note, NoteKind, Style
from humas_desk.intake.odt_styles import STYLE, TEXT, OdtLook, OdtStyles
from humas_desk.intake.packed import Packed
from humas_desk.intake.pictures import Pictures
from humas_desk.intake.tables import Cell, laid_out
from humas_desk.intake.xml import MAX_DEPTH

__all__ = ["OFFICE", "STYLE", "TEXT", "XLINK", "OdtBody", "lines_of"]

OFFICE: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
DRAW: Final = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
SVG: Final = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
DC: Final = "{http://purl.org/dc/elements/1.1/}"
XLINK: Final = "{http://www.w3.org/1999/xlink}"

MAX_PARAGRAPHS: Final = 20_000
MAX_PICTURE_BYTES: Final = 40_000_000
_BLANKS: Final = {f"{TEXT}s", f"{TEXT}tab", f"{TEXT}line-break"}
_PARAGRAPHS: Final = {f"{TEXT}p", f"{TEXT}h"}
_SKIPPED: Final = {f"{TEXT}tracked-changes", f"{TEXT}sequence-decls", f"{OFFICE}forms", f"{TEXT}note-citation",
                   f"{TEXT}variable-decls", f"{TEXT}user-field-decls", f"{OFFICE}annotation-end"}  # fmt: skip


@dataclass(slots=True)
class _Found:
    """What a paragraph held when it was walked through."""

    line: Line = field(default_factory=Line)
    before: list[Item] = field(default_factory=list)
    after: list[Item] = field(default_factory=list)

    def put(self, item: Item) -> None:
        """Where the text has got to."""
        (self.after if self.line.plain else self.before).append(item)


class OdtBody:
    """Walks through the text; what it finds beside it is in `notes` afterwards."""

    def __init__(self, packed: Packed, styles: OdtStyles, pictures: Pictures) -> None:
        self.notes: list[Note] = []
        self._packed = packed
        self._styles = styles
        self._pictures = pictures
        self._depth = 0
        self._paragraphs = 0
        self._row = 0

    def items(self, parent: etree._Element, listed: Style | None = None) -> list[Item]:
        """All that stands below the element; `listed`: what paragraphs in a list are."""
        self._deeper()
        found: list[Item] = []
        for child in parent:
            if child.tag in _PARAGRAPHS:
                found += self._paragraph(child, listed)
            elif child.tag == f"{TEXT}list":
                name = child.get(f"{TEXT}style-name")
                found += self.items(child, self._styles.list_style(name) if name else listed or Style.BULLET)
            elif child.tag == f"{TEXT}list-header":
                found += self.items(child)
            elif child.tag == f"{TABLE}table":
                found += self._table(child)
            elif child.tag == f"{DRAW}frame":
                alone = _Found()
                self._frame(child, alone)
                found += self._closed(alone, Style.BODY)
            elif child.tag == f"{OFFICE}annotation":
                self._comment(child)
            elif child.tag not in _SKIPPED and isinstance(child.tag, str):
                found += self.items(child, listed)
        self._depth -= 1
        return found

    def _deeper(self) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise DraftRefused(self._packed.path, "depth")

    def _note(self, kind: NoteKind, text: str, author: str = "") -> None:
        if said := clean(text).strip():
            self.notes.append(Note(kind=kind, text=said, author=author))

    def _paragraph(self, element: etree._Element, listed: Style | None) -> list[Item]:
        self._paragraphs += 1
        if self._paragraphs > MAX_PARAGRAPHS:
            raise FileTooLarge(self._packed.path, f"{MAX_PARAGRAPHS} paragraphs")
        found = _Found()
        name = element.get(f"{TEXT}style-name", "")
        style = self._styles.paragraph_style(name)
        if element.tag == f"{TEXT}h" and style is Style.BODY:
            style = Style.HEADING
        look = self._styles.look(name, "paragraph")
        self._inline(element, found, look if style is Style.BODY else OdtLook(hidden=look.hidden))
        return self._closed(found, listed if listed and style is Style.BODY else style)

    def _closed(self, found: _Found, style: Style) -> list[Item]:
        """The paragraph with its pictures around it; pictures of one paragraph stand in one row."""
        pictures = sum(isinstance(item, ManuscriptImage) for item in (*found.before, *found.after))
        self._row += pictures > 1
        row = self._row if pictures > 1 else 0
        text = found.line.markup
        middle = [ManuscriptParagraph(text=text, style=style if text else Style.BODY)]
        said = middle if text or not (found.before or found.after) else []
        around = [*found.before, *said, *found.after]
        return [replace(item, row=row) if isinstance(item, ManuscriptImage) else item for item in around]

    def _inline(self, parent: etree._Element, found: _Found, look: OdtLook) -> None:
        self._deeper()
        self._say(parent.text, found, look)
        for child in parent:
            if child.tag == f"{TEXT}line-break":
                found.line.add("\n")
            elif child.tag in _BLANKS:
                self._say(" ", found, look)
            elif child.tag == f"{TEXT}span":
                self._inline(child, found, self._spanned(child, look))
            elif child.tag in _PARAGRAPHS or child.tag == f"{TABLE}table":
                found.after += self._paragraph(child, None) if child.tag in _PARAGRAPHS else self._table(child)
            elif not self._aside(child, found) and child.tag not in _SKIPPED and isinstance(child.tag, str):
                self._inline(child, found, look)
            self._say(child.tail, found, look)
        self._depth -= 1

    def _aside(self, element: etree._Element, found: _Found) -> bool:
        """Is it something that stands beside the text? Then it was taken in or told about."""
        if element.tag == f"{TEXT}note":
            body = element.find(f"{TEXT}note-body")
            self._note(NoteKind.FOOTNOTE, "" if body is None else lines_of(body))
        elif element.tag == f"{OFFICE}annotation":
            self._comment(element)
        elif element.tag == f"{DRAW}frame":
            self._frame(element, found)
        elif element.tag in {f"{TEXT}hidden-text", f"{TEXT}hidden-paragraph"}:
            self._note(NoteKind.HIDDEN, element.get(f"{TEXT}string-value", "") or "".join(_letters(element)))
        else:
            return False
        return True

    def _spanned(self, element: etree._Element, look: OdtLook) -> OdtLook:
        own = self._styles.look(element.get(f"{TEXT}style-name", ""))
        return OdtLook(
            bold=look.bold if own.bold is None else own.bold,
            italic=look.italic if own.italic is None else own.italic,
            hidden=look.hidden if own.hidden is None else own.hidden,
            struck=look.struck if own.struck is None else own.struck,
        )

    def _say(self, text: str | None, found: _Found, look: OdtLook) -> None:
        if not text:
            return
        if look.hidden or look.struck:
            self._note(NoteKind.HIDDEN if look.hidden else NoteKind.DELETED, text)
            return
        said = text if text == " " else " ".join(text.replace("\n", " ").split(" "))
        found.line.add(said, bold=bool(look.bold), italic=bool(look.italic))

    def _comment(self, element: etree._Element) -> None:
        author = element.find(f"{DC}creator")
        self._note(NoteKind.COMMENT, lines_of(element), "" if author is None else clean(author.text or ""))

    def _frame(self, frame: etree._Element, found: _Found) -> None:
        box = frame.find(f"{DRAW}text-box")
        if box is not None:
            found.after += self.items(box)
            return
        if frame.find(f"{DRAW}object") is not None or frame.find(f"{DRAW}object-ole") is not None:
            self._note(NoteKind.OTHER, frame.get(f"{DRAW}name", "") or "object")
            return
        image = frame.find(f"{DRAW}image")
        target = "" if image is None else image.get(f"{XLINK}href", "").removeprefix("./")
        if not target or target not in self._packed:
            return  # outside addresses are told about by the reader
        alt = next((words for name in ("desc", "title") if (words := frame.findtext(f"{SVG}{name}"))), "")
        taken = self._pictures.take(self._packed.read(target, MAX_PICTURE_BYTES), target, alt=alt)
        if isinstance(taken, Note):
            self.notes.append(taken)
        else:
            found.put(taken)

    def _table(self, table: etree._Element) -> list[Item]:
        head = table.find(f"{TABLE}table-header-rows")
        rows = tuple(tuple(self._cells(row)) for row in self._rows(table))
        self._row += len(rows)
        return laid_out(rows, is_head=head is not None, first_row=self._row - len(rows) + 1)

    def _rows(self, parent: etree._Element) -> list[etree._Element]:
        self._deeper()
        found: list[etree._Element] = []
        for child in parent:
            if child.tag == f"{TABLE}table-row":
                found.append(child)
            elif child.tag in {f"{TABLE}table-header-rows", f"{TABLE}table-rows", f"{TABLE}table-row-group"}:
                found += self._rows(child)
        self._depth -= 1
        return found

    def _cells(self, row: etree._Element) -> Iterator[Cell]:
        for cell in row:
            if cell.tag == f"{TABLE}table-cell":
                yield tuple(self.items(cell))
            elif cell.tag == f"{TABLE}covered-table-cell":
                yield ()


def lines_of(element: etree._Element) -> str:
    """The letters of every paragraph below, one line each."""
    lines = [" ".join("".join(_letters(part)).split()) for part in element.iter(f"{TEXT}p", f"{TEXT}h")]
    return clean("\n".join(filter(None, lines)))


def _letters(element: etree._Element) -> Iterator[str]:
    for part in element.iter():
        yield " " if part.tag in _BLANKS else part.text or ""
        yield (part.tail or "") if part is not element else ""
