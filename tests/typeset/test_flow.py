"""Page ends: what parts, what stays together, and that nothing falls off."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
import pytest

from humas_desk.layout.document import Cell, Line, PictureRow, Role, Style, TableGrid, Text
from humas_desk.typeset.pages import Pages, SetPicture, Stroke
from humas_desk.typeset.setting import typeset
from tests.typeset.plain_documents import HALF_EM, LEFT, PAPER, document, lines, page_lines, picture, text

LINE = replace(LEFT, after_pt=0)
"""Eleven lines of 20 pt fit on the paper (226.75 pt)."""
PLAIN = {Role.BODY: LINE, Role.HEADING: replace(LINE, keep_next=True)}
LINES_ON_PAGE = 11


def paragraph(count: int, name: str = "p", *, new_page: bool = False) -> Text:
    """A paragraph of so many lines."""
    return text("\n".join(f"{name}{number}" for number in range(1, count + 1)), new_page=new_page)


def pages_of(*body: Text | PictureRow | TableGrid, styles: dict[Role, Style] | None = None) -> Pages:
    return typeset(document(*body, styles=styles or PLAIN), HALF_EM).pages


def counts(pages: Pages) -> list[int]:
    return [len(page) for page in page_lines(pages)]


def test_a_page_takes_what_fits() -> None:
    assert counts(pages_of(paragraph(11))) == [11]
    assert counts(pages_of(paragraph(24))) == [11, 11, 2]


def test_baselines_stand_at_four_fifths_of_an_exact_leading() -> None:
    first, second = lines(pages_of(paragraph(2)).pages[0].items)
    assert first.baseline_pt == pytest.approx(PAPER.next_top_pt + 16)
    assert second.baseline_pt - first.baseline_pt == pytest.approx(20)


def test_an_empty_document_is_one_empty_page() -> None:
    assert counts(pages_of()) == [0]


def test_two_lines_stay_at_the_foot_of_a_page() -> None:
    assert counts(pages_of(paragraph(10), paragraph(4))) == [10, 4]
    assert counts(pages_of(paragraph(9), paragraph(4))) == [11, 2]


def test_two_lines_go_to_the_next_page() -> None:
    assert counts(pages_of(paragraph(8), paragraph(4))) == [10, 2]
    assert counts(pages_of(paragraph(8), paragraph(5))) == [11, 2]


def test_three_lines_stay_together() -> None:
    assert counts(pages_of(paragraph(9), paragraph(3))) == [9, 3]


def test_a_heading_stays_with_two_lines_of_what_follows() -> None:
    heading = text("Subjudul", role=Role.HEADING)
    assert counts(pages_of(paragraph(8), heading, paragraph(4))) == [11, 2]
    assert counts(pages_of(paragraph(9), heading, paragraph(4))) == [9, 5]


def test_headings_in_a_row_stay_together() -> None:
    heading = text("Subjudul", role=Role.HEADING)
    assert counts(pages_of(paragraph(8), heading, heading, paragraph(4))) == [8, 6]


def test_a_chain_longer_than_a_page_is_set_as_it_comes() -> None:
    headings = [text("Subjudul", role=Role.HEADING)] * 25
    assert sum(counts(pages_of(paragraph(3), *headings))) == 28


def test_a_paragraph_that_must_stay_whole_moves_whole() -> None:
    styles = PLAIN | {Role.ABOUT: replace(LINE, keep_lines=True)}
    about = paragraph(6, "a")
    moved = pages_of(paragraph(7), replace(about, role=Role.ABOUT), styles=styles)
    assert counts(moved) == [7, 6]


def test_space_after_counts_between_paragraphs_and_vanishes_at_the_page_end() -> None:
    spaced = {Role.BODY: replace(LINE, after_pt=25)}
    pages = pages_of(paragraph(5), paragraph(5), paragraph(2), styles=spaced)
    assert counts(pages) == [10, 2]
    first, second = (lines(page.items)[0] for page in pages.pages)
    assert first.top_pt == second.top_pt == PAPER.next_top_pt


def test_a_part_that_wants_a_new_page_gets_one_but_never_an_empty_one() -> None:
    assert counts(pages_of(paragraph(1), paragraph(1, new_page=True))) == [1, 1]
    assert counts(pages_of(paragraph(1, new_page=True))) == [1]


def test_a_picture_keeps_its_caption() -> None:
    row = PictureRow(pictures=(picture(60, 40),), after_pt=0)
    pages = pages_of(paragraph(5), row, text("Foto: rapat", role=Role.CAPTION), styles=PLAIN | {Role.CAPTION: LINE})
    assert counts(pages) == [5, 1]
    assert any(isinstance(item, SetPicture) for item in pages.pages[1].items)


def test_a_picture_taller_than_a_page_is_made_smaller_in_the_document_too() -> None:
    set_row = typeset(document(PictureRow(pictures=(picture(70, 300),))), HALF_EM)
    row = set_row.document.body[0]
    assert isinstance(row, PictureRow)
    assert row.pictures[0].height_mm <= 80.01
    assert row.pictures[0].width_mm / row.pictures[0].height_mm == pytest.approx(70 / 300)


def test_pictures_side_by_side_stand_on_one_lower_edge() -> None:
    row = PictureRow(pictures=(picture(35, 20), picture(35, 30)), gap_mm=5)
    one, two = (item for item in pages_of(row).pages[0].items if isinstance(item, SetPicture))
    assert one.y_pt + one.height_pt == two.y_pt + two.height_pt
    assert two.x_pt > one.x_pt + one.width_pt


def grid(rows: int, *, header: bool = True, words: str = "isi") -> TableGrid:
    cells = [
        (Cell(text=text(f"{words} {number}")), Cell(text=text("b")))
        if number or not header
        else (Cell(text=text("kepala")), Cell(text=text("b")))
        for number in range(rows)
    ]
    return TableGrid(rows=tuple(cells), widths_mm=(40, 40), header=header)


def test_a_tables_header_is_repeated_on_every_page() -> None:
    pages = pages_of(grid(20))
    assert len(pages.pages) == 3
    assert [page[0] for page in page_lines(pages)] == ["kepala"] * 3
    assert sum(line.startswith("isi") for page in page_lines(pages) for line in page) == 19


def test_a_header_never_stands_alone_at_the_foot_of_a_page() -> None:
    pages = pages_of(paragraph(10), grid(3))
    assert "kepala" not in page_lines(pages)[0]


@pytest.mark.parametrize("before", range(12))
@pytest.mark.parametrize("header", [True, False])
def test_the_last_row_of_a_table_is_never_alone_on_a_page(before: int, header: bool) -> None:
    for rows in range(3, 13):
        pages = pages_of(paragraph(max(before, 1)), grid(rows, header=header))
        shown = [line for line in page_lines(pages)[-1] if line.startswith("isi")]
        assert len(shown) >= 2


def test_every_page_of_a_table_is_closed_with_a_rule() -> None:
    for page in pages_of(grid(20)).pages:
        bars = [item for item in page.items if isinstance(item, Stroke)]
        lowest = max(bar.y_pt + bar.height_pt for bar in bars if bar.width_pt > bar.height_pt)
        assert abs(lowest - page.used_pt) < 0.01


def test_a_row_taller_than_a_page_parts_so_that_nothing_is_lost() -> None:
    words = "\n".join(f"w{number}" for number in range(30))
    table = TableGrid(rows=((Cell(text=text(words)), Cell(text=text("b"))),), widths_mm=(40, 40))
    shown = [line for page in page_lines(pages_of(table)) for line in page if line.startswith("w")]
    assert shown == words.split("\n")


def test_a_rule_above_and_below_belongs_to_the_paragraph() -> None:
    ruled = replace(LINE, above=Line(thickness_pt=1, space_pt=4), below=Line(kind="double", thickness_pt=1, gap_pt=2))
    page = pages_of(paragraph(1), styles={Role.BODY: ruled}).pages[0]
    bars = [item for item in page.items if isinstance(item, Stroke)]
    line = lines(page.items)[0]
    assert [bar.height_pt for bar in bars] == [1, 1, 1]
    assert line.top_pt == PAPER.next_top_pt + 5
    assert bars[1].y_pt == line.top_pt + 20 + 4


BLOCKS = st.one_of(
    st.integers(1, 30).map(paragraph),
    st.just(text("Subjudul", role=Role.HEADING)),
    st.integers(1, 12).map(grid),
    st.integers(1, 200).map(lambda height: PictureRow(pictures=(picture(60, height),))),
)


@settings(max_examples=60)
@given(st.lists(BLOCKS, max_size=12))
def test_nothing_leaves_the_page_and_nothing_is_lost(body: list[Text | PictureRow | TableGrid]) -> None:
    pages = pages_of(*body)
    lower = PAPER.height_pt - PAPER.bottom_pt + 0.02
    for page in pages.pages:
        for item in page.items:
            match item:
                case SetPicture() | Stroke():
                    assert item.y_pt + item.height_pt <= lower
                case _:
                    assert item.top_pt + item.height_pt <= lower
    wanted = sum(len(block.plain.split("\n")) for block in body if isinstance(block, Text))
    shown = {(line.paragraph, line.text) for page in pages.pages for line in lines(page.items)}
    assert len([1 for _, words in shown if words.startswith(("p", "Sub"))]) == wanted
