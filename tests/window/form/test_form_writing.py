"""The page's own marks while typing, Delete at a text's end, tables, completing, find and replace."""

import tkinter as tk
from typing import TYPE_CHECKING

import ttkbootstrap as ttk

from humas_desk.desk.history import Focus
from humas_desk.release.blocks import ItemList, Quote, Table
from humas_desk.release.person import Contact
from humas_desk.ui.fields.line_field import LineField
from humas_desk.ui.find_bar import FindBar

if TYPE_CHECKING:
    from tests.window.form.conftest import Bench

QUOTE = "quotedbl"


def table(bench: "Bench") -> Table:
    block = bench.session.release.blocks[6]
    assert isinstance(block, Table)
    return block


def paste(bench: "Bench", text: str) -> None:
    widget = bench.app.focus_get()
    assert widget is not None
    widget.clipboard_clear()
    widget.clipboard_append(text)
    widget.event_generate("<<Paste>>")
    bench.pump()


# Marks -----------------------------------------------------------------------------------------------------------------


def test_quotation_marks_turn_the_right_way_as_they_are_typed(bench: "Bench") -> None:
    bench.session.put("blocks[2].text", "")
    bench.go("blocks[2].text")
    bench.press(QUOTE, "a", QUOTE, "space", "apostrophe", "b", "apostrophe")
    assert bench.texts[2] == "“a” ‘b’"
    assert bench.form.focused_place() == Focus(place="blocks[2].text", start=7, end=7)


def test_one_undo_takes_back_only_the_turned_mark(bench: "Bench") -> None:
    bench.session.put("blocks[2].text", "Rapat")
    bench.go("blocks[2].text", 5)
    bench.press("space", QUOTE)
    assert bench.texts[2] == "Rapat “"
    focus = bench.session.undo()
    assert bench.texts[2] == 'Rapat "'
    assert focus == Focus(place="blocks[2].text", start=7, end=7)
    bench.type("a")
    assert bench.texts[2] == 'Rapat "a'


def test_dashes_and_ellipses_are_made_of_what_the_hand_types(bench: "Bench") -> None:
    bench.session.put("blocks[2].text", "Batam")
    bench.go("blocks[2].text", 5)
    bench.press("space", "minus", "space", "period", "period", "period")
    assert bench.texts[2] == "Batam – …"


def test_a_mark_in_italics_stays_italic(bench: "Bench") -> None:
    bench.session.put("blocks[2].text", "*live*")
    bench.go("blocks[2].text", 5)
    bench.press(QUOTE)
    assert bench.texts[2] == "*live”*"


def test_items_of_a_list_get_their_marks_too(bench: "Bench") -> None:
    bench.go("blocks[4].items[1]", 0)
    bench.press(QUOTE)
    block = bench.session.release.blocks[4]
    assert isinstance(block, ItemList)
    assert block.items[1] == "“Pelatihan kader"


def test_a_no_break_space_goes_in_at_the_cursor(bench: "Bench") -> None:
    bench.go("blocks[2].text", 8)
    bench.form.writing.no_break_space()
    bench.pump()
    assert bench.texts[2].startswith("Kegiatan\u00a0 diikuti")
    text = bench.form.blocks.cards["p2"].fields[0].inputs[0]
    assert isinstance(text, tk.Text)
    assert [str(index) for index in text.tag_ranges("humas-no-break")] == ["1.8", "1.9"]
    bench.session.undo()
    assert not text.tag_ranges("humas-no-break")


def test_delete_behind_the_last_letter_brings_up_what_follows(bench: "Bench") -> None:
    bench.session.put("blocks[3].text", "Tindak lanjut")
    bench.go("blocks[2].text", len(bench.texts[2]))
    bench.press("Delete")
    assert bench.texts[2] == "Kegiatan diikuti peserta dari semua kecamatan.Tindak lanjut"


def test_enter_on_an_empty_item_leaves_the_list(bench: "Bench") -> None:
    bench.go("blocks[4].items[1]", len("Pelatihan kader"))
    bench.press("Return", "Return")
    bench.type("a")
    block = bench.session.release.blocks[4]
    assert isinstance(block, ItemList)
    assert block.items == ("Posko pengaduan", "Pelatihan kader")
    assert bench.form.focused_place() == Focus(place="blocks[5].text", start=1, end=1)


