"""A draft's review with the keyboard alone, and the ways back from it."""

from pathlib import Path

import pytest
import ttkbootstrap as ttk

from humas_desk.desk.desk import Desk
from humas_desk.desk.draft_review import is_empty
from humas_desk.intake.parts import Role
from humas_desk.ui.drafts.review_dialog import ReviewDialog
from humas_desk.ui.main_view import MainView
from humas_desk.wording import _
from tests.window.stand_ins import Answers, Pump, press, said, walk, writing
from tests.window.test_drafts import DRAFT, pasted, press_key


@pytest.mark.parametrize("held", ["Control", "Alt", "Control-Alt"])
def test_shortcuts_of_other_programs_do_not_change_what_a_part_is(
    empty: MainView, app: ttk.App, opened: list[ReviewDialog], pump: Pump, held: str
) -> None:
    pasted(empty, app, pump)
    dialog = opened[0]
    before = dialog.review.role_of(dialog.draft.chosen)
    for letter in "ACPSaps":
        press_key(dialog, f"<{held}-Key-{letter}>")
    assert dialog.review.role_of(dialog.draft.chosen) is before
    assert not dialog.review.can_undo


def test_home_end_and_the_page_keys_choose_parts_far_off(
    empty: MainView, app: ttk.App, opened: list[ReviewDialog], pump: Pump
) -> None:
    pasted(empty, app, pump, DRAFT + "\n".join(f"Paragraf nomor {number} berbunyi begini." for number in range(400)))
    dialog = opened[0]
    shown = [part.index for part in dialog.review.parts]
    seen: list[int] = []
    for key in ("<End>", "<Home>", "<Next>", "<Prior>"):
        press_key(dialog, key)
        seen.append(dialog.draft.chosen)
        text = dialog.draft.text
        assert text.tag_ranges("chosen")
        assert text.bbox(f"{dialog.draft.line_of(dialog.draft.chosen)}.0") is not None, key
    assert seen[0] == shown[-1]
    assert seen[1] == seen[3] == shown[0]
    assert seen[2] > shown[1]


def test_what_is_told_below_the_page_is_read_with_the_keys_too(
    empty: MainView, app: ttk.App, opened: list[ReviewDialog], pump: Pump
) -> None:
    pasted(
        empty,
        app,
        pump,
        DRAFT + "\n".join(f"[12/11/25 09.{minute}.00] Humas: Baris {minute}." for minute in range(10, 50)),
    )
    dialog = opened[0]
    told = dialog.outcome.text
    press_key(dialog, "<Tab>")
    assert dialog.dialog.focus_lastfor() is dialog.pages.canvas
    dialog.pages.canvas.event_generate("<Tab>")
    assert dialog.dialog.focus_lastfor() is told
    told.yview_moveto(0)
    app.update()
    told.event_generate("<Next>")
    assert told.yview()[0] > 0


def test_the_cells_of_a_table_stand_below_one_another(
    empty: MainView, opened: list[ReviewDialog], tmp_path: Path, pump: Pump
) -> None:
    path = tmp_path / "draf.html"
    rows = "".join(f"<tr><td>{one}</td><td>{two}</td></tr>" for one, two in (("Kecamatan", "TPS"), ("Paiton", "164")))
    path.write_text(f"<h1>Judul yang Pendek</h1><p>Batam - (12/11) Teks.</p><table>{rows}</table>", encoding="utf-8")
    empty.commands.take_dropped((path,))
    pump(lambda: opened, timeout_s=60)
    text = opened[0].draft.text
    pump(lambda: text.search("164", "1.0"))
    first, second = (text.bbox(text.search(cell, "1.0")) for cell in ("TPS", "164"))
    assert first is not None
    assert second is not None
    assert first[0] == second[0]


def test_after_escape_the_writer_goes_on_where_the_cursor_was(
    empty: MainView, app: ttk.App, opened: list[ReviewDialog], pump: Pump
) -> None:
    field = writing(empty, pump)
    pasted(empty, app, pump)
    press_key(opened[0], "<Escape>")
    pump()
    assert app.focus_lastfor() is field


def test_when_a_draft_is_taken_back_the_release_before_it_can_be_opened_again(
    view: MainView, opened: list[ReviewDialog], answers: Answers, tmp_path: Path, desk: Desk, pump: Pump
) -> None:
    desk.session.put("title", "Yang sedang ditulis")
    before = desk.session.release
    answers.open_file = tmp_path / "draf.txt"
    answers.open_file.write_text(DRAFT, encoding="utf-8")
    view.actions.run("import")
    pump(lambda: opened, timeout_s=30)
    opened[0].take_button.invoke()
    pump()
    view.actions.run("undo")
    assert is_empty(desk.session.release)
    pump(lambda: _("Open it") in words_of(view))
    press(view.root, _("Open it"))
    pump(lambda: desk.session.release == before)


def test_who_says_each_quote_is_told_and_leads_to_its_part(
    empty: MainView, app: ttk.App, opened: list[ReviewDialog], pump: Pump
) -> None:
    pasted(empty, app, pump)
    dialog = opened[0]
    told = dialog.outcome.text
    row = f"Stevi Manuputty · Ketua Bawaslu Kabupaten Contoh · {_verb(dialog)}"
    at = told.search(row, "1.0")
    assert at
    told.see(at)
    app.update()
    box = told.bbox(at)
    assert box is not None
    told.event_generate("<Button-1>", x=box[0] + 2, y=box[1] + 2)
    assert dialog.review.role_of(dialog.draft.chosen) is Role.QUOTE
    press_key(dialog, "<Key-p>")
    assert not told.search(row, "1.0")


def _verb(dialog: ReviewDialog) -> str:
    return next(quote.verb for _part, quote in dialog.review.quotes)


def test_a_long_name_of_a_file_ends_with_dots(
    empty: MainView, opened: list[ReviewDialog], tmp_path: Path, pump: Pump
) -> None:
    path = tmp_path / f"{'Rilis Bawaslu tentang sosialisasi ' * 6}.txt"
    path.write_text(DRAFT, encoding="utf-8")
    empty.commands.take_dropped((path,))
    pump(lambda: opened, timeout_s=60)
    pump(lambda: any("sosialisasi" in line and line.endswith("…") for line in said(opened[0].dialog).splitlines()))


def words_of(view: MainView) -> list[str]:
    """On all buttons of the window."""
    return [str(widget.cget("text")) for widget in walk(view.root) if isinstance(widget, ttk.Button)]
