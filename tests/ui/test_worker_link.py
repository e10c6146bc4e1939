from collections.abc import Callable
from pathlib import Path

from humas_desk.desk.offices import OfficeEntry
from humas_desk.desk.previewing import News
from humas_desk.desk.requests import (
    Copied,
    CopyRequest,
    Errand,
    Exported,
    Job,
    PackageRequest,
    PreviewRequest,
    PrintDone,
    PrintersFound,
    PrintRequest,
)
from humas_desk.release.office import Office
from humas_desk.release.release import Release
from humas_desk.ui.scheduler import Scheduler
from humas_desk.ui.worker_link import WorkerLink

JOB = Job(release=Release(), office=OfficeEntry(name="", office=Office()))


class Hand:
    """A clock that ticks when the test says so."""

    def __init__(self) -> None:
        self.waiting: dict[str, Callable[[], object]] = {}

    def after(self, ms: int, func: Callable[[], object]) -> str:
        self.waiting[str(ms)] = func
        return str(ms)

    def after_idle(self, func: Callable[[], object]) -> str:
        return self.after(0, func)

    def after_cancel(self, id: str) -> None:
        del self.waiting[id]

    def tick(self) -> None:
        waiting, self.waiting = self.waiting, {}
        for work in waiting.values():
            work()


class Worker:
    """A worker that answers what the test puts into `news`."""

    def __init__(self) -> None:
        self.asked: list[Errand] = []
        self.news: list[News] = []
        self.cancelled: list[int] = []

    def cancel(self, serial: int) -> None:
        self.cancelled.append(serial)

    @property
    def busy(self) -> bool:
        return bool(self.news)

    def start(self) -> None:
        self.asked = []

    def request(self, request: PreviewRequest) -> int:
        raise AssertionError(request)

    def ask(self, errand: Errand) -> int:
        self.asked.append(errand)
        return len(self.asked)

    def poll(self) -> tuple[News, ...]:
        news, self.news = tuple(self.news), []
        return news


def test_every_errand_s_answer_comes_to_the_one_who_asked_and_once() -> None:
    hand, worker = Hand(), Worker()
    link = WorkerLink(lambda: worker, Scheduler(hand))
    told: list[object] = []
    link.copy(CopyRequest(job=JOB), told.append)
    link.print_out(PrintRequest(job=JOB), told.append)
    link.printers(told.append)
    link.export(PackageRequest(job=JOB, folder=Path(), stem="x"), told.append)
    answers: list[News] = [Copied(serial=1), PrintDone(serial=2), PrintersFound(serial=3), Exported(serial=4)]
    worker.news = [*answers, *answers]
    hand.tick()
    assert told == answers


def test_an_answer_that_nobody_waits_for_is_let_go() -> None:
    hand, worker = Hand(), Worker()
    link = WorkerLink(lambda: worker, Scheduler(hand))
    link.start()
    worker.news = [Copied(serial=9), Exported(serial=9)]
    hand.tick()
    assert worker.news == []
