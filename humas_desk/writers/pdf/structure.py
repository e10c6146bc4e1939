"""The structure tree: what the marked pieces of the pages are, for readers that do not see them (ISO 32000-1, 14.7)."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from humas_desk.writers.pdf.file import PdfFile, Place


class Piece(NamedTuple):
    """A marked piece of a page's content."""

    page: int
    """Counted from 0."""
    number: int
    """Its marked-content identifier on that page."""


class Annotated(NamedTuple):
    """A link's rectangle on a page, as an object."""

    page: int
    reference: str
    key: int
    """Its place in the parent tree."""


class Element:
    """One element of the structure, with what it holds in reading order."""

    __slots__ = ("entries", "kids", "kind", "reference")

    def __init__(self, kind: str, entries: str = "") -> None:
        self.kind = kind
        """Standard structure type without its slash: "P"."""
        self.entries = entries
        """Further dictionary entries, in PDF's words."""
        self.kids: list[Element | Piece | Annotated] = []
        self.reference = ""
        """Known once the tree is written."""

    def add(self, kind: str, entries: str = "") -> "Element":
        """A new last kid."""
        kid = Element(kind, entries)
        self.kids.append(kid)
        return kid


class _Writer:
    """One tree on its way into the file."""

    def __init__(self, file: PdfFile, pages: Sequence[str]) -> None:
        self.file = file
        self.pages = pages
        self.owners: list[dict[int, str]] = [{} for _ in pages]
        """For each page, the element that each of its marked pieces belongs to."""
        self.annotations: dict[int, str] = {}
        """The element of each annotation's key."""

    def write(self, element: Element, parent: str) -> str:
        """The element and all below it; gives the reference to it."""
        place = self.file.reserve()
        element.reference = place.reference
        page = next((kid.page for kid in element.kids if not isinstance(kid, Element)), None)
        kids = " ".join(self._kids(element, page))
        shown = "" if page is None else f" /Pg {self.pages[page]}"
        self._fill(place, element, f"/P {parent}{shown} /K [{kids}]")
        return place.reference

    def _fill(self, place: Place, element: Element, words: str) -> None:
        entries = f" {element.entries}" if element.entries else ""
        self.file.fill(place, f"<< /Type /StructElem /S /{element.kind} {words}{entries} >>")

    def _kids(self, element: Element, page: int | None) -> Iterator[str]:
        for kid in element.kids:
            match kid:
                case Element():
                    yield self.write(kid, element.reference)
                case Piece():
                    self.owners[kid.page][kid.number] = element.reference
                    if kid.page == page:
                        yield str(kid.number)
                    else:
                        yield f"<< /Type /MCR /Pg {self.pages[kid.page]} /MCID {kid.number} >>"
                case Annotated():
                    self.annotations[kid.key] = element.reference
                    yield f"<< /Type /OBJR /Pg {self.pages[kid.page]} /Obj {kid.reference} >>"


def write_structure(file: PdfFile, document: Element, pages: Sequence[str]) -> str:
    """Put the tree of a document's elements into the file, with the way back from each page's pieces to them.

    `pages` are references; page number n has `/StructParents n`, and the annotations' keys follow. Gives the reference to
    the tree's root.
    """
    writer = _Writer(file, pages)
    root = file.reserve()
    top = writer.write(document, root.reference)
    entries = [
        f"{page} [{' '.join(owners[key] for key in sorted(owners))}]" for page, owners in enumerate(writer.owners)
    ]
    entries += [f"{key} {owner}" for key, owner in sorted(writer.annotations.items())]
    parents = file.add(f"<< /Nums [{' '.join(entries)}] >>")
    following = max([len(pages), *(key + 1 for key in writer.annotations)])
    words = f"/K [{top}] /ParentTree {parents} /ParentTreeNextKey {following}"
    file.fill(root, f"<< /Type /StructTreeRoot {words} >>")
    return root.reference
