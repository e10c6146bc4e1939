"""Pages as pictures and the release package: chosen, waited for, called off, opened; and the menu they stand in."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
import tkinter as tk

import pytest
import ttkbootstrap as ttk

from humas_desk.desk.desk import Desk
from humas_desk.desk.requests import Exported, ExportResult, PackageRequest, PageFilesRequest
from humas_desk.errors import DiskFull, HumasError
from humas_desk.ui.main_view import MainView
from humas_desk.ui.new_files_dialogs import PackageDialog, PagePicturesDialog
from humas_desk.ui.toolbar import OUTWARD, Finding
from humas_desk.wording import _
from tests.window.stand_ins import Answers, Dialogs, Pump, StillWorker, answer, press, said, walk

NewFiles = PackageDialog | PagePicturesDialog
KINDS = (PackageDialog, PagePicturesDialog)


@pytest.fixture
def found() -> list[Finding]:
    return []


@pytest.fixture(params=KINDS, ids=lambda kind: kind.__name__)
def dialog(request: pytest.FixtureRequest, view: MainView, found: list[Finding], pump: Pump) -> NewFiles:
    make: Callable[..., NewFiles] = request.param
    opened = make(view.shell, on_finding=found.append)
    opened.dialog.show()
    pump()
    return opened


def package(view: MainView, found: list[Finding], pump: Pump) -> PackageDialog:
    opened = PackageDialog(view.shell, on_finding=found.append)
    opened.dialog.show()
    pump()
    return opened


def written(tmp_path: Path) -> ExportResult:
    """A package on the disk."""
    folder = tmp_path / "2026-05-12 Rilis"
    folder.mkdir()
    paths = tuple(folder / f"2026-05-12 Rilis{tail}" for tail in (".pdf", ".docx", " - WhatsApp.txt"))
    for path in paths:
        path.touch()
    return ExportResult(paths=paths, folder=folder)


def end(
    view: MainView, worker: StillWorker, result: ExportResult | None = None, error: HumasError | None = None
) -> None:
    worker.news.append(Exported(serial=len(worker.errands), result=result, error=error))
    view.link._watch()


def test_what_is_asked_for_is_what_is_shown(
    dialog: NewFiles, worker: StillWorker, answers: Answers, tmp_path: Path
) -> None:
    answers.folder = tmp_path
    press(dialog.dialog, _("Choose…"))
    dialog.name.delete(0, "end")
    dialog.name.insert(0, "Rilis untuk wartawan")
    dialog.blank.set(True)
    dialog.draft.set(True)
    dialog.export_button.invoke()
    errand = worker.errands[-1]
    assert isinstance(errand, PackageRequest | PageFilesRequest)
    assert (errand.folder, errand.stem, errand.job.blank) == (tmp_path, "Rilis untuk wartawan", True)
    assert errand.job.draft is not None


def test_while_it_is_made_it_can_be_called_off_and_nothing_stays(
    dialog: NewFiles, view: MainView, worker: StillWorker, pump: Pump, tmp_path: Path
) -> None:
    dialog.export_button.invoke()
    pump()
    pump(lambda: dialog.waiting.is_seen)
    press(dialog.dialog, _("Cancel"))
    result = written(tmp_path)
    end(view, worker, result)
    pump(lambda: view.shell.toasts.text)
    assert list(tmp_path.rglob("*Rilis*")) == []
    assert view.shell.toasts.text == _("Called off; nothing was left behind")


def test_the_package_is_listed_without_what_every_name_repeats_and_its_folder_opens(
    view: MainView,
    found: list[Finding],
    worker: StillWorker,
    pump: Pump,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr("humas_desk.ui.output_dialog.open_folder", opened.append)
    dialog = package(view, found, pump)
    dialog.folder = tmp_path
    dialog.export_button.invoke()
    result = written(tmp_path)
    end(view, worker, result)
    pump(lambda: "… - WhatsApp.txt" in said(dialog.dialog))
    press(dialog.dialog, _("Open folder"))
    assert opened == [result.paths[0]]
    assert view.desk.settings.export_folder == str(tmp_path)


def test_a_full_disk_is_told_and_it_can_be_tried_again(
    dialog: NewFiles,
    view: MainView,
    worker: StillWorker,
    app: ttk.App,
    dialogs: Dialogs,
    pump: Pump,
    tmp_path: Path,
) -> None:
    dialog.export_button.invoke()
    heard = answer(app, dialogs, _("Close"))
    end(view, worker, error=DiskFull(tmp_path / "rilis.pdf"))
    pump(lambda: heard)
    assert _("Your text is safe.") in heard[0]
    dialog.export_button.invoke()
    assert len(worker.errands) == 2


def test_an_unfinished_release_is_not_packed(view: MainView, desk: Desk, found: list[Finding], pump: Pump) -> None:
    desk.session.edit(lambda release: replace(release, title="", blocks=()))
    assert package(view, found, pump).export_button.instate(["disabled"])


@pytest.mark.parametrize(
    ("key", "title"), [("<Control-Shift-R>", _("Release package")), ("<Control-Shift-G>", _("Pages as pictures"))]
)
def test_each_has_its_key(view: MainView, dialogs: Dialogs, pump: Pump, key: str, title: str) -> None:
    seen: list[str] = []

    def look() -> None:
        if not dialogs():
            view.root.after(20, look)
            return
        seen.append(str(dialogs()[-1].title()))
        press(dialogs()[-1], _("Cancel"))

    view.root.focus_force()
    pump()
    view.root.after(20, look)
    view.root.event_generate(key)
    pump(lambda: seen)
    assert seen == [title]


def test_the_menu_beside_export_begins_with_pdf_and_word_and_shows_the_keys(view: MainView) -> None:
    buttons = [widget for widget in walk(view.toolbar) if isinstance(widget, ttk.Menubutton)]
    beside = next(button for button in reversed(buttons) if button is not view.toolbar._rest)
    menu = view.root.nametowidget(str(beside.cget("menu")))
    assert isinstance(menu, tk.Menu)
    entries = [place for place in range(len(OUTWARD)) if menu.type(place) == "command"]
    ids = [name for name in OUTWARD if name != "|"]
    labels = [str(menu.entrycget(place, "label")) for place in entries]
    assert labels == [view.actions[name].label for name in ids]
    assert labels[0] == view.actions["export"].label
    keys = [str(menu.entrycget(place, "accelerator")) for place in entries]
    assert keys == [view.actions[name].keys[0] for name in ids]
