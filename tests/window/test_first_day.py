from collections.abc import Callable
from pathlib import Path
import tkinter as tk

import pytest
import ttkbootstrap as ttk

from humas_desk.desk.desk import Desk
from humas_desk.desk.folders import Folders
from humas_desk.desk.offices import OfficeEntry, office_label
from humas_desk.desk.requests import PagePicture, Preview
from humas_desk.release.office import Body, Level, Office
from humas_desk.release.release import Kind, Zone
from humas_desk.ui.choices import form_choices
from humas_desk.ui.first_day.first_day_dialog import OFFICE, READY, STYLE, FirstDayDialog
from humas_desk.ui.main_view import MainView
from humas_desk.wording import _
from tests.window.stand_ins import Answers, Dialogs, Pump, StillWorker, press, said, walk


@pytest.fixture
def begun() -> list[object]:
    """What the person wants to begin with."""
    return []


@pytest.fixture
def first_day(view: MainView, begun: list[object], pump: Pump) -> FirstDayDialog:
    opened = FirstDayDialog(
        view.shell, on_change=view.show_choices, on_sample=lambda: begun.append("sample"), on_empty=begun.append
    )
    opened.dialog.show(focus=opened.office.first_input, size=(960, 584))
    pump()
    return opened


def type_region(first_day: FirstDayDialog, text: str, pump: Pump) -> None:
    entry = first_day.office.region.entry
    entry.focus_force()
    pump()
    for letter in text:
        entry.event_generate("<KeyPress>", keysym="space" if letter == " " else letter)
    pump()


def key(first_day: FirstDayDialog, name: str, pump: Pump) -> None:
    first_day.office.region.entry.event_generate(name)
    pump()


def test_the_keyboard_alone_leads_from_an_empty_desk_to_an_office(
    first_day: FirstDayDialog, desk: Desk, begun: list[object], pump: Pump
) -> None:
    type_region(first_day, "probol", pump)
    assert first_day.office.region.offered == ("Kabupaten Probolinggo",)
    key(first_day, "<Return>", pump)
    office = first_day.entry.office
    assert (office.region, office.city, office.zone) == ("Kabupaten Probolinggo", "Kraksaan", Zone.WIB)
    first_day.next_button.event_generate("<Return>")
    first_day.next_button.invoke()
    assert first_day.step == STYLE
    first_day.next_button.invoke()
    assert first_day.step == READY
    assert [entry.office.region for entry in desk.offices().entries] == ["Kabupaten Probolinggo"]
    assert desk.session.office.office.region == "Kabupaten Probolinggo"
    first_day.sample_button.focus_force()
    pump()
    first_day.sample_button.event_generate("<Return>")
    pump()
    assert begun == ["sample"]
    assert not first_day.dialog.winfo_exists()


def test_nothing_goes_on_before_the_office_has_a_name(first_day: FirstDayDialog, pump: Pump) -> None:
    assert first_day.next_button.instate(["disabled"])
    assert first_day.back_button.instate(["disabled"])
    type_region(first_day, "x", pump)
    assert first_day.next_button.instate(["!disabled"])


def test_the_national_office_has_no_region_to_type(first_day: FirstDayDialog, desk: Desk, pump: Pump) -> None:
    first_day.office._report(first_day.office.level, Level.RI)
    pump()
    assert not first_day.office.region.winfo_viewable()
    first_day.next_button.invoke()
    first_day.next_button.invoke()
    office = desk.offices().entries[0]
    assert (office.name, office.office.city, office_label(office.office)) == ("bawaslu-ri", "Jakarta", "Bawaslu RI")
    assert "Bawaslu RI" in [choice.label for choice in form_choices(desk).offices]


def test_another_level_asks_for_the_region_again(first_day: FirstDayDialog, pump: Pump) -> None:
    first_day.office._report(first_day.office.level, Level.RI)
    first_day.office._report(first_day.office.level, Level.KOTA)
    pump()
    assert first_day.office.region.winfo_viewable()
    assert first_day.next_button.instate(["disabled"])


