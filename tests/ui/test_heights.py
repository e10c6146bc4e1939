"""Where the form's rows stand, without a window."""

from humas_desk.ui.blocks.heights import Heights, Row


def heights() -> Heights:
    table = Heights()
    table.arrange([Row(key=key, estimate=100, gap=8) for key in "abcd"])
    return table


def test_rows_stand_under_each_other_with_their_gaps() -> None:
    table = heights()
    assert [table.top(key) for key in "abcd"] == [8, 116, 224, 332]
    assert table.total == 432


def test_a_measured_row_moves_those_below_it() -> None:
    table = heights()
    assert table.measure("b", 40)
    assert not table.measure("b", 40)
    assert [table.top(key) for key in "abcd"] == [8, 116, 164, 272]


def test_measuring_what_was_estimated_moves_nothing() -> None:
    assert not heights().measure("a", 100)


def test_rows_that_touch_a_stretch_are_found() -> None:
    table = heights()
    assert table.between(0, 10) == ("a",)
    assert table.between(108, 120) == ("a", "b")
    assert table.between(110, 114) == ()
    assert table.between(300, 9999) == ("c", "d")


def test_a_height_in_a_gap_belongs_to_the_row_above() -> None:
    table = heights()
    assert table.nearest(112) == "a"
    assert table.nearest(0) == "a"
    assert table.nearest(9999) == "d"
    assert Heights().nearest(5) is None


def test_what_was_measured_is_kept_when_rows_change_places() -> None:
    table = heights()
    table.measure("d", 30)
    table.arrange([Row(key=key, estimate=100, gap=8) for key in "dxa"])
    assert [table.height(key) for key in "dxa"] == [30, 100, 100]
    table.forget(kept=("x",))
    assert table.height("d") == 100
