"""Asking for files and folders: the system's own dialogs behind one small door."""

from collections.abc import Callable, Sequence
from pathlib import Path
import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.values import dataclass
from humas_desk.wording import _


@dataclass(frozen=True, slots=True, kw_only=True)
class FileKind:
    """One line of the list of file kinds."""

    label: str
    patterns: tuple[str, ...]
    """With their stars: ("*.jpg", "*.jpeg")."""


def release_kinds() -> tuple[FileKind, ...]:
    """Files that hold a release."""
    return (
        FileKind(label=_("Releases"), patterns=("*.humas", "*.json")),
        FileKind(label=_("All files"), patterns=("*",)),
    )


def draft_kinds() -> tuple[FileKind, ...]:
    """Files that hold a draft, or a release."""
    drafts = ("*.docx", "*.odt", "*.pdf", "*.txt", "*.html", "*.htm", "*.zip", "*.humas", "*.json")
    return (
        FileKind(label=_("Drafts"), patterns=drafts),
        FileKind(label=_("All files"), patterns=("*",)),
    )


def picture_kinds() -> tuple[FileKind, ...]:
    """Files that hold a picture."""
    return (
        FileKind(label=_("Pictures"), patterns=("*.jpg", "*.jpeg", "*.png", "*.webp", "*.heic", "*.heif")),
        FileKind(label=_("All files"), patterns=("*",)),
    )


def template_kinds() -> tuple[FileKind, ...]:
    """Files that hold a template."""
    return (
        FileKind(label=_("Templates"), patterns=("*.humas-templat", "template.toml")),
        FileKind(label=_("All files"), patterns=("*",)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Chooser:
    """The four questions; a test answers them itself."""

    open_file: Callable[[tk.Misc, str, Sequence[FileKind]], Path | None]
    """Owner, title and kinds → the file; None: not chosen."""
    open_files: Callable[[tk.Misc, str, Sequence[FileKind]], tuple[Path, ...]]
    save_file: Callable[[tk.Misc, str, str, str], Path | None]
    """Owner, title, suggested name and suffix (".humas") → where to; None: not chosen."""
    folder: Callable[[tk.Misc, str, Path], Path | None]
    """Owner, title and where to start → the folder; None: not chosen."""


def system_chooser() -> Chooser:
    """The system's dialogs (on X11: the toolkit's)."""
    return Chooser(open_file=_open_file, open_files=_open_files, save_file=_save_file, folder=_folder)


def _filetypes(kinds: Sequence[FileKind]) -> list[tuple[str, tuple[str, ...]]]:
    return [(kind.label, kind.patterns) for kind in kinds]


def _open_file(owner: tk.Misc, title: str, kinds: Sequence[FileKind]) -> Path | None:
    name = ttk.Querybox.get_open_filename(owner, title=title, filetypes=_filetypes(kinds))
    return Path(name) if name else None


def _open_files(owner: tk.Misc, title: str, kinds: Sequence[FileKind]) -> tuple[Path, ...]:
    names = ttk.Querybox.get_open_filenames(owner, title=title, filetypes=_filetypes(kinds))
    return tuple(Path(name) for name in names or ())


def _save_file(owner: tk.Misc, title: str, name: str, suffix: str) -> Path | None:
    kinds = [(suffix.lstrip(".").upper(), (f"*{suffix}",))]
    chosen = ttk.Querybox.get_save_filename(
        owner, title=title, initialfile=name, defaultextension=suffix, filetypes=kinds
    )
    return Path(chosen) if chosen else None


def _folder(owner: tk.Misc, title: str, start: Path) -> Path | None:
    chosen = ttk.Querybox.get_directory(owner, title=title, initialdir=str(start))
    return Path(chosen) if chosen else None
