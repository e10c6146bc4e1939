from pathlib import Path

from humas_desk.archive.values import Why
from humas_desk.desk.desk import Desk
from humas_desk.desk.requests import Exported, ExportResult
from humas_desk.ui.export_dialog import ExportDialog
from humas_desk.ui.main_view import MainView
from tests.window.stand_ins import Pump, StillWorker


def test_what_was_exported_is_kept_as_it_went_out(
    view: MainView, desk: Desk, worker: StillWorker, tmp_path: Path, pump: Pump
) -> None:
    dialog = ExportDialog(view.shell, on_finding=lambda _finding: None)
    dialog.dialog.show()
    pump()
    before = desk.session.release
    dialog.export()
    desk.session.put("title", "Judul sesudahnya")
    path = tmp_path / "rilis.pdf"
    path.write_bytes(b"%PDF")
    worker.news.append(Exported(serial=len(worker.exports), result=ExportResult(paths=(path,)), error=None))
    view.link._watch()
    pump(lambda: any(v.why is Why.EXPORT for v in desk.archive.versions(before.id).get()))
    kept = next(v for v in desk.archive.versions(before.id).get() if v.why is Why.EXPORT)
    assert desk.archive.version(kept.id).get().release == before
    dialog.dialog.close()


def test_a_final_release_is_not_marked_as_a_draft(desk: Desk, view: MainView) -> None:
    view.commands.mark_drafts()
    assert desk.job().draft is not None
    desk.note_final(is_final=True)
    assert desk.job().draft is None
    assert not desk.marks_drafts
    desk.begin_sample()
    assert desk.marks_drafts
