"""The text of a DOCX in the order of reading: every paragraph, table and picture, whatever they are wrapped in.

Tracked changes are accepted. An element that is not known is looked into: what it wraps is text all the same.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from lxml import etree

from humas_desk.errors import DraftRefused, FileTooLarge
from humas_desk.intake.docx_marks import MC, M, V, alternative, shown, symbol, text_boxes, unread, word_art
from humas_desk.intake.docx_parts import Parts
from humas_desk.intake.docx_styles import NO_LOOK, VAL, Look, Styles, W, is_drop_cap, is_on, look_of
from humas_desk.intake.line import Line, clean
from humas_desk.intake.manuscript import Item, ManuscriptImage, ManuscriptParagraph, Note, NoteKind, Style
from humas_desk.intake.pictures import Pictures
from humas_desk.intake.tables import Cell, laid_out
from humas_desk.intake.xml import MAX_DEPTH

MAX_PARAGRAPHS: Final = 20_000
MAX_PICTURE_BYTES: Final = 40_000_000

_P, _R, _TABLE, _ROW, _CELL, _TEXT = f"{W}p", f"{W}r", f"{W}tbl", f"{W}tr", f"{W}tc", f"{W}t"
_RUN_PROPERTIES: Final = f"{W}rPr"
_DELETED: Final = {f"{W}del", f"{W}moveFrom"}
_SKIPPED: Final = frozenset(
    W + name
    for name in """pPr rPr sectPr tblPr tblGrid trPr tcPr tblPrEx sdtPr sdtEndPr customXmlPr smartTagPr rubyPr rt
    bookmarkStart bookmarkEnd proofErr permStart permEnd commentRangeStart commentRangeEnd commentReference
    annotationRef footnoteRef endnoteRef separator continuationSeparator lastRenderedPageBreak pgNum fldChar
    delInstrText""".split()  # noqa: SIM905 (a column of words)
)
_CHARACTERS: Final = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}


@dataclass(slots=True)
class Found:
    """What a paragraph held when it was walked through."""

    line: Line = field(default_factory=Line)
    before: list[ManuscriptImage] = field(default_factory=list)
    """Pictures that stand before any letter."""
    after: list[Item] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    moved: list[str] = field(default_factory=list)


class Body:
    """Walks through one part; what it finds beside the text is in `notes` afterwards."""

    def __init__(self, parts: Parts, styles: Styles, pictures: Pictures, *, as_written: bool = False) -> None:
        """`as_written`: tables are not read into (`laid_out`)."""
        self.notes: list[Note] = []
        self.footnotes: list[tuple[str, str]] = []
        """Kind ("footnote" | "endnote") and id of each that the text refers to."""
        self.instructions: list[str] = []
        """Of fields: "HYPERLINK …", "INCLUDEPICTURE …"."""
        self.moved: list[str] = []
        """Texts as they stood where they were moved from."""
        self._parts = parts
        self._relations = parts.relations(parts.main)
        self._styles = styles
        self._pictures = pictures
        self._as_written = as_written
        self._open: Found | None = None
        self._depth = 0
        self._paragraphs = 0
        self._row = 0

    def items(self, parent: etree._Element) -> list[Item]:
        """All that stands below the element."""
        held, self._open = self._open, None
        found = [*self._blocks(parent), *self._last()]
        self._open = held
        return found

    def _last(self) -> list[Item]:
        """A paragraph that should have gone on and has no next one."""
        return [] if self._open is None else self._closed(self._open, Style.BODY)

    def _blocks(self, parent: etree._Element) -> list[Item]:
        self._deeper()
        found: list[Item] = []
        for child in parent:
            if child.tag == _P:
                found += self._paragraph(child)
            elif child.tag == _TABLE:
                found += self._table(child)
            elif child.tag == _R:
                loose = Found()
                self._run(child, loose)
                found += self._closed(loose, Style.BODY)
            elif child.tag == f"{W}altChunk":
                self.notes.append(Note(kind=NoteKind.OTHER, text="altChunk"))
            elif (inner := self._inside(child)) is not None:
                found += self._blocks(inner)
        self._depth -= 1
        return found

    def _deeper(self) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise DraftRefused(self._parts.path, "depth")

    def _inside(self, element: etree._Element) -> etree._Element | None:
        """Where the walk goes on below an element that only wraps; None: nowhere."""
        if element.tag in _SKIPPED or not isinstance(element.tag, str):
            return None
        if element.tag == f"{MC}AlternateContent":
            return alternative(element)
        if element.tag == f"{W}sdt" and element.find(f"{W}sdtPr/{W}showingPlcHdr") is not None:
            self._note(NoteKind.HIDDEN, [_letters(element)])
            return None
        if element.tag in _DELETED:
            self._note(NoteKind.DELETED, [_letters(element)])
            return None
        return element

    def _note(self, kind: NoteKind, texts: list[str]) -> None:
        text = clean("".join(texts)).strip()
        if text:
            self.notes.append(Note(kind=kind, text=text))

    def _paragraph(self, element: etree._Element) -> list[Item]:
        self._paragraphs += 1
        if self._paragraphs > MAX_PARAGRAPHS:
            raise FileTooLarge(self._parts.path, f"{MAX_PARAGRAPHS} paragraphs")
        found, self._open = self._open or Found(), None
        properties = element.find(f"{W}pPr")
        self._inline(element, found)
        mark = None if properties is None else properties.find(f"{W}rPr")
        if mark is not None and any(mark.find(tag) is not None for tag in _DELETED):
            self._open = found  # its end was deleted: it goes on in the next one
            return []
        if properties is not None and is_drop_cap(properties):
            self._open = found  # a first letter that stands in a frame of its own
            return []
        return self._closed(found, self._styles.paragraph_style(properties))

    def _closed(self, found: Found, style: Style) -> list[Item]:
        """The paragraph with its pictures around it; pictures of one paragraph stand in one row."""
        self._note(NoteKind.HIDDEN, found.hidden)
        self._note(NoteKind.DELETED, found.deleted)
        self.moved += found.moved
        text = found.line.markup
        pictures = [*found.before, *(item for item in found.after if isinstance(item, ManuscriptImage))]
        if len(pictures) > 1:
            self._row += 1
        row = self._row if len(pictures) > 1 else 0
        made: list[Item] = [replace(image, row=row) for image in found.before]
        if text or not (found.before or found.after or found.deleted or found.moved):
            made.append(ManuscriptParagraph(text=text, style=style if text else Style.BODY))
        rest = (replace(item, row=row) if isinstance(item, ManuscriptImage) else item for item in found.after)
        return [*made, *rest]

    def _inline(self, parent: etree._Element, found: Found) -> None:
        self._deeper()
        for child in parent:
            if child.tag == _R:
                self._run(child, found)
            elif child.tag == f"{W}del":
                found.deleted.append(_letters(child))
            elif child.tag == f"{W}moveFrom":
                found.moved.append(_letters(child))
            elif child.tag in {f"{M}oMath", f"{M}oMathPara"}:
                self._formula(child, found)
            elif child.tag in {_P, _TABLE}:  # nobody writes it, programs do
                found.after += self._paragraph(child) if child.tag == _P else self._table(child)
            elif child.tag == f"{W}fldSimple":
                self.instructions.append(child.get(f"{W}instr", ""))
                self._inline(child, found)
            elif (inner := self._inside(child)) is not None:
                self._inline(inner, found)
        self._depth -= 1

    def _formula(self, element: etree._Element, found: Found) -> None:
        text = "".join(letters.text or "" for letters in element.iter(f"{M}t"))
        found.line.add(text)
        self.notes.append(Note(kind=NoteKind.OTHER, text=f"formula: {clean(text)}"))

    def _run(self, run: etree._Element, found: Found) -> None:
        properties = run.find(_RUN_PROPERTIES)
        look = NO_LOOK if properties is None else self._look(properties)
        if look.struck:
            found.deleted.append(_letters(run))
        elif look.hidden:
            found.hidden.append(_letters(run))
        else:
            self._content(run, found, look)

    def _look(self, properties: etree._Element) -> Look:
        own = look_of(properties)
        return own if not own.style else own.over(self._styles.run_look(own.style))

    def _content(self, parent: etree._Element, found: Found, look: Look) -> None:
        for child in parent:
            if child.tag == _TEXT:
                found.line.add(child.text or "", bold=bool(look.bold), italic=bool(look.italic))
                continue
            name = str(child.tag).removeprefix(W)
            if (text := self._symbol(child) if name == "sym" else _CHARACTERS.get(name)) is not None:
                found.line.add(text, bold=bool(look.bold), italic=bool(look.italic))
            elif name in {"drawing", "pict", "object"}:
                self._drawing(child, found)
            elif name in {"footnoteReference", "endnoteReference"}:
                self.footnotes.append((name.removesuffix("Reference"), child.get(f"{W}id", "")))
            elif name == "instrText":
                self.instructions.append(child.text or "")
            elif name == "delText":
                found.deleted.append(child.text or "")
            elif (inner := self._inside(child)) is not None:
                self._deeper()
                self._content(inner, found, look)
                self._depth -= 1

    def _symbol(self, element: etree._Element) -> str:
        text = symbol(element)
        if text == "\ufffd":
            self.notes.append(Note(kind=NoteKind.OTHER, text=f"symbol {element.get(f'{W}char', '')}"))
        return text

    def _drawing(self, drawing: etree._Element, found: Found) -> None:
        if drawing.find(f".//{V}textpath") is not None:
            found.line.add(word_art(drawing))
        if kind := unread(drawing):
            self.notes.append(Note(kind=NoteKind.OTHER, text=kind))
            return
        for picture in shown(drawing):
            relation = self._relations.get(picture.relation)
            if relation is None or relation.is_external:
                continue  # every outside address is told about once, by the reader
            data = self._parts.packed.read(relation.target, MAX_PICTURE_BYTES)
            taken = self._pictures.take(data, relation.target, alt=picture.alt)
            if isinstance(taken, Note):
                self.notes.append(taken)
            elif found.line.plain:
                found.after.append(taken)
            else:
                found.before.append(taken)
        for box in text_boxes(drawing):
            found.after += self.items(box)

    def _table(self, table: etree._Element) -> list[Item]:
        rows: list[tuple[Cell, ...]] = []
        is_head = False
        for row in self._wrapped(table, _ROW):
            properties = row.find(f"{W}trPr")
            if properties is not None and properties.find(f"{W}del") is not None:
                self._note(NoteKind.DELETED, [_letters(row)])
                continue
            is_head = is_head or (not rows and bool(is_on(properties, "tblHeader")))
            rows.append(tuple(cell for element in self._wrapped(row, _CELL) for cell in self._cells(element)))
        self._row += len(rows)
        first_row = self._row - len(rows) + 1
        return laid_out(tuple(rows), is_head=is_head, first_row=first_row, as_written=self._as_written)

    def _cells(self, element: etree._Element) -> Iterator[Cell]:
        """The cell, and an empty one for every further column that it spans."""
        yield tuple(self.items(element))
        span = element.find(f"{W}tcPr/{W}gridSpan")
        width = "1" if span is None else span.get(VAL, "1")
        for _ in range(min(int(width), 64) - 1 if width.isdecimal() else 0):
            yield ()

    def _wrapped(self, parent: etree._Element, tag: str) -> list[etree._Element]:
        """The rows of a table or the cells of a row, also those inside of content controls."""
        self._deeper()
        found: list[etree._Element] = []
        for child in parent:
            if child.tag == tag:
                found.append(child)
            elif (inner := self._inside(child)) is not None:
                found += self._wrapped(inner, tag)
        self._depth -= 1
        return found


def _letters(element: etree._Element) -> str:
    """All letters below, deleted ones too; paragraphs as lines."""
    out: list[str] = []
    for found in element.iter(f"{W}t", f"{W}delText", f"{W}tab", f"{W}br", _P):
        if found.tag == _P:
            out.append("\n" if out else "")
        else:
            out.append(found.text or " ")
    return "".join(out)
