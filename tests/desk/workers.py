"""Stand-ins for the render worker: each is the main function of a process. Titles say what a request does to them."""

from collections.abc import Callable
import multiprocessing
from multiprocessing.connection import Connection
import os
from pathlib import Path

from humas_desk.desk.folders import Folders
from humas_desk.desk.printers import Printer
from humas_desk.desk.requests import (
    Answer,
    Exported,
    ExportResult,
    Failed,
    Pictures,
    Preview,
    PreviewRequest,
    PrintersFound,
    PrintersRequest,
    Question,
    Ready,
)
from humas_desk.errors import DiskFull

DIE = "die"
HANG = "hang"
FAIL = "fail"


def obedient(questions: Connection, answers: Connection, folders: Folders) -> None:
    """Answers every preview with the pictures it was sent as page count; obeys titles."""
    del folders
    _serve(questions, answers, _obey)


def dies_at_birth(questions: Connection, answers: Connection, folders: Folders) -> None:
    """Ends before it is ready."""
    del folders
    questions.close()
    answers.close()


def dies_once(questions: Connection, answers: Connection, folders: Folders) -> None:
    """The first one of a data folder dies at its first question; the next one lives."""
    mark = folders.data / "died"

    def answer(question: Question, pictures: int) -> Answer:
        if not mark.exists():
            mark.parent.mkdir(parents=True, exist_ok=True)
            mark.touch()
            os._exit(1)
        return _obey(question, pictures)

    _serve(questions, answers, answer)


def _serve(questions: Connection, answers: Connection, answer: Callable[[Question, int], Answer]) -> None:
    pictures = 0
    answers.send(Ready())
    while True:
        try:
            message: Pictures | Question = questions.recv()
        except EOFError:
            return
        if isinstance(message, Pictures):
            pictures += len(message.data)
        else:
            answers.send(answer(message, pictures))


def _hang() -> None:
    """Never come back, but do not outlive a test run that was killed."""
    parent = multiprocessing.parent_process()
    assert parent is not None
    parent.join()


def _obey(question: Question, pictures: int) -> Answer:
    request = question.request
    if isinstance(request, PrintersRequest):
        return PrintersFound(serial=question.serial, printers=(Printer(name="Kantor"),))
    title = request.job.release.title
    if title == DIE:
        os._exit(1)
    if title == HANG:
        _hang()
    if title == FAIL:
        return Failed(serial=question.serial, error=DiskFull(Path("x.pdf")))
    if isinstance(request, PreviewRequest):
        return Preview(serial=question.serial, channel=request.channel, page_count=pictures, pages=())
    return Exported(serial=question.serial, result=ExportResult(paths=()))
