"""A session of writing: how often the window's loop was away, beside a bare process that only ticks, and its memory.

`HUMAS_BENCH_SESSION` says how many seconds it lasts: 60 here, 600 in `make bench-session`.
"""

from collections.abc import Iterator
import json
import os
from pathlib import Path
import subprocess
import sys
from typing import Any

from tests.bench.session_run import GAP_MS
from tests.bench.table import Row

ROOT = Path(__file__).resolve().parents[2]
SECONDS = float(os.environ.get("HUMAS_BENCH_SESSION", "60"))
MEMORY_GROWTH_MB = 10
SLOPE_MB = 1.0
"""A minute: pictures that come and go make the figures jump by 5 MB, which a slope of 600 s evens out."""
WARM_S = 300
"""A shorter session still fills its caches: its memory is told, not judged."""


def rows() -> Iterator[Row]:
    """Gaps over 100 ms, and memory at the session's end beside its beginning."""
    done = run(SECONDS)
    gaps, bare, memory = done["gaps"], done["bare"], done["memory"]
    yield Row(
        what=f"{SECONDS:.0f} s of writing, {done['done']} actions: main-loop gaps over 100 ms",
        value=len(gaps),
        unit="",
        floor=len(bare),
        floor_name="bare ticker",
        limit="≤ floor",
        is_kept=len(gaps) <= len(bare),
    )
    working = [gap for gap in gaps if gap[1] > GAP_MS]
    yield Row(
        what="those in which the loop itself worked so long",
        value=len(working),
        unit="",
        limit="0",
        is_kept=not working,
    )
    longest, worked, doing = gaps[0] if gaps else (0.0, 0.0, "nothing")
    yield Row(
        what=f"its longest gap (after: {doing}; {worked:.0f} ms of it work)",
        value=longest,
        floor=max(bare, default=0.0),
        floor_name="bare ticker's",
    )
    yield Row(
        what="its own memory at the end (PSS without files, window and worker)",
        value=memory[-1],
        unit="MB",
        floor=memory[0],
        floor_name="after a fifth of it",
        limit=f"≤ floor + {MEMORY_GROWTH_MB} MB" if SECONDS >= WARM_S else "",
        is_kept=SECONDS < WARM_S or memory[-1] <= memory[0] + MEMORY_GROWTH_MB,
    )
    yield Row(
        what="the slope of its own memory",
        value=done["per_minute"],
        unit="MB a minute",
        limit=f"≤ {SLOPE_MB:.0f} MB" if SECONDS >= WARM_S else "",
        is_kept=SECONDS < WARM_S or done["per_minute"] <= SLOPE_MB,
    )


def run(seconds: float) -> dict[str, Any]:
    """One session in a process of its own."""
    command = [sys.executable, "-m", "tests.bench.session_run", str(seconds)]
    done = subprocess.run(
        command, cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8", check=True, timeout=seconds + 120
    )
    figures: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return figures
