from dataclasses import replace
from pathlib import Path

import pytest
import ttkbootstrap as ttk

from humas_desk.desk.desk import Desk
from humas_desk.desk.history import Focus
from humas_desk.errors import TargetLocked
from humas_desk.release.blocks import Paragraph, Photo
from humas_desk.release.release import Kind
from humas_desk.ui.main_view import MainView
from humas_desk.wording import _
from tests.window.stand_ins import Answers, Dialogs, Pump, answer


def test_the_title_of_the_window_is_the_title_of_the_release(view: MainView, desk: Desk, pump: Pump) -> None:
    assert view.root.title() == desk.session.release.title
    desk.session.put("title", "Judul baru")
    pump()
    assert view.root.title() == "Judul baru"


def test_a_release_without_a_title_leaves_the_name_of_the_program(view: MainView, desk: Desk) -> None:
    desk.session.put("title", "  ")
    assert view.root.title() == _("Humas Desk")


def test_at_the_start_the_cursor_is_in_the_form(view: MainView, pump: Pump) -> None:
    pump(lambda: view.form.focused_place() is not None)
    assert view.form.focused_place() == Focus(place="title")


def test_the_form_has_its_share_of_the_width_and_keeps_it(view: MainView, app: ttk.App, pump: Pump) -> None:
    app.geometry("1366x720+0+0")
    pump(lambda: abs(view.form.winfo_width() - 601) < 5)
    app.geometry("1100x720+0+0")
    pump(lambda: abs(view.form.winfo_width() - 484) < 5)


def test_writing_is_told_saving_and_then_saved_with_the_time(view: MainView, desk: Desk, pump: Pump) -> None:
    desk.session.put("title", "Judul baru")
    assert view.status_bar.saving_text == _("Saving…")
    pump(lambda: view.status_bar.saving_text != _("Saving…"))
    at = desk.autosave.poll().at
    assert at is not None
    assert view.status_bar.saving_text == _("Saved {time}").format(time=f"{at.hour:02}.{at.minute:02}")


def test_ctrl_s_saves_at_once_and_answers(view: MainView, desk: Desk, pump: Pump) -> None:
    desk.session.put("title", "Judul baru")
    view.actions.run("save")
    pump(lambda: view.shell.toasts.text == _("Saved"))
    assert desk.autosave.poll().is_safe


def test_undo_and_redo_are_offered_only_when_there_is_something(view: MainView, desk: Desk, pump: Pump) -> None:
    buttons = {name: view.toolbar._buttons[name] for name in ("undo", "redo")}
    assert [button.instate(["disabled"]) for button in buttons.values()] == [True, True]
    title = desk.session.release.title
    desk.session.put("title", "Judul baru")
    pump()
    assert [button.instate(["disabled"]) for button in buttons.values()] == [False, True]
    view.actions.run("undo")
    pump()
    assert desk.session.release.title == title
    assert [button.instate(["disabled"]) for button in buttons.values()] == [True, False]
    view.actions.run("redo")
    assert desk.session.release.title == "Judul baru"


def test_undo_goes_back_to_where_it_happened(view: MainView, desk: Desk, pump: Pump) -> None:
    place = next(f"blocks[{n}].text" for n, b in enumerate(desk.session.release.blocks) if isinstance(b, Paragraph))
    view.form.go_to(Focus(place=place))
    desk.session.put(place, "Kalimat baru.", Focus(place=place, start=3, end=3))
    view.form.go_to(Focus(place="title"))
    view.actions.run("undo")
    pump()
    focus = view.form.focused_place()
    assert focus is not None
    assert focus.place == place


def test_a_part_is_inserted_moved_and_removed(view: MainView, desk: Desk, pump: Pump) -> None:
    before = desk.session.release.blocks
    first = next(n for n, b in enumerate(before) if isinstance(b, Paragraph))
    view.form.go_to(Focus(place=f"blocks[{first}].text"))
    pump()
    view.actions.run("insert-paragraph")
    pump()
    assert len(desk.session.release.blocks) == len(before) + 1
    new = desk.session.release.blocks[first + 1]
    view.actions.run("move-up")
    assert desk.session.release.blocks[first] == new
    view.actions.run("delete-block")
    assert desk.session.release.blocks == before


def test_another_release_takes_the_place_of_the_open_one(view: MainView, desk: Desk, pump: Pump) -> None:
    before = desk.session
    view.actions.run("new-invitation")
    pump()
    assert desk.session is not before
    assert desk.session.release.kind is Kind.INVITATION
    before.put("title", "Nobody listens to the old release")
    assert view.root.title() == _("Humas Desk")


