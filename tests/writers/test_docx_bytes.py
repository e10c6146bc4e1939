"""The Word copy's bytes: the same for the same document, whoever writes it, whenever and wherever."""

from io import BytesIO
import os
from pathlib import Path
import subprocess
import sys
from zipfile import ZIP_STORED, ZipFile

from humas_desk.writers.docx.docx import write_docx
from humas_desk.writers.docx.make_base import base_bytes
from tests.writers import docx_samples as samples
from tests.writers.docx_reading import read

SCRIPT = """
import hashlib, sys
from pathlib import Path
from humas_desk.writers.docx.docx import write_docx
from tests.writers import docx_samples as samples
print(hashlib.sha256(write_docx(samples.everything(), base=Path("templates/base.docx"))).hexdigest())
"""


def digest(root: Path, **environment: str) -> str:
    """Of the full sample, written by another process."""
    made = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root), **environment},
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    return made.stdout.strip()


def test_the_bytes_do_not_depend_on_hash_seed_time_zone_or_user(root: Path) -> None:
    first = digest(root, PYTHONHASHSEED="1", TZ="UTC", USER="ani", LC_ALL="C")
    assert first == digest(root, PYTHONHASHSEED="77", TZ="Asia/Jayapura", USER="budi", LC_ALL="C.UTF-8")


def test_writing_twice_gives_the_same_bytes(root: Path) -> None:
    base = root / "templates" / "base.docx"
    assert write_docx(samples.everything(), base=base) == write_docx(samples.everything(), base=base)


def test_the_archive_has_no_clock_and_starts_with_the_content_types(root: Path) -> None:
    with ZipFile(BytesIO(write_docx(samples.everything(), base=root / "templates" / "base.docx"))) as file:
        entries = file.infolist()
    assert entries[0].filename == "[Content_Types].xml"
    names = [entry.filename for entry in entries[1:]]
    assert names == sorted(names)
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.create_system for entry in entries} == {0}


def test_pictures_are_stored_as_they_came(root: Path) -> None:
    with ZipFile(BytesIO(write_docx(samples.everything(), base=root / "templates" / "base.docx"))) as file:
        pictures = [entry for entry in file.infolist() if entry.filename.startswith("word/media/")]
        assert len(pictures) == 4
        assert {entry.compress_type for entry in pictures} == {ZIP_STORED}
        assert samples.picture().data in {file.read(entry) for entry in pictures}


def test_the_committed_base_is_what_the_script_makes(root: Path) -> None:
    committed = read((root / "templates" / "base.docx").read_bytes())
    assert committed.parts == read(base_bytes()).parts


def test_the_base_is_slim(root: Path) -> None:
    assert (root / "templates" / "base.docx").stat().st_size < 12_000
