"""What an export begins with: folder, name, formats."""

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from humas_desk.desk.folders import Folders
from humas_desk.desk.settings import Settings
from humas_desk.release.filename import safe_name
from humas_desk.release.naming import MAX_STEM, cut_name, file_stem
from humas_desk.release.release import Release
from humas_desk.values import dataclass

if TYPE_CHECKING:
    from humas_desk.desk.requests import ExportRequest

LONGEST_PATH = 250
"""Characters of a whole path that every program on Windows opens."""
LONGEST_TAIL = len(" - Halaman 99.png")
SHORTEST_STEM = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportDefaults:
    """The last choices, and the name that the release asks for."""

    folder: Path
    stem: str
    """Without suffix, from the date and the title."""
    formats: tuple[str, ...]
    blank: bool


def export_defaults(release: Release, settings: Settings, folders: Folders) -> ExportDefaults:
    """What the dialog shows first; a folder that is gone is replaced by the user's documents."""
    chosen = Path(settings.export_folder) if settings.export_folder else folders.documents
    return ExportDefaults(
        folder=chosen if chosen.is_dir() else folders.documents,
        stem=export_stem(release),
        formats=settings.export_formats,
        blank=settings.letterhead_blank,
    )


def export_stem(release: Release) -> str:
    """The name of the release's files without suffix, from its date and title; valid on every system."""
    return file_stem(release)


def free_stem(stem: str, taken: Collection[str]) -> str:
    """The stem, or the first of "stem (2)", "stem (3)" … that is not taken; letter case does not count."""
    used = {name.casefold() for name in taken}
    candidates = [stem, *(f"{stem} ({number})" for number in range(2, len(used) + 3))]
    return next(name for name in candidates if name.casefold() not in used)


def export_paths(request: "ExportRequest") -> tuple[Path, ...]:
    """The files an export will write or replace."""
    return tuple(request.folder / f"{request.stem}.{form}" for form in request.formats)


def page_names(stem: str, count: int) -> tuple[str, ...]:
    """Names of the pages' pictures: "….png" for a single page, else "… - Halaman 1.png" and so on."""
    if count == 1:
        return (f"{stem}.png",)
    return tuple(f"{stem} - Halaman {number}.png" for number in range(1, count + 1))


def photo_name(stem: str, number: int, form: str) -> str:
    """Name of a photo that goes out with the release: "… - Foto 1.jpg". `form`: "JPEG" | "PNG"."""
    return f"{stem} - Foto {number}.{'png' if form == 'PNG' else 'jpg'}"


def package_stem(stem: str, folder: Path) -> str:
    """The name of a package in this folder and of the files in it, so short that Windows opens every one of them.

    The folder and its files carry the same name, so that a file says what it is also when it is sent alone.
    """
    room = (LONGEST_PATH - len(str(folder)) - len("/ (99)/") - LONGEST_TAIL) // 2
    return safe_name(cut_name(safe_name(stem), min(MAX_STEM, max(SHORTEST_STEM, room)))) or "rilis"


def typed_stem(text: str) -> str:
    """A file name as somebody typed it, without what no file system takes; may come out empty."""
    return safe_name(text)
