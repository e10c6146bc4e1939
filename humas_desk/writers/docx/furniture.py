"""Letterhead and footer of the Word copy: they stand in the page's header and footer."""

from dataclasses import replace

from humas_desk.layout.document import PT_PER_MM, TWIPS_PER_PT, Document, Letterhead, Style, Text
from humas_desk.writers.docx.borders import SPACE_MOST_PT
from humas_desk.writers.docx.drawings import anchored
from humas_desk.writers.docx.names import LETTERHEAD_BLANK, LETTERHEAD_LOGO, StyleName
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
    texts, lower_pt = _with_a_rule_in_reach(head.lines, story)
    lines = [paragraph(text, story) for text in texts[1:]]
    first = [paragraph(text, story, anchor=anchor, before_pt=lower_pt) for text in texts[:1]]
    bearer = [_wordless(LETTERHEAD_LOGO, 1, story, anchor)] if anchor and not texts else []
    return "".join([above, *bearer, *first, *lines])


def _with_a_rule_in_reach(lines: tuple[Text, ...], story: Story) -> tuple[tuple[Text, ...], float]:
    """The lines, and how much lower they stand beside a tall logo.

    Word sets a rule at most 31 pt under its text. A rule that has to clear the logo by more takes its text with it.
    """
    style = story.copy.document.style_of(lines[-1]) if lines else None
    if style is None or style.below is None or style.below.space_pt <= SPACE_MOST_PT:
        return lines, 0
    nearer = replace(style, below=replace(style.below, space_pt=SPACE_MOST_PT))
    return (*lines[:-1], replace(lines[-1], style=nearer)), style.below.space_pt - SPACE_MOST_PT


def footer(document: Document, story: Story) -> str:
    """The footer's paragraph, and under it the note on a draft."""
    texts = [part.text for part in (document.footer,) if part] + [mark.note for mark in (document.mark,) if mark]
    return "".join(paragraph(text, story) for text in texts)


def _blank(head: Letterhead, story: Story) -> str:
    """The place of the letterhead left free: a header needs one paragraph, and this one is as high as the letterhead."""
    return _wordless(LETTERHEAD_BLANK, height_pt(head, story), story)


def _wordless(name: StyleName, height_pt: float, story: Story, anchor: str = "") -> str:
    """A paragraph without words, as high as said, that may bear a drawing."""
    leading = max(round(height_pt * TWIPS_PER_PT), 1) / TWIPS_PER_PT
    style_id = story.copy.sheet.paragraph(name, Look(style=Style(size_pt=1, leading_pt=leading, after_pt=0)))
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id}"/></w:pPr>{anchor}</w:p>'


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
