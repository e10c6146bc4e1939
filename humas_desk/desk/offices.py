"""The offices of this desk: one folder each in DATA/offices, with office.toml and the logo beside it."""

from dataclasses import replace
import logging
from pathlib import Path
import re

from humas_desk.desk.folders import Folders
from humas_desk.desk.saving import read_bytes, write_atomically
from humas_desk.errors import FileError, FileMissing, HumasError
from humas_desk.photos.image import Image
from humas_desk.release.filename import is_bare_name
from humas_desk.release.office import Level, Office, office_short_name
from humas_desk.release.office_file import office_toml, read_office
from humas_desk.release.problems import Problem, ProblemCode, Severity
from humas_desk.values import dataclass

log = logging.getLogger(__name__)

FILE_NAME = "office.toml"
LOGO_STEM = "logo"
LOGO_WIDTH_MM = 80.0
"""The widest a logo is printed; it is kept at 300 dpi and more at that width."""
_NOT_IN_A_NAME = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeEntry:
    """An office as the desk knows it."""

    name: str
    """Of its folder in DATA/offices, as releases name it; empty: not from there (the sample, a file given by hand)."""
    office: Office
    logo: Image | None = None
    """None: a typographic letterhead, or the logo's file is missing or spoiled."""
    is_logo_spoiled: bool = False
    """There is a file of the logo's name, but no picture in it that can be used."""
    is_sample: bool = False
    """The shipped sample, that should not go out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offices:
    """What stands in DATA/offices."""

    entries: tuple[OfficeEntry, ...]
    """Sorted by name."""
    errors: tuple[HumasError, ...] = ()
    """One for each office that could not be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundOffice:
    """The office a release is set with, and what was wrong on the way to it."""

    entry: OfficeEntry
    problems: tuple[Problem, ...] = ()


def office_names(folders: Folders) -> tuple[str, ...]:
    """The names of all offices, sorted; empty before the first one is made."""
    if not folders.offices.is_dir():
        return ()
    return tuple(sorted(place.parent.name for place in folders.offices.glob(f"*/{FILE_NAME}")))


def list_offices(folders: Folders) -> Offices:
    """All offices with their logos."""
    entries: list[OfficeEntry] = []
    errors: list[HumasError] = []
    for name in office_names(folders):
        try:
            entries.append(load_office(folders, name))
        except HumasError as error:
            errors.append(error)
    return Offices(entries=tuple(entries), errors=tuple(errors))


def load_office(folders: Folders, name: str) -> OfficeEntry:
    """One office of DATA/offices. Raises FileMissing, FileUnreadable or BadContent."""
    return replace(office_from_file(folders.offices / name / FILE_NAME), name=name)


def office_from_file(path: Path) -> OfficeEntry:
    """The office of any office.toml; its name is empty. A missing or spoiled logo is None, not an error.

    Raises FileMissing, FileUnreadable or BadContent.
    """
    office = read_office(path)
    try:
        return OfficeEntry(name="", office=office, logo=_logo(path.parent, office))
    except FileError as error:
        log.warning("a logo cannot be used: %s", type(error).__name__)
        return OfficeEntry(name="", office=office, is_logo_spoiled=True)


def sample_office(folders: Folders) -> OfficeEntry:
    """The shipped sample office."""
    return replace(office_from_file(folders.samples / FILE_NAME), is_sample=True)


def find_office(folders: Folders, wanted: str | None, default: str | None) -> FoundOffice:
    """The office named by a release; else the desk's default; else the only one; else the sample, with a warning.

    Raises what `load_office` raises when the office is there but cannot be read.
    """
    names = office_names(folders)
    unknown = () if not wanted or wanted in names else (_warning(ProblemCode.OFFICE_UNKNOWN, office=wanted),)
    choices = [name for name in (wanted, default) if name and name in names]
    if not choices and len(names) == 1:
        choices = list(names)
    if choices:
        entry = load_office(folders, choices[0])
        return FoundOffice(entry=entry, problems=(*unknown, *logo_problems(entry)))
    sample = sample_instead(folders)
    return replace(sample, problems=(*unknown, *sample.problems))


def sample_instead(folders: Folders) -> FoundOffice:
    """The sample where there is no other, and the warning that it should not go out."""
    return FoundOffice(entry=sample_office(folders), problems=(_warning(ProblemCode.OFFICE_SAMPLE),))


def logo_problems(entry: OfficeEntry) -> tuple[Problem, ...]:
    """A warning when the office names a logo that is not beside it, or is no picture any more."""
    if not entry.office.logo or entry.logo is not None:
        return ()
    code = ProblemCode.LOGO_SPOILED if entry.is_logo_spoiled else ProblemCode.LOGO_MISSING
    return (_warning(code, file=entry.office.logo),)


def save_office(folders: Folders, entry: OfficeEntry) -> OfficeEntry:
    """Write the office and its logo into DATA/offices; gives the entry as it now is, named when it had no name.

    A logo that is gone for the moment stays named.
    Raises TargetLocked, TargetReadOnly, DiskFull or WriteFailed; the office that was there is then as before.
    """
    name = entry.name or free_name(folders, entry.office)
    folder = folders.offices / name
    office = entry.office
    if entry.logo is not None:
        office = replace(office, logo=f"{LOGO_STEM}.{'png' if entry.logo.format == 'PNG' else 'jpg'}")
        write_atomically(folder / office.logo, entry.logo.data)
    write_atomically(folder / FILE_NAME, office_toml(office).encode())
    return replace(entry, name=name, office=office, is_sample=False)


def set_logo(entry: OfficeEntry, data: bytes, path: Path) -> OfficeEntry:
    """The entry with another logo; `path` is where it came from. Raises PictureRefused or NotOurFile."""
    logo = _admitted(data, path)
    return replace(entry, logo=logo, is_logo_spoiled=False, office=replace(entry.office, logo=path.name))


def without_logo(entry: OfficeEntry) -> OfficeEntry:
    """The entry with a typographic letterhead."""
    return replace(entry, logo=None, is_logo_spoiled=False, office=replace(entry.office, logo=""))


def office_label(office: Office) -> str:
    """What an office is called among others: its region; the national one, which has none, by its name."""
    return office.region.strip() or (office_short_name(office) if office.level is Level.RI else "")


def free_name(folders: Folders, office: Office) -> str:
    """A folder name from the office's region that no office has yet: "kabupaten-contoh"."""
    stem = _NOT_IN_A_NAME.sub("-", office_label(office).lower()).strip("-")[:40] or "kantor"
    if not is_bare_name(stem):
        stem = f"kantor-{stem}"
    taken = {name.lower() for name in office_names(folders)}
    candidates = [stem, *(f"{stem}-{number}" for number in range(2, len(taken) + 3))]
    return next(name for name in candidates if name not in taken)


def _logo(folder: Path, office: Office) -> Image | None:
    if not is_bare_name(office.logo):
        return None
    path = folder / office.logo
    try:
        data = read_bytes(path)
    except FileMissing:
        return None
    except FileError:
        if path.is_dir():
            return None
        raise
    return _admitted(data, path)


def _admitted(data: bytes, path: Path) -> Image:
    from humas_desk.photos.admit import admit  # the decoders of pictures: not for an office without a logo

    return admit(data, path=path, print_width_mm=LOGO_WIDTH_MM, logo=True)


def _warning(code: ProblemCode, **values: str) -> Problem:
    return Problem(place="office", code=code, severity=Severity.WARNING, values=tuple(values.items()))
