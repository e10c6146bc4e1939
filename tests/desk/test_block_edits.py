import pytest

from humas_desk.desk.block_edits import (
    add_column,
    add_row,
    break_paragraph,
    even_rows,
    join_paragraph,
    remove_column,
    remove_picture,
    remove_row,
)
from humas_desk.desk.history import Focus
from humas_desk.release.blocks import Heading, Paragraph, Photo, PhotoFile, Quote, Table
from humas_desk.release.release import Release

TABLE = Table(id="t", rows=(("a", "b"), ("c",)))


def release(*texts: str) -> Release:
    return Release(blocks=tuple(Paragraph(id=f"p{number}", text=text) for number, text in enumerate(texts)))


def texts(found: Release) -> list[str]:
    return [block.text for block in found.blocks if isinstance(block, Paragraph)]


def test_a_paragraph_is_broken_at_the_cursor_and_looks_go_on() -> None:
    edited = break_paragraph(release("Satu *dua tiga* empat"), 0, 8, 9, ("", ""))
    assert texts(edited.release) == ["Satu *dua*", "*tiga* empat"]
    assert edited.focus == Focus(place="blocks[1].text")


def test_lines_between_become_paragraphs_of_their_own() -> None:
    edited = break_paragraph(release("AB", "Z"), 0, 1, 1, ("x", "*y*", "z"))
    assert texts(edited.release) == ["Ax", r"\*y\*", "zB", "Z"]
    assert edited.focus == Focus(place="blocks[2].text", start=1, end=1)


def test_only_paragraphs_are_broken() -> None:
    with pytest.raises(TypeError):
        break_paragraph(Release(blocks=(Heading(id="h"),)), 0, 0, 0, ("", ""))


def test_joining_puts_the_cursor_at_the_seam() -> None:
    edited = join_paragraph(release("Satu", "dua"), 1)
    assert edited is not None
    assert texts(edited.release) == ["Satudua"]
    assert edited.focus == Focus(place="blocks[0].text", start=4, end=4)


def test_an_empty_paragraph_goes_whatever_stands_before_it() -> None:
    before = Release(blocks=(Quote(id="q"), Paragraph(id="p")))
    edited = join_paragraph(before, 1)
    assert edited is not None
    assert [block.id for block in edited.release.blocks] == ["q"]


def test_a_first_paragraph_and_one_after_a_quote_stay() -> None:
    assert join_paragraph(release("a"), 0) is None
    assert join_paragraph(Release(blocks=(Quote(id="q"), Paragraph(id="p", text="a"))), 1) is None


def test_rows_and_columns_come_and_go() -> None:
    assert add_row(TABLE, 1).rows == (("a", "b"), ("", ""), ("c",))
    assert add_column(TABLE, 1).rows == (("a", "", "b"), ("c", "", ""))
    assert remove_row(TABLE, 0).rows == (("c",),)
    assert remove_column(TABLE, 0).rows == (("b",), ("",))


def test_the_last_row_and_the_last_column_stay() -> None:
    small = Table(id="t", rows=(("a",),))
    assert remove_row(small, 0) == small
    assert remove_column(small, 0) == small


def test_a_table_without_rows_has_one_cell_to_write_in() -> None:
    assert even_rows(Table(id="t")) == (("",),)
    assert even_rows(TABLE) == (("a", "b"), ("c", ""))


def test_a_picture_is_taken_out() -> None:
    photo = Photo(id="f", files=(PhotoFile(file="a.jpg"), PhotoFile(file="b.jpg")))
    assert [file.file for file in remove_picture(photo, 0).files] == ["b.jpg"]
