"""What a run of a DOCX holds beside letters: characters of symbol fonts, drawings, pictures, text boxes, objects."""

from typing import Final

from lxml import etree

from humas_desk.intake.docx_styles import W
from humas_desk.values import dataclass

A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
OFFICE: Final = "{urn:schemas-microsoft-com:office:office}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
V: Final = "{urn:schemas-microsoft-com:vml}"
WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"

_READABLE: Final = (f"{W}t", f"{W}delText", f"{A}blip", f"{V}imagedata", f"{V}textpath", f"{M}t")
_SYMBOLS: Final = {
    0xB7: "•", 0xA7: "▪", 0xA8: "◻", 0x6F: "○", 0x76: "❖", 0xD8: "➢", 0xE0: "→", 0xFC: "✓", 0xFE: "☑",
    0x28: "☎", 0x2A: "✉",
}  # fmt: skip
"""Of Symbol and Wingdings, as far as writers use them in texts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A picture that a drawing shows."""

    relation: str
    """Id of the relation that leads to it."""
    alt: str


def symbol(element: etree._Element) -> str:
    """The character that `<w:sym>` means; "\ufffd" when it is not known."""
    try:
        code = int(element.get(f"{W}char", ""), 16)
    except ValueError:
        return "\ufffd"
    if 0xF000 <= code <= 0xF0FF:
        code -= 0xF000
        return _SYMBOLS.get(code, "\ufffd")
    return chr(code) if 0x20 <= code < 0xD800 else "\ufffd"


def alternative(element: etree._Element) -> etree._Element | None:
    """Of an AlternateContent the version that is read: the first one with something in it."""
    versions = [child for child in element if child.tag in {f"{MC}Choice", f"{MC}Fallback"}]
    return next((version for version in versions if next(version.iter(*_READABLE), None) is not None), None)


def shown(drawing: etree._Element) -> list[Shown]:
    """The pictures of a drawing (DrawingML) or a picture (VML), those of text boxes in it left out."""
    named = drawing.find(f".//{WP}docPr")
    alt = "" if named is None else named.get("descr") or named.get("title") or ""
    found = []
    for element in drawing.iter(f"{A}blip", f"{V}imagedata"):
        if _is_in_text_box(element, drawing):
            continue
        relation = element.get(f"{R}embed") or element.get(f"{R}id") or ""
        shape = element.getparent()
        vml = (
            element.get(f"{OFFICE}title", "")
            if shape is None
            else shape.get("alt", "") or element.get(f"{OFFICE}title", "")
        )
        if relation:
            found.append(Shown(relation=relation, alt=alt or vml))
    return found


def text_boxes(drawing: etree._Element) -> list[etree._Element]:
    """The contents of the outermost text boxes in a drawing."""
    return [box for box in drawing.iter(f"{W}txbxContent") if not _is_in_text_box(box, drawing)]


def word_art(picture: etree._Element) -> str:
    """Words that a VML picture draws as art."""
    return " ".join(path.get("string", "") for path in picture.iter(f"{V}textpath")).strip()


def unread(drawing: etree._Element) -> str:
    """What a drawing holds that is neither picture nor text: "chart", "diagram", an object's program; empty: nothing."""
    for element in drawing.iter(f"{OFFICE}OLEObject"):
        return element.get("ProgID", "object")
    for element in drawing.iter(f"{A}graphicData"):
        uri = element.get("uri", "")
        if uri.endswith(("/chart", "/chartex", "/diagram", "/ink")):
            return uri.rpartition("/")[2]
    return ""


def _is_in_text_box(element: etree._Element, top: etree._Element) -> bool:
    for parent in element.iterancestors():
        if parent is top:
            return False
        if parent.tag == f"{W}txbxContent":
            return True
    return False
