"""The fields around the text: summary row, dates, sections; and problems at their field."""

import datetime as dt
import tkinter as tk
from typing import TYPE_CHECKING

import ttkbootstrap as ttk

from humas_desk.release.blocks import Quote
from humas_desk.release.person import Contact
from humas_desk.release.release import Embargo, Kind, Zone
from humas_desk.ui.fields.choice_field import ChoiceField
from humas_desk.ui.fields.date_field import DateField
from humas_desk.ui.fields.sections import Section, is_filled
from humas_desk.ui.fields.summary_group import SummaryGroup
from humas_desk.ui.fields.title_group import TitleGroup
from humas_desk.ui.form import Choice, Choices
from humas_desk.wording import _, problem_sentence
from tests.window.stand_ins import has_keyboard, walk

if TYPE_CHECKING:
    from tests.window.form.conftest import Bench


def problem_of(bench: "Bench", key: str) -> str:
    label = bench.form.blocks.cards[key].shell._problem
    return str(label["text"]) if label is not None and label.winfo_manager() else ""


def summary(bench: "Bench") -> SummaryGroup:
    group = bench.form.rows.group("@summary")
    assert isinstance(group, SummaryGroup)
    return group


def date_field(bench: "Bench") -> DateField:
    field = next(field for field in summary(bench).fields if field.name == "dateline.date")
    assert isinstance(field, DateField)
    return field


def test_the_summary_row_says_the_facts_and_opens_on_a_click(bench: "Bench") -> None:
    row = summary(bench)
    assert "Bawaslu Kabupaten Contoh" in row.fold.said
    assert "Contoh" in row.fold.said
    assert not row.fields
    row.fold.header.event_generate("<Button-1>")
    bench.settle()
    assert row.fold.is_open
    bench.go("number")
    bench.type("12")
    assert bench.session.release.number == "12"
    assert "12" in row.fold.said


def test_a_date_is_typed_short_and_shown_with_its_weekday(bench: "Bench") -> None:
    entry = bench.go("dateline.date")
    field = date_field(bench)
    assert field.variable.get() == "28/8/2023"
    entry.event_generate("<Control-Key-a>")
    bench.type("1/9/2023")
    assert bench.session.release.dateline.date == dt.date(2023, 9, 1)
    bench.go("title")
    assert field.variable.get() == "Jumat, 1 September 2023"


def test_what_is_no_date_keeps_the_old_one_and_a_red_border(bench: "Bench") -> None:
    entry = bench.go("dateline.date")
    field = date_field(bench)
    entry.event_generate("<Control-Key-a>")
    bench.type("31/2/2023")
    bench.go("title")
    assert bench.session.release.dateline.date == dt.date(2023, 8, 28)
    assert field.entry.instate(["invalid"])
    assert field.hint["text"]


def test_a_contact_is_added_written_and_removed(bench: "Bench") -> None:
    section = bench.form.rows.group("@contact")
    assert isinstance(section, Section)
    section.open()
    bench.settle()
    assert section._add is not None
    section._add.invoke()
    bench.settle()
    bench.type("Rina")
    assert [contact.name for contact in bench.session.release.contacts] == ["Rina"]
    section._remove_item(0)
    bench.settle()
    assert not bench.session.release.contacts
    assert bench.app.focus_get() is section._add
    bench.session.undo()
    assert [contact.name for contact in bench.session.release.contacts] == ["Rina"]


def test_the_contact_with_the_cursor_is_removed_and_no_card(bench: "Bench") -> None:
    bench.go("blocks[0].text")
    bench.session.put("contacts", (Contact(name="Rina"), Contact(name="Dodi")))
    before = bench.ids
    bench.go("contacts[0].phone")
    assert bench.form.can_delete()
    bench.form.delete()
    bench.settle()
    assert [contact.name for contact in bench.session.release.contacts] == ["Dodi"]
    assert bench.ids == before
    place = bench.form.focused_place()
    assert place is not None
    assert place.place == "contacts[0].name"
    bench.session.undo()
    assert [contact.name for contact in bench.session.release.contacts] == ["Rina", "Dodi"]


