"""The running text of the Word copy."""

from typing import assert_never

from humas_desk.layout.document import Block, PictureRow, Style, TableGrid, Text
from humas_desk.writers.docx.names import AFTER_TABLE
from humas_desk.writers.docx.paragraphs import paragraph
from humas_desk.writers.docx.pictures import picture_row
from humas_desk.writers.docx.story import Story
from humas_desk.writers.docx.styles import Look
from humas_desk.writers.docx.tables import table

_CLOSING_PT = 1


def body(blocks: tuple[Block, ...], story: Story) -> str:
    """All blocks in their order.

    A table cannot carry space after itself: the paragraph behind it carries it as space before. Where no paragraph
    follows, Word wants one of its own making; a hairline-high one stands there instead of a full line.
    """
    made: list[str] = []
    before_pt = 0.0
    for number, block in enumerate(blocks):
        made.append(_block(block, story, before_pt))
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        before_pt = 0.0
        if isinstance(block, TableGrid):
            if following is None or isinstance(following, TableGrid):
                made.append(_closing(block.after_pt if following else 0, story))
            elif not following.new_page:
                before_pt = block.after_pt
    return "".join(made)


def _block(block: Block, story: Story, before_pt: float) -> str:
    match block:
        case Text():
            return paragraph(block, story, before_pt=before_pt)
        case PictureRow():
            return picture_row(block, story, before_pt=before_pt)
        case TableGrid():
            return table(block, story)
        case _:
            assert_never(block)


def _closing(after_pt: float, story: Story) -> str:
    style = Style(size_pt=_CLOSING_PT, leading_pt=_CLOSING_PT, after_pt=max(after_pt - _CLOSING_PT, 0))
    style_id = story.copy.sheet.paragraph(AFTER_TABLE, Look(style=style))
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id}"/></w:pPr></w:p>'
