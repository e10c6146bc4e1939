"""Lines of pages as paragraphs: running heads and page numbers out, broken words whole, lines joined."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
import re
from typing import Final

from humas_desk.intake.line import Line
from humas_desk.intake.manuscript import Item, ManuscriptParagraph, Style
from humas_desk.intake.pdf_lines import PdfLine
from humas_desk.intake.pdf_measure import BULLET, HEADING_SIZE, NUMBER, Measure
from humas_desk.intake.pdf_tables import run_end, table_in
from humas_desk.release.inline import Piece, parse, to_markup

MARGIN: Final = 0.12
"""Share of the page's height at its top and at its bottom where running heads and page numbers stand."""
_PAGE_NUMBER: Final = re.compile(
    r"(?:hal(?:aman|\.)?|page)?\s*[-–—|]?\s*\d{1,4}\s*[-–—|]?(?:\s*(?:/|dari|of)\s*\d{1,4})?", re.IGNORECASE
)
_LONGEST_HEADING: Final = 140
_LONGEST_CAPTION: Final = 300
_CAPTION: Final = re.compile(r"(?:foto|gambar|keterangan (?:foto|gambar))\b", re.IGNORECASE)
_FOOT: Final = re.compile(r"https?://|www\.|\.go\.id\b|@\w|\b(?:halaman|hal\.) ?\d|\|\s*\d{1,3}$", re.IGNORECASE)
_LONGEST_HEAD: Final = 14
"""Lines that a head or a foot of a page has at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph or table and where it begins."""

    page: int
    baseline: float
    item: Item
    is_small: bool = False
    """Set smaller than the text."""


def in_order(lines: Sequence[PdfLine]) -> list[PdfLine]:
    """A page's lines: programs write its foot before its text and its head behind it, as they like."""
    first = next((at for at, line in enumerate(lines) if line.baseline > MARGIN * line.page_height), 0)
    ordered = [*lines[first:], *lines[:first]]
    above = len(ordered) - next(
        (at for at, line in enumerate(reversed(ordered)) if line.baseline < (1 - MARGIN) * line.page_height), 0
    )
    top = max((line.baseline for line in ordered[:above]), default=0.0)
    if any(line.baseline <= top for line in ordered[above:]):
        return ordered  # the head of a second column
    return [*ordered[above:], *ordered[:above]]


