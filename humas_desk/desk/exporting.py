"""Files for print and for the media, from one release; the same function serves the window and the command line."""

from pathlib import Path

from humas_desk.desk.exports import export_paths
from humas_desk.desk.opening import bundled
from humas_desk.desk.press import Press, SetJob
from humas_desk.desk.requests import ExportRequest, ExportResult
from humas_desk.desk.saving import write_atomically
from humas_desk.errors import FileError
from humas_desk.release.check import is_blocking
from humas_desk.release.container import Bundle
from humas_desk.writers.docx.docx import write_docx
from humas_desk.writers.pdf.pdf import write_pdf
from humas_desk.writers.pdf.profile import Profile


def export(request: ExportRequest, press: Press) -> ExportResult:
    """Write the release in every format asked for; existing files are replaced, each in one step.

    Nothing is written when an error stands in the release. A file that cannot be written is the result's `error`
    (TargetLocked, TargetReadOnly, DiskFull, WriteFailed). Raises what reading a template raises.
    """
    made = press.set(request.job)
    if is_blocking(made.problems):
        return ExportResult(paths=(), problems=made.problems)
    profile = Profile(request.pdf_profile)
    carry = bundled(request.job.release, request.job.photos) if request.carry else None
    # every file is made before one is replaced
    files = [file_bytes(form, made, press, profile=profile, carry=carry) for form in request.formats]
    written: list[Path] = []
    for path, data in zip(export_paths(request), files, strict=True):
        try:
            write_atomically(path, data)
        except FileError as error:
            return ExportResult(paths=tuple(written), problems=made.problems, error=error)
        written.append(path)
    return ExportResult(paths=tuple(written), problems=made.problems)


def file_bytes(
    form: str, made: SetJob, press: Press, *, profile: Profile = Profile.ARCHIVE, carry: Bundle | None = None
) -> bytes:
    """A release on its pages as a file: "pdf" (of this profile) or "docx"; `carry` is what a working copy brings back."""
    match form:
        case "pdf":
            return write_pdf(made.typeset.pages, press.fonts, profile=profile, carry=carry)
        case "docx":
            return write_docx(made.typeset.document, base=press.base, carry=carry)
        case _:
            raise ValueError(f"no such format: {form!r}")
