from pathlib import Path

import pytest
import ttkbootstrap as ttk

from humas_desk.desk.checking import load_style, style_file
from humas_desk.desk.desk import Desk
from humas_desk.desk.offices import OfficeEntry, logo_problems
from humas_desk.release.office import Office
from humas_desk.release.person import Contact
from humas_desk.ui.export_dialog import ExportDialog
from humas_desk.ui.fields.line_field import LineField
from humas_desk.ui.main_view import MainView
from humas_desk.ui.settings.settings_dialog import SettingsDialog
from humas_desk.wording import _, problem_sentence
from tests.window.stand_ins import Answers, Dialogs, Pump, StillWorker, answer, press, walk


@pytest.fixture
def settings(view: MainView, pump: Pump) -> SettingsDialog:
    opened = SettingsDialog(view.shell, on_change=view.show_choices)
    opened.dialog.show(size=(1040, 640))
    pump()
    return opened


def type_into(settings: SettingsDialog, name: str, text: str) -> None:
    """Put a text into a field as somebody types it."""
    field = settings.form._fields[name]
    entry = field.inputs[0]
    assert isinstance(entry, ttk.Entry)
    entry.delete(0, "end")
    entry.insert(0, text)


def labels(settings: SettingsDialog) -> list[str]:
    return [str(label) for label in settings.offices.box.get(0, "end")]


def test_before_the_first_office_the_sample_is_shown_and_called_so(settings: SettingsDialog) -> None:
    assert len(labels(settings)) == 1
    assert _("{region} (sample)").format(region="").strip() in labels(settings)[0]
    assert all(button.instate(["disabled"]) for button in settings.offices._buttons[1:])


def test_the_kind_of_pdf_is_chosen_for_all_offices_and_the_export_knows_it(
    settings: SettingsDialog, view: MainView, desk: Desk, pump: Pump
) -> None:
    assert settings.pdf.box.current() == 0
    settings.pdf.box.current(1)
    settings.pdf.box.event_generate("<<ComboboxSelected>>")
    pump(lambda: desk.settings.pdf_profile == "plain")
    settings.dialog.close()
    pump()
    export = ExportDialog(view.shell, on_finding=lambda _finding: None)
    assert export._plain.get()
    export.dialog.destroy()


def test_a_region_is_completed_from_the_short_name_that_people_use(settings: SettingsDialog, pump: Pump) -> None:
    field = settings.form._fields["region"]
    assert isinstance(field, LineField)
    field.entry.focus_force()
    pump(lambda: str(settings.dialog.focus_get()) == str(field.entry))
    field.entry.delete(0, "end")
    for letter in "Kotim":
        field.entry.event_generate("<KeyPress>", keysym=letter)
    pump(lambda: field._suggestions is not None and field._suggestions.texts == ("Kabupaten Kotawaringin Timur",))
    field.entry.event_generate("<Down>")
    field.entry.event_generate("<Return>")
    pump(lambda: settings.entry.office.region == "Kabupaten Kotawaringin Timur")
    assert field._suggestions is not None
    assert field._suggestions.texts == ()


def test_a_change_is_seen_in_the_letterhead_and_on_the_disk_without_a_button(
    settings: SettingsDialog, desk: Desk, worker: StillWorker, pump: Pump
) -> None:
    press_add(settings)
    type_into(settings, "region", "Kabupaten Baru")
    pump(
        lambda: any(
            r.channel == "letterhead" and r.job.office.office.region == "Kabupaten Baru" for r in worker.requests
        )
    )
    pump(lambda: [entry.office.region for entry in desk.offices().entries] == ["Kabupaten Baru"])
    pump(lambda: labels(settings) == ["★ Kabupaten Baru"])


def press_add(settings: SettingsDialog) -> None:
    settings.offices._buttons[0].invoke()


def test_the_first_office_becomes_the_one_for_new_releases_and_the_open_one_takes_it(
    settings: SettingsDialog, desk: Desk, pump: Pump
) -> None:
    press_add(settings)
    type_into(settings, "region", "Kota Baru")
    pump(lambda: desk.session.office.office.region == "Kota Baru")
    assert desk.settings.default_office == desk.offices().entries[0].name


def test_closing_saves_what_was_typed_last(settings: SettingsDialog, desk: Desk) -> None:
    press_add(settings)
    type_into(settings, "city", "Kraksaan")
    settings.dialog.close()
    settings._save()
    assert desk.offices().entries[0].office.city == "Kraksaan"


def test_a_pattern_that_cannot_be_read_is_said_at_its_field(settings: SettingsDialog, pump: Pump) -> None:
    press_add(settings)
    good = settings.form.number_hint
    type_into(settings, "number_pattern", "{urut}/{nonsens}")
    assert settings.form.number_hint != good
    assert settings.form._fields["number_pattern"].inputs[0].instate(["invalid"])  # type: ignore[attr-defined]
    type_into(settings, "number_pattern", "{urut}/{kode}/{tahun}")
    assert not settings.form._fields["number_pattern"].inputs[0].instate(["invalid"])  # type: ignore[attr-defined]
    assert settings.entry.office.number_pattern == "{seq}/{code}/{year}"
    pump()


