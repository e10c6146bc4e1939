"""Writing in the form: typing, italics, keys that break and join, paste, undo."""

import tkinter as tk
from typing import TYPE_CHECKING

import pytest

from humas_desk.desk.history import Focus

if TYPE_CHECKING:
    from tests.window.form.conftest import Bench


def shown(widget: tk.Misc) -> str:
    assert isinstance(widget, tk.Text)
    return widget.get("1.0", "end-1c")


def tagged(widget: tk.Misc, tag: str) -> list[str]:
    assert isinstance(widget, tk.Text)
    ranges = [str(index) for index in widget.tag_ranges(tag)]
    assert not ranges or widget.tag_cget(tag, "font"), f"{tag} is not seen"
    return [widget.get(first, last) for first, last in zip(ranges[::2], ranges[1::2], strict=True)]


def test_what_is_typed_is_in_the_release_at_once(bench: "Bench") -> None:
    bench.go("blocks[2].text", 0)
    bench.type("Hari ini ")
    assert bench.texts[2] == "Hari ini Kegiatan diikuti peserta dari semua kecamatan."
    assert bench.form.focused_place() == Focus(place="blocks[2].text", start=9, end=9)


def test_markup_is_seen_as_italics_and_never_as_asterisks(bench: "Bench") -> None:
    text = bench.go("blocks[0].text")
    assert shown(text) == "Rapat koordinasi dibuka pagi ini."
    assert tagged(text, "humas-italic") == ["koordinasi"]


def test_a_typed_asterisk_stays_a_character(bench: "Bench") -> None:
    text = bench.go("blocks[2].text", 0)
    bench.type("*a*")
    assert shown(text).startswith("*a*Kegiatan")
    assert bench.texts[2].startswith(r"\*a\*Kegiatan")


def test_a_text_that_is_only_looked_at_keeps_its_escapes(bench: "Bench") -> None:
    raw = "satu \\* dua \\ tiga"
    bench.session.put("blocks[2].text", raw)
    bench.go("blocks[2].text", 3)
    bench.press("Right", "Left", "End", "Home")
    assert bench.texts[2] == raw


def test_italics_go_on_and_off_for_the_selection(bench: "Bench") -> None:
    bench.go("blocks[2].text", 0, 8)
    bench.form.italic()
    bench.pump()
    assert bench.texts[2].startswith("*Kegiatan* diikuti")
    bench.go("blocks[2].text", 1, 9)
    bench.form.italic()
    bench.pump()
    assert bench.texts[2].startswith("Kegiatan diikuti")


def test_ctrl_i_and_ctrl_b_style_the_selection(bench: "Bench") -> None:
    bench.go("blocks[2].text", 0, 8)
    bench.press("Control-i")
    assert bench.texts[2].startswith("*Kegiatan* diikuti")
    bench.press("Control-b")
    assert bench.texts[2].startswith("***Kegiatan*** diikuti")
    bench.press("Control-i", "Control-b")
    assert bench.texts[2].startswith("Kegiatan diikuti")


def test_bold_and_italics_can_overlap(bench: "Bench") -> None:
    bench.go("blocks[2].text", 0, 16)
    bench.form.italic()
    bench.go("blocks[2].text", 10, 17)
    bench.form.bold()
    bench.pump()
    assert bench.texts[2] == "*Kegiatan **diikuti*** peserta dari semua kecamatan."


def test_italics_asked_for_without_a_selection_are_for_what_is_typed_next(bench: "Bench") -> None:
    bench.go("blocks[2].text", 0)
    bench.form.italic()
    bench.type("live ")
    assert bench.texts[2].startswith("*live* Kegiatan") or bench.texts[2].startswith("*live *Kegiatan")
    bench.form.italic()
    bench.type("x")
    assert "x" in bench.texts[2].partition("Kegiatan")[0].rpartition("*")[2]


def test_what_is_typed_at_the_end_of_italics_is_italic(bench: "Bench") -> None:
    text = bench.go("blocks[0].text", 17)
    bench.type("x")
    assert tagged(text, "humas-italic") == ["koordinasix"]


@pytest.mark.parametrize("key", ["h", "d", "k", "o", "t", "f", "n", "p", "e", "w"])
def test_emacs_keys_do_nothing_to_a_text(bench: "Bench", key: str) -> None:
    bench.go("blocks[2].text", 8)
    before = bench.texts[2]
    bench.press(f"Control-{key}")
    assert bench.texts[2] == before
    assert bench.form.focused_place() == Focus(place="blocks[2].text", start=8, end=8)


def test_ctrl_a_selects_the_whole_text(bench: "Bench") -> None:
    text = bench.go("blocks[2].text", 8)
    bench.press("Control-a")
    assert isinstance(text, tk.Text)
    assert text.get("sel.first", "sel.last").strip() == bench.texts[2]


