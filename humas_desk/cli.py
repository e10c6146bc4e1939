"""The command line: what was asked, and the exports and samples it can do without a window.

stdout holds the written paths and nothing else; everything said to a person goes to stderr. The window starts through this
file too, so what only exports need is imported where they are made.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from io import TextIOWrapper
import json
import logging
from pathlib import Path
import sys
from typing import TYPE_CHECKING

from humas_desk.desk.folders import Folders
from humas_desk.desk.history import State
from humas_desk.desk.logs import describe, where
from humas_desk.desk.offices import FILE_NAME as OFFICE_FILE
from humas_desk.desk.offices import FoundOffice, OfficeEntry, find_office, logo_problems, office_from_file, office_names
from humas_desk.desk.settings import FORMATS, load_settings
from humas_desk.desk.templates import template_names
from humas_desk.errors import BadContent, HumasError
from humas_desk.release.problems import Problem, ProblemCode
from humas_desk.release.release import Release
from humas_desk.wording import _, error_message, fault_message, problem_sentence

if TYPE_CHECKING:
    from humas_desk.desk.press import Press
    from humas_desk.desk.requests import ExportRequest

log = logging.getLogger(__name__)

DONE = 0
HAS_ERRORS = 1
USAGE = 2
UNREADABLE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenWindow:
    """`humas-desk [FILE]`."""

    file: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """`humas-desk export FILE… --to DIR …`."""

    files: tuple[Path, ...]
    to: Path
    formats: tuple[str, ...] = FORMATS
    office: str | None = None
    """Name of a folder in DATA/offices, or path of an office.toml."""
    template: str | None = None
    blank: bool = False
    gate: bool = False
    """Count what must be mended before a release goes out. Errors stop the files anyway; there is nothing else to count yet."""
    json: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """`humas-desk sample --to DIR`."""

    to: Path
    json: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Say:
    """Nothing to do but to say something: help, the version, or what was wrong with the command."""

    text: str
    code: int = DONE


Command = OpenWindow | Export | Sample | Say


class UsageMistake(Exception):
    """The command cannot be understood; its text is the sentence for the user."""


# What was asked


@dataclass(slots=True)
class _Given:
    """Arguments sorted into files and options."""

    files: list[str] = field(default_factory=list)
    options: dict[str, str] = field(default_factory=dict)


_WITH_VALUE = {"export": ("--to", "--format", "--office", "--template", "--letterhead"), "sample": ("--to",)}
_FLAGS = {"export": ("--gate", "--json"), "sample": ("--json",)}


def parse(arguments: Sequence[str], *, version: Callable[[], str]) -> Command:
    """The command that the arguments ask for; a mistake in them is a `Say` with exit code 2."""
    first = arguments[0] if arguments else ""
    if first in ("-h", "--help") or (first in _FLAGS and any(word in ("-h", "--help") for word in arguments)):
        return Say(text=_help())
    if first == "--version":
        return Say(text=f"Humas Desk {version()}".rstrip())
    try:
        match first:
            case "export":
                return _export(_sorted(first, arguments[1:]))
            case "sample":
                return _sample(_sorted(first, arguments[1:]))
            case _:
                return _window(arguments)
    except UsageMistake as mistake:
        return Say(text=f"{mistake}\n{_('Help: humas-desk --help')}", code=USAGE)


def _help() -> str:
    return _(
        "Humas Desk writes press releases on your office's letterhead.\n"
        "\n"
        "  humas-desk [FILE]                    open the window, with this release\n"
        "  humas-desk export FILE... --to DIR   write PDF and DOCX\n"
        "      --format pdf,docx                only these formats\n"
        "      --office FILE|NAME               with the letterhead of this office\n"
        "      --template NAME                  with this template\n"
        "      --letterhead print|blank         blank: leave the letterhead's place empty\n"
        "      --gate                           errors stop the files as for a final release\n"
        "      --json                           write the list of files as JSON\n"
        "  humas-desk sample --to DIR           write a sample office and a sample release"
    )


def _sorted(command: str, arguments: Sequence[str]) -> _Given:
    given = _Given()
    words = iter(arguments)
    for word in words:
        if word == "--":
            given.files += words
        elif word.startswith("-") and word != "-":
            _take_option(command, word, words, given)
        else:
            given.files.append(word)
    return given


def _take_option(command: str, word: str, words: Iterator[str], given: _Given) -> None:
    name, equals, value = word.partition("=")
    if name in _FLAGS[command] and not equals:
        given.options[name] = "true"
    elif name in _WITH_VALUE[command]:
        found = value if equals else next(words, "")
        if not found or (not equals and found.startswith("--")):
            raise UsageMistake(_("A value is missing after {option}.").format(option=name))
        given.options[name] = found
    else:
        raise UsageMistake(_("There is no option {option}.").format(option=word))


def _export(given: _Given) -> Export:
    if not given.files:
        raise UsageMistake(_("Name at least one release file to export."))
    return Export(
        files=tuple(Path(name) for name in given.files),
        to=_folder(given),
        formats=_formats(given.options.get("--format", ",".join(FORMATS))),
        office=given.options.get("--office"),
        template=given.options.get("--template"),
        blank=_one_of("--letterhead", given.options.get("--letterhead", "print"), ("print", "blank")) == "blank",
        gate="--gate" in given.options,
        json="--json" in given.options,
    )


def _sample(given: _Given) -> Sample:
    if given.files:
        raise UsageMistake(_("“{word}” is too much here.").format(word=given.files[0]))
    return Sample(to=_folder(given), json="--json" in given.options)


def _window(arguments: Sequence[str]) -> OpenWindow:
    words = [word for word in arguments if word != "--"]
    for word in words:
        if word.startswith("-") and "--" not in arguments:
            raise UsageMistake(_("There is no option {option}.").format(option=word))
    if len(words) > 1:
        raise UsageMistake(_("“{word}” is too much here.").format(word=words[1]))
    return OpenWindow(file=Path(words[0]) if words else None)


def _folder(given: _Given) -> Path:
    if "--to" not in given.options:
        raise UsageMistake(_("Say with --to into which folder the files go."))
    return Path(given.options["--to"])


def _formats(value: str) -> tuple[str, ...]:
    names = [name.strip().lower() for name in value.split(",") if name.strip()]
    if not names:
        raise UsageMistake(_("A value is missing after {option}.").format(option="--format"))
    return tuple(dict.fromkeys(_one_of("--format", name, FORMATS) for name in names))


def _one_of(option: str, value: str, allowed: tuple[str, ...]) -> str:
    if value not in allowed:
        sentence = _("{option} does not know “{value}”; it takes {allowed}.")
        raise UsageMistake(sentence.format(option=option, value=value, allowed=", ".join(allowed)))
    return value


# What is done


def run(command: Export | Sample | Say, folders: Folders) -> int:
    """Do it; gives the exit code: 0 done, 1 errors in a release, 2 usage, 3 could not read or write.

    BrokenPipeError when whoever reads the paths has gone.
    """
    code = _run(command, folders)
    if sys.stdout is not None:
        sys.stdout.flush()
    return code


def _run(command: Export | Sample | Say, folders: Folders) -> int:
    match command:
        case Say():
            (say if command.code else _give)(command.text)
            return command.code
        case Sample():
            return _run_sample(command, folders)
        case Export():
            return _run_export(command, folders)


def say(sentence: str) -> None:
    """Say something to the person at the command line; silent where there is none (a program without a console)."""
    if sys.stderr is not None:
        sys.stderr.write(f"{sentence}\n")


def _run_sample(command: Sample, folders: Folders) -> int:
    from humas_desk.desk.samples import write_samples

    try:
        paths = write_samples(folders, command.to)
    except HumasError as error:
        return _tell(str(command.to), error)
    _print_paths(paths, as_json=command.json)
    return DONE


def _run_export(command: Export, folders: Folders) -> int:
    if command.template is not None and command.template not in template_names(folders):
        problem = Problem(place="template", code=ProblemCode.TEMPLATE_UNKNOWN, values=(("template", command.template),))
        say(f"--template: {problem_sentence(problem)}")
        return USAGE
    if command.office is not None and not _is_file(command.office) and command.office not in office_names(folders):
        problem = Problem(place="office", code=ProblemCode.OFFICE_UNKNOWN, values=(("office", command.office),))
        say(f"--office: {problem_sentence(problem)}")
        return USAGE
    from humas_desk.desk.press import Press

    try:
        office = _office_file(Path(command.office)) if command.office and _is_file(command.office) else None
    except HumasError as error:
        return _tell(command.office or "", error)
    exports = _Exports(command, folders, Press(folders), office)
    codes = [exports.run(path) for path in command.files]
    _print_paths(exports.paths, as_json=command.json)
    return max(codes)


class _Exports:
    """One run of exports: two releases of the same name do not overwrite each other."""

    def __init__(self, command: Export, folders: Folders, press: "Press", office: FoundOffice | None) -> None:
        """`office`: the one of an office.toml that was named; None: each release's own."""
        self.paths: list[Path] = []
        self._given = office
        self._command = command
        self._folders = folders
        self._press = press
        self._default = load_settings(folders.settings_file).default_office or None
        self._stems: set[str] = set()

    def run(self, path: Path) -> int:
        """Export one file; gives its exit code. A fault of the program is told too, and the next file has its turn."""
        try:
            return self._run(path)
        except Exception as error:  # noqa: BLE001 - whatever is wrong with one release, the others go on
            log.error("a fault of the program stopped an export: %s\n%s", describe(error), where(error.__traceback__))  # noqa: TRY400
            say(f"{path}: {fault_message(text_is_safe=False).text}")
            return UNREADABLE

    def _run(self, path: Path) -> int:
        from humas_desk.desk.exporting import export
        from humas_desk.desk.opening import open_file

        try:
            opened = open_file(path)
            found = self._given or self._office(opened.state.release)
            if opened.errors:
                return _tell(str(path), *opened.errors)
            request = self._request(opened.state, found.entry)
            result = export(request, self._press)
        except HumasError as error:
            return _tell(str(path), error)
        for problem in dict.fromkeys((*found.problems, *result.problems)):
            say(f"{path}: {problem.place}: {problem_sentence(problem)}")
        self.paths += result.paths
        if result.paths:
            self._stems.add(request.stem)
        if result.error is not None:
            return _tell(str(path), result.error)
        return DONE if result.paths else HAS_ERRORS

    def _request(self, state: State, office: OfficeEntry) -> "ExportRequest":
        from humas_desk.desk.exports import export_stem, free_stem
        from humas_desk.desk.requests import ExportRequest, Job

        command = self._command
        stem = free_stem(export_stem(state.release), self._stems)
        job = Job(
            release=state.release, photos=state.photos, office=office, template=command.template, blank=command.blank
        )
        return ExportRequest(job=job, formats=command.formats, folder=command.to, stem=stem)

    def _office(self, release: Release) -> FoundOffice:
        return find_office(self._folders, self._command.office or release.office, self._default)


