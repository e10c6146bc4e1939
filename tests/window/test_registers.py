from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
import tkinter as tk
import zipfile

import pytest
import ttkbootstrap as ttk

from humas_desk.archive.numbers import NumberState
from humas_desk.archive.people import PersonRow, PositionRow
from humas_desk.desk.desk import Desk
from humas_desk.desk.history import Focus, State
from humas_desk.release.blocks import Paragraph, Quote
from humas_desk.release.person import Speaker
from humas_desk.release.release import Release
from humas_desk.ui import theme
from humas_desk.ui.main_view import MainView
from humas_desk.ui.records.numbers_view import NumbersView
from humas_desk.ui.records.people_view import PeopleView
from humas_desk.wording import _
from tests.window.stand_ins import Answers, Dialogs, Pump, press, said, walk


def a_release(number: int) -> Release:
    return Release(id=f"r{number}", title=f"Rilis {number}", blocks=(Paragraph(id="a", text="Isi."),))


@pytest.fixture
def numbers(view: MainView, desk: Desk, pump: Pump) -> Iterator[NumbersView]:
    """A register with 1, 1 again and 4."""
    today = desk._now().date()
    for number, seq in ((1, 1), (2, 1), (3, 4)):
        desk.begin_with(State(release=a_release(number)))
        desk.registers.reserve_number(desk.session.state, desk.session.office, today, seq=seq).get()
    view.show_session()
    view.actions.run("numbers")
    opened = view.commands.records.view
    assert isinstance(opened, NumbersView)
    pump(lambda: len(opened.list.rows) == 4)
    yield opened
    view.commands.records.uncover()


def test_the_next_number_is_reserved_beside_its_field(view: MainView, desk: Desk, pump: Pump) -> None:
    desk.begin_with(State(release=a_release(1)))
    view.show_session()
    view.form.go_to(Focus(place="number"))
    pump()
    press(view.form, _("Next number"))
    pump(lambda: desk.session.release.number)
    assert desk.registers.register(desk.registers.books().get()[0]).get().rows[0].number == desk.session.release.number
    undo = next(b for b in walk(view.root) if isinstance(b, ttk.Button) and b.cget("text") == _("Undo"))
    undo.invoke()
    assert not desk.session.release.number


def test_gaps_and_double_numbers_are_shown(numbers: NumbersView) -> None:
    assert [line.said for line in numbers.list.rows] == ["1", "1", "2–3", "4"]
    assert "2–3" in numbers.said.cget("text")
    assert numbers.said.winfo_manager()
    assert numbers.list.text.count(_("twice")) == 2
    assert numbers.list.text.count(_("— nobody has it —")) == 1


def test_a_number_is_made_void_with_a_reason(numbers: NumbersView, dialogs: Dialogs, app: ttk.App, pump: Pump) -> None:
    numbers.list.choose(2)
    assert numbers.void.instate(["disabled"])
    numbers.list.choose(3)

    def reason() -> None:
        if not dialogs():
            app.after(20, reason)
            return
        entry = next(widget for widget in walk(dialogs()[-1]) if isinstance(widget, ttk.Entry))
        entry.insert(0, "Salah ambil")
        press(dialogs()[-1], _("Make it void"))

    app.after(20, reason)
    numbers.void.invoke()
    pump(lambda: (row := numbers.list.rows[-1].row) is not None and row.state is NumberState.VOID)
    assert "Salah ambil" in numbers.list.text


def test_the_register_is_a_spreadsheet(numbers: NumbersView, answers: Answers, tmp_path: Path, pump: Pump) -> None:
    answers.save_file = tmp_path / "buku.xlsx"
    numbers.sheet.invoke()
    pump((tmp_path / "buku.xlsx").exists)
    with zipfile.ZipFile(tmp_path / "buku.xlsx") as book:
        assert "Rilis 3" in book.read("xl/sharedStrings.xml").decode()


def test_a_line_opens_its_release(numbers: NumbersView, desk: Desk, pump: Pump) -> None:
    numbers.list.choose(0)
    numbers.list.canvas.focus_force()
    numbers.update()
    numbers.list.canvas.event_generate("<Return>")
    pump(lambda: desk.session.release.id == "r1")


@pytest.fixture
def people(view: MainView, desk: Desk, pump: Pump) -> Iterator[PeopleView]:
    for name, position in (("Dra. Ratna Puspitasari, M.Si.", "Ketua"), ("Budi Raharjo", "Anggota")):
        desk.registers.save_person(PersonRow(name=name, positions=(PositionRow(position=position),))).get()
    view.actions.run("people")
    opened = view.commands.records.view
    assert isinstance(opened, PeopleView)
    pump(lambda: len(opened.list.rows) == 2)
    yield opened
    view.commands.records.uncover()


