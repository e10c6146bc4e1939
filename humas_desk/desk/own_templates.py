"""The templates of this computer to edit: the shipped ones to copy from, the own ones in DATA/templates, and as one file."""

from dataclasses import replace
from pathlib import Path
import re

from humas_desk.desk.folders import Folders
from humas_desk.desk.office_editing import set_aside
from humas_desk.desk.saving import write_atomically
from humas_desk.desk.template_editing import template_toml
from humas_desk.errors import FileError, FileMissing, FileTooLarge, FileUnreadable
from humas_desk.layout.loader import FILE_NAME, LARGEST_BYTES, decode_template, list_templates, load_template
from humas_desk.layout.template import Template
from humas_desk.release.container import packed, packed_member
from humas_desk.release.filename import is_bare_name, safe_name
from humas_desk.values import dataclass

SUFFIX = ".humas-templat"
REMOVED = "removed-templates"
MAX_FILE_BYTES = 1_000_000
"""Of a template as one file."""
LONGEST_TITLE = 60
_NOT_IN_A_NAME = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateEntry:
    """A template, or what is wrong with its file."""

    name: str
    """Of its folder, as releases and offices name it."""
    is_own: bool
    """False: shipped, never changed."""
    template: Template | None = None
    error: FileError | None = None
    """Why there is no template."""

    @property
    def title(self) -> str:
        """For people: "Siaran pers"; a spoiled one has the name of its folder."""
        return self.template.name if self.template is not None and self.template.name else self.name


def list_entries(folders: Folders) -> tuple[TemplateEntry, ...]:
    """The shipped templates, then the own ones, each by name; a spoiled one is told and the others are there."""
    shipped = [_entry(name, folder, is_own=False) for name, folder in list_templates((folders.templates,)).items()]
    own = [_entry(name, folder, is_own=True) for name, folder in list_templates((folders.own_templates,)).items()]
    return (*shipped, *own)


def add_template(folders: Folders, template: Template, title: str) -> TemplateEntry:
    """A new own template with these values, under a title that no other has.

    Raises TargetLocked, TargetReadOnly, DiskFull or WriteFailed.
    """
    entries = list_entries(folders)
    named = replace(template, name=_free_title(title, {entry.title.casefold() for entry in entries}))
    name = _free_name(named.name, {entry.name.casefold() for entry in entries})
    return save_template(folders, TemplateEntry(name=name, is_own=True, template=named))


def save_template(folders: Folders, entry: TemplateEntry) -> TemplateEntry:
    """Write an own template; gives the entry. Raises TargetLocked, TargetReadOnly, DiskFull or WriteFailed."""
    if not entry.is_own or entry.template is None:
        raise ValueError(f"a shipped or spoiled template is never written: {entry.name}")
    write_atomically(folders.own_templates / entry.name / FILE_NAME, template_toml(entry.template).encode())
    return entry


def remove_template(folders: Folders, entry: TemplateEntry) -> None:
    """Take an own template out of the list; its folder is kept in DATA/removed-templates.

    Raises TargetLocked, TargetReadOnly or WriteFailed; the template is then still there.
    """
    if not entry.is_own:
        raise ValueError(f"a shipped template is never removed: {entry.name}")
    set_aside(folders.own_templates / entry.name, folders.data / REMOVED)


def pack_template(entry: TemplateEntry, path: Path) -> Path:
    """Write a template as one file to pass on; gives its path, the suffix added when it was left out.

    Raises TargetLocked, TargetReadOnly, DiskFull or WriteFailed.
    """
    if entry.template is None:
        raise ValueError(f"a spoiled template is not passed on: {entry.name}")
    if path.suffix.lower() != SUFFIX:
        path = path.with_name(path.name + SUFFIX)
    write_atomically(path, packed({FILE_NAME: template_toml(entry.template).encode()}))
    return path


def file_title(entry: TemplateEntry) -> str:
    """What the file of a template is called."""
    return f"{safe_name(entry.title) or 'templat'}{SUFFIX}"


def take_in_template(folders: Folders, path: Path) -> TemplateEntry:
    """A template from such a file (or a bare template.toml) becomes an own one; no other is touched.

    The file may come from anywhere: only its template.toml is read, so much of it at most as a template may have.
    Raises FileMissing, FileUnreadable, FileTooLarge, NotOurFile, NewerVersion, BadContent, and what saving raises.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
    except FileNotFoundError as error:
        raise FileMissing(path) from error
    except (OSError, ValueError) as error:
        raise FileUnreadable(path, str(error)) from error
    if len(data) > MAX_FILE_BYTES:
        raise FileTooLarge(path, f"{MAX_FILE_BYTES // 1_000_000} MB")
    if data.startswith(b"PK"):
        data = packed_member(data, path, FILE_NAME, LARGEST_BYTES)
    template = decode_template(data, path, name=path.stem[:LONGEST_TITLE])
    return add_template(folders, template, template.name)


def _entry(name: str, folder: Path, *, is_own: bool) -> TemplateEntry:
    try:
        return TemplateEntry(name=name, is_own=is_own, template=load_template(folder))
    except FileError as error:
        return TemplateEntry(name=name, is_own=is_own, error=error)


def _free_title(title: str, taken: set[str]) -> str:
    """The title, or the first of "… (2)", "… (3)" … that no template has, as long as a title may be."""
    stem = title.strip()[:LONGEST_TITLE] or "Templat"
    candidates = [stem, *(f"{stem[: LONGEST_TITLE - 6]} ({number})" for number in range(2, len(taken) + 3))]
    return next(name for name in candidates if name.casefold() not in taken)


def _free_name(title: str, taken: set[str]) -> str:
    """A folder name from the title that no template has, shipped ones included: "siaran-pers-2"."""
    stem = _NOT_IN_A_NAME.sub("-", title.lower()).strip("-")[:40] or "templat"
    if not is_bare_name(stem):
        stem = f"templat-{stem}"
    candidates = [stem, *(f"{stem}-{number}" for number in range(2, len(taken) + 3))]
    return next(name for name in candidates if name not in taken)
