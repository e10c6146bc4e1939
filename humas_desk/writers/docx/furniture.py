"""Letterhead and footer of the Word copy: they stand in the page's header and footer."""

from humas_desk.layout.document import PT_PER_MM, TWIPS_PER_PT, Footer, Letterhead, Style
from humas_desk.writers.docx.drawings import anchored
from humas_desk.writers.docx.names import LETTERHEAD_BLANK, LETTERHEAD_LOGO
from humas_desk.writers.docx.paragraphs import paragraph
from humas_desk.writers.docx.pictures import picture_paragraph, picture_style
from humas_desk.writers.docx.story import Story
from humas_desk.writers.docx.styles import Look


def letterhead(head: Letterhead, story: Story) -> str:
    """The letterhead's paragraphs."""
    if head.blank:
        return _blank(head, story)
    above = ""
    anchor = ""
    if head.logo and head.logo_left:
        anchor = anchored(
            head.logo,
            relation=story.image_relation(head.logo.image),
            number=story.copy.drawing_number(head.logo),
            down_pt=0,
        )
    elif head.logo:
        style = picture_style(head.logo_gap_mm * PT_PER_MM)
        above = picture_paragraph((head.logo,), style, story, name=LETTERHEAD_LOGO)
    lines = [paragraph(line, story, anchor=anchor if number == 0 else "") for number, line in enumerate(head.lines)]
    return above + "".join(lines)


def footer(foot: Footer, story: Story) -> str:
    """The footer's paragraph."""
    return paragraph(foot.text, story)


def _blank(head: Letterhead, story: Story) -> str:
    """The place of the letterhead left free: a header needs one paragraph, and this one is as high as the letterhead."""
    style = Style(size_pt=1, leading_pt=round(height_pt(head, story) * TWIPS_PER_PT) / TWIPS_PER_PT, after_pt=0)
    style_id = story.copy.sheet.paragraph(LETTERHEAD_BLANK, Look(style=style))
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id}"/></w:pPr></w:p>'


def height_pt(head: Letterhead, story: Story) -> float:
    """Of the whole letterhead, the space under it included."""
    height = 0.0
    if head.logo and not head.logo_left:
        height += (head.logo.height_mm + head.logo_gap_mm) * PT_PER_MM
    for line in head.lines:
        style = story.copy.document.style_of(line)
        height += style.leading_pt * (line.plain.count("\n") + 1) + style.after_pt
        height += sum(rule.height_pt + rule.space_pt for rule in (style.above, style.below) if rule)
    return height
