"""One run of a window in a process of its own: `python -m tests.bench.window_run WHAT STARTED [DATA]`; tells figures as JSON.

The render worker imports this file too, as it imports the program's `__main__`: nothing of the window is imported above.

STARTED is the parent's `time.monotonic()` just before it started this process, so imports count.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
import gc
import json
from pathlib import Path
import sys
import tempfile
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import tkinter as tk

    from humas_desk.archive.values import ArchiveRow
    from humas_desk.desk.requests import Preview
    from humas_desk.ui.main_view import MainView

SETTLE_S = 1.0
KEY_GAP_S = 0.04
KEYS = 150
PAGE_KEYS = 25
LONG_BLOCKS = 200
BURSTS = 10
BURST_PAUSE_S = 1.0
LONG_LINE = 80
MANY_PAGES = 10
SEARCHED = ("pengawas pemilu", "bawaslu kabupaten", "sulastri", "rapat koordinasi", "zz")
WHEEL_TURNS = 150
WHEEL_GAP_S = 0.016
PATIENCE_S = 60.0


def bare(started: float) -> dict[str, float]:
    """A ttkbootstrap window with a label and a text: the least that a window costs."""
    import tkinter as tk

    import ttkbootstrap as ttk

    root = ttk.App("Bare")
    ttk.Label(root, text="Bare").pack()
    tk.Text(root).pack()
    root.update()
    usable = (time.monotonic() - started) * 1000
    busy = time.process_time() * 1000
    root.destroy()
    return {"usable": usable, "busy": busy}


def bare_typing(_started: float) -> dict[str, float | list[float]]:
    """Keys into a plain Tk Text."""
    import tkinter as tk

    root = tk.Tk()
    text = tk.Text(root)
    text.pack()
    text.focus_force()
    root.update()
    figures = type_keys(root, text, KEYS)
    root.destroy()
    return {"keys": figures}


def start(started: float, data: Path | None = None) -> dict[str, float]:
    """The desk on its first start (or with what is in `data`): usable window, then the first page."""
    view = open_view(data)
    run_until_usable(view)
    usable = (time.monotonic() - started) * 1000
    busy = time.process_time() * 1000
    heavy = [name for name in ("reportlab", "docx", "pypdfium2", "lxml") if name in sys.modules]
    run_until(view, lambda: view.preview.page_count > 0)
    page = (time.monotonic() - started) * 1000
    close(view)
    return {"usable": usable, "busy": busy, "first_page": page, "heavy": len(heavy)}


def bare_scrolling(_started: float) -> dict[str, float | list[float]]:
    """The wheel over a plain Tk Text as long as the release."""
    import tkinter as tk

    root = tk.Tk()
    text = tk.Text(root, wrap="word")
    text.pack()
    text.insert("end", "\n".join(f"Paragraf {number}. " * 20 for number in range(LONG_BLOCKS)))
    text.focus_force()
    root.update()
    figures = turn_wheel(root, text)
    root.destroy()
    return {"turns": figures}


def typing(_started: float) -> dict[str, float | list[float]]:
    """Keys into a paragraph of a long release, the preview running."""
    from humas_desk.desk.history import Focus

    view = open_long_view()
    view.form.go_to(Focus(place="blocks[3].text"))
    run_for(view.root, SETTLE_S)
    widget = view.root.focus_get()
    assert widget is not None
    figures = type_keys(view.root, widget, KEYS)
    close(view)
    return {"keys": figures}


def bursts(_started: float, *, checked: bool = True) -> dict[str, float | list[float]]:
    """Keys in bursts with pauses in which the checker reads everything, in 200 paragraphs of real releases; or unchecked."""
    from humas_desk.desk.history import Focus
    from humas_desk.release.blocks import Paragraph

    files = sorted((Path(__file__).parents[1] / "language" / "corpus" / "dev" / "clean").glob("*.txt"))
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines() if len(line) > LONG_LINE]
    texts = (lines * (LONG_BLOCKS // len(lines) + 1))[:LONG_BLOCKS]
    view = open_view()
    run_until(view, lambda: view.preview.page_count > 0)
    if not checked:
        view.commands.checking.reading.close()
    blocks = tuple(Paragraph(id=str(number), text=text) for number, text in enumerate(texts))
    view.desk.session.edit(lambda release: replace(release, blocks=blocks))
    run_until(view, lambda: view.preview.page_count > MANY_PAGES)
    view.form.go_to(Focus(place="blocks[3].text"))
    run_for(view.root, BURST_PAUSE_S)
    widget = view.root.focus_get()
    assert widget is not None
    figures = []
    for _burst in range(BURSTS):
        figures += type_keys(view.root, widget, KEYS // BURSTS)
        run_for(view.root, BURST_PAUSE_S)
    close(view)
    return {"keys": figures}


def scrolling(_started: float) -> dict[str, float | list[float]]:
    """The wheel over the form of a long release, down into cards that were never seen and back."""
    view = open_long_view()
    view.root.focus_force()
    run_for(view.root, SETTLE_S)
    figures = turn_wheel(view.root, view.form.scroller.canvas)
    close(view)
    return {"turns": figures}


def open_long_view() -> "MainView":
    """The window with as many parts as a release may have, of the kinds a body is made of; its pages are painted."""
    from humas_desk.desk.editing import new_block
    from humas_desk.release.blocks import Heading, ItemList, Paragraph, Quote, Table
    from humas_desk.release.person import Speaker

    kinds = (
        "paragraph",
        "paragraph",
        "quote",
        "heading",
        "paragraph",
        "list",
        "paragraph",
        "quote",
        "table",
        "paragraph",
    )
    blocks = []
    for number in range(LONG_BLOCKS):
        block = new_block(kinds[number % len(kinds)])
        text = f"Paragraf {number}. " * 20
        match block:
            case Paragraph():
                block = replace(block, text=text)
            case Heading():
                block = replace(block, text=f"Subjudul {number}")
            case Quote():
                block = replace(block, text=text, speaker=Speaker(name="Sulastri Dewi", position="Ketua Kantor Contoh"))
            case ItemList():
                block = replace(block, items=(f"Butir {number}", "Butir kedua", "Butir ketiga"))
            case Table():
                block = replace(block, rows=(("Desa", "Peserta"), ("Utara", "12"), ("Selatan", "9")))
            case _:
                pass
        blocks.append(block)
    view = open_view()
    view.desk.session.edit(lambda release: replace(release, blocks=tuple(blocks)))
    run_until(view, lambda: view.preview.page_count > 1)
    return view


def page(_started: float) -> dict[str, float | list[float]]:
    """From a key to the new page on the screen, debounce included; the sample has a photo and two pages."""
    import tkinter as tk

    from humas_desk.desk.history import Focus

    view = open_view()
    run_until(view, lambda: view.preview.page_count > 0)
    index = next(n for n, b in enumerate(view.desk.session.release.blocks) if type(b).__name__ == "Paragraph")
    view.form.go_to(Focus(place=f"blocks[{index}].text"))
    run_for(view.root, SETTLE_S)
    widget = view.root.focus_get()
    assert isinstance(widget, tk.Text), widget
    answers: list[float] = []
    tell = view.preview._on_answer

    def answered(preview: "Preview") -> None:
        tell(preview)
        answers.append(time.monotonic())

    view.preview._on_answer = answered
    figures = []
    for number in range(PAGE_KEYS):
        seen = len(answers)
        pressed = time.monotonic()
        if number % 5 == 0:
            widget.insert("insert", chr(0x00C0 + number))
        press(widget, "abcde"[number % 5])
        run_until(view, partial(has_more, answers, seen))
        view.root.update_idletasks()
        figures.append((time.monotonic() - pressed) * 1000)
        run_for(view.root, 0.3)
    pages = view.preview.page_count
    memory = memory_mb(view)
    close(view)
    return {"pages": figures, "count": pages, "memory": memory}


def archive_view(_started: float, data: Path) -> dict[str, float | list[float]]:
    """From a key in the archive's search to the rows it finds on the screen, word after word, over what is in `data`."""
    from humas_desk.ui.records.archive_view import ArchiveView

    view = open_view(data)
    run_until(view, lambda: view.preview.page_count > 0)
    view.commands.records.archive()
    archive = view.commands.records.view
    assert isinstance(archive, ArchiveView)
    run_until(view, lambda: len(archive.list.rows) > 0)
    run_for(view.root, SETTLE_S)
    shown: list[float] = []
    show = archive._show

    def heard(rows: "tuple[ArchiveRow, ...]") -> None:
        show(rows)
        shown.append(time.monotonic())

    archive._show = heard  # type: ignore[method-assign]  # to know when rows came
    figures, entry = [], archive.filters.entry
    for word in SEARCHED:
        for letter in word:
            seen, pressed = len(shown), time.monotonic()
            press(entry, "space" if letter == " " else letter)
            run_until(view, partial(has_more, shown, seen))
            view.root.update_idletasks()
            view.root.winfo_pointerxy()
            figures.append((time.monotonic() - pressed) * 1000)
            run_for(view.root, KEY_GAP_S)
        entry.delete(0, "end")
        run_for(view.root, SETTLE_S)
    close(view)
    return {"keys": figures}


