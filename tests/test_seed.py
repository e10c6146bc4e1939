"""The founding story: the seed article becomes a release and goes out as two files with the same words."""

from pathlib import Path
import re

import pytest

from humas_desk.layout.compose import compose
from humas_desk.layout.document import Text
from humas_desk.layout.loader import load_template
from humas_desk.release.blocks import Quote
from humas_desk.release.office import Office
from humas_desk.typeset.setting import Typeset, typeset
from humas_desk.typeset.settled import LineCache
from humas_desk.writers.pdf.fonts import Fonts
from tests.seed import seed_release, seed_text

OFFICE = Office(region="Kabupaten Probolinggo", address=("Jalan Contoh Nomor 1",), city="Kraksaan")


@pytest.fixture(scope="module")
def fonts(root: Path) -> Fonts:
    return Fonts(root / "assets" / "fonts")


def set_seed(root: Path, shared: Path, fonts: Fonts) -> Typeset:
    template = load_template(root / "templates" / "rilis-berita")
    return typeset(compose(seed_release(shared), OFFICE, template, images={}), fonts, LineCache())


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def test_the_seed_reads_as_its_author_wrote_it(root: Path, shared: Path, fonts: Fonts) -> None:
    done = set_seed(root, shared, fonts)
    printed = " ".join(line.plain for line in done.document.body if isinstance(line, Text))
    assert words(printed) == words(seed_text(shared).replace("\n|\n", "\n"))


def test_the_dateline_of_the_seed_comes_from_city_date_and_the_office_pattern(
    root: Path, shared: Path, fonts: Fonts
) -> None:
    lead = set_seed(root, shared, fonts).document.body[1]
    assert isinstance(lead, Text)
    assert lead.plain.startswith("Batam - (28/8) Bawaslu RI ")


def test_the_first_quote_goes_on_in_the_paragraph_of_its_lead_in(root: Path, shared: Path, fonts: Fonts) -> None:
    paragraphs = [block.plain for block in set_seed(root, shared, fonts).document.body if isinstance(block, Text)]
    first, second = (block for block in seed_release(shared).blocks if isinstance(block, Quote))
    assert f"menyampaikan “{first.text},” ujarnya." in paragraphs[2]
    assert paragraphs[3].replace("\u00a0", " ") == f"“{second.text},” tuturnya."


def test_the_seed_fills_one_page_of_a_news_release_and_nothing_is_undrawable(
    root: Path, shared: Path, fonts: Fonts
) -> None:
    done = set_seed(root, shared, fonts)
    assert len(done.pages.pages) == 1
    assert done.pages.problems == ()
