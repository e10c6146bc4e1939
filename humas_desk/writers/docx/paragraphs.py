"""Paragraphs of the Word copy: they name styles and lists, and say nothing else of their look."""

from dataclasses import replace
from itertools import groupby
import re

from humas_desk.layout.document import Role, Run, Style, Text
from humas_desk.writers.docx.names import LIST_NUMBER, ROLE_NAMES, StyleName
from humas_desk.writers.docx.story import Story
from humas_desk.writers.docx.styles import CharacterLook, Look
from humas_desk.writers.docx.xml import clean, content

_SPECIAL = {
    "\n": "<w:br/>",
    "\t": "<w:tab/>",
    "\u2011": "<w:noBreakHyphen/>",
    "\u00ad": "<w:softHyphen/>",
}
_PIECES = re.compile("([\n\t\u2011\u00ad])")
_FIELDS = {"page": "PAGE", "pages": "NUMPAGES"}


def paragraph(text: Text, story: Story, *, before_pt: float = 0, anchor: str = "") -> str:
    """A paragraph; `anchor` is a drawing that hangs on it, `before_pt` the space that a table above could not carry."""
    style = _style_of(text, story)
    look = Look(style=style, before_pt=before_pt, new_page=text.new_page)
    style_id = story.copy.sheet.paragraph(_style_name(text), look, text.variant)
    numbering = ""
    if text.marker:
        numbering = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{story.copy.lists.number(text, style)}"/></w:numPr>'
    else:
        story.copy.lists.close()
    properties = f'<w:pPr><w:pStyle w:val="{style_id}"/>{numbering}</w:pPr>'
    return f"<w:p>{properties}{anchor}{_runs(text.runs, style, story)}</w:p>"


def _style_of(text: Text, story: Story) -> Style:
    style = story.copy.document.style_of(text)
    if not text.keep_next and not text.keep_lines:
        return style
    return replace(style, keep_next=style.keep_next or text.keep_next, keep_lines=style.keep_lines or text.keep_lines)


def _style_name(text: Text) -> StyleName:
    """The named style that a paragraph's style belongs to."""
    return LIST_NUMBER if text.role is Role.LIST and text.numbered else ROLE_NAMES[text.role]


def _runs(runs: tuple[Run, ...], style: Style, story: Story) -> str:
    """All runs; neighbours with one look become one, so that the reader's program finds words whole."""
    return "".join(_linked(link, list(group), style, story) for link, group in groupby(runs, key=lambda run: run.link))


def _linked(link: str | None, runs: list[Run], style: Style, story: Story) -> str:
    relation = story.link_relation(link) if link else None
    grouped = groupby(runs, key=lambda run: (_character_look(run, style, linked=relation is not None), run.field))
    made = "".join(_run("".join(run.text for run in group), look, field, story) for (look, field), group in grouped)
    return f'<w:hyperlink r:id="{relation}" w:history="1">{made}</w:hyperlink>' if relation else made


def _character_look(run: Run, style: Style, *, linked: bool) -> CharacterLook:
    """What the run adds to its paragraph: bold on bold would switch it off (ECMA-376 part 1, 17.7.3)."""
    return CharacterLook(
        bold=run.bold and not style.bold,
        italic=run.italic and not style.italic,
        family=run.family if run.family is not style.family else None,
        link=linked,
    )


def _run(text: str, look: CharacterLook, field: str | None, story: Story) -> str:
    style_id = story.copy.sheet.character(look)
    properties = f'<w:rPr><w:rStyle w:val="{style_id}"/></w:rPr>' if style_id else ""
    pieces = "".join(
        _SPECIAL.get(piece) or f'<w:t xml:space="preserve">{content(piece)}</w:t>'
        for piece in _PIECES.split(clean(text))
        if piece
    )
    made = f"<w:r>{properties}{pieces}</w:r>" if pieces else ""
    return f'<w:fldSimple w:instr=" {_FIELDS[field]} ">{made}</w:fldSimple>' if field else made
