"""What the styles and list definitions of a DOCX say about a paragraph or a run."""

import re
from typing import Final

from lxml import etree

from humas_desk.intake.manuscript import Style
from humas_desk.values import dataclass

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL: Final = f"{W}val"
_OFF: Final = {"0", "false", "off", "none"}
_BY_NAME: Final = (
    (re.compile(r"heading \d|(?:sub)?judul ?\d|heading"), Style.HEADING),
    (re.compile(r"title|judul"), Style.TITLE),
    (re.compile(r"caption|keterangan(?: gambar)?|figure|illustration|drawing"), Style.CAPTION),
    (re.compile(r"list bullet(?: \d)?"), Style.BULLET),
    (re.compile(r"list number(?: \d)?"), Style.NUMBER),
)
_BASES: Final = 12
"""Styles that are followed from one to the next; Word allows ten."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Of a run; None: not said."""

    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    struck: bool | None = None
    style: str = ""
    """Id of a character style; empty: none."""

    def over(self, other: "Look") -> "Look":
        """This look, the other one where this one says nothing."""
        return Look(
            bold=other.bold if self.bold is None else self.bold,
            italic=other.italic if self.italic is None else self.italic,
            hidden=other.hidden if self.hidden is None else self.hidden,
            struck=other.struck if self.struck is None else self.struck,
        )


NO_LOOK: Final = Look()
_SWITCHES: Final = {f"{W}b": "bold", f"{W}i": "italic", f"{W}vanish": "hidden", f"{W}strike": "struck",
                    f"{W}dstrike": "struck"}  # fmt: skip
_RUN_STYLE: Final = f"{W}rStyle"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Style:
    name: str
    base: str
    look: Look
    numbering: tuple[str, str] | None
    """Number and level of the list; None: not said."""


def is_on(parent: etree._Element | None, name: str) -> bool | None:
    """What a switch below the element says: `<w:b/>`, `<w:b w:val="0"/>`; None: it is not there."""
    found = None if parent is None else parent.find(W + name)
    return None if found is None else found.get(VAL, "1").lower() not in _OFF


def is_drop_cap(properties: etree._Element) -> bool:
    """Does the paragraph hold the large first letter of the next one?"""
    frame = properties.find(f"{W}framePr")
    return frame is not None and frame.get(f"{W}dropCap", "none") != "none"


def look_of(properties: etree._Element | None) -> Look:
    """The look that run properties name."""
    said: dict[str, bool] = {}
    style = ""
    for child in () if properties is None else properties:
        if (switch := _SWITCHES.get(str(child.tag))) is not None:
            said[switch] = child.get(VAL, "1").lower() not in _OFF
        elif child.tag == _RUN_STYLE:
            style = child.get(VAL, "")
    if not said and not style:
        return NO_LOOK
    return Look(
        bold=said.get("bold"),
        italic=said.get("italic"),
        hidden=said.get("hidden"),
        struck=said.get("struck"),
        style=style,
    )


class Styles:
    """The styles part and the numbering part of one file; both may be missing."""

    def __init__(self, styles: etree._Element | None, numbering: etree._Element | None) -> None:
        self._styles = {} if styles is None else dict(_read_styles(styles))
        self._formats = {} if numbering is None else _formats(numbering)
        self._known: dict[str, Style] = {}

    def run_look(self, style: str) -> Look:
        """What a character style says."""
        look = NO_LOOK
        for found in self._chain(style):
            look = look.over(found.look)
        return look

    def paragraph_style(self, properties: etree._Element | None) -> Style:
        """What a paragraph with these properties is."""
        if properties is None:
            return Style.BODY
        named = properties.find(f"{W}pStyle")
        style = self._named(named.get(VAL, "")) if named is not None else Style.BODY
        if style in {Style.TITLE, Style.HEADING, Style.CAPTION}:
            return style
        number = properties.find(f"{W}numPr")
        if number is not None:
            return self._listed(_numbering(number))
        return style

    def _named(self, style: str) -> Style:
        if style not in self._known:
            self._known[style] = self._of_chain(style)
        return self._known[style]

    def _of_chain(self, style: str) -> Style:
        chain = self._chain(style)
        for found in chain:
            for form, meant in _BY_NAME:
                if form.fullmatch(found.name):
                    return meant
        number = next((found.numbering for found in chain if found.numbering is not None), None)
        return Style.BODY if number is None else self._listed(number)

    def _listed(self, numbering: tuple[str, str]) -> Style:
        """BODY for lists that were switched off or have no mark."""
        match self._formats.get(numbering, "none" if numbering[0] == "0" else "bullet"):
            case "none":
                return Style.BODY
            case "bullet":
                return Style.BULLET
            case _:
                return Style.NUMBER

    def _chain(self, style: str) -> list[_Style]:
        chain: list[_Style] = []
        while style in self._styles and len(chain) < _BASES:
            chain.append(self._styles[style])
            style = chain[-1].base
        return chain


def _value(parent: etree._Element, name: str, default: str = "") -> str:
    found = parent.find(W + name)
    return default if found is None else found.get(VAL, default)


def _numbering(properties: etree._Element) -> tuple[str, str]:
    return _value(properties, "numId", "0"), _value(properties, "ilvl", "0")


def _read_styles(root: etree._Element) -> list[tuple[str, _Style]]:
    found = []
    for element in root.iterfind(f"{W}style"):
        number = element.find(f"{W}pPr/{W}numPr")
        style = _Style(
            name=_value(element, "name").lower(),
            base=_value(element, "basedOn"),
            look=look_of(element.find(f"{W}rPr")),
            numbering=None if number is None else _numbering(number),
        )
        found.append((element.get(f"{W}styleId", ""), style))
    return found


def _formats(root: etree._Element) -> dict[tuple[str, str], str]:
    """The form of every list's levels: "bullet", "decimal", "none" …"""
    abstract: dict[str, dict[str, str]] = {}
    for element in root.iterfind(f"{W}abstractNum"):
        levels = {level.get(f"{W}ilvl", "0"): _value(level, "numFmt") for level in element.iterfind(f"{W}lvl")}
        abstract[element.get(f"{W}abstractNumId", "")] = levels
    found: dict[tuple[str, str], str] = {}
    for number in root.iterfind(f"{W}num"):
        levels = dict(abstract.get(_value(number, "abstractNumId"), {}))
        for changed in number.iterfind(f"{W}lvlOverride"):
            form = changed.find(f"{W}lvl/{W}numFmt")
            if form is not None:
                levels[changed.get(f"{W}ilvl", "0")] = form.get(VAL, "")
        for level, named in levels.items():
            found[number.get(f"{W}numId", ""), level] = named
    return found
