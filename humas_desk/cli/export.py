"""`humas-desk export`: PDF and DOCX of each release or draft, without a window.

The window starts through this file too, so what only exports need is imported where they are made.
"""

import datetime as dt
import logging
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from humas_desk.cli.arguments import Command, Given, UsageMistake, one_of, target_folder
from humas_desk.cli.import_ import known_places, tell_unsure
from humas_desk.cli.saying import DONE, HAS_ERRORS, UNREADABLE, USAGE, give_paths, say, tell
from humas_desk.desk.folders import Folders
from humas_desk.desk.history import State
from humas_desk.desk.logs import describe, where
from humas_desk.desk.offices import FILE_NAME as OFFICE_FILE
from humas_desk.desk.offices import FoundOffice, OfficeEntry, find_office, logo_problems, office_from_file, office_names
from humas_desk.desk.settings import FORMATS, load_settings
from humas_desk.desk.templates import template_names
from humas_desk.errors import HumasError
from humas_desk.release.problems import Problem, ProblemCode
from humas_desk.release.release import Release
from humas_desk.values import dataclass
from humas_desk.wording import _, fault_message, problem_sentence

if TYPE_CHECKING:
    from humas_desk.desk.press import Press
    from humas_desk.desk.requests import ExportRequest

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """`humas-desk export FILE… --to DIR …`."""

    keeps_log: ClassVar[bool] = True
    files: tuple[Path, ...]
    to: Path
    formats: tuple[str, ...] = FORMATS
    office: str | None = None
    """Name of a folder in DATA/offices, or path of an office.toml."""
    template: str | None = None
    blank: bool = False
    gate: bool = False
    """Stop the files of a release that the send gate would hold back: errors of the house style that nobody left with a reason."""
    json: bool = False

    def run(self, folders: Folders) -> int:
        """Export each file; gives the worst exit code of them."""
        if self.template is not None and self.template not in template_names(folders):
            problem = Problem(
                place="template", code=ProblemCode.TEMPLATE_UNKNOWN, values=(("template", self.template),)
            )
            say(f"--template: {problem_sentence(problem)}")
            return USAGE
        if self.office is not None and not _is_file(self.office) and self.office not in office_names(folders):
            problem = Problem(place="office", code=ProblemCode.OFFICE_UNKNOWN, values=(("office", self.office),))
            say(f"--office: {problem_sentence(problem)}")
            return USAGE
        from humas_desk.desk.press import Press

        try:
            office = _office_file(Path(self.office)) if self.office and _is_file(self.office) else None
        except HumasError as error:
            return tell(self.office or "", error)
        exports = _Exports(self, folders, Press(folders), office)
        codes = [exports.run(path) for path in self.files]
        give_paths(exports.paths, as_json=self.json)
        return max(codes)


def _help() -> str:
    return _(
        "  humas-desk export FILE... --to DIR   write PDF and DOCX\n"
        "      --format pdf,docx                only these formats\n"
        "      --office FILE|NAME               with the letterhead of this office\n"
        "      --template NAME                  with this template\n"
        "      --letterhead print|blank         blank: leave the letterhead's place empty\n"
        "      --gate                           errors stop the files as for a final release\n"
        "      --json                           write the list of files as JSON"
    )


def _read(given: Given) -> Export:
    if not given.files:
        raise UsageMistake(_("Name at least one release file to export."))
    return Export(
        files=tuple(Path(name) for name in given.files),
        to=target_folder(given),
        formats=_formats(given.options.get("--format", ",".join(FORMATS))),
        office=given.options.get("--office"),
        template=given.options.get("--template"),
        blank=one_of("--letterhead", given.options.get("--letterhead", "print"), ("print", "blank")) == "blank",
        gate="--gate" in given.options,
        json="--json" in given.options,
    )


def _formats(value: str) -> tuple[str, ...]:
    names = [name.strip().lower() for name in value.split(",") if name.strip()]
    if not names:
        raise UsageMistake(_("A value is missing after {option}.").format(option="--format"))
    return tuple(dict.fromkeys(one_of("--format", name, FORMATS) for name in names))


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
        self._places = known_places(folders)

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
        from humas_desk.desk.importing import import_file

        try:
            opened = import_file(path, today=dt.date.today(), places=self._places)
            found = self._given or self._office(opened.state.release)
            if opened.errors:
                return tell(str(path), *opened.errors)
            if self._command.gate and self._is_held_back(path, opened.state.release):
                return HAS_ERRORS
            request = self._request(opened.state, found.entry)
            result = export(request, self._press)
        except HumasError as error:
            return tell(str(path), error)
        tell_unsure(path, opened)
        for problem in dict.fromkeys((*found.problems, *result.problems)):
            say(f"{path}: {problem.place}: {problem_sentence(problem)}")
        self.paths += result.paths
        if result.paths:
            self._stems.add(request.stem)
        if result.error is not None:
            return tell(str(path), result.error)
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

    def _is_held_back(self, path: Path, release: Release) -> bool:
        """Whether errors of the house style stand in the way; they are told."""
        from humas_desk.desk.checking import office_checker, register_names, to_mend

        office = release.office or self._default
        findings = to_mend(office_checker(self._folders, office, register_names(self._folders)), release)
        for finding in findings:
            say(f"{path}: {finding.place}: {finding.rule} “{finding.text}” – {finding.message}")
        return bool(findings)

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


EXPORT = Command(
    name="export",
    help=_help,
    read=_read,
    with_value=("--to", "--format", "--office", "--template", "--letterhead"),
    flags=("--gate", "--json"),
)
