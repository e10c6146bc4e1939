"""The styles part: the base file's styles filled with the document's sizes, and the variants behind them."""

from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.oxml.styles import CT_Styles

from humas_desk.writers.docx.names import OTHER_NAMES, ROLE_NAMES
from humas_desk.writers.docx.styles import Look, StyleSheet, paragraph_properties, run_properties
from humas_desk.writers.docx.xml import NAMESPACES

_OUTLINES = {name.id: name.outline for name in (*ROLE_NAMES.values(), *OTHER_NAMES)}


def fill_styles(element: CT_Styles, sheet: StyleSheet) -> None:
    """Write the sheet's looks into the styles of the same ids and append its own styles."""
    known = {style.get(qn("w:styleId")): style for style in element.iterchildren(qn("w:style"))}
    for style_id, look in sheet.definitions.items():
        style = known[style_id]
        for tag in ("w:pPr", "w:rPr"):
            for old in style.findall(qn(tag)):
                style.remove(old)
        style.extend(list(parse_xml(f"<w:style {NAMESPACES}>{_look(look, _OUTLINES[style_id])}</w:style>")))
    element.extend(list(parse_xml(f"<w:styles {NAMESPACES}>{sheet.added}</w:styles>")))


def _look(look: Look, outline: int | None) -> str:
    paragraph = "".join(paragraph_properties(look, outline).values())
    run = "".join(run_properties(look.style).values())
    return f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr>"
