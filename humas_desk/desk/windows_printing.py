"""Printing on Windows without a PDF reader: the printers, and pages drawn at true size on one of them.

Everything that Windows does goes through `windows_calls` and is stood in for in the tests. Not tried on a real Windows
with a real printer: where a call fails, OSError is raised and `printing` hands the file to the PDF reader.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
import ctypes
from typing import Final

from humas_desk.desk.printers import Printer, PrintOrder, Sheet
from humas_desk.desk.windows_calls import CallOf, windows_call
from humas_desk.values import dataclass

MM_PER_INCH: Final = 25.4
_LOCAL_AND_CONNECTED: Final = 2 | 4
_DOTS_X, _DOTS_Y, _MARGIN_X, _MARGIN_Y = 88, 90, 112, 113
"""LOGPIXELSX, LOGPIXELSY, PHYSICALOFFSETX, PHYSICALOFFSETY: dots per inch, and what the printer cannot reach."""
_OUT_BUFFER, _IN_BUFFER = 2, 8
_FIELDS: Final = 0x1 | 0x2 | 0x10 | 0x100
"""Orientation, paper, scale, copies."""
_MEASURES: Final = 0x4 | 0x8
_LONGEST_NAME: Final = 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a page is drawn, in the printer's dots; the origin is the corner of what it can reach."""

    x: int
    y: int
    width: int
    height: int


Draw = Callable[[int, int, Place], None]
"""Page (from 1), device, place."""


class _Info(ctypes.Structure):
    """PRINTER_INFO_4W."""

    _fields_ = (("name", ctypes.c_wchar_p), ("server", ctypes.c_wchar_p), ("attributes", ctypes.c_uint32))


class _Mode(ctypes.Structure):
    """The beginning of DEVMODEW, up to the copies; the driver's own part follows it."""

    _fields_ = (
        ("device", ctypes.c_uint16 * 32),
        ("versions", ctypes.c_uint16 * 2),
        ("size", ctypes.c_uint16),
        ("extra", ctypes.c_uint16),
        ("fields", ctypes.c_uint32),
        ("orientation", ctypes.c_int16),
        ("paper", ctypes.c_int16),
        ("length", ctypes.c_int16),
        ("width", ctypes.c_int16),
        ("scale", ctypes.c_int16),
        ("copies", ctypes.c_int16),
    )


class _DocInfo(ctypes.Structure):
    """DOCINFOW."""

    _fields_ = (
        ("size", ctypes.c_int),
        ("name", ctypes.c_wchar_p),
        ("output", ctypes.c_wchar_p),
        ("datatype", ctypes.c_wchar_p),
        ("kind", ctypes.c_uint32),
    )


def windows_printers(call_of: CallOf = windows_call) -> tuple[Printer, ...]:
    """The printers of this user, the default one marked. OSError when Windows does not tell."""
    enumerate_ = call_of("EnumPrintersW")
    needed, count = ctypes.c_uint32(), ctypes.c_uint32()
    enumerate_(_LOCAL_AND_CONNECTED, None, 4, None, 0, ctypes.byref(needed), ctypes.byref(count))
    if not needed.value:
        return ()
    buffer = ctypes.create_string_buffer(needed.value)
    _demand(
        enumerate_(_LOCAL_AND_CONNECTED, None, 4, buffer, needed.value, ctypes.byref(needed), ctypes.byref(count)),
        "EnumPrintersW",
    )
    found = ctypes.cast(buffer, ctypes.POINTER(_Info))
    names = [found[index].name or "" for index in range(count.value)]
    default = default_printer(call_of)
    return tuple(Printer(name=name, is_default=name == default) for name in names if name)


def default_printer(call_of: CallOf = windows_call) -> str:
    """The name of the user's default printer; empty when there is none."""
    name = ctypes.create_unicode_buffer(_LONGEST_NAME)
    size = ctypes.c_uint32(_LONGEST_NAME)
    return name.value if call_of("GetDefaultPrinterW")(name, ctypes.byref(size)) else ""


