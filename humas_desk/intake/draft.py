"""A manuscript as one text with everything that is known of its characters: what parts are counted in."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
import re

from humas_desk.intake.line_kinds import kind_of
from humas_desk.intake.mail_lines import unquoted
from humas_desk.intake.manuscript import (
    OBJECT,
    Manuscript,
    ManuscriptImage,
    ManuscriptParagraph,
    ManuscriptTable,
    Note,
    Style,
)
from humas_desk.intake.mending import is_broken, mended
from humas_desk.intake.messenger import SYMBOLS, marked, prefix_end
from humas_desk.intake.parts import DropReason
from humas_desk.release.inline import Piece, escape, parse, plain, to_markup

_TITLE_LINES = 4
_BLANKS = re.compile(r"\s+")
_CAPTION = re.compile(r"\s*\[caption[^\]]*\].*?\[/caption\]\s*", re.IGNORECASE)
"""WordPress sets captions so, with the text behind them in the same line."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the draft, or the whole of a table or picture; empty where `start` is `end`."""

    start: int
    end: int
    style: Style = Style.BODY
    item: int = 0
    """Which paragraph of the manuscript it is in."""
    reason: DropReason | None = None
    """Already known to be dropped: a messenger's prefix."""
    is_message: bool = False
    """Begins a message: nothing before goes on in it."""


@dataclass(frozen=True, slots=True)
class Cut:
    """Characters that no field gets."""

    start: int
    end: int
    reason: DropReason | None = None
    """None: not worth telling (a hyphen at a line's end)."""


@dataclass(frozen=True, slots=True)
class Look:
    """Characters in bold or italics."""

    start: int
    end: int
    bold: bool
    italic: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One text, its lines, and what stands at its characters."""

    text: str
    lines: tuple[Line, ...]
    looks: tuple[Look, ...] = ()
    cuts: tuple[Cut, ...] = ()
    tables: Mapping[int, ManuscriptTable] = field(default_factory=dict)
    """By their first character."""
    images: Mapping[int, ManuscriptImage] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    wrapped: bool = False
    was_broken: bool = False

    def markup(self, start: int, end: int) -> str:
        """The characters as inline markup on one line: without cuts, blanks as single spaces, none around."""
        pieces: list[Piece] = []
        ends_blank = True
        at = start
        for first, last, bold, italic in self._stretches(start, end):
            text = _BLANKS.sub(" ", self.text[first:last])
            text = f" {text}" if first > at and self._parts_words(at, first) else text
            at = last
            text = text.lstrip() if ends_blank else text
            if text:
                pieces.append(Piece(text=text, bold=bold, italic=italic))
                ends_blank = text.endswith(" ")
        if pieces and ends_blank:
            last_piece = pieces.pop()
            pieces.append(Piece(text=last_piece.text.rstrip(), bold=last_piece.bold, italic=last_piece.italic))
        if len(pieces) == 1 and not (pieces[0].bold or pieces[0].italic):
            return escape(pieces[0].text)
        return to_markup(pieces)

    def plain(self, start: int, end: int) -> str:
        """The same without looks and escapes."""
        return words_of(self.markup(start, end))

    def is_bold(self, start: int, end: int) -> bool:
        """Whether every letter there is bold."""
        letters = [
            bold
            for first, last, bold, _italic in self._stretches(start, end)
            if any(c.isalnum() for c in self.text[first:last])
        ]
        return bool(letters) and all(letters)

    def _parts_words(self, start: int, end: int) -> bool:
        """Whether a sign that is cut out stood between two words as if it were a blank."""
        is_between = self.text[start - 1 : start].isalnum() and self.text[end : end + 1].isalnum()
        return is_between and SYMBOLS.match(self.text, start) is not None

    def cuts_between(self, start: int, end: int) -> tuple[Cut, ...]:
        """Those that begin there."""
        first = bisect_left(self.cuts, start, key=lambda cut: cut.start)
        return self.cuts[first : bisect_left(self.cuts, end, key=lambda cut: cut.start)]

    def _stretches(self, start: int, end: int) -> Iterator[tuple[int, int, bool, bool]]:
        """Characters of one look that are not cut."""
        at = start
        for cut in (*self.cuts_between(start, end), Cut(end, end)):
            if at < cut.start:
                yield from self._of_one_look(at, cut.start)
            at = max(at, cut.end)

    def _of_one_look(self, start: int, end: int) -> Iterator[tuple[int, int, bool, bool]]:
        at = start
        index = bisect_right(self.looks, start, key=lambda look: look.end)
        while index < len(self.looks) and self.looks[index].start < end:
            look = self.looks[index]
            if at < look.start:
                yield at, look.start, False, False
            yield max(at, look.start), min(end, look.end), look.bold, look.italic
            at = min(end, look.end)
            index += 1
        if at < end:
            yield at, end, False, False


def words_of(markup: str) -> str:
    """The markup as plain text; what has no mark is plain already."""
    return plain(markup) if "*" in markup or "\\" in markup else markup


def draft_of_text(text: str) -> Draft:
    """Pasted text or a text file: lines that may be wrapped, with a messenger's marks."""
    clean = unquoted(mended(text))
    lines = tuple(ManuscriptParagraph(text=marked(line)) for line in clean.split("\n"))
    return _Laying(Manuscript(items=lines, wrapped=True), is_clean=True).draft(was_broken=is_broken(text))


