from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import ttkbootstrap as ttk

from humas_desk.desk.desk import Desk
from humas_desk.desk.editing import get
from humas_desk.desk.photographs import with_photo_files
from humas_desk.desk.requests import Exported, ExportRequest, ExportResult, PackageRequest
from humas_desk.errors import HumasError, TargetLocked, WorkerDied
from humas_desk.release.blocks import PhotoFile
from humas_desk.release.problems import ProblemCode
from humas_desk.ui.export_dialog import ExportDialog
from humas_desk.ui.exporting import other_stem
from humas_desk.ui.main_view import MainView
from humas_desk.ui.new_files_dialogs import PackageDialog
from humas_desk.ui.toolbar import Finding
from humas_desk.wording import _, problem_sentence
from tests.window.stand_ins import Answers, Dialogs, Pump, StillWorker, answer, press, said


@pytest.fixture
def found() -> list[Finding]:
    """Findings that the person asked to be led to."""
    return []


@pytest.fixture
def dialog(view: MainView, found: list[Finding], pump: Pump) -> ExportDialog:
    opened = ExportDialog(view.shell, on_finding=found.append)
    opened.dialog.show()
    pump()
    return opened


def end(view: MainView, worker: StillWorker, *, paths: tuple[Path, ...] = (), error: HumasError | None = None) -> None:
    result = None if error else ExportResult(paths=paths)
    worker.news.append(Exported(serial=len(worker.exports), result=result, error=error))
    view.link._watch()


def test_pdf_and_word_are_chosen_and_the_name_is_made_from_date_and_title(dialog: ExportDialog, desk: Desk) -> None:
    assert dialog.formats == ("pdf", "docx")
    assert dialog.name.get() == desk.export_defaults().stem
    assert desk.session.release.title.split()[0] in dialog.name.get()


def test_what_is_asked_for_is_what_is_shown(
    dialog: ExportDialog, worker: StillWorker, answers: Answers, tmp_path: Path
) -> None:
    answers.folder = tmp_path
    press(dialog.dialog, _("Choose…"))
    dialog.name.delete(0, "end")
    dialog.name.insert(0, 'Nama: "baru"?')
    dialog._format.set(1)
    dialog.blank.set(True)
    dialog.export_button.invoke()
    request = worker.exports[-1]
    assert (request.formats, request.folder, request.stem, request.job.blank) == (("pdf",), tmp_path, "Nama baru", True)


def test_the_kind_of_pdf_is_a_switch_that_is_remembered(dialog: ExportDialog, desk: Desk, worker: StillWorker) -> None:
    assert desk.settings.pdf_profile == "archive"
    dialog._plain.set(True)
    dialog.draft.set(True)
    dialog.export_button.invoke()
    assert worker.exports[-1].pdf_profile == desk.settings.pdf_profile == "plain"
    assert worker.exports[-1].job.draft is not None
    assert not desk.settings.mark_drafts


def test_while_files_are_written_it_cannot_be_asked_twice(
    dialog: ExportDialog, worker: StillWorker, pump: Pump
) -> None:
    dialog.export_button.invoke()
    dialog.export_button.invoke()
    pump()
    assert len(worker.exports) == 1
    pump(lambda: dialog.waiting.is_seen)


def test_written_files_are_named_and_the_choices_remembered(
    dialog: ExportDialog, view: MainView, desk: Desk, worker: StillWorker, pump: Pump, tmp_path: Path
) -> None:
    dialog._format.set(2)
    dialog.export_button.invoke()
    end(view, worker, paths=(tmp_path / "rilis.docx",))
    pump(lambda: "rilis.docx" in said(dialog.dialog))
    assert desk.settings.export_formats == ("docx",)
    press(dialog.dialog, _("Close"))
    assert not dialog.dialog.winfo_exists()


def test_a_locked_file_can_be_tried_again_or_written_under_another_name(
    dialog: ExportDialog,
    view: MainView,
    worker: StillWorker,
    app: ttk.App,
    dialogs: Dialogs,
    pump: Pump,
    tmp_path: Path,
) -> None:
    dialog.folder = tmp_path
    stem = dialog.name.get()
    for label, name in ((_("Try again"), stem), (_("Save under another name"), f"{stem} (2)")):
        asked = len(worker.exports)
        if not asked:
            dialog.export_button.invoke()
            asked = 1
        heard = answer(app, dialogs, label)
        end(view, worker, error=TargetLocked(tmp_path / f"{stem}.pdf"))
        pump(lambda asked=asked: len(worker.exports) == asked + 1)
        assert f"{stem}.pdf" in heard[0]
        assert _("Your text is safe.") in heard[0]
        assert worker.exports[-1].stem == name


