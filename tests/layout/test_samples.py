"""The sample: what a new user sees first, and an alarm for every change of the page."""

from dataclasses import replace
from io import BytesIO
import os
from pathlib import Path
import runpy
import tomllib

from PIL import Image as Pixels
from PIL import ImageChops, ImageStat
import pytest

from humas_desk.layout.document import Document
from humas_desk.release.blocks import Block, Heading, ItemList, Paragraph, Photo, Quote, Table
from humas_desk.release.check import check_office, check_release
from humas_desk.release.codec import decode_release
from humas_desk.release.office import Office
from humas_desk.release.office_file import read_office
from humas_desk.release.release import Kind, Release
from tests.layout.composing import NAMES, an_image, composed
from tests.layout.dump import dumped

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "assets" / "samples"
GOLDEN = ROOT / "tests" / "golden"
REWRITE = "HUMAS_DESK_REWRITE_GOLDEN"
"""Set to 1: the golden files are written anew; read their difference before they are committed."""
SAME_PICTURE = 2.0
"""Mean difference of a pixel, of 255, that another JPEG library may make."""


def sample_release() -> Release:
    path = SAMPLES / "contoh.json"
    return decode_release(path.read_bytes(), path)


def sample_office() -> Office:
    return read_office(SAMPLES / "office.toml")


def sample_document(name: str) -> Document:
    release = replace(sample_release(), kind=Kind(name))
    return composed(release, office=sample_office(), by=name, images={"contoh.jpg": an_image(1800, 1060)})


def test_the_sample_has_nothing_to_mend() -> None:
    office = sample_office()
    assert check_release(sample_release(), photo_names={"contoh.jpg"}, office=office) == ()
    assert check_office(office) == ()


def test_the_sample_shows_every_kind_of_block_and_joins_some() -> None:
    blocks: tuple[Block, ...] = sample_release().blocks
    assert {type(block) for block in blocks} == {Paragraph, Quote, Heading, ItemList, Photo, Table}
    assert [block.id for block in blocks if isinstance(block, Quote) and block.joined] == ["c05", "c15"]
    assert len({block.id for block in blocks}) == len(blocks)


def test_the_samples_office_is_invented() -> None:
    office = sample_office()
    assert office.region == "Kabupaten Contoh"
    assert office.website.endswith(".example")
    assert office.email.endswith(".example")


@pytest.mark.parametrize("name", NAMES)
def test_the_page_of_the_sample_is_as_it_was(name: str) -> None:
    path = GOLDEN / f"contoh.{name}.txt"
    page = dumped(sample_document(name))
    if os.environ.get(REWRITE):
        path.write_text(page, encoding="utf-8", newline="\n")
    assert page == path.read_text(encoding="utf-8"), f"meant? then run with {REWRITE}=1"


def test_the_samples_picture_is_small_sharp_and_says_nothing_of_its_maker() -> None:
    data = (SAMPLES / "contoh.jpg").read_bytes()
    with Pixels.open(BytesIO(data)) as picture:
        assert (picture.format, picture.mode, picture.size) == ("JPEG", "RGB", (1800, 1060))
        assert not picture.getexif()
        assert "icc_profile" not in picture.info
    assert len(data) < 300_000


def test_the_samples_picture_is_the_one_its_script_draws() -> None:
    drawn = runpy.run_path(str(SAMPLES / "draw_contoh.py"))["picture"]()
    with Pixels.open(BytesIO(drawn)) as new, Pixels.open(SAMPLES / "contoh.jpg") as old:
        difference = ImageStat.Stat(ImageChops.difference(new.convert("L"), old.convert("L"))).mean[0]
    assert difference < SAME_PICTURE


@pytest.mark.parametrize("name", NAMES)
def test_a_shipped_template_is_plain_toml_with_a_name_people_read(name: str) -> None:
    table = tomllib.loads((ROOT / "templates" / name / "template.toml").read_text(encoding="utf-8"))
    assert table["name"] == Kind(name).value.replace("-", " ").capitalize()
    assert table["kinds"] == [name]
