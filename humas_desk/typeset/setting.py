"""A document on pages: settled first (what both writers must agree on), then set."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Final

from humas_desk.layout.document import Block, Cell, Document, Footer, PictureRow, TableGrid, Text
from humas_desk.release.problems import Problem
from humas_desk.typeset.ending import Filled, bound_blocks, fill_with_ending
from humas_desk.typeset.flow import Piece, Sheet, fill_pages
from humas_desk.typeset.head_setting import SetHead, head_on_page, set_head
from humas_desk.typeset.marking import set_mark
from humas_desk.typeset.metrics import FontMetrics
from humas_desk.typeset.pages import Item, Page, Pages
from humas_desk.typeset.paragraph import Column
from humas_desk.typeset.pieces import fitted_row, row_piece, text_items, text_piece
from humas_desk.typeset.settled import LineCache, NoCache, SettledText
from humas_desk.typeset.tables import cell_columns, table_piece
from humas_desk.values import dataclass

MM_PER_PT: Final = 25.4 / 72


@dataclass(frozen=True, slots=True, kw_only=True)
class Typeset:
    """A document as both writers get it, and the same on pages."""

    document: Document
    """Settled: drawable characters, title and letterhead breaks as newlines, the footer dropped where it is not wanted."""
    pages: Pages


class _Setter:
    """One document being set: its column, its fonts, and the problems found on the way."""

    def __init__(self, document: Document, metrics: FontMetrics, cache: LineCache) -> None:
        geometry = document.geometry
        self.document = document
        self.column = Column(left_pt=geometry.left_pt, right_pt=geometry.width_pt - geometry.right_pt)
        self.metrics = metrics
        self.cache = cache
        self.problems: list[Problem] = []
        self.paragraphs = 0

    def settle(self, text: Text, column: Column) -> SettledText:
        """A paragraph of the document in a column."""
        style = self.document.style_of(text)
        settled = self.cache.settle(text, style, column, self.metrics, self.document.title_max_lines)
        self.problems += settled.problems
        return settled

    def number(self, count: int = 1) -> int:
        """The number of the next paragraph; `count` of them are taken."""
        self.paragraphs += count
        return self.paragraphs - count


def typeset(document: Document, metrics: FontMetrics, cache: LineCache | None = None) -> Typeset:
    """The document settled and set. With a cache, paragraphs set before are taken from it."""
    cache = NoCache() if cache is None else cache
    cache.begin()
    setter = _Setter(document, metrics, cache)
    geometry = document.geometry
    head = set_head(document, setter.column, metrics, cache)
    setter.problems += head.problems
    setter.number(len(head.letterhead.lines))
    first_top = geometry.next_top_pt if document.letterhead.pages == "none" else head.body_top_pt
    next_top = head.body_top_pt if document.letterhead.pages == "all" else geometry.next_top_pt
    lower = geometry.height_pt - geometry.bottom_pt
    body, pieces = _set_body(setter, lower - max(first_top, next_top))

    def fill(bottom: float) -> Filled:
        on_pages = partial(fill_pages, first_top=first_top, next_top=next_top, bottom=bottom)
        return fill_with_ending(body, pieces, on_pages, bottom - next_top)

    footer, feet, filled = _set_footer(setter, fill(lower), fill, lower)
    pages = tuple(
        _page(sheet, number, head if head_on_page(document.letterhead, number) else None, feet)
        for number, sheet in enumerate(filled.sheets)
    )
    problems = tuple(dict.fromkeys(setter.problems))
    mark, page_mark = set_mark(document, setter.column, metrics, cache, setter.number()) or (None, None)
    return Typeset(
        document=replace(
            document, letterhead=head.letterhead, body=bound_blocks(body, filled.bound), footer=footer, mark=mark
        ),
        pages=Pages(geometry=geometry, metadata=document.metadata, pages=pages, mark=page_mark, problems=problems),
    )


def _page(sheet: Sheet, number: int, head: SetHead | None, feet: tuple[tuple[Item, ...], ...]) -> Page:
    return Page(
        items=sheet.items(),
        head=head.items if head else (),
        foot=feet[number] if feet else (),
        used_pt=sheet.used_pt,
        reserved=head.reserved if head else None,
    )


def _set_body(setter: _Setter, page_pt: float) -> tuple[tuple[Block, ...], list[Piece]]:
    """The settled blocks, and each as a piece for pages whose body is `page_pt` high. A table without rows is none."""
    blocks: list[Block] = []
    pieces: list[Piece] = []
    for block in setter.document.body:
        match block:
            case Text():
                settled = setter.settle(block, setter.column)
                blocks.append(settled.text)
                pieces.append(text_piece(settled, setter.column, setter.number()))
            case PictureRow():
                row = fitted_row(block, setter.column.width_pt * MM_PER_PT, page_pt * MM_PER_PT)
                blocks.append(row)
                pieces.append(row_piece(row, setter.column))
            case TableGrid():
                grid, piece = _set_table(setter, block, page_pt)
                if piece is not None:
                    blocks.append(grid)
                    pieces.append(piece)
    return tuple(blocks), pieces


def _set_table(setter: _Setter, grid: TableGrid, page_pt: float) -> tuple[TableGrid, Piece | None]:
    columns = cell_columns(grid, setter.column)
    rows = [[setter.settle(cell.text, column) for cell, column in zip(row, columns, strict=True)] for row in grid.rows]
    piece = table_piece(grid, rows, setter.column, setter.number(len(rows) * len(columns)), page_pt)
    cells = tuple(tuple(Cell(text=settled.text) for settled in row) for row in rows)
    return replace(grid, rows=cells), piece


def _set_footer(
    setter: _Setter, filled: Filled, fill: Callable[[float], Filled], lower: float
) -> tuple[Footer | None, tuple[tuple[Item, ...], ...], Filled]:
    """The settled footer, its items for each page, and the pages, filled again where a tall footer takes their room."""
    footer = setter.document.footer
    if footer is None or (footer.only_if_longer and len(filled.sheets) == 1):
        return None, (), filled
    settled = setter.settle(footer.text, setter.column)
    top = setter.document.geometry.height_pt - setter.document.geometry.footer_pt
    top -= len(settled.lines) * settled.style.leading_pt
    if top < lower:
        filled = fill(top)
    paragraph = setter.number()
    feet = []
    count = len(filled.sheets)
    for number in range(1, count + 1):
        numbered = setter.settle(_with_numbers(settled.text, number, count), setter.column)
        feet.append(tuple(text_items(numbered, setter.column, paragraph, 0, len(numbered.lines), top)))
    return replace(footer, text=settled.text), tuple(feet), filled


def _with_numbers(text: Text, page: int, pages: int) -> Text:
    """The footer's text on one page."""
    values = {"page": str(page), "pages": str(pages)}
    runs = tuple(replace(run, text=values[run.field]) if run.field in values else run for run in text.runs)
    return replace(text, runs=runs)
