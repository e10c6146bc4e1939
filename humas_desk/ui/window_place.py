"""Where the window stands on the screen, and remembering it."""

from dataclasses import replace
import re

import ttkbootstrap as ttk

from humas_desk.desk.settings import Settings
from humas_desk.ui import theme

_GEOMETRY = re.compile(r"(\d+)x(\d+)([+-]-?\d+)([+-]-?\d+)")


def place_window(root: ttk.App, settings: Settings) -> None:
    """As it was left when that still fits on a screen; else in the middle, the whole screen when that is small."""
    root.minsize(*theme.within_screen(root, *theme.pair(root, *theme.WINDOW_SMALLEST)))
    screen = (root.winfo_screenwidth(), root.winfo_screenheight())
    if fits(settings.window_geometry, screen):
        root.geometry(settings.window_geometry)
    else:
        width, height = theme.within_screen(root, *theme.pair(root, *theme.WINDOW_SIZE))
        root.geometry(f"{width}x{height}+{(screen[0] - width) // 2}+{max(0, (screen[1] - height) // 3)}")
    if settings.window_maximised or (not settings.window_geometry and _is_small(root)):
        maximise(root)


def fits(geometry: str, screen: tuple[int, int]) -> bool:
    """Whether a remembered geometry ("1200x700+10+10") has its title bar on this screen."""
    match = _GEOMETRY.fullmatch(geometry)
    if match is None:
        return False
    width, height, left, top = (int(part.replace("+-", "-")) for part in match.groups())
    return 0 <= left < screen[0] and 0 <= top < screen[1] and left + width <= screen[0] and top + height <= screen[1]


def maximise(root: ttk.App) -> None:
    """Fill the screen, as the window manager does it."""
    if root.tk.call("tk", "windowingsystem") == "x11":
        root.attributes("-zoomed", True)
    else:
        root.state("zoomed")


def is_maximised(root: ttk.App) -> bool:
    """Whether it fills the screen now."""
    if root.tk.call("tk", "windowingsystem") == "x11":
        return bool(root.attributes("-zoomed"))
    return root.state() == "zoomed"


def with_window(settings: Settings, root: ttk.App) -> Settings:
    """The settings with the place as it is now; a maximised window keeps the geometry it had before."""
    if is_maximised(root):
        return replace(settings, window_maximised=True)
    return replace(settings, window_maximised=False, window_geometry=str(root.geometry()))


def _is_small(root: ttk.App) -> bool:
    width, height = theme.pads(root, *theme.WINDOW_SIZE)
    return root.winfo_screenwidth() <= width or root.winfo_screenheight() <= height
