"""What a Word file says after everything was accepted, and what is told about the rest."""

from io import BytesIO
from pathlib import Path

import docx as python_docx
import pytest

from humas_desk.intake.docx_reader import read_docx
from humas_desk.intake.manuscript import (
    Manuscript,
    ManuscriptImage,
    ManuscriptParagraph,
    ManuscriptTable,
    Note,
    NoteKind,
    Style,
)
from tests.intake.docx_building import NAMESPACES, blip, document, docx, p, part, r, relation, tbl, tc
from tests.writers.docx_samples import picture

PATH = Path("draf.docx")


def read(body: str, relations: str = "", **parts: str | bytes) -> Manuscript:
    named = {name.replace("__", "/").replace("_DOT_", "."): data for name, data in parts.items()}
    return read_docx(docx(body, relations=relations, parts=named), PATH)


def texts(manuscript: Manuscript) -> list[str]:
    return [item.text for item in manuscript.items if isinstance(item, ManuscriptParagraph)]


def noted(manuscript: Manuscript, kind: NoteKind) -> list[str]:
    return [note.text for note in manuscript.notes if note.kind is kind]


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        (
            r("Rapat ") + f"<w:ins>{r('kerja')}</w:ins>" + "<w:del><w:r><w:delText>lama</w:delText></w:r></w:del>",
            "Rapat kerja",
        ),
        (f"<w:moveTo>{r('Pindah')}</w:moveTo>", "Pindah"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{r('Isian')}</w:sdtContent></w:sdt>", "Isian"),
        (f'<w:hyperlink r:id="rId9">{r("tautan")}</w:hyperlink>', "tautan"),
        (f'<w:fldSimple w:instr="DATE">{r("12 Mei")}</w:fldSimple>', "12 Mei"),
        (f"<w:smartTag>{r('Batam')}</w:smartTag>", "Batam"),
        (f"<w:customXml>{r('Batam')}</w:customXml>", "Batam"),
        (r("satu") + "<w:r><w:tab/></w:r>" + r("dua"), "satu dua"),
        (r("satu") + "<w:r><w:br/></w:r>" + r("dua"), "satu\ndua"),
        (r("kupu") + "<w:r><w:noBreakHyphen/></w:r>" + r("kupu"), "kupu\u2011kupu"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>' + r(" hadir"), "✓ hadir"),
        (r("5 * 3"), "5 \\* 3"),
        (r("biasa ") + r("tebal ", "<w:b/>") + r("miring", "<w:i/>"), "biasa **tebal** *miring*"),
        (r("tidak tebal", '<w:b w:val="0"/>'), "tidak tebal"),
        ("<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>", "a+b"),
    ],
)
def test_what_a_reader_of_the_page_sees_is_text(inner: str, expected: str) -> None:
    assert texts(read(p(inner))) == [expected]


def test_deleted_and_hidden_words_are_told_about() -> None:
    body = p(r("Tetap ") + "<w:del><w:r><w:delText>hilang</w:delText></w:r></w:del>" + r("sembunyi", "<w:vanish/>"))
    manuscript = read(body + p(r("coret", "<w:strike/>")))
    assert texts(manuscript) == ["Tetap"]
    assert noted(manuscript, NoteKind.DELETED) == ["hilang", "coret"]
    assert noted(manuscript, NoteKind.HIDDEN) == ["sembunyi"]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    first = p(r("Satu "), "<w:rPr><w:del/></w:rPr>")
    assert texts(read(first + p("dua"))) == ["Satu dua"]


def test_what_was_moved_stands_once() -> None:
    moved = p(f"<w:moveFrom>{r('Alinea pindah')}</w:moveFrom>", "<w:rPr><w:moveFrom/></w:rPr>")
    manuscript = read(moved + p("Tengah") + p(f"<w:moveTo>{r('Alinea pindah')}</w:moveTo>"))
    assert texts(manuscript) == ["Tengah", "Alinea pindah"]
    assert manuscript.notes == ()


def test_a_text_box_is_read_once_though_it_stands_twice_in_the_file() -> None:
    box = f"<w:txbxContent>{p('Isi kotak')}</w:txbxContent>"
    drawing = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp>'
        f"<wps:txbx>{box}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback>"
        f"</mc:AlternateContent></w:r>"
    )
    assert texts(read(p(r("Alinea") + drawing) + p("Lanjut"))) == ["Alinea", "Isi kotak", "Lanjut"]


