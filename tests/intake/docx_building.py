"""DOCX files made by hand for the tests: the parts of a package, and paragraphs in Word's own words."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CONTENT_TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""


def p(inner: str, properties: str = "") -> str:
    """A paragraph; text without tags becomes one run."""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner if '<' in inner else r(inner)}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run."""
    return f'<w:r>{f"<w:rPr>{properties}</w:rPr>" if properties else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


def tc(inner: str, properties: str = "") -> str:
    """A cell."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def tbl(*rows: str) -> str:
    """A table of rows that are given as the XML of their cells."""
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def blip(relation: str, alt: str = "") -> str:
    """A run with a picture."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Gambar 1" descr="{alt}"/><a:graphic><a:graphicData>'
        f'<a:blip r:embed="{relation}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )


def relation(number: str, kind: str, target: str, *, external: bool = False) -> str:
    """One relation of a part."""
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="{number}" Type="{KINDS}/{kind}" Target="{target}"{mode}/>'


def document(body: str) -> str:
    """The main part."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:document {NAMESPACES}><w:body>{body}</w:body></w:document>'


def part(name: str, inner: str) -> str:
    """Another part of Word's: `<w:name>` with something in it."""
    return f"<w:{name} {NAMESPACES}>{inner}</w:{name}>"


def docx(
    body: str = "", *, relations: str = "", parts: dict[str, str | bytes] | None = None, main: str | bytes | None = None
) -> bytes:
    """A DOCX with this body, these relations of the main part, and these parts by name."""
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": f'<Relationships xmlns="{RELATIONS}">'
        f"{relation('rId1', 'officeDocument', 'word/document.xml')}</Relationships>",
        "word/document.xml": document(body) if main is None else main,
    }
    if relations:
        files["word/_rels/document.xml.rels"] = f'<Relationships xmlns="{RELATIONS}">{relations}</Relationships>'
    return zipped(files | (parts or {}))


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """A ZIP file."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(ZipInfo(name), data, ZIP_DEFLATED)
    return buffer.getvalue()