def test_the_dateline_is_chosen_by_what_it_looks_like(settings: SettingsDialog) -> None:
    press_add(settings)
    type_into(settings, "city", "Kraksaan")
    box = settings.form._fields["dateline_pattern"].inputs[0]
    assert isinstance(box, ttk.Combobox)
    assert any(str(value).startswith("KRAKSAAN, ") for value in box.cget("values"))


def test_an_office_is_copied_and_removed_to_a_place_where_it_can_be_found(
    settings: SettingsDialog, desk: Desk, app: ttk.App, dialogs: Dialogs, pump: Pump
) -> None:
    desk.save_office(OfficeEntry(name="", office=Office(region="Kabupaten Satu")))
    settings._show(desk.offices().entries[0])
    settings.offices._buttons[2].invoke()
    assert len(desk.offices().entries) == 2
    copied = settings.entry
    heard = answer(app, dialogs, _("Remove"))
    settings.offices._buttons[1].invoke()
    pump()
    assert copied.office.region in heard[0]
    assert [entry.office.region for entry in desk.offices().entries] == ["Kabupaten Satu"]
    assert (desk.folders.data / "removed-offices" / f"{copied.name}-1" / "office.toml").exists()


def test_keeping_keeps(settings: SettingsDialog, desk: Desk, app: ttk.App, dialogs: Dialogs) -> None:
    press_add(settings)
    answer(app, dialogs, _("Keep"))
    settings.offices._buttons[1].invoke()
    assert len(desk.offices().entries) == 1


def test_a_logo_is_chosen_shown_and_taken_off(
    settings: SettingsDialog, desk: Desk, answers: Answers, root: Path, pump: Pump
) -> None:
    press_add(settings)
    answers.open_file = root / "assets" / "icons" / "humas-desk.png"
    press(settings.dialog, _("Choose a logo…"))
    pump(lambda: desk.offices().entries[0].logo is not None)
    assert settings.form.logo._picture is not None
    press(settings.dialog, _("Remove"))
    pump(lambda: desk.offices().entries[0].logo is None)
    assert settings.form.logo._picture is None


def test_a_logo_that_is_no_picture_is_said_beside_the_well(
    settings: SettingsDialog, answers: Answers, tmp_path: Path
) -> None:
    broken = tmp_path / "logo.png"
    broken.write_bytes(b"no picture")
    answers.open_file = broken
    before = str(settings.form.logo.message.cget("text"))
    press(settings.dialog, _("Choose a logo…"))
    assert str(settings.form.logo.message.cget("text")) != before
    assert settings.entry.logo is None


def test_contacts_are_added_typed_and_removed(settings: SettingsDialog, desk: Desk, pump: Pump) -> None:
    press_add(settings)
    press(settings.dialog, _("Add a contact"))
    rows = settings.form.contacts
    first = rows._rows[0].winfo_children()[0].winfo_children()
    entry = next(child for child in first if isinstance(child, ttk.Entry))
    entry.insert(0, "Sulastri")
    pump(lambda: desk.offices().entries[0].office.contacts == (Contact(name="Sulastri"),))
    rows._remove(0)
    pump(lambda: desk.offices().entries[0].office.contacts == ())


def test_choosing_another_office_shows_its_facts(settings: SettingsDialog, desk: Desk, pump: Pump) -> None:
    for region in ("Kabupaten Satu", "Kota Dua"):
        desk.save_office(OfficeEntry(name="", office=Office(region=region)))
    settings._show(desk.offices().entries[0])
    settings.offices.box.selection_clear(0, "end")
    settings.offices.box.selection_set(1)
    settings.offices.box.event_generate("<<ListboxSelect>>")
    pump()
    assert settings.entry.office.region == "Kota Dua"
    entry = settings.form._fields["region"].inputs[0]
    assert isinstance(entry, ttk.Entry)
    assert entry.get() == "Kota Dua"


def test_a_damaged_logo_is_said_beside_the_well_and_can_be_taken_off(
    settings: SettingsDialog, desk: Desk, pump: Pump
) -> None:
    saved = desk.save_office(OfficeEntry(name="", office=Office(region="Kabupaten Contoh", logo="logo.png")))
    (desk.folders.offices / saved.name / "logo.png").write_bytes(b"no picture")
    settings._choose(saved.name)
    assert settings.form.logo.message["text"] == problem_sentence(logo_problems(settings.entry)[0])
    settings.form.logo._remove.invoke()
    pump(lambda: not desk.offices().entries[0].office.logo)
    assert not desk.office_problems


def test_the_house_style_of_the_shown_office_is_reached_from_here(
    settings: SettingsDialog, desk: Desk, app: ttk.App, dialogs: Dialogs
) -> None:
    press_add(settings)
    type_into(settings, "region", "Kabupaten Baru")
    heard: list[str] = []
    known = set(dialogs())

    def choose() -> None:
        new = [dialog for dialog in dialogs() if dialog not in known]
        if not new:
            app.after(20, choose)
            return
        dialog = new[-1]
        heard.append(dialog.title())
        box = next(child for child in walk(dialog) if isinstance(child, ttk.Combobox))
        box.current(2)
        box.event_generate("<<ComboboxSelected>>")
        dialog.update()
        press(dialog, _("Close"))

    app.after(20, choose)
    settings.form.style.invoke()
    assert heard == [_("House style of {office}").format(office="Kabupaten Baru")]
    assert load_style(style_file(desk.folders, settings.entry.name)).switches.clock == ":"
