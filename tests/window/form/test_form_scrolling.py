"""Long releases: only cards near the view are there, and nothing jumps or dies."""

from collections.abc import Callable
from itertools import pairwise
import tkinter as tk
from typing import TYPE_CHECKING

import pytest

from humas_desk.desk.history import Focus
from humas_desk.release.blocks import Block, Heading, ItemList, Paragraph, Quote, Table
from humas_desk.release.person import Speaker
from humas_desk.release.release import Release
from humas_desk.ui import theme

if TYPE_CHECKING:
    from tests.window.form.conftest import Bench

LIVE_ROWS = 24
"""Most rows with widgets, as the notes of the window measured it."""
TEXT = "Bawaslu menggelar rapat koordinasi pengawasan bersama pemilih pemula dan pegiat pemilu di Kota Contoh. "


def block(number: int) -> Block:
    if number % 5 == 3:
        return Quote(id=f"b{number}", text=TEXT, speaker=Speaker(name=f"Nama {number}", position="Ketua"))
    return Paragraph(id=f"b{number}", text=f"{number} " + TEXT * (1 + number % 4))


@pytest.fixture
def long(open_form: "Callable[[Release], Bench]") -> "Bench":
    return open_form(Release(title="Panjang", blocks=tuple(block(number) for number in range(200))))


def test_of_two_hundred_blocks_few_have_widgets(long: "Bench") -> None:
    scroller = long.form.scroller
    assert 3 <= len(scroller.live) <= LIVE_ROWS
    for y in range(0, scroller.heights.total, 900):
        scroller.scroll_to(y)
        long.app.update()
        assert len(scroller.live) <= LIVE_ROWS + 1
    assert 15_000 < scroller.heights.total < 60_000


def test_the_last_block_is_reached_and_typed_in(long: "Bench") -> None:
    text = long.go("blocks[199].text", 0)
    long.settle()
    long.type("Akhir ")
    assert long.texts[199].startswith("Akhir 199")
    assert 0 <= text.winfo_rooty() - long.form.winfo_rooty() < long.form.winfo_height()


def test_every_card_in_view_shows_its_own_block(long: "Bench") -> None:
    scroller = long.form.scroller
    for y in (0, 9_000, 4_000, 15_000, 300):
        scroller.scroll_to(y)
        long.settle()
        for key, card in long.form.blocks.cards.items():
            text = card.fields[0].inputs[0]
            assert isinstance(text, tk.Text)
            assert text.get("1.0", "end-1c") == long.texts[long.ids.index(key)].strip("\n")


def test_rows_stand_under_each_other_without_overlap(long: "Bench") -> None:
    long.form.scroller.scroll_to(6_000)
    long.settle()
    scroller = long.form.scroller
    frames = [scroller.live[key] for key in scroller.heights.keys if key in scroller.live and key.startswith("b")]
    visible = [frame for frame in frames if frame.winfo_ismapped()]
    for upper, lower in pairwise(visible):
        assert 0 <= lower.winfo_y() - (upper.winfo_y() + upper.winfo_height()) <= 8


def test_the_focused_card_stays_where_it_is_when_something_above_grows(long: "Bench") -> None:
    text = long.go("blocks[40].text", 3)
    long.settle()
    before = text.winfo_rooty()
    long.session.edit(lambda release: Release(title=release.title, blocks=(block(500), *release.blocks)))
    long.settle()
    assert abs(text.winfo_rooty() - before) <= 1


def test_the_cursor_survives_scrolling_far_away(long: "Bench") -> None:
    long.go("blocks[2].text", 3)
    long.form.scroller.scroll_to(12_000)
    long.settle()
    assert long.form.focused_place() == Focus(place="blocks[2].text", start=3, end=3)
    long.type("x")
    assert long.texts[2].startswith("2 Bxawaslu")


def test_the_wheel_scrolls_over_a_text(long: "Bench") -> None:
    text = long.go("blocks[0].text")
    before = long.form.scroller.y
    text.event_generate("<Button-5>", x=5, y=5)
    long.pump()
    assert long.form.scroller.y > before


def test_another_session_takes_the_place_of_the_first(long: "Bench", open_form: "Callable[[Release], Bench]") -> None:
    other = open_form(Release(title="Lain", blocks=(Paragraph(id="b0", text="Sendiri"),)))
    long.form.show(other.session)
    long.settle()
    assert set(long.form.blocks.cards) == {"b0"}
    text = long.form.blocks.cards["b0"].fields[0].inputs[0]
    assert isinstance(text, tk.Text)
    assert text.get("1.0", "end-1c") == "Sendiri"


def test_after_a_jump_to_the_end_every_row_in_view_is_seen(open_form: Callable[[Release], "Bench"]) -> None:
    words = "Kalimat panjang tentang pengawasan pemilu di kabupaten. " * 9
    paragraphs = tuple(Paragraph(id=f"p{number}", text=words) for number in range(60))
    table = Table(id="t", rows=(("", ""), ("x" * 200, "y")))
    bench = open_form(Release(title="Judul", blocks=(*paragraphs, Heading(id="h"), ItemList(id="l"), table)))
    bench.go("blocks[0].text")
    scroller = bench.form.scroller
    scroller.scroll_to(1_000_000)
    bench.settle()
    in_view = scroller.heights.between(scroller.y, scroller.y + scroller.view_height)
    bench.pump(lambda: all(scroller.live[key].winfo_ismapped() for key in in_view))
    assert all(scroller.live[key].winfo_height() > 1 for key in in_view)


def test_what_comes_next_stays_in_view_while_the_last_part_is_written(long: "Bench") -> None:
    scroller = long.form.scroller
    last = len(long.ids) - 1
    long.go(f"blocks[{last}].text", len(long.texts[last]))
    long.settle()
    long.type("dan")
    long.settle()
    bottom = scroller.heights.bottom(long.ids[last]) + theme.px(long.form, theme.GAP + theme.SUMMARY_HEIGHT)
    assert bottom <= scroller.y + scroller.view_height
