"""The long matrix (`make conformance`): every kind on every paper, with and without its letterhead, as both files."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path
import subprocess

from openxml_audit import OpenXmlValidator
import pytest

from humas_desk.layout.compose import compose
from humas_desk.layout.document import Document
from humas_desk.layout.loader import load_template
from humas_desk.photos.admit import admit
from humas_desk.release.codec import decode_release
from humas_desk.release.office_file import read_office
from humas_desk.release.release import Kind, Release
from humas_desk.typeset.setting import typeset
from humas_desk.writers.docx.docx import write_docx
from humas_desk.writers.pdf.fonts import Fonts
from humas_desk.writers.pdf.pdf import write_pdf
from tests.parity.laying_out import compare, lay_out, lines
from tests.seed import seed_release

pytestmark = [pytest.mark.conformance, pytest.mark.parity]

PAPERS = ("A4", "F4-215", "F4-210", "Folio")
LEAST_SHARE = 0.99


@dataclass(frozen=True, slots=True, kw_only=True)
class Copies:
    """One release in both formats."""

    pdf: bytes
    docx: bytes


@pytest.fixture(scope="module")
def copies(root: Path, shared: Path) -> dict[str, Copies]:
    """Both files of the whole matrix, by name."""
    fonts = Fonts(root / "assets" / "fonts")
    made = {}
    for name, document in documents(root, shared):
        settled = typeset(document, fonts)
        docx = write_docx(settled.document, base=root / "templates" / "base.docx")
        made[name] = Copies(pdf=write_pdf(settled.pages, fonts), docx=docx)
    return made


def documents(root: Path, shared: Path) -> Iterator[tuple[str, Document]]:
    """Every kind, paper and letterhead, for the sample and the founding article."""
    folder = root / "assets" / "samples"
    office = read_office(folder / "office.toml")
    images = {"contoh.jpg": admit((folder / "contoh.jpg").read_bytes(), path=folder / "contoh.jpg")}
    for kind, size, blank in product(Kind, PAPERS, (False, True)):
        template = load_template(root / "templates" / kind.value)
        on_paper = replace(template, page=replace(template.page, size=size))
        for name, release in releases(folder, shared, kind).items():
            letterhead = "blank" if blank else "print"
            document = compose(release, office, on_paper, images=images, blank=blank)
            yield f"{name}-{kind.value}-{size}-{letterhead}", document


def releases(folder: Path, shared: Path, kind: Kind) -> dict[str, Release]:
    sample = decode_release((folder / "contoh.json").read_bytes(), folder / "contoh.json")
    return {"sample": replace(sample, kind=kind), "seed": seed_release(shared, kind)}


def test_every_word_file_keeps_the_open_xml_schemas(copies: dict[str, Copies], tmp_path: Path) -> None:
    wrong = []
    for name, made in copies.items():
        (file := tmp_path / f"{name}.docx").write_bytes(made.docx)
        result = OpenXmlValidator().validate(file)
        wrong += [] if result.is_valid else [f"{name}: {result.errors[:3]}"]
    assert wrong == []


def test_microsoft_s_own_validator_passes_every_word_file(
    copies: dict[str, Copies], shared: Path, tmp_path: Path
) -> None:
    files = []
    for name, made in copies.items():
        files.append(tmp_path / f"{name}.docx")
        files[-1].write_bytes(made.docx)
    check = [str(shared / "tools" / "docx-conformance" / "check"), *map(str, files)]
    done = subprocess.run(check, capture_output=True, text=True, encoding="utf-8", check=False, timeout=1500)
    assert done.returncode == 0, [line for line in done.stdout.splitlines() if not line.startswith("PASS")][:40]


def test_both_files_break_their_lines_and_pages_alike(copies: dict[str, Copies], root: Path, tmp_path: Path) -> None:
    wrong = []
    for kind in Kind:
        of_kind = {name: made for name, made in copies.items() if kind.value in name}
        (folder := tmp_path / kind.value).mkdir()
        theirs = lay_out({name: made.docx for name, made in of_kind.items()}, folder, root / "assets" / "fonts")
        for name, made in of_kind.items():
            compared = compare(lines(theirs[name]), lines(made.pdf))
            if compared.share < LEAST_SHARE or compared.pages[0] != compared.pages[1]:
                wrong.append(f"{name}: {compared.share:.3f} {compared.pages} {compared.differing[:2]}")
    assert wrong == []
