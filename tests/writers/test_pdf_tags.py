"""The archived copy: PDF/UA-1 and PDF/A-3a, read aloud in the right order with the right spaces."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
import re
from shutil import copytree

from hypothesis import given, settings
from hypothesis import strategies as st
import pytest

from humas_desk.errors import FileMissing
from humas_desk.layout.document import (
    Block,
    Cell,
    Document,
    Origin,
    Picture,
    PictureRow,
    Role,
    Run,
    Style,
    TableGrid,
    Text,
)
from humas_desk.preview.raster import rasterise
from humas_desk.release.release import Kind
from humas_desk.typeset.setting import typeset
from humas_desk.writers.pdf.fonts import Fonts
from humas_desk.writers.pdf.pdf import write_pdf
from humas_desk.writers.pdf.profile import Profile
from tests.writers.pdf_conformance import findings
from tests.writers.pdf_reading import Node, Read
from tests.writers.pdf_samples import (
    FONTS,
    SENTENCES,
    document,
    full_document,
    image,
    paragraph,
    pdf_of,
    photo,
    set_pages,
)
from tests.writers.sample_release import sample_document

MARKERS = st.sampled_from(["", "•", "1."])
SITE = "https://contoh.id"


def unpacked(made: Document) -> bytes:
    return write_pdf(typeset(made, FONTS).pages, FONTS, compress=False)


def tree(*body: Block) -> Node:
    pdf = unpacked(document(*body))
    assert findings(pdf) == []
    return Read(pdf).tree()


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("mode", [None, "RGB", "RGBA", "L", "P"])
def test_the_sample_conforms_in_every_template(root: Path, kind: Kind, mode: str | None) -> None:
    logo = None if mode is None else image("PNG", mode)
    made = sample_document(root, kind, logo)
    assert findings(unpacked(made)) == []
    on_all = replace(made, letterhead=replace(made.letterhead, pages="all", blank=mode == "P"))
    assert findings(unpacked(on_all)) == []


def test_a_document_without_anything_conforms() -> None:
    assert findings(unpacked(replace(document(title=""), footer=None))) == []
    assert findings(unpacked(document(paragraph("", role=Role.TITLE), paragraph("")))) == []


def test_what_stands_on_the_page_has_its_place_in_the_tree(root: Path) -> None:
    told = Read(unpacked(sample_document(root, Kind.NEWS))).tree()
    row = "TR(TD TD TD)"
    assert told.outline() == (
        "Document(P(Link Link) P H1 P P Div(Figure Caption) BlockQuote(P) P H2 P "
        f"Table(Caption TR(TH TH TH) {row} {row} {row} {row}) BlockQuote(P) H2 P "
        "L(LI(Lbl LBody) LI(Lbl LBody) LI(Lbl LBody)) BlockQuote(P) P P(Link) H2 P H2 P(Link) P P)"
    )
    assert [node.text for node in told.all("Lbl")] == ["1. ", "2. ", "3. "]


def test_words_are_read_in_order_with_the_spaces_between_them(root: Path) -> None:
    made = sample_document(root, Kind.NEWS)
    said = [" ".join(block.plain.split()) for block in made.body if isinstance(block, Text)]
    read_aloud = [" ".join(node.text.split()) for node in told_paragraphs(Read(unpacked(made)).tree())]
    assert [words for words in read_aloud if words in said] == [words for words in said if words in read_aloud]
    assert set(said) <= {*read_aloud}


def told_paragraphs(node: Node) -> list[Node]:
    """The elements that hold words themselves, in reading order; a link's words count to the element around it."""
    if any(isinstance(kid, str) for kid in node.kids):
        return [node]
    return [inner for kid in node.kids if isinstance(kid, Node) for inner in told_paragraphs(kid)]


def test_lines_that_a_newline_or_a_tab_ends_are_parted_by_a_space() -> None:
    told = tree(paragraph("Satu\nDua", role=Role.TITLE), paragraph("Waktu\t:\t", Run(text="10.00", bold=True)))
    assert told.all("H1")[0].text == "Satu Dua"
    assert told.all("P")[0].text == "Waktu : 10.00"


