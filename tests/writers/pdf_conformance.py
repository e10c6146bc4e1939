"""What an archived copy breaks of PDF/UA-1 and PDF/A-3a: a validator's findings, and what the validator does not look at."""

from collections.abc import Iterator
import re
from typing import Any

from lxml import etree
import page

from humas_desk.writers.pdf.about import pdf_date
from tests.writers.pdf_reading import Read, Ref, string

PROFILES = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A)
NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
}


def findings(pdf: bytes) -> list[str]:
    """What is wrong with an unpacked archived copy; nothing when it conforms."""
    found = [
        f"{profile.value} {failure.rule_id}: {failure.message}"
        for profile in PROFILES
        for failure in page.validate_pdf_bytes(pdf, profile=profile).failures
    ]
    read = Read(pdf)
    for asked in (_catalogue, _pages, _parents, _elements, _metadata):
        try:
            found += asked(read)
        except (KeyError, TypeError, IndexError, StopIteration, etree.XMLSyntaxError) as error:
            found.append(f"{asked.__name__}: {error!r}")
    if re.search(rb"[^\r\n]endstream", pdf):
        found.append("a stream ends without a line end")
    return found


def _catalogue(read: Read) -> Iterator[str]:
    catalog = read.catalog
    if not catalog.get("Lang"):
        yield "no language"
    if catalog["ViewerPreferences"].get("DisplayDocTitle") != b"true":
        yield "the window shows the file's name"
    if catalog.get("MarkInfo", {}).get("Marked") != b"true":
        yield "not marked"
    intents = catalog.get("OutputIntents") or [{}]
    profile = read.streams.get(getattr(intents[0].get("DestOutputProfile"), "number", 0), b"")
    if profile[36:40] != b"acsp" or profile[16:20] != b"RGB ":
        yield "no colour profile"
    for font in read.objects.values():
        if isinstance(font, dict) and font.get("Type") == "FontDescriptor" and "FontFile2" not in font:
            yield "a font is not embedded"


def _pages(read: Read) -> Iterator[str]:
    for number, sheet in enumerate(read.pages):
        if sheet.get("Tabs") != "S" or sheet.get("StructParents") != number:
            yield f"page {number}: no way from its content to the structure"
        for kind, identifier, words in read.marked(number):
            if not kind:
                yield f"page {number}: drawn outside of any mark: {words[:20]!r}"
            elif (kind == "Artifact") != (identifier is None):
                yield f"page {number}: a mark of kind {kind} with identifier {identifier}"


def _elements(read: Read) -> Iterator[str]:
    level = 0
    for number, element in _structure(read):
        kind = element["S"]
        if kind == "Figure" and not (element.get("Alt") and element["A"]["BBox"]):
            yield f"{number}: a figure that nobody describes"
        if kind == "Link" and not any(isinstance(kid, dict) and kid["Type"] == "OBJR" for kid in element["K"]):
            yield f"{number}: a link that leads nowhere"
        if re.fullmatch(r"H\d", kind):
            if int(kind[1]) > level + 1:
                yield f"{number}: {kind} below H{level}"
            level = int(kind[1])


def _parents(read: Read) -> Iterator[str]:
    """The way back from the pages equals the way there, in both directions."""
    root = read.get(read.catalog["StructTreeRoot"])
    numbers = read.get(root["ParentTree"])["Nums"]
    back: dict[int, Any] = {int(key): owner for key, owner in zip(numbers[::2], numbers[1::2], strict=True)}
    pieces, annotations = _owners(read)
    for number, owners in enumerate(pieces):
        shown = [identifier for _, identifier, _ in read.marked(number) if identifier is not None]
        if shown != sorted(owners):
            yield f"page {number}: marks {shown} for the elements of {sorted(owners)}"
        if back.pop(number, None) != [owners[identifier] for identifier in sorted(owners)]:
            yield f"page {number}: the parent tree leads elsewhere"
    if back != annotations:
        yield f"parent tree: {back} for the annotations of {annotations}"
    for number, element in _structure(read):
        if Ref(number) not in read.get(element["P"])["K"]:
            yield f"{number}: its parent does not know it"


def _structure(read: Read) -> Iterator[tuple[int, Any]]:
    for number, element in read.objects.items():
        if isinstance(element, dict) and element.get("Type") == "StructElem":
            yield number, element


def _owners(read: Read) -> tuple[list[dict[int, Ref]], dict[int, Ref]]:
    """Which element each page's marks belong to, and each annotation, as the elements say themselves."""
    pieces: list[dict[int, Ref]] = [{} for _ in read.pages]
    annotations = {}
    for number, element in _structure(read):
        for kid in element["K"]:
            if isinstance(kid, float):
                pieces[read.page_refs.index(element["Pg"])][int(kid)] = Ref(number)
            elif isinstance(kid, dict) and kid["Type"] == "MCR":
                pieces[read.page_refs.index(kid["Pg"])][int(kid["MCID"])] = Ref(number)
            elif isinstance(kid, dict):
                annotations[int(read.get(kid["Obj"])["StructParent"])] = Ref(number)
    return pieces, annotations


def _metadata(read: Read) -> Iterator[str]:
    packet = etree.fromstring(read.streams[read.catalog["Metadata"].number])
    info = {key: string(value) if isinstance(value, bytes) else value for key, value in read.info.items()}
    told = {
        "Title": _words(packet, ".//dc:title"),
        "Author": _words(packet, ".//dc:creator"),
        "Subject": _words(packet, ".//dc:description"),
        "Keywords": _words(packet, ".//pdf:Keywords"),
        "Producer": _words(packet, ".//pdf:Producer"),
        "Creator": _words(packet, ".//xmp:CreatorTool"),
        "CreationDate": pdf_date(_words(packet, ".//xmp:CreateDate")),
        "ModDate": pdf_date(_words(packet, ".//xmp:ModifyDate")),
    }
    for key, words in told.items():
        if words != info.get(key, ""):
            yield f"{key}: {words!r} in XMP, {info.get(key)!r} in Info"
    standards = [_words(packet, f".//{name}") for name in ("pdfaid:part", "pdfaid:conformance", "pdfuaid:part")]
    if standards != ["3", "A", "1"]:
        yield f"standards {standards}"


def _words(packet: etree._Element, path: str) -> str:
    found = packet.find(path, NAMESPACES)
    return "" if found is None else "".join(map(str, found.itertext()))
