"""The render worker's side of the pipe: it sets pages, makes pictures of them and writes files, one request at a time.

It runs in a process of its own, so that the heavy libraries neither slow the start nor stop the typing. It has no life of
its own: it ignores Ctrl+C and ends with the window's process, also when that was killed.
"""

from collections.abc import Mapping
from dataclasses import replace
import gc
import logging
import os
import signal
import threading
from typing import TYPE_CHECKING

from humas_desk.desk.folders import Folders
from humas_desk.desk.large_blocks import give_back_large_blocks
from humas_desk.desk.logs import describe, where
from humas_desk.desk.photographs import used_photos
from humas_desk.desk.requests import (
    Answer,
    CopyRequest,
    Done,
    Errand,
    Exported,
    ExportRequest,
    Failed,
    Job,
    KeyCardRequest,
    PackageRequest,
    PageFilesRequest,
    Pictures,
    PreviewRequest,
    PrintersFound,
    PrintersRequest,
    PrintRequest,
    Question,
    Ready,
)
from humas_desk.errors import HumasError
from humas_desk.photos.image import Image

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from humas_desk.desk.press import Press


def main(questions: "Connection", answers: "Connection", folders: Folders) -> None:
    """Answer what is asked until one of the pipes closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    logging.getLogger().addHandler(logging.NullHandler())  # without one, warnings would go to the user's console
    threading.Thread(target=_end_with_the_window, daemon=True).start()
    give_back_large_blocks()
    gc.disable()  # the libraries stay, there is no garbage among them
    from humas_desk.desk.press import Press

    gc.freeze()
    gc.enable()
    press = Press(folders)
    pictures: dict[str, bytes] = {}
    try:
        answers.send(Ready())
        while True:
            message: Pictures | Question = questions.recv()
            if isinstance(message, Pictures):
                pictures.update(message.data)
                for sha256 in message.gone:
                    pictures.pop(sha256, None)
            else:
                answers.send(_answer(message, press, pictures))
    except (EOFError, OSError):
        return


def _end_with_the_window() -> None:
    """End this process with its parent, also in the middle of a request that never comes back."""
    import multiprocessing  # not where the window lives, before it is there

    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(0)


def light(job: Job) -> tuple[Job, dict[str, bytes]]:
    """The job with the bytes of its pictures taken out, and those bytes by SHA-256."""
    photos = used_photos(job.release, job.photos)
    logo = job.office.logo
    data = {image.sha256: image.data for image in (*photos.values(), *((logo,) if logo is not None else ()))}
    office = job.office if logo is None else replace(job.office, logo=replace(logo, data=b""))
    return replace(job, photos={name: replace(image, data=b"") for name, image in photos.items()}, office=office), data


def light_request(request: PreviewRequest | Errand) -> tuple[PreviewRequest | Errand, dict[str, bytes]]:
    """The request as it is sent, and the bytes of its pictures by SHA-256."""
    if isinstance(request, PrintersRequest | KeyCardRequest):
        return request, {}
    job, data = light(request.job)
    return replace(request, job=job), data


def filled(job: Job, pictures: Mapping[str, bytes]) -> Job:
    """The job with the bytes of its pictures put back. KeyError when one never came."""

    def whole(image: Image) -> Image:
        return replace(image, data=pictures[image.sha256])

    logo = job.office.logo
    office = job.office if logo is None else replace(job.office, logo=whole(logo))
    return replace(job, photos={name: whole(image) for name, image in job.photos.items()}, office=office)


def _answer(question: Question, press: "Press", pictures: Mapping[str, bytes]) -> Answer:
    request = question.request
    try:
        if not isinstance(request, PrintersRequest | KeyCardRequest):
            request = replace(request, job=filled(request.job, pictures))
        if isinstance(request, PreviewRequest):
            return press.preview(question.serial, request)
        return _done(question.serial, request, press)
    except HumasError as error:
        return Failed(serial=question.serial, error=error)
    except Exception as error:  # noqa: BLE001 - a fault in one request is told; the worker goes on with the next
        return Failed(serial=question.serial, error=HumasError(describe(error)), frames=where(error.__traceback__))


def _done(serial: int, errand: Errand, press: "Press") -> Done:
    match errand:
        case CopyRequest():
            from humas_desk.desk.copying import copies

            return copies(serial, errand, press)
        case PrintRequest():
            from humas_desk.desk.printing import print_release

            return print_release(serial, errand, press)
        case PrintersRequest():
            from humas_desk.desk.printing import list_printers

            return PrintersFound(serial=serial, printers=list_printers())
        case KeyCardRequest():
            from humas_desk.desk.key_card import write_key_card

            return Exported(serial=serial, result=write_key_card(errand, press))
        case _:
            return _exported(serial, errand, press)


def _exported(serial: int, request: ExportRequest | PageFilesRequest | PackageRequest, press: "Press") -> Exported:
    match request:
        case ExportRequest():
            from humas_desk.desk.exporting import export

            result = export(request, press)
        case PageFilesRequest():
            from humas_desk.desk.page_files import write_page_files

            result = write_page_files(request, press)
        case PackageRequest():
            from humas_desk.desk.packing import write_package

            result = write_package(request, press)
    return Exported(serial=serial, result=result, error=result.error)