def test_footnotes_and_comments_are_told_about() -> None:
    manuscript = read(
        p(r("Teks") + '<w:r><w:footnoteReference w:id="2"/></w:r>'),
        relation("a", "footnotes", "footnotes.xml") + relation("b", "comments", "comments.xml"),
        word__footnotes_DOT_xml=part(
            "footnotes",
            f'<w:footnote w:id="0">{p("garis")}</w:footnote><w:footnote w:id="2">{p("Lihat UU")}</w:footnote>',
        ),
        word__comments_DOT_xml=part("comments", f'<w:comment w:id="1" w:author="Ibu Rina">{p("Cek lagi")}</w:comment>'),
    )
    assert texts(manuscript) == ["Teks"]
    assert manuscript.notes == (
        Note(kind=NoteKind.FOOTNOTE, text="Lihat UU"),
        Note(kind=NoteKind.COMMENT, text="Cek lagi", author="Ibu Rina"),
    )


def test_heads_and_feet_of_pages_are_left_out_and_told_about() -> None:
    manuscript = read(
        p("Teks") + '<w:sectPr><w:headerReference w:type="default" r:id="h"/></w:sectPr>',
        relation("h", "header", "header1.xml"),
        word__header1_DOT_xml=part("hdr", p("BAWASLU") + p("Jalan Contoh")),
    )
    assert texts(manuscript) == ["Teks"]
    assert noted(manuscript, NoteKind.HEADER) == ["BAWASLU\nJalan Contoh"]


def test_a_letterhead_typed_above_the_text_is_left_out_and_told_about() -> None:
    kop = tbl(tc(p("BADAN PENGAWAS PEMILIHAN UMUM") + p("KABUPATEN CONTOH") + p("Jl. Contoh No. 1, Telp. (021) 123")))
    manuscript = read(kop + p("Judul Rilis") + p("Isi."))
    assert texts(manuscript) == ["Judul Rilis", "Isi."]
    assert noted(manuscript, NoteKind.HEADER) == [
        "BADAN PENGAWAS PEMILIHAN UMUM\nKABUPATEN CONTOH\nJl. Contoh No. 1, Telp. (021) 123"
    ]


def test_a_title_that_begins_with_the_office_stays() -> None:
    manuscript = read(p("BAWASLU KABUPATEN CONTOH GELAR RAPAT") + p("Contoh - Bawaslu menggelar rapat."))
    assert len(texts(manuscript)) == 2
    assert manuscript.notes == ()


def test_styles_say_what_a_paragraph_is() -> None:
    styles = part(
        "styles",
        '<w:style w:styleId="J1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:styleId="X"><w:name w:val="Milikku"/><w:basedOn w:val="J1"/></w:style>'
        '<w:style w:styleId="T"><w:name w:val="Title"/></w:style><w:style w:styleId="C"><w:name w:val="caption"/></w:style>'
        '<w:style w:styleId="E"><w:name w:val="Emphasis"/><w:rPr><w:i/></w:rPr></w:style>',
    )
    body = "".join(p("teks", f'<w:pStyle w:val="{name}"/>') for name in ("J1", "X", "T", "C", "tidak-ada"))
    manuscript = read(
        body + p(r("biasa ") + r("miring", '<w:rStyle w:val="E"/>')),
        relation("s", "styles", "styles.xml"),
        word__styles_DOT_xml=styles,
    )
    found = [item.style for item in manuscript.items if isinstance(item, ManuscriptParagraph)]
    assert found == [Style.HEADING, Style.HEADING, Style.TITLE, Style.CAPTION, Style.BODY, Style.BODY]
    assert texts(manuscript)[-1] == "biasa *miring*"


