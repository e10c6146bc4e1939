"""Kill −9 at random moments while somebody types: 50 times, with `make torture` (HUMAS_TORTURE=1) a thousand times."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from random import Random
import subprocess
import sys
import threading
import time

import pytest

from humas_desk.desk.desk import Desk
from humas_desk.desk.folders import Folders
from tests.torture.amounts import LONG
from tests.torture.killed_writer import number_in

KILLS = 1000 if LONG else 50
AT_ONCE = 10
SHORT_S, LONGEST_S = 1.5, 3.2
LONG_LIVES = 2 if LONG else 6
"""One in so many lasts longer than what is promised; the others end about the moment of the first save."""
PROMISED_S = 2.0
"""What was typed longer ago than this is not lost …"""
STARVED_S = 0.3
"""… by a program that the machine lets run: one whose keys come later than this is given no time by others."""


@dataclass(frozen=True)
class Life:
    """What one writer said before it was killed."""

    kept: int
    """The last edit that the archive confirmed; 0: none."""
    confirmed: int
    """How many edits of this life it confirmed."""
    promised: int
    """The last edit that was typed `PROMISED_S` before the end; 0: none."""
    found: int
    """The last edit that the next start has."""
    starved: bool
    """Whether the machine gave it no time near its end: of such a one only what was confirmed is judged."""


def a_life(root: Path, data: Path, seconds: float) -> Life:
    """Let a writer type, and kill it so long after its first word."""
    command = [sys.executable, "-m", "tests.torture.killed_writer", str(data)]
    ended: list[float] = []
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        assert process.stdout is not None
        first = process.stdout.readline()

        def kill() -> None:
            ended.append(time.monotonic())
            process.kill()

        threading.Timer(seconds, kill).start()
        said = [first, *process.stdout]
    words = [line.split() for line in said if line.endswith("\n")]
    kept = [int(word[1]) for word in words if word[0] == "kept"]
    typed = [(int(word[1]), float(word[2])) for word in words if word[0] == "typed" and len(word) == 3]
    assert typed
    times = [at for _number, at in typed if at > ended[0] - PROMISED_S - 1]
    starved = any(after - before > STARVED_S for before, after in pairwise(times))
    promised = [number for number, at in typed if at < ended[0] - PROMISED_S and not starved]
    last = max(kept, default=0)
    confirmed = sum(number <= last for number, _at in typed)
    return Life(kept=last, confirmed=confirmed, promised=max(promised, default=0), found=0, starved=starved)


def lives(root: Path, data: Path, count: int, seed: int) -> list[Life]:
    """One desk, killed and started again and again; each start has what was confirmed and what was promised."""
    chance, found = Random(seed), []
    folders = Folders(assets=root / "assets", templates=root / "templates", data=data, documents=data)
    for turn in range(count):
        is_long = (turn + seed) % LONG_LIVES == 0
        life = a_life(root, data, chance.uniform(*((PROMISED_S, LONGEST_S) if is_long else (0.0, SHORT_S))))
        desk = Desk(folders, threaded=False)
        there = number_in(desk.start().release)
        assert desk.notices == []
        checked = desk.line.ask(lambda archive: archive.database.rows("PRAGMA integrity_check")).get()
        desk.line.close()
        assert checked == [("ok",)]
        found.append(replace(life, found=there))
    return found


@pytest.mark.timeout(3600)
def test_what_was_confirmed_and_what_was_typed_two_seconds_ago_outlives_a_kill(
    tmp_path: Path, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with ThreadPoolExecutor(AT_ONCE) as pool:
        turns = [pool.submit(lives, root, tmp_path / str(desk), KILLS // AT_ONCE, desk) for desk in range(AT_ONCE)]
        found = [life for turn in turns for life in turn.result()]
    promised, starved = sum(life.promised > 0 for life in found), sum(life.starved for life in found)
    confirmed, edits = sum(life.confirmed > 0 for life in found), sum(life.confirmed for life in found)
    lost = [life for life in found if life.found < max(life.kept, life.promised)]
    with capsys.disabled():
        sys.stdout.write(
            f"\n{len(found)} kills: {edits} edits acknowledged in {confirmed} lives, {len(lost)} lost; {promised} lives had also edits "
            f"that were {PROMISED_S:.0f} s old, {starved} were starved by the machine\n"
        )
    assert lost == []
    assert len(found) == KILLS
    assert confirmed > KILLS // 3
    assert promised > 0
