from hypothesis import given
from hypothesis import strategies as st
import pytest

from humas_desk.desk.settings import Settings
from humas_desk.ui.page_stack import PageStack, next_zoom, page_width, shown_zoom
from humas_desk.ui.page_zoom import Fit, with_zoom, zoom_of

A4 = (210.0, 297.0)


def a_stack(count: int = 3, *, width: int = 700, view_width: int = 760, view_height: int = 600) -> PageStack:
    return PageStack(count=count, width=width, height=990, margin=18, view_width=view_width, view_height=view_height)


def test_only_pages_that_are_seen_are_visible() -> None:
    stack = a_stack()
    assert stack.visible(0) == (0,)
    assert stack.visible(500) == (0, 1)
    assert stack.visible(1100) == (1,)
    assert stack.visible(5000) == (2,)


def test_without_pages_nothing_is_visible() -> None:
    assert a_stack(0).visible(0) == ()


@given(st.integers(1, 40), st.integers(0, 60_000), st.integers(1, 3000), st.integers(1, 3000), st.integers(0, 40))
def test_what_is_visible_is_exactly_what_meets_the_view(
    count: int, offset: int, height: int, view_height: int, margin: int
) -> None:
    stack = PageStack(count=count, width=100, height=height, margin=margin, view_width=100, view_height=view_height)
    offset = min(offset, max(0, stack.total_height - view_height))
    visible = stack.visible(offset)
    meeting = {
        number
        for number in range(count)
        if stack.top(number) < offset + view_height and stack.top(number) + height > offset
    }
    assert visible
    assert meeting <= set(visible)
    assert len(visible) <= len(meeting) + 1


def test_a_page_stands_in_the_middle_of_a_wide_view_and_scrolls_in_a_narrow_one() -> None:
    assert a_stack(view_width=1000).left() == 150
    narrow = a_stack(view_width=400)
    assert (narrow.left(), narrow.total_width) == (18, 736)


def test_fitting_the_width_leaves_the_margins_and_stops_at_the_widest() -> None:
    def fit(view_width: int) -> int:
        return page_width(size_mm=A4, zoom=Fit.WIDTH, view=(view_width, 600), margin=18, widest=900, scale=1)

    assert (fit(760), fit(2000), fit(1)) == (724, 900, 1)


def test_a_whole_page_fits_the_height_and_the_width_of_the_view() -> None:
    def whole(view: tuple[int, int]) -> int:
        return page_width(size_mm=A4, zoom=Fit.PAGE, view=view, margin=18, widest=900, scale=1)

    assert whole((2000, 630)) == 420
    assert whole((400, 2000)) == 364
    assert whole((1, 1)) == 1


@pytest.mark.parametrize("zoom", [Fit.WIDTH, Fit.PAGE, 1.0, 0.67])
def test_the_zoom_is_remembered(zoom: float | Fit) -> None:
    assert zoom_of(with_zoom(Settings(zoom_percent=150), zoom)) == zoom


def test_true_size_is_the_size_on_paper() -> None:
    assert page_width(size_mm=A4, zoom=1.0, view=(1, 1), margin=0, widest=1, scale=1) == 794
    assert page_width(size_mm=A4, zoom=1.0, view=(1, 1), margin=0, widest=1, scale=1.25) == 992
    assert shown_zoom(width=794, size_mm=A4, scale=1) == pytest.approx(1.0, abs=0.001)


def test_zooming_goes_step_by_step_and_ends_at_the_ends() -> None:
    steps = (0.5, 1.0, 2.0)
    assert [next_zoom(now, steps, 1) for now in (0.4, 0.5, 0.9, 1.0, 2.0)] == [0.5, 1.0, 1.0, 2.0, 2.0]
    assert [next_zoom(now, steps, -1) for now in (2.5, 2.0, 1.0, 0.5)] == [2.0, 1.0, 0.5, 0.5]