def draft_of(manuscript: Manuscript) -> Draft:
    """The manuscript as one text."""
    return _Laying(manuscript, is_clean=False).draft(was_broken=False)


class _Laying:
    """The text as it grows."""

    def __init__(self, manuscript: Manuscript, *, is_clean: bool) -> None:
        """`is_clean`: its paragraphs have been mended."""
        self.manuscript = manuscript
        self.is_clean = is_clean
        self.texts: list[str] = []
        self.lines: list[Line] = []
        self.looks: list[Look] = []
        self.tables: dict[int, ManuscriptTable] = {}
        self.images: dict[int, ManuscriptImage] = {}
        self.at = 0

    def draft(self, *, was_broken: bool) -> Draft:
        """All of it."""
        for number, item in enumerate(self.manuscript.items):
            if number:
                self._put("\n")
            match item:
                case ManuscriptParagraph():
                    self._paragraph(number, item)
                case ManuscriptTable():
                    self.tables[self.at] = item
                    rows = "\n".join("\t".join(_one_line(cell) for cell in row) for row in item.rows)
                    self._whole(number, rows if item.caption is None else f"{_one_line(item.caption)}\n{rows}")
                case ManuscriptImage():
                    self.images[self.at] = item
                    self._whole(number, f"{OBJECT} {' '.join(mended(item.alt).split())}".rstrip())
        text = "".join(self.texts)
        return Draft(
            text=text,
            lines=tuple(self.lines),
            looks=tuple(self.looks),
            cuts=tuple(_cuts(text, wrapped=self.manuscript.wrapped)),
            tables=self.tables,
            images=self.images,
            notes=self.manuscript.notes,
            wrapped=self.manuscript.wrapped,
            was_broken=was_broken,
        )

    def _put(self, text: str) -> None:
        self.texts.append(text)
        self.at += len(text)

    def _whole(self, number: int, text: str) -> None:
        self.lines.append(Line(self.at, self.at + len(text), item=number))
        self._put(text)

    def _paragraph(self, number: int, paragraph: ManuscriptParagraph) -> None:
        said = paragraph.text.replace("\n", " ") if _is_broken_title(paragraph) else paragraph.text
        start, text = self.at, said if self.is_clean else mended(said)
        if "*" in text or "\\" in text:
            text = plain(text)
            for piece in parse(said):
                if piece.bold or piece.italic:
                    self.looks.append(Look(self.at, self.at + len(piece.text), piece.bold, piece.italic))
                self._put(piece.text)
        else:
            self._put(text)
        for line in text.split("\n"):
            self._line(number, line, start, paragraph.style)
            start += len(line) + 1

    def _line(self, number: int, line: str, start: int, style: Style) -> None:
        end = start + len(line)
        prefix = prefix_end(line) if self.manuscript.wrapped else 0
        if prefix:
            self.lines.append(Line(start, start + prefix, item=number, reason=DropReason.ARTEFACT))
        caption = _CAPTION.match(line, prefix)
        if caption is not None and caption.end() < len(line):
            self.lines.append(Line(start + prefix, start + caption.end(), style=style, item=number, is_message=True))
            prefix = caption.end()
        self.lines.append(Line(start + prefix, end, style=style, item=number, is_message=prefix > 0))


def _is_broken_title(paragraph: ManuscriptParagraph) -> bool:
    """Is it a heading that was broken by hand to look well, and no lines that each say something else?"""
    lines = plain(paragraph.text).split("\n") if "\n" in paragraph.text else []
    if not 1 < len(lines) <= _TITLE_LINES or any(kind_of(line) is not None for line in lines):
        return False
    return paragraph.style in {Style.TITLE, Style.HEADING}


def _cuts(text: str, *, wrapped: bool) -> list[Cut]:
    """Signs that no page has, and what a word broken at a line's end has too much."""
    cuts = [Cut(m.start(), m.end(), DropReason.SYMBOL) for m in SYMBOLS.finditer(text)]
    if wrapped and "-\n" in text:
        cuts += [_broken_word(match) for match in _HYPHENATED.finditer(text)]
        cuts.sort(key=lambda cut: cut.start)
    return cuts


def _broken_word(match: re.Match[str]) -> Cut:
    """The hyphen and the line's end; only the line's end in a doubled word ("langkah-langkah")."""
    first, second = match["first"].casefold(), match["second"].casefold()
    is_doubled = first[-_ALIKE:] == second[:_ALIKE] or first[:_ALIKE] == second[:_ALIKE] or first in second
    return Cut(match.end("first") + is_doubled, match.start("second"))


_ALIKE = 4
"""Letters that the halves of a doubled word share at least: "langkah-langkahnya", "bersama-sama"."""
_HYPHENATED = re.compile(r"(?P<first>[^\W\d_]{2,})-[ ]*\n[ ]*(?P<second>[a-z]{2,})")


def _one_line(markup: str) -> str:
    return " ".join(plain(markup).split())
