"""Every template on every paper with sixty hostile releases: PDF/UA-1 and PDF/A-3a, by two validators and our own asserts."""

from collections.abc import Iterator
from dataclasses import replace
import datetime as dt
from itertools import product
from pathlib import Path
import subprocess

import pytest

from humas_desk.layout.compose import compose
from humas_desk.layout.loader import load_template
from humas_desk.photos.image import Image
from humas_desk.release.office_file import read_office
from humas_desk.release.release import Kind
from humas_desk.typeset.pages import Pages
from humas_desk.typeset.setting import typeset
from humas_desk.writers.pdf.fonts import Fonts
from humas_desk.writers.pdf.pdf import write_pdf
from tests.conformance.hostile import PHOTOS, hostile_releases
from tests.writers.pdf_conformance import findings
from tests.writers.pdf_samples import image

VERSION = dt.datetime(2026, 5, 12, 14, 32, tzinfo=dt.UTC)
MATRIX = tuple(product(Kind, ("A4", "F4-215", "F4-210", "Folio")))


def hostile_pages(root: Path, kind: Kind, size: str, fonts: Fonts) -> Iterator[tuple[str, Pages]]:
    """The sixty releases set in a kind's template on a paper; letterheads and drafts take turns."""
    template = load_template(root / "templates" / kind.value)
    template = replace(template, page=replace(template.page, size=size))
    office = read_office(root / "assets" / "samples" / "office.toml")
    logos: tuple[Image | None, ...] = (None, image("PNG", "RGBA"), image("PNG", "P"))
    for number, (name, release) in enumerate(hostile_releases()):
        made = compose(
            replace(release, kind=kind),
            office,
            template,
            images=PHOTOS,
            logo=logos[number % 3],
            blank=number % 7 == 0,
            draft=VERSION if number % 4 == 0 else None,
        )
        if number % 5 == 0:
            made = replace(made, letterhead=replace(made.letterhead, pages="all"))
        yield f"{kind.value}-{size}-{name}", typeset(made, fonts).pages


@pytest.fixture(scope="module")
def fonts(root: Path) -> Fonts:
    return Fonts(root / "assets" / "fonts")


@pytest.mark.conformance
@pytest.mark.parametrize(("kind", "size"), MATRIX)
def test_every_hostile_release_conforms(kind: Kind, size: str, root: Path, fonts: Fonts) -> None:
    wrong = {
        name: found
        for name, pages in hostile_pages(root, kind, size, fonts)
        if (found := findings(write_pdf(pages, fonts, compress=False)))
    }
    assert wrong == {}


@pytest.mark.conformance
@pytest.mark.parametrize(("kind", "size"), MATRIX)
def test_vera_pdf_passes_every_hostile_release(
    kind: Kind, size: str, root: Path, fonts: Fonts, shared: Path, tmp_path: Path
) -> None:
    files = []
    for name, pages in hostile_pages(root, kind, size, fonts):
        files.append(tmp_path / f"{name}.pdf")
        files[-1].write_bytes(write_pdf(pages, fonts))
    check = [str(shared / "tools" / "pdf-conformance" / "check"), "ua1,3a", *map(str, files)]
    done = subprocess.run(check, capture_output=True, text=True, encoding="utf-8", check=False, timeout=1500)
    lines = done.stdout.splitlines()
    assert [line for line in lines if not line.startswith("PASS")] == []
    assert len(lines) == 2 * len(files)
    assert done.returncode == 0, done.stderr


def test_a_few_hostile_releases_conform(root: Path, fonts: Fonts) -> None:
    """A sample of the long matrix, for every day."""
    wrong = {}
    for number, (name, pages) in enumerate(hostile_pages(root, Kind.NEWS, "F4-215", fonts)):
        if number % 5 == 1 and (found := findings(write_pdf(pages, fonts, compress=False))):
            wrong[name] = found
    assert wrong == {}
