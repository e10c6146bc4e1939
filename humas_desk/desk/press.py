"""Sets releases: layout, typesetting and writers in a row, with what is worth remembering between two releases.

This is the desk's only door to the heavy libraries; the window's process never imports it.
"""

from collections.abc import Sequence
from dataclasses import replace
import logging
from pathlib import Path

from humas_desk.desk.fitting import fitted
from humas_desk.desk.folders import Folders
from humas_desk.desk.page_meter import measure
from humas_desk.desk.photographs import used_photos
from humas_desk.desk.redrawing import redraw
from humas_desk.desk.requests import Fit, Job, PagePicture, Preview, PreviewRequest
from humas_desk.errors import FileError, FileMissing
from humas_desk.layout.compose import compose
from humas_desk.layout.document import Document, Picture, PictureRow
from humas_desk.layout.loader import choose_template, list_templates, load_template
from humas_desk.layout.template import Template
from humas_desk.layout.tightening import STEPS, tightened
from humas_desk.photos.image import dpi_at
from humas_desk.preview.raster import Raster, rasterise
from humas_desk.release.check import check_office, check_release
from humas_desk.release.problems import Problem, ProblemCode, Severity
from humas_desk.typeset.page_map import boxes
from humas_desk.typeset.pages import Pages
from humas_desk.typeset.setting import Typeset, typeset
from humas_desk.typeset.settled import LineCache
from humas_desk.values import dataclass
from humas_desk.writers.pdf.fonts import Fonts
from humas_desk.writers.pdf.pdf import write_pdf
from humas_desk.writers.pdf.profile import Profile

log = logging.getLogger(__name__)

PHOTO_DPI = 150
LOGO_DPI = 300
BASE_NAME = "base.docx"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetJob:
    """A release on its pages."""

    composed: Document
    """As it was composed: with the characters that no font of the page draws."""
    typeset: Typeset
    problems: tuple[Problem, ...]
    """All that is to be told about it: the release's own, the template's, the pictures' and the pages'."""
    fit: Fit | None = None
    """None: one page was not asked for."""