def without_running(lines: Sequence[PdfLine]) -> tuple[list[PdfLine], list[str]]:
    """The lines without page numbers and what every page repeats at its edges; and what was left out, each once."""
    pages: dict[int, list[PdfLine]] = {}
    for line in sorted(lines, key=lambda line: -line.baseline):
        pages.setdefault(line.page, []).append(line)
    edge = [line for line in lines if _is_at_edge(line)]
    repeated = Counter(form for form, _ in {(_form(line.text), line.page) for line in edge})
    running = {*_same_from_the_edge(pages), *_same_from_the_edge({page: of[::-1] for page, of in pages.items()})}
    dropped: dict[str, None] = {}
    kept = []
    for line in lines:
        is_number = _PAGE_NUMBER.fullmatch(line.text) is not None
        is_repeated = len(pages) > 1 and repeated[_form(line.text)] > max(1, len(pages) // 2)
        if id(line) in running or (_is_at_edge(line) and (is_number or is_repeated)) or _is_small_foot(line, lines):
            dropped[line.text] = None
        else:
            kept.append(line)
    return kept, list(dropped)


def _same_from_the_edge(pages: Mapping[int, Sequence[PdfLine]]) -> Iterator[int]:
    """The ids of lines that most pages have alike, one below the other from their edge on."""
    for depth in range(_LONGEST_HEAD):
        forms = Counter(_form(of[depth].text) for of in pages.values() if depth < len(of))
        form, count = forms.most_common(1)[0] if forms else ("", 0)
        if count <= max(1, len(pages) // 2):
            return
        yield from (id(of[depth]) for of in pages.values() if depth < len(of) and _form(of[depth].text) == form)


def joined(lines: Sequence[PdfLine]) -> list[Block]:
    """The lines as paragraphs and tables."""
    if not lines:
        return []
    measure = Measure.of(lines)
    blocks: list[Block] = []
    groups: list[list[PdfLine]] = []
    at = tried = 0
    while at < len(lines):
        line = lines[at]
        end = run_end(lines, at) if len(line.cells) > 1 and at >= tried else at
        tried = max(tried, end)
        if found := table_in(lines[at:end]):
            blocks += _styled(groups, measure, has_title=_has_title(blocks))
            blocks[-1:] = [_above_table(block) for block in blocks[-1:]]
            blocks += [Block(page=line.page, baseline=line.baseline, item=item) for item in found]
            groups = []
            at = end
            continue
        if groups and not measure.is_new(groups[-1][-1], line, groups[-1][0]):
            groups[-1].append(line)
        else:
            groups.append([line])
        at += 1
    return [*blocks, *_styled(groups, measure, has_title=_has_title(blocks))]


def _above_table(block: Block) -> Block:
    """The last paragraph before a table: its caption when it is set smaller than the text."""
    item = block.item
    if not block.is_small or not isinstance(item, ManuscriptParagraph) or len(item.text) > _LONGEST_CAPTION:
        return block
    return replace(block, item=replace(item, style=Style.CAPTION))


def _has_title(blocks: Sequence[Block]) -> bool:
    return any(isinstance(block.item, ManuscriptParagraph) and block.item.style is Style.TITLE for block in blocks)


def as_caption(block: Block) -> Item:
    """What stands right below a picture: its caption when it is set as one or says so, else the paragraph."""
    if not isinstance(block.item, ManuscriptParagraph):
        return block.item
    pieces = parse(block.item.text)
    is_slanted = all(piece.italic for piece in pieces if piece.text.strip())
    says_so = _CAPTION.match("".join(piece.text for piece in pieces)) is not None
    if sum(len(piece.text) for piece in pieces) > _LONGEST_CAPTION or not (block.is_small or is_slanted or says_so):
        return block.item
    return ManuscriptParagraph(text=to_markup(replace(piece, bold=False) for piece in pieces), style=Style.CAPTION)


def _styled(groups: list[list[PdfLine]], measure: Measure, *, has_title: bool) -> list[Block]:
    blocks: list[Block] = []
    for group in groups:
        first = group[0]
        line = _one(group)
        style = _style(group, line.plain, measure)
        if style is Style.HEADING:
            line = Line(pieces=[Piece(text=piece.text, italic=piece.italic) for piece in line.pieces])
            if not has_title and first.size >= HEADING_SIZE * measure.size:
                style, has_title = Style.TITLE, True
        text = line.markup
        if style in {Style.BULLET, Style.NUMBER}:
            text = text.lstrip("*").split(None, 1)[1] if not text.startswith("*") else text
        paragraph = ManuscriptParagraph(text=text, style=style)
        is_small = first.size < measure.size - 0.6
        blocks.append(Block(page=first.page, baseline=first.baseline, item=paragraph, is_small=is_small))
    return blocks


def _style(group: list[PdfLine], text: str, measure: Measure) -> Style:
    is_large = group[0].size >= HEADING_SIZE * measure.size
    if len(text) <= _LONGEST_HEADING and (is_large or (all(line.is_bold for line in group) and text[-1:] not in ".,;")):
        return Style.HEADING
    if BULLET.match(text):
        return Style.BULLET
    return Style.NUMBER if NUMBER.match(text) else Style.BODY


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


def _is_small_foot(line: PdfLine, lines: Sequence[PdfLine]) -> bool:
    """Is it the office's line below the text: small, at the lower edge, with an address or the page's number?"""
    if line.baseline > MARGIN * line.page_height or not _FOOT.search(line.text):
        return False
    return line.size < 0.85 * max(other.size for other in lines if other.page == line.page)


def _form(text: str) -> str:
    """The line with its numbers made alike."""
    return re.sub(r"\d+", "#", text.casefold())
