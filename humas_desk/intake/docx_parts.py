"""A DOCX as parts that refer to each other (Office Open XML's package), read as far as a draft needs it."""

from functools import cached_property
from pathlib import Path
import posixpath
from typing import Final

from lxml import etree

from humas_desk.errors import DraftDamaged, DraftKindUnknown
from humas_desk.intake.packed import Packed
from humas_desk.intake.xml import local, parse
from humas_desk.values import dataclass

_STRICT: Final = b"http://purl.oclc.org/ooxml/"
_TRANSITIONAL: Final = {
    b"wordprocessingml/main": b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"officeDocument/relationships": b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    b"officeDocument/math": b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    b"drawingml/main": b"http://schemas.openxmlformats.org/drawingml/2006/main",
    b"drawingml/wordprocessingDrawing": b"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    b"drawingml/picture": b"http://schemas.openxmlformats.org/drawingml/2006/picture",
}
"""Strict files name the same things otherwise (ISO/IEC 29500-1)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """What one part says of another, or of something outside."""

    kind: str
    """Last word of its type: "image", "hyperlink", "header" …"""
    target: str
    """Name of the part; the address as it stands when `is_external`."""
    is_external: bool = False


class Parts:
    """The parts of one DOCX. Raises as Packed does; DraftKindUnknown when it holds no Word document."""

    def __init__(self, packed: Packed, path: Path) -> None:
        self.packed = packed
        self.path = path
        self.spoiled: list[str] = []
        """Kinds of parts that are there and cannot be read."""
        self._relations: dict[str, dict[str, Relation]] = {}
        main = [found for found in self.relations("").values() if found.kind == "officeDocument"]
        self.main = next((found.target for found in main if found.target in packed), "word/document.xml")
        if self.main not in packed:
            raise DraftKindUnknown(path, "zip")

    @cached_property
    def document(self) -> etree._Element:
        """The main part."""
        root = self.part(self.main)
        if root is None or local(root) != "document":
            raise DraftKindUnknown(self.path, "" if root is None else local(root))
        return root

    def part(self, name: str) -> etree._Element | None:
        """A part's root; None when there is no such part."""
        data = self.packed.read(name)
        if not data:
            return None
        if _STRICT in data:
            for strict, transitional in _TRANSITIONAL.items():
                data = data.replace(_STRICT + strict, transitional)
        return parse(data, self.path)

    def related(self, kind: str) -> etree._Element | None:
        """The main part's first part of that kind; None when there is none, or when it is spoiled."""
        for found in self.relations(self.main).values():
            if found.kind == kind and not found.is_external:
                try:
                    return self.part(found.target)
                except DraftDamaged:
                    self.spoiled.append(kind)
        return None

    def relations(self, name: str) -> dict[str, Relation]:
        """A part's relations by id; "": the package's own."""
        if name not in self._relations:
            self._relations[name] = self._read_relations(name)
        return self._relations[name]

    def _read_relations(self, name: str) -> dict[str, Relation]:
        folder, base = posixpath.split(name)
        data = self.packed.read(posixpath.join(folder, "_rels", f"{base}.rels"))
        if not data:
            return {}
        found: dict[str, Relation] = {}
        for element in parse(data, self.path):
            target, kind = element.get("Target", ""), element.get("Type", "").rpartition("/")[2]
            is_external = element.get("TargetMode") == "External"
            if not is_external:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[element.get("Id", "")] = Relation(kind=kind, target=target, is_external=is_external)
        return found
