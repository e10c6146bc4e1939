"""The walk over a page's elements; a loop, not a recursion, because pages may be nested without end."""

from collections.abc import Callable
from dataclasses import dataclass, field
import re
from typing import Final

from lxml import etree

from humas_desk.intake.html_site import Site, is_note_mark, note_in
from humas_desk.intake.line import Line, clean
from humas_desk.intake.manuscript import Item, ManuscriptParagraph, Note, NoteKind, Style
from humas_desk.intake.pictures import Pictures
from humas_desk.intake.tables import Cell, captioned, laid_out

_BLOCKS: Final = frozenset(
    """p div h1 h2 h3 h4 h5 h6 li ul ol blockquote pre section article main figure figcaption caption dl dt dd hr center
    address body fieldset header legend details summary table tr td th""".split()  # noqa: SIM905 (a column of words)
)
_STYLES: Final = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), Style.HEADING),
    "figcaption": Style.CAPTION,
    "caption": Style.CAPTION,
}
_PROGRAMS: Final = frozenset({"script", "applet", "object", "embed", "iframe", "frame"})
_AROUND: Final = frozenset({"nav", "footer", "aside", "form", "button", "select", "textarea"})
"""What stands around an article."""
_SILENT: Final = frozenset({"style", "noscript", "template", "svg", "math", "link", "meta", "input", "base", "head"})
_DELETED: Final = frozenset({"del", "s", "strike"})
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_WEIGHT: Final = re.compile(r"font-weight\s*:\s*(\w+)", re.IGNORECASE)
_SLOPE: Final = re.compile(r"font-style\s*:\s*(\w+)", re.IGNORECASE)
_SPACES: Final = re.compile(r"[ \t\r\n\f]+")
_NUMBER: Final = re.compile(r"\(?(?:\d+|[a-z]|[ivx]+)[.)]", re.IGNORECASE)
_CAPTIONS: Final = frozenset({"caption", "figcaption", "takarir", "keterangan", "msocaption"})
"""Words in the class of an element that is a picture's caption."""
_TITLES: Final = frozenset({"title", "msotitle"})
_CLASS_LOOK: Final = re.compile(r"\.(c\d{1,4})\s*\{([^{}]{0,2000})\}")
"""How Google Docs says what is bold and what is italic."""
_MOST_HELD: Final = 2000
"""Places of a table that cells of rows above reach down to; a page with more wants to be expensive."""
_LEAST_PX: Final = 150
"""Of a picture in a file beside the page; smaller ones are its ornaments."""
_BOLD: Final = frozenset({"b", "strong"})
_ITALIC: Final = frozenset({"i", "em", "cite", "dfn"})


@dataclass(slots=True)
class _Table:
    rows: list[list[Cell]] = field(default_factory=list)
    cells: list[list[Item]] = field(default_factory=list)
    """The open cell is the last; what comes while none is open stands before the table."""
    is_head: bool = False
    held: set[tuple[int, int]] = field(default_factory=set)
    """Row and column of places that a cell of a row above reaches down to."""

    def put(self, cell: Cell, across: int, down: int) -> None:
        """The next cell of the last row."""
        if not self.rows:
            self.rows.append([])
        number, row = len(self.rows) - 1, self.rows[-1]
        while (number, len(row)) in self.held:
            row.append(())
        taken = range(len(row), len(row) + across)
        if len(self.held) < _MOST_HELD:
            self.held |= {(below, column) for below in range(number + 1, number + down) for column in taken}
        row += [cell, *([()] * (across - 1))]


