"""A writer's session in the real window, in a process of its own: `python -m tests.bench.session_run SECONDS`.

Everything is done by the window's own timers inside its main loop, as events that a keyboard and a mouse would make. Beside it
a ticker of 5 ms tells how long the loop was away and how much of that it worked (the rest it waited for a processor), and
another process ticks bare on the same machine. The render worker imports this file too: nothing of the window is imported
above.
"""

from collections.abc import Generator
import json
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from tests.bench.window_run import close, open_view, own_memory_mb, run_until

if TYPE_CHECKING:
    from humas_desk.ui.main_view import MainView

TICK_MS = 5
GAP_MS = 100
MEMORY_EVERY_S = 5.0
KEY_MS = 70
WHEEL_MS = 16
THINK_MS = 400
WORDS = "warga diajak mengawasi daftar pemilih di kantor desa. "
Steps = Generator[tuple[str, int], None, None]
"""What was just done, and after how many milliseconds the next thing is."""

BARE_TICKER = """
import json, sys, time
gaps, last = [], time.monotonic()
end = last + float(sys.argv[1])
while last < end:
    time.sleep(0.005)
    now = time.monotonic()
    if now - last > 0.1:
        gaps.append((now - last) * 1000)
    last = now
print(json.dumps(gaps))
"""


class Writer:
    """Does one thing after the other, and is watched."""

    def __init__(self, view: "MainView", seconds: float) -> None:
        self.view = view
        self.steps = writing(view)
        self.end = time.monotonic() + seconds
        self.doing = "start"
        self.done = 0
        self.gaps: list[tuple[float, float, str]] = []
        """Milliseconds, those of them in which the loop worked, what was done before."""
        self.memory: list[tuple[float, float]] = []
        self._ticked = time.monotonic()
        self._worked = time.thread_time()
        self._began = self._ticked
        self._measured = 0.0

    def run(self) -> None:
        """The whole session."""
        self._tick()
        self._step()
        self.view.root.mainloop()

    def _tick(self) -> None:
        now, work = time.monotonic(), time.thread_time()
        if (now - self._ticked) * 1000 > GAP_MS:
            self.gaps.append(((now - self._ticked) * 1000, (work - self._worked) * 1000, self.doing))
        if now - self._measured > MEMORY_EVERY_S:
            self.memory.append((now - self._began, own_memory_mb(self.view)))
            self._measured = now
        self._ticked, self._worked = time.monotonic(), time.thread_time()
        if now < self.end:
            self.view.root.after(TICK_MS, self._tick)
        else:
            self.view.root.quit()

    def _step(self) -> None:
        if time.monotonic() >= self.end:
            return
        self.doing, pause = next(self.steps)
        self.done += 1
        self.view.root.after(pause, self._step)


def writing(view: "MainView") -> Steps:
    """An hour's habits, again and again: write, part and join, quote, move, scroll, look for words, take it all back."""
    from humas_desk.desk.history import Focus

    number = 0
    while True:
        number += 1
        blocks = view.desk.session.release.blocks
        index = [at for at, block in enumerate(blocks) if type(block).__name__ == "Paragraph"][number % 3]
        view.form.go_to(Focus(place=f"blocks[{index}].text", start=10, end=10))
        yield "go to a paragraph", THINK_MS
        yield from typed(view, f"{WORDS}{number} ")
        yield from keys(view, "Return", "BackSpace", "Down", "Down", "Up", "End", "Home")
        yield from actions(view, "italic", "undo", "redo", "duplicate", "move-down", "move-up", "delete-block", "undo")
        yield from actions(view, "insert-quote")
        yield from typed(view, "kami siap melayani warga ")
        yield from keys(view, "Tab")
        yield from typed(view, "sulastri dewi")
        yield from keys(view, "Tab", "Tab", "Tab", "Tab")
        yield from wheel(view, 30)
        yield from looked_for(view)
        yield from actions(view, "zoom-in", "zoom-out", "zoom-fit", "save", "as-list", "undo", "insert-table", "undo")
        while view.desk.session.can_undo:
            view.actions.run("undo")
            yield "undo", KEY_MS
        yield "think", THINK_MS


def typed(view: "MainView", text: str) -> Steps:
    names = {" ": "space", ".": "period"}
    yield from keys(view, *(names.get(letter, letter) for letter in text))


def keys(view: "MainView", *names: str) -> Steps:
    for name in names:
        widget = view.root.focus_get()
        if widget is not None:
            widget.event_generate("<KeyPress>", keysym=name)
            widget.event_generate("<KeyRelease>", keysym=name)
        yield f"key {name}", KEY_MS


def actions(view: "MainView", *names: str) -> Steps:
    for name in names:
        if view.actions.is_enabled(name):
            view.actions.run(name)
        yield name, THINK_MS


def wheel(view: "MainView", turns: int) -> Steps:
    for canvas, what in ((view.form.scroller.canvas, "scroll the form"), (view.preview.canvas, "scroll the page")):
        for number in range(2 * turns):
            canvas.event_generate("<Button-5>" if number < turns else "<Button-4>", x=100, y=100)
            yield what, WHEEL_MS


def looked_for(view: "MainView") -> Steps:
    yield from actions(view, "find")
    yield from typed(view, "warga")
    yield from actions(view, "find-next", "find-next", "find-previous")
    view.form.finding.close()
    yield "close the find bar", THINK_MS


def slope(points: list[tuple[float, float]]) -> float:
    """Of the straight line through the points, by least squares."""
    middle_x = sum(x for x, _ in points) / len(points)
    middle_y = sum(y for _, y in points) / len(points)
    spread = sum((x - middle_x) ** 2 for x, _ in points)
    return sum((x - middle_x) * (y - middle_y) for x, y in points) / spread if spread else 0.0


def main(seconds: float) -> int:
    """Print what was seen as JSON."""
    from humas_desk.app import SWITCH_S

    sys.setswitchinterval(SWITCH_S)
    view = open_view()
    run_until(view, lambda: view.preview.page_count > 0)
    view.root.focus_force()
    ticker = subprocess.Popen(
        [sys.executable, "-c", BARE_TICKER, str(seconds)], stdout=subprocess.PIPE, text=True, encoding="utf-8"
    )
    writer = Writer(view, seconds)
    writer.run()
    bare, _ = ticker.communicate(timeout=60)
    close(view)
    warm = [point for point in writer.memory if point[0] >= seconds / 5]
    figures = {
        "done": writer.done,
        "gaps": sorted(writer.gaps, reverse=True),
        "bare": json.loads(bare),
        "memory": [round(size, 1) for _, size in warm],
        "per_minute": slope(warm) * 60,
    }
    sys.stdout.write(json.dumps(figures) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1])))
