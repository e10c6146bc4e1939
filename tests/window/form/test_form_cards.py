"""Cards: adding, moving, dragging, removing, and the fields of every kind."""

import tkinter as tk
from typing import TYPE_CHECKING, TypeVar

import ttkbootstrap as ttk

from humas_desk.release.blocks import ItemList, Mention, Pattern, Photo, Quote, Table
from humas_desk.ui.blocks.photo_card import PhotoCard
from humas_desk.ui.blocks.quote_card import QuoteCard
from humas_desk.ui.blocks.table_card import TableCard

if TYPE_CHECKING:
    from tests.window.form.conftest import Bench


Kind = TypeVar("Kind", QuoteCard, PhotoCard, TableCard)


def card(bench: "Bench", key: str, kind: type[Kind]) -> Kind:
    bench.form.scroller.bring_live(key)
    bench.settle()
    shown = bench.form.blocks.cards[key]
    assert isinstance(shown, kind)
    return shown


def click(button: tk.Misc) -> None:
    assert isinstance(button, ttk.Button)
    button.invoke()


def quote(bench: "Bench") -> Quote:
    block = bench.session.release.blocks[1]
    assert isinstance(block, Quote)
    return block


def test_a_new_block_stands_after_the_active_one_with_the_cursor_in_it(bench: "Bench") -> None:
    bench.go("blocks[0].text")
    bench.form.insert("quote")
    bench.settle()
    place = bench.form.focused_place()
    assert isinstance(bench.session.release.blocks[1], Quote)
    assert place is not None
    assert place.place == "blocks[1].text"


def test_without_an_active_card_a_new_block_stands_last(bench: "Bench") -> None:
    bench.form.insert("table")
    assert isinstance(bench.session.release.blocks[-1], Table)


def test_a_photo_asks_the_window_for_pictures(bench: "Bench") -> None:
    bench.go("blocks[0].text")
    bench.form.insert("photo")
    click(card(bench, "f1", PhotoCard).buttons[0])
    assert bench.asked == [(1, None), (5, "f1")]


def test_moving_is_one_step_and_keeps_the_cursor(bench: "Bench") -> None:
    bench.go("blocks[2].text", 4)
    bench.form.move(-1)
    bench.settle()
    place = bench.form.focused_place()
    assert bench.ids[:3] == ["p1", "p2", "q1"]
    assert place is not None
    assert (place.place, place.start) == ("blocks[1].text", 4)
    bench.session.undo()
    assert bench.ids[:3] == ["p1", "q1", "p2"]
    bench.form.move(-1)
    bench.form.move(-1)
    bench.form.move(-1)
    assert bench.ids[0] == "p2"


def test_alt_and_an_arrow_move_the_card(bench: "Bench") -> None:
    bench.go("blocks[2].text", 4)
    bench.press("Alt-Up")
    assert bench.ids[:3] == ["p1", "p2", "q1"]
    bench.press("Alt-Down")
    assert bench.ids[:3] == ["p1", "q1", "p2"]


def test_a_table_too_large_to_write_in_keeps_what_is_not_shown(bench: "Bench") -> None:
    rows = tuple((str(number), "x") for number in range(500))
    bench.session.put("blocks[6].rows", rows)
    bench.go("blocks[6].rows[2][1]", 1)
    bench.type("y")
    block = bench.session.release.blocks[6]
    assert isinstance(block, Table)
    assert len(block.rows) == 500
    assert block.rows[2] == ("2", "xy")
    assert len(card(bench, "t1", TableCard).fields[0].inputs) == 120
    assert "440" in card(bench, "t1", TableCard)._rest["text"]


def test_removing_is_one_step_and_asks_nothing(bench: "Bench") -> None:
    bench.go("blocks[1].text")
    bench.form.parts.delete()
    bench.settle()
    place = bench.form.focused_place()
    assert "q1" not in bench.ids
    assert place is not None
    assert place.place == "blocks[1].text"
    bench.session.undo()
    bench.settle()
    assert bench.ids[1] == "q1"


def test_a_card_is_dragged_by_its_grip_to_where_the_line_shows(bench: "Bench") -> None:
    bench.go("blocks[0].text")
    form = bench.form
    grip, canvas = form.tools.grip, form.scroller.canvas
    target = form.scroller.heights.bottom("q1") - form.scroller.y - 4
    grip.event_generate("<Button-1>", rooty=grip.winfo_rooty() + 2)
    grip.event_generate("<B1-Motion>", rooty=canvas.winfo_rooty() + target)
    bench.pump()
    assert form.drag.line.winfo_ismapped()
    grip.event_generate("<ButtonRelease-1>", rooty=canvas.winfo_rooty() + target)
    bench.settle()
    assert bench.ids[:3] == ["q1", "p1", "p2"]
    assert not form.drag.line.winfo_ismapped()
    bench.session.undo()
    assert bench.ids[:3] == ["p1", "q1", "p2"]


def test_the_tools_stay_under_the_pointer_that_comes_to_use_them(bench: "Bench") -> None:
    text = bench.go("blocks[0].text")
    tools = bench.form.tools
    quote_text = card(bench, "q1", QuoteCard).fields[0].inputs[0]
    quote_text.event_generate("<Motion>", rooty=quote_text.winfo_rooty() + 2)
    assert tools.key == "q1"
    tools.bin.event_generate("<Motion>", rooty=tools.bin.winfo_rooty() + 2)
    assert tools.key == "q1"
    tools.bin.event_generate("<Button-1>")
    bench.settle()
    assert "q1" not in bench.ids
    text.event_generate("<Motion>", rooty=text.winfo_rooty() + 2)
    assert tools.key == "p1"