# Tables ----------------------------------------------------------------------------------------------------------------


def test_tab_goes_through_the_cells_and_behind_the_last_makes_a_row(bench: "Bench") -> None:
    bench.go("blocks[6].rows[1][0]")
    bench.press("Tab")
    place = bench.form.focused_place()
    assert place is not None
    assert place.place == "blocks[6].rows[1][1]"
    bench.press("Tab")
    place = bench.form.focused_place()
    assert place is not None
    assert place.place == "blocks[6].rows[2][0]"
    assert table(bench).rows[2] == ("", "")
    bench.press("Shift-Tab")
    place = bench.form.focused_place()
    assert place is not None
    assert place.place == "blocks[6].rows[1][1]"
    bench.session.undo()
    assert len(table(bench).rows) == 2


def test_tab_leaves_a_table_whose_last_row_is_empty(bench: "Bench") -> None:
    bench.go("blocks[6].rows[1][1]")
    bench.press("Tab", "Tab", "Tab")
    assert len(table(bench).rows) == 3
    place = bench.form.focused_place()
    assert place is None or not place.place.startswith("blocks[6].rows")


def test_cells_of_a_sheet_fill_cells(bench: "Bench") -> None:
    bench.go("blocks[6].rows[1][0]")
    paste(bench, "Selatan\t7\r\nTimur\t9\r\n")
    assert table(bench).rows == (("Kecamatan", "Peserta"), ("Selatan", "7"), ("Timur", "9"))
    bench.session.undo()
    assert table(bench).rows == (("Kecamatan", "Peserta"), ("Utara", "12"))


def test_arrows_go_up_and_down_in_a_column(bench: "Bench") -> None:
    bench.go("blocks[6].rows[0][1]")
    bench.press("Down")
    place = bench.form.focused_place()
    assert place is not None
    assert place.place == "blocks[6].rows[1][1]"
    bench.press("Up")
    place = bench.form.focused_place()
    assert place is not None
    assert place.place == "blocks[6].rows[0][1]"


# People and verbs ------------------------------------------------------------------------------------------------------


def second_quote(bench: "Bench") -> None:
    bench.go("blocks[2].text", 0)
    bench.form.insert("quote")
    bench.pump()
    assert isinstance(bench.session.release.blocks[3], Quote)


def test_the_speaker_is_completed_from_people_quoted_before(bench: "Bench") -> None:
    second_quote(bench)
    bench.go("blocks[3].speaker.name")
    bench.type("dew")
    bench.press("Down", "Return")
    quote = bench.session.release.blocks[3]
    assert isinstance(quote, Quote)
    assert (quote.speaker.name, quote.speaker.position) == ("Sulastri Dewi", "Ketua Bawaslu Contoh")
    assert bench.form.focused_place() == Focus(place="blocks[3].speaker.name", start=13, end=13)
    bench.session.undo()
    quote = bench.session.release.blocks[3]
    assert isinstance(quote, Quote)
    assert (quote.speaker.name, quote.speaker.position) == ("dew", "")


def test_escape_closes_the_completion_and_enter_then_goes_on(bench: "Bench") -> None:
    second_quote(bench)
    bench.go("blocks[3].speaker.name")
    bench.type("dew")
    bench.press("Escape", "Return")
    quote = bench.session.release.blocks[3]
    assert isinstance(quote, Quote)
    assert quote.speaker.name == "dew"
    place = bench.form.focused_place()
    assert place is not None
    assert place.place == "blocks[3].speaker.position"


def test_a_verb_that_repeats_is_told(bench: "Bench") -> None:
    second_quote(bench)
    bench.session.put("blocks[3].text", "Kami siap")
    bench.session.put("blocks[3].verb", bench.session.release.blocks[1].verb)
    bench.settle()
    card = bench.form.blocks.cards[bench.ids[3]]
    words = [str(label["text"]) for label in labels(card.shell.body) if label.winfo_manager()]
    assert any("“ujar" in word and "juga" in word for word in words)


def labels(widget: tk.Misc) -> list[tk.Misc]:
    found = [child for child in widget.winfo_children() if isinstance(child, tk.Label)]
    return [*found, *(label for child in widget.winfo_children() for label in labels(child))]


# Find and replace ------------------------------------------------------------------------------------------------------


