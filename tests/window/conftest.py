"""Real Tk in tests: one root, a display of our own when there is none, and no error in a callback goes unseen."""

from collections.abc import Callable, Generator, Iterator
import gc
import os
from pathlib import Path
import shutil
import subprocess
import sys
import time
import tkinter as tk
from types import TracebackType

import pytest
import ttkbootstrap as ttk

from humas_desk.desk.desk import Desk
from humas_desk.desk.folders import Folders
from humas_desk.release.release import Kind
from humas_desk.ui.dialogs import Dialog
from humas_desk.ui.drafts import sizes
from humas_desk.ui.drafts.review_dialog import ReviewDialog
from humas_desk.ui.main_view import FIRST_PAINT, MainView
from humas_desk.ui.scheduler import Scheduler
from humas_desk.ui.window import open_root
from tests.window.stand_ins import Answers, StillWorker, walk

NO_DISPLAY = "no display and no Xvfb"
WINDOW_MANAGER = "HUMAS_WINDOW_MANAGER"
"""Name of a window manager (openbox) to run in the display that the tests start; empty: none."""
SIZE = "1366x720+0+0"
PACE = 10
BRISK_MS = range(16, 2000)
"""Pauses that pass faster in tests. Shorter ones do not: looking all the time leaves no time for laying out."""
LEISURE = {FIRST_PAINT, "form-stock"}
"""Work that waits until the window has time for it: a test that does not wait for it shall not pay for it."""

Pump = Callable[..., None]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker("window")


@pytest.fixture(scope="session")
def display() -> Iterator[None]:
    """A display: the one that is there, or an Xvfb at 96 dpi for these tests."""
    if sys.platform in ("win32", "darwin") or os.environ.get("DISPLAY"):
        yield
        return
    if shutil.which("Xvfb") is None:
        pytest.skip(NO_DISPLAY)
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1920x1080x24", "-dpi", "96", "-nolisten", "tcp"],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading, encoding="ascii") as answer:
        os.environ["DISPLAY"] = f":{answer.readline().strip()}"
    manager = os.environ.get(WINDOW_MANAGER, "")
    running = [server, *([subprocess.Popen([manager], stderr=subprocess.DEVNULL)] if manager else [])]
    yield
    for process in reversed(running):
        process.terminate()
        process.wait(timeout=10)
    del os.environ["DISPLAY"]


@pytest.fixture(scope="session")
def brisk() -> Iterator[None]:
    """The window's pauses (before saving, measuring, checking) pass ten times as fast; a toast stays as long as ever."""
    after = Scheduler.after

    def sooner(scheduler: Scheduler, name: str, delay_ms: int, work: Callable[[], object]) -> None:
        is_brisk = delay_ms in BRISK_MS and name not in LEISURE
        after(scheduler, name, max(BRISK_MS.start, delay_ms // PACE) if is_brisk else delay_ms, work)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Scheduler, "after", sooner)
        yield


@pytest.fixture(scope="session")
def app(display: None, brisk: None, root: Path) -> Iterator[ttk.App]:
    """The one root of the session; a misspelt bootstyle word is an error."""
    assert display is brisk is None
    ttk.set_bootstyle_strict()
    window = open_root(root / "assets")
    yield window
    window.destroy()


@pytest.fixture(scope="session")
def only_our_garbage(app: ttk.App) -> None:
    """What exists when the window tests begin stays, so that collecting what one test left takes no time."""
    assert app.winfo_exists()
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def sweeping(only_our_garbage: None) -> Iterator[None]:
    """Garbage is collected on this thread, as in the program: Tk's variables cannot die on the autosave's."""
    assert only_our_garbage is None
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture(autouse=True)
def callback_errors(app: ttk.App, sweeping: None) -> Iterator[list[BaseException]]:
    """Errors of Tk callbacks, which Tk would only print; one that a test does not take out fails it."""
    assert sweeping is None
    errors: list[BaseException] = []

    def collect(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        errors.append(error)

    app.report_callback_exception = collect
    yield errors
    for child in app.winfo_children():
        child.destroy()
    app.withdraw()
    app.update()
    if errors:
        raise errors[0]


@pytest.fixture
def pump(app: ttk.App) -> Pump:
    """Let the window work until the condition holds; without one, until nothing is left to do."""

    def run(condition: Callable[[], object] | None = None, timeout_s: float = 30.0) -> None:
        app.update()
        until = time.monotonic() + timeout_s
        while condition is not None and not condition():
            assert time.monotonic() < until, "the window did not come to it in time"
            app.update()
            app.tk.call("after", 1)

    return run


@pytest.fixture
def folders(root: Path, tmp_path: Path) -> Folders:
    """The shipped assets and templates, and an empty place for the user's own."""
    documents = tmp_path / "documents"
    documents.mkdir()
    return Folders(assets=root / "assets", templates=root / "templates", documents=documents, data=tmp_path / "data")


@pytest.fixture
def worker(folders: Folders) -> StillWorker:
    return StillWorker(folders)


@pytest.fixture
def desk(folders: Folders, worker: StillWorker) -> Iterator[Desk]:
    """A started desk with the sample release, a real autosave and no rendering."""
    desk = Desk(folders, previewer=worker)
    desk.start()
    yield desk
    desk.close()


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def view(
    app: ttk.App, desk: Desk, worker: StillWorker, answers: Answers, callback_errors: list[BaseException], pump: Pump
) -> Generator[MainView, None, None]:
    """The whole window over the desk, on the screen, after its first paint."""
    collect = app.report_callback_exception
    assert callback_errors == []
    view = MainView(app, desk, chooser=answers.chooser())
    app.report_callback_exception = collect
    view.show()
    app.geometry(SIZE)
    pump(lambda: worker.starts)
    yield view
    view.close()


@pytest.fixture
def dialogs(app: ttk.App) -> Callable[[], list[tk.Toplevel]]:
    """The dialogs that are open, the newest last; one that keeps the keyboard is open when it has got it."""
    opened: set[tk.Toplevel] = set()

    def find() -> list[tk.Toplevel]:
        tops = [widget for widget in walk(app) if isinstance(widget, tk.Toplevel)]
        seen = [top for top in tops if top.winfo_viewable() and not top.overrideredirect()]
        opened.update(top for top in seen if not isinstance(top, Dialog) or top.grab_status() is not None)
        return [top for top in seen if top in opened]

    return find


@pytest.fixture
def empty(view: MainView, pump: Pump) -> MainView:
    """The window with a release in which nothing is written yet."""
    view.commands.new(Kind.NEWS)
    pump()
    return view


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[ReviewDialog]]:
    """Reviews that were opened; they do not wait for their end."""
    found: list[ReviewDialog] = []

    def run(review: ReviewDialog) -> None:
        review.dialog.show(focus=review.draft.text, size=sizes.REVIEW)
        found.append(review)

    monkeypatch.setattr(ReviewDialog, "run", run)
    yield found
    for review in found:
        review.dialog.close()