def print_pages(
    pages: Sequence[int], order: PrintOrder, sheet: Sheet, title: str, draw: Draw, call_of: CallOf = windows_call
) -> None:
    """Draw the pages (from 1), as many times as copies are ordered, at true size. OSError when a call fails.

    `title`: as the print queue shows it. Copies are drawn one after the other, so that they come out sorted whatever the
    driver can do.
    """
    printer = order.printer or default_printer(call_of)
    if not printer:
        raise OSError("no printer")
    with _device(printer, sheet, call_of) as device, _document(device, title, call_of):
        place = _place(device, sheet, call_of)
        for page in (page for _copy in range(order.copies) for page in pages):
            _demand((call_of("StartPage")(device) or 0) > 0, "StartPage")
            draw(page, device, place)
            _demand((call_of("EndPage")(device) or 0) > 0, "EndPage")


@contextmanager
def _device(printer: str, sheet: Sheet, call_of: CallOf) -> Iterator[int]:
    """The printer as something to draw on."""
    mode = _mode(printer, sheet, call_of)
    device = call_of("CreateDCW")("WINSPOOL", printer, None, mode)
    if not device:
        raise OSError("CreateDCW")
    try:
        yield device
    finally:
        call_of("DeleteDC")(device)


@contextmanager
def _document(device: int, title: str, call_of: CallOf) -> Iterator[None]:
    """One entry of the print queue; taken back when a page fails."""
    info = _DocInfo(size=ctypes.sizeof(_DocInfo), name=title)
    _demand((call_of("StartDocW")(device, ctypes.byref(info)) or 0) > 0, "StartDocW")
    try:
        yield
    except BaseException:
        call_of("AbortDoc")(device)
        raise
    _demand((call_of("EndDoc")(device) or 0) > 0, "EndDoc")


def _mode(printer: str, sheet: Sheet, call_of: CallOf) -> ctypes.Array[ctypes.c_char]:
    """The driver's own settings with the paper asked for: upright, unscaled, one copy."""
    handle = ctypes.c_void_p()
    _demand(call_of("OpenPrinterW")(printer, ctypes.byref(handle), None), "OpenPrinterW")
    properties = call_of("DocumentPropertiesW")
    try:
        size = properties(None, handle, printer, None, None, 0) or 0
        _demand(size >= ctypes.sizeof(_Mode), "DocumentPropertiesW")
        buffer = ctypes.create_string_buffer(size)
        _demand((properties(None, handle, printer, buffer, None, _OUT_BUFFER) or 0) > 0, "DocumentPropertiesW")
        mode = _Mode.from_buffer(buffer)
        mode.orientation, mode.scale, mode.copies, mode.paper = 1, 100, 1, sheet.windows_code
        mode.length, mode.width = round(sheet.height_mm * 10), round(sheet.width_mm * 10)
        mode.fields |= _FIELDS | (_MEASURES if sheet.windows_code == 256 else 0)
        done = properties(None, handle, printer, buffer, buffer, _IN_BUFFER | _OUT_BUFFER)
        _demand((done or 0) > 0, "DocumentPropertiesW")
    finally:
        call_of("ClosePrinter")(handle)
    return buffer


def _place(device: int, sheet: Sheet, call_of: CallOf) -> Place:
    """The whole page at true size, its upper left corner on the paper's."""
    caps = {name: call_of("GetDeviceCaps")(device, name) or 0 for name in (_DOTS_X, _DOTS_Y, _MARGIN_X, _MARGIN_Y)}
    return Place(
        x=-caps[_MARGIN_X],
        y=-caps[_MARGIN_Y],
        width=round(sheet.width_mm / MM_PER_INCH * caps[_DOTS_X]),
        height=round(sheet.height_mm / MM_PER_INCH * caps[_DOTS_Y]),
    )


def _demand(done: object, name: str) -> None:
    if not done:
        raise OSError(name)
