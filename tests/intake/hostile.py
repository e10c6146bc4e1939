"""Files made to hurt: each is a DOCX, and each is refused by name or read as the harmless thing it is."""

from collections.abc import Callable
from io import BytesIO
import struct
import zipfile
import zlib

from tests.intake.docx_building import NAMESPACES, blip, document, docx, p, relation, zipped

MILLION = 1_000_000


def png_head(width: int, height: int) -> bytes:
    """A PNG that says it is this large and holds next to nothing."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + head
    body = zlib.compress(b"\0" * 1000)
    return (
        b"\x89PNG\r\n\x1a\n"
        + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk))
        + struct.pack(">I", len(body)) + b"IDAT" + body + struct.pack(">I", zlib.crc32(b"IDAT" + body))
        + b"\0\0\0\0IEND\xaeB`\x82"
    )  # fmt: skip


def laughs(part: str) -> bytes:
    """Entities in entities."""
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    declared = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">{entities}]>'
    if part == "word/document.xml":
        return docx(main=f"{declared}<w:document {NAMESPACES}><w:body><w:p>&l9;</w:p></w:body></w:document>")
    return docx(p("Teks"), parts={part: f"{declared}<x>&l9;</x>"})


def lying_size() -> bytes:
    """A part that unpacks to more than the table of contents says."""
    data = bytearray(docx(p("a" * 3 * MILLION)))
    at = data.rfind(b"word/document.xml")
    struct.pack_into("<I", data, at - 46 + 24, 100)
    return bytes(data)


def named(name: str) -> bytes:
    """A part with this name beside the others."""
    return docx(p("Teks"), parts={name: b"x"})


def twice() -> bytes:
    """The main part, two times."""
    buffer = BytesIO(docx(p("satu")))
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("WORD/document.xml", document(p("dua")))
    return buffer.getvalue()


def a_link() -> bytes:
    """A part that is a symbolic link."""
    buffer = BytesIO(docx(p("satu")))
    with zipfile.ZipFile(buffer, "a") as archive:
        info = zipfile.ZipInfo("word/settings.xml")
        info.external_attr = 0o120777 << 16
        archive.writestr(info, "/etc/passwd")
    return buffer.getvalue()


def locked() -> bytes:
    """A ZIP whose parts want a password."""
    data = bytearray(docx(p("rahasia")))
    start = 0
    while (start := data.find(b"PK\x01\x02", start)) >= 0:
        data[start + 8] |= 1
        start += 4
    return bytes(data)


def many_pictures() -> bytes:
    """A picture that is large when it is unpacked, over and over again."""
    row = zlib.compress(b"\0" * (1 + 3 * 3900) * 3900)
    head = b"IHDR" + struct.pack(">IIBBBBB", 3900, 3900, 8, 2, 0, 0, 0)
    png = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head))
    png += struct.pack(">I", len(row)) + b"IDAT" + row + struct.pack(">I", zlib.crc32(b"IDAT" + row))
    files: dict[str, str | bytes] = {
        f"word/media/{n}.png": png + b"\0\0\0\0IEND\xaeB`\x82" + bytes([n]) for n in range(50)
    }
    relations = "".join(relation(f"r{n}", "image", f"media/{n}.png") for n in range(50))
    return docx("".join(p(blip(f"r{n}")) for n in range(50)), relations=relations, parts=files)


def nested_tables(depth: int) -> bytes:
    """Tables in tables."""
    return docx("<w:tbl><w:tr><w:tc>" * depth + p("x") + "</w:tc></w:tr></w:tbl>" * depth)


REFUSED: dict[str, Callable[[], bytes]] = {
    "zip bomb in the text": lambda: docx(p("a" * 180 * MILLION)),
    "zip bomb in a picture": lambda: docx(p("Teks"), parts={"word/media/a.png": b"\0" * 250 * MILLION}),
    "half a million paragraphs": lambda: docx("<w:p/>" * 514_000),
    "many small tags": lambda: docx(main=document("<w:p>" + "<w:r/>" * 450_000 + "</w:p>")),
    "twenty thousand paragraphs and more": lambda: docx(p("x") * 21_000),
    "billion laughs": lambda: laughs("word/document.xml"),
    "billion laughs in relations": lambda: laughs("word/_rels/document.xml.rels"),
    "a file as an entity": lambda: docx(
        main=f'<!DOCTYPE w [<!ENTITY f SYSTEM "file:///etc/hostname">]><w:document {NAMESPACES}>&f;</w:document>'
    ),
    "a DTD in UTF-16": lambda: docx(
        main='<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'.encode("utf-16")
    ),
    "a strange encoding": lambda: docx(main=b'<?xml version="1.0" encoding="utf-7"?><a/>'),
    "deep nesting": lambda: docx("<w:sdt><w:sdtContent>" * 5000 + "</w:sdtContent></w:sdt>" * 5000),
    "deep tables": lambda: nested_tables(150),
    "out of the folder": lambda: named("../../../etc/cron.d/x"),
    "absolute": lambda: named("/etc/passwd"),
    "a drive": lambda: named("C:\\x.xml"),
    "backslashes out of the folder": lambda: named("..\\..\\x.xml"),
    "a part twice": twice,
    "a symbolic link": a_link,
    "a password": locked,
    "more parts than a document has": lambda: zipped(
        {f"word/{n}.xml": b"x" for n in range(2500)} | {"[Content_Types].xml": b"<a/>"}
    ),
    "a size that lies": lying_size,
    "no document": lambda: zipped({"[Content_Types].xml": b"<a/>"}),
    "something else as the document": lambda: docx(main="<html><p>x</p></html>"),
    "cut off": lambda: docx(p("Teks" * 5000))[:-40],
    "text that is not XML": lambda: docx(main="bukan xml"),
}
"""Those that are not opened, by what they are; made when they are called for."""
