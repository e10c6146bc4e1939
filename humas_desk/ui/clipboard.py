"""The clipboard as it holds formatted text: HTML beside plain text, which Tk alone can only do on X11."""

import re
import sys
import tkinter as tk

from humas_desk.values import dataclass

_SPELLED = re.compile(r"(?:0x[0-9a-fA-F]{1,2}\s?)+")
"""Bytes as Tk spells what it does not know: "0x3c 0x70 "."""
_HEX_LENGTH = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Clip:
    """What goes onto the clipboard."""

    plain: str
    html: str = ""
    """Beside the plain text; empty: none."""


def put_on_clipboard(root: tk.Misc, clip: Clip, *, platform: str = sys.platform) -> None:
    """Replace the clipboard's content. Raises ClipboardBusy (Windows, with HTML)."""
    if clip.html and platform == "win32":
        from humas_desk.desk.clipboard_html import put_on_windows_clipboard

        put_on_windows_clipboard(clip.plain, clip.html, root.winfo_id())
        return
    root.clipboard_clear()
    root.clipboard_append(clip.plain)
    if clip.html:
        root.clipboard_append(clip.html, type="text/html")
    root.update_idletasks()


def text_on_clipboard(root: tk.Misc) -> str:
    """The plain text; empty: there is none."""
    try:
        text: str = root.clipboard_get()
    except tk.TclError:
        return ""
    return "" if _SPELLED.fullmatch(text) else text


def html_on_clipboard(root: tk.Misc, *, platform: str = sys.platform) -> bytes:
    """The HTML that stands beside the plain text, as its program wrote it; empty: there is none that can be had."""
    from humas_desk.desk.clipboard_html import MOST_BYTES, html_on_windows_clipboard

    if platform == "win32":
        return html_on_windows_clipboard(root.winfo_id())
    try:
        spelled: str = root.selection_get(selection="CLIPBOARD", type="text/html")
    except tk.TclError:
        return b""
    if len(spelled) > MOST_BYTES * _HEX_LENGTH:
        return b""
    if not _SPELLED.fullmatch(spelled):
        return spelled.encode("utf-8", "replace")  # a program that is made with Tk
    return bytes(int(number, 16) for number in spelled.split())