def has_more(answers: list[float], seen: int) -> bool:
    return len(answers) > seen


def open_view(data: Path | None = None) -> "MainView":
    """The desk's window with an empty data folder (or this one), on the screen, opened as `humas_desk.app` does."""
    gc.disable()
    from humas_desk import paths
    from humas_desk.desk.desk import Desk
    from humas_desk.desk.folders import Folders
    from humas_desk.ui.main_view import MainView
    from humas_desk.ui.window import open_root

    data = data or Path(tempfile.mkdtemp(prefix="humas-bench-"))
    folders = Folders(assets=paths.assets(), templates=paths.templates(), data=data, documents=data)
    desk = Desk(folders)
    root = open_root(folders.assets)
    desk.start()
    view = MainView(root, desk)
    view.show()
    return view


def close(view: "MainView") -> None:
    """End the window as its cross does, without asking."""
    view.close()
    view.desk.close()
    view.root.destroy()


def press(widget: "tk.Misc", key: str) -> None:
    """One key, painted when this comes back: the last call waits for the screen's answer."""
    widget.focus_force()
    widget.event_generate("<KeyPress>", keysym=key)
    widget.event_generate("<KeyRelease>", keysym=key)
    widget.update_idletasks()
    widget.winfo_pointerxy()


def type_keys(root: "tk.Misc", widget: "tk.Misc", count: int) -> list[float]:
    """Milliseconds from each key to its painting."""
    taken = []
    for number in range(count):
        key = "space" if number % 7 == 6 else "abcdef"[number % 6]
        pressed = time.perf_counter()
        press(widget, key)
        taken.append((time.perf_counter() - pressed) * 1000)
        run_for(root, KEY_GAP_S)
    return taken


