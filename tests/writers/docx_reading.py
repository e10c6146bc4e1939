"""Reading a Word copy back without the program's own code: parts, paragraphs, words as a reader sees them."""

from collections.abc import Iterator
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
class Node:
    """An element of a part; what is asked for has to be there."""

    element: etree._Element

    @property
    def tag(self) -> str:
        return str(self.element.tag)

    @property
    def text(self) -> str:
        return self.element.text or ""

    def __iter__(self) -> Iterator["Node"]:
        return map(Node, self.element)

    def get(self, name: str) -> str:
        value = self.element.get(name)
        assert value is not None, (self.tag, name)
        return value

    def has(self, path: str) -> bool:
        return self.element.find(path) is not None

    def find(self, path: str) -> "Node":
        found = self.element.find(path)
        assert found is not None, (self.tag, path)
        return Node(found)

    def findall(self, path: str) -> list["Node"]:
        return list(map(Node, self.element.findall(path)))

    def iter(self, tag: str) -> Iterator["Node"]:
        return map(Node, self.element.iter(tag))


@dataclass(frozen=True, slots=True)
class WordFile:
    """The parts of a file by name."""

    parts: dict[str, bytes]

    def tree(self, name: str) -> Node:
        return Node(etree.fromstring(self.parts[name]))

    def stories(self) -> dict[str, Node]:
        """Body, headers and footers."""
        names = [name for name in self.parts if re.fullmatch(r"word/(document|header\d|footer\d)\.xml", name)]
        return {name: self.tree(name) for name in names}


def read(data: bytes) -> WordFile:
    """Open a file."""
    with ZipFile(BytesIO(data)) as file:
        return WordFile({name: file.read(name) for name in file.namelist()})


def paragraphs(root: Node) -> list[str]:
    """Text of every paragraph in reading order, list markers left out."""
    return [paragraph_text(paragraph) for paragraph in root.iter(f"{W}p")]


def paragraph_text(paragraph: Node) -> str:
    """Characters of one paragraph."""
    inner = (node for run in paragraph.iter(f"{W}r") for node in run)
    return "".join(node.text if node.tag == f"{W}t" else _TEXT.get(node.tag, "") for node in inner)


def markers(file: WordFile) -> list[str]:
    """Marker of every paragraph of the body ("" without one), counted as Word counts."""
    numbering = file.tree("word/numbering.xml")
    levels = {node.get(f"{W}abstractNumId"): node.find(f"{W}lvl") for node in numbering.iter(f"{W}abstractNum")}
    instances = {node.get(f"{W}numId"): node for node in numbering.iter(f"{W}num")}
    counts: dict[str, int] = {}
    found = []
    for paragraph in file.tree("word/document.xml").iter(f"{W}p"):
        if not paragraph.has(f"{W}pPr/{W}numPr"):
            found.append("")
            continue
        instance = instances[paragraph.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val")]
        level = levels[instance.find(f"{W}abstractNumId").get(f"{W}val")]
        found.append(_marker(instance, level, counts))
    return found


def _marker(instance: Node, level: Node, counts: dict[str, int]) -> str:
    text = level.find(f"{W}lvlText").get(f"{W}val")
    start = f"{W}lvlOverride/{W}startOverride"
    if not instance.has(start):
        return text
    key = instance.get(f"{W}numId")
    counts[key] = counts.get(key, int(instance.find(start).get(f"{W}val")) - 1) + 1
    kind = level.find(f"{W}numFmt").get(f"{W}val")
    shown = str(counts[key]) if kind == "decimal" else chr(ord("a" if kind == "lowerLetter" else "A") + counts[key] - 1)
    return text.replace("%1", shown)


def words(file: WordFile) -> list[str]:
    """Words of the body as a reader sees them, list markers in their places."""
    texts = paragraphs(file.tree("word/document.xml"))
    return [word for marker, text in zip(markers(file), texts, strict=True) for word in f"{marker} {text}".split()]
