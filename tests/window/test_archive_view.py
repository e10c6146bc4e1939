from collections.abc import Iterator
from dataclasses import replace
import datetime as dt

import pytest
import ttkbootstrap as ttk

from humas_desk.archive.values import Status
from humas_desk.desk.desk import Desk
from humas_desk.desk.history import State
from humas_desk.release.blocks import Paragraph, Quote
from humas_desk.release.person import Speaker
from humas_desk.release.release import Dateline, Kind, Release
from humas_desk.ui.main_view import MainView
from humas_desk.ui.records.archive_view import ArchiveView
from humas_desk.wording import _
from tests.window.stand_ins import Dialogs, Pump, StillWorker, answer, press, said, walk

KEPT = (
    ("Pengawas Dilantik di Aula", dt.date(2026, 5, 4), Kind.NEWS, "Para pengawas mengucapkan sumpah.", "Sulastri"),
    ("Undangan Meliput Rapat", dt.date(2026, 6, 8), Kind.INVITATION, "Rapat membahas daftar pemilih.", ""),
    ("Posko Aduan Dibuka", dt.date(2025, 8, 17), Kind.NEWS, "Warga mengadu ke posko di kecamatan.", "Budi Raharjo"),
)


def kept(number: int) -> Release:
    title, day, kind, text, speaker = KEPT[number]
    quotes = (Quote(id="q", text="Kami siap", speaker=Speaker(name=speaker)),) if speaker else ()
    return Release(
        id=f"r{number}",
        title=title,
        kind=kind,
        dateline=Dateline(city="Contoh", date=day),
        blocks=(Paragraph(id="a", text=text), *quotes),
    )


@pytest.fixture
def archive(view: MainView, desk: Desk, pump: Pump) -> Iterator[ArchiveView]:
    """The archive's view over a desk that has written three releases; the last one is open."""
    for number in range(len(KEPT)):
        desk.begin_with(State(release=kept(number)))
        desk.autosave.flush()
    view.show_session()
    view.actions.run("archive")
    opened = view.commands.records.view
    assert isinstance(opened, ArchiveView)
    pump(lambda: len(opened.list.rows) == len(KEPT))
    yield opened
    view.commands.records.uncover()


def titles(archive: ArchiveView) -> list[str]:
    return [row.title for row in archive.list.rows]


def type_in(archive: ArchiveView, text: str) -> None:
    archive.filters.entry.focus_force()
    archive.update()
    for letter in text:
        archive.filters.entry.event_generate("<KeyPress>", keysym=letter)
    archive.update()


def test_the_newest_stands_first_and_the_form_is_covered(archive: ArchiveView, view: MainView, app: ttk.App) -> None:
    assert titles(archive) == ["Undangan Meliput Rapat", "Pengawas Dilantik di Aula", "Posko Aduan Dibuka"]
    assert (archive.winfo_width(), archive.winfo_rooty()) == (app.winfo_width(), app.winfo_rooty())
    assert not view.actions.is_enabled("undo")
    assert not view.actions.is_enabled("delete-block")


def test_what_is_typed_is_found_and_shown_in_its_sentence(archive: ArchiveView, pump: Pump) -> None:
    type_in(archive, "kecam")
    pump(lambda: "kecam" in archive.list.text.splitlines())
    assert titles(archive) == ["Posko Aduan Dibuka"]
    assert "Warga mengadu ke posko di" in archive.list.text
    type_in(archive, "xq")
    pump(lambda: not archive.list.rows)
    assert archive.list.text.splitlines()[-1].startswith(
        _("No release fits. Write fewer letters, or choose “Show all”.")[:10]
    )
    press(archive.filters, _("Show all"))
    pump(lambda: len(archive.list.rows) == len(KEPT))


def test_everything_can_be_shown_again_only_while_something_is_left_out(archive: ArchiveView) -> None:
    button = next(b for b in walk(archive.filters) if isinstance(b, ttk.Button))
    assert button.instate(["disabled"])
    archive.filters.words.set("po")
    assert button.instate(["!disabled"])
    button.invoke()
    assert button.instate(["disabled"])


def test_the_bar_is_seen_only_while_rows_are_out_of_sight(archive: ArchiveView, pump: Pump) -> None:
    rows = archive.list.rows
    pump(lambda: not archive.list.bar.is_seen)
    archive.list.show(rows * 20)
    pump(lambda: archive.list.bar.is_seen)
    archive.list.show(rows)
    pump(lambda: not archive.list.bar.is_seen)


def choose(archive: ArchiveView, name: str, words: str) -> None:
    box = getattr(archive.filters, name).box
    box.current(list(box.cget("values")).index(words))
    box.event_generate("<<ComboboxSelected>>")