def find(bench: "Bench", text: str) -> FindBar:
    bench.form.finding.begin()
    bench.type(text)
    bench.settle()
    bench.pump(lambda: not bench.scheduler.waits("form-find"))
    bar = bench.form.finding.bar
    assert bar is not None
    return bar


def test_hits_are_counted_marked_and_gone_through(bench: "Bench") -> None:
    bench.go("title")
    bar = find(bench, "rapat")
    assert bar.count == "1 dari 3"
    bench.press("Return")
    assert bar.count == "2 dari 3"
    bench.form.finding.go(-1)
    assert bar.count == "1 dari 3"
    text = bench.form.blocks.cards["p1"].fields[0].inputs[0]
    assert isinstance(text, tk.Text)
    assert text.get(*text.tag_ranges("humas-hit")[:2]) == "Rapat"


def test_hits_in_one_line_inputs_have_a_bar_under_them(bench: "Bench") -> None:
    bench.session.put("contacts", (Contact(name="Rina Sulastri"),))
    bench.go("title")
    find(bench, "sulastri")
    name = next(field for field in bench.form.blocks.cards["q1"].fields if field.name == "speaker.name")
    assert isinstance(name, LineField)
    marks = name._hits
    assert marks is not None
    bench.pump(lambda: len(marks.bars) == 1)
    bar = marks.bars[0]
    bench.pump(bar.winfo_ismapped)
    assert 0 < bar.winfo_x() < bar.winfo_x() + bar.winfo_width() < name.entry.winfo_width()
    bench.form.finding.close()
    assert not marks.bars


def test_escape_leaves_the_cursor_at_the_hit(bench: "Bench") -> None:
    bench.go("title")
    find(bench, "peserta")
    bench.press("Escape")
    assert bench.form.finding.bar is None
    assert bench.form.focused_place() == Focus(place="blocks[2].text", start=17, end=24)


def test_what_is_not_there_is_said(bench: "Bench") -> None:
    bench.go("blocks[2].text", 4)
    assert find(bench, "xyz").count == "Tidak ditemukan"
    bench.press("Escape")
    place = bench.form.focused_place()
    assert place is not None
    assert place.place == "blocks[2].text"


def test_a_selection_is_what_is_looked_for(bench: "Bench") -> None:
    bench.go("blocks[2].text", 0, 8)
    bench.form.finding.begin()
    bench.pump()
    bar = bench.form.finding.bar
    assert bar is not None
    assert bar.wanted.get() == "Kegiatan"


def test_case_and_whole_words_narrow_the_search(bench: "Bench") -> None:
    bar = find(bench, "peserta")
    assert bar.count == "1 dari 2"
    bar.match_case.set(True)
    bench.pump(lambda: not bench.scheduler.waits("form-find"))
    assert bar.count == "1 dari 1"


def test_replacing_one_goes_on_to_the_next(bench: "Bench") -> None:
    bench.go("title")
    bar = find(bench, "rapat")
    bench.form.finding.begin(replacing=True)
    bar.replacement.set("Temu")
    bar.other.focus_set()
    bench.pump()
    bench.press("Return")
    assert bench.session.release.title == "Temu koordinasi dibuka"
    assert bar.count == "1 dari 2"
    assert bar.has_focus


def test_all_are_replaced_in_one_step(bench: "Bench") -> None:
    before = bench.session.release
    bar = find(bench, "rapat")
    bench.form.finding.begin(replacing=True)
    bar.replacement.set("Temu")
    button = next(one for one in buttons(bar) if str(one["text"]) == "Ganti semua")
    button.invoke()
    bench.pump()
    assert "Temu" in bench.session.release.title
    assert bench.texts[0].startswith("Temu")
    bench.session.undo()
    assert bench.session.release == before


def buttons(widget: tk.Misc) -> list[ttk.Button]:
    found = [child for child in widget.winfo_children() if isinstance(child, ttk.Button)]
    return [*found, *(button for child in widget.winfo_children() for button in buttons(child))]


def test_a_search_can_begin_while_cards_are_selected(bench: "Bench") -> None:
    bench.go("blocks[2].text", 0)
    bench.press("Shift-Up", "Shift-Up")
    bar = find(bench, "rapat")
    assert bar.wanted.get() == "rapat"
    assert bench.form.selection.span is None
    assert bar.count.endswith("dari 3")