def test_a_word_that_is_cut_at_the_line_end_is_read_as_one() -> None:
    address = f"{SITE}/{'panjang' * 30}"
    told = tree(paragraph("Lihat ", Run(text=address, link=address), " ya."))
    assert told.all("P")[0].text == f"Lihat {address} ya."


def test_a_paragraph_on_two_pages_is_one_element() -> None:
    words = " ".join(f"kata{number}" for number in range(1500))
    told = tree(paragraph(words))
    (element,) = told.all("P")
    assert element.text == words
    assert len(element.kids) > 1


def test_a_link_over_three_lines_is_one_link_with_three_places_to_click() -> None:
    address = f"{SITE}/{'panjang' * 20}"
    told = tree(paragraph(Run(text=address, link=address)))
    (link,) = told.all("Link")
    assert [kid["Type"] for kid in link.entries["K"] if isinstance(kid, dict)] == ["OBJR"] * 3
    assert link.text == address


def test_several_links_of_one_line_are_several() -> None:
    runs = [Run(text=f"{SITE}/{name} ", link=f"{SITE}/{name}") for name in "abc"]
    assert [node.text for node in tree(paragraph("Lihat ", *runs)).all("Link")] == [run.text for run in runs]


def test_an_unsafe_link_is_only_text() -> None:
    told = tree(paragraph(Run(text="jahat", link="javascript:alert(1)")))
    assert told.outline() == "Document(P)"


def test_the_addresses_of_the_letterhead_are_read_once_and_the_rest_is_not() -> None:
    made = document(paragraph(SENTENCES * 40))
    site = Run(text="contoh.id", link=SITE)
    line = paragraph("Jalan Contoh · ", site, " · ", site, role=Role.OFFICE)
    made = replace(made, letterhead=replace(made.letterhead, lines=(line,), pages="all"))
    pdf = unpacked(made)
    assert findings(pdf) == []
    read = Read(pdf)
    assert len(read.pages) > 1
    assert "Jalan" not in read.tree().text
    assert [node.text for node in read.tree().all("Link")] == ["contoh.id", "contoh.id"]


def test_photos_and_their_caption_stand_together_and_decoration_is_left_out() -> None:
    pair = (photo(image()).pictures[0], Picture(image=image(shade=3), width_mm=40, height_mm=60, alt="Balai desa"))
    row = PictureRow(pictures=pair, block_id="f")
    told = tree(
        row,
        replace(row, pictures=pair[1:]),
        replace(paragraph("Warga di balai", role=Role.CAPTION), block_id="f"),
        PictureRow(pictures=(replace(pair[0], alt=""),), block_id="g"),
        replace(paragraph("Hiasan", role=Role.CAPTION), block_id="g"),
    )
    assert told.outline() == "Document(Div(Figure Figure Figure Caption) P)"
    assert told.all("Figure")[1].entries["Alt"] == b"Balai desa"


def table(rows: int, columns: int = 2, *, header: bool = True, block_id: str = "t") -> TableGrid:
    def cell(row: int, column: int) -> Cell:
        role = Role.CELL_HEAD if header and row == 0 else Role.CELL
        words = "" if column == 1 and row == 1 else f"sel {row}.{column} {SENTENCES}"
        return Cell(text=replace(paragraph(words, role=role), block_id=block_id))

    cells = tuple(tuple(cell(row, column) for column in range(columns)) for row in range(rows))
    return TableGrid(rows=cells, widths_mm=(155 / columns,) * columns, header=header, block_id=block_id)


def test_a_table_on_many_pages_is_one_table_whose_header_is_read_once() -> None:
    caption = replace(paragraph("Hasil", role=Role.CAPTION), block_id="t")
    told = tree(paragraph("Isi"), caption, table(30), paragraph("Isi"))
    rows = " ".join(["TR(TH TH)", *["TR(TD TD)"] * 29])
    assert told.outline() == f"Document(P Table(Caption {rows}) P)"
    assert told.text.count("sel 0.0") == 1
    assert told.all("TH")[0].entries["A"] == {"O": "Table", "Scope": "Column"}


