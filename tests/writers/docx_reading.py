"""Reading a Word copy back without the program's own code: parts, paragraphs, words as a reader sees them."""

from dataclasses import dataclass
from io import BytesIO
import re
from zipfile import ZipFile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_TEXT = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}noBreakHyphen": "\u2011", f"{W}softHyphen": "\u00ad"}


@dataclass(frozen=True, slots=True)
class WordFile:
    """The parts of a file by name."""

    parts: dict[str, bytes]

    def tree(self, name: str) -> etree._Element:
        return etree.fromstring(self.parts[name])

    def stories(self) -> dict[str, etree._Element]:
        """Body, headers and footers."""
        names = [name for name in self.parts if re.fullmatch(r"word/(document|header\d|footer\d)\.xml", name)]
        return {name: self.tree(name) for name in names}


def read(data: bytes) -> WordFile:
    """Open a file."""
    with ZipFile(BytesIO(data)) as file:
        return WordFile({name: file.read(name) for name in file.namelist()})


def paragraphs(root: etree._Element) -> list[str]:
    """Text of every paragraph in reading order, list markers left out."""
    return [paragraph_text(paragraph) for paragraph in root.iter(f"{W}p")]


def paragraph_text(paragraph: etree._Element) -> str:
    """Characters of one paragraph."""
    return "".join(
        node.text or "" if node.tag == f"{W}t" else _TEXT.get(str(node.tag), "")
        for node in paragraph.iter()
        if node.tag == f"{W}t" or node.getparent().tag == f"{W}r"
    )


def markers(file: WordFile) -> list[str]:
    """Marker of every paragraph of the body ("" without one), counted as Word counts."""
    numbering = file.tree("word/numbering.xml")
    levels = {node.get(f"{W}abstractNumId"): node.find(f"{W}lvl") for node in numbering.iter(f"{W}abstractNum")}
    counts: dict[str, int] = {}
    found = []
    for paragraph in file.tree("word/document.xml").iter(f"{W}p"):
        number = paragraph.find(f"{W}pPr/{W}numPr/{W}numId")
        if number is None:
            found.append("")
            continue
        instance = next(node for node in numbering.iter(f"{W}num") if node.get(f"{W}numId") == number.get(f"{W}val"))
        level = levels[instance.find(f"{W}abstractNumId").get(f"{W}val")]
        found.append(_marker(instance, level, counts))
    return found


def _marker(instance: etree._Element, level: etree._Element, counts: dict[str, int]) -> str:
    text = level.find(f"{W}lvlText").get(f"{W}val")
    override = instance.find(f"{W}lvlOverride/{W}startOverride")
    if override is None:
        return text
    key = instance.get(f"{W}numId")
    counts[key] = counts.get(key, int(override.get(f"{W}val")) - 1) + 1
    kind = level.find(f"{W}numFmt").get(f"{W}val")
    shown = str(counts[key]) if kind == "decimal" else chr(ord("a" if kind == "lowerLetter" else "A") + counts[key] - 1)
    return text.replace("%1", shown)


def words(file: WordFile) -> list[str]:
    """Words of the body as a reader sees them, list markers in their places."""
    texts = paragraphs(file.tree("word/document.xml"))
    return [word for marker, text in zip(markers(file), texts, strict=True) for word in f"{marker} {text}".split()]
