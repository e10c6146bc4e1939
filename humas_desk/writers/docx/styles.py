"""Styles of the Word copy: definitions from the document's styles, and a named variant wherever a paragraph differs.

Paragraphs and runs of the copy only name a style, so that the reader who changes a style changes every place that has it.
"""

from humas_desk.layout.document import TWIPS_PER_PT, Align, Family, Style, twips
from humas_desk.values import dataclass
from humas_desk.writers.docx.borders import Border, border
from humas_desk.writers.docx.names import StyleName, variant_words
from humas_desk.writers.docx.xml import attribute

FONT_NAMES = {
    Family.SANS: "Arial",
    Family.SERIF: "Times New Roman",
    Family.CARLITO: "Calibri",
    Family.BOOKMAN: "Bookman Old Style",
    Family.FALLBACK: "DejaVu Sans",
}
_JUSTIFICATION = {Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right", Align.JUSTIFY: "both"}
_NOTHING = {
    "keepNext": '<w:keepNext w:val="0"/>',
    "keepLines": '<w:keepLines w:val="0"/>',
    "pageBreakBefore": '<w:pageBreakBefore w:val="0"/>',
    "pBdr": '<w:pBdr><w:top w:val="nil"/><w:bottom w:val="nil"/><w:between w:val="nil"/></w:pBdr>',
    "b": '<w:b w:val="0"/><w:bCs w:val="0"/>',
    "i": '<w:i w:val="0"/><w:iCs w:val="0"/>',
    "tracking": '<w:spacing w:val="0"/>',
}
"""How a variant takes back what its parent has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Everything a paragraph style of the Word copy says."""

    style: Style
    before_pt: float = 0
    """Only behind a table, which cannot carry space of its own."""
    new_page: bool = False
    grows: bool = False
    """True: the line is as high as its picture (Word cuts pictures off in lines of exact height)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CharacterLook:
    """How a run differs from its paragraph."""

    bold: bool = False
    italic: bool = False
    family: Family | None = None
    link: bool = False


class StyleSheet:
    """Remembers which styles a copy needs; gives their ids and, at the end, their XML."""

    def __init__(self) -> None:
        self._base: dict[str, Look] = {}
        self._variants: dict[tuple[str, Look], str] = {}
        self._characters: dict[CharacterLook, str] = {}
        self._tables: dict[tuple[int, int, int], str] = {}
        self._xml: list[str] = []
        self._names: set[str] = set()

    @property
    def definitions(self) -> dict[str, Look]:
        """Look of every style of the base file that the copy defines, by style id."""
        return dict(self._base)

    @property
    def added(self) -> str:
        """`<w:style>` elements that the base file does not have."""
        return "".join(self._xml)

    def define(self, name: StyleName, look: Look) -> None:
        """Give a style of the base file its look."""
        self._base[name.id] = look
        self._variants[name.id, look] = name.id

    def paragraph(self, name: StyleName, look: Look, variant: str = "") -> str:
        """Id of the named style, or of a variant of it with this look; `variant` is what the layout calls it."""
        if name.id not in self._base:
            self.define(name, look)
        key = name.id, look
        if key not in self._variants:
            self._variants[key] = self._add_variant(name, look, variant)
        return self._variants[key]

    def _add_variant(self, name: StyleName, look: Look, variant: str) -> str:
        number = sum(1 for owner, _ in self._variants if owner == name.id) + 1
        parent = self._base[name.id]
        p_parent, r_parent = paragraph_properties(parent, name.outline), run_properties(parent.style)
        p_own, r_own = paragraph_properties(look, name.outline, over=parent), run_properties(look.style)
        style_id = f"{name.id}Ragam{number}"
        self._xml.append(
            f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style_id}">'
            f'<w:name w:val={attribute(self._free_name(_variant_name(name, parent, look, variant)))}/><w:basedOn w:val="{name.id}"/>'
            f'<w:next w:val="{name.next_id or name.id}"/><w:uiPriority w:val="20"/>'
            f"<w:pPr>{_difference(p_own, p_parent)}</w:pPr><w:rPr>{_difference(r_own, r_parent)}</w:rPr></w:style>"
        )
        return style_id

    def _free_name(self, name: str) -> str:
        """The name, with a number when it is taken."""
        number = 1
        free = name
        while free in self._names:
            number += 1
            free = f"{name} {number}"
        self._names.add(free)
        return free

    def character(self, look: CharacterLook) -> str | None:
        """Id of the character style; None when the run looks as its paragraph."""
        if look == CharacterLook():
            return None
        if look not in self._characters:
            self._characters[look] = _BUILT_IN.get(look) or self._add_character(look)
        return self._characters[look]

    def _add_character(self, look: CharacterLook) -> str:
        words = ["Tautan"] * look.link + ["Tebal"] * look.bold + ["Miring"] * look.italic
        name = " ".join([*words, *([FONT_NAMES[look.family]] if look.family else [])])
        style_id = "Huruf" + name.replace(" ", "")
        parent = "Hyperlink" if look.link else "DefaultParagraphFont"
        fonts = _fonts(look.family) if look.family else ""
        bold = "<w:b/><w:bCs/>" if look.bold else ""
        italic = "<w:i/><w:iCs/>" if look.italic else ""
        self._xml.append(
            f'<w:style w:type="character" w:customStyle="1" w:styleId="{style_id}"><w:name w:val="Huruf {name}"/>'
            f'<w:basedOn w:val="{parent}"/><w:uiPriority w:val="21"/><w:rPr>{fonts}{bold}{italic}</w:rPr></w:style>'
        )
        return style_id

    def table(self, side_mm: float, edge_pt: float, rule_pt: float) -> str:
        """Id of a table style with these cell margins and rules."""
        key = twips(side_mm), round(edge_pt * TWIPS_PER_PT), max(round(rule_pt * 8), 2)
        if key not in self._tables:
            number = len(self._tables) + 1
            self._tables[key] = style_id = f"TabelRilis{number if number > 1 else ''}"
            name = f"Tabel Rilis {number}".removesuffix(" 1")
            self._xml.append(_table_style(style_id, name, *key))
        return self._tables[key]


_BUILT_IN = {
    CharacterLook(bold=True): "Strong",
    CharacterLook(italic=True): "Emphasis",
    CharacterLook(link=True): "Hyperlink",
}


def _variant_name(name: StyleName, parent: Look, look: Look, variant: str) -> str:
    """What makes the variant one; without commas, which part a style's names in Word."""
    words = [variant_words(variant)] if variant else []
    if look.new_page and not parent.new_page:
        words.append("halaman baru")
    if look.style.keep_next and not parent.style.keep_next:
        words.append("tetap dengan berikutnya")
    if look.before_pt:
        words.append("setelah tabel")
    return " ".join([name.name, *(words or ["ragam"])]).replace(",", "")


def _difference(own: dict[str, str], parent: dict[str, str]) -> str:
    """Properties that a variant must state, in the schema's order."""
    return "".join(own.get(key, _NOTHING.get(key, "")) for key in _ORDER if own.get(key) != parent.get(key))


_ORDER = (
    "keepNext", "keepLines", "pageBreakBefore", "widowControl", "pBdr", "tabs", "spacing", "ind", "jc", "outlineLvl",
    "fonts", "b", "i", "color", "tracking", "size",
)  # fmt: skip


def paragraph_properties(look: Look, outline: int | None = None, over: Look | None = None) -> dict[str, str]:
    """Children of a style's `<w:pPr>` by name, in the schema's order; `over`: the look that it inherits from."""
    style = look.style
    found = {
        "keepNext": "<w:keepNext/>" if style.keep_next else "",
        "keepLines": "<w:keepLines/>" if style.keep_lines else "",
        "pageBreakBefore": "<w:pageBreakBefore/>" if look.new_page else "",
        "pBdr": _borders(style),
        "tabs": _tabs(style.tab_mm, over.style.tab_mm if over else 0),
        "spacing": _spacing(look),
        "ind": f'<w:ind w:left="{twips(style.left_mm)}" w:right="{twips(style.right_mm)}"{_hanging(style)}/>',
        "jc": f'<w:jc w:val="{_JUSTIFICATION[style.align]}"/>',
        "outlineLvl": "" if outline is None else f'<w:outlineLvl w:val="{outline}"/>',
    }
    return {key: xml for key, xml in found.items() if xml}


def run_properties(style: Style) -> dict[str, str]:
    """Children of a paragraph style's `<w:rPr>` by name, in the schema's order."""
    half_points = int(style.size_pt * 2 + 0.01)  # downwards: a line that just fits must not break in Word
    tracking = round(style.tracking_pt * TWIPS_PER_PT)
    found = {
        "fonts": _fonts(style.family),
        "b": "<w:b/><w:bCs/>" if style.bold else "",
        "i": "<w:i/><w:iCs/>" if style.italic else "",
        "color": f'<w:color w:val="{_color(style)}"/>',
        "tracking": f'<w:spacing w:val="{tracking}"/>' if tracking else "",
        "size": f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>',
    }
    return {key: xml for key, xml in found.items() if xml}


def _fonts(family: Family) -> str:
    name = FONT_NAMES[family]
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="{name}"/>'


def _edges(style: Style) -> dict[str, Border]:
    lines = {"top": style.above, "bottom": style.below}
    return {edge: border(edge, line) for edge, line in lines.items() if line is not None}


def _borders(style: Style) -> str:
    """All rules; "between" keeps those of neighbours alike, which Word and LibreOffice would join to one frame."""
    edges = _edges(style)
    listed = "".join(made.xml(edge, _color(style)) for edge, made in edges.items())
    between = next((made.xml("between", _color(style)) for made in edges.values()), "")
    return f"<w:pBdr>{listed}{between}</w:pBdr>" if listed else ""


def _color(style: Style) -> str:
    return style.color.lstrip("#").upper()


def _spacing(look: Look) -> str:
    """Space and leading; what a border's whole points leave out is added behind it."""
    before = look.before_pt
    after = look.style.after_pt + sum(made.short_pt for made in _edges(look.style).values())
    line = 'w:line="240" w:lineRule="auto"'
    if not look.grows:
        line = f'w:line="{round(look.style.leading_pt * TWIPS_PER_PT)}" w:lineRule="exact"'
    return f'<w:spacing w:before="{round(before * TWIPS_PER_PT)}" w:after="{round(after * TWIPS_PER_PT)}" {line}/>'


def _tabs(tab_mm: float, inherited_mm: float) -> str:
    """The tab stop; an inherited one elsewhere is cleared, as stops add up."""
    stops = {inherited_mm: "clear", tab_mm: "left"}
    listed = "".join(f'<w:tab w:val="{kind}" w:pos="{twips(at)}"/>' for at, kind in sorted(stops.items()) if at)
    return f"<w:tabs>{listed}</w:tabs>" if listed else ""


def _hanging(style: Style) -> str:
    if style.hang_mm < 0:
        return f' w:firstLine="{twips(-style.hang_mm)}"'
    return f' w:hanging="{twips(style.hang_mm)}"'


def _table_style(style_id: str, name: str, side: int, edge: int, eighths: int) -> str:
    """A table style; lengths in twips and eighths of a point."""
    rule = f'w:val="single" w:sz="{eighths}" w:space="0" w:color="000000"'
    edges = "".join(f"<w:{place} {rule}/>" for place in ("top", "left", "bottom", "right", "insideH", "insideV"))
    margins = (("top", edge), ("left", side), ("bottom", edge), ("right", side))
    cells = "".join(f'<w:{place} w:w="{width}" w:type="dxa"/>' for place, width in margins)
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{style_id}"><w:name w:val="{name}"/>'
        '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="39"/><w:qFormat/>'
        f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblBorders>{edges}</w:tblBorders>'
        f"<w:tblCellMar>{cells}</w:tblCellMar></w:tblPr></w:style>"
    )
