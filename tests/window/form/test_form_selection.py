"""Cursor keys across cards, whole cards selected, what is done with them."""

import tkinter as tk
from typing import TYPE_CHECKING

from humas_desk.desk.history import Focus
from humas_desk.release.blocks import Block, Heading, ItemList, Paragraph, Quote

if TYPE_CHECKING:
    from tests.window.form.conftest import Bench


def span(bench: "Bench") -> tuple[int, int] | None:
    return bench.form.selection.span


def block(bench: "Bench", index: int) -> Block:
    return bench.session.release.blocks[index]


def tell(bench: "Bench", event: str) -> None:
    widget = bench.app.focus_get()
    assert widget is not None
    widget.event_generate(event)


def clipboard(bench: "Bench") -> str:
    return str(bench.app.clipboard_get())


def test_arrows_run_on_through_the_cards(bench: "Bench") -> None:
    bench.go("blocks[0].text", 0)
    bench.press("End", "Right")
    assert bench.form.focused_place() == Focus(place="blocks[1].text")
    bench.press("Left")
    place = bench.form.focused_place()
    assert place is not None
    assert place.place == "blocks[0].text"
    assert place.start > 20


def test_down_and_up_keep_the_column_and_pass_by_what_is_no_text(bench: "Bench") -> None:
    bench.go("blocks[0].text", 8)
    bench.press("Down")
    place = bench.form.focused_place()
    assert place is not None
    assert place.place == "blocks[1].text"
    assert 3 <= place.start <= 12
    bench.press("Down")
    place = bench.form.focused_place()
    assert place is not None
    assert place.place == "blocks[2].text"
    assert 3 <= place.start <= 12
    bench.press("Up", "Up")
    assert bench.form.focused_place() == Focus(place="blocks[0].text", start=8, end=8)


def test_a_short_text_between_does_not_lose_the_column(bench: "Bench") -> None:
    bench.go("blocks[2].text", 30)
    bench.press("Down")
    place = bench.form.focused_place()
    assert place is not None
    assert place.place == "blocks[3].text"
    bench.press("Up")
    place = bench.form.focused_place()
    assert place is not None
    assert place.place == "blocks[2].text"
    assert 28 <= place.start <= 32


def test_the_beginning_and_the_end_of_everything(bench: "Bench") -> None:
    bench.go("blocks[2].text", 5)
    bench.press("Control-End")
    place = bench.form.focused_place()
    assert place is not None
    assert place.place.startswith("blocks[6].")
    bench.press("Control-Home")
    assert bench.form.focused_place() == Focus(place="title")


def test_a_page_down_goes_down_and_a_page_up_comes_back_up(bench: "Bench") -> None:
    bench.go("title")
    bench.press("Next")
    place = bench.form.focused_place()
    assert place is not None
    assert place.place.startswith("blocks[")
    bench.press("Prior", "Prior")
    place = bench.form.focused_place()
    assert place is not None
    assert place.place == "title"


def test_shift_past_the_edge_selects_whole_cards(bench: "Bench") -> None:
    bench.go("blocks[0].text", 3)
    bench.press("Shift-Down")
    assert span(bench) == (0, 0)
    bench.press("Shift-Down", "Shift-Down")
    assert span(bench) == (0, 2)
    bench.press("Shift-Up")
    assert span(bench) == (0, 1)
    bench.press("Escape")
    assert span(bench) is None
    place = bench.form.focused_place()
    assert place is not None
    assert place.place == "blocks[1].text"


def test_letters_do_nothing_to_selected_cards(bench: "Bench") -> None:
    bench.go("blocks[0].text", 0)
    bench.press("Shift-Up")
    before = bench.session.release
    bench.type("abc")
    assert bench.session.release is before
    assert span(bench) == (0, 0)


def test_cards_are_copied_as_clean_text_and_pasted_whole(bench: "Bench") -> None:
    bench.go("blocks[0].text", 0)
    bench.press("Shift-Up", "Shift-Down")
    tell(bench, "<<Copy>>")
    assert clipboard(bench).startswith("Rapat koordinasi dibuka pagi ini.\n“")
    text = bench.go("blocks[3].text")
    text.event_generate("<<Paste>>")
    bench.pump()
    kinds = [type(block) for block in bench.session.release.blocks[4:6]]
    assert kinds == [Paragraph, Quote]
    bench.session.undo()
    assert len(bench.ids) == 7


def test_cut_takes_cards_out_and_a_paste_replaces_cards(bench: "Bench") -> None:
    bench.go("blocks[0].text", 0)
    bench.press("Shift-Up")
    tell(bench, "<<Cut>>")
    bench.pump()
    assert bench.ids[0] == "q1"
    bench.go("blocks[1].text", 0)
    bench.press("Shift-Up")
    tell(bench, "<<Paste>>")
    bench.pump()
    assert bench.texts[1] == "Rapat *koordinasi* dibuka pagi ini."
    assert "p2" not in bench.ids


def test_delete_takes_the_selected_cards_and_undo_brings_them_back(bench: "Bench") -> None:
    bench.go("blocks[1].text", 0)
    bench.press("Shift-Up", "Shift-Down", "Delete")
    assert bench.ids == ["p1", "h1", "l1", "f1", "t1"]
    assert bench.form.focused_place() == Focus(place="blocks[1].text")
    bench.session.undo()
    assert len(bench.ids) == 7