def test_a_file_that_cannot_be_opened_is_told_and_what_was_open_stays(
    view: MainView, desk: Desk, answers: Answers, app: ttk.App, dialogs: Dialogs, tmp_path: Path
) -> None:
    broken = tmp_path / "rusak.humas"
    broken.write_bytes(b"not a release")
    answers.open_file = broken
    before = desk.session
    heard = answer(app, dialogs, _("Close"))
    view.actions.run("open")
    assert "rusak.humas" in heard[0]
    assert desk.session is before


def test_a_copy_is_saved_where_the_writer_says(view: MainView, answers: Answers, tmp_path: Path) -> None:
    answers.save_file = tmp_path / "salinan.humas"
    view.actions.run("save-copy")
    assert (tmp_path / "salinan.humas").exists()
    assert "salinan.humas" in view.shell.toasts.text


def test_photos_are_read_on_a_thread_and_placed_as_a_part(
    view: MainView, desk: Desk, answers: Answers, root: Path, pump: Pump
) -> None:
    answers.open_files = (root / "assets" / "samples" / "contoh.jpg",)
    count = sum(isinstance(block, Photo) for block in desk.session.release.blocks)
    view.commands.add_photo(0, None)
    pump(lambda: sum(isinstance(block, Photo) for block in desk.session.release.blocks) == count + 1)
    assert isinstance(desk.session.release.blocks[0], Photo)


def test_a_photo_that_cannot_be_read_is_told(
    view: MainView, answers: Answers, app: ttk.App, dialogs: Dialogs, pump: Pump, tmp_path: Path
) -> None:
    broken = tmp_path / "foto.jpg"
    broken.write_bytes(b"no picture")
    answers.open_files = (broken,)
    heard = answer(app, dialogs, _("Close"))
    view.commands.add_photo(0, None)
    pump(lambda: heard)
    assert "foto.jpg" in heard[0]


def test_a_fault_while_reading_photos_is_reported_like_any_other(
    view: MainView,
    answers: Answers,
    root: Path,
    pump: Pump,
    callback_errors: list[BaseException],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(_files: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("humas_desk.ui.photo_intake.admit_photos", broken)
    answers.open_files = (root / "assets" / "samples" / "contoh.jpg",)
    view.commands.add_photo(0, None)
    pump(lambda: callback_errors)
    assert isinstance(callback_errors.pop(), ZeroDivisionError)


def test_the_counter_tells_what_is_to_be_mended_and_leads_there(view: MainView, desk: Desk, pump: Pump) -> None:
    desk.session.edit(lambda release: replace(release, title=""))
    view._show_all()
    assert view.toolbar.counter_text.startswith(str(len(desk.session.problems())))
    finding = next(one for one in view.toolbar._findings if one.place == "title")
    view.form.go_to(Focus(place="subtitle"))
    view._go_to_finding(finding)
    pump()
    focus = view.form.focused_place()
    assert focus is not None
    assert focus.place == "title"


def test_closing_with_everything_saved_asks_nothing_and_remembers_the_window(
    app: ttk.App, desk: Desk, view: MainView, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: list[str] = []
    monkeypatch.setattr(app, "destroy", lambda: ended.append("destroyed"))
    view.preview.set_zoom(1.25)
    desk.session.put("title", "Judul terakhir")
    view.actions.run("quit")
    assert ended == ["destroyed"]
    assert desk.settings.zoom_percent == 125
    assert Desk(desk.folders, threaded=False).start().release.title == "Judul terakhir"


def test_closing_without_being_saved_asks_and_staying_stays(
    app: ttk.App, desk: Desk, view: MainView, dialogs: Dialogs, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: list[str] = []
    monkeypatch.setattr(app, "destroy", lambda: ended.append("destroyed"))

    def refuse(*_anything: object) -> None:
        raise TargetLocked(Path("release.json"))

    monkeypatch.setattr(desk._keeper, "keep", refuse)
    desk.session.put("title", "Judul terakhir")
    heard = answer(app, dialogs, _("Stay here"))
    view.actions.run("quit")
    assert ended == []
    assert _("Your text is safe.") not in heard[0]


def test_the_window_stands_before_the_first_page(view: MainView) -> None:
    assert view.preview.page_count == 0
    assert view.status_bar.winfo_ismapped()
    assert view.form.winfo_ismapped()
