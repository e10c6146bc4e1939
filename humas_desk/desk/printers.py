"""Printers, and what is asked of them: plain values."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from humas_desk.desk.system import Printed
from humas_desk.values import dataclass

TOLERANCE_MM: Final = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Printer:
    """A printer as the system names it."""

    name: str
    is_default: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintOrder:
    """What a person asks of a printer."""

    printer: str = ""
    """Its name; empty: the system's default printer."""
    copies: int = 1
    pages: tuple[int, ...] = ()
    """From 1; none: all."""

    @property
    def is_plain(self) -> bool:
        """One copy of everything on the default printer: what any PDF reader does by itself."""
        return self == PrintOrder()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The paper to ask for."""

    width_mm: float
    height_mm: float
    media: str
    """As the print service of Linux and macOS names it."""
    windows_code: int
    """DMPAPER_…; 256: by its measures."""
    is_folio: bool = False
    """True: the release is on F4, which systems do not know; Folio is asked for, which is up to 6 mm wider. Warn."""


class PrintWarning(StrEnum):
    """What a person should know before looking at the paper."""

    FOLIO = "folio"
    """The page is F4; the printer was told Folio."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintResult:
    """What became of an order."""

    how: Printed
    """SENT: copies and pages as ordered. HANDED_OVER, OPENED: the PDF reader has the whole file."""
    warning: PrintWarning | None = None


_SHEETS: Final = (
    Sheet(width_mm=210, height_mm=297, media="iso_a4_210x297mm", windows_code=9),
    Sheet(width_mm=215.9, height_mm=330.2, media="na_foolscap_8.5x13in", windows_code=14),
    Sheet(width_mm=215, height_mm=330, media="na_foolscap_8.5x13in", windows_code=14, is_folio=True),
    Sheet(width_mm=210, height_mm=330, media="om_folio_210x330mm", windows_code=14, is_folio=True),
)
_OWN_SIZE: Final = 256


def sheet_for(width_mm: float, height_mm: float) -> Sheet:
    """The paper for a page of this size; the two sizes that are sold as F4 become Folio."""
    for sheet in _SHEETS:
        if abs(sheet.width_mm - width_mm) < TOLERANCE_MM and abs(sheet.height_mm - height_mm) < TOLERANCE_MM:
            return sheet
    media = f"Custom.{width_mm:g}x{height_mm:g}mm"
    return Sheet(width_mm=width_mm, height_mm=height_mm, media=media, windows_code=_OWN_SIZE)


def typed_pages(text: str, count: int) -> tuple[int, ...] | None:
    """The pages meant by "1-2, 4" (from 1, in order, each once); () for an empty text: all; None: not understood."""
    pages: set[int] = set()
    for part in filter(None, (part.strip() for part in text.replace("–", "-").split(","))):
        ends = [end.strip() for end in part.split("-")]
        if not 1 <= len(ends) <= 2 or not all(end.isascii() and end.isdigit() for end in ends):
            return None
        first, last = int(ends[0]), int(ends[-1])
        if not 1 <= first <= last <= count:
            return None
        pages |= set(range(first, last + 1))
    return tuple(sorted(pages))


def lp_options(order: PrintOrder, sheet: Sheet) -> tuple[str, ...]:
    """The order as the options of lp; print-scaling stands in `system.print_file`."""
    options: Sequence[str] = ("-o", f"media={sheet.media}")
    if order.printer:
        options = ("-d", order.printer, *options)
    if order.copies > 1:
        options = (*options, "-n", str(order.copies), "-o", "collate=true")
    if order.pages:
        options = (*options, "-P", ",".join(map(str, order.pages)))
    return tuple(options)
