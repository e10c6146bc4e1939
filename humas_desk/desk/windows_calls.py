"""The functions of Windows that this desk calls, with their types; each can be stood in for.

Types are given for every one: without them ctypes cuts 64-bit handles to 32 bits. On other systems a call is an OSError.
Not tried on a real Windows: the tests hold the callers against stand-ins.
"""

from collections.abc import Callable, Mapping
import ctypes
from ctypes import c_int, c_size_t, c_uint, c_void_p, c_wchar_p
import sys
from typing import Any, Final

Call = Callable[..., int | None]
"""A handle that is 0 comes back as None."""
CallOf = Callable[[str], Call]
"""A function of Windows by its name."""

SIGNATURES: Final[Mapping[str, tuple[str, type[Any], tuple[type[Any], ...]]]] = {
    "OpenClipboard": ("user32", c_int, (c_void_p,)),
    "EmptyClipboard": ("user32", c_int, ()),
    "SetClipboardData": ("user32", c_void_p, (c_uint, c_void_p)),
    "GetClipboardData": ("user32", c_void_p, (c_uint,)),
    "CloseClipboard": ("user32", c_int, ()),
    "RegisterClipboardFormatW": ("user32", c_uint, (c_wchar_p,)),
    "GlobalAlloc": ("kernel32", c_void_p, (c_uint, c_size_t)),
    "GlobalLock": ("kernel32", c_void_p, (c_void_p,)),
    "GlobalSize": ("kernel32", c_size_t, (c_void_p,)),
    "GlobalUnlock": ("kernel32", c_int, (c_void_p,)),
    "GlobalFree": ("kernel32", c_void_p, (c_void_p,)),
    "EnumPrintersW": ("winspool.drv", c_int, (c_uint, c_wchar_p, c_uint, c_void_p, c_uint, c_void_p, c_void_p)),
    "GetDefaultPrinterW": ("winspool.drv", c_int, (c_void_p, c_void_p)),
    "OpenPrinterW": ("winspool.drv", c_int, (c_wchar_p, c_void_p, c_void_p)),
    "ClosePrinter": ("winspool.drv", c_int, (c_void_p,)),
    "DocumentPropertiesW": ("winspool.drv", c_int, (c_void_p, c_void_p, c_wchar_p, c_void_p, c_void_p, c_uint)),
    "CreateDCW": ("gdi32", c_void_p, (c_wchar_p, c_wchar_p, c_wchar_p, c_void_p)),
    "DeleteDC": ("gdi32", c_int, (c_void_p,)),
    "GetDeviceCaps": ("gdi32", c_int, (c_void_p, c_int)),
    "StartDocW": ("gdi32", c_int, (c_void_p, c_void_p)),
    "StartPage": ("gdi32", c_int, (c_void_p,)),
    "EndPage": ("gdi32", c_int, (c_void_p,)),
    "EndDoc": ("gdi32", c_int, (c_void_p,)),
    "AbortDoc": ("gdi32", c_int, (c_void_p,)),
}
"""name: library, what it gives, what it takes."""


def windows_call(name: str) -> Call:
    """The function, ready to be called. OSError where there is no Windows."""
    library, result, arguments = SIGNATURES[name]
    if sys.platform == "win32":
        function = getattr(ctypes.WinDLL(library), name)
        function.restype, function.argtypes = result, arguments
        found: Call = function
        return found
    raise OSError(f"no {name} of {library} on {sys.platform}: {result} of {arguments}")
