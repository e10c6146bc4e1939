"""Pages as pictures, for those who read on the phone."""

from itertools import chain, count
from pathlib import Path

from humas_desk.desk.exports import page_names
from humas_desk.desk.press import Press, SetJob
from humas_desk.desk.requests import ExportResult, PageFilesRequest
from humas_desk.desk.saving import write_atomically
from humas_desk.errors import FileError
from humas_desk.photos.png import png_bytes
from humas_desk.preview.raster import rasterise
from humas_desk.release.check import is_blocking
from humas_desk.writers.pdf.pdf import write_pdf
from humas_desk.writers.pdf.profile import Profile


def write_page_files(request: PageFilesRequest, press: Press) -> ExportResult:
    """Write every page as a PNG file; a file that is there is never replaced: the new ones are then "… (2)".

    Nothing is written when an error stands in the release. Raises what reading a template raises.
    """
    made = press.set(request.job)
    if is_blocking(made.problems):
        return ExportResult(paths=(), problems=made.problems)
    written: list[Path] = []
    pictures = page_pngs(made, press, request.width_px)
    for path, data in zip(_free_paths(request, len(pictures)), pictures, strict=True):
        try:
            write_atomically(path, data)
        except FileError as error:
            return ExportResult(paths=tuple(written), problems=made.problems, error=error)
        written.append(path)
    return ExportResult(paths=tuple(written), problems=made.problems)


def page_pngs(made: SetJob, press: Press, width_px: int) -> tuple[bytes, ...]:
    """The pages as PNG files of this width, the same pixels as those of the PDF that goes out."""
    pages = made.typeset.pages
    numbers = range(1, len(pages.pages) + 1)
    pdf = write_pdf(pages, press.fonts, profile=Profile.PLAIN, compress=False)
    rasters = rasterise(pdf, numbers, width_px)
    width_mm = pages.geometry.width_mm
    return tuple(png_bytes(page.width_px, page.height_px, page.rgb, width_mm=width_mm) for page in rasters)


def _free_paths(request: PageFilesRequest, pages: int) -> tuple[Path, ...]:
    """Files of one name that are not there yet."""
    for stem in chain((request.stem,), (f"{request.stem} ({number})" for number in count(2))):
        paths = tuple(request.folder / name for name in page_names(stem, pages))
        if not any(path.exists() for path in paths):
            return paths
    raise AssertionError("names never end")
