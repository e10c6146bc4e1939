"""Attachments: pages of their own that are written like the release."""

import tkinter as tk
from typing import TYPE_CHECKING

from humas_desk.desk.finding import Query
from humas_desk.release.blocks import Paragraph, Table
from humas_desk.release.release import Attachment
from humas_desk.ui.fields.attachment_groups import AttachmentHead, AttachmentList
from humas_desk.wording import problem_sentence

if TYPE_CHECKING:
    from tests.window.form.conftest import Bench


def attachments(bench: "Bench") -> AttachmentList:
    group = bench.form.rows.group("@attachments")
    assert isinstance(group, AttachmentList)
    return group


def head(bench: "Bench") -> AttachmentHead:
    group = bench.form.rows.group("@attachment")
    assert isinstance(group, AttachmentHead)
    return group


def two(bench: "Bench") -> None:
    first = Attachment(title="Daftar peserta", blocks=(Paragraph(id="a1", text="Peserta rapat."),))
    second = Attachment(blocks=(Paragraph(id="a2", text="Jadwal."), Paragraph(id="a3", text="Rapat ditutup.")))
    bench.session.put("attachments", (first, second))
    bench.settle()


def opened_with_two(bench: "Bench") -> AttachmentList:
    """The list of two attachments, in view."""
    two(bench)
    row = attachments(bench)
    row.open()
    bench.form.scroller.bring_live("@attachments")
    bench.form.scroller.show_now("@attachments", row._stops[0])
    bench.settle()
    return row


def test_an_attachment_is_added_written_and_left_again(bench: "Bench") -> None:
    row = attachments(bench)
    row.open()
    row.add()
    bench.settle()
    bench.type("daftar")
    bench.press("Return")
    bench.type("satu")
    bench.press("Return")
    bench.type("dua")
    attached = bench.session.release.attachments[0]
    assert attached.title == "daftar"
    assert [getattr(block, "text", None) for block in attached.blocks] == ["satu", "dua"]
    assert bench.form.focused_place() is not None
    assert str(bench.form.focused_place()).count("attachments[0].blocks[1].text") == 1
    bench.press("Escape")
    assert bench.form.sheet.attachment is None
    assert "p1" in bench.form.blocks
    assert bench.app.focus_get() is row._stops[0]
    assert "daftar" in str(row._stops[0].cget("text"))


def test_the_button_leads_back_to_the_release(bench: "Bench") -> None:
    two(bench)
    bench.go("attachments[0].title")
    head(bench).back.invoke()
    bench.settle()
    assert bench.form.sheet.attachment is None
    bench.press("space")
    assert bench.form.sheet.attachment == 0


def test_every_kind_of_part_goes_into_an_attachment(bench: "Bench") -> None:
    two(bench)
    bench.go("attachments[1].blocks[1].text")
    bench.form.insert("table")
    bench.settle()
    assert isinstance(bench.session.release.attachments[1].blocks[2], Table)
    assert len(bench.session.release.blocks) == 7
    bench.type("Kecamatan")
    table = bench.session.release.attachments[1].blocks[2]
    assert isinstance(table, Table)
    assert table.rows[0][0] == "Kecamatan"
    bench.form.move(-1)
    bench.settle()
    assert isinstance(bench.session.release.attachments[1].blocks[1], Table)


def test_undo_goes_to_the_attachment_it_happened_in(bench: "Bench") -> None:
    two(bench)
    bench.go("attachments[0].blocks[0].text", 14)
    bench.type("x")
    bench.go("title")
    assert "p1" in bench.form.blocks
    focus = bench.session.undo()
    assert focus is not None
    bench.form.go_to(focus)
    assert bench.form.sheet.attachment == 0
    assert bench.session.release.attachments[0].blocks[0] == Paragraph(id="a1", text="Peserta rapat.")


def test_an_attachment_taken_away_while_it_is_open_leads_back_to_the_release(bench: "Bench") -> None:
    two(bench)
    bench.go("attachments[1].blocks[0].text")
    bench.session.undo()
    bench.settle()
    assert bench.form.sheet.attachment is None
    assert "p1" in bench.form.blocks


def test_an_attachment_is_removed_from_the_list_and_comes_back(bench: "Bench") -> None:
    row = opened_with_two(bench)
    remove = next(w for w in row._list.winfo_children()[0].winfo_children() if isinstance(w, tk.Label))
    remove.event_generate("<Button-1>")
    bench.settle()
    assert [one.title for one in bench.session.release.attachments] == [""]
    bench.session.undo()
    assert [one.title for one in bench.session.release.attachments] == ["Daftar peserta", ""]


def test_attachments_change_places_by_key_and_by_arrow(bench: "Bench") -> None:
    row = opened_with_two(bench)
    row._stops[0].focus_force()
    bench.press("Alt-Down")
    assert [one.title for one in bench.session.release.attachments] == ["", "Daftar peserta"]
    assert bench.app.focus_get() is row._stops[1]
    bench.press("Alt-Down")
    assert [one.title for one in bench.session.release.attachments] == ["", "Daftar peserta"]
    up = [w for w in row._list.winfo_children()[1].winfo_children() if isinstance(w, tk.Label)][-1]
    up.event_generate("<Button-1>")
    bench.settle()
    assert [one.title for one in bench.session.release.attachments] == ["Daftar peserta", ""]


def test_a_search_goes_on_into_the_attachments(bench: "Bench") -> None:
    two(bench)
    bench.go("title")
    bench.form.finding.begin()
    bar = bench.form.finding.bar
    assert bar is not None
    bar.wanted.set("ditutup")
    bench.pump(lambda: bench.form.sheet.attachment == 1)
    assert bar.query == Query(text="ditutup")
    field = bench.form.blocks.cards["a3"].fields[0].inputs[0]
    assert isinstance(field, tk.Text)
    assert field.tag_ranges("humas-hit-now")
    bench.form.finding.close()


def test_what_is_to_be_mended_is_told_at_the_part_and_in_the_closed_list(bench: "Bench") -> None:
    two(bench)
    bench.go("attachments[1].blocks[0].text")
    bench.form.insert("quote")
    bench.form.show_all_problems()
    bench.settle()
    quote = bench.form.sheet.release.blocks[1].id
    label = bench.form.blocks.cards[quote].shell._problem
    assert label is not None
    assert label["text"]
    bench.go("title")
    bench.form.scroller.bring_live("@attachments")
    bench.settle()
    assert attachments(bench).fold.said in {problem_sentence(p) for p in bench.session.problems()}
