"""The window's side of the render worker: asks, never waits, and hands over what comes back.

Each channel's newest request wins: the worker is sent one request at a time, and what was asked meanwhile is replaced by
what is asked later. A request that takes too long ends the worker; a worker that dies is started once again with the
same request; if it dies again, trouble is reported and the next request, a little later, tries anew.
"""

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import field
import logging
import time
from typing import TYPE_CHECKING

from humas_desk.desk import render_worker
from humas_desk.desk.folders import Folders
from humas_desk.desk.requests import (
    Answer,
    Copied,
    CopyRequest,
    Done,
    Errand,
    Exported,
    ExportRequest,
    ExportResult,
    Failed,
    Job,
    PagePicture,
    Pictures,
    Preview,
    PreviewRequest,
    PrintDone,
    PrintersFound,
    PrintersRequest,
    PrintRequest,
    Question,
    Ready,
    WorkerTrouble,
)
from humas_desk.errors import HumasError, WorkerDied, WorkerTimeout
from humas_desk.values import dataclass

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

__all__ = [
    "ExportRequest",
    "ExportResult",
    "Exported",
    "Job",
    "PagePicture",
    "Preview",
    "PreviewRequest",
    "Previewer",
    "WorkerTrouble",
]

log = logging.getLogger(__name__)

PREVIEW_LIMIT_S = 10.0
EXPORT_LIMIT_S = 60.0
BOOT_LIMIT_S = 60.0
"""Until the worker has loaded its libraries, from a cold disk under a virus scanner."""
PICTURES_KEPT_BYTES = 64 * 2**20
"""Of photos the worker keeps for the next request; those that a request needs are there whatever they weigh."""
TRY_ANEW_S = 5.0
"""After trouble a request starts the worker again, but not sooner than this."""

News = Preview | Done | WorkerTrouble
WorkerMain = Callable[["Connection", "Connection", Folders], None]


@dataclass(slots=True, kw_only=True)
class _Worker:
    process: "SpawnProcess"
    questions: "Connection"
    answers: "Connection"
    since: float
    """When it was started, or when it got its present question."""
    ready: bool = False
    question: Question | None = None
    pictures: dict[str, int] = field(default_factory=dict)
    """Those it has, with their bytes; those it was asked for last stand last."""

    @property
    def limit_s(self) -> float:
        if not self.ready:
            return BOOT_LIMIT_S
        is_preview = self.question is not None and isinstance(self.question.request, PreviewRequest)
        return PREVIEW_LIMIT_S if is_preview else EXPORT_LIMIT_S

    def lacks(self, pictures: Mapping[str, bytes]) -> Pictures | None:
        """What it must be sent before a question with these pictures, and may forget then; None: it has them all."""
        new = {sha256: data for sha256, data in pictures.items() if sha256 not in self.pictures}
        others = {sha256: size for sha256, size in self.pictures.items() if sha256 not in pictures}
        self.pictures = others | {sha256: len(data) for sha256, data in pictures.items()}
        gone = set()
        for sha256 in others:
            if sum(self.pictures.values()) > PICTURES_KEPT_BYTES:
                del self.pictures[sha256]
                gone.add(sha256)
        return Pictures(data=new, gone=frozenset(gone)) if new or gone else None


