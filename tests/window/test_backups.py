from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
import threading
import tkinter as tk
import zipfile

import pytest
import ttkbootstrap as ttk

from humas_desk.archive.files import ARCHIVE_NAME
from humas_desk.archive.salvage import Salvaged
from humas_desk.desk.archive_line import ArchiveLine
from humas_desk.desk.backing_up import BackupStopped, BackupWork, back_up
from humas_desk.desk.backups import Unpacked, verify_backup
from humas_desk.desk.desk import Desk
from humas_desk.desk.history import State
from humas_desk.desk.one_desk import CALL_NAME
from humas_desk.desk.risky_places import Risk
from humas_desk.release.blocks import Paragraph
from humas_desk.release.release import Release
from humas_desk.ui.main_view import MainView
from humas_desk.ui.records import restore_dialog, watches
from humas_desk.ui.records.backup_dialog import BackupDialog
from humas_desk.wording import _
from tests.window.stand_ins import Answers, Dialogs, Pump, answer, press, said, walk

RELEASE = Release(id="r1", title="Posko Dibuka", blocks=(Paragraph(id="a", text="Warga mengadu."),))


@pytest.fixture
def written(desk: Desk, view: MainView, pump: Pump) -> Desk:
    desk.begin_with(State(release=RELEASE))
    desk.autosave.flush()
    view.show_session()
    pump(lambda: view.commands.records.status is not None)
    return desk


@pytest.fixture
def backups(written: Desk, view: MainView, pump: Pump) -> BackupDialog:
    opened = BackupDialog(view.shell, on_restore=view.commands.records._restore_backup)
    opened.dialog.show()
    pump(lambda: opened.last.cget("text") == _("There is none yet."))
    assert written.session.release == RELEASE
    return opened


def test_one_more_backup_is_made_also_into_the_second_folder(
    backups: BackupDialog, desk: Desk, answers: Answers, tmp_path: Path, pump: Pump
) -> None:
    answers.folder = tmp_path / "kandar"
    answers.folder.mkdir()
    press(backups.dialog, _("Choose…"))
    backups.now.invoke()
    pump(lambda: backups.list.size() == 1)
    assert desk.settings.backup_folder == str(answers.folder)
    assert list(answers.folder.glob("*.humas-backup"))
    assert _("Call it off") not in [b.cget("text") for b in backups.dialog.foot.winfo_children() if b.winfo_manager()]


def test_everything_goes_into_one_file_for_another_computer(
    backups: BackupDialog, answers: Answers, tmp_path: Path, pump: Pump
) -> None:
    answers.save_file = tmp_path / "pindah.humas-backup"
    press(backups.dialog, _("One file for another computer…"))
    pump(answers.save_file.exists)
    pump(lambda: backups.move.instate(["!disabled"]))
    assert verify_backup(answers.save_file).whole
    assert "pindah" in backups._shell.toasts.text


def test_a_second_folder_that_is_gone_is_told(backups: BackupDialog, tmp_path: Path, pump: Pump) -> None:
    backups._use_folder(str(tmp_path / "dicabut"))
    pump(lambda: backups.folder.cget("text").startswith("⚠"))


def test_initials_are_kept_as_they_are_typed(backups: BackupDialog, desk: Desk) -> None:
    backups.initials.set("ds")
    assert desk.settings.initials == "ds"


def test_a_backup_is_restored_after_a_question(
    backups: BackupDialog, view: MainView, desk: Desk, app: ttk.App, dialogs: Dialogs, pump: Pump
) -> None:
    backups.now.invoke()
    pump(lambda: backups.list.size() == 1)
    desk.session.put("title", "Judul sesudah cadangan")
    desk.autosave.flush()
    backups.list.selection_set(0)
    backups._allow()
    heard = answer(app, dialogs, _("Restore"))
    backups.restore.invoke()
    assert _("What is here now is not deleted: it is set aside beside the data.") in heard[0]
    assert desk.session.release.title == "Posko Dibuka"
    pump(lambda: app.title() == "Posko Dibuka")
    assert not backups.dialog.winfo_exists()
    assert view.shell.toasts.text


def test_a_backup_on_its_way_back_can_be_called_off(
    backups: BackupDialog, view: MainView, desk: Desk, dialogs: Dialogs, pump: Pump, monkeypatch: pytest.MonkeyPatch
) -> None:
    backups.now.invoke()
    pump(lambda: backups.list.size() == 1)
    path = backups._backups[0].path
    backups.dialog.close()
    desk.session.put("title", "Judul sesudah cadangan")
    go_on = threading.Event()

    def slow(progress: Callable[[float], None]) -> Unpacked:
        progress(0.5)
        go_on.wait()
        progress(1.0)
        raise AssertionError("nobody called it off")

    work = BackupWork(slow)
    monkeypatch.setattr(restore_dialog, "start_unpacking", lambda _folders, _path: work)

    def call_off() -> None:
        opened = dialogs()
        if opened and float(_bar(opened[-1])["value"]) == 0.5:
            press(opened[-1], _("Call it off"))
        else:
            view.root.after(20, call_off)

    view.root.after(20, call_off)
    view.commands.records._restore_backup(path)
    go_on.set()
    with pytest.raises(BackupStopped):
        work.get()
    assert view.shell.toasts.text == _("Called off; everything is as it was")
    assert desk.session.release.title == "Judul sesudah cadangan"


def _bar(dialog: tk.Misc) -> ttk.Progressbar:
    return next(widget for widget in walk(dialog) if isinstance(widget, ttk.Progressbar))


