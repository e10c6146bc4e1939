"""Handing files to the system's own programs: print at true size, open, show in the folder."""

from collections.abc import Callable, Sequence
from enum import StrEnum
import os
from pathlib import Path
import shutil
import subprocess
import sys

from humas_desk.errors import NoProgram
from humas_desk.values import dataclass

PRINT_LIMIT_S = 30
ANSWER_LIMIT_S = 5


class Printed(StrEnum):
    """What became of a file that was to be printed."""

    SENT = "sent"
    """The system's print service has it, at true size."""
    HANDED_OVER = "handed-over"
    """A PDF reader prints it, in the reader's own way; the file asks for true size."""
    OPENED = "opened"
    """Nothing prints by itself here: it is open in the PDF reader, to be printed there at true size."""


def _start_file(path: str, verb: str) -> None:
    if sys.platform == "win32":
        os.startfile(path, verb)  # noqa: S606 - the user's own file in the user's own program
    else:
        raise OSError(f"no verbs on {sys.platform}")


def _run(command: Sequence[str]) -> bool:
    """Whether the command ended well."""
    return subprocess.run(command, capture_output=True, timeout=PRINT_LIMIT_S, check=False).returncode == 0


def _output(command: Sequence[str]) -> str:
    """What the command says, in English whatever the user's language."""
    environment = {**os.environ, "LC_ALL": "C"}
    done = subprocess.run(command, capture_output=True, timeout=ANSWER_LIMIT_S, check=False, env=environment)
    return done.stdout.decode("utf-8", "replace")


def _start(command: Sequence[str]) -> None:
    subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class System:
    """The doors of the operating system, as values, so that tests can stand in for another one."""

    platform: str = sys.platform
    start_file: Callable[[str, str], None] = _start_file
    """Windows: a file and a verb ("open", "print")."""
    run: Callable[[Sequence[str]], bool] = _run
    output: Callable[[Sequence[str]], str] = _output
    start: Callable[[Sequence[str]], None] = _start
    which: Callable[[str], str | None] = shutil.which


THIS_SYSTEM = System()


def print_file(path: Path, system: System = THIS_SYSTEM, options: Sequence[str] = ()) -> Printed:
    """Print a PDF at true size where the system can be told so. Raises NoProgram when nothing opens it either.

    `options`: more of lp's (printer, paper, copies, pages); a PDF reader is told none of them.
    """
    if system.platform == "win32":
        try:
            system.start_file(str(path), "print")
        except OSError:
            open_path(path, system)
            return Printed.OPENED
        return Printed.HANDED_OVER
    if system.which("lp") is not None and _lp(path, system, options):
        return Printed.SENT
    open_path(path, system)
    return Printed.OPENED


def open_path(path: Path, system: System = THIS_SYSTEM) -> None:
    """Open a file or folder in the user's program for it. Raises NoProgram when there is none."""
    try:
        if system.platform == "win32":
            system.start_file(str(path), "open")
        else:
            system.start(["open" if system.platform == "darwin" else "xdg-open", str(path)])
    except OSError as error:
        raise NoProgram(path) from error


def open_folder(path: Path, system: System = THIS_SYSTEM) -> None:
    """Show the file in its folder; on Windows and macOS it is selected there. Raises NoProgram when nothing shows it."""
    match system.platform:
        case "win32":
            command = ["explorer", f"/select,{path}"]
        case "darwin":
            command = ["open", "-R", str(path)]
        case _:
            command = ["xdg-open", str(path.parent)]
    try:
        system.start(command)
    except OSError as error:
        raise NoProgram(path) from error


def _lp(path: Path, system: System, options: Sequence[str]) -> bool:
    try:
        return system.run(["lp", *options, "-o", "print-scaling=none", "--", str(path)])
    except (OSError, subprocess.TimeoutExpired):
        return False
