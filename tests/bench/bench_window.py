"""The window: how soon it is usable, how a key feels, how soon the page follows, how much memory it takes.

Every figure is taken in a process of its own (`tests/bench/window_run.py`), in turn with its floor, on a real screen.
"""

from collections.abc import Iterator
import json
import os
from pathlib import Path
import subprocess
import sys
import time
from typing import Any

from tests.bench.table import Row, median, p95

ROOT = Path(__file__).resolve().parents[2]
AS_INSTALLED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""An installed program has compiled modules; a developer's setting must not make every start compile them."""
ROUNDS = 7
START_RATIO = 1.8
PAGE_AFTER_MS = 400
KEY_MS = 16
KEY_RATIO = 3
PAGE_MS = 200
MEMORY_MB = 150


def run(what: str, *more: str) -> dict[str, Any]:
    """The figures of one process."""
    command = [sys.executable, "-m", "tests.bench.window_run", what, str(time.monotonic()), *more]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=AS_INSTALLED,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        check=True,
        timeout=120,
    )
    figures: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return figures


def rows() -> Iterator[Row]:
    """Start, first page, keys, page, memory; the first start is not counted."""
    run("start")
    pairs = [(run("bare"), run("start")) for _ in range(ROUNDS)]
    yield from starting([bare for bare, _ in pairs], [desk for _, desk in pairs])
    yield painted("key to painted, 200 parts, p95", run("bare-typing")["keys"], run("typing")["keys"])
    unchecked, checked = run("bursts-unchecked")["keys"], run("bursts")["keys"]
    yield painted("the same in bursts of real text, without the checker, p95", run("bare-typing")["keys"], unchecked)
    yield painted("the same in bursts of real text, the checker reading, p95", run("bare-typing")["keys"], checked)
    yield painted(
        "turn of the wheel to painted, 200 parts, p95", run("bare-scrolling")["turns"], run("scrolling")["turns"]
    )
    yield from following(run("page"))


def starting(bare: list[dict[str, Any]], desk: list[dict[str, Any]]) -> Iterator[Row]:
    floor = median([one["usable"] for one in bare])
    usable = median([one["usable"] for one in desk])
    yield Row(
        what="process start to usable window, median",
        value=usable,
        floor=floor,
        floor_name="bare window",
        limit=f"≤ {START_RATIO} × floor",
        is_kept=usable <= START_RATIO * floor,
    )
    page = median([one["first_page"] - one["usable"] for one in desk])
    yield Row(
        what="usable window to first page, median",
        value=page,
        limit=f"≤ {PAGE_AFTER_MS} ms",
        is_kept=page <= PAGE_AFTER_MS,
    )
    heavy = max(one["heavy"] for one in desk)
    yield Row(what="heavy libraries in the window by then", value=heavy, unit="", limit="0", is_kept=heavy == 0)


def painted(what: str, bare: list[float], desk: list[float]) -> Row:
    floor, key = p95(bare), p95(desk)
    return Row(
        what=what,
        value=key,
        floor=floor,
        floor_name="bare Text",
        limit=f"≤ {KEY_MS} ms or ≤ {KEY_RATIO} × floor",
        is_kept=key <= KEY_MS or key <= KEY_RATIO * floor,
    )


def following(desk: dict[str, Any]) -> Iterator[Row]:
    page = p95(desk["pages"])
    yield Row(
        what=f"key to new page, {desk['count']} pages with a photo, p95",
        value=page,
        limit=f"≤ {PAGE_MS} ms",
        is_kept=page <= PAGE_MS,
    )
    yield Row(
        what="window and worker, proportional memory",
        value=desk["memory"],
        unit="MB",
        limit=f"≤ {MEMORY_MB} MB",
        is_kept=desk["memory"] <= MEMORY_MB,
    )