def test_arrows_choose_in_the_list_and_another_level_brings_another_list(first_day: FirstDayDialog, pump: Pump) -> None:
    first_day.office._report(first_day.office.level, Level.PROVINSI)
    type_region(first_day, "jawa", pump)
    assert first_day.office.region.offered == ("Jawa Barat", "Jawa Tengah", "Jawa Timur")
    key(first_day, "<Down>", pump)
    key(first_day, "<Down>", pump)
    key(first_day, "<Return>", pump)
    assert first_day.entry.office.region == "Jawa Timur"
    assert first_day.entry.office.city == "Surabaya"


def test_a_region_is_found_by_the_short_name_that_people_use(first_day: FirstDayDialog, pump: Pump) -> None:
    type_region(first_day, "sitaro", pump)
    assert first_day.office.region.offered == ("Kabupaten Kepulauan Siau Tagulandang Biaro",)
    key(first_day, "<Return>", pump)
    office = first_day.entry.office
    assert (office.region, office.city) == ("Kabupaten Kepulauan Siau Tagulandang Biaro", "Ondong Siau")


def test_enter_before_anything_was_typed_takes_nothing(first_day: FirstDayDialog, pump: Pump) -> None:
    type_region(first_day, "", pump)
    key(first_day, "<Return>", pump)
    assert first_day.entry.office.region == ""
    key(first_day, "<Down>", pump)
    key(first_day, "<Return>", pump)
    assert first_day.entry.office.region != ""


def test_in_aceh_the_office_is_called_panwaslih(first_day: FirstDayDialog, pump: Pump) -> None:
    type_region(first_day, "pidie jaya", pump)
    key(first_day, "<Return>", pump)
    assert first_day.entry.office.body is Body.PANWASLIH


def test_a_region_that_is_in_no_table_is_taken_as_typed(first_day: FirstDayDialog, desk: Desk, pump: Pump) -> None:
    first_day.office._report(first_day.office.level, Level.KECAMATAN)
    type_region(first_day, "Gending", pump)
    assert first_day.office.region.offered == ()
    first_day.next_button.invoke()
    first_day.next_button.invoke()
    assert desk.offices().entries[0].office.region == "Gending"


def test_not_now_and_escape_leave_the_desk_as_it_was(first_day: FirstDayDialog, desk: Desk, pump: Pump) -> None:
    type_region(first_day, "probol", pump)
    first_day.dialog.event_generate("<Escape>")
    pump()
    assert not first_day.dialog.winfo_exists()
    assert desk.offices().entries == ()
    assert desk.session.office.is_sample


def test_the_letterhead_beside_follows_what_is_typed(
    first_day: FirstDayDialog, worker: StillWorker, pump: Pump
) -> None:
    type_region(first_day, "Kota", pump)
    pump(lambda: any(r.channel == "letterhead" and r.job.office.office.region == "Kota" for r in worker.requests))


def test_the_style_is_chosen_by_pictures_and_sentences(
    first_day: FirstDayDialog, desk: Desk, worker: StillWorker, pump: Pump
) -> None:
    type_region(first_day, "probol", pump)
    key(first_day, "<Return>", pump)
    first_day.next_button.invoke()
    asked = {r.channel: r.job.template for r in worker.requests if r.channel.startswith("style-")}
    assert asked == {f"style-{one.name}": one.name for one in desk.templates()}
    page = PagePicture(number=0, width_px=2, height_px=2, rgb=bytes(12))
    worker.news = [Preview(serial=1, channel="style-siaran-pers", page_count=1, pages=(page,))]
    first_day.style._shell.link._watch()
    pump(lambda: first_day.style.painted == {"siaran-pers"})
    assert any(sentence.startswith("Kraksaan - (") for sentence in first_day.style.sentences)
    first_day.style.buttons["siaran-pers"].invoke()
    choices = first_day.style._list.winfo_children()
    capitals = next(one for one in choices if str(one.cget("text")).startswith("KRAKSAAN"))
    assert isinstance(capitals, ttk.Radiobutton)
    capitals.invoke()
    first_day.next_button.invoke()
    office = desk.offices().entries[0].office
    assert office.template == "siaran-pers"
    assert office.dateline_pattern.startswith("{CITY}")


