from collections.abc import Iterator
import logging
from logging.handlers import RotatingFileHandler
import os
from pathlib import Path
import subprocess
import sys

import pytest

from humas_desk import app, cli
from humas_desk.desk.folders import Folders
from humas_desk.desk.one_desk import OneDesk


@pytest.fixture(autouse=True)
def _own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A data folder of the test's own; what the program sets for the whole process is taken back."""
    monkeypatch.setenv("HUMAS_DESK_DATA", str(tmp_path / "data"))
    monkeypatch.setattr(logging, "captureWarnings", lambda capture: None)  # noqa: ARG005 - the real one's name
    logger = logging.getLogger()
    level, before = logger.level, list(logger.handlers)
    yield
    logger.setLevel(level)
    for handler in [handler for handler in logger.handlers if handler not in before]:
        logger.removeHandler(handler)
        handler.close()


def log_files() -> int:
    return sum(isinstance(handler, RotatingFileHandler) for handler in logging.getLogger().handlers)


def test_the_command_line_finds_the_shipped_parts_and_the_data_folder(tmp_path: Path) -> None:
    assert app.main(["sample", "--to", str(tmp_path / "contoh")]) == 0
    assert (tmp_path / "contoh" / "office.toml").is_file()


def test_a_fault_of_the_program_is_told_in_words_and_logged_without_its_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(command: object, folders: Folders) -> int:
        raise ZeroDivisionError(f"rahasia {command} {folders}")

    monkeypatch.setattr(cli, "run", fails)
    assert app.main(["sample", "--to", str(tmp_path)]) == 3
    said = capsys.readouterr()
    assert said.out == ""
    assert "Traceback" not in said.err
    assert len(said.err.splitlines()) == 1
    logged = (tmp_path / "data" / "log" / app.LOG_NAME).read_text(encoding="utf-8")
    assert "ZeroDivisionError" in logged
    assert "test_app.py" in logged
    assert "rahasia" not in logged


def test_stopping_with_ctrl_c_is_no_fault(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def stopped(*_arguments: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "run", stopped)
    assert app.main(["sample", "--to", str(tmp_path)]) == 130


@pytest.mark.skipif(sys.platform == "win32", reason="pipes are closed otherwise there")
def test_a_reader_that_went_away_leaves_no_traceback(root: Path, tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "humas_desk", "--help"],
            stdout=writing,
            stderr=subprocess.PIPE,
            check=False,
            env={"PYTHONPATH": str(root), "HUMAS_DESK_DATA": str(tmp_path)},
        )
    finally:
        os.close(writing)
    assert done.stderr == b""


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is always a display")
def test_a_second_window_on_the_same_folder_is_told_politely(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DISPLAY", ":4711")
    with OneDesk(tmp_path / "data"):
        assert app.main([]) == 3
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 1
    assert "sudah" in said.err


def test_a_data_folder_that_cannot_be_used_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("HUMAS_DESK_DATA", str(tmp_path / "file" / "data"))
    monkeypatch.setenv("DISPLAY", ":4711")
    assert app.main([]) == 3
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_the_log_is_started_once(tmp_path: Path) -> None:
    app._start_log(tmp_path / "log")
    app._start_log(tmp_path / "log")
    assert log_files() == 1


def test_a_log_folder_in_the_way_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    app._start_log(tmp_path / "file" / "log")
    assert log_files() == 0
