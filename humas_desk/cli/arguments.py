"""Arguments sorted into files and options, and the questions that several commands ask of them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import field
from pathlib import Path
from typing import ClassVar, Protocol

from humas_desk.desk.folders import Folders
from humas_desk.values import dataclass
from humas_desk.wording import _


class UsageMistake(Exception):
    """The command cannot be understood; its text is the sentence for the user."""


@dataclass(slots=True)
class Given:
    """Arguments sorted into files and options."""

    files: list[str] = field(default_factory=list)
    options: dict[str, str] = field(default_factory=dict)
    """option: its value; "true" for one that takes none."""


class Asked(Protocol):
    """What the user asked for, ready to be done."""

    keeps_log: ClassVar[bool]
    """Whether faults in it belong into the log."""

    def run(self, folders: Folders) -> int:
        """Do it; gives the exit code."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One word of the command line and what it takes."""

    name: str
    help: Callable[[], str]
    """Its lines of `humas-desk --help`, in the user's language."""
    read: Callable[[Given], Asked]
    """What was asked; raises UsageMistake."""
    with_value: tuple[str, ...] = ()
    """Options that a value follows."""
    flags: tuple[str, ...] = ()
    """Options that stand alone."""


def sort_arguments(command: Command, arguments: Sequence[str]) -> Given:
    """Files and options of this command; `--` ends the options. Raises UsageMistake for an option it does not know."""
    given = Given()
    words = iter(arguments)
    for word in words:
        if word == "--":
            given.files += words
        elif word.startswith("-") and word != "-":
            _take_option(command, word, words, given)
        else:
            given.files.append(word)
    return given


def _take_option(command: Command, word: str, words: Iterator[str], given: Given) -> None:
    name, equals, value = word.partition("=")
    if name in command.flags and not equals:
        given.options[name] = "true"
    elif name in command.with_value:
        found = value if equals else next(words, "")
        if not found or (not equals and found.startswith("--")):
            raise UsageMistake(_("A value is missing after {option}.").format(option=name))
        given.options[name] = found
    else:
        raise UsageMistake(_("There is no option {option}.").format(option=word))


def no_files(given: Given) -> None:
    """Raises UsageMistake when a file was named where none is wanted."""
    if given.files:
        raise UsageMistake(_("“{word}” is too much here.").format(word=given.files[0]))


def target_folder(given: Given) -> Path:
    """The folder of `--to`; raises UsageMistake without one."""
    if "--to" not in given.options:
        raise UsageMistake(_("Say with --to into which folder the files go."))
    return Path(given.options["--to"])


def one_of(option: str, value: str, allowed: tuple[str, ...]) -> str:
    """The value; raises UsageMistake when it is none of the allowed ones."""
    if value not in allowed:
        sentence = _("{option} does not know “{value}”; it takes {allowed}.")
        raise UsageMistake(sentence.format(option=option, value=value, allowed=", ".join(allowed)))
    return value
