"""What this program is."""

from importlib import metadata
import tkinter as tk

from humas_desk.ui.dialogs import tell
from humas_desk.wording import Message, _


def show_about(owner: tk.Misc) -> None:
    """Name, version and purpose."""
    what = _("Humas Desk {version}").format(version=_version())
    safe = _("Writes press releases on your office's letterhead, without a network.")
    tell(owner, Message(what=what, safe=safe, todo=_("Fonts and libraries keep their own licences.")))


def _version() -> str:
    try:
        return metadata.version("humas-desk")
    except metadata.PackageNotFoundError:
        return ""