def test_a_person_is_changed_and_the_quote_card_knows_it(people: PeopleView, desk: Desk, pump: Pump) -> None:
    people.words.set("ratna")
    pump(lambda: len(people.list.rows) == 1)
    people.form.short.entry.delete(0, "end")
    people.form.short.entry.insert(0, "Ratna")
    people.save.invoke()
    pump(lambda: people.list.rows and people.list.rows[0].short == "Ratna")
    pump(lambda: any(person.short == "Ratna" for person in desk.people()))


def test_going_on_to_somebody_else_keeps_what_was_typed(people: PeopleView, desk: Desk, pump: Pump) -> None:
    people.list.choose(0)
    first = people.list.chosen
    assert first is not None
    people.form.short.entry.insert("end", "Pendek")
    people.list.choose(1)
    people.form.variants.entry.insert("end", "Lain")
    people.leave()
    pump(lambda: sum(bool(p.short) + bool(p.variants) for p in desk.registers.people().get()) == 2)
    assert next(p.short for p in desk.registers.people().get() if p.id == first.id) == "Pendek"


def test_what_cannot_be_kept_when_one_goes_on_is_told(people: PeopleView, view: MainView, pump: Pump) -> None:
    press(people, _("Add somebody"))
    people.form.name.entry.insert(0, "budi raharjo")
    people.list.choose(0)
    pump(lambda: _("Somebody of this name is in the register already.") in said(view.root))


def test_a_position_has_its_days(people: PeopleView, pump: Pump) -> None:
    people.list.choose(0)
    chosen = people.list.chosen
    assert chosen is not None
    people.form.add.invoke()
    rows = people.form.person.positions
    people.form._change(len(rows) - 1, "position", "Anggota KPU")
    people.form._change(len(rows) - 1, "since", people._today)
    people.form._change(len(rows) - 1, "until", people._today.replace(year=people._today.year - 1))
    people.save.invoke()
    assert people.said.cget("text") == _("A position ends before it begins.")
    people.form._change(len(rows) - 1, "until", None)
    people.save.invoke()
    pump(lambda: any(len(person.positions) == len(rows) for person in people.list.rows))


def test_the_same_name_twice_is_told_at_once(people: PeopleView, pump: Pump) -> None:
    press(people, _("Add somebody"))
    people.form.name.entry.insert(0, "budi raharjo")
    people.save.invoke()
    pump(lambda: people.said.cget("text") == _("Somebody of this name is in the register already."))


def test_who_was_removed_comes_back(people: PeopleView, view: MainView, pump: Pump) -> None:
    people.remove.invoke()
    pump(lambda: len(people.list.rows) == 1)
    undo = next(b for b in walk(view.root) if isinstance(b, ttk.Button) and b.cget("text") == _("Undo"))
    undo.invoke()
    pump(lambda: len(people.list.rows) == 2)


def test_a_name_one_letter_off_is_pointed_out_at_its_field(view: MainView, desk: Desk, pump: Pump) -> None:
    desk.registers.save_person(PersonRow(name="Ratna Puspitasari")).get()
    quote = Quote(id="q", text="Kami siap", speaker=Speaker(name="Ratna Puspitasati", position="Ketua"))
    desk.begin_with(State(release=Release(id="r1", title="Judul", blocks=(quote,))))
    view.show_session()
    pump(lambda: "Ratna Puspitasari" in said(view.form) or any("Puspitasari" in f.text for f in view.toolbar._findings))
    assert any(problem.code.value == "name-near" for problem in desk.session.problems())


def test_places_left_from_an_earlier_release_are_confirmed_over_the_form(
    view: MainView, desk: Desk, pump: Pump
) -> None:
    release = replace(
        a_release(1), dateline=replace(a_release(1).dateline, city="Contoh"), unconfirmed=("title", "dateline.city")
    )
    desk.begin_with(State(release=release))
    view.show_session()
    strip = view._doubts
    assert strip is not None
    assert strip.winfo_manager()
    press(strip, _("Next place"))
    press(strip, _("This is right"))
    assert desk.session.release.unconfirmed == ("title",)
    desk.session.put("title", "Judul baru")
    pump()
    assert not strip.winfo_manager()


def test_a_doubtful_place_is_told_at_its_card_and_called_wrong_nowhere(view: MainView, desk: Desk, pump: Pump) -> None:
    desk.begin_with(State(release=replace(a_release(1), unconfirmed=("blocks[0].text",))))
    view.show_session()
    words = _("This still says what the earlier release says. Change it, or confirm it above.")
    pump(lambda: words in [w.cget("text") for w in walk(view.form) if isinstance(w, tk.Label)])
    card = view.form.blocks._cards["a"]
    assert not any(str(field.inputs[0].master.cget("highlightbackground")) == theme.RED for field in card.fields)