def test_a_row_taller_than_a_page_is_one_row() -> None:
    tall = table(3, 3)
    words = replace(tall.rows[1][0].text, runs=(Run(text=SENTENCES * 40),))
    told = tree(replace(tall, rows=(tall.rows[0], (Cell(text=words), *tall.rows[1][1:]), tall.rows[2])))
    assert told.outline() == "Document(Table(TR(TH TH TH) TR(TD TD TD) TR(TD TD TD)))"
    assert told.all("TD")[0].text.split() == (SENTENCES * 40).split()


def test_two_tables_and_two_lists_in_a_row_are_two() -> None:
    def items(block_id: str, *markers: str) -> list[Text]:
        return [Text(role=Role.LIST, runs=(Run(text="butir"),), marker=marker, block_id=block_id) for marker in markers]

    told = tree(
        table(1, header=False),
        table(1, header=False),
        *items("a", "•", "•"),
        *items("b", "1.", "2."),
        replace(items("c", "")[0], marker=""),
    )
    assert told.outline() == (
        "Document(Table(TR(TD TD)) Table(TR(TD TD)) L(LI(Lbl LBody) LI(Lbl LBody)) L(LI(Lbl LBody) LI(Lbl LBody)) "
        "L(LI(LBody)))"
    )
    assert [node.entries["A"]["ListNumbering"] for node in told.all("L")] == ["Disc", "Decimal", "None"]


def test_the_paragraphs_of_one_quote_stand_in_one_block_quote() -> None:
    spoken = [replace(paragraph("“Kami jaga."), quoted=True, block_id=name) for name in ("a", "a", "b")]
    assert tree(*spoken, paragraph("Isi")).outline() == "Document(BlockQuote(P P) BlockQuote(P) P)"


def test_headings_never_skip_a_level() -> None:
    heading = paragraph("Bagian", role=Role.HEADING)
    title = paragraph("Judul", role=Role.TITLE)
    assert tree(heading, title, heading, heading).outline() == "Document(H1 H1 H2 H2)"


def test_a_signature_or_a_copy_list_is_told_as_it_stands() -> None:
    copies = [Text(role=Role.COPIES, runs=(Run(text="Arsip"),), marker=f"{number}.") for number in (1, 2)]
    told = tree(paragraph("Tembusan:", role=Role.COPIES), *copies)
    assert told.outline() == "Document(P L(LI(Lbl LBody) LI(Lbl LBody)))"


