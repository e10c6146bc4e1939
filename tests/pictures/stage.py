"""The window on a screen of its own, with somebody at it who takes pictures."""

from collections.abc import Callable
import datetime as dt
import os
from pathlib import Path
import shutil
import subprocess
import tempfile
import time
import tkinter as tk
from types import TracebackType
from typing import Self

from PIL import Image as Pixels
from PIL import ImageGrab

from humas_desk.desk.desk import Desk
from humas_desk.desk.folders import Folders
from humas_desk.desk.history import Focus
from humas_desk.desk.offices import OfficeEntry, sample_office
from humas_desk.ui import theme
from humas_desk.ui.main_view import MainView
from humas_desk.ui.window import open_root

WINDOW = (1366, 720)
HELP_WIDTH = 1120
"""Of a picture of the whole window in the help."""
COLOURS = 160
"""Kept in a picture's palette: letters stay clean, and a window takes a tenth of the bytes."""
SETTLE_S = 0.6
PATIENCE_S = 12.0
STEP_S = 0.005
LOOK_MS = 30
LATE_MS = 900
"""A dialog has painted everything by then."""


class Stage:
    """One window with the sample release; every scene begins there."""

    def __init__(self, root: Path, target: Path) -> None:
        self.target = target
        home = Path(tempfile.mkdtemp(prefix="humas-pictures-"))
        self._home = home
        documents = home / "Documents"
        documents.mkdir()
        self.folders = Folders(
            assets=root / "assets", templates=root / "templates", data=home / "data", documents=documents
        )
        self._moment = dt.datetime(2026, 5, 12, 9, 12).astimezone()
        self.kept = ""
        """Id of the sample that versions and a number are kept of; empty: the archive is not filled yet."""
        self._manager: subprocess.Popen[bytes] | None = None
        self.faults: list[BaseException] = []

    def __enter__(self) -> Self:
        if manager := shutil.which("openbox"):
            self._manager = subprocess.Popen([manager], stderr=subprocess.DEVNULL)
        self.desk = Desk(self.folders, now=lambda: self._moment)
        self.root = open_root(self.folders.assets)
        self.desk.start()
        self.desk.save_office(OfficeEntry(name="", office=sample_office(self.folders).office))
        self.view = MainView(self.root, self.desk)
        self.root.report_callback_exception = self._fault
        self.view.show()
        self.root.geometry(f"{WINDOW[0]}x{WINDOW[1]}+0+0")
        self.settle(lambda: self.view.preview.page_count > 0)
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.view.close()
        self.desk.close()
        self.root.destroy()
        if self._manager is not None:
            self._manager.terminate()
            self._manager.wait(timeout=10)
        shutil.rmtree(self._home, ignore_errors=True)
        if self.faults and error is None:
            raise self.faults[0]

    def begin(self) -> None:
        """The sample release in the light look at its designed size, the pointer out of the way."""
        self.view.wear(theme.LIGHT, 100)
        self.desk.begin_sample()
        self.view.show_session()
        self.root.event_generate("<Motion>", warp=True, x=WINDOW[0] - 2, y=WINDOW[1] - 2)
        self.root.focus_force()
        self.settle()
        self.go("title")

    def set_time(self, moment: dt.datetime) -> None:
        """What the clock shows from now on."""
        self._moment = moment

    def go(self, place: str, at: int = 0) -> None:
        """Put the cursor there; the card is whole in view."""
        self.view.form.go_to(Focus(place=place, start=at, end=at))
        self.settle()

    def top_at(self, index: int) -> None:
        """Scroll the form so that this block stands near its upper edge."""
        key = self.view.form.blocks.key(index)
        assert key is not None
        scroller = self.view.form.scroller
        scroller.scroll_to(scroller.heights.top(key) - theme.px(self.root, theme.WIDE))
        self.settle()

    def block(self, kind: str, number: int = 0) -> int:
        """Index of the release's block of this kind."""
        blocks = self.desk.session.release.blocks
        return [index for index, block in enumerate(blocks) if type(block).__name__ == kind][number]

    def settle(self, is_ready: Callable[[], object] | None = None) -> None:
        """Let the window work until it is ready, then until everything is painted."""
        end = time.monotonic() + PATIENCE_S
        while is_ready is not None and not is_ready():
            if time.monotonic() > end:
                raise TimeoutError
            self.root.update()
            time.sleep(STEP_S)
        end = time.monotonic() + SETTLE_S
        while time.monotonic() < end or self.desk.previewer.busy:
            self.root.update()
            time.sleep(STEP_S)

    def picture(self, name: str, *, width: int = 0) -> None:
        """The window as it stands, with its frame; no wider than `width`, 0: as it is."""
        self.settle()
        self.take(name, width=width)

    def take(self, name: str, *, width: int = 0) -> None:
        """The same without waiting (a dialog's own loop runs). What stands beside the window is in the picture too."""
        tops = [(top.winfo_rootx() + top.winfo_width(), top.winfo_rooty() + top.winfo_height()) for top in self._tops()]
        rights, bottoms = zip(
            (self.root.winfo_rootx() + self.root.winfo_width(), self.root.winfo_rooty() + self.root.winfo_height()),
            *tops,
            strict=False,
        )
        box = (self.root.winfo_rootx(), 0, max(rights), max(bottoms))
        self._write(name, box, width=width)

    def part(self, name: str, widget: tk.Misc, *, height: int | None = None, edge: int = 0) -> None:
        """Only a widget (so much of its height, and an edge around it)."""
        self.settle()
        left, top = widget.winfo_rootx() - 2 * edge, widget.winfo_rooty() - edge
        right, bottom = left + 3 * edge + widget.winfo_width(), top + 2 * edge + (height or widget.winfo_height())
        self._write(name, (max(0, left), max(0, top), right, bottom))

    def dialog(
        self, name: str, open_it: Callable[[], object], *steps: Callable[[tk.Toplevel], object], width: int = 0
    ) -> None:
        """A picture of a dialog that keeps the program waiting; each step is done in it and has time to be painted."""
        todo = list(steps)
        is_over: list[bool] = []
        known = set(self._tops())

        def look() -> None:
            new = [top for top in self._tops() if top not in known]
            if not new:
                self.root.after(LOOK_MS, look)
            else:
                self.root.after(LATE_MS, act)

        def act() -> None:
            top = next(top for top in reversed(self._tops()) if top not in known)
            if todo:
                todo.pop(0)(top)
                self.root.after(LATE_MS, act)
                return
            self.take(name, width=width)
            top.event_generate("<Escape>")
            if top.winfo_exists():
                top.destroy()
            is_over.append(True)

        self.root.after(LOOK_MS, look)
        open_it()
        self.settle(lambda: is_over)

    def _write(self, name: str, box: tuple[int, int, int, int], *, width: int = 0) -> None:
        pixels = ImageGrab.grab(bbox=box, xdisplay=os.environ["DISPLAY"])
        if width and pixels.width > width:
            size = (width, round(pixels.height * width / pixels.width))
            pixels = pixels.resize(size, Pixels.Resampling.LANCZOS)
        write_small(pixels, self.target / f"{name}.png")

    def _tops(self) -> list[tk.Toplevel]:
        """Dialogs in view, the newest last."""
        found = [child for child in self.root.winfo_children() if isinstance(child, tk.Toplevel)]
        return [top for top in found if top.winfo_viewable() and not top.overrideredirect()]

    def _fault(self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        self.faults.append(error)


Scene = Callable[[Stage], None]


def waits(_top: tk.Toplevel) -> None:
    """A step of a dialog in which what the worker makes has time to come."""


def worn(scene: Callable[[Stage, str], None], look: str, percent: int, name: str) -> Scene:
    """The same scene in another look, under a name of its own."""

    def play(stage: Stage) -> None:
        stage.view.wear(look, percent)
        stage.settle()
        scene(stage, name)

    return play


def write_small(pixels: Pixels.Image, path: Path, *, colours: int = COLOURS) -> None:
    """A PNG with a palette."""
    small = pixels.convert("RGB").quantize(colours, method=Pixels.Quantize.MEDIANCUT, dither=Pixels.Dither.NONE)
    small.save(path, optimize=True)
