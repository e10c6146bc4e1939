"""A release on the clipboard, as HTML and as plain text at once.

On X11 the window does it with Tk alone: `clipboard_append(html, type="text/html")` beside the plain text. Windows wants
the HTML with a head of byte offsets and Tk cannot put it there, so `put_on_windows_clipboard` calls Windows itself.
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
_ATTEMPTS: Final = 10
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
    for attempt in range(_ATTEMPTS):
        if call_of("OpenClipboard")(window):
            break
        sleep(_WAIT_S * (attempt + 1))
    else:
        raise ClipboardBusy
    try:
        if not call_of("EmptyClipboard")():
            raise ClipboardBusy
        text = plain.replace("\r\n", "\n").replace("\n", "\r\n")
        _put(UNICODE_TEXT, f"{text}\0".encode("utf-16-le", "replace"), call_of)
        _put(call_of("RegisterClipboardFormatW")(HTML_FORMAT) or 0, cf_html(html) + b"\0", call_of)
    finally:
        call_of("CloseClipboard")()


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