def test_endless_titles_descriptions_and_addresses_are_cut_where_the_archive_ends() -> None:
    words = "é(" * 20_000
    row = photo(image())
    row = replace(row, pictures=(replace(row.pictures[0], alt=words),))
    link = Run(text="situs", link=f"{SITE}/{words}")
    made = document(paragraph("Judul", role=Role.TITLE), paragraph(link), row, title=words)
    pdf = unpacked(made)
    assert findings(pdf) == []
    strings = [match for match in re.findall(rb"<([0-9a-f]+)>", pdf) if match.startswith(b"feff")]
    assert 10_000 < max(len(string) // 2 for string in strings) <= 32767


def test_the_folder_of_the_fonts_leaves_no_trace(root: Path, tmp_path: Path) -> None:
    for name in ("fonts", "icc"):
        copytree(root / "assets" / name, tmp_path / name)
    pages = set_pages(full_document()).pages
    assert write_pdf(pages, Fonts(tmp_path / "fonts")) == write_pdf(pages, FONTS)


def test_without_its_colour_profile_no_file_is_written(root: Path, tmp_path: Path) -> None:
    copytree(root / "assets" / "fonts", tmp_path / "fonts")
    with pytest.raises(FileMissing) as caught:
        write_pdf(set_pages(document()).pages, Fonts(tmp_path / "fonts"))
    assert caught.value.path == tmp_path / "icc" / "sRGB.icc"


FAULTS: dict[str, Callable[[bytes], bytes]] = {
    "no alternative text": lambda pdf: pdf.replace(b"/Alt ", b"/Xlt "),
    "no language": lambda pdf: pdf.replace(b"/Lang ", b"/Xang "),
    "no tags": lambda pdf: pdf.replace(b"/StructTreeRoot ", b"/XtructTreeRoot "),
    "no colour profile": lambda pdf: pdf.replace(b"/OutputIntents", b"/XutputIntents"),
    "file name shown": lambda pdf: pdf.replace(b"/DisplayDocTitle true", b"/DisplayDocTitle null"),
    "skipped heading": lambda pdf: pdf.replace(b"/S /H2", b"/S /H4").replace(b"/H2 <<", b"/H4 <<"),
    "broken parent tree": lambda pdf: re.sub(
        rb"(/Nums \[0 \[)(\d+ 0 R)( )(\d+ 0 R)", lambda match: match[1] + match[4] + match[3] + match[2], pdf
    ),
    "untagged header": lambda pdf: re.sub(
        rb"(/Artifact << /Type /Pagination /Subtype /Header >> BDC)(.*?)(EMC)",
        lambda match: b" " * len(match[1]) + match[2] + b"   ",
        pdf,
        count=1,
        flags=re.DOTALL,
    ),
    "missing font file": lambda pdf: pdf.replace(b"/FontFile2", b"/XontFile2", 1),
    "another author in XMP": lambda pdf: pdf.replace(b"/Author (Kantor", b"/Author (Bantor"),
    "link without an element": lambda pdf: pdf.replace(b"/OBJR", b"/OBJX"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_in_a_good_file_is_found(fault: str) -> None:
    good = unpacked(full_document())
    bad = FAULTS[fault](good)
    assert bad != good
    assert len(bad) == len(good), "the objects stand where they stood"
    assert findings(good) == []
    assert findings(bad) != []


def test_the_plain_copy_shows_the_same_pixels_in_a_smaller_file_without_tags() -> None:
    pages = set_pages(full_document()).pages
    copy, plain = (write_pdf(pages, FONTS, profile=profile) for profile in (Profile.ARCHIVE, Profile.PLAIN))
    preview = write_pdf(pages, FONTS, profile=Profile.PLAIN, compress=False)
    numbers = range(1, len(pages.pages) + 1)
    assert rasterise(copy, numbers, 400) == rasterise(plain, numbers, 400) == rasterise(preview, numbers, 400)
    assert len(plain) < len(copy)
    assert b"StructTreeRoot" not in plain
    assert b" BDC" not in preview


def test_another_description_of_a_photo_is_another_file() -> None:
    row = photo(image())
    other = replace(row, pictures=(replace(row.pictures[0], alt="Balai desa"),))
    first, second = (pdf_of(block).split(b"/ID")[1].split(b"]")[0] for block in (row, other))
    assert first != second


def test_the_colour_profile_is_a_small_one_for_screens(root: Path) -> None:
    profile = (root / "assets" / "icc" / "sRGB.icc").read_bytes()
    assert profile[12:20] == b"mntrRGB "
    assert profile[36:40] == b"acsp"
    assert int.from_bytes(profile[:4], "big") == len(profile) < 1000


@settings(max_examples=15, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(Role), st.text(max_size=120), st.booleans(), MARKERS), max_size=6),
    st.text(max_size=40),
)
def test_any_text_in_any_role_conforms(parts: list[tuple[Role, str, bool, str]], title: str) -> None:
    body = [
        Text(
            role=role,
            runs=(Run(text=words, link=f"{SITE}/{words}" if linked else None, origin=Origin(place="x")),),
            marker=marker,
            block_id=marker,
            quoted=linked,
            style=Style(left_mm=7, hang_mm=7),
        )
        for role, words, linked, marker in parts
    ]
    row = photo(image())
    pictures = replace(row, pictures=(replace(row.pictures[0], alt=title),))
    assert findings(unpacked(document(*body, pictures, title=title))) == []
