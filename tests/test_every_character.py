"""Whatever is typed into whatever field, both files are written and every character is in them, or was told of."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
import unicodedata

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
import pypdfium2
import pytest

from humas_desk.layout.compose import compose
from humas_desk.layout.loader import load_template
from humas_desk.layout.template import Template
from humas_desk.photos.admit import admit
from humas_desk.photos.image import Image
from humas_desk.release.check import check_release
from humas_desk.release.office import Office
from humas_desk.release.problems import Problem, ProblemCode
from humas_desk.release.release import Kind, Release
from humas_desk.typeset.setting import typeset
from humas_desk.writers.docx.docx import write_docx
from humas_desk.writers.pdf.fonts import Fonts
from humas_desk.writers.pdf.pdf import write_pdf
from tests.any_release import OFFICES, PHOTO, RELEASES, printed
from tests.conftest import ROOT
from tests.release.test_codec import EVERYTHING, decode
from tests.writers.docx_reading import paragraphs, read
from tests.writers.docx_samples import picture
from tests.writers.test_docx_twin import assert_twins

BASE = ROOT / "templates" / "base.docx"
TEMPLATES = {kind.value: load_template(ROOT / "templates" / kind.value) for kind in Kind}
_HYPHENS = str.maketrans({"\u2011": "-", "\u2010": "-", "\x02": "-", "\ufffe": "-"})


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    return Fonts(ROOT / "assets" / "fonts")


@pytest.fixture(scope="module")
def photo() -> Image:
    return admit(picture(60, 40).data, path=Path(PHOTO))


def characters(texts: Iterable[str]) -> Counter[str]:
    """How often every printable character stands in the texts: without spaces, letter case, and how marks are composed."""
    counts: Counter[str] = Counter()
    for text in texts:
        for character in filter(str.isprintable, text):
            plain = unicodedata.normalize("NFKD", character.translate(_HYPHENS)).upper()
            counts.update(part for part in plain if part.isprintable() and not part.isspace())
    return counts


def in_pdf(data: bytes) -> Counter[str]:
    document = pypdfium2.PdfDocument(data)
    try:
        return characters(
            document[number].get_textpage().get_text_range().translate(_HYPHENS) for number in range(len(document))
        )
    finally:
        document.close()


def in_docx(data: bytes) -> Counter[str]:
    return characters(text for story in read(data).stories().values() for text in paragraphs(story))


def told(problems: Iterable[Problem]) -> Counter[str]:
    """The characters that were reported; each is told once for a paragraph, so any number of them is excused."""
    found = characters(
        dict(problem.values)["character"] for problem in problems if problem.code is ProblemCode.CHARACTER_UNDRAWABLE
    )
    return Counter(dict.fromkeys(found, 10_000))


@given(release=RELEASES, office=OFFICES, name=st.sampled_from(sorted(TEMPLATES)))
@settings(
    max_examples=120,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture],
)
def test_every_character_of_every_field_is_in_both_files_or_was_told_of(
    fonts: Fonts, photo: Image, release: Release, office: Office, name: str
) -> None:
    template: Template = TEMPLATES[name]
    check_release(release, photo_names={PHOTO}, office=office)
    made = typeset(compose(release, office, template, images={PHOTO: photo}), fonts)
    expected = characters(printed(release, office, template)) - told(made.pages.problems)
    missing_in_pdf = expected - in_pdf(write_pdf(made.pages, fonts))
    missing_in_docx = expected - in_docx(write_docx(made.document, base=BASE))
    assert (missing_in_pdf, missing_in_docx) == (Counter(), Counter())


@pytest.mark.parametrize("name", sorted(TEMPLATES))
def test_a_release_with_every_field_says_the_same_in_both_copies(fonts: Fonts, photo: Image, name: str) -> None:
    release = decode(EVERYTHING)
    document = compose(release, Office(region="Kabupaten Contoh"), TEMPLATES[name], images={"foto-1.jpg": photo})
    assert_twins(document, fonts, BASE)