def test_lists_keep_their_kind() -> None:
    numbering = part(
        "numbering",
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>'
        '<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="6"><w:abstractNumId w:val="2"/></w:num>',
    )
    body = "".join(
        p(number, f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>') for number in ("5", "6", "0")
    )
    manuscript = read(body, relation("n", "numbering", "numbering.xml"), word__numbering_DOT_xml=numbering)
    assert [item.style for item in manuscript.items if isinstance(item, ManuscriptParagraph)] == [
        Style.BULLET,
        Style.NUMBER,
        Style.BODY,
    ]


def test_a_table_is_a_table_with_its_head() -> None:
    rows = (
        tc(p(r("Desa", "<w:b/>"))) + tc(p(r("Hadir", "<w:b/>"))),
        tc(p("Contoh")) + tc(p("12") + p("orang")),
        tc(p("Jumlah 12"), '<w:gridSpan w:val="2"/>'),
    )
    assert read(tbl(*rows)).items == (
        ManuscriptTable(rows=(("Desa", "Hadir"), ("Contoh", "12\norang"), ("Jumlah 12", "")), header=True),
    )


def test_a_table_inside_of_a_table_keeps_its_words() -> None:
    inner = tbl(tc(p("dalam")) + tc(p("sekali")))
    (table,) = read(tbl(tc(p("luar")) + tc(inner + p("")))).items
    assert table == ManuscriptTable(rows=(("luar", "dalam; sekali"),))


def test_pictures_come_with_their_words_and_side_by_side_in_a_row() -> None:
    manuscript = read(
        p(blip("i", "Peserta rapat")) + tbl(tc(p(blip("i"))) + tc(p(blip("j")))) + p("Keterangan"),
        relation("i", "image", "media/image1.png") + relation("j", "image", "media/image2.png"),
        word__media__image1_DOT_png=picture(60, 40, kind="PNG").data,
        word__media__image2_DOT_png=picture(60, 40, kind="PNG", shade=5).data,
    )
    pictures = [item for item in manuscript.items if isinstance(item, ManuscriptImage)]
    assert [found.alt for found in pictures] == ["Peserta rapat", "", ""]
    assert pictures[0].row == 0
    assert pictures[1].row == pictures[2].row > 0
    assert texts(manuscript) == ["Keterangan"]


def test_a_picture_that_cannot_be_taken_is_told_about() -> None:
    manuscript = read(p(blip("i")), relation("i", "image", "media/bagan.emf"), word__media__bagan_DOT_emf=b"\x01\0\0\0")
    assert noted(manuscript, NoteKind.PICTURE) == ["bagan.emf"]


def test_what_lies_outside_is_named_and_a_spelled_out_address_is_not() -> None:
    manuscript = read(
        p(
            r("Baca contoh.example/a. ")
            + '<w:r><w:instrText>INCLUDEPICTURE "http://jebakan.example/x.png"</w:instrText></w:r>'
        ),
        relation("1", "hyperlink", "https://contoh.example/a", external=True)
        + relation("2", "image", "http://lacak.example/1.gif", external=True),
    )
    assert noted(manuscript, NoteKind.EXTERNAL) == ["http://lacak.example/1.gif", "http://jebakan.example/x.png"]


def test_macros_and_enclosed_files_are_flagged() -> None:
    manuscript = read(p("Teks"), word__vbaProject_DOT_bin=b"x", word__embeddings__buku_DOT_xlsx=b"x")
    assert noted(manuscript, NoteKind.MACRO) == ["vbaProject.bin"]
    assert noted(manuscript, NoteKind.OTHER) == ["buku.xlsx"]


def test_a_strict_file_says_the_same() -> None:
    strict = NAMESPACES.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    main = document(p(r("Ketat", "<w:i/>"))).replace(NAMESPACES, strict)
    assert texts(read_docx(docx(main=main), PATH)) == ["*Ketat*"]


def test_what_python_docx_writes_is_read() -> None:
    made = python_docx.Document()
    made.add_heading("Judul", 0)
    made.add_paragraph("Alinea ").add_run("tebal").bold = True
    made.add_paragraph("butir", style="List Bullet")
    made.add_paragraph("nomor", style="List Number")
    made.add_picture(BytesIO(picture(60, 40).data))
    buffer = BytesIO()
    made.save(buffer)
    manuscript = read_docx(buffer.getvalue(), PATH)
    found = [(item.text, item.style) for item in manuscript.items if isinstance(item, ManuscriptParagraph)]
    assert found == [
        ("Judul", Style.TITLE),
        ("Alinea **tebal**", Style.BODY),
        ("butir", Style.BULLET),
        ("nomor", Style.NUMBER),
    ]
    assert isinstance(manuscript.items[-1], ManuscriptImage)


def test_a_large_first_letter_in_a_frame_belongs_to_its_word() -> None:
    frame = '<w:framePr w:dropCap="drop" w:lines="3"/>'
    assert texts(read(p("P", frame) + p("urwokerto bersiap."))) == ["Purwokerto bersiap."]


def test_bullets_of_symbol_fonts_are_bullets() -> None:
    assert texts(read(p("\uf0b7 satu") + p("\uf0a7 dua"))) == ["• satu", "▪ dua"]
