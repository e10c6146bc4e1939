from collections.abc import Callable
from pathlib import Path

import pytest
import ttkbootstrap as ttk

from humas_desk.desk.printers import Printer, PrintResult, PrintWarning
from humas_desk.desk.requests import PrintDone, PrintersFound, PrintRequest
from humas_desk.desk.system import Printed
from humas_desk.errors import NoProgram
from humas_desk.ui.main_view import MainView
from humas_desk.ui.print_dialog import PrintDialog
from humas_desk.ui.toolbar import Finding
from humas_desk.wording import _
from tests.window.stand_ins import Dialogs, Pump, StillWorker, answer, press, said

A4, F4 = (210.0, 297.0), (215.0, 330.0)
OFFICE = (Printer(name="Kantor"), Printer(name="Ruang humas", is_default=True))
Open = Callable[..., PrintDialog]


@pytest.fixture
def open_dialog(view: MainView, worker: StillWorker, pump: Pump) -> Open:
    """A print dialog for which the system named these printers."""

    def open_it(printers: tuple[Printer, ...] = OFFICE, *, size: tuple[float, float] = A4) -> PrintDialog:
        found: list[Finding] = []
        dialog = PrintDialog(view.shell, pages=3, page_size_mm=size, on_finding=found.append)
        dialog.dialog.show()
        say(view, worker, PrintersFound(serial=len(worker.errands), printers=printers))
        pump(lambda: _("Looking for printers…") not in said(dialog.dialog))
        return dialog

    return open_it


def say(view: MainView, worker: StillWorker, news: PrintersFound | PrintDone) -> None:
    worker.news.append(news)
    view.link._watch()


def ordered(worker: StillWorker) -> list[PrintRequest]:
    return [errand for errand in worker.errands if isinstance(errand, PrintRequest)]


def test_the_default_printer_is_chosen_and_everything_is_printed_once(open_dialog: Open, worker: StillWorker) -> None:
    open_dialog().print_button.invoke()
    order = ordered(worker)[-1].order
    assert (order.printer, order.copies, order.pages) == ("Ruang humas", 1, ())


def test_copies_and_pages_are_ordered_as_typed(open_dialog: Open, worker: StillWorker, pump: Pump) -> None:
    dialog = open_dialog()
    dialog._copies.set("3")
    dialog.pages.focus_force()
    pump()
    for key in ("1", "minus", "2"):
        dialog.pages.event_generate(f"<{key}>" if len(key) > 1 else f"<Key-{key}>")
    pump()
    dialog.print_button.invoke()
    order = ordered(worker)[-1].order
    assert (order.copies, order.pages) == (3, (1, 2))


@pytest.mark.parametrize(("copies", "pages"), [("0", ""), ("dua", ""), ("1", "4"), ("1", "2-1")])
def test_what_cannot_be_printed_is_said_at_once(open_dialog: Open, copies: str, pages: str) -> None:
    dialog = open_dialog()
    dialog._copies.set(copies)
    dialog._pages.set(pages)
    assert dialog.print_button.instate(["disabled"])
    assert not pages or _("This release has pages 1 to {count}").format(count=3) in said(dialog.dialog)
    dialog._copies.set("1")
    dialog._pages.set("")
    assert dialog.print_button.instate(["!disabled"])


def test_without_a_printer_the_pdf_reader_is_announced(open_dialog: Open, worker: StillWorker) -> None:
    dialog = open_dialog(())
    assert "PDF" in said(dialog.dialog)
    press(dialog.dialog, _("Open for printing"))
    assert ordered(worker)[-1].order.is_plain


def test_f4_warns_before_and_after(open_dialog: Open, view: MainView, worker: StillWorker, pump: Pump) -> None:
    dialog = open_dialog(size=F4)
    assert "Folio" in said(dialog.dialog)
    dialog.print_button.invoke()
    result = PrintResult(how=Printed.SENT, warning=PrintWarning.FOLIO)
    say(view, worker, PrintDone(serial=len(worker.errands), result=result))
    pump(lambda: view.shell.toasts.text)
    assert "Folio" in view.shell.toasts.text


def test_a4_says_nothing_of_folio(open_dialog: Open) -> None:
    assert "Folio" not in said(open_dialog().dialog)


def test_pre_printed_paper_and_the_mark_of_a_draft_are_this_orders_own(
    open_dialog: Open, view: MainView, worker: StillWorker
) -> None:
    dialog = open_dialog()
    dialog._blank.set(True)
    dialog._draft.set(True)
    dialog.print_button.invoke()
    job = ordered(worker)[-1].job
    assert job.blank
    assert job.draft is not None
    assert not view.desk.settings.mark_drafts


@pytest.mark.parametrize("how", list(Printed))
def test_what_became_of_it_is_told_when_the_dialog_is_gone(
    open_dialog: Open, view: MainView, worker: StillWorker, pump: Pump, how: Printed
) -> None:
    dialog = open_dialog()
    dialog.print_button.invoke()
    say(view, worker, PrintDone(serial=len(worker.errands), result=PrintResult(how=how)))
    pump(lambda: view.shell.toasts.text)
    assert not dialog.dialog.winfo_exists()


def test_a_computer_that_opens_no_pdf_is_told_of(
    open_dialog: Open,
    view: MainView,
    worker: StillWorker,
    app: ttk.App,
    dialogs: Dialogs,
    pump: Pump,
    tmp_path: Path,
) -> None:
    dialog = open_dialog()
    dialog.print_button.invoke()
    heard = answer(app, dialogs, _("Close"))
    say(view, worker, PrintDone(serial=len(worker.errands), error=NoProgram(tmp_path / "rilis.pdf")))
    pump(lambda: heard)
    assert "rilis.pdf" in heard[0]
