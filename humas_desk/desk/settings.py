"""What the desk remembers of its user's choices, in DATA/settings.toml.

A file that cannot be understood never stops the desk: it is kept beside as `settings.toml.rusak` and defaults are used.
"""

from contextlib import suppress
from dataclasses import asdict, fields, replace
import logging
from pathlib import Path
import tomllib
from typing import Any, cast

import tomli_w

from humas_desk.desk.saving import write_atomically
from humas_desk.values import dataclass

log = logging.getLogger(__name__)

FORMATS = ("pdf", "docx")
PDF_PROFILES = ("archive", "plain")
"""PDF/A with tags for reading aloud, or the smallest file: the values of writers/pdf/profile.py, the usual one first."""
LOOKS = ("light", "dark", "contrast")
SPOILED_SUFFIX = ".rusak"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Choices with their defaults; every key of the file is optional."""

    default_office: str = ""
    """Folder name in DATA/offices; empty: not chosen."""
    window_geometry: str = ""
    """As Tk writes it ("1200x700+10+10"); empty: the window chooses."""
    window_maximised: bool = False
    preview_shown: bool = True
    pane_percent: int = 44
    """Width of the form, of the window's."""
    zoom_percent: int = 0
    """Of the page beside the form; 0: fit the width."""
    zoom_whole_page: bool = False
    """True: the whole page is seen, whatever `zoom_percent` says."""
    straight_quotes: bool = False
    """True: a copy for the web page has " and ' where the release has curly marks."""
    export_folder: str = ""
    """Empty: the user's documents."""
    export_formats: tuple[str, ...] = FORMATS
    pdf_profile: str = "archive"
    """One of `PDF_PROFILES`."""
    open_after_export: bool = False
    letterhead_blank: bool = False
    mark_drafts: bool = False
    """True: pages and files say DRAF and name the version."""
    smart_typing: bool = True
    """False: “ ” ‘ ’ – … stay as they were typed."""
    look: str = "light"
    """The window's colours: one of `LOOKS`."""
    size_percent: int = 100
    """Of the window's rows, icons and letters; the page has its own (`zoom_percent`)."""
    backup_folder: str = ""
    """Where backups go besides DATA/backup, best on another disk; empty: not chosen."""
    initials: str = ""
    """Of the person at this desk, who signs versions; empty: not asked yet."""
    risk_told: str = ""
    """The folder of the data of which a warning was given that it is no safe place."""
    first_day_seen: bool = False
    """True: the first steps were offered once; they stay in the menu."""


def load_settings(path: Path) -> Settings:
    """The settings of the file; defaults where it says nothing or nothing sensible."""
    try:
        values = tomllib.loads(path.read_bytes().decode())
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError) as error:
        log.warning("settings are unreadable, defaults are used: %s", type(error).__name__)
        _keep_aside(path)
        return Settings()
    return _settings(values)


def save_settings(path: Path, settings: Settings) -> None:
    """Write the file. Raises TargetLocked, TargetReadOnly, DiskFull or WriteFailed."""
    write_atomically(path, tomli_w.dumps(asdict(settings)).encode())


def _keep_aside(path: Path) -> None:
    with suppress(OSError):
        path.replace(path.with_name(path.name + SPOILED_SUFFIX))


def _settings(values: dict[str, object]) -> Settings:
    plain = {name: tuple(value) if isinstance(value, list) else value for name, value in values.items()}
    defaults = Settings()
    known = {
        field.name: plain[field.name]
        for field in fields(Settings)
        if type(plain.get(field.name)) is type(getattr(defaults, field.name))
    }
    settings = Settings(**cast(dict[str, Any], known))
    chosen = tuple(name for name in FORMATS if name in settings.export_formats)
    return replace(
        settings,
        pane_percent=min(70, max(25, settings.pane_percent)),
        size_percent=min(200, max(80, settings.size_percent)),
        look=settings.look if settings.look in LOOKS else LOOKS[0],
        zoom_percent=min(400, max(0, settings.zoom_percent)),
        export_formats=chosen or FORMATS,
        pdf_profile=settings.pdf_profile if settings.pdf_profile in PDF_PROFILES else PDF_PROFILES[0],
    )
