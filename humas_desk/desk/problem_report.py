"""What goes to whoever mends the program: its log and the versions of everything under it, never a word of a release."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
import platform
import sys
import zipfile

from humas_desk.desk.folders import Folders

VERSIONS_NAME = "versions.txt"
MOST_BYTES = 4_000_000
"""Of all logs together; the newest come first."""
LIBRARIES = ("ttkbootstrap", "reportlab", "pypdfium2", "python-docx", "pillow", "lxml", "chunspell", "fonttools")


def problem_report(folders: Folders, toolkit: Mapping[str, str]) -> bytes:
    """A ZIP with the logs and the versions; `toolkit`: what the window knows of its own.

    Folders of the user are left out of the versions; logs hold no text of releases (desk/logs.py).
    """
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(VERSIONS_NAME, versions(toolkit))
        left = MOST_BYTES
        for path in _logs(folders.log):
            data = _read(path)[-left:] if left > 0 else b""
            left -= len(data)
            if data:
                archive.writestr(f"log/{path.name}", data)
    return packed.getvalue()


def versions(toolkit: Mapping[str, str]) -> str:
    """One line each: program, Python, system, libraries."""
    from importlib.metadata import PackageNotFoundError, version  # slow, and only asked for by a report

    lines = [f"python {platform.python_version()} {sys.platform} {platform.machine()}", f"system {platform.platform()}"]
    lines += [f"{name} {value}" for name, value in toolkit.items()]
    for name in ("humas-desk", *LIBRARIES):
        try:
            lines.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            lines.append(f"{name} -")
    return "\n".join((*lines, ""))


def _logs(folder: Path) -> list[Path]:
    try:
        return sorted((path for path in folder.iterdir() if path.is_file()), key=lambda path: path.name)
    except OSError:
        return []


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
