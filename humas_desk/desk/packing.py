"""The release package: one folder with everything that goes to the media."""

from collections.abc import Iterator

from humas_desk.desk.exporting import file_bytes
from humas_desk.desk.exports import package_stem, page_names, photo_name
from humas_desk.desk.page_files import page_pngs
from humas_desk.desk.photographs import used_photos
from humas_desk.desk.press import Press, SetJob
from humas_desk.desk.requests import ExportResult, Job, PackageRequest
from humas_desk.desk.saving import write_folder
from humas_desk.errors import FileError
from humas_desk.release.check import is_blocking
from humas_desk.writers.pdf.profile import Profile
from humas_desk.writers.text.whatsapp import whatsapp_text


def write_package(request: PackageRequest, press: Press) -> ExportResult:
    """Write the folder, all of it or nothing; a folder that is there stays, the new one is then "… (2)".

    The result's `folder` is the new one. Nothing is written when an error stands in the release. Raises what reading a
    template raises.
    """
    made = press.set(request.job)
    if is_blocking(made.problems):
        return ExportResult(paths=(), problems=made.problems)
    stem = package_stem(request.stem, request.folder)
    files = dict(_files(request, made, press, stem))
    try:
        folder = write_folder(request.folder / stem, files)
    except FileError as error:
        return ExportResult(paths=(), problems=made.problems, error=error)
    return ExportResult(paths=tuple(folder / name for name in files), problems=made.problems, folder=folder)


def _files(request: PackageRequest, made: SetJob, press: Press, stem: str) -> Iterator[tuple[str, bytes]]:
    """The files by name, in the order a person looks for them."""
    yield f"{stem}.pdf", file_bytes("pdf", made, press, profile=Profile(request.pdf_profile))
    yield f"{stem}.docx", file_bytes("docx", made, press)
    yield f"{stem} - WhatsApp.txt", f"{whatsapp_text(made.composed)}\n".encode("utf-8", "replace")
    pictures = page_pngs(made, press, request.width_px)
    yield from zip(page_names(stem, len(pictures)), pictures, strict=True)
    yield from _photos(request.job, stem)


def _photos(job: Job, stem: str) -> Iterator[tuple[str, bytes]]:
    """The release's photos in reading order, each once."""
    for number, image in enumerate(used_photos(job.release, job.photos).values(), 1):
        yield photo_name(stem, number, image.format), image.data
