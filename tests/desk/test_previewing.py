from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
import subprocess
import sys

import pytest

from humas_desk.desk import previewing
from humas_desk.desk.folders import Folders
from humas_desk.desk.previewing import (
    BOOT_LIMIT_S,
    PREVIEW_LIMIT_S,
    TRY_ANEW_S,
    Exported,
    ExportRequest,
    Job,
    News,
    Preview,
    Previewer,
    PreviewRequest,
    WorkerMain,
    WorkerTrouble,
)
from humas_desk.desk.render_worker import filled, light
from humas_desk.desk.requests import (
    Copied,
    CopyRequest,
    PackageRequest,
    PageFilesRequest,
    PrintDone,
    PrintersFound,
    PrintersRequest,
    PrintRequest,
)
from humas_desk.errors import DiskFull, WorkerDied, WorkerTimeout
from tests.desk.conftest import Clock
from tests.desk.makes import a_picture, a_release, an_office
from tests.desk.workers import DIE, FAIL, HANG, dies_at_birth, dies_once, obedient

LONG_S = 60.0


@contextmanager
def a_previewer(
    folders: Folders, worker_main: WorkerMain | None = None, clock: Callable[[], float] | None = None
) -> Iterator[Previewer]:
    extra = {"clock": clock} if clock is not None else {}
    previewer = Previewer(folders, worker_main=worker_main, **extra) if worker_main else Previewer(folders)
    try:
        yield previewer
    finally:
        previewer.close()


def a_job(title: str = "Judul", *, with_photo: bool = True) -> Job:
    photos = {"foto.jpg": a_picture(), "unused.jpg": a_picture("red")} if with_photo else {}
    return Job(release=a_release(title), photos=photos, office=an_office())


def a_request(title: str = "Judul", channel: str = "page", **job: bool) -> PreviewRequest:
    return PreviewRequest(channel=channel, job=a_job(title, **job), pages=(0,), width_px=200)


def an_export(title: str, folder: Path) -> ExportRequest:
    return ExportRequest(job=a_job(title), formats=("pdf", "docx"), folder=folder, stem="nama")


def all_news(previewer: Previewer) -> list[News]:
    """Everything until the worker has nothing more to do."""
    news: list[News] = []
    while previewer.busy:
        found = previewer.wait(LONG_S)
        assert found
        news += found
    return news


def test_the_newest_request_of_a_channel_wins_and_every_channel_gets_its_answer(folders: Folders) -> None:
    with a_previewer(folders, obedient) as previewer:
        previewer.start()
        serials = [previewer.request(a_request(f"nomor {number}")) for number in range(5)]
        head = previewer.request(a_request("kop", "letterhead"))
        news = all_news(previewer)
    assert [(one.serial, one.channel) for one in news if isinstance(one, Preview)] == [
        (serials[-1], "page"),
        (head, "letterhead"),
    ]


def test_each_picture_is_sent_once_and_unused_ones_never(folders: Folders) -> None:
    with a_previewer(folders, obedient) as previewer:
        counts = []
        for title in ("a", "b"):
            previewer.request(a_request(title))
            counts += [one.page_count for one in all_news(previewer) if isinstance(one, Preview)]
    assert counts == [1, 1]


