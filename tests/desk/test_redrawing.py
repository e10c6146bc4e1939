"""A page of the preview that is drawn anew in part is the page that is drawn anew as a whole."""

from collections.abc import Callable
from dataclasses import replace
import datetime as dt
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
import pytest

from humas_desk.desk.editing import get, insert_block, move_block, new_block, put, remove_block
from humas_desk.desk.folders import Folders
from humas_desk.desk.press import Press
from humas_desk.desk.redrawing import redraw
from humas_desk.desk.requests import Job, PreviewRequest
from humas_desk.desk.samples import sample_state
from humas_desk.preview.raster import Raster, Redraw
from humas_desk.release.release import Release
from tests.desk.makes import an_office

Edit = Callable[[Release], Release]
WIDTH = 500
TEXT = "blocks[3].text"


@pytest.fixture(scope="module")
def folders(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Folders:
    data = tmp_path_factory.mktemp("data")
    return Folders(assets=root / "assets", templates=root / "templates", data=data, documents=data)


@pytest.fixture(scope="module")
def sample(folders: Folders) -> Job:
    state = sample_state(folders)
    return Job(release=state.release, photos=state.photos, office=an_office())


def typed(place: str, more: str) -> Edit:
    return lambda release: put(release, place, f"{get(release, place)}{more}")


EDITS: dict[str, Edit] = {
    "a word": typed(TEXT, " Ya."),
    "a line more": typed(
        TEXT, " Karena itu setiap warga diajak ikut melihat dan mencatat apa saja yang perlu dibetulkan."
    ),
    "tall and deep letters": typed(TEXT, " ẾỂẠ̊́Ậ ǢǼ ṩ ģ ķ̧ ؤ ً "),
    "italics": lambda release: put(release, TEXT, f"*{get(release, TEXT)}*"),
    "the caption": typed("blocks[1].caption", " dan warga"),
    "a quote beside the photo": typed("blocks[2].text", " ya"),
    "the title": lambda release: put(release, "title", "Ya"),
    "a cell": lambda release: put(release, "blocks[7].rows[1][1]", "1.320.000"),
    "a new heading": lambda release: put(insert_block(release, 4, new_block("heading")), "blocks[4].text", "Ya"),
    "one part less": lambda release: remove_block(release, 3),
    "the photo further down": lambda release: move_block(release, 1, 3),
    "nothing": lambda release: release,
    "everything": lambda release: replace(release, blocks=()),
}


def pictures(press: Press, job: Job, width: int = WIDTH) -> dict[int, tuple[int, bytes]]:
    request = PreviewRequest(channel="page", job=job, pages=(0, 1, 2), width_px=width)
    return {page.number: (page.height_px, page.rgb) for page in press.preview(1, request).pages}


@pytest.mark.parametrize("edit", EDITS.values(), ids=list(EDITS))
def test_after_an_edit_and_back_the_pages_are_those_of_a_first_look(folders: Folders, sample: Job, edit: Edit) -> None:
    press = Press(folders)
    edited = replace(sample, release=edit(sample.release))
    for job in (sample, edited, sample):
        assert pictures(press, job) == pictures(Press(folders), job)


@pytest.mark.parametrize("name", ["a word", "the caption", "a quote beside the photo"])
def test_the_slanted_word_of_a_draft_stays_where_it_is(folders: Folders, sample: Job, name: str) -> None:
    """Its soft edge may be by one of 255 steps another: PDFium rounds slanted lines by where a picture begins."""
    press = Press(folders)
    draft = replace(sample, draft=dt.datetime(2026, 5, 12, 9, 30, tzinfo=dt.UTC))
    edited = replace(draft, release=EDITS[name](draft.release))
    pictures(press, draft)
    kept, fresh = pictures(press, edited), pictures(Press(folders), edited)
    for number, (height, rgb) in fresh.items():
        assert kept[number][0] == height
        assert max(abs(one - other) for one, other in zip(kept[number][1], rgb, strict=True)) <= 1


def test_another_width_and_another_kind_of_paper_are_drawn_as_a_whole(folders: Folders, sample: Job) -> None:
    press = Press(folders)
    paper = replace(sample, blank=True)
    draft = replace(sample, draft=dt.datetime(2026, 5, 12, 9, 30, tzinfo=dt.UTC))
    for job, width in ((sample, WIDTH), (sample, 333), (paper, 333), (draft, 333), (draft, WIDTH), (sample, WIDTH)):
        assert pictures(press, job, width) == pictures(Press(folders), job, width)


@given(data=st.data())
@settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
def test_whatever_is_typed_the_pages_are_those_of_a_first_look(
    folders: Folders, sample: Job, data: st.DataObject
) -> None:
    press, job = Press(folders), sample
    pictures(press, job, 200)
    for _edit in range(3):
        place = data.draw(st.sampled_from(["title", "blocks[0].text", "blocks[2].text", TEXT, "blocks[6].text"]))
        job = replace(job, release=typed(place, data.draw(st.text(max_size=30)))(job.release))
        assert pictures(press, job, 200) == pictures(Press(folders), job, 200)


def changes(folders: Folders, sample: Job, edit: Edit, number: int = 1) -> Redraw | None:
    press = Press(folders)
    before, after = (press.set(job).typeset.pages for job in (sample, replace(sample, release=edit(sample.release))))
    return redraw(before, Raster(number=number, width_px=1, height_px=1, rgb=b"   "), after)


def test_only_a_paragraph_s_lines_are_drawn_when_a_word_of_it_is_another(folders: Folders, sample: Job) -> None:
    word = changes(folders, sample, EDITS["a word"])
    nothing = changes(folders, sample, EDITS["nothing"])
    assert word is not None
    assert nothing is not None
    assert 0 < word.bottom - word.top < 0.15
    assert nothing.top == nothing.bottom
    assert changes(folders, sample, EDITS["everything"]) is None
    assert changes(folders, sample, EDITS["nothing"], number=9) is None
