"""LibreOffice's own files."""

from pathlib import Path

import pytest

from humas_desk.errors import DraftEncrypted, DraftRefused
from humas_desk.intake.manuscript import (
    Manuscript,
    ManuscriptImage,
    ManuscriptParagraph,
    ManuscriptTable,
    Note,
    NoteKind,
    Style,
)
from humas_desk.intake.odt_reader import read_odt
from tests.intake.docx_building import zipped
from tests.writers.docx_samples import picture

PATH = Path("draf.odt")
NAMESPACES = " ".join(
    f'xmlns:{name}="{address}"'
    for name, address in {
        "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
        "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
        "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
        "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
        "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
        "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
        "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
        "xlink": "http://www.w3.org/1999/xlink",
        "dc": "http://purl.org/dc/elements/1.1/",
    }.items()
)
STYLES = (
    '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>'
    '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>'
    '<style:style style:name="T2" style:family="text"><style:text-properties text:display="none"/></style:style>'
    '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1"/></text:list-style>'
)


def odt(body: str, parts: dict[str, str | bytes] | None = None) -> bytes:
    content = (
        f"<office:document-content {NAMESPACES}><office:automatic-styles>{STYLES}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    files: dict[str, str | bytes] = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": content,
        "META-INF/manifest.xml": "<a/>",
    }
    return zipped(files | (parts or {}))


def read(body: str, parts: dict[str, str | bytes] | None = None) -> Manuscript:
    return read_odt(odt(body, parts), PATH)


def test_paragraphs_headings_lists_and_looks() -> None:
    manuscript = read(
        '<text:p text:style-name="P1">Judul</text:p><text:h text:outline-level="2">Sub</text:h>'
        '<text:p>Isi<text:s/><text:span text:style-name="T1">miring</text:span> lalu<text:line-break/>baris</text:p>'
        "<text:list><text:list-item><text:p>butir</text:p></text:list-item></text:list>"
        '<text:list text:style-name="L1"><text:list-item><text:p>nomor</text:p></text:list-item></text:list>'
    )
    assert [(item.text, item.style) for item in manuscript.items if isinstance(item, ManuscriptParagraph)] == [
        ("Judul", Style.TITLE),
        ("Sub", Style.HEADING),
        ("Isi *miring* lalu\nbaris", Style.BODY),
        ("butir", Style.BULLET),
        ("nomor", Style.NUMBER),
    ]


def test_what_is_not_text_is_told_about() -> None:
    manuscript = read(
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>hilang</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        '<text:p>Isi<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
        "<text:p>Lihat UU</text:p></text:note-body></text:note>"
        "<office:annotation><dc:creator>Rina</dc:creator><text:p>Cek</text:p></office:annotation>"
        '<text:span text:style-name="T2">rahasia</text:span>'
        '<text:a xlink:href="https://luar.example/">tautan</text:a></text:p>',
        {"Basic/Standard/Module1.xml": "<a/>"},
    )
    assert [item.text for item in manuscript.items if isinstance(item, ManuscriptParagraph)] == ["Isitautan"]
    assert set(manuscript.notes) == {
        Note(kind=NoteKind.DELETED, text="hilang"),
        Note(kind=NoteKind.FOOTNOTE, text="Lihat UU"),
        Note(kind=NoteKind.COMMENT, text="Cek", author="Rina"),
        Note(kind=NoteKind.HIDDEN, text="rahasia"),
        Note(kind=NoteKind.EXTERNAL, text="https://luar.example/"),
        Note(kind=NoteKind.MACRO, text="Module1.xml"),
    }


def test_tables_and_pictures() -> None:
    frame = (
        '<draw:frame><draw:image xlink:href="Pictures/a.png"/><svg:desc>Peserta</svg:desc></draw:frame>'
        '<draw:frame><draw:image xlink:href="http://luar.example/a.png"/></draw:frame>'
    )
    row = "<table:table-row>{}</table:table-row>"
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    table = "<table:table><table:table-header-rows>{}</table:table-header-rows>{}</table:table>".format(
        row.format(cell.format("A") + cell.format("B")),
        row.format(cell.format("satu") + "<table:covered-table-cell/>")
        + row.format(cell.format("1") + cell.format("2")),
    )
    manuscript = read(f"<text:p>{frame}</text:p>{table}", {"Pictures/a.png": picture(60, 40, kind="PNG").data})
    image, rows = manuscript.items
    assert isinstance(image, ManuscriptImage)
    assert image.alt == "Peserta"
    assert rows == ManuscriptTable(rows=(("A", "B"), ("satu", ""), ("1", "2")), header=True)
    assert manuscript.notes == (Note(kind=NoteKind.EXTERNAL, text="http://luar.example/a.png"),)


def test_a_locked_file_and_a_declared_entity_are_named() -> None:
    with pytest.raises(DraftEncrypted):
        read("", {"META-INF/manifest.xml": "<manifest:encryption-data/>"})
    with pytest.raises(DraftRefused):
        read("", {"content.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'})
    with pytest.raises(DraftRefused):
        read("<text:section>" * 150 + "</text:section>" * 150)