def test_escape_gives_a_drag_up(bench: "Bench") -> None:
    bench.go("blocks[0].text")
    form = bench.form
    grip, canvas = form.tools.grip, form.scroller.canvas
    grip.event_generate("<Button-1>", rooty=grip.winfo_rooty() + 2)
    grip.event_generate("<B1-Motion>", rooty=canvas.winfo_rooty() + 500)
    bench.press("Escape")
    grip.event_generate("<ButtonRelease-1>", rooty=canvas.winfo_rooty() + 500)
    bench.pump()
    assert bench.ids[0] == "p1"


def test_the_made_sentence_follows_every_field_of_the_quote(bench: "Bench") -> None:
    bench.go("blocks[1].speaker.name", 13)
    bench.type(" Ayu")
    label = card(bench, "q1", QuoteCard)._sentence
    assert "ujar Sulastri Dewi Ayu, Ketua Bawaslu Contoh." in label["text"]
    bench.go("blocks[1].text", 0)
    bench.type("Wah")
    assert label["text"].startswith("“WahPengawasan")


def test_the_sentence_form_is_chosen_by_an_example(bench: "Bench") -> None:
    shown = card(bench, "q1", QuoteCard)
    box = shown._pattern.box
    examples = box.cget("values")
    assert any("mengatakan" in example or "mengujarkan" in example or "“…" in example for example in examples)
    number = next(at for at, (pattern, _words) in enumerate(shown._pattern._options) if pattern is Pattern.SPLIT)
    box.current(number)
    box.event_generate("<<ComboboxSelected>>")
    bench.settle()
    assert quote(bench).pattern is Pattern.SPLIT
    bench.go("blocks[1].rest")
    bench.type("dan berani")
    assert quote(bench).rest == "dan berani"
    assert shown._sentence["text"].endswith("“dan berani.”")


def test_a_place_in_the_hidden_half_of_a_quote_opens_it(bench: "Bench") -> None:
    bench.go("blocks[1].tail")
    bench.type("di Batam")
    assert quote(bench).tail == "di Batam"
    bench.go("blocks[1].speaker.short")
    bench.type("Dewi")
    assert quote(bench).speaker.short == "Dewi"
    assert quote(bench).mention is Mention.AUTO
    more = card(bench, "q1", QuoteCard).more
    assert more is not None
    more.joined.tick.invoke()
    assert quote(bench).joined


def test_enter_in_a_quote_is_a_paragraph_of_the_speech(bench: "Bench") -> None:
    bench.go("blocks[1].text", 10)
    bench.press("Return")
    assert quote(bench).text == "Pengawasan\n yang baik dimulai dari warga yang tahu haknya"
    assert len(bench.ids) == 7


def test_a_list_is_one_item_a_line(bench: "Bench") -> None:
    bench.go("blocks[4].items[1]", 9)
    bench.press("Return")
    bench.type("Siaran")
    place = bench.form.focused_place()
    block = bench.session.release.blocks[4]
    assert isinstance(block, ItemList)
    assert block.items == ("Posko pengaduan", "Pelatihan", "Siaran kader")
    assert place is not None
    assert (place.place, place.start) == ("blocks[4].items[2]", 6)


def test_a_cell_is_written_in_and_rows_and_columns_come_and_go(bench: "Bench") -> None:
    bench.go("blocks[6].rows[1][0]", 5)
    bench.type(" I")
    shown = card(bench, "t1", TableCard)
    click(shown.buttons[0])
    bench.settle()
    block = bench.session.release.blocks[6]
    assert isinstance(block, Table)
    assert block.rows == (("Kecamatan", "Peserta"), ("Utara I", "12"), ("", ""))
    shown._menu(shown.shell.body).invoke(6)
    bench.settle()
    block = bench.session.release.blocks[6]
    assert isinstance(block, Table)
    assert block.rows == (("Peserta",), ("12",), ("",))
    bench.session.undo()
    bench.settle()
    place = "blocks[6].rows[0][1]"
    bench.go(place)
    focused = bench.form.focused_place()
    assert focused is not None
    assert focused.place == place


def test_a_picture_has_a_thumbnail_and_an_alternative_text(bench: "Bench") -> None:
    bench.go("blocks[5].files[0].alt")
    bench.type("Peserta duduk")
    block = bench.session.release.blocks[5]
    assert isinstance(block, Photo)
    assert block.files[0].alt == "Peserta duduk"
    shown = card(bench, "f1", PhotoCard)
    assert shown._pictures[0]._thumbnail["image"]
    shown._remove(0)
    bench.settle()
    block = bench.session.release.blocks[5]
    assert isinstance(block, Photo)
    assert block.files == ()
    bench.session.undo()
    bench.settle()
    assert shown._pictures[0].alt.variable.get() == "Peserta duduk"


def test_tab_goes_through_the_fields_and_on_to_the_next_card(bench: "Bench") -> None:
    bench.go("blocks[0].text")
    places = []
    for _step in range(3):
        bench.press("Tab")
        place = bench.form.focused_place()
        places.append(place.place if place else "")
    assert places == ["blocks[1].text", "blocks[1].speaker.name", "blocks[1].speaker.position"]
    bench.press("Shift-Tab", "Shift-Tab", "Shift-Tab")
    place = bench.form.focused_place()
    assert place is not None
    assert place.place == "blocks[0].text"


def test_arrows_go_on_in_the_next_card(bench: "Bench") -> None:
    bench.go("blocks[0].text", 33)
    bench.press("Down")
    place = bench.form.focused_place()
    assert place is not None
    assert place.place == "blocks[1].text"
    bench.press("Up")
    place = bench.form.focused_place()
    assert place is not None
    assert place.place == "blocks[0].text"
