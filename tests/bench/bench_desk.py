"""The desk without its window: what an edit costs, what saving adds to the disk's own time, how soon the worker answers."""

from collections.abc import Callable, Iterator
from dataclasses import replace
import os
from pathlib import Path
import secrets
import subprocess
import sys
from tempfile import TemporaryDirectory
import time

from humas_desk.app import SWITCH_S
from humas_desk.desk.autosave import Autosave
from humas_desk.desk.desk import Desk
from humas_desk.desk.folders import Folders
from humas_desk.desk.keeper import DraftKeeper
from humas_desk.desk.session import Session
from humas_desk.release.blocks import Paragraph
from tests.bench.table import Row, median, p95, times_ms

ROOT = Path(__file__).resolve().parents[2]
BLOCKS = 200
WORDS = "Warga diajak mengawasi daftar pemilih di kantor desa. " * 15
EDIT_US = 500
ANSWER_S = 60.0
HELD_UP_MS = 2
STEP_S, STEPS = 0.0005, 30


def rows() -> Iterator[Row]:
    """Edits, saving, the worker, the command line."""
    with TemporaryDirectory() as folder:
        data = Path(folder)
        desk = Desk(Folders(assets=ROOT / "assets", templates=ROOT / "templates", data=data / "data", documents=data))
        session = desk.start()
        yield from answering(desk)
        session.edit(
            lambda release: replace(
                release, blocks=tuple(Paragraph(id=str(number), text=WORDS) for number in range(BLOCKS))
            )
        )
        yield editing(session)
        yield from saving(session, data)
        yield blocking(desk)
        desk.close()
        yield from exporting(data)


def editing(session: Session) -> Row:
    taken = times_ms(lambda number: session.put("blocks[100].text", f"{WORDS}{number}"), count=500)
    return Row(
        what=f"one key in a release of {BLOCKS} paragraphs, undo and autosave told, p95",
        value=p95(taken) * 1000,
        unit="µs",
        limit=f"≤ {EDIT_US} µs",
        is_kept=p95(taken) * 1000 <= EDIT_US,
    )


def saving(session: Session, folder: Path) -> Iterator[Row]:
    keeper, bare = DraftKeeper(folder / "draft"), folder / "bare"
    autosave = Autosave(keeper, threaded=False)
    whole, floor = [], []

    def save(number: int) -> None:
        session.put("title", f"Judul {number} {secrets.token_hex(4)}")
        autosave.changed(session.state)
        autosave.flush()

    def write(number: int) -> None:
        with bare.open("wb") as file:
            file.write(bytes([number % 256]) * keeper.path.stat().st_size)
            file.flush()
            os.fsync(file.fileno())

    for _turn in range(20):
        whole += times_ms(save, count=1, warm=0)
        floor += times_ms(write, count=1, warm=0)
    yield Row(
        what="autosave on its thread, median", value=median(whole), floor=median(floor), floor_name="write + fsync"
    )


def blocking(desk: Desk) -> Row:
    """A thread like the window's goes on while the desk saves: the longest it was held up, of every save."""

    def longest(goes_on: Callable[[], bool]) -> float:
        found, steps = 0.0, 0
        while steps < STEPS or goes_on():
            steps += 1
            time.sleep(STEP_S)
            start = time.perf_counter()
            sum(range(2000))
            found = max(found, (time.perf_counter() - start) * 1000)
        return found

    sys.setswitchinterval(SWITCH_S)
    held, floor = [], []
    for number in range(40):
        floor.append(longest(lambda: False))
        start = time.perf_counter()
        desk.session.put("title", f"Judul {number} {secrets.token_hex(4)}")
        desk.autosave.hurry()
        told = (time.perf_counter() - start) * 1000
        held.append(max(told, longest(lambda: not desk.autosave.poll().is_safe)))
    return Row(
        what=f"the window's thread held up by a save of {BLOCKS} paragraphs, p95",
        value=p95(held),
        floor=p95(floor),
        floor_name="no save",
        limit=f"≤ {HELD_UP_MS} ms",
        is_kept=p95(held) <= HELD_UP_MS,
    )


def answering(desk: Desk) -> Iterator[Row]:
    previewer = desk.previewer
    previewer.start()

    def page(number: int) -> None:
        desk.session.put("title", f"Judul nomor {number}")
        previewer.request(desk.preview_request((0,), 716))
        assert previewer.wait(ANSWER_S)

    taken = times_ms(page, count=40)
    yield Row(what="edit to pixels of one page (sample), median", value=median(taken))
    yield Row(what="edit to pixels of one page (sample), p95", value=p95(taken))


def exporting(folder: Path) -> Iterator[Row]:
    def run(*arguments: str) -> None:
        subprocess.run([sys.executable, *arguments], cwd=ROOT, check=True, capture_output=True)

    sample = str(ROOT / "assets" / "samples" / "contoh.json")
    whole, floor = [], []
    for _turn in range(5):
        whole += times_ms(lambda _: run("-m", "humas_desk", "export", sample, "--to", str(folder)), count=1, warm=0)
        floor += times_ms(lambda _: run("-c", "import reportlab.pdfgen.canvas, docx, PIL.Image"), count=1, warm=0)
    yield Row(
        what="humas-desk export, PDF and DOCX, median",
        value=median(whole),
        floor=median(floor),
        floor_name="the libraries' import",
    )
