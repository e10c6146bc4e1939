"""Small releases, and the page they make, as the tests read it."""

from collections.abc import Mapping
import datetime as dt
from functools import cache
import hashlib
from pathlib import Path

from humas_desk.layout.compose import compose
from humas_desk.layout.document import Document, PictureRow, Role, TableGrid, Text
from humas_desk.layout.loader import load_template
from humas_desk.layout.template import Template
from humas_desk.photos.image import Image
from humas_desk.release.blocks import Block, Paragraph
from humas_desk.release.office import Office
from humas_desk.release.release import Dateline, Release

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
NAMES = ("rilis-berita", "siaran-pers", "undangan-media")
A_DAY = dt.date(2026, 5, 4)
AN_OFFICE = Office(
    region="Kabupaten Contoh",
    address=("Jalan Merdeka 1", "Contoh"),
    phone="(0300) 1",
    email="humas@contoh.example",
    website="contoh.example",
    city="Contoh",
)


@cache
def template(name: str = "siaran-pers") -> Template:
    return load_template(TEMPLATES / name)


def an_image(width: int = 300, height: int = 200) -> Image:
    """An image by its measures; composing never looks at the pixels."""
    data = f"{width}x{height}".encode()
    return Image(data=data, format="JPEG", width_px=width, height_px=height, sha256=hashlib.sha256(data).hexdigest())


def a_release(*blocks: Block, **facts: object) -> Release:
    """A release from Batam on 4 May 2026."""
    given: dict[str, object] = {"title": "Judul", "dateline": Dateline(city="Batam", date=A_DAY), "blocks": blocks}
    return Release(**(given | facts))  # type: ignore[arg-type]  # any facts, as the test names them


def a_paragraph(text: str, *, joined: bool = False, block_id: str = "p") -> Paragraph:
    return Paragraph(id=block_id, text=text, joined=joined)


def composed(
    release: Release,
    *,
    office: Office = AN_OFFICE,
    by: str | Template = "siaran-pers",
    images: Mapping[str, Image] | None = None,
) -> Document:
    return compose(release, office, template(by) if isinstance(by, str) else by, images=images or {})


def plain(text: Text) -> str:
    """What a paragraph says, no-break spaces as spaces."""
    return text.plain.replace("\u00a0", " ")


def texts(document: Document, *roles: Role) -> list[str]:
    """The paragraphs of these roles (all without any), in order."""
    return [plain(block) for block in document.body if isinstance(block, Text) and (not roles or block.role in roles)]


def pictures(document: Document) -> list[PictureRow]:
    return [block for block in document.body if isinstance(block, PictureRow)]


def tables(document: Document) -> list[TableGrid]:
    return [block for block in document.body if isinstance(block, TableGrid)]


def all_texts(document: Document) -> list[Text]:
    """Every paragraph there is: letterhead, body, cells, footer."""
    found = list(document.letterhead.lines)
    for block in document.body:
        match block:
            case Text():
                found.append(block)
            case TableGrid():
                found += [cell.text for row in block.rows for cell in row]
            case PictureRow():
                pass
    return [*found, *([document.footer.text] if document.footer else [])]
