from humas_desk.desk.block_edits import add_column, add_row, even_rows, remove_column, remove_picture, remove_row
from humas_desk.release.blocks import Photo, PhotoFile, Table

TABLE = Table(id="t", rows=(("a", "b"), ("c",)))


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
