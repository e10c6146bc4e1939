"""What the styles of an ODT say about a paragraph or a run."""

from dataclasses import dataclass
import re
from typing import Final

from lxml import etree

from humas_desk.intake.manuscript import Style

FO: Final = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
STYLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_BY_NAME: Final = (
    (re.compile(r"(?:title|judul)"), Style.TITLE),
    (re.compile(r"(?:caption|illustration|figure|drawing|keterangan.*)"), Style.CAPTION),
    (re.compile(r"heading(?: \d+)?"), Style.HEADING),
)
_PARENTS: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class OdtLook:
    """Of a run; None: not said."""

    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    struck: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Style:
    parent: str
    look: OdtLook


class OdtStyles:
    """The styles of both parts; the second may be missing."""

    def __init__(self, content: etree._Element, styles: etree._Element | None) -> None:
        roots = [content] if styles is None else [styles, content]
        self._styles = {
            (element.get(f"{STYLE}family", ""), element.get(f"{STYLE}name", "")): _Style(
                parent=element.get(f"{STYLE}parent-style-name", ""), look=_look(element.find(f"{STYLE}text-properties"))
            )
            for root in roots
            for element in root.iter(f"{STYLE}style")
        }
        self._lists = {
            element.get(f"{STYLE}name", ""): _is_numbered(element)
            for root in roots
            for element in root.iter(f"{TEXT}list-style")
        }

    def look(self, name: str, family: str = "text") -> OdtLook:
        """What a style and its parents say; of paragraphs only what was set by hand (an automatic style)."""
        look = OdtLook()
        for _ in range(_PARENTS):
            found = self._styles.get((family, name))
            if found is None:
                break
            own = found.look
            look = OdtLook(
                bold=own.bold if look.bold is None else look.bold,
                italic=own.italic if look.italic is None else look.italic,
                hidden=own.hidden if look.hidden is None else look.hidden,
                struck=own.struck if look.struck is None else look.struck,
            )
            if family == "paragraph":
                break
            name = found.parent
        return look

    def paragraph_style(self, name: str) -> Style:
        """What a paragraph of this style is."""
        for _ in range(_PARENTS):
            spelled = name.replace("_20_", " ").lower()
            for form, meant in _BY_NAME:
                if form.fullmatch(spelled):
                    return meant
            found = self._styles.get(("paragraph", name))
            if found is None:
                break
            name = found.parent
        return Style.BODY

    def list_style(self, name: str) -> Style:
        """BULLET or NUMBER."""
        return Style.NUMBER if self._lists.get(name) else Style.BULLET


def _look(properties: etree._Element | None) -> OdtLook:
    if properties is None:
        return OdtLook()
    weight, slope = properties.get(f"{FO}font-weight"), properties.get(f"{FO}font-style")
    display = properties.get(f"{TEXT}display")
    struck = properties.get(f"{STYLE}text-line-through-style") or properties.get(f"{STYLE}text-line-through-type")
    return OdtLook(
        bold=None if weight is None else weight in {"bold", "600", "700", "800", "900"},
        italic=None if slope is None else slope in {"italic", "oblique"},
        hidden=None if display is None else display == "none",
        struck=None if struck is None else struck != "none",
    )


def _is_numbered(element: etree._Element) -> bool:
    first = next(iter(element), None)
    return first is not None and first.tag == f"{TEXT}list-level-style-number" and bool(first.get(f"{STYLE}num-format"))
