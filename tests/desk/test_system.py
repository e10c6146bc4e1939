from collections.abc import Sequence
from pathlib import Path
import subprocess
import sys

import pytest

from humas_desk.desk.system import Printed, System, open_folder, open_path, print_file
from humas_desk.errors import NoProgram

PDF = Path("rilis.pdf")


class Recorder:
    """What the system was asked; refuses what a test says."""

    def __init__(self, refused: frozenset[str] = frozenset()) -> None:
        self.asked: list[tuple[str, ...]] = []
        self.refused = refused

    def start_file(self, path: str, verb: str) -> None:
        self.asked.append((verb, path))
        if verb in self.refused:
            raise OSError(1155, "no application")

    def start(self, command: Sequence[str]) -> None:
        self.asked.append(tuple(command))
        if command[0] in self.refused:
            raise FileNotFoundError(command[0])

    def run(self, command: Sequence[str]) -> bool:
        self.asked.append(tuple(command))
        return command[0] not in self.refused

    def system(self, platform: str, *, has: frozenset[str] = frozenset()) -> System:
        return System(
            platform=platform,
            start_file=self.start_file,
            run=self.run,
            start=self.start,
            which=lambda name: name if name in has else None,
        )


def test_windows_prints_with_the_pdf_reader() -> None:
    recorder = Recorder()
    assert print_file(PDF, recorder.system("win32")) is Printed.HANDED_OVER
    assert recorder.asked == [("print", "rilis.pdf")]


def test_without_a_reader_that_prints_windows_opens_the_file() -> None:
    recorder = Recorder(frozenset({"print"}))
    assert print_file(PDF, recorder.system("win32")) is Printed.OPENED
    assert recorder.asked == [("print", "rilis.pdf"), ("open", "rilis.pdf")]


def test_without_any_reader_that_is_said() -> None:
    with pytest.raises(NoProgram):
        print_file(PDF, Recorder(frozenset({"print", "open"})).system("win32"))


def test_a_print_service_gets_the_page_at_true_size() -> None:
    recorder = Recorder()
    assert print_file(PDF, recorder.system("linux", has=frozenset({"lp"}))) is Printed.SENT
    assert recorder.asked == [("lp", "-o", "print-scaling=none", "--", "rilis.pdf")]


def test_a_print_service_gets_what_else_is_asked_before_the_file() -> None:
    recorder = Recorder()
    print_file(PDF, recorder.system("linux", has=frozenset({"lp"})), ("-n", "2"))
    assert recorder.asked == [("lp", "-n", "2", "-o", "print-scaling=none", "--", "rilis.pdf")]


def test_what_a_command_says_is_read_in_english() -> None:
    assert System().output([sys.executable, "-c", "import os; print(os.environ['LC_ALL'])"]).strip() == "C"


def test_a_print_service_without_a_printer_leaves_it_to_the_reader() -> None:
    recorder = Recorder(frozenset({"lp"}))
    assert print_file(PDF, recorder.system("linux", has=frozenset({"lp"}))) is Printed.OPENED
    assert recorder.asked[-1] == ("xdg-open", "rilis.pdf")


def test_a_print_service_that_does_not_answer_is_left() -> None:
    def hangs(command: Sequence[str]) -> bool:
        raise subprocess.TimeoutExpired(command, 30)

    recorder = Recorder()
    system = System(platform="linux", run=hangs, start=recorder.start, which=lambda _name: "lp")
    assert print_file(PDF, system) is Printed.OPENED


@pytest.mark.parametrize(
    ("platform", "opens", "shows"),
    [
        ("win32", ("open", "a/rilis.pdf"), ("explorer", "/select,a/rilis.pdf")),
        ("darwin", ("open", "a/rilis.pdf"), ("open", "-R", "a/rilis.pdf")),
        ("linux", ("xdg-open", "a/rilis.pdf"), ("xdg-open", "a")),
    ],
)
def test_files_are_opened_and_shown_the_systems_way(
    platform: str, opens: tuple[str, ...], shows: tuple[str, ...]
) -> None:
    recorder = Recorder()
    open_path(Path("a/rilis.pdf"), recorder.system(platform))
    open_folder(Path("a/rilis.pdf"), recorder.system(platform))
    assert recorder.asked == [opens, shows]


def test_without_a_file_manager_that_is_said() -> None:
    with pytest.raises(NoProgram):
        open_folder(PDF, Recorder(frozenset({"xdg-open"})).system("linux"))