class Page:
    """Everything on a page in the order of reading."""

    def __init__(self, pictures: Pictures, inside: Callable[[str], bytes]) -> None:
        self.notes: list[Note] = []
        self._pictures = pictures
        self._inside = inside
        self._found: list[list[Item]] = [[]]
        self._tables: list[_Table] = []
        self._line = Line()
        self._style = Style.BODY
        self._list: list[str] = []
        self._looks: list[tuple[bool, bool]] = [(False, False)]
        self._as_typed = 0
        self._row = 0
        self._links: dict[str, None] = {}
        self._outer: list[Style] = []
        """What a paragraph was before each open block began."""
        self._class_looks: dict[str, str] = {}
        self._site: Site | None = None

    @property
    def items(self) -> tuple[Item, ...]:
        """What was found so far, from the headline on; what a site has above it is told about."""
        found = captioned(self._found[0])
        if self._site is None:
            return found
        items, notes = self._site.without_head(found)
        self.notes += notes
        return items

    def walk(self, root: etree._Element) -> None:
        """Take in everything below the root."""
        self._site = Site(root)
        for sheet in root.iter("style"):
            self._class_looks |= dict(_CLASS_LOOK.findall(sheet.text or ""))
        walker = etree.iterwalk(root, events=("start", "end"))
        skipped: etree._Element | None = None
        for event, element in walker:
            if event == "start":
                if skipped is None and self._is_left_out(element):
                    skipped = element
                elif skipped is None:
                    self._begin(element)
                    self._say(element.text)
            elif skipped is None or element is skipped:
                if skipped is None:
                    self._end(element)
                skipped = None
                self._say(element.tail)
        self._flush()
        while self._tables:
            self._close_table()
        self._tell_links()

    def _is_left_out(self, element: etree._Element) -> bool:
        """Is nothing below it text? What is lost by that is told."""
        tag, style = str(element.tag), element.get("style", "")
        if "mso-list:ignore" in style.lower().replace(" ", ""):
            marker = _words(element)
            self._style = Style.NUMBER if _NUMBER.fullmatch(marker) else Style.BULLET
        elif tag in _PROGRAMS:
            self._note(NoteKind.EXTERNAL if element.get("src") else NoteKind.MACRO, element.get("src") or tag)
        elif (note := note_in(element)) is not None:
            self._note(note.kind, note.text)
        elif tag in _AROUND or (self._site is not None and self._site.is_around(element)):
            self._note(NoteKind.HEADER, _words(element))
        elif tag in _DELETED:
            self._note(NoteKind.DELETED, _words(element))
        elif element.get("hidden") is not None or _HIDDEN.search(style):
            self._note(NoteKind.HIDDEN, _words(element))
        elif tag == "head":
            title = element.find("title")
            self._note(NoteKind.HEADER, "" if title is None else _words(title))
        else:
            return tag in _SILENT or is_note_mark(element)
        return True

    def _note(self, kind: NoteKind, text: str) -> None:
        note = Note(kind=kind, text=clean(text).strip())
        if note.text and note not in self.notes[-50:]:
            self.notes.append(note)

    def _say(self, text: str | None) -> None:
        if not text:
            return
        bold, italic = self._looks[-1]
        if not self._as_typed:
            text = _SPACES.sub(" ", text)
            if text.startswith(" ") and (not self._line.pieces or self._line.pieces[-1].text[-1] in " \n"):
                text = text[1:]
        is_head = self._style in {Style.HEADING, Style.TITLE}
        self._line.add(text, bold=bold and not is_head, italic=italic)

    def _begin(self, element: etree._Element) -> None:
        tag = str(element.tag)
        self._looks.append(self._look(element, tag))
        if tag in _BLOCKS:
            self._flush()
            self._begin_block(element, tag)
        elif tag == "br":
            self._break()
        elif tag == "img":
            self._picture(element)
        elif tag == "a":
            self._links[element.get("href", "").strip()] = None

    def _look(self, element: etree._Element, tag: str) -> tuple[bool, bool]:
        bold, italic = self._looks[-1]
        style = element.get("style", "")
        if self._class_looks:
            style += ";".join(self._class_looks.get(name, "") for name in element.get("class", "").split())
        weight, slope = _WEIGHT.search(style), _SLOPE.search(style)
        if weight:
            bold = weight[1].lower() in {"bold", "bolder", "600", "700", "800", "900"}
        elif tag in _BOLD:
            bold = True
        if slope:
            italic = slope[1].lower() in {"italic", "oblique"}
        elif tag in _ITALIC:
            italic = True
        return bold, italic

    def _begin_block(self, element: etree._Element, tag: str) -> None:
        self._outer.append(self._style)
        if tag in {"ul", "ol"}:
            self._list.append(tag)
        elif tag == "pre":
            self._as_typed += 1
        elif tag == "table":
            self._tables.append(_Table())
        elif tag == "tr" and self._tables:
            self._tables[-1].rows.append([])
        elif tag in {"td", "th"} and self._tables:
            table = self._tables[-1]
            table.is_head = table.is_head or (tag == "th" and len(table.rows) <= 1)
            table.cells.append([])
            self._found.append(table.cells[-1])
        self._style = _STYLES.get(tag, self._style if tag in {"div", "p", "tr"} else Style.BODY)
        if tag == "li":
            self._style = Style.NUMBER if self._list and self._list[-1] == "ol" else Style.BULLET
        elif tag == "p" and "mso-list:" in element.get("style", "").lower():
            self._style = Style.BULLET
        self._style = _named_style(element, tag) or self._style

    def _end(self, element: etree._Element) -> None:
        tag = str(element.tag)
        self._looks.pop()
        if tag not in _BLOCKS:
            return
        self._flush()
        if tag in {"ul", "ol"} and self._list:
            self._list.pop()
        elif tag == "pre":
            self._as_typed -= 1
        elif tag in {"td", "th"} and self._tables and len(self._found) > 1:
            self._close_cell(element)
        elif tag == "table" and self._tables:
            self._close_table()
        before = self._outer.pop()
        self._style = before if tag in {"div", "tr"} else Style.BODY

    def _close_cell(self, element: etree._Element) -> None:
        table = self._tables[-1]
        if not table.cells:
            return
        self._found.pop()
        cell = tuple(table.cells.pop())
        table.put(cell, _span(element, "colspan"), _span(element, "rowspan"))

    def _close_table(self) -> None:
        table = self._tables.pop()
        while table.cells:  # cells that were never closed
            self._found.pop()
            table.rows.append([tuple(table.cells.pop())])
        rows = tuple(tuple(row) for row in table.rows)
        self._found[-1] += laid_out(rows, is_head=table.is_head, first_row=self._row + 1)
        self._row += len(rows)

    def _break(self) -> None:
        """A line break; two in a row end the paragraph."""
        if self._line.pieces and self._line.pieces[-1].text.endswith("\n"):
            self._flush()
        else:
            self._line.add("\n")

    def _flush(self) -> None:
        text, self._line = self._line.markup, Line()
        if text:
            self._found[-1].append(ManuscriptParagraph(text=text, style=self._style))

    def _picture(self, element: etree._Element) -> None:
        address, alt = element.get("src", "").strip(), element.get("alt", "")
        data = self._inside(address)
        if data:
            taken = self._pictures.take(data, alt or "gambar", alt=alt)
            if isinstance(taken, Note):
                self.notes.append(taken)
            elif not address.startswith("data:") and min(taken.image.width_px, taken.image.height_px) < _LEAST_PX:
                self._note(NoteKind.PICTURE, alt or address[:200])
            else:
                self._flush()
                self._found[-1].append(taken)
        elif re.match(r"(?:https?:)?//", address):
            self._note(NoteKind.EXTERNAL, address)
        else:
            self._note(NoteKind.PICTURE, alt or address[:200])

    def _tell_links(self) -> None:
        """Addresses that links lead to, as far as the text does not spell them out."""
        text = "\n".join(item.text for item in self._found[0] if isinstance(item, ManuscriptParagraph)).lower()
        for address in self._links:
            bare = re.sub(r"^(?:mailto:|https?://)", "", address.lower()).rstrip("/")
            if bare and not bare.startswith("#") and bare not in text:
                self._note(NoteKind.EXTERNAL, address[:500])


def _span(element: etree._Element, name: str) -> int:
    said = element.get(name, "1")
    return max(1, min(int(said), 64)) if said.isdecimal() else 1


def _named_style(element: etree._Element, tag: str) -> Style | None:
    """What the class says that it is; None: nothing."""
    named = element.get("class", "").lower() if tag in {"p", "div"} else ""
    if tag == "p" and not _TITLES.isdisjoint(named.split()):
        return Style.TITLE
    if _CAPTIONS.isdisjoint(re.split(r"[^a-z]+", named)) or element.find(".//img") is not None:
        return None
    return Style.CAPTION


def _words(element: etree._Element) -> str:
    """All letters below, scripts and styles left aside."""
    return " ".join(
        " ".join(
            str(text)
            for text in element.xpath(".//text()[not(parent::script) and not(parent::style)]")  # type: ignore[union-attr] # the stubs know nothing of text()
        ).split()
    )
