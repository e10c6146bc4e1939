"""Paragraphs and pictures as pieces for the pages."""

from collections.abc import Iterator
from dataclasses import replace

from humas_desk.layout.document import Align, Line, PictureRow, Style
from humas_desk.typeset.flow import Piece
from humas_desk.typeset.pages import Item, SetCell, SetLine, SetPicture, Stroke
from humas_desk.typeset.paragraph import Column, points, text_column
from humas_desk.typeset.settled import SettledText

BASELINE_SHARE = 0.8
"""With exact leading the baseline stands at this share of it (LibreOffice; within 0.03 pt)."""
THIN_PT = 0.75
LEAST_LINES = 2
"""Lines of a paragraph that stay together at either side of a page end."""


def strokes(line: Line, left_pt: float, width_pt: float, top_pt: float, color: str) -> Iterator[Stroke]:
    """The bars of a ruled line, from its upper edge down."""
    if line.kind == "single":
        heights = [line.thickness_pt]
    else:
        heights = [line.thickness_pt, line.thickness_pt if line.kind == "double" else THIN_PT]
    for height in heights:
        yield Stroke(x_pt=left_pt, y_pt=top_pt, width_pt=width_pt, height_pt=height, color=color)
        top_pt += height + line.gap_pt


def _rule_pt(line: Line | None) -> float:
    return 0 if line is None else line.height_pt + line.space_pt


def text_strips(settled: SettledText) -> tuple[float, ...]:
    """Heights of the lines, the rules above and below counted to the first and the last."""
    style = settled.style
    strips = [style.leading_pt] * len(settled.lines)
    strips[0] += _rule_pt(style.above)
    strips[-1] += _rule_pt(style.below)
    return tuple(strips)


def text_items(
    settled: SettledText,
    column: Column,
    paragraph: int,
    first: int,
    last: int,
    top_pt: float,
    cell: SetCell | None = None,
) -> list[Item]:
    """Lines first to last (exclusive) from an upper edge down, with the rules that belong to them."""
    style, text, count = settled.style, settled.text, len(settled.lines)
    leading, role, block_id, quoted = style.leading_pt, text.role, text.block_id, text.quoted
    items: list[Item] = []
    if first == 0 and style.above is not None:
        items += strokes(style.above, *_rule_span(style, column), top_pt, style.color)
        top_pt += _rule_pt(style.above)
    for number in range(first, last):
        spans, baseline, ends = settled.lines[number], top_pt + BASELINE_SHARE * leading, number == count - 1
        breaks, labelled = number in settled.breaks, number == 0 and bool(text.marker)
        # in the order of its fields: by name it would take twice the time
        items.append(
            SetLine(spans, baseline, top_pt, leading, role, paragraph, block_id, ends, breaks, labelled, quoted, cell)
        )
        top_pt += leading
    if last == count and style.below is not None:
        items += strokes(style.below, *_rule_span(style, column), top_pt + style.below.space_pt, style.color)
    return items


def _rule_span(style: Style, column: Column) -> tuple[float, float]:
    """Left edge and width of a paragraph's rules."""
    inner = text_column(style, column)
    left = inner.left_pt - points(style.hang_mm)
    return left, inner.right_pt - left


def text_piece(settled: SettledText, column: Column, paragraph: int) -> Piece:
    """A paragraph."""
    style = settled.style
    return Piece(
        strips=text_strips(settled),
        items=lambda first, last, top: text_items(settled, column, paragraph, first, last, top),
        after_pt=style.after_pt,
        keep_next=style.keep_next or settled.text.keep_next,
        whole=style.keep_lines or settled.text.keep_lines,
        new_page=settled.text.new_page,
        least_before=LEAST_LINES,
        least_after=LEAST_LINES,
    )


def fitted_row(row: PictureRow, width_mm: float, height_mm: float) -> PictureRow:
    """The pictures made smaller together where they are wider than the text or taller than a page."""
    gaps = row.gap_mm * (len(row.pictures) - 1)
    wide = sum(picture.width_mm for picture in row.pictures)
    tall = max((picture.height_mm for picture in row.pictures), default=0)
    share = min((width_mm - gaps) / wide if wide + gaps > width_mm else 1, height_mm / tall if tall > height_mm else 1)
    if share >= 1:
        return row
    pictures = tuple(
        replace(picture, width_mm=picture.width_mm * share, height_mm=picture.height_mm * share)
        for picture in row.pictures
    )
    return replace(row, pictures=pictures)


def row_piece(row: PictureRow, column: Column) -> Piece:
    """Pictures side by side, standing on one lower edge."""
    height = max((points(picture.height_mm) for picture in row.pictures), default=0)
    return Piece(
        strips=(height,),
        items=lambda _first, _last, top: _row_items(row, column, top, height),
        after_pt=row.after_pt,
        keep_next=row.keep_next,
        new_page=row.new_page,
    )


def _row_items(row: PictureRow, column: Column, top_pt: float, height_pt: float) -> list[Item]:
    gap = points(row.gap_mm)
    total = sum(points(picture.width_mm) for picture in row.pictures) + gap * (len(row.pictures) - 1)
    x = column.left_pt + (column.width_pt - total) * {Align.CENTER: 0.5, Align.RIGHT: 1}.get(row.align, 0)
    items: list[Item] = []
    for picture in row.pictures:
        width, height = points(picture.width_mm), points(picture.height_mm)
        items.append(
            SetPicture(
                image=picture.image,
                x_pt=x,
                y_pt=top_pt + height_pt - height,
                width_pt=width,
                height_pt=height,
                alt=picture.alt,
                place=picture.place,
                block_id=row.block_id,
            )
        )
        x += width + gap
    return items
