from pathlib import Path
import threading

from PIL import Image as Pixels
import pytest

from humas_desk.desk.photographs import AdmittedPhoto
from humas_desk.desk.requests import Exported, ExportResult
from humas_desk.errors import HumasError
from humas_desk.ui.copy_dialog import CopyDialog
from humas_desk.ui.export_dialog import ExportDialog
from humas_desk.ui.main_view import MainView
from humas_desk.ui.print_dialog import PrintDialog
from humas_desk.wording import _
from tests.window.stand_ins import Answers, Pump, StillWorker, press

Admitted = tuple[tuple[AdmittedPhoto, ...], tuple[HumasError, ...]]


def test_cancel_while_files_are_written_ends_the_writing_and_says_so(
    view: MainView, worker: StillWorker, pump: Pump
) -> None:
    dialog = ExportDialog(view.shell, on_finding=print)
    dialog.dialog.show()
    dialog.export_button.invoke()
    pump()
    press(dialog.dialog, _("Cancel"))
    pump()
    assert worker.cancelled == [len(worker.errands)]
    assert _("Called off; a file that was finished before stays in its folder") in view.shell.toasts.text
    view.shell.toasts.hide()
    worker.news = [Exported(serial=len(worker.errands), result=ExportResult(paths=(Path("a.pdf"),)))]
    view.link._watch()
    pump()
    assert view.shell.toasts.text == ""


def test_closing_before_or_after_the_writing_calls_nothing_off(view: MainView, worker: StillWorker, pump: Pump) -> None:
    ExportDialog(view.shell, on_finding=print).dialog.close()
    dialog = ExportDialog(view.shell, on_finding=print)
    dialog.dialog.show()
    dialog.export_button.invoke()
    worker.news = [Exported(serial=len(worker.errands), result=ExportResult(paths=(Path("a.pdf"),)))]
    view.link._watch()
    pump(lambda: str(dialog._cancel["text"]) == _("Close"))
    dialog.dialog.close()
    pump()
    assert worker.cancelled == []


@pytest.mark.parametrize("for_web", [False, True])
def test_a_copy_that_takes_long_shows_it_and_is_called_off(
    view: MainView, worker: StillWorker, pump: Pump, *, for_web: bool
) -> None:
    dialog = CopyDialog(view.shell, for_web=for_web, on_finding=lambda _finding: None)
    dialog.dialog.show()
    pump(lambda: dialog.waiting.is_seen)
    press(dialog.dialog, _("Cancel"))
    pump()
    assert worker.cancelled == [len(worker.errands)]


def test_printing_shows_that_it_goes_on_and_can_be_called_off(view: MainView, worker: StillWorker, pump: Pump) -> None:
    dialog = PrintDialog(view.shell, pages=1, page_size_mm=(210, 297), on_finding=print)
    dialog.dialog.show()
    dialog.print_button.invoke()
    pump(lambda: dialog.waiting.is_seen)
    press(dialog.dialog, _("Cancel"))
    pump()
    assert worker.cancelled == [len(worker.errands)]
    assert _("Printing called off; what the printer has already may still come out") in view.shell.toasts.text


def test_reading_photos_shows_a_way_out_and_leaves_the_release_as_it_was(
    view: MainView, answers: Answers, pump: Pump, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, begun = threading.Event(), threading.Event()
    read: list[str] = []

    def slow(files: list[tuple[str, bytes, Path]]) -> Admitted:
        read.append(files[0][0])
        begun.set()
        assert go_on.wait(10)
        return (), ()

    monkeypatch.setattr("humas_desk.ui.photo_intake.admit_photos", slow)
    paths = tuple(tmp_path / f"foto-{number}.png" for number in range(3))
    for path in paths:
        Pixels.new("RGB", (8, 8)).save(path)
    answers.open_files = paths
    before = view.desk.session.release
    view.actions.run("insert-photo")
    pump(begun.is_set)
    assert view.commands._photos.busy
    toast = view.shell.toasts._shown
    assert toast is not None
    press(toast, _("Cancel"))
    go_on.set()
    pump(lambda: not view.commands._photos.busy)
    assert view.desk.session.release == before
    assert read == [paths[0].name]