def test_a_paste_is_clean(bench: "Bench") -> None:
    text = bench.go("blocks[2].text", 0)
    text.clipboard_clear()
    text.clipboard_append("Kutipan\u00a0“baru”\u200b *tebal*\t")
    text.event_generate("<<Paste>>")
    bench.pump()
    assert bench.texts[2].startswith("Kutipan\u00a0“baru” **tebal** Kegiatan")


def test_enter_begins_a_new_paragraph_and_backspace_takes_it_back(bench: "Bench") -> None:
    bench.go("blocks[2].text", 9)
    bench.press("Return")
    assert bench.texts[2:4] == ["Kegiatan ", "diikuti peserta dari semua kecamatan."]
    assert bench.form.focused_place() == Focus(place="blocks[3].text", start=0, end=0)
    bench.press("BackSpace")
    assert bench.texts[2] == "Kegiatan diikuti peserta dari semua kecamatan."
    assert len(bench.ids) == 7


def test_fast_fingers_lose_nothing(bench: "Bench") -> None:
    text = bench.go("blocks[2].text", 8)
    for key in ("a", "b", "Return"):
        text.event_generate(f"<Key-{key}>")
    bench.pump()
    assert bench.texts[2:4] == ["Kegiatanab", " diikuti peserta dari semua kecamatan."]


def test_moving_the_cursor_forgets_the_style_that_was_asked_for(bench: "Bench") -> None:
    bench.go("blocks[2].text", 4)
    bench.press("Control-i", "Right")
    bench.type("x")
    assert "*" not in bench.texts[2]


def test_enter_inside_italics_keeps_both_halves_italic(bench: "Bench") -> None:
    bench.go("blocks[0].text", 11)
    bench.press("Return")
    assert bench.texts[0] == "Rapat *koor*"
    assert bench.texts[1] == "*dinasi* dibuka pagi ini."


def test_pasted_lines_become_paragraphs_in_one_step(bench: "Bench") -> None:
    text = bench.go("blocks[2].text", 0)
    text.clipboard_clear()
    text.clipboard_append("Satu\r\n\r\nDua\nTiga ")
    text.event_generate("<<Paste>>")
    bench.pump()
    assert bench.texts[2:5] == ["Satu", "Dua", "Tiga Kegiatan diikuti peserta dari semua kecamatan."]
    bench.session.undo()
    assert len(bench.ids) == 7


def paste(bench: "Bench", text: tk.Misc, clipboard: str) -> None:
    text.clipboard_clear()
    text.clipboard_append(clipboard)
    text.event_generate("<<Paste>>")
    bench.pump()


def test_what_a_messenger_marked_bold_is_bold_when_it_is_pasted(bench: "Bench") -> None:
    before = bench.texts[2]
    paste(bench, bench.go("blocks[2].text", 0), "Rapat *penting* 🎉 ")
    assert bench.texts[2] == f"Rapat **penting** {before}"
    bench.session.undo()
    assert bench.texts[2] == before


def test_paragraphs_that_are_pasted_keep_their_looks(bench: "Bench") -> None:
    paste(bench, bench.go("blocks[2].text", 0), "_Satu_\n\n*Dua*\n\nTiga ")
    assert bench.texts[2:5] == ["*Satu*", "**Dua**", "Tiga Kegiatan diikuti peserta dari semua kecamatan."]


def test_a_title_is_bold_by_itself(bench: "Bench") -> None:
    bench.session.put("title", "")
    paste(bench, bench.go("title"), "*RAPAT KOORDINASI*")
    assert bench.session.release.title == "RAPAT KOORDINASI"


def test_undo_shows_the_old_text_and_puts_the_cursor_there(bench: "Bench") -> None:
    bench.go("blocks[2].text", 8)
    bench.type("xyz")
    bench.go("title")
    bench.session.undo()
    bench.pump()
    assert bench.texts[2].startswith("Kegiatan diikuti")
    assert bench.form.focused_place() == Focus(place="blocks[2].text", start=8, end=8)
    assert shown(bench.app.focus_get() or bench.app).startswith("Kegiatan diikuti")
    bench.session.redo()
    bench.pump()
    assert shown(bench.app.focus_get() or bench.app).startswith("Kegiatanxyz diikuti")


def test_the_title_grows_with_its_text(bench: "Bench") -> None:
    title = bench.go("title")
    before = title.winfo_height()
    bench.session.put("title", "Judul yang sangat panjang " * 6)
    bench.settle()
    assert title.winfo_height() > 2 * before


def test_emoji_before_the_cursor_are_counted_once(bench: "Bench") -> None:
    bench.session.put("blocks[2].text", "Ayo 🗳️ memilih")
    bench.go("blocks[2].text", 7)
    bench.type("x")
    assert bench.texts[2] == "Ayo 🗳️ xmemilih"
