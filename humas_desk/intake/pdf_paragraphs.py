"""Lines of pages as paragraphs: running heads and page numbers out, broken words whole, lines joined."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
import re
import statistics
from typing import Final

from humas_desk.intake.line import Line
from humas_desk.intake.manuscript import ManuscriptParagraph, Style
from humas_desk.intake.pdf_lines import PdfLine
from humas_desk.release.inline import Piece

MARGIN: Final = 0.12
"""Share of the page's height at its top and at its bottom where running heads and page numbers stand."""
_PAGE_NUMBER: Final = re.compile(
    r"(?:hal(?:aman|\.)?|page)?\s*[-–—|]?\s*\d{1,4}\s*[-–—|]?(?:\s*(?:/|dari|of)\s*\d{1,4})?", re.IGNORECASE
)
_SENTENCE_END: Final = re.compile(r"[.!?:;…][\"”’')\]]*$")
_BULLET: Final = re.compile(r"^[•▪◦‣●○■□➢✓*–-]\s+\S")
_NUMBER: Final = re.compile(r"^(?:\(?\d{1,2}[.)]|\(?[a-z][.)])\s+\S")
_LONGEST_HEADING: Final = 140
_HEADING_SIZE: Final = 1.15


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph and where it begins."""

    page: int
    baseline: float
    paragraph: ManuscriptParagraph


def without_running(lines: Sequence[PdfLine]) -> tuple[list[PdfLine], list[str]]:
    """The lines without page numbers and what every page repeats at its edges; and what was left out, each once."""
    pages = len({line.page for line in lines})
    edge = [line for line in lines if _is_at_edge(line)]
    repeated = Counter(form for form, _ in {(_form(line.text), line.page) for line in edge})
    dropped: dict[str, None] = {}
    kept = []
    for line in lines:
        is_number = _PAGE_NUMBER.fullmatch(line.text) is not None
        if _is_at_edge(line) and (is_number or (pages > 1 and repeated[_form(line.text)] > max(1, pages // 2))):
            dropped[line.text] = None
        else:
            kept.append(line)
    return kept, list(dropped)


def joined(lines: Sequence[PdfLine]) -> list[Block]:
    """The lines as paragraphs."""
    if not lines:
        return []
    measure = _Measure.of(lines)
    groups: list[list[PdfLine]] = [[lines[0]]]
    for before, line in pairwise(lines):
        if measure.is_new(before, line, groups[-1][0]):
            groups.append([line])
        else:
            groups[-1].append(line)
    return _styled(groups, measure)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Measure:
    """What is usual in this file."""

    size: float
    leading: float
    left: float
    right: float

    @classmethod
    def of(cls, lines: Sequence[PdfLine]) -> "_Measure":
        sizes: Counter[float] = Counter()
        for line in lines:
            sizes[round(line.size, 1)] += len(line.text)
        size = sizes.most_common(1)[0][0]
        body = [line for line in lines if abs(line.size - size) < 0.5]
        gaps = [
            round(before.baseline - line.baseline, 1)
            for before, line in pairwise(body)
            if before.page == line.page and 0.8 * size < before.baseline - line.baseline < 2.5 * size
        ]
        return cls(
            size=size,
            leading=Counter(gaps).most_common(1)[0][0] if gaps else 1.3 * size,
            left=statistics.median(line.left for line in body),
            right=max(line.right for line in body),
        )

    def is_new(self, before: PdfLine, line: PdfLine, first: PdfLine) -> bool:
        """Does a new paragraph begin with this line?"""
        if _BULLET.match(line.text) or _NUMBER.match(line.text) or abs(before.size - line.size) > 0.6:
            return True
        ended = _SENTENCE_END.search(before.text) is not None
        is_short = before.right < self.right - 0.12 * (self.right - self.left)
        is_indented = line.left > self.left + 0.8 * self.size and before.left < line.left - 0.5 * self.size
        gap = before.baseline - line.baseline
        if before.page != line.page or gap < 0:
            return ended and (is_short or is_indented or line.text[0].isupper())
        if gap > 1.22 * max(self.leading, 1.1 * line.size) or before.is_bold != line.is_bold:
            return True
        if before.right < self.right - 0.35 * (self.right - self.left):
            return True  # no word is so long that it had to go to the next line
        is_item = _BULLET.match(first.text) or _NUMBER.match(first.text)
        return (ended and is_short) or (is_indented and not is_item and ended)


def _styled(groups: list[list[PdfLine]], measure: _Measure) -> list[Block]:
    blocks: list[Block] = []
    has_title = False
    for group in groups:
        first = group[0]
        line = _one(group)
        style = _style(group, line.plain, measure)
        if style is Style.HEADING:
            line = Line(pieces=[Piece(text=piece.text, italic=piece.italic) for piece in line.pieces])
            if not has_title and first.size >= _HEADING_SIZE * measure.size:
                style, has_title = Style.TITLE, True
        text = line.markup
        if style in {Style.BULLET, Style.NUMBER}:
            text = text.lstrip("*").split(None, 1)[1] if not text.startswith("*") else text
        blocks.append(
            Block(page=first.page, baseline=first.baseline, paragraph=ManuscriptParagraph(text=text, style=style))
        )
    return blocks


def _style(group: list[PdfLine], text: str, measure: _Measure) -> Style:
    is_large = group[0].size >= _HEADING_SIZE * measure.size
    if len(text) <= _LONGEST_HEADING and (is_large or (all(line.is_bold for line in group) and text[-1:] not in ".,;")):
        return Style.HEADING
    if _BULLET.match(text):
        return Style.BULLET
    return Style.NUMBER if _NUMBER.match(text) else Style.BODY


def _one(group: list[PdfLine]) -> Line:
    """The lines as one, words that were broken at their ends whole again."""
    line = Line()
    for number, part in enumerate(group):
        pieces = [piece for piece in part.words.pieces if piece.text]
        while pieces and not pieces[-1].text.strip():
            pieces.pop()
        if number and line.pieces:
            last = line.pieces[-1]
            head, tail = last.text.rpartition(" ")[2], part.text.split(" ", 1)[0]
            if not last.text.endswith("-") or len(head) < 2:
                line.add(" ")
            elif not keeps_hyphen(head[:-1], tail):
                line.pieces[-1] = Piece(text=last.text[:-1], bold=last.bold, italic=last.italic)
        line.pieces += pieces
    return line


def keeps_hyphen(before: str, after: str) -> bool:
    """Is the hyphen between the two halves of a broken word the word's own (undang-undang, perundang-undangan)?"""
    if not after or not after[0].islower() or not before[-1:].islower():
        return True
    stem = re.sub(r"\W.*$", "", after.lower())[:4]
    return len(stem) >= 3 and stem in before.lower()


def _is_at_edge(line: PdfLine) -> bool:
    return not MARGIN * line.page_height < line.baseline < (1 - MARGIN) * line.page_height


def _form(text: str) -> str:
    """The line with its numbers made alike."""
    return re.sub(r"\d+", "#", text.casefold())
