"""What the page meter says: "1 halaman + 3 baris", and whether one page was too little to wish for."""

from typing import TYPE_CHECKING

from humas_desk.values import dataclass
from humas_desk.wording import _, ngettext

if TYPE_CHECKING:
    from humas_desk.desk.requests import Fit, PageMeter


@dataclass(frozen=True, slots=True, kw_only=True)
class MeterLine:
    """The words of the meter, and what its hint explains."""

    text: str
    hint: str = ""
    is_over: bool = False
    """One page was wished for, and even the tightest setting takes more."""


def meter_line(meter: "PageMeter", fit: "Fit | None") -> MeterLine:
    """The line for pages as they were set. `fit` None: one page was not wished for."""
    text = _amount(meter)
    if fit is not None and not fit.succeeded:
        over = ngettext("{count} line too many for one page", "{count} lines too many for one page", fit.lines_over)
        hint = _("Even the tightest setting of this template does not bring it onto one page, so it is set as usual.")
        return MeterLine(text=over.format(count=fit.lines_over), hint=f"{text}. {hint}", is_over=True)
    if fit is not None and fit.step:
        return MeterLine(text=_("{amount}, set tighter").format(amount=text), hint=_room(meter))
    return MeterLine(text=text, hint=_room(meter))


def _amount(meter: "PageMeter") -> str:
    """ "1 page + 3 lines + 2 attachment pages"."""
    parts = [ngettext("{count} page", "{count} pages", meter.pages).format(count=meter.pages)]
    if meter.lines_over:
        parts.append(ngettext("{count} line", "{count} lines", meter.lines_over).format(count=meter.lines_over))
    if meter.attachment_pages:
        count = meter.attachment_pages
        parts.append(ngettext("{count} attachment page", "{count} attachment pages", count).format(count=count))
    return " + ".join(parts)


def _room(meter: "PageMeter") -> str:
    left = meter.lines_left
    return ngettext(
        "Room for {count} more line on the last page", "Room for {count} more lines on the last page", left
    ).format(count=left)
