"""Paragraphs that carry pictures in their line."""

from dataclasses import replace
from math import ceil

from humas_desk.layout.document import PT_PER_MM, TWIPS_PER_PT, Align, Picture, PictureRow, Role, Style, twips
from humas_desk.writers.docx.drawings import inline
from humas_desk.writers.docx.names import ROLE_NAMES, StyleName
from humas_desk.writers.docx.story import Story
from humas_desk.writers.docx.styles import Look

_MARK_PT = 1
"""Size of the paragraph's own mark: its descent may stand under the picture, so it is as small as Word allows."""
_MM_PER_TWIP = 1 / PT_PER_MM / TWIPS_PER_PT


def picture_row(row: PictureRow, story: Story, *, before_pt: float = 0) -> str:
    """A paragraph with one or two pictures side by side."""
    return picture_paragraph(
        row.pictures,
        _row_style(row, story.copy.measure_twips),
        story,
        name=ROLE_NAMES[Role.PICTURE],
        before_pt=before_pt,
        new_page=row.new_page,
    )


def picture_paragraph(
    pictures: tuple[Picture, ...],
    style: Style,
    story: Story,
    *,
    name: StyleName,
    before_pt: float = 0,
    new_page: bool = False,
) -> str:
    """Pictures in one line, with a tab between them."""
    story.copy.lists.close()
    look = Look(style=style, before_pt=before_pt, new_page=new_page, grows=True)
    style_id = story.copy.sheet.paragraph(name, look)
    drawn = (
        inline(picture, relation=story.image_relation(picture.image), number=story.copy.drawing_number(picture))
        for picture in pictures
    )
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id}"/></w:pPr>{"<w:r><w:tab/></w:r>".join(drawn)}</w:p>'


def picture_style(after_pt: float, *, align: Align = Align.CENTER, keep_next: bool = False) -> Style:
    """The style of a picture's paragraph."""
    return Style(
        size_pt=_MARK_PT,
        after_pt=after_pt,
        align=align,
        keep_next=keep_next,
        keep_lines=True,
    )


def _row_style(row: PictureRow, measure: int) -> Style:
    """One picture is aligned by the paragraph; two stand at an indent and a tab stop, which every program keeps alike."""
    style = picture_style(row.after_pt, align=row.align, keep_next=row.keep_next)
    if len(row.pictures) < 2:
        return style
    first, second = (ceil(picture.width_mm / _MM_PER_TWIP) for picture in row.pictures[:2])
    gap = max(min(twips(row.gap_mm), measure - first - second), 0)
    free = max(measure - first - gap - second, 0)
    left = {Align.RIGHT: free, Align.CENTER: free // 2}.get(row.align, 0)
    return replace(style, align=Align.LEFT, left_mm=left * _MM_PER_TWIP, tab_mm=(left + first + gap) * _MM_PER_TWIP)