class Previewer:
    """Everything that needs pages goes through here. All methods return at once, but for `wait` and `close`."""

    def __init__(
        self,
        folders: Folders,
        *,
        worker_main: WorkerMain = render_worker.main,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._folders = folders
        self._main = worker_main
        self._clock = clock
        self._serial = 0
        self._worker: _Worker | None = None
        self._errands: deque[Question] = deque()
        self._previews: dict[str, Question] = {}
        self._died_once = False
        self._trouble_at: float | None = None

    @property
    def busy(self) -> bool:
        """An answer is still to come; `poll` is worth calling."""
        return self._trouble_at is None and (self._asked is not None or bool(self._errands or self._previews))

    @property
    def worker_id(self) -> int | None:
        """The process id of the running worker; None when none runs."""
        return None if self._worker is None else self._worker.process.pid

    def start(self) -> None:
        """Have a worker ready before the first request; also the way to try again at once after trouble."""
        self._trouble_at = None
        if self._worker is None:
            self._died_once = False
            self._launch()

    def request(self, request: PreviewRequest) -> int:
        """Ask for pages; gives the serial that comes back with them. A request still waiting is replaced."""
        question = self._question(request)
        self._previews[request.channel] = question
        self._try_anew()
        self._feed()
        return question.serial

    def ask(self, errand: Errand) -> int:
        """Ask for files, texts or prints; gives the serial that comes back. All are done, in order, before previews."""
        question = self._question(errand)
        self._errands.append(question)
        self._trouble_at = None
        self._feed()
        return question.serial

    def cancel(self, serial: int) -> None:
        """Forget this errand: nothing comes back for it. One that is being done ends the worker, and another starts.

        What it has written by then stays: every file is whole or not there.
        """
        self._errands = deque(question for question in self._errands if question.serial != serial)
        asked = self._asked
        if asked is not None and asked.serial == serial:
            self._stop(grace_s=0)
            self._launch()

    def poll(self) -> tuple[News, ...]:
        """What came since the last look."""
        news: list[News] = []
        try:
            while self._worker is not None and self._worker.answers.poll():
                news += self._heard(self._worker, self._worker.answers.recv())
        except (EOFError, OSError):
            news += self._died()
        worker = self._worker
        if worker is not None and (worker.question is not None or not worker.ready):
            if self._clock() - worker.since > worker.limit_s:
                news += self._timed_out(worker)
            elif not worker.process.is_alive() and not worker.answers.poll():
                news += self._died()
        self._feed()
        return tuple(news)

    def wait(self, timeout_s: float) -> tuple[News, ...]:
        """What comes next, waiting for it at most this long: for closing the desk and for tests, not for the window."""
        from multiprocessing.connection import wait

        until = self._clock() + timeout_s
        news = self.poll()
        while not news and self.busy and (left := until - self._clock()) > 0:
            worker = self._worker
            if worker is not None:
                wait([worker.answers, worker.process.sentinel], timeout=left)
            news = self.poll()
        return news

    def close(self) -> None:
        """End the worker; what was asked and not answered is forgotten."""
        self._errands.clear()
        self._previews.clear()
        self._stop(grace_s=1.0)

    @property
    def _asked(self) -> Question | None:
        return None if self._worker is None else self._worker.question

    def _question(self, request: PreviewRequest | Errand) -> Question:
        self._serial += 1
        return Question(serial=self._serial, request=request)

    def _try_anew(self) -> None:
        if self._trouble_at is not None and self._clock() - self._trouble_at >= TRY_ANEW_S:
            self._trouble_at = None

    def _launch(self) -> None:
        import multiprocessing  # not before the window is there

        context = multiprocessing.get_context("spawn")
        # two one-way pipes: a two-way one would be a socket
        (heard, questions), (answers, told) = context.Pipe(duplex=False), context.Pipe(duplex=False)
        process = context.Process(
            target=self._main, args=(heard, told, self._folders), name="render-worker", daemon=True
        )
        process.start()
        heard.close()
        told.close()
        self._worker = _Worker(process=process, questions=questions, answers=answers, since=self._clock())

    def _feed(self) -> None:
        """Send the next request when the worker is free; start one when there is none."""
        if self._trouble_at is not None or not (self._errands or self._previews):
            return
        if self._worker is None:
            self._launch()
            return
        worker = self._worker
        if not worker.ready or worker.question is not None:
            return
        question = self._next()
        request, pictures = render_worker.light_request(question.request)
        lacking = worker.lacks(pictures)
        worker.question = question
        worker.since = self._clock()
        try:
            if lacking is not None:
                worker.questions.send(lacking)
            worker.questions.send(Question(serial=question.serial, request=request))
        except OSError:
            log.warning("the render worker does not listen")  # its end is noticed by the next poll

    def _next(self) -> Question:
        if self._errands:
            return self._errands.popleft()
        channel = min(self._previews, key=lambda name: self._previews[name].serial)
        return self._previews.pop(channel)

    def _heard(self, worker: _Worker, message: Ready | Answer) -> list[News]:
        if isinstance(message, Ready):
            worker.ready = True
            return []
        asked, worker.question = worker.question, None
        self._died_once = False
        if not isinstance(message, Failed):
            return [message]
        if message.frames:
            log.error("the render worker met %s\n%s", message.error, message.frames)
        return _refused(asked, message.error) if asked is not None else []

    def _timed_out(self, worker: _Worker) -> list[News]:
        log.error("the render worker took more than %s s and is ended", worker.limit_s)
        asked = worker.question
        self._stop(grace_s=0)
        if asked is None:
            return self._given_up(WorkerTimeout())
        return _refused(asked, WorkerTimeout())

    def _died(self) -> list[News]:
        """Once: a new worker gets the same request. Twice in a row: trouble."""
        asked = self._asked
        exit_code = self._stop(grace_s=1.0)
        log.error("the render worker died with %s", exit_code)
        lost: list[News] = []
        if asked is not None and isinstance(asked.request, PrintRequest):
            lost = _refused(asked, WorkerDied())  # some of it may be on paper already
        elif asked is not None:
            self._ask_again(asked)
        if self._died_once:
            return [*lost, *self._given_up(WorkerDied())]
        self._died_once = True
        self._launch()
        return lost

    def _ask_again(self, asked: Question) -> None:
        if isinstance(asked.request, PreviewRequest):
            self._previews.setdefault(asked.request.channel, asked)
        else:
            self._errands.appendleft(asked)

    def _given_up(self, error: HumasError) -> list[News]:
        lost = [news for question in self._errands for news in _refused(question, error)]
        self._errands.clear()
        self._previews.clear()
        self._died_once = False
        self._trouble_at = self._clock()
        return [*lost, WorkerTrouble(error=error)]

    def _stop(self, *, grace_s: float) -> int | None:
        worker, self._worker = self._worker, None
        if worker is None:
            return None
        worker.questions.close()
        worker.answers.close()
        worker.process.join(timeout=grace_s)
        if worker.process.is_alive():
            worker.process.kill()
            worker.process.join()
        exit_code = worker.process.exitcode
        worker.process.close()
        return exit_code


def _refused(asked: Question, error: HumasError) -> list[News]:
    match asked.request:
        case PreviewRequest(channel=channel):
            return [WorkerTrouble(error=error, channel=channel)]
        case CopyRequest():
            return [Copied(serial=asked.serial, error=error)]
        case PrintRequest():
            return [PrintDone(serial=asked.serial, error=error)]
        case PrintersRequest():
            return [PrintersFound(serial=asked.serial, error=error)]
        case _:
            return [Exported(serial=asked.serial, error=error)]
