from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
import tkinter as tk

import docx
import pytest
import ttkbootstrap as ttk

from humas_desk.desk.desk import Desk
from humas_desk.desk.draft_reading import ReadWith, Source
from humas_desk.desk.draft_review import CHANNEL, is_empty
from humas_desk.desk.importing import Imported
from humas_desk.desk.returned_copy import ReturnedCopy
from humas_desk.intake.differences import differences
from humas_desk.intake.manuscript import Note, NoteKind
from humas_desk.intake.parts import DropReason, Role
from humas_desk.intake.returned import Returned
from humas_desk.release.blocks import Heading, ItemList, Paragraph, Quote, Table
from humas_desk.release.carried import Carried, Passage, Span
from humas_desk.release.container import Bundle
from humas_desk.release.release import Kind
from humas_desk.typeset.page_map import Box
from humas_desk.ui import theme
from humas_desk.ui.drafts.differences_dialog import DifferencesDialog
from humas_desk.ui.drafts.part_words import REASONS, ground
from humas_desk.ui.drafts.review_dialog import ReviewDialog
from humas_desk.ui.main_view import MainView
from humas_desk.wording import _
from tests.window.stand_ins import Answers, Dialogs, Pump, StillWorker, answer, press, said, walk, writing
from tests.window.test_preview_pane import answer_to

DRAFT = """[12/11/25 09.14.22] Humas: *Pengawas Pulau Terima Rompi*
[12/11/25 09.14.40] Humas: Masohi, 12 November 2025 - Bawaslu Kabupaten Contoh membagikan rompi kepada pengawas.
"Keselamatan pengawas adalah yang utama," tegas Ketua Bawaslu Kabupaten Contoh, Stevi Manuputty.
Rompi tersebut dipinjamkan selama masa tugas.
"""


def pasted(view: MainView, app: ttk.App, pump: Pump, text: str = DRAFT) -> None:
    app.clipboard_clear()
    app.clipboard_append(text)
    writing(view, pump).event_generate("<Control-v>")
    pump()


def press_key(dialog: ReviewDialog, key: str) -> None:
    """On the draft's words."""
    dialog.draft.text.focus_force()
    dialog.dialog.update()
    dialog.draft.text.event_generate(key)


def read(view: MainView) -> str:
    """The words on the left."""
    texts = [widget for widget in walk(view.root) if isinstance(widget, tk.Text)]
    return "\n".join(text.get("1.0", "end") for text in texts)


def test_a_draft_pasted_into_an_empty_release_is_reviewed_first(
    empty: MainView, app: ttk.App, opened: list[ReviewDialog], desk: Desk, pump: Pump
) -> None:
    pasted(empty, app, pump)
    assert len(opened) == 1
    assert is_empty(desk.session.release)
    left = opened[0].draft.text.get("1.0", "end")
    for role, words in (
        ("Title", "Pengawas Pulau Terima Rompi"),
        ("Dateline", "Masohi, 12 November"),
        ("Quote", '"Kes'),
    ):
        assert f"{_(role)}\t{words}" in left


def test_the_page_that_would_come_of_the_draft_stands_beside_it_and_follows_every_change(
    empty: MainView, app: ttk.App, opened: list[ReviewDialog], worker: StillWorker, pump: Pump
) -> None:
    pasted(empty, app, pump)
    dialog = opened[0]
    pump(lambda: worker.requests and worker.requests[-1].channel == CHANNEL)
    request = worker.requests[-1]
    assert request.job.release.title == "Pengawas Pulau Terima Rompi"
    assert request.width_px > dialog.pages.canvas.winfo_width() // 2
    worker.news.append(replace(answer_to(request), channel=CHANNEL))
    empty.link._watch()
    pump(lambda: dialog.pages.page_count)
    press_key(dialog, "<Delete>")
    pump(lambda: worker.requests[-1].job.release.title == "")
    assert worker.requests[-1].channel == CHANNEL


