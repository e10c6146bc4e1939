"""Folders with the shipped parts and an empty place for the user's, and stand-ins that are told the time."""

from dataclasses import dataclass, field
import datetime as dt
from pathlib import Path

import pytest

from humas_desk.desk.folders import Folders
from humas_desk.photos.image import Image
from tests.desk.makes import a_picture


@pytest.fixture
def folders(root: Path, tmp_path: Path) -> Folders:
    return Folders(
        assets=root / "assets",
        templates=root / "templates",
        data=tmp_path / "data",
        documents=tmp_path / "documents",
    )


@dataclass
class Clock:
    """Seconds that pass only when a test says so."""

    seconds: float = 100.0
    today: dt.datetime = field(default_factory=lambda: dt.datetime(2026, 5, 4, 14, 32, tzinfo=dt.UTC))

    def __call__(self) -> float:
        return self.seconds

    def pass_by(self, seconds: float) -> None:
        self.seconds += seconds

    def now(self) -> dt.datetime:
        return self.today


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def picture() -> Image:
    return a_picture()
