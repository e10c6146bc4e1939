"""The styles part: the base file's styles filled with the document's sizes, and the variants behind them."""

from copy import deepcopy
from functools import lru_cache

from docx.opc.oxml import serialize_part_xml
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from humas_desk.layout.document import Family
from humas_desk.writers.docx.names import OTHER_NAMES, ROLE_NAMES
from humas_desk.writers.docx.package import Base
from humas_desk.writers.docx.styles import FONT_NAMES, Look, StyleSheet, paragraph_properties, run_properties
from humas_desk.writers.docx.xml import NAMESPACES

_OUTLINES = {name.id: name.outline for name in (*ROLE_NAMES.values(), *OTHER_NAMES)}


def styles_xml(base: Base, sheet: StyleSheet, family: Family) -> str:
    """The part with the sheet's looks in the styles of the same ids, and the sheet's own styles.

    `family` is what a paragraph has that somebody adds without a style.
    """
    looks = "".join(_look(look, _OUTLINES[style_id]) for style_id, look in sheet.definitions.items())
    return _filled(base, family, tuple(sheet.definitions), looks, sheet.added)


@lru_cache(maxsize=8)
def _filled(base: Base, family: Family, ids: tuple[str, ...], looks: str, added: str) -> str:
    """Remembered, as a document's styles stay while its words change."""
    element = deepcopy(base.styles)
    known = {style.get(qn("w:styleId")): style for style in element.iterchildren(qn("w:style"))}
    made = list(parse_xml(f"<w:styles {NAMESPACES}>{looks}{added}</w:styles>"))
    for style_id, properties in zip(ids, made, strict=False):
        style = known[style_id]
        for old in [*style.findall(qn("w:pPr")), *style.findall(qn("w:rPr"))]:
            style.remove(old)
        style.extend(list(properties))
    element.extend(made[len(ids) :])
    for fonts in element.iterfind(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}/{qn('w:rFonts')}"):
        for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
            fonts.set(qn(script), FONT_NAMES[family])
    return serialize_part_xml(element).decode("utf-8").partition("?>")[2].lstrip()


@lru_cache(maxsize=512)
def _look(look: Look, outline: int | None) -> str:
    paragraph = "".join(paragraph_properties(look, outline).values())
    run = "".join(run_properties(look.style).values())
    return f"<w:style><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
