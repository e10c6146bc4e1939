"""Random edits at the real desk for weeks, in one process: `python -m tests.torture.long_writer FOLDER EDITS`.

Tells as JSON, a line after every tenth part: `megabytes` of memory, `file` and `log` of the archive in bytes, and how many
bytes of text it `holds` (releases, versions and what is searched).
"""

import datetime as dt
import json
from pathlib import Path
from random import Random
import sys

from humas_desk.archive.order import put_in_order
from humas_desk.desk.desk import Desk
from humas_desk.desk.folders import Folders
from humas_desk.desk.history import State
from humas_desk.desk.opening import save_copy
from tests.desk.makes import a_session
from tests.torture.writer import ACTION, WEIGHTS, Writer

ROOT = Path(__file__).resolve().parents[2]
A_DAY = 400
"""Edits; then the archive is put in order, as when the window of the next day stands."""
SAVED_EVERY = 8
FIRST_DAY = dt.datetime(2026, 5, 4, 8, 0, tzinfo=dt.UTC)
BETWEEN = dt.timedelta(minutes=1)
PARTS = 10
_HELD = """SELECT (SELECT sum(length(content) + length(pictures)) FROM live)
    + (SELECT coalesce(sum(length(content) + length(pictures)), 0) FROM revisions)
    + (SELECT coalesce(sum(length(title) + length(body) + length(speakers)), 0) FROM texts)"""


class DeskWriter(Writer):
    """A hand at the desk's own session; the day goes on with every action."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.day = FIRST_DAY
        folders = Folders(assets=ROOT / "assets", templates=ROOT / "templates", data=folder / "data", documents=folder)
        self.desk = Desk(folders, clock=lambda: self.now, now=lambda: self.day, threaded=False)
        self.desk.start()
        self.begin(a_session().state)

    def begin(self, state: State) -> None:
        """Another release is open; the one before stays in the archive."""
        self._begin(self.desk.begin_with(state))

    def look(self) -> dict[str, float]:
        path = self.desk.line.path
        held = self.desk.line.ask(lambda archive: archive.database.one(_HELD)).get()
        return {
            "megabytes": _memory_mb(),
            "file": path.stat().st_size,
            "log": path.with_name(f"{path.name}-wal").stat().st_size,
            "holds": float(held[0] or 0) if held else 0.0,
        }


def main(folder: Path, edits: int) -> None:
    writer, chance = DeskWriter(folder), Random(7)
    save_copy(folder / "salinan.humas", a_session().state)
    for number, name in enumerate(chance.choices(list(ACTION), WEIGHTS, k=edits), 1):
        writer.do(name, chance)
        writer.day += BETWEEN
        if number % SAVED_EVERY == 0:
            assert writer.desk.autosave.flush().is_safe
        if number % A_DAY == 0:
            writer.day += dt.timedelta(hours=16)
            writer.desk.line.ask(put_in_order).get()
        if number % (edits // PARTS) == 0:
            sys.stdout.write(f"{json.dumps(writer.look())}\n")
    assert writer.desk.line.ask(lambda archive: archive.database.rows("PRAGMA integrity_check")).get() == [("ok",)]
    writer.desk.close()


def _memory_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="utf-8").split()[1])
    return pages * 4096 / 1e6


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