def test_selected_cards_move_together_and_stay_selected(bench: "Bench") -> None:
    bench.go("blocks[0].text", 0)
    bench.press("Shift-Up", "Shift-Down", "Alt-Down")
    assert bench.ids[:3] == ["p2", "p1", "q1"]
    assert span(bench) == (1, 2)
    bench.press("Alt-Up")
    assert bench.ids[:3] == ["p1", "q1", "p2"]


def test_select_all_takes_the_text_first_and_then_every_card(bench: "Bench") -> None:
    text = bench.go("blocks[2].text", 4)
    text.event_generate("<<SelectAll>>")
    bench.pump()
    assert span(bench) is None
    text.event_generate("<<SelectAll>>")
    bench.pump()
    assert span(bench) == (0, 6)


def test_the_selection_is_told_in_words_and_with_ticks(bench: "Bench") -> None:
    bench.go("blocks[0].text", 0)
    bench.press("Shift-Up", "Shift-Down")
    strips = [widget for widget in bench.form.winfo_children() if widget.winfo_manager() == "place"]
    words = [str(label["text"]) for strip in strips for label in labels(strip)]
    assert any(word.startswith("2 ") for word in words)
    canvas = bench.form.scroller.canvas
    ticks = [item for item in canvas.find_all() if str(canvas.type(item)) == "image"]
    assert sum(str(canvas.tk.call(str(canvas), "itemcget", item, "-state")) != "hidden" for item in ticks) == 2


def test_a_click_ends_the_selection(bench: "Bench") -> None:
    text = bench.go("blocks[0].text", 0)
    bench.press("Shift-Up")
    text.event_generate("<Button-1>", x=3, y=3)
    text.event_generate("<ButtonRelease-1>", x=3, y=3)
    bench.pump()
    assert span(bench) is None
    place = bench.form.focused_place()
    assert place is not None
    assert place.place == "blocks[0].text"


def test_pulled_out_of_its_text_the_mouse_selects_cards(bench: "Bench") -> None:
    below = bench.go("blocks[2].text")
    text = bench.go("blocks[0].text", 0)
    text.event_generate("<Button-1>", x=3, y=3)
    text.event_generate("<B1-Motion>", x=20, y=5)
    assert span(bench) is None
    text.event_generate("<B1-Motion>", x=20, y=below.winfo_rooty() - text.winfo_rooty() + 3)
    bench.pump()
    assert span(bench) == (0, 2)
    text.event_generate("<B1-Motion>", x=40, y=5)
    bench.pump()
    assert span(bench) is None
    text.event_generate("<ButtonRelease-1>", x=40, y=5)
    bench.pump()


def test_a_card_is_doubled_and_becomes_another_kind(bench: "Bench") -> None:
    bench.go("blocks[2].text", 8)
    bench.form.parts.duplicate()
    bench.pump()
    assert bench.texts[2] == bench.texts[3]
    bench.form.parts.convert("heading")
    bench.pump()
    assert isinstance(block(bench, 3), Heading)
    bench.form.parts.convert("list")
    bench.pump()
    assert isinstance(block(bench, 3), ItemList)
    bench.form.parts.convert("paragraph")
    bench.pump()
    assert bench.session.release.blocks[3] == Paragraph(id=bench.ids[3], text=bench.texts[2])


def test_a_paragraph_that_is_a_quote_becomes_a_filled_quote_and_back(bench: "Bench") -> None:
    said = "“Kami siap,” ujar Budi Santoso, Ketua Bawaslu Contoh."
    bench.session.put("blocks[2].text", said)
    bench.go("blocks[2].text", 4)
    bench.form.parts.convert("quote")
    bench.pump()
    quote = bench.session.release.blocks[2]
    assert isinstance(quote, Quote)
    assert (quote.text, quote.speaker.name, quote.verb) == ("Kami siap", "Budi Santoso", "ujar")
    bench.form.parts.convert("paragraph")
    bench.pump()
    assert bench.texts[2] == said


def test_a_cursor_stays_at_its_word_when_the_words_stay(bench: "Bench") -> None:
    bench.go("blocks[2].text", 8)
    bench.form.parts.convert("heading")
    bench.pump()
    assert bench.form.focused_place() == Focus(place="blocks[2].text", start=8, end=8)


def labels(widget: tk.Misc) -> list[tk.Misc]:
    found = [child for child in widget.winfo_children() if isinstance(child, tk.Label)]
    return [*found, *(label for child in widget.winfo_children() for label in labels(child))]


def test_pulled_past_the_view_the_form_scrolls_and_the_selection_grows(bench: "Bench") -> None:
    text = bench.go("blocks[0].text", 0)
    canvas = bench.form.scroller.canvas
    text.event_generate("<Button-1>", x=3, y=3)
    below = canvas.winfo_rooty() + canvas.winfo_height() + 30 - text.winfo_rooty()
    text.event_generate("<B1-Motion>", x=20, y=below)
    bench.pump(lambda: span(bench) == (0, 6))
    assert bench.form.scroller.y > 0
    text.event_generate("<ButtonRelease-1>", x=20, y=below)
    bench.pump()
    assert not bench.scheduler.waits("form-pull")


def test_shift_and_a_click_select_from_the_card_with_the_cursor(bench: "Bench") -> None:
    other = bench.go("blocks[2].text")
    bench.go("blocks[0].text")
    other.event_generate("<Shift-Button-1>", x=3, y=3)
    other.event_generate("<Shift-ButtonRelease-1>", x=3, y=3)
    bench.pump()
    assert span(bench) == (0, 2)
