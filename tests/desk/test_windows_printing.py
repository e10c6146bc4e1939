import ctypes
import struct

import pytest

from humas_desk.desk.printers import PrintOrder, sheet_for
from humas_desk.desk.windows_calls import SIGNATURES
from humas_desk.desk.windows_printing import Place, default_printer, print_pages
from tests.desk.windows_printer import WindowsPrinter

PAPER, LENGTH, WIDTH, SCALE, COPIES, FIELDS = 78, 80, 82, 84, 86, 72
"""Offsets in DEVMODEW, from its documentation."""


class Drawing:
    def __init__(self, fails_at: int = 0) -> None:
        self.done: list[tuple[int, int, Place]] = []
        self.fails_at = fails_at

    def __call__(self, page: int, device: int, place: Place) -> None:
        if page == self.fails_at:
            raise OSError("no more ink")
        self.done.append((page, device, place))


def short(printer: WindowsPrinter, offset: int) -> int:
    return int(struct.unpack_from("<h", printer.mode, offset)[0])


def test_the_paper_is_asked_for_upright_and_unscaled() -> None:
    printer, drawing = WindowsPrinter(), Drawing()
    print_pages((1, 2), PrintOrder(), sheet_for(215, 330), "Rilis", drawing, printer.call_of)
    assert (short(printer, PAPER), short(printer, SCALE), short(printer, COPIES)) == (14, 100, 1)
    assert struct.unpack_from("<I", printer.mode, FIELDS)[0] & 0x113 == 0x113
    assert (printer.queue, printer.pages, printer.open) == (["Rilis"], 2, 0)
    assert [page for page, _device, _place in drawing.done] == [1, 2]


def test_paper_of_its_own_size_is_given_in_tenths_of_a_millimetre() -> None:
    printer = WindowsPrinter()
    print_pages((1,), PrintOrder(), sheet_for(148, 210), "Rilis", Drawing(), printer.call_of)
    assert (short(printer, PAPER), short(printer, LENGTH), short(printer, WIDTH)) == (256, 2100, 1480)
    assert struct.unpack_from("<I", printer.mode, FIELDS)[0] & 0xC == 0xC


def test_a_page_keeps_its_true_size_whatever_the_printer_cannot_reach() -> None:
    drawing = Drawing()
    print_pages((1,), PrintOrder(), sheet_for(210, 297), "Rilis", drawing, WindowsPrinter().call_of)
    (_page, _device, place) = drawing.done[0]
    assert place == Place(x=-100, y=-120, width=round(210 / 25.4 * 600), height=round(297 / 25.4 * 600))


def test_a_page_that_fails_takes_the_whole_document_back() -> None:
    printer = WindowsPrinter()
    with pytest.raises(OSError, match="ink"):
        print_pages((1, 2), PrintOrder(), sheet_for(210, 297), "Rilis", Drawing(fails_at=2), printer.call_of)
    assert (printer.queue, printer.open) == ([], 0)


@pytest.mark.parametrize(
    "name", ["OpenPrinterW", "DocumentPropertiesW", "CreateDCW", "StartDocW", "StartPage", "EndPage", "EndDoc"]
)
def test_every_refusal_is_an_error_and_leaves_nothing_open(name: str) -> None:
    printer = WindowsPrinter(refuses=frozenset({name}))
    with pytest.raises(OSError, match=name):
        print_pages((1,), PrintOrder(), sheet_for(210, 297), "Rilis", Drawing(), printer.call_of)
    assert printer.open <= (1 if name == "EndDoc" else 0)


def test_without_any_printer_that_is_an_error() -> None:
    printer = WindowsPrinter(default="")
    assert default_printer(printer.call_of) == ""
    with pytest.raises(OSError, match="no printer"):
        print_pages((1,), PrintOrder(), sheet_for(210, 297), "Rilis", Drawing(), printer.call_of)


def test_handles_are_as_wide_as_pointers() -> None:
    handles = {"SetClipboardData", "GlobalAlloc", "GlobalLock", "CreateDCW"}
    assert {SIGNATURES[name][1] for name in handles} == {ctypes.c_void_p}
    first = {
        name: taken[0] for name, (_library, _gives, taken) in SIGNATURES.items() if name in {"DeleteDC", "StartPage"}
    }
    assert set(first.values()) == {ctypes.c_void_p}
