from pathlib import Path

from humas_desk.desk.folders import Folders
from tests.desk.test_previewing import LONG_S, a_previewer, a_request, all_news, an_export
from tests.desk.workers import HANG, obedient


def test_an_errand_that_waits_is_forgotten_and_the_others_are_done(folders: Folders, tmp_path: Path) -> None:
    with a_previewer(folders, obedient) as previewer:
        first = previewer.ask(an_export("satu", tmp_path))
        second = previewer.ask(an_export("dua", tmp_path))
        previewer.cancel(second)
        serials = [getattr(one, "serial", None) for one in all_news(previewer)]
    assert serials == [first]


def test_an_errand_that_hangs_is_ended_and_the_next_request_is_answered(folders: Folders, tmp_path: Path) -> None:
    with a_previewer(folders, obedient) as previewer:
        previewer.start()
        all_news(previewer)
        hanging = previewer.ask(an_export(HANG, tmp_path))
        while previewer._asked is None:
            previewer.wait(0.1)
        worker = previewer.worker_id
        previewer.cancel(hanging)
        assert previewer.worker_id != worker
        shown = previewer.request(a_request())
        news = previewer.wait(LONG_S)
    assert [getattr(one, "serial", None) for one in news] == [shown]
