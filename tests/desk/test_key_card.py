from itertools import pairwise
from pathlib import Path

from humas_desk.desk.folders import Folders
from humas_desk.desk.key_card import A5, key_card, write_key_card
from humas_desk.desk.press import Press
from humas_desk.desk.requests import KeyCardRequest, KeySection
from humas_desk.preview.raster import page_count
from humas_desk.typeset.pages import SetLine

SECTIONS = tuple(
    KeySection(
        heading=f"Menu {number}",
        rows=tuple((f"Perintah yang namanya agak panjang {row}", "Ctrl+Shift+Spasi") for row in range(10)),
    )
    for number in range(6)
)


def request(folder: Path) -> KeyCardRequest:
    return KeyCardRequest(
        title="Tombol",
        sections=(*SECTIONS, KeySection(heading="Geser", rows=(("Ke atas", "Alt+↑"),))),
        folder=folder,
        stem="kartu",
    )


def press(root: Path, tmp_path: Path) -> Press:
    return Press(Folders(assets=root / "assets", templates=root / "templates", documents=tmp_path, data=tmp_path))


def test_the_card_is_one_a5_page_with_every_key_inside_its_edges(root: Path, tmp_path: Path) -> None:
    pages = key_card(request(tmp_path), press(root, tmp_path).fonts)
    assert (pages.geometry.width_mm, pages.geometry.height_mm) == (148, 210)
    lines = [item for item in pages.pages[0].items if isinstance(item, SetLine)]
    assert sum("Ctrl+Shift+Spasi" in line.text for line in lines) == 60
    for line in lines:
        assert line.baseline_pt < A5.height_pt - 20
        for span in line.spans:
            assert 0 < span.x_pt < span.x_pt + span.width_pt < A5.width_pt


def test_no_label_runs_into_its_key(root: Path, tmp_path: Path) -> None:
    pages = key_card(request(tmp_path), press(root, tmp_path).fonts)
    for item in pages.pages[0].items:
        if isinstance(item, SetLine):
            edges = [(span.x_pt, span.x_pt + span.width_pt) for span in item.spans]
            assert all(left[1] <= right[0] + 0.01 for left, right in pairwise(edges))


def test_the_file_is_a_pdf_and_always_the_same(root: Path, tmp_path: Path) -> None:
    made = press(root, tmp_path)
    first = write_key_card(request(tmp_path), made).paths[0].read_bytes()
    assert page_count(first) == 1
    assert write_key_card(request(tmp_path), made).paths[0].read_bytes() == first
