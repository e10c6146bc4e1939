"""Where the window stands on the screen, remembering it, and bringing it back from where no screen is any more."""

from dataclasses import replace
import re

import ttkbootstrap as ttk

from humas_desk.desk.settings import Settings
from humas_desk.ui import theme
from humas_desk.values import dataclass

_GEOMETRY = re.compile(r"(\d+)x(\d+)([+-]-?\d+)([+-]-?\d+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A rectangle in screen pixels."""

    left: int
    top: int
    width: int
    height: int

    @property
    def geometry(self) -> str:
        """As Tk writes it: "1200x700+10+10"."""
        return f"{self.width}x{self.height}+{self.left}+{self.top}"


def place_window(root: ttk.App, settings: Settings) -> None:
    """As it was left, brought back onto the screen where it must; else in the middle, or the whole of a small screen."""
    limit_size(root)
    wanted = remembered(settings.window_geometry)
    if wanted is not None:
        root.geometry(rescued(wanted, _screens(root)).geometry)
    else:
        screen = (root.winfo_screenwidth(), root.winfo_screenheight())
        width, height = theme.within_screen(root, *theme.pair(root, *theme.WINDOW_SIZE))
        root.geometry(f"{width}x{height}+{(screen[0] - width) // 2}+{max(0, (screen[1] - height) // 3)}")
    if settings.window_maximised or (wanted is None and _is_small(root)):
        maximise(root)


def limit_size(root: ttk.App) -> None:
    """The window can be made no smaller than its parts need, nor than the screen allows."""
    root.minsize(*theme.within_screen(root, *theme.pair(root, *theme.WINDOW_SMALLEST)))


def remembered(geometry: str) -> Place | None:
    """A geometry of the settings ("1200x700+10+10"); None for an empty or senseless one."""
    match = _GEOMETRY.fullmatch(geometry)
    if match is None:
        return None
    width, height, left, top = (int(part.replace("+-", "-")) for part in match.groups())
    return Place(left=left, top=top, width=width, height=height) if width and height else None


def rescued(place: Place, screens: Place) -> Place:
    """The place, moved and at last made smaller until the whole window is seen on the screens."""
    width, height = min(place.width, screens.width), min(place.height, screens.height)
    left = min(max(place.left, screens.left), screens.left + screens.width - width)
    top = min(max(place.top, screens.top), screens.top + screens.height - height)
    return Place(left=left, top=top, width=width, height=height)


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


def _screens(root: ttk.App) -> Place:
    """All screens together, where the system tells of more than the first one."""
    return Place(
        left=min(0, root.winfo_vrootx()),
        top=min(0, root.winfo_vrooty()),
        width=max(root.winfo_screenwidth(), root.winfo_vrootwidth()),
        height=max(root.winfo_screenheight(), root.winfo_vrootheight()),
    )


def _is_small(root: ttk.App) -> bool:
    width, height = theme.pads(root, *theme.WINDOW_SIZE)
    return root.winfo_screenwidth() <= width or root.winfo_screenheight() <= height
