"""Files that LibreOffice really wrote: a working copy saved there, and the same text as ODT and DOCX."""

from pathlib import Path
import subprocess

import pytest

from humas_desk.intake.manuscript import Manuscript, ManuscriptImage, ManuscriptParagraph, ManuscriptTable
from humas_desk.intake.opening import open_draft
from humas_desk.intake.returned import Returned
from humas_desk.release.container import read_bundle
from humas_desk.release.inline import plain
from humas_desk.release.release import Kind
from humas_desk.typeset.setting import typeset
from humas_desk.writers.docx.docx import write_docx
from humas_desk.writers.pdf.fonts import Fonts
from tests.writers.sample_release import sample_document

pytestmark = pytest.mark.parity


@pytest.fixture(scope="module")
def saved(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a working copy and a media copy of the sample, both saved again by LibreOffice as DOCX and ODT."""
    folder = tmp_path_factory.mktemp("libreoffice")
    document = typeset(sample_document(root, Kind.NEWS), Fonts(root / "assets" / "fonts")).document
    base = root / "templates" / "base.docx"
    bundle = read_bundle(root / "assets" / "samples" / "contoh.json")
    (folder / "media.docx").write_bytes(write_docx(document, base=base))
    (folder / "kerja.docx").write_bytes(write_docx(document, base=base, carry=bundle))
    for form in ("docx", "odt"):
        command = [
            "soffice",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            form,
        ]
        files = [str(folder / "media.docx"), *([str(folder / "kerja.docx")] if form == "docx" else [])]
        subprocess.run([*command, "--outdir", str(folder / form), *files], check=True, capture_output=True, timeout=110)
    return folder


def words(manuscript: Manuscript) -> list[str]:
    found: list[str] = []
    for item in manuscript.items:
        match item:
            case ManuscriptParagraph(text=text):
                found += plain(text).split()
            case ManuscriptTable(rows=rows):
                found += [word for row in rows for cell in row for word in plain(cell).split()]
            case ManuscriptImage():
                found.append("<image>")
    return found


def test_a_working_copy_that_libreoffice_saved_brings_the_release_back_without_a_difference(
    saved: Path, root: Path
) -> None:
    returned = open_draft(saved / "docx" / "kerja.docx")
    assert isinstance(returned, Returned)
    assert returned.carried.bundle == read_bundle(root / "assets" / "samples" / "contoh.json")
    assert returned.differences == ()


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_libreoffice_files_say_the_same_words(form: str, saved: Path) -> None:
    before, after = open_draft(saved / "media.docx"), open_draft(saved / form / f"media.{form}")
    assert isinstance(before, Manuscript)
    assert isinstance(after, Manuscript)
    assert words(after) == words(before)
    assert len(words(before)) > 300