def test_filters_narrow_the_list(archive: ArchiveView, pump: Pump) -> None:
    pump(lambda: "2025" in archive.filters.years.box.cget("values"))
    choose(archive, "years", "2025")
    pump(lambda: titles(archive) == ["Posko Aduan Dibuka"])
    choose(archive, "years", _("All years"))
    choose(archive, "kinds", _("Media invitation"))
    pump(lambda: titles(archive) == ["Undangan Meliput Rapat"])
    choose(archive, "kinds", _("Every kind"))
    archive.filters.speaker.set("Sulastri")
    archive.filters._speaker_box.event_generate("<<ComboboxSelected>>")
    pump(lambda: titles(archive) == ["Pengawas Dilantik di Aula"])
    archive.filters.clear()
    choose(archive, "sorts", _("By title"))
    pump(lambda: titles(archive)[0] == "Pengawas Dilantik di Aula")


def test_arrows_in_the_search_choose_and_enter_opens(
    archive: ArchiveView, view: MainView, desk: Desk, pump: Pump
) -> None:
    archive.filters.entry.focus_force()
    archive.update()
    archive.filters.entry.event_generate("<Down>")
    assert archive.list.chosen is not None
    assert archive.list.chosen.title == "Pengawas Dilantik di Aula"
    archive.filters.entry.event_generate("<Return>")
    assert desk.session.release.title == "Pengawas Dilantik di Aula"
    assert view.commands.records.view is None
    assert not archive.winfo_exists()
    pump()


def test_escape_goes_back_to_the_writing(archive: ArchiveView, view: MainView, pump: Pump) -> None:
    archive.filters.entry.focus_force()
    archive.update()
    archive.filters.entry.event_generate("<Escape>")
    pump(lambda: view.form.focused_place() is not None)
    assert view.commands.records.view is None
    assert view.actions.is_enabled("find")


def test_a_new_one_begun_from_an_old_one_has_its_doubtful_places_marked(
    archive: ArchiveView, desk: Desk, pump: Pump
) -> None:
    archive.list.choose(1)
    press(archive.details, _("Begin a new one from this"))
    pump(lambda: desk.session.release.title == "Pengawas Dilantik di Aula")
    assert desk.session.release.id != "r0"
    assert "dateline.city" in desk.session.release.unconfirmed


def test_a_correction_is_linked_to_what_it_corrects(archive: ArchiveView, desk: Desk, pump: Pump) -> None:
    archive.list.choose(1)
    press(archive.details, _("Correct it (Ralat)"))
    pump(lambda: desk.session.release.title.startswith(_("Correction: ")))
    pump(lambda: (row := desk.archive.row(desk.session.release.id).get()) is not None and row.corrects == "r0")


def test_the_open_release_says_so_in_the_list(archive: ArchiveView) -> None:
    assert archive.list.text.splitlines().count(_("open now")) == 1


def test_the_trash_takes_with_a_way_back_and_can_be_looked_into(
    archive: ArchiveView, view: MainView, pump: Pump
) -> None:
    press(archive.details, _("Put in the trash"))
    pump(lambda: len(archive.list.rows) == 2)
    pump(lambda: _("Undo") in [b.cget("text") for b in walk(view.root) if isinstance(b, ttk.Button)])
    archive.switch.set(True)
    archive._turn()
    pump(lambda: titles(archive) == ["Undangan Meliput Rapat"])
    assert not archive.filters.winfo_manager(), "nothing narrows the trash"
    assert _("What lies here goes for good thirty days after it was put in the trash.") in said(archive.body)
    press(archive.details, _("Restore"))
    pump(lambda: not archive.list.rows)
    archive.switch.set(False)
    archive._turn()
    pump(lambda: len(archive.list.rows) == 3)
    assert archive.filters.winfo_manager()


def test_the_open_release_is_not_put_in_the_trash(archive: ArchiveView) -> None:
    archive.list.choose(2)
    buttons = {str(b.cget("text")).strip(): b for b in walk(archive.details) if isinstance(b, ttk.Button)}
    assert _("Put in the trash") not in buttons
    assert _("This release is open now. To put it in the trash, open another one first.") in said(archive.details)


def test_exporting_again_opens_the_release_first(
    archive: ArchiveView, desk: Desk, app: ttk.App, dialogs: Dialogs
) -> None:
    archive.list.choose(0)
    heard = answer(app, dialogs, _("Cancel"))
    press(archive.details, _("Export again"))
    assert len(heard) == 1
    assert desk.session.release.title == "Undangan Meliput Rapat"


def test_only_rows_in_sight_are_drawn_and_more_are_read_on_the_way_down(archive: ArchiveView, pump: Pump) -> None:
    row = archive.list.rows[0]
    archive.list.show([replace(row, id=f"x{n}", title=f"Judul {n}", status=Status.FINAL) for n in range(100_000)])
    pump()
    assert len(archive.list.canvas.find_all()) < 200
    archive.list.choose(99_999)
    assert "Judul 99999" in archive.list.text
    assert "Judul 0\n" not in archive.list.text


def test_the_view_is_there_again_in_other_colours(
    archive: ArchiveView, view: MainView, worker: StillWorker, pump: Pump
) -> None:
    assert view.commands.records.view is archive
    view.wear("dark", 125)
    again = view.commands.records.view
    assert isinstance(again, ArchiveView)
    pump(lambda: len(again.list.rows) == len(KEPT))
    view.commands.records.uncover()
    view.wear("light", 100)
    assert worker.starts