def test_an_embargo_is_a_day_a_time_and_a_zone(bench: "Bench") -> None:
    bench.go("embargo")
    bench.type("4/5/2026")
    bench.press("Tab")
    bench.type("9.30")
    assert bench.session.release.embargo == Embargo(until="2026-05-04T09:30", zone=Zone.WIB)


def test_sections_are_those_the_kind_needs(bench: "Bench") -> None:
    assert "@event" not in bench.form.scroller.heights
    bench.session.put("kind", Kind.INVITATION)
    bench.settle()
    assert "@event" in bench.form.scroller.heights
    bench.go("event.place")
    bench.type("Aula")
    event = bench.session.release.event
    assert event is not None
    assert event.place == "Aula"


def test_templates_are_those_that_serve_the_kind(bench: "Bench") -> None:
    templates = (
        Choice(name="rilis-berita", label="Rilis berita", kinds=frozenset({Kind.NEWS})),
        Choice(name="undangan-media", label="Undangan", kinds=frozenset({Kind.INVITATION})),
    )
    bench.form.show_choices(Choices(templates=templates))
    bench.go("template")
    field = next(field for field in summary(bench).fields if field.name == "template")
    assert isinstance(field, ChoiceField)
    assert field.box.cget("values")[1:] == ("Rilis berita",)
    bench.session.put("kind", Kind.INVITATION)
    bench.settle()
    assert field.box.cget("values")[1:] == ("Undangan",)


def test_missing_things_are_told_when_the_writer_has_been_there(bench: "Bench") -> None:
    bench.session.put("blocks[1].speaker.name", "")
    bench.session.put("blocks[1].speaker.position", "")
    bench.settle()
    assert problem_of(bench, "q1") == ""
    bench.go("blocks[1].speaker.name")
    bench.settle()
    assert problem_of(bench, "q1") == ""
    bench.go("blocks[2].text")
    bench.settle()
    expected = next(p for p in bench.session.problems() if p.place == "blocks[1].speaker.name")
    assert problem_of(bench, "q1") == problem_sentence(expected)
    bench.go("blocks[1].speaker.name")
    bench.type("Ani")
    bench.settle()
    assert problem_of(bench, "q1") == ""


def test_after_an_export_was_tried_everything_missing_is_told(bench: "Bench") -> None:
    bench.session.put("title", "")
    bench.settle()
    title = bench.form.rows.group("@title")
    assert isinstance(title, TitleGroup)
    before = title.shell._problem
    bench.form.show_all_problems()
    label = title.shell._problem
    assert before is None
    assert label is not None
    assert label["text"]
    assert label["image"]


def test_a_section_that_holds_nothing_says_what_it_is_for(bench: "Bench") -> None:
    sections = [group for group in bench.form.rows.groups if isinstance(group, Section)]
    assert sections
    for section in sections:
        section.show(bench.session)
        if not is_filled(bench.session.release, section.plan):
            assert section.fold.said
            assert section.fold.said != _(section.plan.msgid)


def test_the_position_that_issues_the_release_is_typed_in_the_summary_row(bench: "Bench") -> None:
    bench.go("issued_by")
    bench.type("Ketua")
    assert bench.session.release.issued_by == "Ketua"
    bench.session.undo()
    assert bench.session.release.issued_by is None


def test_a_day_is_written_shorter_where_there_is_little_room(bench: "Bench") -> None:
    bench.go("number")
    field = date_field(bench)
    assert field.variable.get() == "Senin, 28 Agustus 2023"
    bench.app.geometry("380x640+0+0")
    bench.pump(lambda: field.variable.get() == "28 Agustus 2023")
    bench.app.geometry("700x640+0+0")
    bench.pump(lambda: field.variable.get() == "Senin, 28 Agustus 2023")