def _office_file(path: Path) -> FoundOffice:
    """The office of an office.toml, or of the folder it is in."""
    entry = office_from_file(path / OFFICE_FILE if path.is_dir() else path)
    return FoundOffice(entry=entry, problems=logo_problems(entry))


def _is_file(office: str) -> bool:
    """A path rather than the name of an office on this computer; a folder of that name may be anything."""
    path = Path(office)
    is_there = path.is_file() or (path / OFFICE_FILE).is_file()
    return is_there or path.suffix.lower() == ".toml" or len(path.parts) > 1


def _tell(name: str, *errors: HumasError) -> int:
    """`file: place: sentence`, without a place when the error has none; gives the exit code.

    The place of an error in another file (the office's, the template's) is that file.
    """
    for error in errors:
        place = ""
        if isinstance(error, BadContent):
            place = f"{error.place if error.path == Path(name) else error.path}: "
        say(f"{name}: {place}{error_message(error, text_is_safe=False).text}")
    return UNREADABLE


def _print_paths(paths: Sequence[Path], *, as_json: bool) -> None:
    if as_json:
        _give(json.dumps([str(path) for path in paths], ensure_ascii=False, indent=2))
    else:
        for path in paths:
            _give(str(path))


def _give(text: str) -> None:
    if sys.stdout is not None:
        sys.stdout.write(f"{text}\n")


def speak_utf8() -> None:
    """Both streams write UTF-8 on every system; what cannot be written is shown by its number."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
