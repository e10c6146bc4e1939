import datetime as dt

import pytest

from humas_desk.layout.document import PT_PER_MM, Role, Text
from humas_desk.release.blocks import Heading, ItemList, Paragraph, Pattern, Photo, PhotoFile, Quote, Table
from humas_desk.release.office import Office
from humas_desk.release.person import Speaker
from humas_desk.release.release import Dateline
from tests.layout.composing import a_paragraph, a_release, an_image, composed, pictures, tables, texts

RATNA = Speaker(name="Ratna Sari, S.H.", position="Ketua Bawaslu")


def a_quote(
    text: str, *, pattern: Pattern = Pattern.QUOTE_VERB_NYA, joined: bool = False, block_id: str = "q"
) -> Quote:
    return Quote(id=block_id, text=text, speaker=RATNA, pattern=pattern, joined=joined)


def body(*blocks: Paragraph | Quote | Heading | ItemList | Photo | Table, by: str = "siaran-pers") -> list[str]:
    return texts(composed(a_release(*blocks, dateline=Dateline()), by=by), Role.BODY)


def test_the_dateline_stands_before_the_first_words_and_only_there() -> None:
    document = composed(a_release(Heading(id="h", text="Awal"), a_paragraph("Satu."), a_paragraph("Dua.")))
    assert texts(document, Role.HEADING, Role.BODY) == ["Awal", "Batam - (4/5) Satu.", "Dua."]


def test_the_dateline_may_stand_before_a_quote_and_is_shown_before_anything_is_written() -> None:
    assert texts(composed(a_release(a_quote("Siap"))), Role.BODY) == ["Batam - (4/5) “Siap,” ujarnya."]
    assert texts(composed(a_release()), Role.BODY) == ["Batam - (4/5)"]
    assert texts(composed(a_release(a_paragraph("  "), a_paragraph("Dua."))), Role.BODY) == ["Batam - (4/5) Dua."]


def test_the_city_leads_back_to_its_field() -> None:
    office = Office(dateline_pattern="{CITY}, {weekday} ({day}/{month}) – ")
    document = composed(
        a_release(a_paragraph("Satu."), dateline=Dateline(city=" Batam", date=dt.date(2026, 5, 4))), office=office
    )
    (text,) = [block for block in document.body if isinstance(block, Text) and block.role is Role.BODY]
    city = text.runs[0]
    assert city.text == "BATAM"
    assert city.origin is not None
    assert (city.origin.place, city.origin.offset) == ("dateline.city", 1)
    assert text.runs[-1].origin is not None
    assert text.runs[-1].origin.place == "blocks[0].text"


def test_joined_blocks_are_one_paragraph() -> None:
    assert body(
        a_paragraph("Ia menilai begini."),
        a_quote("Kami siap", joined=True),
        a_paragraph(", lalu menutup rapat.", joined=True),
    ) == ["Ia menilai begini. “Kami siap,” ujarnya., lalu menutup rapat."]


def test_nothing_joins_a_heading_or_a_list_or_nothing() -> None:
    joined = a_paragraph("Lanjut.", joined=True)
    assert body(joined) == ["Lanjut."]
    assert body(Heading(id="h", text="Judul"), joined) == ["Lanjut."]
    assert body(ItemList(id="l", items=("a",)), joined) == ["Lanjut."]


def test_a_line_break_is_a_new_paragraph_and_the_last_one_is_joined_to() -> None:
    assert body(a_paragraph("Satu.\n\nDua."), a_quote("Tiga.\nEmpat", joined=True)) == [
        "Satu.",
        "Dua. “Tiga.",
        "“Empat,” ujarnya.",
    ]


def test_names_are_full_first_and_short_later_and_degrees_are_the_templates_choice() -> None:
    blocks = (
        a_quote("Satu", pattern=Pattern.QUOTE_VERB_SPEAKER_POSITION, block_id="a"),
        a_quote("Dua", pattern=Pattern.QUOTE_VERB_SPEAKER, block_id="b"),
    )
    assert body(*blocks) == ["“Satu,” ujar Ratna Sari, S.H., Ketua Bawaslu.", "“Dua,” ujar Ratna."]
    assert body(*blocks, by="rilis-berita")[0] == "“Satu,” ujar Ratna Sari, Ketua Bawaslu."


def test_a_list_is_numbered_without_gaps() -> None:
    document = composed(a_release(ItemList(id="l", items=("satu", " ", "dua"), numbered=True)))
    items = [block for block in document.body if isinstance(block, Text) and block.role is Role.LIST]
    assert [(item.marker, item.plain, item.numbered) for item in items] == [("1.", "satu", True), ("2.", "dua", True)]
    bullets = composed(a_release(ItemList(id="l", items=("satu",))))
    assert [block.marker for block in bullets.body if isinstance(block, Text) and block.role is Role.LIST] == ["•"]


@pytest.mark.parametrize(
    "block",
    [
        a_paragraph(" \t "),
        a_quote(""),
        Heading(id="h", text="\u200b"),
        ItemList(id="l", items=("", " ")),
        Photo(id="f", files=(PhotoFile(file="gone.jpg"),)),
        Table(id="t", rows=((" ",), ())),
        Table(id="t"),
    ],
)
def test_a_block_without_content_leaves_no_trace(block: Paragraph | Quote | Heading | ItemList | Photo | Table) -> None:
    assert composed(a_release(block, dateline=Dateline())).body == composed(a_release(dateline=Dateline())).body


