"""Names of the product's own table, short ones too, tell a speaker's name from the office's."""

import pytest

from humas_desk.desk.importing import place_names
from humas_desk.desk.regions import read_regions
from tests.accuracy.corpora import WORDS
from tests.intake.drafting import LEAD, TITLE, quotes, read, shown

PLACES = place_names(read_regions(WORDS))


def speaker(attribution: str) -> tuple[str, str]:
    """Name and position of who speaks in a draft."""
    said = f"“Mari belajar bersama,” ujar {attribution}."
    (quote,) = quotes(read(f"{TITLE}\n\nSampit, 18 November 2025 - {LEAD}\n\n{said}", PLACES).release)
    return quote.speaker.name, quote.speaker.position


@pytest.mark.parametrize(
    "region", ["Sitaro", "Tangsel", "PPU", "Kotim", "Tanjab Timur", "Pare-Pare", "Bangka Belitung"]
)
def test_a_region_s_short_name_is_no_part_of_a_person_s(region: str) -> None:
    assert speaker(f"Ketua Bawaslu {region} Sari Wulandari") == ("Sari Wulandari", f"Ketua Bawaslu {region}")


@pytest.mark.parametrize(
    ("attribution", "name"),
    [("Ketua KPU Oki Saputra", "Oki Saputra"), ("Anggota Panwascam Tala Rahmawati", "Tala Rahmawati")],
)
def test_a_person_named_like_a_region_s_short_name_keeps_the_name(attribution: str, name: str) -> None:
    assert speaker(attribution) == (name, attribution.removesuffix(f" {name}"))


@pytest.mark.parametrize("city", ["Tator", "Jaksel", "PPU"])
def test_a_short_name_alone_makes_a_dateline(city: str) -> None:
    release = read(f"{TITLE}\n\n{city}. {LEAD}", PLACES).release
    assert (release.dateline.city, shown(release)) == (city, [LEAD])
