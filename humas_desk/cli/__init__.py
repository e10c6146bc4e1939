"""The command line: what was asked, and what it can do without a window; one module per command.

stdout holds the written paths and nothing else; everything said to a person goes to stderr.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
import sys
from typing import ClassVar

from humas_desk.cli.arguments import Asked, UsageMistake, sort_arguments
from humas_desk.cli.backup import BACKUP, Backup
from humas_desk.cli.check import CHECK, Check
from humas_desk.cli.export import EXPORT, Export
from humas_desk.cli.import_ import IMPORT, Import
from humas_desk.cli.sample import SAMPLE, Sample
from humas_desk.cli.saying import DONE, HAS_ERRORS, UNREADABLE, USAGE, give, say, speak_utf8
from humas_desk.desk.folders import Folders
from humas_desk.values import dataclass
from humas_desk.wording import _

__all__ = (
    "DONE",
    "HAS_ERRORS",
    "UNREADABLE",
    "USAGE",
    "Asked",
    "Backup",
    "Check",
    "Export",
    "Import",
    "OpenWindow",
    "Sample",
    "Say",
    "parse",
    "run",
    "say",
    "speak_utf8",
)

COMMANDS = {command.name: command for command in (EXPORT, IMPORT, SAMPLE, CHECK, BACKUP)}


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenWindow:
    """`humas-desk [FILE]`."""

    file: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Say:
    """Nothing to do but to say something: help, the version, or what was wrong with the command."""

    keeps_log: ClassVar[bool] = False
    text: str
    code: int = DONE

    def run(self, _folders: Folders) -> int:
        """Say it: an answer to stdout, a mistake to stderr; gives the exit code."""
        (say if self.code else give)(self.text)
        return self.code


def parse(arguments: Sequence[str], *, version: Callable[[], str]) -> OpenWindow | Asked:
    """What the arguments ask for; a mistake in them is a `Say` with exit code 2."""
    first = arguments[0] if arguments else ""
    if first in ("-h", "--help") or (first in COMMANDS and any(word in ("-h", "--help") for word in arguments)):
        return Say(text=_help())
    if first == "--version":
        return Say(text=f"Humas Desk {version()}".rstrip())
    command = COMMANDS.get(first)
    try:
        return _window(arguments) if command is None else command.read(sort_arguments(command, arguments[1:]))
    except UsageMistake as mistake:
        return Say(text=f"{mistake}\n{_('Help: humas-desk --help')}", code=USAGE)


def run(asked: Asked, folders: Folders) -> int:
    """Do it; gives the exit code: 0 done, 1 errors in a release, 2 usage, 3 could not read or write.

    BrokenPipeError when whoever reads the paths has gone.
    """
    code = asked.run(folders)
    if sys.stdout is not None:
        sys.stdout.flush()
    return code


def _help() -> str:
    head = _(
        "Humas Desk writes press releases on your office's letterhead.\n"
        "\n"
        "  humas-desk [FILE]                    open the window, with this release"
    )
    return "\n".join((head, *(command.help() for command in COMMANDS.values())))


def _window(arguments: Sequence[str]) -> OpenWindow:
    words = [word for word in arguments if word != "--"]
    for word in words:
        if word.startswith("-") and "--" not in arguments:
            raise UsageMistake(_("There is no option {option}.").format(option=word))
    if len(words) > 1:
        raise UsageMistake(_("“{word}” is too much here.").format(word=words[1]))
    return OpenWindow(file=Path(words[0]) if words else None)