def a_photo(*names: str, caption: str | None = None, credit: str | None = None) -> Photo:
    return Photo(id="f", files=tuple(PhotoFile(file=name, alt="x") for name in names), caption=caption, credit=credit)


IMAGES = {
    "wide": an_image(1800, 1000),
    "flat": an_image(3000, 300),
    "tall": an_image(600, 1200),
    "a": an_image(900, 600),
    "b": an_image(900, 600),
}


@pytest.mark.parametrize(
    ("names", "sizes"),
    [
        (("wide",), [[(155, 86.11)]]),
        (("flat",), [[(155, 15.5)]]),
        (("tall",), [[(55, 110)]]),
        (("a", "b"), [[(75, 50), (75, 50)]]),
        (("a", "tall"), [[(112.5, 75), (37.5, 75)]]),
        (("a", "b", "a"), [[(75, 50), (75, 50)], [(75, 50)]]),
        (("a", "gone", "b"), [[(75, 50), (75, 50)]]),
    ],
)
def test_pictures_fill_the_measure_and_stand_side_by_side_at_one_height(
    names: tuple[str, ...], sizes: list[list[tuple[float, float]]]
) -> None:
    rows = pictures(composed(a_release(a_photo(*names)), images=IMAGES))
    assert [[(picture.width_mm, picture.height_mm) for picture in row.pictures] for row in rows] == [
        [pytest.approx(size, abs=0.02) for size in row] for row in sizes
    ]


def test_a_square_photo_is_not_higher_than_the_template_allows() -> None:
    (row,) = pictures(composed(a_release(a_photo("s")), images={"s": an_image(500, 500)}))
    assert row.pictures[0].height_mm == 95


def test_a_caption_stays_with_its_picture_and_carries_the_credit() -> None:
    for caption, credit, shown in (
        ("Suasana.", "Humas", "Suasana. (Foto: Humas)"),
        ("Suasana.", None, "Suasana."),
        (None, "Humas", "Foto: Humas"),
    ):
        document = composed(a_release(a_photo("wide", caption=caption, credit=credit)), images=IMAGES)
        assert texts(document, Role.CAPTION) == [shown]
        assert pictures(document)[0].keep_next
        assert pictures(document)[0].after_pt == 4
    alone = pictures(composed(a_release(a_photo("wide"), a_paragraph("x")), images=IMAGES))
    assert (alone[0].keep_next, alone[0].after_pt) == (False, 10)


def test_a_table_is_as_wide_as_the_text_and_every_row_is_whole() -> None:
    table = Table(id="t", header=True, caption="Hasil", rows=(("Kecamatan", "Suara"), ("Utara", "1.240"), ("Selatan",)))
    document = composed(a_release(table))
    (grid,) = tables(document)
    assert sum(grid.widths_mm) == pytest.approx(155)
    assert [[cell.text.plain for cell in row] for row in grid.rows] == [
        ["Kecamatan", "Suara"],
        ["Utara", "1.240"],
        ["Selatan", ""],
    ]
    assert [cell.text.role for cell in grid.rows[0]] == [Role.CELL_HEAD, Role.CELL_HEAD]
    assert texts(document, Role.CAPTION) == ["Hasil"]


def test_no_figure_and_no_word_is_cut_in_a_narrow_column_beside_a_talkative_one() -> None:
    talk = "Warga mencatat hasil kunjungan di balai desa"
    rows = (
        ("Kecamatan", "DPT", "Pengawas", "Keterangan"),
        ("Utara", "13.622", "51", talk),
        ("Barat", "9.907", "4", talk),
    )
    document = composed(a_release(Table(id="t", header=True, rows=rows)))
    (grid,) = tables(document)
    assert sum(grid.widths_mm) == pytest.approx(155)
    inner_pt = [(width - 2 * grid.padding_mm) * PT_PER_MM for width in grid.widths_mm]
    for row in grid.rows:
        for cell, room in zip(row, inner_pt, strict=True):
            widest = max(len(word) for word in cell.text.plain.split())
            assert widest * 0.6 * document.style_of(cell.text).size_pt <= room


def test_words_that_have_no_room_side_by_side_share_the_width_by_their_cells() -> None:
    rows = (tuple("Mempertanggungjawabkan" for _ in range(9)), tuple("x" for _ in range(9)))
    (grid,) = tables(composed(a_release(Table(id="t", rows=rows))))
    assert sum(grid.widths_mm) == pytest.approx(155)
    assert max(grid.widths_mm) - min(grid.widths_mm) < 0.1


def test_a_column_of_figures_stands_at_the_right_with_its_head() -> None:
    table = Table(id="t", header=True, rows=(("Desa", "Suara", "Catatan"), ("A", "1.240", "3"), ("B", "–", "lengkap")))
    document = composed(a_release(table))
    (grid,) = tables(document)
    assert [[cell.text.variant for cell in row] for row in grid.rows] == [["", "figure", ""]] * 3
    assert {document.style_of(row[1].text).align.value for row in grid.rows} == {"right"}


@pytest.mark.parametrize(
    ("count", "bound"), [(1, [True]), (2, [True]), (3, [True, True]), (4, [True, True]), (6, [False, False, True])]
)
def test_a_page_may_end_between_the_rows_of_many_pictures_but_not_before_the_caption(
    count: int, bound: list[bool]
) -> None:
    files = tuple(PhotoFile(file=f"foto-{number}.jpg") for number in range(count))
    images = {file.file: an_image() for file in files}
    document = composed(a_release(Photo(id="f", files=files, caption="Rapat.")), images=images)
    assert [row.keep_next for row in pictures(document)] == bound