def test_the_calendar_begins_on_monday_moves_by_keys_and_closes_with_escape(bench: "Bench") -> None:
    bench.go("dateline.date")
    seen: list[list[str]] = []

    def look() -> None:
        popup = next((child for child in bench.app.winfo_children() if isinstance(child, tk.Toplevel)), None)
        if popup is None or not popup.winfo_viewable() or not has_keyboard(popup):
            bench.app.after(20, look)
            return
        labels = [child for frame in popup.winfo_children() for child in walk(frame) if isinstance(child, ttk.Label)]
        seen.append([str(label["text"]) for label in labels])
        popup.event_generate("<Key-Escape>")

    bench.app.after(20, look)
    bench.press("F4")
    days = [text for text in seen[0] if text in {"Sn", "Sl", "Rb", "Km", "Jm", "Sb", "Mg"}]
    assert days == ["Sn", "Sl", "Rb", "Km", "Jm", "Sb", "Mg"]
    assert bench.session.release.dateline.date == dt.date(2023, 8, 28)
    assert not [
        child for child in bench.app.winfo_children() if isinstance(child, tk.Toplevel) and child.winfo_ismapped()
    ]


def test_a_row_is_opened_and_filled_with_the_keyboard_alone(bench: "Bench") -> None:
    bench.go("title")
    bench.press("Shift-Tab", "Return", "Tab", "Tab", "Tab")
    bench.type("12")
    assert bench.session.release.number == "12"
    section = bench.form.rows.group("@contact")
    assert isinstance(section, Section)
    bench.form.scroller.bring_live("@contact")
    bench.form.scroller.show_now("@contact", section.header)
    bench.settle()
    section.header.focus_set()
    bench.press("Return", "Tab", "Return")
    bench.type("rina")
    assert [contact.name for contact in bench.session.release.contacts] == ["rina"]


def test_letters_choose_from_a_list_and_alt_down_opens_it(bench: "Bench") -> None:
    box = bench.go("blocks[1].verb")
    bench.type("tut")
    quote = bench.session.release.blocks[1]
    assert isinstance(quote, Quote)
    assert quote.verb == "tutur"
    before = bench.ids
    bench.press("Alt-Down")
    assert bench.ids == before
    popdown = str(bench.app.tk.call("ttk::combobox::PopdownWindow", str(box)))
    assert int(bench.app.tk.call("winfo", "ismapped", popdown))
    bench.app.tk.call("ttk::combobox::Unpost", str(box))


def test_the_pointer_may_leave_the_gap_for_a_window_that_only_tk_knows(
    bench: "Bench", callback_errors: list[BaseException]
) -> None:
    tk = bench.app.tk
    tk.call("toplevel", ".theirs")
    tk.call("wm", "overrideredirect", ".theirs", 1)
    tk.call("wm", "geometry", ".theirs", "90x90+700+20")
    bench.pump(lambda: str(tk.call("winfo", "containing", 720, 40)) == ".theirs")
    bench.form.scroller.canvas.event_generate("<Leave>", rootx=720, rooty=40)
    bench.pump()
    tk.call("destroy", ".theirs")
    assert callback_errors == []


def test_home_end_and_letters_move_in_an_opened_list(bench: "Bench") -> None:
    box = bench.go("blocks[1].verb")
    bench.press("Alt-Down")
    popdown = str(bench.app.tk.call("ttk::combobox::PopdownWindow", str(box)))
    verbs = box.cget("values")

    def press(*keys: str) -> str:
        for key in keys:
            bench.app.tk.call("event", "generate", f"{popdown}.f.l", f"<{key}>")
        (chosen,) = bench.app.tk.splitlist(bench.app.tk.call(f"{popdown}.f.l", "curselection"))
        return str(verbs[int(chosen)])

    assert press("End") == verbs[-1]
    assert press("Home") == verbs[0]
    assert press("t", "u", "t") == "tutur"
    press("Return")
    bench.pump()
    quote = bench.session.release.blocks[1]
    assert isinstance(quote, Quote)
    assert quote.verb == "tutur"


def test_tab_into_a_line_selects_it_so_that_typing_replaces_it(bench: "Bench") -> None:
    bench.go("template")
    bench.press("Tab")
    bench.type("batam")
    assert bench.session.release.dateline.city == "batam"
    bench.press("Shift-Tab", "Tab")
    entry = bench.app.focus_get()
    assert isinstance(entry, ttk.Entry)
    assert entry.selection_present()
    bench.go("title")
    assert not entry.selection_present()
