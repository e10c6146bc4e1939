"""What is asked of the press, and what comes back: plain values that cross to another process."""

from collections.abc import Mapping
from dataclasses import field
import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from humas_desk.desk.offices import OfficeEntry
from humas_desk.desk.printers import Printer, PrintOrder, PrintResult
from humas_desk.errors import HumasError
from humas_desk.photos.image import Image
from humas_desk.release.problems import Problem
from humas_desk.release.release import Release
from humas_desk.values import dataclass

if TYPE_CHECKING:
    from humas_desk.typeset.page_map import Box  # not at run time: it would load the layout before the window is there


PHONE_PX = 1240
"""Width of a page's picture: 150 dpi on A4, sharp on every phone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A release to be set."""

    release: Release
    photos: Mapping[str, Image] = field(default_factory=dict)
    """By file name; more than the release shows is allowed."""
    office: OfficeEntry
    template: str | None = None
    """Name of a template; None: by the rule of `choose_template`."""
    blank: bool = False
    """True: the letterhead's place stays empty for pre-printed paper."""
    draft: dt.datetime | None = None
    """Every page says DRAF and names the version of this moment (local time); None: a final copy."""
    fit_page: bool = False
    """True: set as tight as one page needs, within the template's tightest values; attachments come after it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewRequest:
    """Pages to be seen."""

    channel: str
    """"page" | "letterhead": each channel has its own newest request."""
    job: Job
    pages: tuple[int, ...]
    """Visible pages, from 0; those the release does not have are left out."""
    width_px: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportRequest:
    """Files to be written."""

    job: Job
    formats: tuple[str, ...]
    """Of "pdf" and "docx", in the order they are written."""
    folder: Path
    stem: str
    """File name without suffix, as `export_stem` makes it."""
    pdf_profile: str = "archive"
    """"archive" | "plain", as the settings have it."""
    carry: bool = False
    """True: a working copy, every file brings the release back; copies for the media carry nothing hidden."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFilesRequest:
    """Pages to be written as PNG files."""

    job: Job
    folder: Path
    stem: str
    width_px: int = PHONE_PX


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageRequest:
    """A folder to be written with everything that goes to the media: PDF, DOCX, WhatsApp text, pages, photos."""

    job: Job
    folder: Path
    """Where the package's own folder is made."""
    stem: str
    """Name of that folder and of the files in it; cut where the path would be too long for Windows."""
    width_px: int = PHONE_PX
    pdf_profile: str = "archive"
    """"archive" | "plain", as the settings have it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyRequest:
    """Texts for the clipboard."""

    job: Job
    straight_quotes: bool = False
    """In the plain text and the HTML."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintRequest:
    """Pages to be printed."""

    job: Job
    order: PrintOrder = field(default_factory=PrintOrder)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintersRequest:
    """The printers of this computer are to be named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeySection:
    """Keys that belong together."""

    heading: str
    rows: tuple[tuple[str, str], ...]
    """What is done, and its key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyCardRequest:
    """The card of keys is to be written as PDF."""

    title: str
    sections: tuple[KeySection, ...]
    folder: Path
    stem: str


Errand = (
    KeyCardRequest | ExportRequest | PageFilesRequest | PackageRequest | CopyRequest | PrintRequest | PrintersRequest
)
"""What is done once and never dropped, unlike a preview."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportResult:
    """What was written. Neither paths nor an error: an error among the problems stopped it."""

    paths: tuple[Path, ...]
    """In the order of the formats; those before `error`."""
    problems: tuple[Problem, ...] = ()
    error: HumasError | None = None
    """Why the next file could not be written; None: all were."""
    folder: Path | None = None
    """The folder that was made for them, if one was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PagePicture:
    """One page as pixels."""

    number: int
    """From 0."""
    width_px: int
    height_px: int
    rgb: bytes
    """Three bytes for every pixel, row after row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMeter:
    """How much paper the release takes, its attachments left aside."""

    pages: int
    """Pages that are full, one at least: 1 for "1 halaman + 3 baris"."""
    lines_over: int = 0
    """Lines on the page after those; 0: nothing stands there. Pictures count as the lines they take."""
    lines_left: int = 0
    """Lines of running text that still go onto the last page."""
    attachment_pages: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """What became of the wish for one page."""

    succeeded: bool
    """False: even the tightest setting takes more; the pages are then set as usual."""
    step: int = 0
    """How tight: 0 as usual, `steps` the tightest."""
    steps: int = 0
    lines_over: int = 0
    """When it did not succeed: lines that even the tightest setting leaves for a second page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """Pages that were asked for."""

    serial: int
    channel: str
    page_count: int
    pages: tuple[PagePicture, ...]
    boxes: "tuple[Box, ...]" = ()
    """Where on all pages which words of the release stand; a box counts its page from 1."""
    problems: tuple[Problem, ...] = ()
    page_size_mm: tuple[float, float] = (210.0, 297.0)
    meter: PageMeter = PageMeter(pages=1)
    fit: Fit | None = None
    """None: one page was not asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """An export that ended. With an error there may still be a result: what was written before it."""

    serial: int
    result: ExportResult | None = None
    error: HumasError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Copies:
    """The release as text."""

    whatsapp: str
    """With WhatsApp's *bold* and _italic_."""
    whatsapp_excess: int
    """By how many characters it is too long for one message; 0: it fits."""
    plain: str
    html: str
    """A fragment: headings, paragraphs, lists, tables; no styles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """Texts that were asked for."""

    serial: int
    copies: Copies | None = None
    """None: `error` says why."""
    problems: tuple[Problem, ...] = ()
    error: HumasError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintDone:
    """A print order that ended. Neither result nor error: an error among the problems stopped it."""

    serial: int
    result: PrintResult | None = None
    problems: tuple[Problem, ...] = ()
    error: HumasError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintersFound:
    """The printers of this computer; none also when `error` says why they are not known."""

    serial: int
    printers: tuple[Printer, ...] = ()
    error: HumasError | None = None


Done = Exported | Copied | PrintDone | PrintersFound
"""How an errand ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerTrouble:
    """Pages that could not be made."""

    error: HumasError
    channel: str | None = None
    """None: every channel waits (the worker is gone)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pictures:
    """To the worker: bytes of pictures it has not seen yet, by SHA-256."""

    data: Mapping[str, bytes]
    gone: frozenset[str] = frozenset()
    """Those it may forget."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """To the worker: a request whose pictures carry no bytes."""

    serial: int
    request: PreviewRequest | Errand


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """From the worker: the libraries are loaded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """From the worker: a request that could not be answered."""

    serial: int
    error: HumasError
    frames: str = ""
    """Where the program itself was at fault; empty for an error with a name."""


Answer = Preview | Done | Failed
