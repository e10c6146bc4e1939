"""A stand-in for the print functions of Windows: as strict as their documentation, without a printer."""

import ctypes
from dataclasses import dataclass, field

from humas_desk.desk.windows_calls import SIGNATURES, Call

_MODE_BYTES = 220 + 300
"""DEVMODEW, and a driver's own part."""
_CAPS = {88: 600, 90: 600, 112: 100, 113: 120}


def as_windows_takes_it(name: str, call: Call) -> Call:
    """The stand-in, refusing what ctypes would refuse to hand to the real function."""
    _library, _gives, taken = SIGNATURES[name]

    def checked(*values: object) -> int | None:
        assert len(values) == len(taken), name
        for kind, value in zip(taken, values, strict=True):
            kind.from_param(value)
        return call(*values)

    return checked


@dataclass
class WindowsPrinter:
    """Printers by name; a queue; the settings that the driver was asked for."""

    printers: tuple[str, ...] = ("Kantor", "PDF")
    default: str = "Kantor"
    refuses: frozenset[str] = frozenset()
    device: int = 0x1_2345_6789
    queue: list[str] = field(default_factory=list)
    mode: bytes = b""
    open: int = 0
    """Handles, devices, documents and pages that are not closed."""
    pages: int = 0
    _texts: list[object] = field(default_factory=list)

    def call_of(self, name: str) -> Call:
        assert name in SIGNATURES
        calls: dict[str, Call] = {
            "EnumPrintersW": self._enumerate,
            "GetDefaultPrinterW": self._default,
            "OpenPrinterW": self._open_printer,
            "ClosePrinter": lambda _handle: self._close(),
            "DocumentPropertiesW": self._properties,
            "CreateDCW": self._create,
            "DeleteDC": lambda device: self._close() if device == self.device else 0,
            "GetDeviceCaps": lambda _device, cap: _CAPS[cap],
            "StartDocW": self._start,
            "StartPage": lambda _device: self._begin(),
            "EndPage": lambda _device: self._end_page(),
            "EndDoc": lambda _device: self._close(),
            "AbortDoc": lambda _device: self._abort(),
        }
        return as_windows_takes_it(name, (lambda *_values: 0) if name in self.refuses else calls[name])

    def _begin(self) -> int:
        self.open += 1
        return 1

    def _close(self) -> int:
        self.open -= 1
        return 1

    def _end_page(self) -> int:
        self.pages += 1
        return self._close()

    def _abort(self) -> int:
        self.queue.pop()
        self.open -= self.open - 1  # the page that failed goes with its document; the device stays
        return 1

    def _enumerate(self, flags: int, server: None, level: int, buffer: object, size: int, *sizes: object) -> int:
        assert (flags, server, level) == (6, None, 4)
        entry = ctypes.sizeof(ctypes.c_void_p) * 3
        needed, count = (ctypes.cast(one, ctypes.POINTER(ctypes.c_uint32)) for one in sizes)  # type: ignore[arg-type]  # made by byref
        needed[0], count[0] = entry * len(self.printers), 0
        if size < entry * len(self.printers) or not isinstance(buffer, ctypes.Array):
            return 0
        for number, name in enumerate(self.printers):
            text = ctypes.create_unicode_buffer(name)
            self._texts.append(text)
            ctypes.c_void_p.from_buffer(buffer, number * entry).value = ctypes.addressof(text)
        count[0] = len(self.printers)
        return 1

    def _default(self, buffer: ctypes.Array[ctypes.c_wchar], _size: object) -> int:
        buffer.value = self.default
        return 1 if self.default else 0

    def _open_printer(self, name: str, handle: object, _defaults: None) -> int:
        assert handle is not None
        return self._begin() if name in self.printers else 0

    def _properties(self, _window: None, _handle: object, name: str, out: object, given: object, flags: int) -> int:
        assert name in self.printers
        if flags == 0:
            return _MODE_BYTES
        assert isinstance(out, ctypes.Array)
        assert ctypes.sizeof(out) >= _MODE_BYTES
        if flags == 2:
            ctypes.memmove(out, b"\x07" * _MODE_BYTES, _MODE_BYTES)
        else:
            assert (flags, given is out) == (10, True)
            self.mode = bytes(out.raw)
        return 1

    def _create(self, driver: str, name: str, port: None, mode: object) -> int | None:
        assert (driver, port) == ("WINSPOOL", None)
        assert isinstance(mode, ctypes.Array)
        self._begin()
        return self.device if name in self.printers else None

    def _start(self, device: int, info: object) -> int:
        assert device == self.device

        class Info(ctypes.Structure):
            _fields_ = (("size", ctypes.c_int), ("name", ctypes.c_wchar_p))

        said = ctypes.cast(info, ctypes.POINTER(Info)).contents  # type: ignore[arg-type]  # made by byref
        self.queue.append(said.name)
        return self._begin()
