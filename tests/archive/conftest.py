"""An archive in an empty folder, and a clock that goes only when told."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
import datetime as dt
from pathlib import Path

import pytest

from humas_desk.archive.archive import Archive, open_archive
from humas_desk.desk.saving import write_atomically

ZONE = dt.timezone(dt.timedelta(hours=7))


@dataclass
class Calendar:
    """The time, as the tests want it."""

    moment: dt.datetime = dt.datetime(2026, 5, 4, 9, 0, tzinfo=ZONE)

    def __call__(self) -> dt.datetime:
        return self.moment

    def pass_by(self, **time: float) -> None:
        self.moment += dt.timedelta(**time)


@pytest.fixture
def calendar() -> Calendar:
    return Calendar()


@pytest.fixture
def reopen(tmp_path: Path, calendar: Calendar) -> Iterator[Callable[[], Archive]]:
    """Opens the archive again, as after a restart; the one before is closed."""
    opened: list[Archive] = []

    def again() -> Archive:
        if opened:
            opened.pop().close()
        opened.append(open_archive(tmp_path / "data", write=write_atomically, now=calendar))
        return opened[-1]

    yield again
    for archive in opened:
        archive.close()


@pytest.fixture
def archive(reopen: Callable[[], Archive]) -> Archive:
    return reopen()
