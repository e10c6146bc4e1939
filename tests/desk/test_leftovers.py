import os
from pathlib import Path

import pytest

from humas_desk.desk.leftovers import PRINT_FOLDER, sweep_printed, take_back
from humas_desk.desk.requests import ExportResult

NOW = 1_800_000_000.0


def left(folder: Path, name: str, *files: str, age_s: float = 3600) -> Path:
    """A folder of this age with these files."""
    made = folder / name
    made.mkdir()
    for file in files:
        (made / file).write_bytes(b"%PDF")
    os.utime(made, (NOW - age_s, NOW - age_s))
    return made


def test_what_was_printed_an_hour_ago_goes_and_what_the_reader_may_still_open_stays(tmp_path: Path) -> None:
    old = left(tmp_path, f"{PRINT_FOLDER}lama", "rilis.pdf")
    new = left(tmp_path, f"{PRINT_FOLDER}baru", "rilis.pdf", age_s=30)
    assert sweep_printed(tmp_path, now=NOW) == 1
    assert (old.exists(), new.exists()) == (False, True)


@pytest.mark.parametrize(("name", "file"), [("lain-", "rilis.pdf"), (PRINT_FOLDER, "catatan.txt")])
def test_folders_of_others_stay(tmp_path: Path, name: str, file: str) -> None:
    kept = left(tmp_path, f"{name}1", file)
    assert sweep_printed(tmp_path, now=NOW) == 0
    assert (kept / file).exists()


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    target = left(tmp_path, "jauh", "rilis.pdf")
    (tmp_path / f"{PRINT_FOLDER}tautan").symlink_to(target)
    assert sweep_printed(tmp_path, now=NOW) == 0
    assert (target / "rilis.pdf").exists()


def test_a_place_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert sweep_printed(tmp_path / "tiada", now=NOW) == 0


def test_what_was_called_off_is_taken_back_and_only_that(tmp_path: Path) -> None:
    folder = tmp_path / "paket"
    folder.mkdir()
    paths = tuple(folder / name for name in ("rilis.pdf", "rilis.docx"))
    for path in paths:
        path.touch()
    take_back(ExportResult(paths=paths, folder=folder))
    assert not folder.exists()
    folder.mkdir()
    (folder / "milik orang.txt").touch()
    paths[0].touch()
    take_back(ExportResult(paths=paths, folder=folder))
    assert [path.name for path in folder.iterdir()] == ["milik orang.txt"]