def test_a_worker_that_died_can_be_tried_again(
    dialog: ExportDialog, view: MainView, worker: StillWorker, app: ttk.App, dialogs: Dialogs, pump: Pump
) -> None:
    dialog.export_button.invoke()
    answer(app, dialogs, _("Try again"))
    end(view, worker, error=WorkerDied())
    pump(lambda: len(worker.exports) == 2)


def test_without_a_title_nothing_is_written_and_the_line_leads_to_the_field(
    view: MainView, desk: Desk, found: list[Finding], pump: Pump
) -> None:
    desk.session.edit(lambda release: replace(release, title="", blocks=()))
    dialog = ExportDialog(view.shell, on_finding=found.append)
    dialog.dialog.show()
    pump()
    assert dialog.export_button.instate(["disabled"])
    line = next(line for line in dialog.problems._lines if "•" in str(line.cget("text")))
    line.event_generate("<Button-1>")
    pump()
    assert [finding.place for finding in found] == ["title"]
    assert not dialog.dialog.winfo_exists()


def test_a_dialog_that_was_closed_too_early_leaves_a_word_in_the_corner(
    dialog: ExportDialog, view: MainView, worker: StillWorker, pump: Pump, tmp_path: Path
) -> None:
    dialog.export_button.invoke()
    dialog.dialog.close()
    end(view, worker, paths=(tmp_path / "rilis.pdf",))
    pump(lambda: view.shell.toasts.text)


def test_another_name_is_one_that_no_file_has(tmp_path: Path) -> None:
    (tmp_path / "rilis (2).docx").touch()
    assert other_stem(tmp_path, "rilis", ("pdf", "docx")) == "rilis (3)"
    assert other_stem(tmp_path, "rilis", ("pdf",)) == "rilis (2)"


def test_escape_closes_the_dialog_and_gives_the_keyboard_back(dialog: ExportDialog, pump: Callable[..., None]) -> None:
    dialog.dialog.focus_force()
    pump()
    dialog.dialog.event_generate("<Escape>")
    pump()
    assert not dialog.dialog.winfo_exists()


def without_alt_text(desk: Desk) -> str:
    """A photo of the open release loses its alternative text; gives the place."""
    desk.session.edit(lambda release: with_photo_files(release, lambda file: replace(file, alt="")))
    return next(one.place for one in desk.session.problems() if one.code is ProblemCode.ALT_MISSING)


@pytest.mark.parametrize("kind", [ExportDialog, PackageDialog])
def test_a_photo_without_alternative_text_gets_it_before_the_export(
    kind: type[ExportDialog | PackageDialog], view: MainView, desk: Desk, pump: Pump, worker: StillWorker
) -> None:
    place = without_alt_text(desk)
    opened = kind(view.shell, on_finding=lambda _finding: None)
    opened.dialog.show()
    pump()
    assert opened.export_button["text"] == _("Export without it")
    assert not any(problem_sentence(one) in "".join(opened.problems.texts) for one in desk.session.problems())
    entry = opened.alt_texts.fields[place].entry
    entry.focus_force()
    pump()
    for letter in "Rapat":
        entry.event_generate("<KeyPress>", keysym=letter)
    entry.event_generate("<Return>")
    pump()
    assert get(desk.session.release, place) == "Rapat"
    assert opened.export_button["text"] != _("Export without it")
    assert worker.errands == []
    opened.export_button.invoke()
    assert isinstance(worker.errands[-1], ExportRequest | PackageRequest)
    assert get(worker.errands[-1].job.release, place) == "Rapat"


def test_many_photos_without_text_are_scrolled_and_do_not_fill_the_screen(
    view: MainView, desk: Desk, pump: Pump
) -> None:
    place = without_alt_text(desk)
    block = place.removesuffix(".files[0].alt")
    file = PhotoFile(file="x.jpg")
    desk.session.put(f"{block}.files", (file,) * 6)
    opened = ExportDialog(view.shell, on_finding=lambda _finding: None)
    opened.dialog.show()
    pump()
    assert len(opened.alt_texts.fields) == 6
    assert opened.alt_texts.winfo_height() < 260
    opened.dialog.close()


def test_photos_with_their_texts_ask_for_nothing(dialog: ExportDialog) -> None:
    assert not dialog.alt_texts.fields
    assert dialog.export_button["text"] == _("Export")


def test_a_working_copy_is_asked_for_each_time(dialog: ExportDialog, worker: StillWorker) -> None:
    dialog.export_button.invoke()
    assert not worker.exports[-1].carry
    assert _(
        "A working copy can be opened here again, photos included. Copies for the media carry nothing hidden."
    ) in (said(dialog.dialog))
    dialog._carry.set(True)
    dialog.export()
    assert worker.exports[-1].carry