def turn_wheel(root: "tk.Misc", widget: "tk.Misc") -> list[float]:
    """Milliseconds from each turn of the wheel to its painting: two thirds down, one third up."""
    taken = []
    for number in range(WHEEL_TURNS):
        turned = time.perf_counter()
        widget.event_generate("<Button-5>" if number % 6 < 4 else "<Button-4>", x=200, y=200)
        widget.update_idletasks()
        widget.winfo_pointerxy()
        taken.append((time.perf_counter() - turned) * 1000)
        run_for(root, WHEEL_GAP_S)
    return taken


def run_for(root: "tk.Misc", seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        root.update()
        time.sleep(0.001)


def run_until(view: "MainView", is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE_S
    while not is_so():
        if time.monotonic() > end:
            raise TimeoutError
        view.root.update()
        time.sleep(0.001)


def run_until_usable(view: "MainView") -> None:
    """Until the cursor is in the title, the whole first screen is painted, and the screen has answered."""
    end = time.monotonic() + PATIENCE_S
    while view.form.focused_place() is None:
        if time.monotonic() > end:
            raise TimeoutError
        view.root.tk.dooneevent(0)
    painted = False
    while not painted:  # what comes by a timer (the worker, small pictures) is not of the first screen
        painted = not paint(view.root)
    view.root.winfo_pointerxy()


def paint(root: "tk.Misc") -> bool:
    """Do all that the screen has asked for; False when it asked for nothing."""
    from _tkinter import DONT_WAIT, FILE_EVENTS, IDLE_EVENTS, WINDOW_EVENTS

    root.winfo_pointerxy()
    count = 0
    while root.tk.dooneevent(WINDOW_EVENTS | FILE_EVENTS | IDLE_EVENTS | DONT_WAIT):
        count += 1
    return count > 0


def memory_mb(view: "MainView") -> float:
    """Proportional memory of the window and its worker."""
    return _of_both(view, "Pss:")


def own_memory_mb(view: "MainView") -> float:
    """Of it what they wrote themselves: files' share grows by itself when another program that has them open ends."""
    return _of_both(view, "Pss_Anon:")


def _of_both(view: "MainView", name: str) -> float:
    worker = view.desk.previewer.worker_id
    return sum(_kb(Path("/proc") / str(process), name) for process in ("self", worker) if process) / 1024


def _kb(folder: Path, name: str) -> int:
    lines = (folder / "smaps_rollup").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(name))


if __name__ == "__main__":
    runs: dict[str, Callable[[float], object]] = {
        "bare": bare,
        "bare-typing": bare_typing,
        "bare-scrolling": bare_scrolling,
        "start": start,
        "start-in": partial(start, data=Path(sys.argv[-1])),
        "typing": typing,
        "bursts": bursts,
        "bursts-unchecked": partial(bursts, checked=False),
        "scrolling": scrolling,
        "page": page,
        "archive": partial(archive_view, data=Path(sys.argv[-1])),
    }
    sys.stdout.write(json.dumps(runs[sys.argv[1]](float(sys.argv[2]))) + "\n")