class Press:
    """Fonts, templates and line breaks are read once and used for every release."""

    def __init__(self, folders: Folders) -> None:
        self._folders = folders
        self._fonts: Fonts | None = None
        self._lines: dict[int, LineCache] = {}
        """By how tight the page is set."""
        self._templates: dict[Path, tuple[float, Template]] = {}
        self._proof: tuple[Job, Template, SetJob, bytes] | None = None
        self._shown: tuple[Pages, tuple[Raster, ...]] | None = None
        """The last preview and its pictures."""

    @property
    def fonts(self) -> Fonts:
        """The shipped fonts."""
        if self._fonts is None:
            self._fonts = Fonts(self._folders.fonts)
        return self._fonts

    @property
    def base(self) -> Path:
        """The Word file that every DOCX starts from."""
        return self._folders.templates / BASE_NAME

    def compose(self, job: Job) -> tuple[Document, tuple[Problem, ...]]:
        """The release as it will be read, not on pages yet, and what is to be told. Raises as `set` does."""
        template, found = self._template(job)
        document = _composed(job, template)
        return document, _problems(job, document, found)

    def set(self, job: Job) -> SetJob:
        """The release on pages. Raises what reading a template raises."""
        template, found = self._template(job)

        def at(step: int) -> tuple[Document, Typeset]:
            document = _composed(job, tightened(template, step))
            return document, typeset(document, self.fonts, self._lines.setdefault(step, LineCache()))

        fit = fitted(at, lambda made: measure(made[1]), STEPS) if job.fit_page else None
        document, pages = at(0) if fit is None else fit.made
        problems = (*_problems(job, document, found), *pages.pages.problems)
        return SetJob(
            composed=document,
            typeset=pages,
            problems=tuple(dict.fromkeys(problems)),
            fit=None if fit is None else fit.fit,
        )

    def preview(self, serial: int, request: PreviewRequest) -> Preview:
        """Pictures of the pages asked for. The pages are only set anew when release or template is another."""
        template = self._template(request.job)[0]
        if self._proof is None or self._proof[1] is not template or self._proof[0] != request.job:
            made = self.set(request.job)
            pages = made.typeset.pages
            pdf = write_pdf(pages, self.fonts, profile=Profile.PLAIN, compress=False, show_reserved=True)
            self._proof = (request.job, template, made, pdf)
        made, pdf = self._proof[2:]
        pages = made.typeset.pages
        wanted = [number + 1 for number in request.pages if 0 <= number < len(pages.pages)]
        return Preview(
            serial=serial,
            channel=request.channel,
            page_count=len(pages.pages),
            pages=tuple(
                PagePicture(number=page.number - 1, width_px=page.width_px, height_px=page.height_px, rgb=page.rgb)
                for page in self._pictures(pages, pdf, wanted, request.width_px)
            ),
            boxes=boxes(pages),
            problems=made.problems,
            page_size_mm=(pages.geometry.width_mm, pages.geometry.height_mm),
            meter=measure(made.typeset),
            fit=made.fit,
        )

    def _pictures(self, pages: Pages, pdf: bytes, wanted: Sequence[int], width_px: int) -> tuple[Raster, ...]:
        """The pages of these numbers (from 1), drawn anew where the last preview showed something else."""
        before, known = self._shown or (pages, ())
        redraws = {
            raster.number: changes
            for raster in known
            if raster.width_px == width_px and (changes := redraw(before, raster, pages)) is not None
        }
        pictures = rasterise(pdf, wanted, width_px, redraws)
        self._shown = (pages, pictures)
        return pictures

    def _template(self, job: Job) -> tuple[Template, tuple[Problem, ...]]:
        """The job's template, and a warning when it is not there or not made for this kind."""
        folders = list_templates((self._folders.templates, self._folders.own_templates))
        wanted = job.template or job.release.template
        if not folders:
            raise FileMissing(self._folders.templates)
        if wanted is not None and wanted in folders:
            template = self._read(folders[wanted])
            if template.serves(job.release.kind):
                return template, ()
            return template, (_warning("template", ProblemCode.TEMPLATE_KIND, template=wanted),)
        usual = self._usual(job, folders)
        return usual, () if wanted is None else (_warning("template", ProblemCode.TEMPLATE_UNKNOWN, template=wanted),)

    def _usual(self, job: Job, folders: dict[str, Path]) -> Template:
        """The template for a release that names none: by the rule of `choose_template`, and no more is read than it takes."""
        for name in (job.office.office.template, job.release.kind.value):
            if name in folders:
                template = self._read(folders[name])  # a spoiled one is told instead of silently replaced
                if template.serves(job.release.kind):
                    return template
        templates = self._readable(folders)
        return templates[choose_template(replace(job.release, template=None), job.office.office, templates)]

    def _readable(self, folders: dict[str, Path]) -> dict[str, Template]:
        """All templates that can be read; when none can, the first one's error is raised."""
        templates: dict[str, Template] = {}
        errors: list[FileError] = []
        for name, folder in folders.items():
            try:
                templates[name] = self._read(folder)
            except FileError as error:
                log.warning("template %s is left out: %s", name, error)
                errors.append(error)
        if not templates:
            raise errors[0]
        return templates

    def _read(self, folder: Path) -> Template:
        """The template, read again when its file was changed."""
        try:
            changed = (folder / "template.toml").stat().st_mtime
        except OSError:
            changed = 0.0
        known = self._templates.get(folder)
        if known is None or known[0] != changed:
            known = (changed, load_template(folder))
            self._templates[folder] = known
        return known[1]


def _composed(job: Job, template: Template) -> Document:
    return compose(
        job.release,
        job.office.office,
        template,
        images=used_photos(job.release, job.photos),
        logo=job.office.logo,
        blank=job.blank,
        draft=job.draft,
    )


def _problems(job: Job, document: Document, found: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """What is to be told of the release, its office, its template and its pictures."""
    photos = frozenset(used_photos(job.release, job.photos))
    problems = (
        *check_release(job.release, photo_names=photos, office=job.office.office),
        *(replace(problem, place=f"office.{problem.place}") for problem in check_office(job.office.office)),
        *found,
        *coarse_pictures(document),
    )
    return tuple(dict.fromkeys(problems))


def coarse_pictures(document: Document) -> tuple[Problem, ...]:
    """A warning for every picture with too few dots at its printed size: photos under 150 dpi, the logo under 300."""
    rows = [block for block in document.body if isinstance(block, PictureRow)]
    photos = [picture for row in rows for picture in row.pictures]
    found = [_coarse(picture, PHOTO_DPI, ProblemCode.PHOTO_SMALL, picture.place) for picture in photos]
    if document.letterhead.logo is not None and not document.letterhead.blank:
        found.append(_coarse(document.letterhead.logo, LOGO_DPI, ProblemCode.LOGO_SMALL, "office"))
    return tuple(problem for problem in found if problem is not None)


def _coarse(picture: Picture, least: int, code: ProblemCode, place: str) -> Problem | None:
    dpi = dpi_at(picture.image, picture.width_mm)
    # half a dot: a picture scaled to exactly the limit is printed at a width rounded to whole twips
    return None if dpi >= least - 0.5 else _warning(place, code, dpi=str(round(dpi)))


def _warning(place: str, code: ProblemCode, **values: str) -> Problem:
    return Problem(place=place, code=code, severity=Severity.WARNING, values=tuple(values.items()))
