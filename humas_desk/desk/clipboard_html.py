"""HTML on the clipboard: a release put there beside its plain text, and a draft that another program put there.

On X11 the window does both with Tk alone, with the target "text/html". Windows has the HTML with a head of byte offsets
and Tk knows nothing of it, so the functions here call Windows themselves.
"""

from collections.abc import Callable
import ctypes
import time
from typing import Final

from humas_desk.desk.windows_calls import CallOf, windows_call
from humas_desk.errors import ClipboardBusy

UNICODE_TEXT: Final = 13
"""CF_UNICODETEXT."""
HTML_FORMAT: Final = "HTML Format"
_MOVEABLE: Final = 2
MOST_BYTES: Final = 5_000_000
"""Of HTML that is read; what is longer is a whole site and no draft."""
_ATTEMPTS: Final = 10
_READ_ATTEMPTS: Final = 3
"""The plain text is there already: nobody waits long for the better one."""
_WAIT_S: Final = 0.01
_HEAD: Final = (
    "Version:0.9\r\n"
    "StartHTML:{start:010d}\r\n"
    "EndHTML:{end:010d}\r\n"
    "StartFragment:{from_:010d}\r\n"
    "EndFragment:{to:010d}\r\n"
)
_BEFORE: Final = "<html>\r\n<body>\r\n<!--StartFragment-->"
_AFTER: Final = "<!--EndFragment-->\r\n</body>\r\n</html>"


def cf_html(fragment: str) -> bytes:
    """The fragment as Windows' "HTML Format": UTF-8, its place told in bytes from the start of all."""
    body = fragment.encode("utf-8", "replace")
    start = len(_HEAD.format(start=0, end=0, from_=0, to=0))
    first = start + len(_BEFORE)
    last = first + len(body)
    head = _HEAD.format(start=start, end=last + len(_AFTER), from_=first, to=last)
    return b"".join((head.encode("ascii"), _BEFORE.encode("ascii"), body, _AFTER.encode("ascii")))


def put_on_windows_clipboard(
    plain: str, html: str, window: int, *, call_of: CallOf = windows_call, sleep: Callable[[float], None] = time.sleep
) -> None:
    """Replace the clipboard's content; a program that takes no HTML gets the plain text.

    `window`: the handle of a window of ours (`winfo_id()`), for the clipboard's content must have an owner. Raises
    ClipboardBusy when another program keeps the clipboard or Windows refuses. Not tried on a real Windows.
    """
    if not _open(window, _ATTEMPTS, call_of, sleep):
        raise ClipboardBusy
    try:
        if not call_of("EmptyClipboard")():
            raise ClipboardBusy
        text = plain.replace("\r\n", "\n").replace("\n", "\r\n")
        _put(UNICODE_TEXT, f"{text}\0".encode("utf-16-le", "replace"), call_of)
        _put(call_of("RegisterClipboardFormatW")(HTML_FORMAT) or 0, cf_html(html) + b"\0", call_of)
    finally:
        call_of("CloseClipboard")()


def html_on_windows_clipboard(
    window: int, *, call_of: CallOf = windows_call, sleep: Callable[[float], None] = time.sleep
) -> bytes:
    """The HTML another program put on the clipboard, as it is; empty: there is none, it is huge, or Windows refuses.

    The memory stays the clipboard's own: it is copied and never freed here. Not tried on a real Windows.
    """
    if not _open(window, _READ_ATTEMPTS, call_of, sleep):
        return b""
    try:
        form = call_of("RegisterClipboardFormatW")(HTML_FORMAT)
        handle = call_of("GetClipboardData")(form) if form else None
        return _copied(handle, call_of) if handle else b""
    finally:
        call_of("CloseClipboard")()


def _copied(handle: int, call_of: CallOf) -> bytes:
    """What stands in memory of the clipboard, up to the NUL that ends it."""
    size = call_of("GlobalSize")(handle) or 0
    address = call_of("GlobalLock")(handle) if 0 < size <= MOST_BYTES else None
    if not address:
        return b""
    try:
        return ctypes.string_at(address, size).partition(b"\0")[0]
    finally:
        call_of("GlobalUnlock")(handle)


def _open(window: int, attempts: int, call_of: CallOf, sleep: Callable[[float], None]) -> bool:
    """Whether the clipboard could be opened, which another program may be doing at this moment."""
    for attempt in range(attempts):
        if call_of("OpenClipboard")(window):
            return True
        sleep(_WAIT_S * (attempt + 1))
    return False


def _put(form: int, data: bytes, call_of: CallOf) -> None:
    """Hand the bytes over; from then on they are Windows' own."""
    handle = call_of("GlobalAlloc")(_MOVEABLE, len(data))
    if not handle:
        raise ClipboardBusy
    address = call_of("GlobalLock")(handle)
    if address:
        ctypes.memmove(address, data, len(data))
        call_of("GlobalUnlock")(handle)
    if not (form and address and call_of("SetClipboardData")(form, handle)):
        call_of("GlobalFree")(handle)
        raise ClipboardBusy