def test_the_worker_forgets_pictures_that_no_request_needs_and_gets_them_again(
    folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(previewing, "PICTURES_KEPT_BYTES", 1)
    blue, red = (replace(a_job(), photos={"foto.jpg": a_picture(color)}) for color in ("navy", "red"))
    news: list[News] = []
    with a_previewer(folders) as previewer:
        for job in (blue, red, blue):
            previewer.request(PreviewRequest(channel="page", job=job, pages=(0,), width_px=200))
            news += all_news(previewer)
        worker = previewer._worker
        assert worker is not None
        assert set(worker.pictures) == {blue.photos["foto.jpg"].sha256}
    pages = [one.pages[0].rgb for one in news if isinstance(one, Preview)]
    assert pages[0] == pages[2] != pages[1]


def test_exports_go_before_previews_and_none_is_dropped(folders: Folders, tmp_path: Path) -> None:
    with a_previewer(folders, obedient) as previewer:
        page = previewer.request(a_request())
        serials = [previewer.ask(an_export("a", tmp_path)), previewer.ask(an_export("b", tmp_path))]
        news = all_news(previewer)
    assert [one.serial for one in news if not isinstance(one, WorkerTrouble)] == [*serials, page]


def test_an_error_with_a_name_comes_back_to_the_one_who_asked(folders: Folders, tmp_path: Path) -> None:
    with a_previewer(folders, obedient) as previewer:
        serial = previewer.ask(an_export(FAIL, tmp_path))
        previewer.request(a_request(FAIL))
        exported, trouble = all_news(previewer)
    assert isinstance(exported, Exported)
    assert exported.serial == serial
    assert isinstance(exported.error, DiskFull)
    assert isinstance(trouble, WorkerTrouble)
    assert (type(trouble.error), trouble.channel) == (DiskFull, "page")


def test_a_worker_that_died_is_started_again_with_the_same_request(folders: Folders) -> None:
    with a_previewer(folders, dies_once) as previewer:
        serial = previewer.request(a_request())
        (news,) = all_news(previewer)
    assert isinstance(news, Preview)
    assert news.serial == serial
    assert news.page_count == 1


def test_a_request_that_kills_two_workers_is_reported_and_the_next_one_works_a_little_later(folders: Folders) -> None:
    clock = Clock()
    with a_previewer(folders, obedient, clock) as previewer:
        previewer.request(a_request(DIE))
        (news,) = all_news(previewer)
        assert isinstance(news, WorkerTrouble)
        assert isinstance(news.error, WorkerDied)
        assert not previewer.busy
        previewer.request(a_request("too soon"))
        assert not previewer.busy
        clock.pass_by(TRY_ANEW_S)
        serial = previewer.request(a_request("later"))
        (after,) = all_news(previewer)
    assert isinstance(after, Preview)
    assert after.serial == serial


def test_starting_again_by_hand_answers_what_still_waits(folders: Folders) -> None:
    with a_previewer(folders, obedient) as previewer:
        previewer.request(a_request(DIE))
        all_news(previewer)
        serial = previewer.request(a_request("waits"))
        previewer.start()
        (news,) = all_news(previewer)
    assert isinstance(news, Preview)
    assert news.serial == serial


def test_a_worker_that_cannot_even_start_is_reported(folders: Folders, tmp_path: Path) -> None:
    with a_previewer(folders, dies_at_birth) as previewer:
        serial = previewer.ask(an_export("a", tmp_path))
        exported, trouble = all_news(previewer)
    assert isinstance(exported, Exported)
    assert exported.serial == serial
    assert isinstance(exported.error, WorkerDied)
    assert isinstance(trouble, WorkerTrouble)


def test_a_request_that_takes_too_long_is_ended_and_the_others_go_on(folders: Folders) -> None:
    clock = Clock()
    with a_previewer(folders, obedient, clock) as previewer:
        previewer.request(a_request("first"))
        all_news(previewer)
        previewer.request(a_request(HANG))
        clock.pass_by(PREVIEW_LIMIT_S - 1)
        assert previewer.poll() == ()
        serial = previewer.request(a_request("next"))
        clock.pass_by(2)
        (trouble,) = previewer.poll()
        assert isinstance(trouble, WorkerTrouble)
        assert isinstance(trouble.error, WorkerTimeout)
        (news,) = all_news(previewer)
    assert isinstance(news, Preview)
    assert news.serial == serial


def test_a_slow_start_is_waited_for(folders: Folders) -> None:
    clock = Clock()
    with a_previewer(folders, obedient, clock) as previewer:
        previewer.request(a_request())
        clock.pass_by(BOOT_LIMIT_S - 1)
        (news,) = all_news(previewer)
    assert isinstance(news, Preview)


def test_closing_ends_the_worker(folders: Folders) -> None:
    with a_previewer(folders, obedient) as previewer:
        previewer.request(a_request())
        all_news(previewer)
        ids = [previewer.worker_id]
    ids.append(previewer.worker_id)
    assert [worker_id is None for worker_id in ids] == [False, True]
    assert not previewer.busy


def test_bytes_of_pictures_are_taken_out_and_put_back() -> None:
    job = replace(a_job(), office=replace(an_office(), logo=a_picture("green")))
    small, pictures = light(job)
    assert {image.data for image in small.photos.values()} == {b""}
    assert set(small.photos) == {"foto.jpg"}
    whole = filled(small, pictures)
    assert whole.photos == {"foto.jpg": job.photos["foto.jpg"]}
    assert whole.office == job.office


def test_the_real_worker_shows_pages_and_writes_files(folders: Folders, tmp_path: Path) -> None:
    with a_previewer(folders) as previewer:
        previewer.request(PreviewRequest(channel="page", job=a_job(), pages=(0, 7), width_px=200))
        (preview,) = all_news(previewer)
        assert isinstance(preview, Preview)
        previewer.ask(an_export("Judul", tmp_path / "out"))
        (exported,) = all_news(previewer)
    assert [page.number for page in preview.pages] == [0]
    page = preview.pages[0]
    assert len(page.rgb) == page.width_px * page.height_px * 3
    assert len(set(page.rgb)) > 1
    assert "title" in {box.place for box in preview.boxes}
    assert isinstance(exported, Exported)
    assert exported.result is not None
    assert [path.name for path in exported.result.paths] == ["nama.pdf", "nama.docx"]
    assert (tmp_path / "out" / "nama.pdf").read_bytes().startswith(b"%PDF-")
    assert (tmp_path / "out" / "nama.docx").read_bytes().startswith(b"PK")


def test_the_worker_outlives_a_fault_in_one_request(folders: Folders, tmp_path: Path) -> None:
    with a_previewer(folders) as previewer:
        previewer.ask(replace(an_export("Judul", tmp_path), formats=("odt",)))
        previewer.request(a_request())
        exported, preview = all_news(previewer)
    assert isinstance(exported, Exported)
    assert exported.error is not None
    assert isinstance(preview, Preview)


PARENT = """
import sys
from pathlib import Path
from humas_desk.desk.folders import Folders
from humas_desk.desk.previewing import Previewer
from tests.desk.test_previewing import a_request, all_news

if __name__ == "__main__":
    root, data = Path(sys.argv[1]), Path(sys.argv[2])
    previewer = Previewer(Folders(assets=root / "assets", templates=root / "templates", data=data, documents=data))
    previewer.request(a_request())
    all_news(previewer)
    if sys.argv[3] == "busy":
        previewer.request(a_request("a" * 3_000_000))
    print("ready", flush=True)
    sys.stdin.read()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9")
@pytest.mark.parametrize("work", ["idle", "busy"])
def test_a_killed_window_leaves_no_worker_behind(work: str, root: Path, tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(PARENT, encoding="utf-8")
    command = [sys.executable, str(script), str(root), str(tmp_path), work]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={"PYTHONPATH": str(root)},
        text=True,
        encoding="utf-8",
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        process.kill()
        # the worker holds our end of this pipe as long as it lives
        assert process.stdout.read() == ""


def test_texts_printers_and_a_package_come_from_the_worker(folders: Folders, tmp_path: Path) -> None:
    with a_previewer(folders) as previewer:
        previewer.ask(CopyRequest(job=a_job()))
        previewer.ask(PrintersRequest())
        previewer.ask(PackageRequest(job=a_job(), folder=tmp_path / "out", stem="Paket"))
        previewer.ask(PageFilesRequest(job=a_job(), folder=tmp_path / "out", stem="Halaman", width_px=200))
        copied, printers, package, pages = all_news(previewer)
    assert isinstance(copied, Copied)
    assert copied.copies is not None
    assert "“Kami siap,”" in copied.copies.whatsapp
    assert isinstance(printers, PrintersFound)
    assert isinstance(package, Exported)
    assert package.result is not None
    assert package.result.folder == tmp_path / "out" / "Paket"
    assert isinstance(pages, Exported)
    assert pages.result is not None
    assert [path.name for path in pages.result.paths] == ["Halaman.png"]


def test_an_errand_that_fails_tells_the_one_who_asked(folders: Folders, tmp_path: Path) -> None:
    with a_previewer(folders, obedient) as previewer:
        previewer.ask(CopyRequest(job=a_job(FAIL)))
        previewer.ask(PrintRequest(job=a_job(FAIL)))
        previewer.ask(PackageRequest(job=a_job(FAIL), folder=tmp_path, stem="x"))
        previewer.ask(PrintersRequest())
        news = all_news(previewer)
    assert [type(one) for one in news] == [Copied, PrintDone, Exported, PrintersFound]
    assert [type(one.error) for one in news] == [DiskFull, DiskFull, DiskFull, type(None)]


def test_nothing_is_printed_twice_because_a_worker_died(folders: Folders) -> None:
    with a_previewer(folders, dies_once) as previewer:
        previewer.ask(PrintRequest(job=a_job()))
        page = previewer.request(a_request())
        done, preview = all_news(previewer)
    assert isinstance(done, PrintDone)
    assert isinstance(done.error, WorkerDied)
    assert isinstance(preview, Preview)
    assert preview.serial == page


def test_when_no_worker_lives_every_errand_is_answered(folders: Folders, tmp_path: Path) -> None:
    with a_previewer(folders, dies_at_birth) as previewer:
        previewer.ask(CopyRequest(job=a_job()))
        previewer.ask(PrintersRequest())
        previewer.ask(an_export("a", tmp_path))
        news = all_news(previewer)
    assert [type(one) for one in news] == [Copied, PrintersFound, Exported, WorkerTrouble]
    assert all(isinstance(one.error, WorkerDied) for one in news)
