"""What an export begins with: folder, name, formats."""

from dataclasses import dataclass
from pathlib import Path

from humas_desk.desk.folders import Folders
from humas_desk.desk.settings import Settings
from humas_desk.release.naming import file_stem
from humas_desk.release.release import Release


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
        stem=file_stem(release),
        formats=settings.export_formats,
        blank=settings.letterhead_blank,
    )