def test_a_backup_that_is_spoiled_is_told_and_nothing_changes(
    backups: BackupDialog, view: MainView, desk: Desk, app: ttk.App, dialogs: Dialogs, tmp_path: Path
) -> None:
    backups.dialog.close()
    spoiled = tmp_path / "rusak.humas-backup"
    spoiled.write_bytes(b"PK")
    heard: list[str] = []

    def close() -> None:
        told = [opened for opened in dialogs() if _("Close") in [_words(widget) for widget in walk(opened)]]
        if told:
            heard.append(said(told[-1]))
            press(told[-1], _("Close"))
        else:
            app.after(20, close)

    app.after(20, close)
    view.commands.records._restore_backup(spoiled)
    assert spoiled.name in heard[0]
    assert desk.session.release == RELEASE


def _words(widget: tk.Misc) -> str:
    return str(widget.cget("text")) if isinstance(widget, ttk.Button) else ""


@pytest.mark.parametrize(
    ("label", "title", "same"), [("Keep both", "Posko Dibuka", False), ("Replace", "Posko Dibuka", True)]
)
def test_a_file_whose_release_is_known_is_asked_about(
    label: str, title: str, same: bool, written: Desk, view: MainView, app: ttk.App, dialogs: Dialogs, tmp_path: Path, pump: Pump
) -> None:  # fmt: skip
    path = written.save_copy(tmp_path / "rilis.humas")
    written.session.put("title", "Sudah diubah")
    written.autosave.flush()
    heard = answer(app, dialogs, _(label))
    view.commands.records.open_file(path)
    pump(lambda: heard and written.session.release.title == title)
    assert (written.session.release.id == "r1") is same


def test_a_file_whose_release_is_known_need_not_be_opened(
    written: Desk, view: MainView, app: ttk.App, dialogs: Dialogs, tmp_path: Path, pump: Pump
) -> None:
    path = written.save_copy(tmp_path / "rilis.humas")
    written.session.put("title", "Sudah diubah")
    heard = answer(app, dialogs, _("Cancel"))
    view.commands.records.open_file(path)
    pump(lambda: heard and not dialogs())
    assert written.session.release.title == "Sudah diubah"


def test_a_second_start_has_its_file_opened_here(written: Desk, tmp_path: Path, view: MainView, pump: Pump) -> None:
    path = written.save_copy(tmp_path / "rilis.humas")
    with zipfile.ZipFile(path) as packed:
        text = packed.read("release.json").decode().replace('"r1"', '"r2"').replace("Posko Dibuka", "Dari luar")
    other = tmp_path / "release.json"
    other.write_text(text, encoding="utf-8")
    call = written.folders.data / CALL_NAME
    call.write_text(str(other), encoding="utf-8")
    pump(lambda: written.session.release.title == "Dari luar")
    assert not call.exists()
    assert view.root.winfo_viewable()


def test_a_folder_in_a_cloud_is_warned_of_once(
    written: Desk, view: MainView, app: ttk.App, dialogs: Dialogs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watches, "risk_of", lambda _folder: Risk.CLOUD)
    looked = watches.Watches(view.shell, open_file=lambda _path: None, restore=lambda _path: None)
    heard = answer(app, dialogs, _("Close"))
    looked._warn_of_place()
    assert str(written.folders.data) in heard[0]
    looked._warn_of_place()
    assert written.settings.risk_told == str(written.folders.data)


def test_a_damaged_archive_offers_the_newest_backup_that_is_whole(
    written: Desk, view: MainView, app: ttk.App, dialogs: Dialogs, pump: Pump
) -> None:
    made = back_up(written.folders, written._now())
    written._keeper.salvaged = Salvaged(releases=3, revisions=2, lost=("Rapat Lama",))
    restored: list[Path] = []
    looked = watches.Watches(view.shell, open_file=lambda _path: None, restore=restored.append)
    heard = answer(app, dialogs, _("Restore that backup"))
    looked._tell_of_damage()
    pump(lambda: restored)
    assert restored == [made[0]]
    assert "Rapat Lama" in heard[0]


def test_an_archive_that_is_damaged_while_one_writes_is_mended_and_told(
    written: Desk, view: MainView, app: ttk.App, dialogs: Dialogs, pump: Pump
) -> None:
    """Pages of the middle are spoiled behind the program's back, as a dying disk does."""
    written.line.close()
    path = written.folders.data / ARCHIVE_NAME
    data = bytearray(path.read_bytes())
    data[len(data) // 3 : 2 * len(data) // 3] = bytes(len(data) // 3)
    path.write_bytes(data)
    written.line = written._keeper._line = ArchiveLine(written.folders.data, now=written._now)
    written.archive._line = written.line
    heard = answer(app, dialogs, _("Close"))
    view.commands.records.watches.look_at_the_archive()
    pump(lambda: bool(heard))
    assert written.mending.salvaged is not None
    assert path.with_name("archive.rusak-1.sqlite3").read_bytes()[: len(data)] == bytes(data)
    written.autosave.flush()
    assert written.archive.peek("r1").get().release == RELEASE


def test_a_report_is_written_without_any_text(written: Desk, view: MainView, answers: Answers, tmp_path: Path) -> None:
    written.change_settings(replace(written.settings, initials="dl"))
    answers.save_file = tmp_path / "laporan.zip"
    view.actions.run("report")
    with zipfile.ZipFile(tmp_path / "laporan.zip") as report:
        assert all("Posko" not in report.read(name).decode(errors="replace") for name in report.namelist())
    assert "laporan.zip" in view.shell.toasts.text
    assert said(view.root)
