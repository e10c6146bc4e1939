"""Asking for files and folders: the system's own dialogs behind one small door."""

from collections.abc import Callable, Sequence
from pathlib import Path
import tkinter as tk

import ttkbootstrap as ttk

from humas_desk.values import dataclass
from humas_desk.wording import _

OURS = (".humas", ".json")
"""Files of ours that hold a release."""
PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif")


@dataclass(frozen=True, slots=True, kw_only=True)
class FileKind:
    """One line of the list of file kinds."""

    label: str
    patterns: tuple[str, ...]
    """With their stars: ("*.jpg", "*.jpeg")."""


def release_kinds() -> tuple[FileKind, ...]:
    """Files that hold a release, or a draft."""
    return FileKind(label=_("Releases"), patterns=tuple(f"*{suffix}" for suffix in OURS)), *draft_kinds()


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
        FileKind(label=_("Pictures"), patterns=tuple(f"*{suffix}" for suffix in PICTURES)),
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


def system_chooser(documents: Path) -> Chooser:
    """The system's dialogs (on X11: the toolkit's). The first begins in the documents, each other where the last one ended."""
    system = _System(documents)
    return Chooser(
        open_file=system.open_file, open_files=system.open_files, save_file=system.save_file, folder=system.folder
    )


class _System:
    """Without a place to start from, X11's dialogs begin where the program was started: in a folder nobody knows."""

    def __init__(self, start: Path) -> None:
        self._start = start

    def open_file(self, owner: tk.Misc, title: str, kinds: Sequence[FileKind]) -> Path | None:
        types = _filetypes(kinds)
        return self._took(ttk.Querybox.get_open_filename(owner, title=title, filetypes=types, initialdir=self._place))

    def open_files(self, owner: tk.Misc, title: str, kinds: Sequence[FileKind]) -> tuple[Path, ...]:
        types = _filetypes(kinds)
        names = ttk.Querybox.get_open_filenames(owner, title=title, filetypes=types, initialdir=self._place)
        taken = (self._took(name) for name in names or ())
        return tuple(path for path in taken if path is not None)

    def save_file(self, owner: tk.Misc, title: str, name: str, suffix: str) -> Path | None:
        kinds = [(suffix.lstrip(".").upper(), (f"*{suffix}",))]
        return self._took(
            ttk.Querybox.get_save_filename(
                owner,
                title=title,
                initialfile=name,
                defaultextension=suffix,
                filetypes=kinds,
                initialdir=self._place,
            )
        )

    def folder(self, owner: tk.Misc, title: str, start: Path) -> Path | None:
        chosen = ttk.Querybox.get_directory(owner, title=title, initialdir=str(start))
        return Path(chosen) if chosen else None

    @property
    def _place(self) -> str:
        return str(self._start)

    def _took(self, name: str | None) -> Path | None:
        if not name:
            return None
        self._start = Path(name).parent
        return Path(name)


def _filetypes(kinds: Sequence[FileKind]) -> list[tuple[str, tuple[str, ...]]]:
    return [(kind.label, kind.patterns) for kind in kinds]
