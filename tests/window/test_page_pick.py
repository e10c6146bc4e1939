from dataclasses import dataclass

from humas_desk.desk.history import Focus
from humas_desk.ui.page_pick import place_at


@dataclass(frozen=True)
class Shown:
    page: int
    x0_pt: float
    y0_pt: float
    x1_pt: float
    y1_pt: float
    place: str
    offset: int
    length: int


LINE = (
    Shown(1, 100, 200, 200, 216, "blocks[0].text", 0, 20),
    Shown(1, 210, 200, 310, 216, "blocks[1].text", 40, 10),
    Shown(2, 100, 200, 200, 216, "title", 0, 5),
)


def test_a_point_on_a_word_is_its_character() -> None:
    assert place_at(LINE, 0, 150, 205) == Focus(place="blocks[0].text", start=10, end=10)
    assert place_at(LINE, 1, 100, 205) == Focus(place="title", start=0, end=0)


def test_beside_a_line_the_nearest_word_counts() -> None:
    assert place_at(LINE, 0, 500, 210) == Focus(place="blocks[1].text", start=50, end=50)
    assert place_at(LINE, 0, 10, 210) == Focus(place="blocks[0].text", start=0, end=0)


def test_where_nothing_stands_nothing_is_meant() -> None:
    assert place_at(LINE, 0, 150, 500) is None
    assert place_at((), 0, 150, 205) is None