def test_an_empty_release_is_of_the_kind_the_template_is_made_for(
    first_day: FirstDayDialog, begun: list[object], pump: Pump
) -> None:
    type_region(first_day, "probol", pump)
    key(first_day, "<Return>", pump)
    first_day.next_button.invoke()
    first_day.style.buttons["siaran-pers"].invoke()
    first_day.next_button.invoke()
    first_day.empty_button.invoke()
    assert begun == [Kind.PRESS]


def test_back_goes_back_and_keeps_what_was_chosen(first_day: FirstDayDialog, pump: Pump) -> None:
    type_region(first_day, "probol", pump)
    key(first_day, "<Return>", pump)
    first_day.next_button.invoke()
    first_day.back_button.invoke()
    assert first_day.step == OFFICE
    assert first_day.office.region.line.variable.get() == "Kabupaten Probolinggo"


def test_a_logo_is_chosen_and_a_file_that_is_none_is_said_beside_it(
    first_day: FirstDayDialog, answers: Answers, root: Path, tmp_path: Path
) -> None:
    answers.open_file = root / "assets" / "icons" / "humas-desk.png"
    press(first_day.dialog, _("Choose a logo…"))
    assert first_day.entry.logo is not None
    broken = tmp_path / "logo.png"
    broken.write_bytes(b"no picture")
    answers.open_file = broken
    before = str(first_day.office.logo.message.cget("text"))
    press(first_day.dialog, _("Choose a logo…"))
    assert str(first_day.office.logo.message.cget("text")) != before


def test_the_menu_opens_it_again_with_the_office_that_is_there(
    view: MainView, desk: Desk, app: ttk.App, dialogs: Dialogs, pump: Pump
) -> None:
    desk.save_office(OfficeEntry(name="", office=Office(region="Kota Batu", city="Batu")))
    heard = take(app, dialogs, _("Not now"))
    view.actions.run("first-day")
    pump(lambda: heard)
    assert _("Your office") in heard[0]
    assert desk.settings.first_day_seen
    assert [entry.office.region for entry in desk.offices().entries] == ["Kota Batu"]


def test_the_sample_and_the_empty_release_are_brought_to_the_desk(
    view: MainView, desk: Desk, app: ttk.App, dialogs: Dialogs, pump: Pump
) -> None:
    desk.save_office(OfficeEntry(name="", office=Office(region="Kota Batu")))
    view.actions.run("new-press")
    assert desk.session.release.title == ""
    walk_through(app, dialogs, _("A sample release to play with"))
    view.actions.run("first-day")
    pump(lambda: desk.session.release.title != "")
    assert view.root.title() == desk.session.release.title
    walk_through(app, dialogs, _("An empty release"))
    view.actions.run("first-day")
    pump(lambda: desk.session.release.title == "")
    assert desk.session.release.kind is Kind.NEWS


def test_it_is_offered_only_where_nobody_has_written_or_set_up_anything(desk: Desk, folders: Folders) -> None:
    assert desk.is_first_day
    desk.session.put("title", "Judul")
    desk.autosave.flush()
    other = Desk(folders, previewer=StillWorker(folders), threaded=False)
    other.start()
    assert not other.is_first_day


def test_an_office_of_ones_own_or_having_seen_it_ends_the_first_day(desk: Desk) -> None:
    desk.save_office(OfficeEntry(name="", office=Office(region="Kota Batu")))
    assert not desk.is_first_day


def take(app: ttk.App, dialogs: Dialogs, label: str) -> list[str]:
    heard: list[str] = []

    def drive(top: tk.Toplevel) -> None:
        heard.append(said(top))
        press(top, label)

    wait(app, dialogs, drive)
    return heard


def walk_through(app: ttk.App, dialogs: Dialogs, choice: str) -> None:
    """Go on twice, then take this choice; its label is the button's first line."""

    def drive(top: tk.Toplevel) -> None:
        press(top, _("Next"))
        press(top, _("Next"))
        buttons = [w for w in walk(top) if isinstance(w, ttk.Button)]
        next(button for button in buttons if str(button.cget("text")).strip().startswith(choice)).invoke()

    wait(app, dialogs, drive)


def wait(app: ttk.App, dialogs: Dialogs, drive: Callable[[tk.Toplevel], None]) -> None:
    def look() -> None:
        found = dialogs()
        if found:
            drive(found[-1])
        else:
            app.after(20, look)

    app.after(20, look)
