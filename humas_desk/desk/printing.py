"""A release onto paper at true size; runs in the worker, where the pages are made and waiting hurts nobody.

Windows: PDFium draws on the printer (not tried on a real Windows: no machine here has one); where that fails, the PDF
reader gets the file. Linux and macOS: lp; where there is none, the PDF reader. The result says which it was.
"""

from collections.abc import Callable
import logging
from pathlib import Path
import shutil
import subprocess
import tempfile
from typing import Final

from humas_desk.desk.leftovers import PRINT_FOLDER
from humas_desk.desk.press import Press, SetJob
from humas_desk.desk.printers import Printer, PrintOrder, PrintResult, PrintWarning, Sheet, lp_options, sheet_for
from humas_desk.desk.requests import PrintDone, PrintRequest
from humas_desk.desk.saving import write_atomically
from humas_desk.desk.system import THIS_SYSTEM, Printed, System, open_path, print_file
from humas_desk.desk.windows_calls import CallOf, windows_call
from humas_desk.desk.windows_printing import Place, print_pages, windows_printers
from humas_desk.preview.on_paper import draw_on_device
from humas_desk.release.check import is_blocking
from humas_desk.release.naming import file_stem
from humas_desk.values import dataclass
from humas_desk.writers.pdf.pdf import write_pdf

log = logging.getLogger(__name__)

_DEFAULT: Final = "system default destination:"
DrawPage = Callable[[bytes, int, int, tuple[int, int, int, int]], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintRoom:
    """What printing needs of the system, so that tests can stand in for it."""

    system: System = THIS_SYSTEM
    call_of: CallOf = windows_call
    draw: DrawPage = draw_on_device


THIS_ROOM: Final = PrintRoom()


def list_printers(room: PrintRoom = THIS_ROOM) -> tuple[Printer, ...]:
    """The printers of this computer, the default one marked; none where the system has no print service."""
    if room.system.platform == "win32":
        try:
            return windows_printers(room.call_of)
        except OSError as error:
            log.warning("Windows tells no printers: %s", error)
            return ()
    if room.system.which("lpstat") is None:
        return ()
    default = next(
        (line.removeprefix(_DEFAULT).strip() for line in _said(room, "-d") if line.startswith(_DEFAULT)), None
    )
    return tuple(Printer(name=name, is_default=name == default) for name in map(str.strip, _said(room, "-e")) if name)


def print_release(serial: int, request: PrintRequest, press: Press, room: PrintRoom = THIS_ROOM) -> PrintDone:
    """Print what is ordered; nothing is printed when an error stands in the release.

    Raises NoProgram when nothing on this computer prints or opens a PDF, and what reading a template or writing the
    file raises.
    """
    made = press.set(request.job)
    if is_blocking(made.problems):
        return PrintDone(serial=serial, problems=made.problems)
    geometry = made.typeset.pages.geometry
    sheet = sheet_for(geometry.width_mm, geometry.height_mm)
    title = file_stem(request.job.release)
    pdf = write_pdf(made.typeset.pages, press.fonts)
    if room.system.platform == "win32" and _drawn(pdf, _pages(made, request.order), request.order, sheet, title, room):
        how = Printed.SENT
    else:
        how = _handed_over(pdf, request.order, sheet, title, room.system)
    warning = PrintWarning.FOLIO if sheet.is_folio else None
    return PrintDone(serial=serial, result=PrintResult(how=how, warning=warning), problems=made.problems)


def _said(room: PrintRoom, option: str) -> list[str]:
    try:
        return room.system.output(["lpstat", option]).splitlines()
    except (OSError, subprocess.SubprocessError) as error:
        log.warning("lpstat %s: %s", option, type(error).__name__)
        return []


def _pages(made: SetJob, order: PrintOrder) -> tuple[int, ...]:
    count = len(made.typeset.pages.pages)
    return tuple(page for page in (order.pages or range(1, count + 1)) if 1 <= page <= count)


def _drawn(pdf: bytes, pages: tuple[int, ...], order: PrintOrder, sheet: Sheet, title: str, room: PrintRoom) -> bool:
    """Whether Windows took the pages."""

    def draw(page: int, device: int, place: Place) -> None:
        room.draw(pdf, page, device, (place.x, place.y, place.width, place.height))

    try:
        print_pages(pages, order, sheet, title, draw, room.call_of)
    except OSError as error:
        log.warning("Windows did not take the pages, the PDF reader gets them: %s", error)
        return False
    return True


def _handed_over(pdf: bytes, order: PrintOrder, sheet: Sheet, title: str, system: System) -> Printed:
    """The file for lp or the PDF reader; it stays for the reader, and goes when lp has it."""
    folder = Path(tempfile.mkdtemp(prefix=PRINT_FOLDER))
    path = folder / f"{title}.pdf"
    write_atomically(path, pdf)
    if system.platform == "win32" and not order.is_plain:
        open_path(path, system)  # the reader's own "print" knows neither copies nor pages
        return Printed.OPENED
    how = print_file(path, system, lp_options(order, sheet))
    if how is Printed.SENT:
        shutil.rmtree(folder, ignore_errors=True)
    return how
