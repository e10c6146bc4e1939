from dataclasses import replace
import datetime as dt
from itertools import takewhile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
import pytest

from humas_desk.desk.fitting import fitted
from humas_desk.desk.folders import Folders
from humas_desk.desk.page_meter import measure
from humas_desk.desk.press import Press
from humas_desk.desk.requests import Fit, Job, PageMeter, PreviewRequest
from humas_desk.layout.tightening import STEPS
from humas_desk.release.blocks import Paragraph
from humas_desk.release.release import Attachment, Kind, Release
from tests.desk.makes import a_picture, a_release, an_office

SENTENCE = "Pengawas desa mencatat hasil kunjungan setiap sore lalu membacakannya di hadapan warga. "


@pytest.fixture(scope="module")
def press(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Press:
    data = tmp_path_factory.mktemp("data")
    return Press(Folders(assets=root / "assets", templates=root / "templates", data=data, documents=data))


def a_job(paragraphs: int, *, fit_page: bool = False, kind: Kind = Kind.PRESS) -> Job:
    blocks = tuple(Paragraph(id=f"p{number}", text=SENTENCE * 3) for number in range(paragraphs))
    release = Release(id="r", title="Judul", kind=kind, dateline=a_release().dateline, blocks=blocks)
    return Job(release=release, office=an_office(), fit_page=fit_page)


def longest_one_page(press: Press) -> int:
    counts = range(1, 40)
    return sum(1 for _ in takewhile(lambda n: len(press.set(a_job(n)).typeset.pages.pages) == 1, counts))


def test_the_meter_counts_pages_and_the_lines_that_are_over(press: Press) -> None:
    full = longest_one_page(press)
    one, two = measure(press.set(a_job(full)).typeset), measure(press.set(a_job(full + 1)).typeset)
    assert (one.pages, one.lines_over) == (1, 0)
    assert one.lines_left < 6
    assert two.pages == 1
    assert 0 < two.lines_over <= 5
    assert measure(press.set(a_job(1)).typeset).lines_left > 20
    assert measure(press.set(a_job(full * 2 + 4)).typeset).pages == 2


def test_attachments_are_counted_by_themselves(press: Press) -> None:
    job = a_job(1)
    attached = (Attachment(title="Data", blocks=job.release.blocks * 40),)
    meter = measure(press.set(replace(job, release=replace(job.release, attachments=attached))).typeset)
    assert (meter.pages, meter.lines_over) == (1, 0)
    assert meter.attachment_pages > 1


def test_a_picture_counts_as_the_lines_it_takes(press: Press) -> None:
    full = longest_one_page(press)
    job = a_job(full)
    photo = a_release().blocks[2]
    longer = replace(job.release, blocks=(*job.release.blocks, photo))
    meter = measure(press.set(replace(job, release=longer, photos={"foto.jpg": a_picture()})).typeset)
    assert meter.lines_over > 10


@pytest.mark.parametrize("kind", list(Kind))
def test_what_is_a_little_too_long_is_tightened_as_little_as_needed(press: Press, kind: Kind) -> None:
    full = sum(
        1 for _ in takewhile(lambda n: len(press.set(a_job(n, kind=kind)).typeset.pages.pages) == 1, range(1, 40))
    )
    made = press.set(a_job(full + 1, fit_page=True, kind=kind))
    assert made.fit is not None
    assert made.fit.succeeded
    assert 0 < made.fit.step <= STEPS
    assert len(made.typeset.pages.pages) == 1
    assert made.composed.styles != press.set(a_job(full + 1, kind=kind)).composed.styles


def test_what_fits_anyway_is_left_as_it_is(press: Press) -> None:
    made = press.set(a_job(2, fit_page=True))
    assert made.fit == Fit(succeeded=True, step=0, steps=STEPS)
    assert made.composed == press.set(a_job(2)).composed


def test_what_is_much_too_long_is_left_as_it_is_and_says_so(press: Press) -> None:
    made = press.set(a_job(30, fit_page=True))
    assert made.fit is not None
    assert not made.fit.succeeded
    assert made.fit.lines_over > 0
    assert made.composed == press.set(a_job(30)).composed


@given(st.integers(0, 12), st.integers(1, 8))
def test_the_mildest_step_is_found_with_few_trials(first_that_fits: int, steps: int) -> None:
    asked: list[int] = []

    def make(step: int) -> int:
        asked.append(step)
        return step

    def meter(step: int) -> PageMeter:
        return PageMeter(pages=1, lines_over=max(0, first_that_fits - step))

    result = fitted(make, meter, steps)
    if first_that_fits > steps:
        assert (result.made, result.fit) == (0, Fit(succeeded=False, steps=steps, lines_over=first_that_fits - steps))
    else:
        assert (result.made, result.fit) == (first_that_fits, Fit(succeeded=True, step=first_that_fits, steps=steps))
    assert len(asked) <= 5


def test_the_preview_tells_the_meter_and_the_fit(press: Press) -> None:
    request = PreviewRequest(channel="page", job=a_job(12, fit_page=True), pages=(0,), width_px=100)
    preview = press.preview(1, request)
    assert preview.fit is not None
    assert preview.meter == measure(press.set(request.job).typeset)
    assert press.preview(2, replace(request, job=a_job(1))).fit is None


def test_a_draft_is_marked_in_the_preview_too(press: Press) -> None:
    request = PreviewRequest(channel="page", job=a_job(1), pages=(0,), width_px=100)
    marked = replace(request, job=replace(request.job, draft=dt.datetime(2026, 5, 12, tzinfo=dt.UTC)))
    assert press.preview(1, request).pages[0].rgb != press.preview(2, marked).pages[0].rgb
