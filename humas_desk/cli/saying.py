"""What the command line says: written paths to stdout, everything for a person to stderr; and what it ends with."""

from collections.abc import Sequence
from io import TextIOWrapper
import json
from pathlib import Path
import sys

from humas_desk.errors import BadContent, FileUnreadable, HumasError, NewerVersion, NotOurFile
from humas_desk.wording import error_message

DONE = 0
HAS_ERRORS = 1
USAGE = 2
UNREADABLE = 3
"""Exit codes: all done; something is wrong with what was read; wrong usage; a file could not be read or written."""


def say(sentence: str) -> None:
    """Say something to the person at the command line; silent where there is none (a program without a console)."""
    if sys.stderr is not None:
        sys.stderr.write(f"{sentence}\n")


def tell(name: str, *errors: HumasError) -> int:
    """`file: place: sentence`, without a place when the error has none; gives the exit code.

    The place of an error in another file (the office's, the template's) is that file.
    """
    for error in errors:
        place = _place(name, error)
        say(f"{name}: {f'{place}: ' if place else ''}{error_message(error, text_is_safe=False).text}")
    return UNREADABLE


def _place(name: str, error: HumasError) -> str:
    if isinstance(error, BadContent | NotOurFile | NewerVersion | FileUnreadable) and error.path != Path(name):
        return str(error.path)
    return error.place if isinstance(error, BadContent) else ""


def give_paths(paths: Sequence[Path], *, as_json: bool) -> None:
    """Give the written paths: one in a line, or all as one JSON list."""
    if as_json:
        give(json.dumps([str(path) for path in paths], ensure_ascii=False, indent=2))
    else:
        for path in paths:
            give(str(path))


def give(text: str) -> None:
    """Write one answer to stdout; nowhere in a program without a console."""
    if sys.stdout is not None:
        sys.stdout.write(f"{text}\n")


def speak_utf8() -> None:
    """Both streams write UTF-8 on every system; what cannot be written is shown by its number."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