def test_a_click_on_the_page_chooses_the_part_that_stands_there(
    empty: MainView, app: ttk.App, opened: list[ReviewDialog], worker: StillWorker, pump: Pump
) -> None:
    pasted(empty, app, pump)
    dialog = opened[0]
    pump(lambda: worker.requests and worker.requests[-1].channel == CHANNEL)
    box = Box(page=1, x0_pt=0, y0_pt=0, x1_pt=590, y1_pt=840, place="blocks[1].text", offset=0, length=3)
    worker.news.append(replace(answer_to(worker.requests[-1]), channel=CHANNEL, boxes=(box,)))
    empty.link._watch()
    pump(lambda: dialog.pages.page_count)
    canvas = dialog.pages.canvas
    canvas.event_generate("<ButtonRelease-1>", x=canvas.winfo_width() // 2, y=canvas.winfo_height() // 2)
    pump(lambda: dialog.review.intake.parts[dialog.draft.chosen].role is Role.QUOTE)


def test_a_long_draft_is_read_anew_beside_the_window_and_taken_over_only_then(
    empty: MainView, app: ttk.App, opened: list[ReviewDialog], desk: Desk, pump: Pump
) -> None:
    app.clipboard_clear()
    app.clipboard_append(DRAFT + "\nParagraf lain.\n" * 1500)
    writing(empty, pump).event_generate("<Control-v>")
    pump(lambda: opened, timeout_s=60)
    dialog = opened[0]
    last = dialog.review.parts[-1]
    pump(lambda: "Paragraf lain." in dialog.draft.text.get(f"{dialog.draft.line_of(last.index)}.0", "end"))
    assert dialog.review.role_of(dialog.draft.chosen) is Role.TITLE
    press_key(dialog, "<Key-p>")
    assert f" {_('Title')}" not in dialog.draft.text.get("1.0", "10.0")
    assert dialog.take_button.instate(["disabled"])
    dialog.take()
    assert is_empty(desk.session.release)
    pump(lambda: dialog.take_button.instate(["!disabled"]), timeout_s=60)
    assert dialog.review.intake.release.title == ""
    dialog.take_button.invoke()
    pump()
    assert not is_empty(desk.session.release)


def test_one_button_takes_the_draft_over_and_one_undo_takes_it_back(
    empty: MainView, app: ttk.App, opened: list[ReviewDialog], desk: Desk, pump: Pump
) -> None:
    before = desk.session.release
    pasted(empty, app, pump)
    opened[0].take_button.invoke()
    pump()
    release = desk.session.release
    assert (release.title, release.id, release.dateline.city) == ("Pengawas Pulau Terima Rompi", before.id, "Masohi")
    assert [type(block) for block in release.blocks] == [Paragraph, Quote, Paragraph]
    assert release.title in read(empty)
    empty.actions.run("undo")
    pump()
    assert desk.session.release == before
    assert "Pengawas Pulau" not in read(empty)


def test_keys_choose_a_part_and_say_what_it_is(
    empty: MainView, app: ttk.App, opened: list[ReviewDialog], pump: Pump
) -> None:
    pasted(empty, app, pump)
    dialog = opened[0]
    text = dialog.draft.text
    text.focus_force()
    pump()
    while dialog.review.intake.parts[dialog.draft.chosen].role is not Role.QUOTE:
        text.event_generate("<Down>")
    chosen = dialog.draft.chosen
    text.event_generate("<Key-p>")
    pump()
    assert dialog.review.intake.parts[chosen].role is Role.PARAGRAPH
    assert dialog.draft.chosen == chosen
    assert not any(isinstance(block, Quote) for block in dialog.review.intake.release.blocks)
    text.event_generate("<Delete>")
    assert "Keselamatan pengawas" in "".join(one.text for one in dialog.review.dropped)
    text.event_generate("<Control-z>")
    text.event_generate("<Control-z>")
    assert dialog.review.intake.parts[chosen].role is Role.QUOTE


def test_a_click_chooses_a_part_and_another_says_what_it_is(
    empty: MainView, app: ttk.App, opened: list[ReviewDialog], pump: Pump
) -> None:
    pasted(empty, app, pump)
    dialog = opened[0]
    text = dialog.draft.text
    last = dialog.review.parts[-1]
    found = text.bbox(f"{dialog.draft.line_of(last.index)}.2")
    assert found is not None
    text.event_generate("<Button-1>", x=found[0] + 2, y=found[1] + 2)
    pump()
    assert dialog.draft.chosen == last.index
    assert dialog.roles.chosen is last.role
    dialog.roles.line(Role.HEADING).event_generate("<Button-1>")
    assert dialog.review.intake.parts[last.index].role is Role.HEADING
    assert dialog.roles.chosen is Role.HEADING


def test_what_is_doubted_is_told_below_the_page_and_its_part_is_chosen_first(
    empty: MainView, app: ttk.App, opened: list[ReviewDialog], pump: Pump
) -> None:
    pasted(empty, app, pump, DRAFT.replace("12 November 2025 - ", "Jumat (12/11/2025) - "))
    dialog = opened[0]
    right = dialog.outcome.text.get("1.0", "end")
    assert right.startswith(_("To look at"))
    assert dialog.outcome.text.tag_ranges("here")
    assert dialog.review.intake.parts[dialog.draft.chosen].role is Role.DATELINE
    assert f"{_('Dateline')} ?" in dialog.draft.text.get("1.0", "end")


def test_escape_leaves_the_release_as_it_was(
    empty: MainView, app: ttk.App, opened: list[ReviewDialog], desk: Desk, pump: Pump
) -> None:
    before = desk.session.release
    pasted(empty, app, pump)
    opened[0].draft.text.focus_force()
    pump()
    opened[0].draft.text.event_generate("<Escape>")
    pump()
    assert not opened[0].dialog.winfo_exists()
    assert desk.session.release == before


def test_what_a_browser_copied_keeps_its_headings_and_italics(
    empty: MainView, app: ttk.App, opened: list[ReviewDialog], pump: Pump
) -> None:
    app.clipboard_clear()
    app.clipboard_append(
        "Pengawas Pulau Terima Rompi\nMasohi - Rompi safety dibagikan.\nTahap\nPulau Seram lebih dulu."
    )
    page = "<h1>Pengawas Pulau Terima Rompi</h1><p>Masohi - Rompi <i>safety</i> dibagikan.</p><h2>Tahap</h2>"
    app.clipboard_append(f"{page}<p>Pulau Seram lebih dulu.</p>", type="text/html")
    writing(empty, pump).event_generate("<Control-v>")
    pump(lambda: opened, timeout_s=60)
    release = opened[0].review.intake.release
    assert [type(block) for block in release.blocks] == [Paragraph, Heading, Paragraph]
    assert release.blocks[0] == Paragraph(id=release.blocks[0].id, text="Rompi *safety* dibagikan.")


def test_one_line_is_pasted_as_ever(empty: MainView, app: ttk.App, opened: list[ReviewDialog], pump: Pump) -> None:
    pasted(empty, app, pump, "Hanya satu baris")
    assert opened == []
    assert empty.desk.session.release.title == "Hanya satu baris"


def test_rows_for_a_table_are_no_draft(
    empty: MainView, app: ttk.App, opened: list[ReviewDialog], desk: Desk, pump: Pump
) -> None:
    empty.actions.run("insert-table")
    pump()
    pasted(empty, app, pump, "Kecamatan\tTPS\nPaiton\t164\n")
    assert opened == []
    table = next(block for block in desk.session.release.blocks if isinstance(block, Table))
    assert table.rows[:2] == (("Kecamatan", "TPS"), ("Paiton", "164"))


def test_items_for_a_list_are_no_draft(
    empty: MainView, app: ttk.App, opened: list[ReviewDialog], desk: Desk, pump: Pump
) -> None:
    empty.actions.run("insert-list")
    pump()
    pasted(empty, app, pump, "Satu barang\nDua barang\n")
    assert opened == []
    items = next(block for block in desk.session.release.blocks if isinstance(block, ItemList))
    assert items.items == ("Satu barang", "Dua barang")


def test_where_something_is_written_a_paste_is_only_a_paste(
    view: MainView, app: ttk.App, opened: list[ReviewDialog], pump: Pump
) -> None:
    assert not is_empty(view.desk.session.release)
    pasted(view, app, pump)
    assert opened == []


def test_a_draft_file_becomes_a_new_release_and_the_open_one_stays_in_the_archive(
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
    assert desk.session.release.id != before.id
    assert desk.session.release.title == "Pengawas Pulau Terima Rompi"
    assert desk.archive.row(before.id).get() is not None
    view.actions.run("undo")
    assert is_empty(desk.session.release)


def test_a_draft_that_is_opened_as_if_it_were_a_release_is_reviewed(
    view: MainView, opened: list[ReviewDialog], answers: Answers, tmp_path: Path, pump: Pump
) -> None:
    answers.open_file = tmp_path / "draf.txt"
    answers.open_file.write_text(DRAFT, encoding="utf-8")
    view.actions.run("open")
    pump(lambda: opened, timeout_s=30)


def test_a_file_that_cannot_be_read_is_told_with_the_way_out(
    view: MainView, app: ttk.App, answers: Answers, tmp_path: Path, dialogs: Dialogs, pump: Pump
) -> None:
    answers.open_file = tmp_path / "lama.rtf"
    answers.open_file.write_bytes(rb"{\rtf1 lama}")
    heard = answer(app, dialogs, _("Close"))
    view.actions.run("import")
    pump(lambda: heard, timeout_s=30)
    assert "lama.rtf" in heard[0]
    assert "DOCX" in heard[0]


def test_reading_can_be_called_off(view: MainView, answers: Answers, tmp_path: Path, pump: Pump) -> None:
    answers.open_file = tmp_path / "draf.txt"
    answers.open_file.write_text(DRAFT, encoding="utf-8")
    view.actions.run("import")
    pump(lambda: view.commands.drafts.is_busy)
    view.commands.drafts._say_waiting()
    assert "draf.txt" in view.shell.toasts.text
    press(view.root, _("Cancel"))
    pump(lambda: not view.commands.drafts.is_busy)
    assert view.shell.toasts.text == ""


def returned(desk: Desk, *after: str) -> Imported:
    """A copy of the open release's title and first paragraph, as it came back."""
    release = replace(desk.session.release, title="Judul lama", blocks=(Paragraph(id="a", text="Satu dua tiga."),))
    desk.session.restore(release, {})
    release = desk.session.release
    passages = tuple(
        Passage(text=text, spans=(Span(start=0, length=len(text), place=place, offset=0),))
        for text, place in (("Judul lama", "title"), ("Satu dua tiga.", "blocks[0].text"))
    )
    carried = Carried(bundle=Bundle(release=release, photos={}), passages=passages)
    found = differences(passages, after)
    back = Returned(carried=carried, differences=found)
    return Imported(state=desk.session.state, differences=found, returned=back)


@pytest.fixture
def differences_of(view: MainView, desk: Desk, pump: Pump) -> Callable[..., DifferencesDialog]:
    def show(*after: str) -> DifferencesDialog:
        copy = ReturnedCopy(desk, returned(desk, *after), name="salinan.docx")
        dialog = DifferencesDialog(view.shell, copy, on_take=copy.take_over)
        dialog.dialog.show(focus=dialog.list.text)
        pump()
        return dialog

    return show


def test_changed_words_are_shown_so_that_they_can_be_read_without_colour(
    differences_of: Callable[..., DifferencesDialog],
) -> None:
    dialog = differences_of("Judul lama", "Satu empat tiga.", "Sama sekali baru.")
    text = dialog.list.text
    assert "salinan.docx" in said(dialog.dialog)
    struck = [text.get(*text.tag_ranges("removed")[:2])]
    assert struck == ["dua"]
    assert int(text.tag_cget("removed", "overstrike")) == int(text.tag_cget("added", "underline")) == 1
    assert [_("Changed") in text.get("1.0", "end"), _("Added") in text.get("1.0", "end")] == [True, True]


def test_where_a_new_paragraph_was_put_is_told(differences_of: Callable[..., DifferencesDialog]) -> None:
    words = differences_of("Baru di atas.", "Judul lama", "Satu dua tiga.", "Baru di bawah.").list.text.get(
        "1.0", "end"
    )
    above, below = (line for line in words.splitlines() if _("Added") in line)
    assert above.endswith(_("Added"))
    assert below.endswith(_("below: {place}").format(place=_("Paragraph")))


def test_changes_are_taken_over_one_by_one_in_one_step(
    differences_of: Callable[..., DifferencesDialog], desk: Desk, pump: Pump
) -> None:
    dialog = differences_of("Judul baru", "Satu empat tiga.")
    before = desk.session.release
    text = dialog.list.text
    text.focus_force()
    pump()
    text.event_generate("<Down>")
    text.event_generate("<space>")
    assert dialog.copy.wanted == {0}
    text.event_generate("<Control-Return>")
    pump()
    assert desk.session.release == replace(before, title="Judul baru")
    desk.session.undo()
    assert desk.session.release == before


def test_a_copy_with_notes_and_without_changes_shows_them_and_brings_the_release_back(
    view: MainView, desk: Desk, pump: Pump
) -> None:
    back = returned(desk, "Judul lama", "Satu dua tiga.")
    assert back.returned is not None
    note = Note(kind=NoteKind.COMMENT, text="Tolong dicek lagi", author="Kabag")
    copy = ReturnedCopy(desk, replace(back, returned=replace(back.returned, notes=(note,))), name="salinan.docx")
    before = desk.session.release
    desk.session.restore(replace(before, title="Lain"), {})
    dialog = DifferencesDialog(view.shell, copy, on_take=copy.take_over)
    dialog.dialog.show(focus=dialog.list.text)
    pump()
    text = dialog.list.text.get("1.0", "end")
    assert "Tolong dicek lagi" in text
    assert "Kabag" in text
    dialog.turn()
    dialog.take_button.invoke()
    pump()
    assert desk.session.release == before


def test_all_changes_are_taken_over_or_none(differences_of: Callable[..., DifferencesDialog], desk: Desk) -> None:
    dialog = differences_of("Judul baru", "Satu empat tiga.")
    press(dialog.dialog, _("None"))
    assert dialog.take_button.instate(["disabled"])
    press(dialog.dialog, _("All"))
    dialog.take_button.invoke()
    assert desk.session.release.title == "Judul baru"
    assert desk.session.release.blocks[0] == Paragraph(id="a", text="Satu empat tiga.")


def test_text_written_here_since_is_not_lost_silently(view: MainView, desk: Desk) -> None:
    imported = returned(desk, "Judul baru", "Satu dua tiga.")
    desk.session.put("title", "Ditulis sesudahnya")
    copy = ReturnedCopy(desk, imported, name="salinan.docx")
    dialog = DifferencesDialog(view.shell, copy, on_take=copy.take_over)
    dialog.dialog.show()
    assert copy.is_behind
    assert _("Undo") in said(dialog.dialog) or "Urungkan" in said(dialog.dialog)
    dialog.take()
    desk.session.undo()
    assert desk.session.release.title == "Ditulis sesudahnya"


def test_the_office_and_the_region_names_help_reading(empty: MainView) -> None:
    reader = empty.commands.drafts._reader()
    assert isinstance(reader, ReadWith)
    assert "batam" in {place.casefold() for place in reader.places}
    assert reader.read(Source(text=DRAFT)).intake is not None


def test_what_a_file_holds_besides_its_text_is_listed(
    view: MainView, opened: list[ReviewDialog], tmp_path: Path, pump: Pump
) -> None:
    document = docx.Document()
    document.add_heading("Judul yang Pendek", 0)
    paragraph = document.add_paragraph("Batam - (12/11) Paragraf pertama.")
    document.add_comment(paragraph.runs[0], text="Periksa angkanya", author="Ibu Ketua")
    document.sections[0].header.paragraphs[0].text = "Naskah internal"
    document.save(str(tmp_path / "draf.docx"))
    view.commands.take_dropped((tmp_path / "draf.docx",))
    pump(lambda: opened, timeout_s=60)
    right = opened[0].outcome.text.get("1.0", "end")
    assert f"{_('Comment')} (Ibu Ketua): Periksa angkanya" in right
    assert f"{_('Head or foot of the page')}: Naskah internal" in right
    assert "draf.docx" in said(opened[0].dialog)


def test_a_copy_of_a_release_that_is_not_open_brings_it_onto_the_desk(view: MainView, desk: Desk, pump: Pump) -> None:
    imported = returned(desk, "Judul baru", "Satu dua tiga.")
    copied = desk.session.release
    view.commands.new(Kind.NEWS)
    pump()
    assert not ReturnedCopy(desk, imported, name="salinan.docx").puts_away
    desk.session.put("title", "Yang sedang ditulis")
    dialog = DifferencesDialog(view.shell, ReturnedCopy(desk, imported, name="salinan.docx"), on_take=pump)
    assert _("The release that is open now stays in the archive.") in said(dialog.dialog)
    dialog.dialog.close()
    view.commands._switch(ReturnedCopy(desk, imported, name="salinan.docx").take_over)
    assert (desk.session.release.id, desk.session.release.title) == (copied.id, "Judul baru")
    view.actions.run("undo")
    assert desk.session.release == copied


def test_every_look_keeps_the_words_of_every_part_readable(app: ttk.App) -> None:
    def light(colour: str) -> float:
        parts = [value / 255 for value in bytes.fromhex(colour[1:])]
        red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    try:
        for look in theme.LOOKS:
            theme.wear(app, look, 100)
            for role in Role:
                for ink in (theme.INK, theme.INK_SOFT):
                    bright, dark = sorted((light(ground(role)), light(ink)), reverse=True)
                    assert (bright + 0.05) / (dark + 0.05) >= 4.5, (look, role, ink)
    finally:
        theme.wear(app, theme.LIGHT, 100)


def test_what_the_release_says_anyway_is_told_after_what_is_gone(
    empty: MainView, app: ttk.App, opened: list[ReviewDialog], pump: Pump
) -> None:
    pasted(empty, app, pump, f"Nomor: 12/HM/2025\n{DRAFT}mohon dimuat ya kak\n")
    told = opened[0].outcome.text.get("1.0", "end")
    assert told.index("mohon dimuat") < told.index(f"Nomor  ({_(REASONS[DropReason.LABEL])})")
